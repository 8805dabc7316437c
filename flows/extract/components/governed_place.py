"""Places that a noun alone means: "the city" whose mayor was told of, "the state" whose governor was."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.pair import is_bare
from flows.extract.components.party import Party
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.place_beside import place_behind
from flows.extract.components.retold import words_before
from flows.extract.components.scene import Scene
from flows.extract.parse import Token


def place_governed(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The place that "the city" or "the province" is: whose mayor or governor was told of last.

    "The mayor of Callao promised …. The city will pay"; or that was called so ("the town of Callao"). So is
    "his city" where the mayor says so.
    """
    lemma = syntax.noun_lemma(token)
    parts = party_lexicon().places.lemmas | party_lexicon().governed.lemmas
    own = _is_of_person(token)
    if lemma not in parts or syntax.is_plural(token) or not (own or is_bare(token)):
        return ()
    for before in words_before(scene, token):
        if own and before.sent.start != token.sent.start:
            return ()
        place = place_behind(scene, before) if before.lower_ == lemma else _place_of(scene, before)
        if place is not None and place.kind == "place":
            return (place,)
    return ()


def _is_of_person(token: Token) -> bool:
    """Whether a noun has nothing but "his" or "her" beside it: "her state"."""
    whose = syntax.child(token, "poss")
    person = whose is not None and whose.lower_ in party_lexicon().pronouns.person
    return person and len(token.children) == 1


def _place_of(scene: Scene, office: Token) -> Party | None:
    """The place whose mayor or governor a noun is of: "the mayor of Callao", "Callao's mayor".

    So is that of "Governor Reed Lane of Callao".
    """
    if syntax.noun_lemma(office) not in party_lexicon().organs.of_part:
        return None
    of_what = syntax.noun_after(office, ("of",))
    if office.dep_ == "compound" and office.head.pos_ == "PROPN":
        of_what = of_what or syntax.noun_after(office.head, ("of",))
    whose = of_what or syntax.child(office, "poss")
    named = scene.names.at(whose) if whose is not None else None
    if named is None or (named.kind == "person" and whose != of_what):
        return None
    return Party(scene.doc[named.start : named.end].text, "place")
