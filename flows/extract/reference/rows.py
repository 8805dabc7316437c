"""The rows of the five reference tables, each under its contract."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from flows.extract.reference.cells import (
    FirstDay,
    Forms,
    Iso2,
    Iso3,
    LastDay,
    Optional,
    OptionalGender,
    WikidataId,
)
from models.base import Contract

StateStatus = Literal["member", "observer", "other", "former"]
OrganisationKind = Literal[
    "alliance", "union", "international_organisation", "court", "bank", "group", "government", "ministry",
    "agency", "legislature", "military", "party", "armed_group", "company", "ngo",
]  # fmt: skip
PlaceKind = Literal[
    "us_state", "province", "territory", "breakaway", "country_part", "region", "continent", "city", "sea",
]  # fmt: skip
TitleRole = Literal[
    "head_of_state", "head_of_government", "minister", "official", "leader", "military", "religious",
    "honorific",
]  # fmt: skip


class StateRow(Contract):
    """A state, acting polity or former state; codes may be in use (XKX) or withdrawn (SUN)."""

    iso3: str = Field(pattern=r"^[A-Z]{3}$")
    iso2: Iso2
    name: str = Field(min_length=1)
    status: StateStatus
    wikidata_id: WikidataId
    aliases: Forms
    demonyms: Forms
    capitals: Forms
    seats_of_power: Forms
    ambiguous: Forms


class OrganisationRow(Contract):
    """A body that acts. ``short_names`` name it only beside its state ("Foreign Ministry")."""

    name: str = Field(min_length=1)
    kind: OrganisationKind
    acronyms: Forms
    aliases: Forms
    short_names: Forms
    seats: Forms
    iso3: Iso3
    members: Annotated[tuple[str, ...], BeforeValidator(lambda cell: tuple(cell.split()))]
    wikidata_id: WikidataId
    ambiguous: Forms

    @model_validator(mode="after")
    def _short_names_need_a_state(self) -> Self:
        if self.short_names and self.iso3 is None:
            raise ValueError("short names are told apart by the state, and the row has none")
        return self


class PersonRow(Contract):
    """One office of one person. ``start`` and ``end`` (columns from, to) are its first and last day.

    An empty end is an office still held when the table was written, or whose end is not known.
    ``surnames`` is filled where the surname is not simply the last word with its particles.
    """

    name: str = Field(min_length=1)
    aliases: Forms
    surnames: Forms
    gender: OptionalGender
    iso3: Iso3
    organisation: Optional
    office: str = Field(min_length=1)
    start: FirstDay = Field(alias="from")
    end: LastDay = Field(alias="to")
    wikidata_id: WikidataId
    ambiguous: Forms

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"the office ends ({self.end}) before it begins ({self.start})")
        if self.iso3 is None and self.organisation is None:
            raise ValueError("an office belongs to a state or an organisation")
        return self

    def held_on(self, day: dt.date | None) -> bool:
        """Whether the office was held on ``day``; without a day, whether it was ever held."""
        if day is None:
            return True
        return (self.start or dt.date.min) <= day <= (self.end or dt.date.max)


class PlaceRow(Contract):
    """A place that texts treat as a party without being a state: a province, territory or region."""

    name: str = Field(min_length=1)
    kind: PlaceKind
    iso3: Iso3
    wikidata_id: WikidataId
    aliases: Forms
    demonyms: Forms
    ambiguous: Forms


class TitleRow(Contract):
    """A title before or beside a name, and the offices (of people.csv) that it may stand for."""

    title: str = Field(min_length=1)
    role: TitleRole
    gender: OptionalGender
    offices: Forms
