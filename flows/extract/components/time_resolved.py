"""The days that a time expression means: counted from the day of publication, or those of a dated event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from flows.extract.components.date_parts import DateRange, Tense
from flows.extract.components.dates import bounded, date_range
from flows.extract.components.event_dates import DatedEvent, event_named
from flows.extract.components.time_forms import TimeExpression
from flows.extract.components.time_lexicon import grammar


def resolve(expression: TimeExpression, published_on: dt.date | None, tense: Tense) -> DateRange:
    """The first and last day that the expression allows; None for an open or unknown end.

    Relative expressions need ``published_on``; without a year, weekdays and dates are the nearest that
    ``tense`` allows. Fiscal years are those of the United States. Events that their own words don't date
    resolve by ``resolve_event``.
    """
    if expression.kind in {"length", "recurrent", "vague", "clause"}:
        return None, None
    return date_range(expression.value, published_on, tense)


def resolve_event(expression: TimeExpression, events: Sequence[DatedEvent]) -> DateRange:
    """The days that "at the summit" or "before the vote" allow, where ``events`` holds that event.

    ``events`` come from ``dated_events`` over the document; (None, None) where none of them fits.
    """
    event = event_named(expression.text, events) if expression.kind == "event" else None
    if event is None:
        return None, None
    return bounded((event.start, event.end), expression.value, None)


def is_over(time: TimeExpression, published_on: dt.date | None) -> bool:
    """Whether an expression with a year in it names days that all lie before that of publication.

    Such a one dates no act that is to come: "he first promised to do so in 2011". Bounds are another thing:
    what was due "by 2011" may be told of later.
    """
    if published_on is None or (time.value.year is None and time.value.last_year is None):
        return False
    if time.value.bound == "start" and time.text.lower().startswith(grammar().begun):
        start = resolve(time, published_on, "past")[0]
        return start is not None and start < published_on  # "hurt by storms beginning on May 2, 2031"
    if time.value.bound != "inside" and time.kind != "range":
        return False
    end = resolve(time, published_on, "past")[1]
    return end is not None and end < published_on
