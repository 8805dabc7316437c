"""Time expressions that date something else than an act: measures, records, names, words and their people."""

from __future__ import annotations

from flows.extract.components.cue_lexicon import ways_to_ask
from flows.extract.components.proclaimed import name_behind
from flows.extract.components.time_forms import TimeExpression
from flows.extract.components.time_lexicon import grammar
from flows.extract.parse import Span, Token
from flows.extract.syntax import (
    PRESENT_TAGS,
    ancestors,
    auxiliaries,
    child,
    children,
    is_perfect,
    modal_of,
    neighbour,
    verb_above,
)

LONG = frozenset({"year", "decade", "generation", "century"})
PRESENT = PRESENT_TAGS | {"MD"}
WHAT_LED = frozenset({"after", "following"})
SINCE = "time.duration_after"  # the rule for "two days after the vote"
GOING_ON = frozenset({"continue", "remain", "stand"})
NOUN_LINKS = frozenset({"dobj", "pobj", "nsubjpass"})  # of a noun, also where it is tagged as a verb
POINTING_BACK = "time.day_told"  # the rule for "that night"
UNNUMBERED = "time.duration_unnumbered"  # the rule for "within days", "in weeks"
MEASURE = "time.duration"  # the rule for a number of years, which "by" makes a measure


def dates_other(time: TimeExpression, span: Span, verb: Token) -> bool:
    """Whether an expression, the words of ``span``, dates another thing than ``verb``, by its place."""
    return (
        (time.kind != "length" and _completes_noun(span))
        or _measures_change(time)
        or _measures_record(time, span)
        or _is_so_far(time, span)
        or _lasted_before(time, span)
        or _is_counted_from_past(time, span)
        or _dates_what_led_to_words(span, verb)
        or _is_of_what_led_to_act(span)
        or _is_of_thing_due(span)
        or _is_thing_itself(time, span)
        or _is_mark(time, span)
        or _is_in_title(time, span)
        or _describes_thing(time, span)
        or _is_cut(time, span)
        or _is_nowadays(time, span)
        or _dates_aside(time, span, verb)
        or _is_denied(span)
        or _tells_of_anyone(span)
        or _hastens_words(time, span, verb)
        or (verb.lemma_ in grammar().naming and name_behind(time, span.sent) is not None)
        or _introduces_clause(time, span, verb)
    )


def _measures_change(time: TimeExpression) -> bool:
    """Whether a number of years tells how far something is moved: "raise the age by seven years"."""
    counted = time.kind == "duration" and time.value.bound == "end" and time.value.number is not None
    return counted and time.text.lower().startswith("by ") and time.rule_id == MEASURE


def _is_nowadays(time: TimeExpression, span: Span) -> bool:
    """Whether "today" only tells that something still goes on: "Today our harbour continues to grow"."""
    going = span.root.head
    opens = span.start == span.sent.start and time.value.offset == 0 and time.kind == "day"
    return opens and going.lemma_ in GOING_ON and going.tag_ in PRESENT_TAGS and modal_of(going) is None


def _is_cut(time: TimeExpression, span: Span) -> bool:
    """Whether a unit of time is what a noun tells the change of: "a cut in hours"."""
    return time.rule_id == UNNUMBERED and span[0].lower_ == "in" and span[0].head.dep_ in NOUN_LINKS


def _dates_aside(time: TimeExpression, span: Span, verb: Token) -> bool:
    """Whether an event is that of what a remark tells besides: "will not sail, yielding before the vote"."""
    if time.kind != "event":
        return False
    asides = (up for up in ancestors(span.root) if up.dep_ == "advcl" and up.tag_ == "VBG" and up.i > verb.i)
    return any(up.left_edge.i > 0 and up.doc[up.left_edge.i - 1].text == "," for up in asides)


def _is_denied(span: Span) -> bool:
    """Whether a remark denies a time: "calmly, and | not this year"."""
    before = span.doc[max(span.sent.start, span.start - 2) : span.start]
    return len(before) == 2 and before[1].lower_ == "not" and before[0].lower_ in {"and", "but", ","}


