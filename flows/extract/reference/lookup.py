"""The ``Reference``: the tables with their indexes, and what they answer."""

from __future__ import annotations

import datetime as dt
import functools
from pathlib import Path

from flows.extract.reference.checks import check_declared, check_links, unique
from flows.extract.reference.index import (
    ShoutedIndex,
    index_demonyms,
    index_holders,
    index_names,
    index_national_bodies,
    index_seats,
    index_surnames,
)
from flows.extract.reference.names import Name
from flows.extract.reference.people import Person, merge_people
from flows.extract.reference.rows import OrganisationRow, StateRow, TitleRow
from flows.extract.reference.spelling import opening, surface_key
from flows.extract.reference.tables import DEFAULT_FOLDER, Tables, read_tables

LINKING_WORDS = frozenset({"of", "the", "for", "to", "and", "in", "on", "at"})


class Reference:
    """The tables with their indexes. Build it with ``load_reference``; it does not change afterwards."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.states = unique("states.csv", {state.iso3: state for state in tables.states}, tables.states)
        self.organisations = unique(
            "organisations.csv", {row.name: row for row in tables.organisations}, tables.organisations
        )
        self.people = merge_people(tables.people)
        self.titles = unique("titles.csv", {t.title.casefold(): t for t in tables.titles}, tables.titles)
        self._title_words = frozenset(
            word.rstrip(".,") for title in self.titles for word in title.split() if word not in LINKING_WORDS
        )
        check_links(tables)
        self._names = ShoutedIndex(index_names(tables, self.people.values()))
        self._demonyms = index_demonyms(tables)
        self._seats = ShoutedIndex(index_seats(tables))
        self._national_bodies = index_national_bodies(tables.organisations)
        self._surnames = index_surnames(self.people.values())
        self._holders = index_holders(tables.people)
        indexes = (self._names.index, self._demonyms, self._seats.index)
        check_declared(indexes)
        self._openings = frozenset(opening(key).casefold() for index in indexes for key in index)

    def names(self, form: str) -> tuple[Name, ...]:
        """Whom ``form`` names directly: a state, organisation, person or place by name, alias or acronym.

        Accents, articles and possessives do not matter. Case does ("US", "us"), but a form all in
        capitals is also found as the name that it shouts. Match the longest form of a text first:
        "Guinea" inside "Papua New Guinea" is not Guinea.
        """
        return self._names.find(form)

    def opens_name(self, word: str) -> bool:
        """Whether any name, demonym or seat starts with ``word``: a quick no for most words of a text."""
        return opening(surface_key(word)).casefold() in self._openings

    def demonym(self, word: str) -> tuple[Name, ...]:
        """The states and places of whose people or affairs ``word`` speaks ("French", "Chechens")."""
        return self._demonyms.get(surface_key(word), ())

    def seat(self, form: str) -> tuple[Name, ...]:
        """Who is meant where a capital or seat of power acts: "Kyiv", "the White House", "Brussels".

        A form all in capitals is also found as the seat that it shouts.
        """
        return self._seats.find(form)

    def state(self, name: str) -> StateRow | None:
        """The state of that canonical name."""
        return next((state for state in self.tables.states if state.name == name), None)

    def national_body(self, short_name: str, iso3: str) -> OrganisationRow | None:
        """The state's own body of a short name: ("defence ministry", "RUS"), ("Parliament", "IRN")."""
        return self._national_bodies.get((surface_key(short_name).casefold(), iso3))

    def members(self, organisation: str) -> tuple[str, ...]:
        """The ISO codes of the members of an organisation by canonical name; empty if none are listed."""
        row = self.organisations.get(organisation)
        return row.members if row else ()

    def person(self, form: str) -> tuple[Person, ...]:
        """The people of that full name or alias."""
        return tuple(self.people[name.canonical] for name in self.names(form) if name.kind == "person")

    def by_surname(self, surname: str, day: dt.date | None = None) -> tuple[Person, ...]:
        """The people of that surname, in whatever case; with a ``day``, those in office then come first."""
        found = self._surnames.get(surface_key(surname).casefold(), ())
        if day is None:
            return found
        return tuple(sorted(found, key=lambda person: not person.in_office(day)))

    def title(self, words: str) -> TitleRow | None:
        """The title of that wording; case and full stops do not matter."""
        plain = surface_key(words).casefold()
        return self.titles.get(plain) or self.titles.get(plain + ".") or self.titles.get(plain.rstrip("."))

    def is_title_word(self, word: str) -> bool:
        """Whether ``word`` belongs to the wording of any title ("Deputy", "Secretary"), small words aside."""
        return word.casefold().rstrip(".,") in self._title_words

    def holders(self, title: str, party: str, day: dt.date | None = None) -> tuple[Person, ...]:
        """Who held the office that ``title`` stands for, earliest first.

        ``party`` is a state's ISO code or an organisation's canonical name. With a ``day`` only those
        in office then; without one, all that are known.
        """
        row = self.title(title)
        if row is None:
            return ()
        held = [tenure for office in row.offices for tenure in self._holders.get((office, party), ())]
        held.sort(key=lambda tenure: tenure.start or dt.date.min)
        return tuple(dict.fromkeys(self.people[tenure.name] for tenure in held if tenure.held_on(day)))


@functools.cache
def load_reference(folder: Path = DEFAULT_FOLDER) -> Reference:
    """The reference of ``folder``, read once per process; raises ``ReferenceDataError`` if it is bad."""
    return Reference(read_tables(folder))
