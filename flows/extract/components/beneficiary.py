"""Beneficiaries: the parties that an act is for or, for a threat, against.

Sought by syntax inside the action: recipients ("send Ukraine tanks", "provide Kenya with …"), nouns after
"to", "for", "with", "against" and their like, and the owners of what is acted upon ("Ukraine's defences").
Places where something merely happens are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Span, Token

from flows.extract import syntax
from flows.extract.components.names import Names
from flows.extract.components.party import Party, PartyResolver
from flows.extract.lexicon import LexiconModel, load_lexicon


class Relation(LexiconModel):
    """Prepositions after which a beneficiary stands."""

    id: str
    prepositions: frozenset[str]


class BeneficiaryLexicon(LexiconModel):
    """All of ``beneficiaries.toml``."""

    towards: Relation
    places: Relation
    people: frozenset[str]


@lru_cache(maxsize=1)
def beneficiary_lexicon() -> BeneficiaryLexicon:
    """The lexicon; raises LexiconError where the file breaks its model."""
    return load_lexicon("beneficiaries", BeneficiaryLexicon)


def beneficiaries_of(
    act: Token, action: Span, promisors: tuple[str, ...], resolver: PartyResolver, names: Names
) -> tuple[str, ...]:
    """Canonical names of the beneficiaries, in the order of the text; promisors are never among them."""
    found: dict[str, Party] = {}
    for token in _recipients(act, action, names):
        for party in resolver.of(token):
            if party.name not in promisors and party.name:
                found.setdefault(party.name, party)
    return tuple(found)


def _recipients(act: Token, action: Span, names: Names) -> Iterator[Token]:
    """The tokens of the action that stand for a recipient, outermost relations first."""
    for token in action:
        if token.i == act.i or token.dep_ in {"conj", "punct"}:
            continue
        if _is_recipient(token, action, names):
            yield token


def _is_recipient(token: Token, action: Span, names: Names) -> bool:
    named = names.at(token)
    partylike = named is not None or _is_people(token)
    if token.dep_ == "dative" and token.pos_ != "ADP":
        return True
    if not partylike:
        return False
    if token.dep_ == "pobj":
        preposition = token.head.lower_
        if preposition in beneficiary_lexicon().towards.prepositions:
            return True
        return preposition == "of" and named is not None and named.kind == "state"
    if token.dep_ == "dobj":
        return True
    if named is not None and token.dep_ in {"poss", "amod", "compound", "nmod"}:
        return named.kind in {"state", "group"} and token.head.i >= action.start
    return token.dep_ in {"nsubj", "nsubjpass"} and syntax.is_verb(token.head) and token.head.i > token.i


def _is_people(token: Token) -> bool:
    return token.lemma_.lower() in beneficiary_lexicon().people and token.pos_ == "NOUN"
