"""The people of the reference, each with all their offices."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from flows.extract.reference.cells import Gender
from flows.extract.reference.rows import PersonRow
from flows.extract.reference.spelling import article_spellings, surnames_of
from flows.extract.reference.tables import ReferenceDataError

# Offices after whose holders a government is called: "the Bush administration".
HEADS = frozenset({"President", "Vice President", "Prime Minister", "Chancellor", "Premier"})


@dataclass(frozen=True, slots=True)
class Person:
    """A person with all their offices, earliest first."""

    name: str
    aliases: tuple[str, ...]
    surnames: tuple[str, ...]
    gender: Gender | None
    iso3: str | None
    wikidata_id: str | None
    ambiguous: frozenset[str]
    offices: tuple[PersonRow, ...]

    @property
    def headed_state(self) -> bool:
        """Whether the person ever was, or deputised for, the head of a state or government."""
        return any(office.office in HEADS for office in self.offices)

    def heads_on(self, day: dt.date) -> bool:
        """Whether the person was, or deputised for, the head of a state or government on ``day``."""
        return any(office.office in HEADS and office.held_on(day) for office in self.offices)

    def in_office(self, day: dt.date) -> bool:
        """Whether the person held any listed office on ``day``."""
        return any(office.held_on(day) for office in self.offices)


def merge_people(rows: Iterable[PersonRow]) -> Mapping[str, Person]:
    """The rows joined by name, each person's offices by their start."""
    grouped: dict[str, list[PersonRow]] = defaultdict(list)
    for row in rows:
        grouped[row.name].append(row)
    return MappingProxyType({name: _person(name, offices) for name, offices in grouped.items()})


def _person(name: str, rows: list[PersonRow]) -> Person:
    for column in ("wikidata_id", "gender"):
        if len({getattr(row, column) for row in rows} - {None}) > 1:
            raise ReferenceDataError(f"people.csv: the rows of {name} differ in {column}")
    surnames = [surname for row in rows for surname in row.surnames] or list(surnames_of(name))
    return Person(
        name=name,
        aliases=tuple(dict.fromkeys(alias for row in rows for alias in row.aliases)),
        surnames=tuple(dict.fromkeys(form for surname in surnames for form in article_spellings(surname))),
        gender=next((row.gender for row in rows if row.gender), None),
        iso3=next((row.iso3 for row in rows if row.iso3), None),
        wikidata_id=next((row.wikidata_id for row in rows if row.wikidata_id), None),
        ambiguous=frozenset(form for row in rows for form in row.ambiguous),
        offices=tuple(sorted(rows, key=lambda row: row.start or dt.date.min)),
    )
