"""The day from which what was promised long ago is counted: "in March he promised it within a month"."""

from __future__ import annotations

import datetime as dt

from flows.extract.components.date_parts import DateRange, add
from flows.extract.components.dates import date_range
from flows.extract.components.time_forms import DATING, TimeExpression, find_time_expressions
from flows.extract.components.time_lexicon import grammar
from flows.extract.parse import Token
from flows.extract.syntax import ancestors, is_perfect

RECENT = dt.timedelta(days=7)  # what was said since is counted from the day of publication


def told_when(act: Token, time: TimeExpression, published_on: dt.date | None) -> DateRange | None:
    """The days on which the past words that commit to ``act`` were said, by an expression of their own.

    ``time`` is the one that dates the act. None where no other is found, and where they were said of late.
    """
    if published_on is None:
        return None
    told = next((verb for verb in ancestors(act) if _is_told(verb)), None)
    if told is None:
        return None
    for said in find_time_expressions(act.sent):
        apart = said.end_char <= time.start_char or time.end_char <= said.start_char
        if apart and _dates(said, told):
            first, last = _days(said, published_on)
            if first is not None and last is not None:
                return (first, last) if last < published_on - RECENT else None
    return None


def counted_from(days: DateRange, time: TimeExpression) -> dt.date | None:
    """The day from which ``time`` is counted, of words said on ``days``; None where that cannot be told.

    A number of days, or a weekday, needs the very day or week.
    """
    first, last = days
    if first is None or last is None:
        return None
    exact = time.kind in {"duration", "day"}
    return None if exact and last - first > RECENT else last


def _is_told(verb: Token) -> bool:
    return verb.lemma_ in grammar().saying and (
        verb.tag_ == "VBD" or (verb.tag_ == "VBN" and is_perfect(verb))
    )


def _dates(said: TimeExpression, told: Token) -> bool:
    """Whether an expression hangs on the verb that tells of the words."""
    if said.kind not in DATING | {"past"} or said.value.bound != "inside":
        return False
    span = told.doc.char_span(said.start_char, said.end_char, alignment_mode="expand")
    return span is not None and span.root.head.i == told.i


def _days(said: TimeExpression, published_on: dt.date) -> DateRange:
    value = said.value
    if said.kind != "past":
        return date_range(value, published_on, "past")
    day = add(published_on, -value.number, value.unit) if value.number and value.unit else None
    return day, day
