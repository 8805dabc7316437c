"""Which nouns and names can be of a business: "the firm", a company, and no ministry."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.named import Named
from flows.extract.components.party_lexicon import is_institution, party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.parse import Token

BUSINESS_KINDS = frozenset({"company", "agency"})  # of the reference, whose banks are all public


def is_business(lemma: str) -> bool:
    """Whether a noun stands for any business: "the company", "the firm"."""
    return any(
        lemma in description.lemmas for description in party_lexicon().description if description.business
    )


def may_be_business(scene: Scene, named: Named) -> bool:
    """Whether a name can be of a company: no known body of another kind, no ministry, no plural of people.

    Nor is it one behind what says that it is a place: "the province of Lund".
    """
    known = scene.reference.organisations.get(named.name)
    if known is not None:
        return known.kind in BUSINESS_KINDS
    last = scene.doc[named.end - 1]
    return last.tag_ != "NNS" and not is_institution(last) and not _is_behind_place(last)


def _is_behind_place(name: Token) -> bool:
    """Whether a name stands behind "of" and a word for a place: "the town of Karhula"."""
    of_place = name.dep_ == "pobj" and name.head.lower_ == "of"
    return of_place and syntax.noun_lemma(name.head.head) in party_lexicon().places.lemmas
