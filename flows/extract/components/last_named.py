"""Whom a pronoun stands for where no subject before it fits: an office told of, or the last name."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.gender import Genders
from flows.extract.components.named import Named
from flows.extract.components.party import Party, Resolve, party_of
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.pronoun_sense import office_told_of
from flows.extract.components.scene import Scene
from flows.extract.components.sought import Sought
from flows.extract.parse import Token

OFFICE_REACH = 120  # tokens before a pronoun in which an office may tell who is meant


def holder_of_office(
    scene: Scene, resolve: Resolve, genders: Genders, sought: Sought
) -> tuple[Party, ...] | None:
    """Who holds the office that tells who "he" or "she" is; None where no office does."""
    holder = _office_before(scene, resolve, genders, sought)
    if holder is not None:
        return (holder,)
    office = office_told_of(sought.token)
    return resolve(office, sought.depth + 1) if office is not None else None


def last_named(scene: Scene, genders: Genders, sought: Sought) -> tuple[Party, ...]:
    """The last party named before a word that may be it and acts in the text."""
    not_named = {"other", "place", "person"} if sought.means_several else {"other", "place"}
    kinds = tuple(kind for kind in sought.kinds if kind not in not_named)
    others = (*sought.doer, *sought.not_meant)
    for named in scene.names.before(sought.token.left_edge.i, *kinds):
        party = party_of(named)
        if party not in others and scene.acts(named) and genders.allow(sought.token, party):
            return (party,)
    return ()


def _office_before(scene: Scene, resolve: Resolve, genders: Genders, sought: Sought) -> Party | None:
    """Who, named by the office alone ("the President"), stands nearer before "he" than any name."""
    pronoun = sought.token
    start = max(0, pronoun.i - OFFICE_REACH)
    named = next(scene.names.before(pronoun.i, "person"), None)
    start = max(start, named.end) if named is not None and _is_told_of(scene, named) else start
    for position in range(pronoun.i - 1, start - 1, -1):
        office = scene.doc[position]
        if _is_bare_office(scene, office):
            found = resolve(office, sought.depth + 1)
            if len(found) == 1 and found[0].kind == "person" and genders.allow(pronoun, found[0]):
                return found[0]
    return None


def _is_bare_office(scene: Scene, word: Token) -> bool:
    """Whether a word is an office with an article and without a name: "the President"."""
    office = syntax.noun_lemma(word) in party_lexicon().offices.lemmas and scene.names.at(word) is None
    return office and syntax.child(word, "det") is not None


def _is_told_of(scene: Scene, named: Named) -> bool:
    """Whether a person is spoken of: not addressed, nor the label of a transcript's turn."""
    behind = scene.doc[named.end].text if named.end < len(scene.doc) else ""
    before = scene.doc[named.start - 1].text if named.start else ""
    return behind != ":" and not (behind == "," and before in {",", "—", ""})
