"""The reference tables load whole and contradict themselves nowhere; a bad row is refused by name."""

from __future__ import annotations

import datetime as dt
import shutil
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from flows.extract.reference import (
    DEFAULT_FOLDER,
    OrganisationRow,
    PersonRow,
    PlaceRow,
    Reference,
    ReferenceDataError,
    StateRow,
    load_reference,
    surface_key,
)

TABLES = load_reference().tables
NAMED: tuple[StateRow | OrganisationRow | PlaceRow | PersonRow, ...] = (
    *TABLES.states,
    *TABLES.organisations,
    *TABLES.places,
    *TABLES.people,
)


def test_the_tables_are_as_broad_as_the_news() -> None:
    heads = {
        row.iso3
        for row in TABLES.people
        if row.iso3
        and row.organisation is None
        and row.office
        in {"President", "Prime Minister", "Premier", "Chancellor", "Monarch", "Supreme Leader"}
        and (row.end or dt.date.max) >= dt.date(2000, 1, 1)
    }
    assert Counter(state.status for state in TABLES.states)["member"] == 193
    assert len(TABLES.organisations) >= 250
    assert len(heads) >= 90
    assert {place.name for place in TABLES.places if place.kind == "us_state"} > {"Texas", "Ohio"}
    assert sum(place.kind == "us_state" for place in TABLES.places) == 51


def test_every_state_of_the_world_has_its_codes_demonyms_and_capital() -> None:
    world = [state for state in TABLES.states if state.status in {"member", "observer"}]
    named_like_their_capital = {"MCO", "SMR", "SGP", "STP", "VAT"}
    assert len(world) == 195
    assert [state.name for state in world if not (state.iso2 and state.demonyms)] == []
    assert {state.iso3 for state in world if not state.capitals} == named_like_their_capital | {"SYC"}


def test_international_bodies_are_many_and_list_members_where_it_matters() -> None:
    kinds = {"alliance", "union", "international_organisation", "court", "bank", "group"}
    bodies = {row.name: row for row in TABLES.organisations if row.kind in kinds and not row.iso3}
    sizes = {
        "NATO": 32,
        "European Union": 27,
        "Group of Seven": 7,
        "AUKUS": 3,
        "C5+1": 6,
        "Arctic Council": 8,
    }
    assert len(bodies) >= 190
    assert sum(bool(row.members) for row in bodies.values()) >= 70
    assert {name: len(bodies[name].members) for name in sizes} == sizes


def test_codes_and_wikidata_ids_are_each_used_by_one_party() -> None:
    codes = Counter(state.iso2 for state in TABLES.states if state.iso2)
    owners: dict[str, set[str]] = {}
    for row in NAMED:
        if row.wikidata_id:
            owners.setdefault(row.wikidata_id, set()).add(row.name)
    assert [code for code, times in codes.items() if times > 1] == []
    assert {wikidata_id: names for wikidata_id, names in owners.items() if len(names) > 1} == {}


def test_an_office_of_state_has_one_holder_at_a_time() -> None:
    # Two months of overlap are how dates known to the month look; the exceptions were real.
    contested = {
        ("President", "CIV"),  # Gbagbo and Ouattara both took the oath
        ("President", "ZMB"),  # an acting president during an illness
        ("Prime Minister", "ISR"),  # an acting prime minister during a coma
    }
    held: dict[tuple[str, str], list[PersonRow]] = {}
    for row in TABLES.people:
        if (
            row.iso3
            and row.organisation is None
            and row.office in {"President", "Prime Minister", "Chancellor"}
        ):
            held.setdefault((row.office, row.iso3), []).append(row)
    clashes = []
    for office, rows in held.items():
        rows.sort(key=lambda row: row.start or dt.date.min)
        clashes += [
            (office, before.name, after.name)
            for before, after in pairwise(rows)
            if after.start and (before.end or dt.date.max) - after.start > dt.timedelta(days=62)
        ]
    assert [clash for clash in clashes if clash[0] not in contested] == []


def test_every_declared_ambiguity_is_a_form_of_its_row() -> None:
    unused = []
    for state in TABLES.states:
        forms = (state.name, *state.aliases, *state.demonyms, *state.capitals, *state.seats_of_power)
        unused += _missing(state.name, state.ambiguous, forms)
    for body in TABLES.organisations:
        unused += _missing(body.name, body.ambiguous, (body.name, *body.acronyms, *body.aliases, *body.seats))
    for place in TABLES.places:
        unused += _missing(place.name, place.ambiguous, (place.name, *place.aliases, *place.demonyms))
    assert unused == []


def _missing(name: str, declared: tuple[str, ...], forms: tuple[str, ...]) -> list[tuple[str, str]]:
    keys = {surface_key(form) for form in forms}
    return [(name, form) for form in declared if surface_key(form) not in keys]


def copy_with(folder: Path, table: str, row: str) -> Reference:
    """The reference of a copy of the tables that has one more row."""
    shutil.copytree(DEFAULT_FOLDER, folder, dirs_exist_ok=True)
    path = folder / table
    path.write_text(path.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")
    return load_reference(folder)


@pytest.mark.parametrize(
    ("table", "row", "message"),
    [
        ("states.csv", "atl,AL,Atlantis,other,,,,,,", "states.csv, line 2\\d\\d: .*iso3"),
        ("states.csv", "ATL,AT,Atlantis,imaginary,,,,,,", "states.csv, line 2\\d\\d: .*status"),
        ("states.csv", "ATL,AT,Atlantis,other,,,,,", "more or fewer cells"),
        ("states.csv", "ATL,AT,Atlantis,other,Q0,,,,,", "wikidata_id"),
        ("states.csv", "FRA,XX,Atlantis,other,,,,,,", "states.csv: a key is taken twice"),
        ("states.csv", "ATL,XX,Atlantis,other,,Holland,,,,", "'Holland' names"),
        ("organisations.csv", "Sea League,alliance,,,,,,FRA ATL,,", "Sea League: no state 'ATL'"),
        ("organisations.csv", "Sea League,alliance,,,Navy Board,,,,,", "short names"),
        ("people.csv", "Ann Ex,,,female,FRA,,President,2003,2001,,", "ends .* before it begins"),
        ("people.csv", "Ann Ex,,,female,FRA,,President,2003-13,,,", "no such month"),
        ("people.csv", "Ann Ex,,,female,FRA,,Grand Vizier,2003,,,", "no title stands for 'Grand Vizier'"),
        ("people.csv", "Ann Ex,,,female,,Sea League,President,2003,,,", "no organisation 'Sea League'"),
        ("people.csv", "Ann Ex,,,female,,,President,2003,,,", "belongs to a state or an organisation"),
        ("people.csv", "Joe Biden,,,female,USA,,Senator,1973,2009,,", "Joe Biden differ in gender"),
        ("places.csv", "Avalon,island,GBR,,,,", "places.csv, line \\d+: .*kind"),
        ("titles.csv", "president,official,,", "titles.csv: a key is taken twice"),
    ],
)
def test_a_bad_row_is_refused_by_name(tmp_path: Path, table: str, row: str, message: str) -> None:
    with pytest.raises(ReferenceDataError, match=f"(?s){message}"):
        copy_with(tmp_path, table, row)


def test_a_missing_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReferenceDataError, match=r"states\.csv"):
        load_reference(tmp_path)


def test_a_row_more_is_found(tmp_path: Path) -> None:
    reference = copy_with(tmp_path, "places.csv", "Avalon,region,GBR,,Isle of Apples,Avalonian,")
    assert [name.canonical for name in reference.names("Isle of Apples")] == ["Avalon"]
