"""The names that political texts use, read from ``seeds/reference/*.csv`` and indexed.

Five tables, a typed row each: states, organisations, people (one row an office), places and titles.
``load_reference`` reads and checks them once and gives a ``Reference``, which answers by surface form:
who is called that, whose demonym or seat of power it is, who held an office on a day.

A form that names more than one party has to be declared in the ``ambiguous`` column of each row that
claims it; else loading fails. A row may declare a form that only ordinary English shares ("Turkey",
"Chad"). Every answer carries that declaration, likeliest reading first: states, then organisations,
people and places, each in the order of its file.
"""

from __future__ import annotations

import csv
import datetime as dt
import functools
import re
import unicodedata
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from models.base import Contract
from models.vocabulary import EntityKind

DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "seeds" / "reference"

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
Gender = Literal["female", "male"]
Label = Literal["GPE", "LOC", "ORG", "NORP", "PERSON"]


LINKING_WORDS = frozenset({"of", "the", "for", "to", "and", "in", "on", "at"})
LONGEST_ACRONYM = 3  # letters of what may be an acronym, and no name in capitals
# Offices after whose holders a government is called: "the Bush administration".
HEADS = frozenset({"President", "Vice President", "Prime Minister", "Chancellor", "Premier"})


class ReferenceDataError(ValueError):
    """A reference table breaks its contract; the message names file and line where one is to blame."""


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _none_if_empty(cell: str) -> str | None:
    return cell.strip() or None


_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def _day(cell: str, *, last: bool) -> dt.date | None:
    """The first or last day of a date given as year, month or day; None for an empty cell."""
    if not cell.strip():
        return None
    match = _PARTIAL_DATE.fullmatch(cell.strip())
    if match is None:
        raise ValueError(f"{cell!r} is neither YYYY nor YYYY-MM nor YYYY-MM-DD")
    year = int(match[1])
    month = int(match[2] or (12 if last else 1))
    if not 1 <= month <= 12:
        raise ValueError(f"{cell!r} has no such month")
    return dt.date(year, month, int(match[3] or (monthrange(year, month)[1] if last else 1)))


Forms = Annotated[tuple[str, ...], BeforeValidator(_split)]
Optional = Annotated[str | None, BeforeValidator(_none_if_empty)]
WikidataId = Annotated[Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None, BeforeValidator(_none_if_empty)]
Iso2 = Annotated[Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None, BeforeValidator(_none_if_empty)]
Iso3 = Annotated[Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None, BeforeValidator(_none_if_empty)]
FirstDay = Annotated[dt.date | None, BeforeValidator(functools.partial(_day, last=False))]
LastDay = Annotated[dt.date | None, BeforeValidator(functools.partial(_day, last=True))]
OptionalGender = Annotated[Gender | None, BeforeValidator(_none_if_empty)]


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


@dataclass(frozen=True, slots=True)
class Name:
    """Whom a surface form names. ``ambiguous``: the form alone does not settle it."""

    canonical: str
    kind: EntityKind
    iso3: str | None
    wikidata_id: str | None
    label: Label
    ambiguous: bool = False


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


_NO_DECOMPOSITION = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss"}
)
_ARTICLES = frozenset({"the ", "The ", "THE "})
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "‐": "-", "‑": "-"})


def surface_key(form: str) -> str:
    """The form as the indexes hold it: no accents, article, possessive or odd spaces; case is kept."""
    plain = form if form.isascii() else _without_accents(form)
    plain = " ".join(plain.split())
    if plain[:4] in _ARTICLES:
        plain = plain[4:]
    if plain.endswith(("'s", "'S")):
        return plain[:-2]
    return plain[:-1] if plain.endswith(("s'", "S'")) else plain


def _shouts(form: str, key: str) -> bool:
    """Whether a form is all in capitals, and too long for an acronym that only looks like a name."""
    return form.isupper() and len(key) > LONGEST_ACRONYM


def _in_capitals(index: Mapping[str, tuple[Name, ...]]) -> Mapping[str, tuple[Name, ...]]:
    """The same names by their forms in capitals."""
    shouted: dict[str, tuple[Name, ...]] = {}
    for key, names in index.items():
        shouted[key.upper()] = tuple(dict.fromkeys((*shouted.get(key.upper(), ()), *names)))
    return MappingProxyType(shouted)


def _without_accents(form: str) -> str:
    plain = unicodedata.normalize("NFKD", form.translate(_QUOTES).translate(_NO_DECOMPOSITION))
    return "".join(char for char in plain if not unicodedata.combining(char))