def _completes_noun(span: Span) -> bool:
    """Whether a preposition outside the expression makes it part of a name ("the order of April 2").

    "A deadline of April 2" says when.
    """
    preposition = span.root.head
    outside = span.root.dep_ == "pobj" and preposition.i < span.start
    return outside and "given" not in ways_to_ask(preposition.head)


def _measures_record(time: TimeExpression, span: Span) -> bool:
    """Whether an expression says for how long something was the most or was not done.

    "The lowest fares in a year", "for the first time in six years".
    """
    before = span.doc[max(span.sent.start, span.start - 8) : span.start]
    inside = time.kind == "duration" and time.value.bound == "inside" and time.value.which is None
    first_time = [token.lower_ for token in before[-2:]] == ["first", "time"]
    first_one = time.value.unit in LONG and any(_is_first_of_its_kind(token) for token in before)
    return inside and (first_time or first_one or any(token.tag_ in {"JJS", "RBS"} for token in before))


def _is_first_of_its_kind(word: Token) -> bool:
    """Whether a word tells that there was no such thing before: "its first deal in eight years"."""
    return word.lower_ in {"first", "only"} and word.dep_ == "amod" and word.head.pos_ == "NOUN"


def _is_so_far(time: TimeExpression, span: Span) -> bool:
    """Whether the expression says how long something has been so ("has been closed for six years")."""
    verb = verb_above(span.root)
    if time.value.bound != "last" or verb is None or verb.lemma_ in grammar().saying:
        return False
    return is_perfect(verb) and modal_of(verb) is None


def _lasted_before(time: TimeExpression, span: Span) -> bool:
    """Whether a length tells how long what led to the act lasted: "following two days of storms"."""
    opened = span[0].lower_ in WHAT_LED
    behind = neighbour(span[-1])
    return opened and time.kind == "duration" and behind is not None and behind.lower_ == "of"


def _is_counted_from_past(time: TimeExpression, span: Span) -> bool:
    """Whether a time is told from what has happened: "two weeks after the dam broke, Peru is sending"."""
    return time.rule_id == SINCE and any(token.tag_ == "VBD" or _opens_told_clause(token) for token in span)


def _opens_told_clause(word: Token) -> bool:
    """Whether "after" opens a clause that nothing puts in the present: "a decade after the last one ran"."""
    verb = word.head
    return word.dep_ == "mark" and all(token.tag_ not in PRESENT for token in (verb, *auxiliaries(verb)))


def _dates_what_led_to_words(span: Span, verb: Token) -> bool:
    """Whether a time is of what came before the words: "agreed to pay, after talks on the eve of a feast"."""
    above = (token for token in ancestors(span.root) if token.i < span.start)
    after = next((token for token in above if token.dep_ == "prep" and token.lower_ in WHAT_LED), None)
    return after is not None and after.head.tag_ == "VBD" and after.head.i != verb.i


def _is_of_what_led_to_act(span: Span) -> bool:
    """Whether a time is that of the event which an act follows: "following a brawl | in May"."""
    event = span.root.head
    return event.dep_ == "pobj" and event.i < span.start and event.head.lower_ == "following"


def _is_thing_itself(time: TimeExpression, span: Span) -> bool:
    """Whether a day pointed to is what something is done to: "mark that day"."""
    return time.rule_id == POINTING_BACK and span.root.dep_ in {"dobj", "attr", "pobj", "nsubj", "nsubjpass"}


def _is_of_thing_due(span: Span) -> bool:
    """Whether a time is that of a thing which is due then: "the talks, due to open | next year"."""
    due = next((up for up in ancestors(span.root) if up.lower_ == "due"), None)
    if due is None or child(due, "xcomp", "pcomp") is None or due.i > span.start:
        return False
    before = neighbour(due, -1)
    thing = neighbour(before, -1) if before is not None and before.text == "," else before
    return thing is not None and thing.pos_ in {"NOUN", "PROPN"}


def _is_mark(time: TimeExpression, span: Span) -> bool:
    """Whether a year tells only what a change is measured by: "cut by half from 2020 levels"."""
    behind = neighbour(span[-1])
    return time.kind == "year" and behind is not None and behind.lemma_.lower() in grammar().marks


