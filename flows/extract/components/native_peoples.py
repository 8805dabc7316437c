"""Peoples who share the word for a state's: "Indian leaders" of Ecuador are not India's."""

from __future__ import annotations

from collections.abc import Mapping

from flows.extract import syntax
from flows.extract.components.named import Via
from flows.extract.parse import Span
from flows.extract.reference import Name
from flows.extract.words import load_words


def is_of_native_people(span: Span, state: Name, ways: Mapping[str, frozenset[Via]]) -> bool:
    """Whether a demonym before a noun is that of a people of other states than its own.

    ``ways`` tells how a document names each state, by its code. A noun that only they have tells so always
    ("Indian tribes"), one that they share ("Indian leaders") where it names such a state and never their
    namesake, other than by the word itself.
    """
    if span.root.dep_ not in syntax.MODIFYING:
        return False
    lemma = syntax.noun_lemma(span.root.head)
    named = ways.get(state.iso3 or "", frozenset()) - {"demonym"}
    for people in load_words().peoples:
        if span.text not in people.words:
            continue
        if lemma in people.nouns:
            return True
        if lemma in people.shared_nouns and not named and not people.states.isdisjoint(ways):
            return True
    return False
