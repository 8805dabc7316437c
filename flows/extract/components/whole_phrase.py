"""Whole phrases: all the parties that are side by side in one, "Fiji and Peru" or "states including Chad"."""

from __future__ import annotations

from flows.extract.components.joined import beside_appositive, in_list, included
from flows.extract.components.party import Party, Resolve, party_of
from flows.extract.components.scene import Scene
from flows.extract.parse import Token

TAGS_OF_PARTIES = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X"})


def of_phrase(scene: Scene, resolve: Resolve, first: Token) -> tuple[Party, ...]:
    """The parties that the phrase headed by ``first`` stands for: of "Fiji and Peru" both."""
    names = scene.names
    found: dict[str, Party] = {}
    for head in (*in_list(first, names), *beside_appositive(first, names)):
        if head.pos_ in TAGS_OF_PARTIES or names.at(head):
            for party in (*resolve(head, 0), *map(party_of, included(head, names))):
                found.setdefault(party.name, party)
    return tuple(found.values())
