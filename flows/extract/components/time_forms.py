"""The forms of time expressions, read off sentences: calendar words by their patterns, events and clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from flows.extract.components.date_parts import Bound, TimeValue
from flows.extract.components.time_clauses import clauses_opened_by, end_of_point
from flows.extract.components.time_events import events_in
from flows.extract.components.time_lexicon import ClauseRule, EventRule, Kind, Orientation, TimeRule, grammar
from flows.extract.components.time_values import value_of
from flows.extract.parse import Span, Token
from flows.extract.syntax import child, is_plural, neighbour

LONGEST_EXPRESSION = 120  # characters; longer ones are lists or broken sentences
DATING = frozenset({"date", "day", "month", "year", "period"})  # the kinds whose days the calendar tells
BEFORE_POINT = "time.duration_before"  # the rule for "90 days before any ship sails"
IN_PERIOD: dict[Bound, Bound] = {"before": "end", "after": "start"}  # of what is some time in a period
LONGEST_INTRODUCTION = 40  # characters of a preposition and "at least" before an expression


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A phrase that dates something: ``doc.text[start_char:end_char] == text``, preposition included."""

    start_char: int
    end_char: int
    text: str
    kind: Kind
    rule_id: str
    orientation: Orientation
    value: TimeValue


def find_time_expressions(sentence: Span) -> list[TimeExpression]:
    """All time expressions of a sentence, in the order of the text, none overlapping another.

    Where two overlap the longer wins, then the earlier rule of the lexicon. Offsets are into the
    document's text.
    """
    found_by_pattern = (time for time in _by_pattern(sentence) if not _is_rate(time, sentence))
    by_pattern = [_continued(expression, sentence) for expression in found_by_pattern]
    alone = [time for time in by_pattern if time.rule_id not in grammar().inside_events]
    found = [_with_inner_date(time, by_pattern) for time in (*alone, *_by_event(sentence))]
    dating = [time for time in found if time.kind != "length"]
    found += _by_clause(sentence, dating)
    found.sort(key=lambda expression: (expression.start_char - expression.end_char, expression.start_char))
    kept: list[TimeExpression] = []
    for expression in found:
        if all(_apart(expression, other) for other in kept):
            kept.append(expression)
    return _joined(sorted(kept, key=lambda expression: expression.start_char), sentence)


def _is_rate(time: TimeExpression, sentence: Span) -> bool:
    """Whether "a day" tells how much there is of something: "40 boats a day | before winter"."""
    if time.rule_id != BEFORE_POINT or not time.text.lower().startswith("a"):
        return False
    words = sentence.doc.char_span(time.start_char, time.end_char, alignment_mode="expand")
    before = neighbour(words[0], -1) if words is not None else None
    return before is not None and is_plural(before) and child(before, "nummod") is not None


def _joined(found: list[TimeExpression], sentence: Span) -> list[TimeExpression]:
    """Each length, event or rhythm is one with the time right behind it: "for a day | on Friday".

    So is a beginning with the length behind it, or before it: "from May | for ten weeks".
    """
    joined: list[TimeExpression] = []
    for each in found:
        before = joined[-1] if joined else None
        if before is not None and before.end_char + 1 == each.start_char and _leads_to_day(before, each):
            text = sentence.doc.text[before.start_char : each.end_char]
            joined[-1] = _both(before, each, text)
        else:
            joined.append(each)
    return joined


def _both(before: TimeExpression, behind: TimeExpression, text: str) -> TimeExpression:
    """Two expressions side by side as one, ``text``, with the value of the one that tells the day."""
    whole = replace(behind, start_char=before.start_char, text=text)
    if before.kind == "event":
        return _bounded_by(before, whole)
    begins, lasts = (behind, before) if behind.value.bound == "start" else (before, behind)
    if begins.value.bound != "start" or lasts.kind != "duration":
        return whole
    value = replace(begins.value, number=lasts.value.number, unit=lasts.value.unit)
    return replace(whole, kind=begins.kind, rule_id=begins.rule_id, value=value)


