"""Whether a time expression looks ahead, and so can date an act that is only promised."""

from __future__ import annotations

from flows.extract.components.time_forms import TimeExpression

LOOKING_AHEAD = frozenset({"end", "before", "until", "span", "last"})


def looks_ahead(time: TimeExpression) -> bool:
    """Whether an expression, by its words, can name only what is yet to come: "by May", "next week"."""
    value = time.value
    if time.orientation == "past":
        return False
    begins = value.bound == "start" and time.kind != "range"
    return (
        time.orientation == "future"
        or begins
        or value.bound in LOOKING_AHEAD
        or value.which in {"next", "coming"}
    )
