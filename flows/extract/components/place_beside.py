"""The place that a text names right beside another word for it: "the city of Accra", "Galway, Ireland"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.named import Named
from flows.extract.components.party import Party, party_of
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.parse import Token


def place_behind(scene: Scene, token: Token) -> Party | None:
    """What a description names right behind "of": "the island nation of Fiji", "the city of Accra".

    A city is itself there, even where its name alone stands for a state.
    """
    lemma = syntax.noun_lemma(token)
    is_place = lemma in party_lexicon().places.lemmas
    if syntax.is_plural(token) or not (is_place or lemma in party_lexicon().states.lemmas):
        return None
    behind = scene.doc[token.i + 1 : token.i + 3]
    if len(behind) < 2 or behind[0].lower_ != "of":
        return None
    named = scene.names.at(behind[1])
    if named is None or named.kind not in {"state", "place"}:
        return None
    if is_place and named.via == "seat":
        return Party(scene.doc[named.start : named.end].text, "place")
    return party_of(named)


def city_before(scene: Scene, token: Token, named: Named) -> Party | None:
    """The city that acts where the state behind its comma tells which one: "Galway, Ireland will".

    None where the place before is only where something happens ("In Galway, Ireland will"), or one of a list.
    """
    city = scene.names.at(scene.doc[named.start - 2]) if named.start >= 2 else None
    if city is None or scene.doc[named.start - 1].text != "," or named.kind not in {"place", "state"}:
        return None
    if city.kind != "place" or city.start < token.sent.start:
        return None
    last = scene.doc[city.end - 1]
    if {last.dep_, token.dep_} & {"pobj", "conj"} or syntax.children(token, "conj"):
        return None
    return party_of(city)
