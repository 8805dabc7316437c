"""A party: whom a record binds or is for, under one canonical name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flows.extract.components.named import Named
from flows.extract.parse import Token
from models.vocabulary import EntityKind


@dataclass(frozen=True, slots=True)
class Party:
    """A party under its canonical name; ``kind`` is "other" where only words describe it."""

    name: str
    kind: EntityKind
    iso3: str | None = None


def party_of(named: Named) -> Party:
    """The party that a name names."""
    return Party(named.name, named.kind, named.iso3)


def each_once(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The parties as they first come, each name once: Fiji and Peru of Fiji, Peru, Fiji."""
    return tuple({party.name: party for party in parties}.values())


def without_things(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Those of some parties that can act: all but what words alone describe ("the road")."""
    return tuple(party for party in parties if party.kind != "other")


# The parties that a token stands for, that many steps from pronoun to pronoun away from the first one.
Resolve = Callable[[Token, int], tuple[Party, ...]]


def are_state_and_organ(parties: tuple[Party, ...]) -> bool:
    """Whether two are a state and a body of its own, in this order: "Peru, Ministry of Ports"."""
    if [party.kind for party in parties] != ["state", "organisation"]:
        return False
    state, body = parties
    return state.iso3 == body.iso3
