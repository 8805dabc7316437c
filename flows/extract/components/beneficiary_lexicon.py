"""The lexicon of beneficiaries, ``lexicons/beneficiaries.toml``: who can be one, verbs that help."""

from __future__ import annotations

from functools import cache

from flows.extract import syntax
from flows.extract.components.actor_nouns import inhabited, without_former
from flows.extract.lexicon import LexiconModel, read_once
from flows.extract.parse import Token


class Words(LexiconModel):
    """Words in lower case under one rule id."""

    id: str
    words: frozenset[str]


class BeneficiaryLexicon(LexiconModel):
    """All of ``beneficiaries.toml``."""

    id: str
    people: frozenset[str]
    helping: frozenset[str]
    counting: Words
    done_to_people: Words
    in_state: Words
    no_parties: Words
    going_on: Words
    measures: Words
    taking: Words
    accepting: Words
    taking_on: Words
    seeking: Words
    going: Words
    sending: Words
    moving: Words
    delegations: Words
    owing: Words
    making: Words
    joining: Words
    assuring: Words
    saving: Words
    making_good: Words


beneficiary_lexicon = read_once("beneficiaries", BeneficiaryLexicon)


@cache
def people_nouns() -> frozenset[str]:
    """The nouns and adjectives for who can be a beneficiary without a name: those for who acts, and more."""
    return inhabited() | beneficiary_lexicon().people


def is_people(token: Token) -> bool:
    """Whether a noun is of people or bodies that can be a beneficiary without a name."""
    return without_former(syntax.noun_lemma(token)) in people_nouns()