def _leads_to_day(before: TimeExpression, behind: TimeExpression) -> bool:
    """Whether a day or month tells when a length begins or an event is: "at its summit | in May".

    What comes round again may end or begin on one: "every year | until 2030".
    """
    if before.kind == "recurrent":
        return behind.kind in DATING and behind.value.bound in {"until", "start"}
    lasts = _lasts(before)
    if (lasts and _begins(behind)) or (_begins(before) and _lasts(behind)):
        return True
    at_event = before.kind == "event" and before.orientation != "past"
    kinds = {"date", "day", "month", *({"year", "period"} if at_event else ())}
    coming = behind.kind == "period" and behind.value.which in {"this", "next"}  # "for a day | next month"
    day = (behind.kind in kinds or coming) and behind.value.bound == "inside"
    return (lasts or at_event) and day and behind.orientation != "past"


def _lasts(time: TimeExpression) -> bool:
    """Whether an expression is a length: "for ten weeks"."""
    return time.kind == "duration" and time.value.bound == "last" and time.value.which is None


def _begins(time: TimeExpression) -> bool:
    """Whether an expression tells from which day or month on, ahead: "from May"."""
    begins = time.value.bound == "start" and time.orientation != "past"
    return begins and time.kind in {"date", "day", "month"}


def _with_inner_date(event: TimeExpression, others: list[TimeExpression]) -> TimeExpression:
    """An event with the days that its own words give: "before the vote on May 14", "until Friday's talks".

    The expression itself where it is no event, or where it holds no date or more than one.
    """
    inside = [other for other in others if other.kind in DATING and not _apart(event, other)]
    if event.kind != "event" or event.orientation == "past" or len(inside) != 1:
        return event
    inner = inside[0]
    within = event.start_char <= inner.start_char and inner.end_char <= event.end_char
    opens = inner.start_char == event.start_char
    if not within or inner.orientation == "past" or not (opens or inner.value.bound == "inside"):
        return event
    return _bounded_by(
        event, replace(inner, start_char=event.start_char, end_char=event.end_char, text=event.text)
    )


def _bounded_by(event: TimeExpression, date: TimeExpression) -> TimeExpression:
    """The date of an event, bounded as that is: "before" one in May it may be as late as its last day."""
    bound = event.value.bound
    if date.kind in {"month", "year", "period"}:
        bound = IN_PERIOD.get(bound, bound)
    return replace(date, kind="event", rule_id=event.rule_id, value=replace(date.value, bound=bound))


def _dated(clause: TimeExpression, rule: ClauseRule, others: list[TimeExpression]) -> TimeExpression | None:
    """A clause with the value of the one expression inside it: "before the season begins on June 1".

    The clause itself where there is none and its conjunction needs none, else None.
    """
    inside = [other for other in others if not _apart(clause, other)]
    if not inside:
        return None if rule.dated else clause
    inner = inside[0]
    if len(inside) > 1 or inner.kind not in {"date", "month", "day"} or inner.end_char != clause.end_char:
        return None
    if rule.bound not in {"before", "until"} or inner.value.bound != "inside":
        return None
    bound = IN_PERIOD[rule.bound] if rule.bound == "before" and inner.kind == "month" else rule.bound
    return replace(clause, kind=inner.kind, value=replace(inner.value, bound=bound))


def _apart(one: TimeExpression, other: TimeExpression) -> bool:
    return one.end_char <= other.start_char or other.end_char <= one.start_char


def _by_pattern(sentence: Span) -> Iterator[TimeExpression]:
    for start, end, rule, value in _matches(sentence.text):
        yield _expression(sentence, start, end, rule, value)