def _opening(key: str) -> str:
    """The letters and digits that a key starts with: "U" of "U.S.", "al" of "al-Qaeda"."""
    found = re.match(r"\w+", key)
    return found[0] if found else key


def _article_spellings(name: str) -> Iterator[str]:
    """The name and, where it holds an Arabic article, its other spellings: al-X, Al-X, al X, X."""
    yield name
    if re.search(r"\b[ae]l-", name):
        for written in (r"al-", r"Al-", r"al ", r"el-", r"El-", r""):
            yield re.sub(r"\b[ae]l-", written, name)


_PARTICLES = frozenset(
    {
        "al",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "la",
        "le",
        "ten",
        "ter",
        "van",
        "von",
    }
)


def _surnames_of(name: str) -> Iterator[str]:
    """The last word of a name, and the same with the lower-case particles before it."""
    words = [word for word in name.split() if word.rstrip(".,") not in {"Jr", "Sr", "II", "III"}]
    first = len(words) - 1
    yield words[first].rstrip(",")
    while first > 0 and words[first - 1] in _PARTICLES:
        first -= 1
        yield " ".join(words[first:]).rstrip(",")


class _Index:
    """Surface keys to their names, as a builder: it finds undeclared clashes when it is closed."""

    def __init__(self) -> None:
        self._names: dict[str, list[Name]] = defaultdict(list)

    def add(self, forms: Iterable[str], name: Name, declared: Iterable[str]) -> None:
        ambiguous = {surface_key(form) for form in declared}
        clear, unclear = replace(name, ambiguous=False), replace(name, ambiguous=True)
        for key in dict.fromkeys(surface_key(form) for form in forms):
            entry = unclear if key in ambiguous else clear
            if entry not in self._names[key]:
                self._names[key].append(entry)

    def close(self) -> Mapping[str, tuple[Name, ...]]:
        return MappingProxyType({key: tuple(names) for key, names in self._names.items()})


def _state_name(state: StateRow) -> Name:
    return Name(state.name, "state", state.iso3, state.wikidata_id, "GPE")


def _organisation_name(organisation: OrganisationRow) -> Name:
    return Name(organisation.name, "organisation", organisation.iso3, organisation.wikidata_id, "ORG")


def _person_name(person: Person) -> Name:
    return Name(person.name, "person", person.iso3, person.wikidata_id, "PERSON")


def _place_name(place: PlaceRow) -> Name:
    label: Label = "LOC" if place.kind in {"region", "continent", "sea"} else "GPE"
    return Name(place.name, "place", place.iso3, place.wikidata_id, label)


@dataclass(frozen=True)
class Tables:
    """The five tables as they were read, each in its file's order."""

    states: tuple[StateRow, ...]
    organisations: tuple[OrganisationRow, ...]
    people: tuple[PersonRow, ...]
    places: tuple[PlaceRow, ...]
    titles: tuple[TitleRow, ...]


def _read[Row: Contract](path: Path, row_type: type[Row]) -> tuple[Row, ...]:
    """The rows of one CSV file; a bad row raises ``ReferenceDataError`` with the file and line."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            return tuple(_row(path, reader.line_num, cells, row_type) for cells in reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ReferenceDataError(f"{path}: {error}") from error


def _row[Row: Contract](path: Path, line: int, cells: Mapping[str, str], row_type: type[Row]) -> Row:
    try:
        if None in cells or None in cells.values():
            raise ValueError("the row has more or fewer cells than the header")
        return row_type.model_validate(cells)
    except ValueError as error:
        raise ReferenceDataError(f"{path}, line {line}: {error}") from error


def read_tables(folder: Path) -> Tables:
    """The tables of ``folder``; raises ``ReferenceDataError`` for a missing file or a bad row."""
    return Tables(
        states=_read(folder / "states.csv", StateRow),
        organisations=_read(folder / "organisations.csv", OrganisationRow),
        people=_read(folder / "people.csv", PersonRow),
        places=_read(folder / "places.csv", PlaceRow),
        titles=_read(folder / "titles.csv", TitleRow),
    )


def _merge_people(rows: Iterable[PersonRow]) -> Mapping[str, Person]:
    """The rows joined by name, each person's offices by their start."""
    grouped: dict[str, list[PersonRow]] = defaultdict(list)
    for row in rows:
        grouped[row.name].append(row)
    return MappingProxyType({name: _person(name, offices) for name, offices in grouped.items()})


