"""Parties in one phrase that the parse hides: named by a modifier, after "including", or taken for one."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.named import Named
from flows.extract.components.names import Names
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Token


def group_named_before(token: Token, names: Names) -> Named | None:
    """The group whose name a description of its kind follows: "the Shining Path rebel group"."""
    lexicon = party_lexicon()
    if token.lemma_.lower() not in lexicon.named_groups.lemmas or token.tag_ != "NN":
        return None
    first = token.i - 1
    while first > token.sent.start and token.doc[first].lower_ in lexicon.named_groups.described_as:
        first -= 1
    named = names.at(token.doc[first]) if first < token.i - 1 else None
    return named if named is not None and named.kind == "organisation" else None


def included(token: Token, names: Names) -> Iterator[Named]:
    """The states and bodies that a group is said to include: "several allies, including Peru and Chile"."""
    for preposition in syntax.children(token, "prep"):
        if preposition.lower_ != "including":
            continue
        for listed in syntax.children(preposition, "pobj"):
            for member in syntax.conjuncts(listed):
                named = names.at(member)
                if named is not None and named.kind in {"state", "organisation"}:
                    yield named


def taken_for_modifier(token: Token) -> tuple[Token, Token] | None:
    """The first of two parties that the parse takes for a modifier of the second, and the "and" behind it.

    "Mali's government and northern traders": "government", with the modifiers of "traders".
    """
    for modifier in syntax.children(token, "nmod"):
        joined = syntax.child(modifier, "cc")
        if modifier.pos_ == "NOUN" and joined is not None and modifier.i < joined.i < token.i:
            return modifier, joined
    return None
