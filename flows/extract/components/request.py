"""Requests by verbs: what one party asks of another, and who is asked."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.asked_list import UNASKED, acts_behind_list, acts_below_asked, addressed_by
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.bound_by_asking import bound_by_asking
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import (
    cue_index,
    has_particle,
    is_binding_text,
    is_one_of_lists,
    ways_to_ask,
)
from flows.extract.components.cue_rules import Asked, RequestCue
from flows.extract.components.requested_things import things_asked_of
from flows.extract.components.terms import told_by_text
from flows.extract.components.time_to_act import given_time
from flows.extract.components.told_to_act import is_ordered_thing
from flows.extract.components.visit import is_visit
from flows.extract.parse import Token

TOLD_IN_CLAUSES: frozenset[Asked] = frozenset({"object", "preposition", "clause"})
DUTY = frozenset({"must", "shall", "should"})
EXPECTING = "expect"
SETTLING = ("concluded", "edict", "settled")  # the lists of nouns for texts that settle who is to act
LAYING_DOWN = ("concluded", "edict", "budget")  # the lists of nouns for texts that do


def request_candidates(verb: Token, rule: RequestCue) -> Iterator[Candidate]:
    """The acts that ``verb`` asks for by ``rule``, each with the party asked where one is named."""
    if verb.lemma_.lower() in UNASKED and syntax.is_passive(verb):  # "is expected to": a plan
        return
    particle = rule.particles.get(verb.lemma_.lower())
    if _is_duty_by_text(verb) or not has_particle(verb, particle) or _foresees(verb):
        return
    beside = syntax.child(verb, "prt") if particle is None and "preposition" in rule.asked else None
    if beside is not None and beside.lower_ not in rule.prepositions:
        return  # "called off the strike for the good of the town"
    things = () if _lays_down_thing(verb) else things_asked_of(verb, rule)
    for act, asked in (*_clauses_asked(verb, rule), *things):
        yield bound_by_asking(act, verb, asked) or asked_candidate(act, verb, rule, asked, speech=True)


def _is_duty_by_text(verb: Token) -> bool:
    """Whether a text obliges somebody, rather than asks: "the law requires firms to pay"."""
    subject = syntax.subject_of(verb)
    rules = cue_index().verbs.get(verb.lemma_.lower(), ())
    obliges = any(rule.force == "obligation" and "infinitive" in rule.complements for rule in rules)
    return obliges and subject is not None and is_binding_text(subject)


def _lays_down_thing(verb: Token) -> bool:
    """Whether a text lays down what a verb names: "the Order calls for two dams".

    A resolution only asks; so does an accord that "calls on Peru to leave".
    """
    subject = syntax.subject_of(verb)
    if subject is None or not is_one_of_lists(subject, LAYING_DOWN):
        return False
    rules = cue_index().verbs.get(verb.lemma_.lower(), ())
    return any(is_one_of_lists(subject, rule.subjects) for rule in rules)


def _foresees(verb: Token) -> bool:
    """Whether a verb only tells what is to be done by a text, or what somebody takes to come.

    "The pact calls for both crews to leave", of which a pact is also "it"; "expects the vote to be put off".
    """
    clauses = syntax.children(verb, "xcomp", "ccomp", "advcl")
    if verb.lemma_.lower() == EXPECTING:
        return any(syntax.has_to(act) and syntax.is_passive(act) and act.i > verb.i for act in clauses)
    text = told_by_text(verb, SETTLING) if any(map(syntax.is_for_whom, clauses)) else None
    return text is not None and (text.sent == verb.sent or text.dep_ != "pobj")


def _is_sum(noun: Token) -> bool:
    """Whether somebody needs or asks for a sum to do something with: "needs $3 million to mend it"."""
    counted = noun.tag_ == "CD" or any(word.tag_ == "$" for word in noun.children)
    return noun.ent_type_ == "MONEY" or counted or any(word.ent_type_ == "MONEY" for word in noun.children)


def asked_candidate(
    act: Token, cue: Token, rule: RequestCue, asked: Token | None, speech: bool = False
) -> Candidate:
    return Candidate(act, cue, cue, rule.id, "request", "possible", "request", speech=speech, asked=asked)


def _clauses_asked(verb: Token, rule: RequestCue) -> Iterator[tuple[Token, Token | None]]:
    """Acts told by a verb of their own, with who is asked: "urged Peru to sign", "demanded that it sign".

    Nobody is named in "demanded that the road be closed".
    """
    for act in syntax.children(verb, "xcomp", "ccomp", "advcl"):
        fronted = act.dep_ == "advcl" and act.i < verb.i  # "to feed them all, we urge Peru to send grain"
        if fronted or not (act.tag_ == "VB" or syntax.is_infinitive(act) or "clause" in rule.asked):
            continue
        if _tells_of_thing_before(act):
            continue
        own = syntax.child(act, "nsubj", "nsubjpass")
        if own is not None and syntax.is_for_whom(act):
            helped = syntax.child(verb, "dobj") if "beside_object" in ways_to_ask(verb) else None
            if helped is not None:  # "asked Peru for tugs to move the wreck"
                yield own, helped
            elif not TOLD_IN_CLAUSES.isdisjoint(rule.asked):
                yield act, _who_acts(act, own)
            continue
        if "object" in rule.asked and syntax.has_to(act):
            addressed = own or syntax.child(verb, "dobj", "dative", "nsubjpass")
            if addressed is not None and own is None and is_ordered_thing(verb, addressed):
                continue
            if addressed is not None and _is_sum(addressed):
                continue
            if addressed is None and syntax.is_passive(verb):
                addressed = syntax.subject_of(verb)
            if addressed is not None:
                yield act, addressed
        if "preposition" in rule.asked and syntax.has_to(act):
            addressed = own or addressed_by(verb, rule)
            if addressed is not None and not is_visit(verb, act):
                yield act, addressed
        told = own is not None and act.i > verb.i and act.dep_ == "ccomp"
        if "clause" in rule.asked and told and _is_wanted(act):
            yield act, syntax.passive_agent(act) if syntax.is_passive(act) else own
    addressed = addressed_by(verb, rule)
    behind_list = acts_behind_list(addressed) if addressed is not None else ()
    yield from ((act, addressed) for act in behind_list if not is_visit(verb, act))
    if addressed is not None and addressed.head.lower_ not in {"for", "with"}:
        below = acts_below_asked(verb, addressed)
        yield from ((act, addressed) for act in below if not is_visit(verb, act))
    if "period" in rule.asked:
        yield from given_time(verb)
    if "leave" in rule.asked and syntax.child(verb, "dobj", "dative") is None:
        acts = filter(syntax.has_to, syntax.children(verb, "xcomp"))
        wanted = (act for act in acts if act.lemma_.lower() in rule.for_itself or syntax.is_passive(act))
        asked = syntax.noun_after(verb, rule.prepositions)
        yield from ((act, asked) for act in wanted if syntax.negation(act) is None)


def _tells_of_thing_before(act: Token) -> bool:
    """Whether an act only tells more of a thing: "asks all to attend the talks, to be held in May"."""
    told = syntax.is_passive(act) and syntax.has_to(act) and syntax.word_at(act.left_edge, -1) == ","
    return told and any(syntax.has_to(other) and other.i < act.i for other in act.head.children)


def _who_acts(act: Token, subject: Token) -> Token | None:
    """Who would have to do what is asked "for", if the clause names them: "asked for the mayor to pay"."""
    if syntax.is_passive(act):
        return syntax.passive_agent(act)
    return subject if is_actor(subject) or subject.pos_ in {"PROPN", "PRON"} or is_people(subject) else None


def _is_wanted(act: Token) -> bool:
    """Whether a clause says what somebody wants, and not what is: "insists that it pay", not "is paying"."""
    first = next(iter(syntax.children(act, "aux", "auxpass")), act)
    return first.lower_ in DUTY if first.tag_ == "MD" else first.lower_ == first.lemma_.lower()
