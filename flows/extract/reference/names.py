"""Whom a form names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from flows.extract.reference.people import Person
from flows.extract.reference.rows import OrganisationRow, PlaceRow, StateRow
from models.vocabulary import EntityKind

Label = Literal["GPE", "LOC", "ORG", "NORP", "PERSON"]


@dataclass(frozen=True, slots=True)
class Name:
    """Whom a surface form names. ``ambiguous``: the form alone does not settle it."""

    canonical: str
    kind: EntityKind
    iso3: str | None
    wikidata_id: str | None
    label: Label
    ambiguous: bool = False


def name_of_state(state: StateRow) -> Name:
    """A state as a form names it."""
    return Name(state.name, "state", state.iso3, state.wikidata_id, "GPE")


def name_of_organisation(organisation: OrganisationRow) -> Name:
    """A body as a form names it."""
    return Name(organisation.name, "organisation", organisation.iso3, organisation.wikidata_id, "ORG")


def name_of_person(person: Person) -> Name:
    """A person as a form names them."""
    return Name(person.name, "person", person.iso3, person.wikidata_id, "PERSON")


def name_of_place(place: PlaceRow) -> Name:
    """A place as a form names it."""
    label: Label = "LOC" if place.kind in {"region", "continent", "sea"} else "GPE"
    return Name(place.name, "place", place.iso3, place.wikidata_id, label)
