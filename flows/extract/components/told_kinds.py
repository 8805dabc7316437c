"""Kinds that an apposition tells of names that were taken for another: "Reed Lane, an airline, …"."""

from __future__ import annotations

from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.described_people import is_behind_person
from flows.extract.components.named import Named
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Doc, Token
from flows.extract.words import load_words


def as_bodies(doc: Doc, found: list[Named]) -> list[Named]:
    """Names taken for a person's or a place's that the document calls bodies: "Reed Lane, an airline, …"."""
    bodies = {named.name for named in found if _is_called_body(doc, named)}
    return [
        replace(named, kind="organisation", label="ORG") if named.name in bodies else named for named in found
    ]


def _is_called_body(doc: Doc, named: Named) -> bool:
    """Whether an apposition says that an unknown person or place is a body, or the largest of a business."""
    if named.kind not in {"person", "place"} or named.via != "recognised" or is_behind_person(doc, named):
        return False
    root = doc[named.start : named.end].root
    told = [*syntax.children(root, "appos"), *([root.head] if root.dep_ == "appos" else [])]
    nouns = [noun for noun in told if noun.tag_ == "NN"]
    return any(map(_is_body, nouns))


def _is_body(noun: Token) -> bool:
    """Whether a noun tells of a body; one for a business, which a person may have too, where more says so."""
    lemma = noun.lemma_.lower()
    if lemma in party_lexicon().businesses.lemmas:
        return _is_the_most(noun) or _is_called_it(noun)
    return lemma in actor_nouns().bodies.lemmas


def _is_called_it(noun: Token) -> bool:
    """Whether a sentence goes on with "it" behind a word for a person or body, and with no "he" or "she"."""
    behind = {token.lower_ for token in noun.doc[noun.i : noun.sent.end]}
    pronouns = party_lexicon().pronouns
    return bool(behind & pronouns.thing) and not behind & pronouns.person


def _is_the_most(noun: Token) -> bool:
    return any(child.tag_ == "JJS" for child in syntax.children(noun, "amod"))


def as_holders(doc: Doc, found: list[Named]) -> list[Named]:
    """Names taken for a place's or a body's that an apposition gives an office: "a senator, Reed Lane, …"."""
    people = {named.name for named in found if _is_called_holder(doc, named)}
    return [
        replace(named, kind="person", label="PERSON") if named.name in people else named for named in found
    ]


def _is_called_holder(doc: Doc, named: Named) -> bool:
    """Whether an unknown place or body of several words stands beside an office that one person holds."""
    if (
        named.kind not in {"place", "organisation"}
        or named.via != "recognised"
        or named.end - named.start < 2
    ):
        return False
    root = doc[named.start : named.end].root
    offices = party_lexicon().offices.lemmas | party_lexicon().shared_offices.lemmas
    told = [*syntax.children(root, "appos"), *([root.head] if root.dep_ == "appos" else [])]
    if _is_behind_body(doc, named, root):
        told += [root.head.head.head]
    return any(noun.tag_ == "NN" and noun.lemma_.lower() in offices for noun in told)


def _is_behind_body(doc: Doc, named: Named, root: Token) -> bool:
    """Whether a name between commas stands behind whose a noun is: "the leader of the Front, Reed Lane,"."""
    body = root.head
    if root.dep_ != "appos" or body.dep_ != "pobj" or body.head.lower_ != "of" or body.ent_type_ != "ORG":
        return False
    apart = doc[named.start - 1].text == "," and named.end < len(doc) and doc[named.end].text == ","
    last = syntax.noun_lemma(root)
    return apart and last not in actor_nouns().bodies.lemmas and last not in load_words().company_words
