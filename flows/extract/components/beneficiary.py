"""Beneficiaries: the parties that an act is for or, for a threat, against.

Candidates are the names and phrases for people in the act's sentence; a linear model over how each stands
to the act ("send Ukraine tanks", "Ukraine's defences", "in Vilnius") says which are beneficiaries. Its
weights lie with the judge's (``weights/judge.json.gz``); ``lexicons/beneficiaries.toml`` lists the nouns
that can be a beneficiary without a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Span, Token

from flows.extract import syntax
from flows.extract.components.attribution import saying_verbs
from flows.extract.components.linear import LinearModel
from flows.extract.components.names import Named, Names
from flows.extract.components.party import Party, PartyResolver
from flows.extract.lexicon import LexiconModel, load_lexicon

OBJECT_PRONOUNS = frozenset({"them", "him", "her", "it", "us", "you", "their", "his", "its", "your", "our"})


class BeneficiaryLexicon(LexiconModel):
    """All of ``beneficiaries.toml``."""

    id: str
    people: frozenset[str]


@lru_cache(maxsize=1)
def beneficiary_lexicon() -> BeneficiaryLexicon:
    """The lexicon; raises LexiconError where the file breaks its model."""
    return load_lexicon("beneficiaries", BeneficiaryLexicon)


@dataclass(frozen=True)
class Recipient:
    """A phrase that may be a beneficiary: its head, what it names, and whom it stands for."""

    token: Token
    named: Named | None
    parties: tuple[Party, ...]


def recipients(
    act: Token, sentence: Span, promisors: tuple[str, ...], resolver: PartyResolver, names: Names
) -> list[Recipient]:
    """Every phrase of the sentence that may be a beneficiary, in the order of the text."""
    found = []
    for token in sentence:
        named = names.at(token)
        if not _may_be_party(token, named) or token.i == act.i or _says(token):
            continue
        parties = tuple(party for party in resolver.of_one(token) if party.name not in (*promisors, ""))
        if parties:
            found.append(Recipient(token, named, parties))
    return found


def beneficiaries_of(
    act: Token,
    action: Span,
    sentence: Span,
    force: str,
    promisors: tuple[str, ...],
    resolver: PartyResolver,
    names: Names,
    model: LinearModel,
    threshold: float,
) -> tuple[str, ...]:
    """Canonical names of the beneficiaries, in the order of the text; promisors are never among them."""
    found: dict[str, Party] = {}
    yes = model.classes.index("yes")
    for recipient in recipients(act, sentence, promisors, resolver, names):
        features = recipient_features(recipient, act, action, force)
        if model.probabilities(features)[yes] >= threshold:
            found.update({party.name: party for party in recipient.parties if party.name not in found})
    return tuple(found)


def _may_be_party(token: Token, named: Named | None) -> bool:
    if named is not None:
        return token.i == named.end - 1
    if token.lower_ in OBJECT_PRONOUNS:
        return token.dep_ in {"dobj", "dative", "pobj", "poss"}
    return token.pos_ == "NOUN" and token.lemma_.lower() in beneficiary_lexicon().people


def _says(token: Token) -> bool:
    """Whether a phrase is only who is cited."""
    head = syntax.conjunction_head(token)
    return head.dep_ == "nsubj" and head.head.lemma_.lower() in saying_verbs()


def recipient_features(recipient: Recipient, act: Token, action: Span, force: str) -> list[str]:
    """How a phrase stands to the act, as named binary features."""
    return list(dict.fromkeys(_features(recipient, act, action, force)))


def _features(recipient: Recipient, act: Token, action: Span, force: str) -> Iterator[str]:
    token = syntax.conjunction_head(recipient.token)
    named = recipient.named
    place = "before" if token.i < action.start else "inside" if token.i < action.end else "after"
    relation = token.dep_
    if token.dep_ == "pobj":
        relation = f"pobj:{token.head.lower_}"
    if token.dep_ in {"poss", "amod", "compound", "nmod"}:
        relation = f"{token.dep_}:{syntax.conjunction_head(token.head).dep_}"
    kind = recipient.parties[0].kind if named is not None else "pronoun" if token.pos_ == "PRON" else "words"
    yield f"place={place}"
    yield f"relation={relation}"
    yield f"relation+place={relation}|{place}"
    yield f"relation+kind={relation}|{kind}"
    yield f"kind+place={kind}|{place}"
    yield f"force+place={force}|{place}"
    yield f"force+relation={force}|{relation}"
    yield f"via={named.via if named else 'words'}|{place}"
    yield f"distance={_distance(token, act)}|{place}"
    yield f"act={act.lemma_.lower()}|{place}"
    yield f"act+relation={act.lemma_.lower()}|{relation}"
    if token.dep_ in {"poss", "amod", "compound", "nmod"}:
        yield f"owned={token.head.lemma_.lower()}|{place}"
    if token.dep_ == "pobj":
        yield f"governor={token.head.head.lemma_.lower()}|{token.head.lower_}"
    if named is None:
        yield f"noun={token.lemma_.lower()}"
    if token.dep_ in {"nsubj", "nsubjpass"}:
        yield f"subject of={token.head.lemma_.lower()}|{place}"


def _distance(token: Token, act: Token) -> str:
    """How many steps of the parse lie between a phrase and the act."""
    for steps, head in enumerate(syntax.ancestors(token), start=1):
        if head.i == act.i:
            return str(min(steps, 6))
    return "outside"
