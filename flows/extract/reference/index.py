"""The indexes of the reference: from forms to names, and to bodies, people and holders of offices."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from flows.extract.reference.names import (
    Name,
    name_of_organisation,
    name_of_person,
    name_of_place,
    name_of_state,
)
from flows.extract.reference.people import Person
from flows.extract.reference.rows import OrganisationRow, PersonRow, StateRow
from flows.extract.reference.spelling import article_spellings, shouts, surface_key
from flows.extract.reference.tables import ReferenceDataError, Tables

type Index = Mapping[str, tuple[Name, ...]]


class _Builder:
    """Surface keys to their names, as they are gathered: likeliest first, in the order of the adding."""

    def __init__(self) -> None:
        self._names: dict[str, list[Name]] = defaultdict(list)

    def add(self, forms: Iterable[str], name: Name, declared: Iterable[str]) -> None:
        ambiguous = {surface_key(form) for form in declared}
        clear, unclear = replace(name, ambiguous=False), replace(name, ambiguous=True)
        for key in dict.fromkeys(surface_key(form) for form in forms):
            entry = unclear if key in ambiguous else clear
            if entry not in self._names[key]:
                self._names[key].append(entry)

    def index(self) -> Index:
        return MappingProxyType({key: tuple(names) for key, names in self._names.items()})


class ShoutedIndex:
    """An index that also finds a name by its form in capitals, where that form itself names nobody."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._in_capitals = _in_capitals(index)

    def find(self, form: str) -> tuple[Name, ...]:
        """Whom ``form`` names; empty where it names nobody."""
        key = surface_key(form)
        found = self.index.get(key, ())
        return self._in_capitals.get(key, ()) if not found and shouts(form, key) else found


def _in_capitals(index: Index) -> Index:
    """The same names by their forms in capitals."""
    shouted: dict[str, tuple[Name, ...]] = {}
    for key, names in index.items():
        shouted[key.upper()] = tuple(dict.fromkeys((*shouted.get(key.upper(), ()), *names)))
    return MappingProxyType(shouted)


def index_names(tables: Tables, people: Iterable[Person]) -> Index:
    """All parties by name, alias and acronym, national bodies also behind their state's adjectives."""
    builder = _Builder()
    for state in tables.states:
        builder.add((state.name, *state.aliases), name_of_state(state), state.ambiguous)
    adjectives = _own_adjectives(tables.states)
    for body in tables.organisations:
        forms = (body.name, *body.acronyms, *body.aliases, *_with_adjectives(body, adjectives))
        builder.add(forms, name_of_organisation(body), body.ambiguous)
    for person in people:
        written = (form for name in (person.name, *person.aliases) for form in article_spellings(name))
        builder.add(written, name_of_person(person), person.ambiguous)
    for place in tables.places:
        builder.add((place.name, *place.aliases), name_of_place(place), place.ambiguous)
    return builder.index()


def _own_adjectives(states: Iterable[StateRow]) -> Mapping[str, tuple[str, ...]]:
    """Each state's demonyms but plurals and those it shares with another state ("Korean")."""
    claims = Counter(word for state in states for word in set(state.demonyms))
    return {
        state.iso3: tuple(
            word
            for word in state.demonyms
            if claims[word] == 1 and word.removesuffix("s") not in set(state.demonyms) - {word}
        )
        for state in states
    }


def _with_adjectives(body: OrganisationRow, adjectives: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """A national body's short names after its state's adjectives: "Russian Defense Ministry"."""
    if body.iso3 is not None:
        for adjective in adjectives[body.iso3]:
            yield from (f"{adjective} {short_name}" for short_name in body.short_names)


def index_demonyms(tables: Tables) -> Index:
    """States and places by the words for their people and affairs."""
    builder = _Builder()
    for state in tables.states:
        builder.add(state.demonyms, replace(name_of_state(state), label="NORP"), state.ambiguous)
    for place in tables.places:
        builder.add(place.demonyms, replace(name_of_place(place), label="NORP"), place.ambiguous)
    return builder.index()


def index_seats(tables: Tables) -> Index:
    """States and bodies by their capitals and seats of power."""
    builder = _Builder()
    for state in tables.states:
        builder.add((*state.capitals, *state.seats_of_power), name_of_state(state), state.ambiguous)
    for body in tables.organisations:
        builder.add(body.seats, name_of_organisation(body), body.ambiguous)
    return builder.index()


def index_national_bodies(
    organisations: Iterable[OrganisationRow],
) -> Mapping[tuple[str, str], OrganisationRow]:
    """National bodies by their short names in small letters and their state's code."""
    bodies: dict[tuple[str, str], OrganisationRow] = {}
    for body in organisations:
        for short_name in body.short_names:
            key = (surface_key(short_name).casefold(), body.iso3 or "")
            if bodies.setdefault(key, body) is not body:
                raise ReferenceDataError(
                    f"organisations.csv: {short_name!r} is {bodies[key].name} and {body.name}"
                )
    return MappingProxyType(bodies)


def index_surnames(people: Iterable[Person]) -> Mapping[str, tuple[Person, ...]]:
    """People by their surnames in small letters."""
    index: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for key in dict.fromkeys(surface_key(surname).casefold() for surname in person.surnames):
            index[key].append(person)
    return MappingProxyType({key: tuple(bearers) for key, bearers in index.items()})


def index_holders(rows: Iterable[PersonRow]) -> Mapping[tuple[str, str], tuple[PersonRow, ...]]:
    """Who held an office, by the office and the state's code or the organisation's name."""
    index: dict[tuple[str, str], list[PersonRow]] = defaultdict(list)
    for row in rows:
        for party in filter(None, dict.fromkeys((row.iso3, row.organisation))):
            index[row.office, party].append(row)
    return MappingProxyType({key: tuple(held) for key, held in index.items()})
