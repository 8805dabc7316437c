"""Who can bind itself, by what it is called: a name, a person or a body, and no thing that words describe.

"Peru", "the mayor" and "the bakers" can; "the bridge" and "an average family" can't.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index, is_binding_text
from flows.extract.components.moved import TOLD
from flows.extract.components.names import Names
from flows.extract.components.party import Party
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.promisor import BINDING_OTHERS
from flows.extract.parse import Token

UNDERTAKING = "obligation.undertake"


def can_act(token: Token | None, candidate: Candidate, meant: tuple[Party, ...]) -> bool:
    """Whether a description is of a person or body ("the mayor") rather than of a thing.

    What promises, refuses or agrees is no thing either, unless it is a text ("the accord promises …"). A
    pronoun can act where any of those who are ``meant`` by it can.
    """
    lexicon = party_lexicon()
    if token is not None and token.pos_ == "PRON":
        return any(party.name.rpartition(" ")[2].lower() not in lexicon.things.lemmas for party in meant)
    if token is None or token.pos_ == "PROPN":
        return token is not None
    lemma = token.lemma_.lower()
    if is_actor(token) or lemma in lexicon.institutions.lemmas:
        return True
    bound = candidate.rule_id in BINDING_OTHERS and token.head == candidate.binder and token.dep_ == "dobj"
    if candidate.shape == "request" or bound:
        return is_people(token) or lemma in lexicon.everybody.lemmas or hears_request(token, candidate)
    told_of = lemma in lexicon.things.lemmas or _is_promised_to_be(token, candidate)
    tells_of_it = candidate.shape == "clause" and told_of  # "wants the fees dropped"
    speaks = (candidate.speech and not tells_of_it) or candidate.force == "agreement"
    speaks = speaks or (candidate.rule_id == UNDERTAKING and candidate.shape == "infinitive")
    return speaks and not is_binding_text(token)


def _is_promised_to_be(token: Token, candidate: Candidate) -> bool:
    """Whether a clause tells what others promise something to be: "was assured that it would be ready"."""
    return candidate.act.lemma_ in party_lexicon().being.lemmas and token.head == candidate.act


def hears_request(token: Token, candidate: Candidate) -> bool:
    """Whether somebody is spoken to, whatever they are called: "asked the plenum to vote".

    So does who is asked "for" something, but not what is only wanted: "wants the port to thrive".
    """
    heard = token.head == candidate.binder and token.dep_ in {"dobj", "dative", "nsubjpass"}
    heard = heard and token.i < candidate.act.i
    speaks_to = candidate.binder.lemma_.lower() in cue_index().noun_lists["spoken_to"]
    return heard and speaks_to and token.pos_ == "NOUN" and not syntax.is_passive(candidate.act)


def acts_in_person(promisor: Token | None, candidate: Candidate) -> bool:
    """Whether what a person or body without a name does binds not who tells of it: "his wife will go".

    What it will be or have may be the word of who tells it: "said that the city will have a new port".
    """
    told = candidate.shape in TOLD and candidate.act.lemma_ not in party_lexicon().being.lemmas
    return told and promisor is not None and is_actor(promisor)


def is_thing(found: tuple[Party, ...]) -> bool:
    """Whether a phrase names no party that can bind itself, only words for a thing ("the bridge")."""
    return all(party.kind == "other" for party in found)


def is_unnamed(found: tuple[Party, ...]) -> bool:
    """Whether all parties are only described: "ten bakers", "the bridge"; so is no party."""
    return all(party.kind in {"group", "other"} for party in found)


def is_of_office(party: Party) -> bool:
    """Whether a description is of who holds an office: "mayor of Lima"."""
    return not party_lexicon().offices.lemmas.isdisjoint(party.name.lower().split())


def is_typical(promisor: Token | None) -> bool:
    """Whether a subject stands for all of its kind: "an average family"."""
    modifiers = syntax.children(promisor, "amod") if promisor is not None else []
    return any(modifier.lower_ in party_lexicon().typical.lemmas for modifier in modifiers)


def names_thing(token: Token, names: Names) -> bool:
    """Whether a phrase is about a thing, by the noun that heads it: "lower fees", not "Norway"."""
    if names.at(token) is not None or token.pos_ == "PRON" or token.ent_type_ == "PERSON":
        return False
    return syntax.noun_lemma(token) in party_lexicon().things.lemmas


def is_one_of(authors: tuple[Party, ...], promisor: Token | None) -> bool:
    """Whether one who holds an office acts in a joint text: "the Minister of Ports will visit Peru"."""
    if promisor is None or syntax.is_plural(promisor) or len(authors) < 2:
        return False
    return syntax.noun_lemma(promisor) in party_lexicon().portfolios.lemmas