def _is_in_title(time: TimeExpression, span: Span) -> bool:
    """Whether a year is part of a law's name: "the Authorization Act for Fiscal Year 2024"."""
    head = span.root.head
    return time.kind == "year" and span.root.dep_ == "prep" and head.pos_ == "PROPN" and head.i < span.start


def _describes_thing(time: TimeExpression, span: Span) -> bool:
    """Whether a year is part of what a thing is described by: "clear it, the scene of a war in 1995"."""
    noun = span.doc[span.start - 1] if span.start else span.root
    if time.kind != "year" or noun.pos_ != "NOUN" or noun.dep_ != "pobj":
        return False
    described = noun.head.head
    first = described.left_edge
    behind_comma = first.i > 0 and span.doc[first.i - 1].text == ","
    told = described.dep_ in {"appos", "dobj"} and span.root.head in {noun, described}
    return told and behind_comma and noun.head.i == described.i + 1


def _hastens_words(time: TimeExpression, span: Span, verb: Token) -> bool:
    """Whether an adverb before a past verb tells how soon that was said: "soon approved the sale"."""
    told = span.root.head
    adverb = time.kind == "vague" and span.root.dep_ == "advmod" and span.end <= told.i
    return adverb and told.tag_ == "VBD" and told.i != verb.i


def _introduces_clause(time: TimeExpression, span: Span, verb: Token) -> bool:
    """Whether an expression dates the past word of saying above the act ("announced within hours that").

    So does a short time in front of it: "within a day, officials were saying that".
    """
    clause = next((up for up in (verb, *ancestors(verb)) if up.dep_ == "ccomp"), None)
    if clause is None or clause.i < clause.head.i:
        return False
    told = clause.head
    if span.end <= told.i:
        short = time.kind in {"duration", "vague"} and time.value.bound == "span"
        return short and span.start == span.sent.start and _is_past(told)
    if told.tag_ != "VBD" or told.lemma_ not in grammar().saying:
        return False
    opened = clause.doc[span.end] if span.end < clause.i else None
    return told.i < span.start and opened is not None and opened.lower_ == "that"


def _is_past(verb: Token) -> bool:
    """Whether a verb or its first auxiliary is in the past tense."""
    return any(token.tag_ == "VBD" for token in (verb, *auxiliaries(verb)))


def tells_of_some(time: TimeExpression, span: Span) -> bool:
    """Whether an expression tells of some people or things: "those who come by Friday", "men held for two
    years", "a pact under which he would leave by May", "any town where they ask by Friday".
    """
    verb = span.root.head
    while verb.dep_ == "xcomp" and verb.head.lemma_ != "be":  # "those who fail to come by Friday"
        verb = verb.head
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return time.value.bound == "last"
    if verb.dep_ == "advcl" and verb.tag_ == "VBD" and child(verb, "nsubj") is not None:
        return any(
            mark.lower_ == "as" for mark in children(verb, "mark")
        )  # "shots that fell as crews came in May"
    if verb.dep_ != "relcl":
        return False
    if _is_past(verb) and modal_of(verb) is None:
        return True  # "a loan that was due next week"
    subject = child(verb, "nsubj")
    if time.value.bound == "last" and subject is not None and subject.tag_ == "WDT":
        return True  # "steps that will shape the league for years to come"
    comes = verb.tag_ in {"VBP", "VBZ"} and subject is not None and subject.lower_ == "who"
    return comes or _has_place_in(verb)


def _tells_of_anyone(span: Span) -> bool:
    """Whether an expression tells who somebody is: "whoever sits here in ten years' time"."""
    subject = child(span.root.head, "nsubj")
    return subject is not None and subject.lower_ in {"whoever", "whichever"}


def _has_place_in(clause: Token) -> bool:
    """Whether a relative clause begins with "where", or with a preposition: "under which he would leave"."""
    first = clause.left_edge
    return first.lower_ == "where" or (first.dep_ == "prep" and child(first, "pobj") is not None)
