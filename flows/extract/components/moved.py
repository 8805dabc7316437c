"""What is told of things that others move, and of people whom others send: it binds who sends them.

"The envoy said that forty tents would follow", "the agency said that a team will visit the dam": whoever
tells so gives its word, and neither the tents nor the team do. "His clerk will go" and "the team will pay"
tell what these do of themselves.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.candidate import Candidate, Shape
from flows.extract.components.description import is_general
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Token

# How what somebody else does is told: "said that the buyer will pay", "is paying", "is ready to pay"
TOLD: frozenset[Shape] = frozenset({"modal", "progressive", "infinitive"})
DUTIES = frozenset({"modal.shall", "modal.must"})  # whoever "shall obtain a permit" has to see to it
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def is_moved(promisor: Token | None, candidate: Candidate) -> bool:
    """Whether an act is told of several things, which do nothing of themselves: "forty tents will follow".

    Nor do ships and trains without a name, whoever is aboard.
    """
    if promisor is None or promisor.pos_ != "NOUN" or promisor.tag_ != "NNS" or not _is_told(candidate):
        return False
    lexicon = party_lexicon()
    lemma = syntax.noun_lemma(promisor)
    if lemma in lexicon.sent.vehicles:
        return True
    acting = lemma in lexicon.institutions.lemmas or promisor.lower_ in lexicon.pronouns.some
    return not (acting or is_actor(promisor) or is_people(promisor))


def is_sent(promisor: Token | None, candidate: Candidate) -> bool:
    """Whether an act is told of people who are sent and whom nothing tells apart: "a team", "ten men".

    So are some of more ("the first ten men"), where men will be, and what nobody will do: "ten men would be
    there", "no family would freeze".
    """
    if promisor is None or not _is_told(candidate) or candidate.act.dep_ == "relcl":
        return False
    if _are_some_of_more(promisor):
        return True
    before = syntax.children(promisor, "det", "poss")
    if any(word.lower_ in DEFINITE or word.dep_ == "poss" for word in before):
        return False
    if any(word.lower_ == "no" for word in before):
        return promisor.pos_ == "NOUN" and is_people(promisor)
    counted = candidate.act.lemma_ == "be" and syntax.is_plural(promisor) and is_general(promisor)
    return counted or syntax.noun_lemma(promisor) in party_lexicon().sent.lemmas


def _are_some_of_more(people: Token) -> bool:
    """Whether people are told apart from the rest of a number: "the first 900 men", "the others".

    So are counted ones whom somebody sends: "the sixty soldiers".
    """
    if people.lower_ == "others":
        return True
    modifiers = {word.lower_ for word in syntax.children(people, "amod")}
    if "first" in modifiers and (is_people(people) or is_actor(people)):
        return True
    counted = syntax.child(people, "nummod") is not None and syntax.child(people, "poss") is None
    return counted and syntax.noun_lemma(people) in party_lexicon().sent.lemmas


def _is_told(candidate: Candidate) -> bool:
    told = candidate.shape in TOLD and candidate.force != "obligation"
    return told and not candidate.speech and candidate.rule_id not in DUTIES