@lru_cache(maxsize=64)  # the records of a sentence ask one after the other
def _matches(text: str) -> tuple[tuple[int, int, TimeRule, TimeValue], ...]:
    """Where each rule's form stands in the text, its preposition included, and what it says."""
    found = []
    written = f"{text} {text.lower()}"
    shown = {name for name, signs in grammar().signs.items() if any(sign in written for sign in signs)}
    for rule, pattern, introduction in grammar().patterns:
        if rule.needs not in shown:
            continue
        for match in pattern.finditer(text):
            before = introduction.search(text, max(0, match.start() - LONGEST_INTRODUCTION), match.start())
            if before is None and rule.needs_preposition:
                continue
            start = before.start() if before is not None else match.start()
            firm = grammar().firmness.match(text, match.end())
            end = firm.end() if firm is not None else match.end()
            if end - start <= LONGEST_EXPRESSION:
                value = value_of(match, before["preposition"] if before is not None else "")
                found.append((start, end, rule, value))
    return tuple(found)


def _expression(sentence: Span, start: int, end: int, rule: TimeRule, value: TimeValue) -> TimeExpression:
    start = _behind_particle(start, end, sentence)
    text = sentence.text[start:end]
    past = value.which in {"last", "past"} or value.years_ahead == -1 or (value.offset or 0) < 0
    past = past or text.split()[0].lower() in grammar().looking_back
    past = past or (value.part == "earlier" and value.which == "this")
    return TimeExpression(
        start_char=sentence.start_char + start,
        end_char=sentence.start_char + end,
        text=text,
        kind=rule.kind,
        rule_id=rule.id,
        orientation="past" if past else rule.orientation,
        value=value,
    )


def _behind_particle(start: int, end: int, sentence: Span) -> int:
    """Where an expression starts without a verb's particle before it: "keep it up | until May"."""
    first = sentence.start_char + start
    words = sentence.doc.char_span(first, sentence.start_char + end, alignment_mode="expand")
    if words is None or len(words) < 2 or words[0].dep_ != "prt":
        return start
    return words[1].idx - sentence.start_char


def _continued(expression: TimeExpression, sentence: Span) -> TimeExpression:
    """The expression with the words behind it that say from what it is counted: "within a week of the vote".

    No calendar tells its days then.
    """
    opening = expression.text.lower()
    words = {
        word
        for each in grammar().continuations
        if each.rule == expression.rule_id and opening.startswith(each.openings)
        for word in each.words
    }
    behind = next((token for token in sentence if token.idx >= expression.end_char), None) if words else None
    if behind is None or behind.i == sentence.start or behind.lower_ not in words:
        return expression
    end = end_of_point(behind, sentence)
    if end is None:
        return expression
    last = sentence.doc[end - 1]
    text = sentence.doc.text[expression.start_char : last.idx + len(last)]
    return replace(expression, end_char=expression.start_char + len(text), text=text, kind="vague")


def _by_clause(sentence: Span, others: list[TimeExpression]) -> Iterator[TimeExpression]:
    """Clauses that date the act beside them: "before any ship is sold", "while the talks go on".

    ``others`` are the sentence's other expressions, which may date a clause.
    """
    for rule in grammar().clauses:
        for clause in clauses_opened_by(rule.word, sentence, behind_comma=rule.behind_comma):
            expression = TimeExpression(
                start_char=clause.start_char,
                end_char=clause.end_char,
                text=clause.text,
                kind="clause",
                rule_id=rule.id,
                orientation="any",
                value=TimeValue(bound=rule.bound),
            )
            dated = _dated(expression, rule, others)
            if dated is not None:
                yield dated


def _by_event(sentence: Span) -> Iterator[TimeExpression]:
    for phrase, noun, rule in events_in(sentence):
        yield _event_expression(phrase, noun, rule)


def _event_expression(span: Span, noun: Token, rule: EventRule) -> TimeExpression:
    before_noun = span.doc[span.start : noun.left_edge.i].text.lower()
    return TimeExpression(
        start_char=span.start_char,
        end_char=span.end_char,
        text=span.text,
        kind="event",
        rule_id=rule.id,
        orientation="past" if re.search(r"\b(last|previous)\b", span.text.lower()) else "any",
        value=TimeValue(bound=grammar().bounds.get(before_noun, "inside")),
    )
