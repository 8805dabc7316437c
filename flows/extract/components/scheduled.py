"""Acts told in the present that are still to come: "the ban runs until May", "the flights resume on Friday".

The present tells of what is to come where a time or a condition beside it does: "says it leaves if the toll
is raised". Also what a phrase with "with" adds: "with the state to pay the rest".
The lexicon is ``[plain.scheduled]`` and ``[plain.added]`` of ``lexicons/cues.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import saying_verbs
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.cue_rules import PlainCue
from flows.extract.components.operative import is_operative, only_leads
from flows.extract.components.time_forms import TimeExpression, find_time_expressions
from flows.extract.parse import Token

BESIDE = ("prep", "npadvmod", "advmod")  # how the parse hangs a time on a verb
NOW = "today"  # which may be no more than these days
RENEWING = "renew"  # an act where a time says for how long: "renews the ban until May", not "renews its call"
UNDER_WAY = "time.relative_the"  # the rule for a period that has begun: "during the year"
CONDITIONS = frozenset({"if", "unless", "once", "until", "till", "when"})  # that open what an act hangs on


def scheduled_candidates(verb: Token) -> Iterator[Candidate]:
    """The act of a verb that tells, in the present, of what is to come, or what is added by "with"."""
    plain = cue_index().plain
    if _is_added(verb):
        yield _candidate(plain.added, verb)
    elif _is_present(verb) and (_is_dated(verb) or (_is_cited(verb) and _depends(verb))):
        yield _candidate(plain.scheduled, verb)


def _candidate(rule: PlainCue, verb: Token) -> Candidate:
    return Candidate(verb, verb, verb, rule.id, rule.force, rule.certainty, "itself")


def _is_added(verb: Token) -> bool:
    """Whether an infinitive tells what is done beside another act: "with the state to pay the rest"."""
    mark = syntax.child(verb, "mark") if verb.dep_ == "advcl" else None
    if mark is None or mark.lower_ != "with" or syntax.child(verb, "nsubj") is None:
        return False
    return syntax.has_to(verb) and verb.head.dep_ in {"ROOT", "ccomp", "conj"}


def _is_present(verb: Token) -> bool:
    """Whether a verb in the bare present has a subject of its own and tells an act, not how things stand.

    The verb that opens a line of a resolution needs none: "Renews until May the ban on …".
    """
    if verb.tag_ not in syntax.PRESENT_TAGS or syntax.auxiliaries(verb) or syntax.negation(verb) is not None:
        return False
    lemma = verb.lemma_.lower()
    if lemma in cue_index().plain.scheduled.not_verbs or lemma in saying_verbs():
        return False
    if is_operative(verb):
        return verb.lemma_.lower() == RENEWING or not only_leads(verb)
    subject = syntax.child(verb, "nsubj")
    return subject is not None and subject.i < verb.i and (_is_cited(verb) or _is_named(subject, verb))


def _is_cited(verb: Token) -> bool:
    """Whether a clause is what somebody says: "said the old price returns"."""
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in saying_verbs()


def _is_named(subject: Token, verb: Token) -> bool:
    """Whether a main clause is about a party by name: "Norland keeps its ships there until May"."""
    names = (subject, *syntax.children(subject, "amod", "compound", "poss"))
    return verb.dep_ == "ROOT" and any(word.ent_type_ in syntax.NAMED_LABELS for word in names)


def _is_dated(verb: Token) -> bool:
    """Whether a time beside a verb is to come: "on Friday", "this week", "until May", "immediately"."""
    if all(word.i < verb.i for word in syntax.children(verb, *BESIDE)):
        return False
    return any(_is_to_come(time) and _dates(time, verb) for time in find_time_expressions(verb.sent))


def _dates(time: TimeExpression, verb: Token) -> bool:
    """Whether an expression hangs on a verb, behind it."""
    span = verb.doc.char_span(time.start_char, time.end_char, alignment_mode="expand")
    return span is not None and span.root.head == verb and span.root.dep_ in BESIDE and span.start > verb.i


def _is_to_come(time: TimeExpression) -> bool:
    """Whether the present tells of what is to come at a time: no rhythm, and no month or year alone."""
    value = time.value
    if time.orientation == "past" or time.kind in {"recurrent", "length"}:
        return False
    if time.orientation == "future" or value.bound == "until":
        return True
    day = value.weekday is not None or (value.offset is not None and time.text.lower() != NOW)
    return day or (value.which in {"this", "next", "coming"} and time.rule_id != UNDER_WAY)


def _depends(verb: Token) -> bool:
    """Whether an act hangs on what happens first: "the state pays if the firm cannot"."""
    return any(
        mark.lower_ in CONDITIONS
        for clause in syntax.children(verb, "advcl")
        for mark in syntax.children(clause, "mark", "advmod")
        if clause.tag_ != "VBD"
    )