def _person(name: str, rows: list[PersonRow]) -> Person:
    for column in ("wikidata_id", "gender"):
        if len({getattr(row, column) for row in rows} - {None}) > 1:
            raise ReferenceDataError(f"people.csv: the rows of {name} differ in {column}")
    surnames = [surname for row in rows for surname in row.surnames] or list(_surnames_of(name))
    return Person(
        name=name,
        aliases=tuple(dict.fromkeys(alias for row in rows for alias in row.aliases)),
        surnames=tuple(dict.fromkeys(form for surname in surnames for form in _article_spellings(surname))),
        gender=next((row.gender for row in rows if row.gender), None),
        iso3=next((row.iso3 for row in rows if row.iso3), None),
        wikidata_id=next((row.wikidata_id for row in rows if row.wikidata_id), None),
        ambiguous=frozenset(form for row in rows for form in row.ambiguous),
        offices=tuple(sorted(rows, key=lambda row: row.start or dt.date.min)),
    )


class Reference:
    """The tables with their indexes. Build it with ``load_reference``; it does not change afterwards."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.states = _unique("states.csv", {state.iso3: state for state in tables.states}, tables.states)
        self.organisations = _unique(
            "organisations.csv", {row.name: row for row in tables.organisations}, tables.organisations
        )
        self.people = _merge_people(tables.people)
        self.titles = _unique("titles.csv", {t.title.casefold(): t for t in tables.titles}, tables.titles)
        self._title_words = frozenset(
            word.rstrip(".,") for title in self.titles for word in title.split() if word not in LINKING_WORDS
        )
        self._check_links()
        self._own_adjectives = self._index_own_adjectives()
        self._names = self._index_names()
        self._demonyms = self._index_demonyms()
        self._seats = self._index_seats()
        self._capitalised = _in_capitals(self._names)
        self._seats_in_capitals = _in_capitals(self._seats)
        self._national_bodies = self._index_national_bodies()
        self._surnames = self._index_surnames()
        self._holders = self._index_holders()
        self._check_declared()
        indexes = (self._names, self._demonyms, self._seats)
        self._openings = frozenset(_opening(key).casefold() for index in indexes for key in index)

    def names(self, form: str) -> tuple[Name, ...]:
        """Whom ``form`` names directly: a state, organisation, person or place by name, alias or acronym.

        Accents, articles and possessives do not matter. Case does ("US", "us"), but a form all in
        capitals is also found as the name that it shouts. Match the longest form of a text first:
        "Guinea" inside "Papua New Guinea" is not Guinea.
        """
        key = surface_key(form)
        found = self._names.get(key, ())
        return self._capitalised.get(key, ()) if not found and _shouts(form, key) else found

    def opens_name(self, word: str) -> bool:
        """Whether any name, demonym or seat starts with ``word``: a quick no for most words of a text."""
        return _opening(surface_key(word)).casefold() in self._openings

    def demonym(self, word: str) -> tuple[Name, ...]:
        """The states and places of whose people or affairs ``word`` speaks ("French", "Chechens")."""
        return self._demonyms.get(surface_key(word), ())

    def seat(self, form: str) -> tuple[Name, ...]:
        """Who is meant where a capital or seat of power acts: "Kyiv", "the White House", "Brussels".

        A form all in capitals is also found as the seat that it shouts.
        """
        key = surface_key(form)
        found = self._seats.get(key, ())
        return self._seats_in_capitals.get(key, ()) if not found and _shouts(form, key) else found

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

    def _check_links(self) -> None:
        offices = {office for title in self.tables.titles for office in title.offices}
        for person in self.tables.people:
            if person.organisation is not None and person.organisation not in self.organisations:
                raise ReferenceDataError(
                    f"people.csv: {person.name}: no organisation {person.organisation!r}"
                )
            if person.office not in offices:
                raise ReferenceDataError(f"people.csv: {person.name}: no title stands for {person.office!r}")
        for table, row_name, code in self._codes():
            if code not in self.states:
                raise ReferenceDataError(f"{table}: {row_name}: no state {code!r}")

    def _codes(self) -> Iterator[tuple[str, str, str]]:
        """Every use of a state's code outside states.csv, as table, row and code."""
        for organisation in self.tables.organisations:
            for member in organisation.members:
                yield "organisations.csv", organisation.name, member
        owned = (
            ("organisations.csv", self.tables.organisations),
            ("people.csv", self.tables.people),
            ("places.csv", self.tables.places),
        )
        for table, rows in owned:
            yield from ((table, row.name, row.iso3) for row in rows if row.iso3)

    def _index_names(self) -> Mapping[str, tuple[Name, ...]]:
        index = _Index()
        for state in self.tables.states:
            index.add((state.name, *state.aliases), _state_name(state), state.ambiguous)
        for body in self.tables.organisations:
            forms = (body.name, *body.acronyms, *body.aliases, *self._with_demonyms(body))
            index.add(forms, _organisation_name(body), body.ambiguous)
        for person in self.people.values():
            written = (form for name in (person.name, *person.aliases) for form in _article_spellings(name))
            index.add(written, _person_name(person), person.ambiguous)
        for place in self.tables.places:
            index.add((place.name, *place.aliases), _place_name(place), place.ambiguous)
        return index.close()

    def _with_demonyms(self, body: OrganisationRow) -> Iterator[str]:
        """A national body's short names after its state's adjectives: "Russian Defense Ministry"."""
        if body.iso3 is not None:
            for adjective in self._own_adjectives[body.iso3]:
                yield from (f"{adjective} {short_name}" for short_name in body.short_names)

    def _index_own_adjectives(self) -> Mapping[str, tuple[str, ...]]:
        """Each state's demonyms but plurals and those it shares with another state ("Korean")."""
        claims = Counter(word for state in self.tables.states for word in set(state.demonyms))
        return MappingProxyType(
            {
                state.iso3: tuple(
                    word
                    for word in state.demonyms
                    if claims[word] == 1 and word.removesuffix("s") not in set(state.demonyms) - {word}
                )
                for state in self.tables.states
            }
        )

    def _index_demonyms(self) -> Mapping[str, tuple[Name, ...]]:
        index = _Index()
        for state in self.tables.states:
            index.add(state.demonyms, replace(_state_name(state), label="NORP"), state.ambiguous)
        for place in self.tables.places:
            index.add(place.demonyms, replace(_place_name(place), label="NORP"), place.ambiguous)
        return index.close()

    def _index_seats(self) -> Mapping[str, tuple[Name, ...]]:
        index = _Index()
        for state in self.tables.states:
            index.add((*state.capitals, *state.seats_of_power), _state_name(state), state.ambiguous)
        for body in self.tables.organisations:
            index.add(body.seats, _organisation_name(body), body.ambiguous)
        return index.close()

    def _index_national_bodies(self) -> Mapping[tuple[str, str], OrganisationRow]:
        bodies: dict[tuple[str, str], OrganisationRow] = {}
        for body in self.tables.organisations:
            for short_name in body.short_names:
                key = (surface_key(short_name).casefold(), body.iso3 or "")
                if bodies.setdefault(key, body) is not body:
                    raise ReferenceDataError(
                        f"organisations.csv: {short_name!r} is {bodies[key].name} and {body.name}"
                    )
        return MappingProxyType(bodies)

    def _index_surnames(self) -> Mapping[str, tuple[Person, ...]]:
        index: dict[str, list[Person]] = defaultdict(list)
        for person in self.people.values():
            for key in dict.fromkeys(surface_key(surname).casefold() for surname in person.surnames):
                index[key].append(person)
        return MappingProxyType({key: tuple(people) for key, people in index.items()})

    def _index_holders(self) -> Mapping[tuple[str, str], tuple[PersonRow, ...]]:
        index: dict[tuple[str, str], list[PersonRow]] = defaultdict(list)
        for row in self.tables.people:
            for party in filter(None, dict.fromkeys((row.iso3, row.organisation))):
                index[row.office, party].append(row)
        return MappingProxyType({key: tuple(rows) for key, rows in index.items()})

    def _check_declared(self) -> None:
        """Refuse a form that two parties claim, in any of the three indexes, without saying so."""
        claims: dict[str, list[Name]] = defaultdict(list)
        for index in (self._names, self._demonyms, self._seats):
            for key, names in index.items():
                claims[key].extend(names)
        for key, claimants in claims.items():
            parties = {(name.kind, name.canonical) for name in claimants}
            undeclared = sorted({name.canonical for name in claimants if not name.ambiguous})
            if len(parties) > 1 and undeclared:
                raise ReferenceDataError(f"{key!r} names {sorted(parties)}; not declared by {undeclared}")


def _unique[Key, Row](file: str, by_key: dict[Key, Row], rows: tuple[Row, ...]) -> Mapping[Key, Row]:
    """``by_key`` as a read-only mapping, unless rows of the table share a key."""
    if len(by_key) != len(rows):
        lost = [row for row in rows if not any(row is kept for kept in by_key.values())]
        raise ReferenceDataError(f"{file}: a key is taken twice: {lost[0]}")
    return MappingProxyType(by_key)


@functools.cache
def load_reference(folder: Path = DEFAULT_FOLDER) -> Reference:
    """The reference of ``folder``, read once per process; raises ``ReferenceDataError`` if it is bad."""
    return Reference(read_tables(folder))
