"""The days that "that day" or "by that date" point back to: those that the text told of last."""

from __future__ import annotations

import datetime as dt

from flows.extract.components.date_parts import DateRange, Tense
from flows.extract.components.dates import bounded, date_range
from flows.extract.components.time_forms import TimeExpression, find_time_expressions
from flows.extract.components.time_lexicon import Kind
from flows.extract.parse import Span, Token
from flows.extract.syntax import is_perfect, modal_of, verb_above

RULES = frozenset({"time.same_period", "time.day_told"})
SAME = frozenset({"that", "same"})  # but not "the following day"
DAYS: frozenset[Kind] = frozenset({"date", "day"})
# What the last word of an expression that points back may point to.
POINTED_TO: dict[str, frozenset[Kind]] = {
    "day": DAYS,
    "date": DAYS,
    "night": DAYS,
    "evening": DAYS,
    "afternoon": DAYS,
    "morning": DAYS,
    "month": frozenset({"month"}),
    "year": frozenset({"year"}),
}


def days_told_last(time: TimeExpression, act: Token, published_on: dt.date | None) -> DateRange:
    """The days that ``time``, which dates ``act``, allows where it points back to others.

    They are named before it in the sentence of the act, or else in the sentence before that; (None, None)
    where none are, and for what does not point back.
    """
    words = time.text.lower().split()
    kinds = POINTED_TO.get(words[-1])
    if time.rule_id not in RULES or kinds is None or SAME.isdisjoint(words):
        return None, None
    start = act.sent.start
    sentences = [act.sent, act.doc[start - 1].sent] if start > 0 else [act.sent]
    for sentence in sentences:
        before = [
            told
            for told in find_time_expressions(sentence)
            if told.end_char <= time.start_char and told.kind in kinds and told.value.bound == "inside"
        ]
        if before:
            days = date_range(before[-1].value, published_on, _tense(before[-1], sentence))
            return bounded(days, time.value, published_on)
    return None, None


def _tense(told: TimeExpression, sentence: Span) -> Tense:
    """Whether what an expression dates has been, or is to come: "sank on Friday", "will open on Friday"."""
    span = sentence.doc.char_span(told.start_char, told.end_char, alignment_mode="expand")
    verb = verb_above(span.root) if span is not None else None
    if verb is None or modal_of(verb) is not None:
        return "future"
    return "past" if verb.tag_ in {"VBD", "VBN"} or is_perfect(verb) else "future"
