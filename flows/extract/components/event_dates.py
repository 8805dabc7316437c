"""The events that a document dates itself ("the summit starts Tuesday"), to date acts by their names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from flows.extract.components.date_parts import Tense
from flows.extract.components.dates import date_range
from flows.extract.components.time_forms import TimeExpression, find_time_expressions
from flows.extract.components.time_lexicon import grammar
from flows.extract.parse import Span, Token

LINK_WORDS = frozenset(
    {"the", "a", "an", "this", "that", "its", "their", "next", "upcoming", "coming", "annual"}
)


class DatedEvent(NamedTuple):
    """An event that a document dates: its noun's lemma, the words that name it closer, its days."""

    noun: str
    words: frozenset[str]
    start: dt.date
    end: dt.date


def dated_events(sentences: Iterable[Span], published_on: dt.date | None) -> list[DatedEvent]:
    """The events that the sentences date, in the order of the text.

    A noun of the lexicon's events is dated by an expression inside its own phrase ("the summit on
    July 11") or at a verb that schedules it ("the talks begin Monday").
    """
    generic = grammar().dating.generic_nouns
    nouns = generic.union(*(rule.nouns for rule in grammar().events))
    found: list[DatedEvent] = []
    named_last: Token | None = None
    for sentence in sentences:
        mentions = [token for token in sentence if token.lemma_ in nouns]
        times = find_time_expressions(sentence) if mentions else []
        for noun in mentions:
            if noun.lemma_ not in generic:
                named_last = noun
            subject = named_last if noun.lemma_ in generic and named_last is not None else noun
            found.extend(_dated(subject, noun, times, published_on))
    return found


def _dated(
    name: Token, mention: Token, times: list[TimeExpression], published_on: dt.date | None
) -> Iterator[DatedEvent]:
    for time in times:
        tense: Tense = "past" if mention.head.tag_ == "VBD" else "future"
        start, end = date_range(time.value, published_on, tense)
        if start is None or not _dates(time, mention):
            continue
        days = _days(mention)
        last = end or start
        if last == start and days > 1:
            last = start + dt.timedelta(days=days - 1)
        yield DatedEvent(name.lemma_, _modifiers(name), start, last)
        return


def _dates(time: TimeExpression, noun: Token) -> bool:
    """Whether the expression hangs on the noun, or on the verb that schedules it."""
    span = noun.doc.char_span(time.start_char, time.end_char, alignment_mode="expand")
    if span is None or time.kind in {"event", "length", "vague", "recurrent", "duration", "clause"}:
        return False
    head = span.root.head
    if head.i == noun.i or (head.head.i == noun.i and head.dep_ in {"acl", "prep"}):
        return True
    scheduled = noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.lemma_ in grammar().dating.verbs
    return scheduled and noun.head.i in {head.i, head.head.i}


def _days(noun: Token) -> int:
    """How many days the noun's phrase gives the event ("the two-day summit"), one unless said."""
    said = re.search(r"\b([a-z]+|\d+)-day\b", noun.doc[noun.left_edge.i : noun.i + 1].text.lower())
    if said is None:
        return 1
    return int(said[1]) if said[1].isdigit() else grammar().numbers.get(said[1], 1)


def _modifiers(noun: Token) -> frozenset[str]:
    """The words before the noun that tell the event from others of its kind."""
    before = noun.doc[noun.left_edge.i : noun.i]
    return frozenset(token.lower_ for token in before if token.dep_ in {"compound", "amod"}) - LINK_WORDS


def event_named(text: str, events: Sequence[DatedEvent]) -> DatedEvent | None:
    """The first of ``events`` that a phrase names: the same noun, and no name that differs."""
    words = set(re.findall(r"[\w.-]+", text.lower()))
    fitting = [event for event in events if {event.noun, event.noun + "s"} & words]
    closest = sorted(fitting, key=lambda event: -len(event.words & words))
    return closest[0] if closest else None
