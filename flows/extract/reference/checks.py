"""What must hold between the tables of the reference, and in its indexes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from flows.extract.reference.index import Index
from flows.extract.reference.names import Name
from flows.extract.reference.tables import ReferenceDataError, Tables


def unique[Key, Row](file: str, by_key: dict[Key, Row], rows: tuple[Row, ...]) -> Mapping[Key, Row]:
    """``by_key`` as a read-only mapping, unless rows of the table share a key."""
    if len(by_key) != len(rows):
        lost = [row for row in rows if not any(row is kept for kept in by_key.values())]
        raise ReferenceDataError(f"{file}: a key is taken twice: {lost[0]}")
    return MappingProxyType(by_key)


def check_links(tables: Tables) -> None:
    """Refuse an organisation, office or state that a row names and no other row has."""
    organisations = {row.name for row in tables.organisations}
    offices = {office for title in tables.titles for office in title.offices}
    for person in tables.people:
        if person.organisation is not None and person.organisation not in organisations:
            raise ReferenceDataError(f"people.csv: {person.name}: no organisation {person.organisation!r}")
        if person.office not in offices:
            raise ReferenceDataError(f"people.csv: {person.name}: no title stands for {person.office!r}")
    states = {state.iso3 for state in tables.states}
    for table, row_name, code in _codes(tables):
        if code not in states:
            raise ReferenceDataError(f"{table}: {row_name}: no state {code!r}")


def _codes(tables: Tables) -> Iterator[tuple[str, str, str]]:
    """Every use of a state's code outside states.csv, as table, row and code."""
    for organisation in tables.organisations:
        for member in organisation.members:
            yield "organisations.csv", organisation.name, member
    owned = (
        ("organisations.csv", tables.organisations),
        ("people.csv", tables.people),
        ("places.csv", tables.places),
    )
    for table, rows in owned:
        yield from ((table, row.name, row.iso3) for row in rows if row.iso3)


def check_declared(indexes: Iterable[Index]) -> None:
    """Refuse a form that two parties claim, in any of the indexes, without saying so."""
    claims: dict[str, list[Name]] = defaultdict(list)
    for index in indexes:
        for key, names in index.items():
            claims[key].extend(names)
    for key, claimants in claims.items():
        parties = {(name.kind, name.canonical) for name in claimants}
        undeclared = sorted({name.canonical for name in claimants if not name.ambiguous})
        if len(parties) > 1 and undeclared:
            raise ReferenceDataError(f"{key!r} names {sorted(parties)}; not declared by {undeclared}")
