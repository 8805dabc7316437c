"""The reference tables load whole, contradict themselves nowhere, and answer by surface form and date."""

from __future__ import annotations

import datetime as dt
import shutil
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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

REFERENCE = load_reference()
TABLES = REFERENCE.tables
NAMED: tuple[StateRow | OrganisationRow | PlaceRow | PersonRow, ...] = (
    *TABLES.states,
    *TABLES.organisations,
    *TABLES.places,
    *TABLES.people,
)
FORMS = sorted(
    form
    for row in NAMED
    for form in (row.name, *row.aliases)
    if not form.startswith("The ") and not form.rstrip("sS").endswith("'") and not form.endswith("'")
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def canonical(form: str) -> list[str]:
    return [name.canonical for name in REFERENCE.names(form)]


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


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("the U.S.", "United States"),
        ("US", "United States"),
        ("UNITED STATES", "United States"),
        ("Britain", "United Kingdom"),
        ("Türkiye", "Turkey"),
        ("Turkiye", "Turkey"),
        ("Burma", "Myanmar"),
        ("Côte d’Ivoire", "Ivory Coast"),
        ("DRC", "Democratic Republic of the Congo"),
        ("Guinea", "Guinea"),
        ("Papua New Guinea", "Papua New Guinea"),
        ("Niger", "Niger"),
        ("North Atlantic Treaty Organization", "NATO"),
        ("G-8", "Group of Eight"),
        ("the State Department", "United States Department of State"),
        ("Russian Defense Ministry", "Ministry of Defence (Russia)"),
        ("Tamil Tigers", "Liberation Tigers of Tamil Eelam"),
        ("Gaza", "Gaza Strip"),
        ("Joseph R. Biden, Jr.", "Joe Biden"),
        ("Hugo Chavez", "Hugo Chávez"),
        ("Moammar Gadhafi", "Muammar Gaddafi"),
        ("Bashar Al-Assad", "Bashar al-Assad"),
        ("VLADIMIR PUTIN", "Vladimir Putin"),
    ],
)
def test_a_form_names_its_party(form: str, expected: str) -> None:
    assert canonical(form) == [expected]


def test_a_small_word_is_not_an_acronym() -> None:
    assert canonical("us") == []
    assert canonical("who") == []
    assert canonical("WHO") == ["World Health Organization"]


@pytest.mark.parametrize(
    ("form", "readings"),
    [
        ("Georgia", ["Georgia", "Georgia (U.S. state)"]),
        ("Congo", ["Democratic Republic of the Congo", "Republic of the Congo"]),
        ("Korea", ["North Korea", "South Korea"]),
        ("Congress", ["Indian National Congress", "United States Congress"]),
        ("George Bush", ["George H. W. Bush", "George W. Bush"]),
        ("Turkey", ["Turkey"]),
        ("Jordan", ["Jordan"]),
        ("Chad", ["Chad"]),
        ("Washington", ["Washington (state)"]),
    ],
)
def test_a_form_that_does_not_decide_says_so(form: str, readings: list[str]) -> None:
    names = REFERENCE.names(form)
    assert sorted(name.canonical for name in names) == readings
    assert all(name.ambiguous for name in names)


@pytest.mark.parametrize(
    ("word", "states"),
    [
        ("Britons", ["United Kingdom"]),
        ("Nigerien", ["Niger"]),
        ("Nigerian", ["Nigeria"]),
        ("Guinean", ["Guinea"]),
        ("Congolese", ["Democratic Republic of the Congo", "Republic of the Congo"]),
        ("Korean", ["North Korea", "South Korea"]),
        ("Chechens", ["Chechnya"]),
        ("Dutch", ["Netherlands"]),
    ],
)
def test_a_demonym_belongs_to_its_states(word: str, states: list[str]) -> None:
    assert [name.canonical for name in REFERENCE.demonym(word)] == states


def test_indian_may_mean_native_american() -> None:
    assert [(name.canonical, name.ambiguous) for name in REFERENCE.demonym("Indians")] == [("India", True)]


@pytest.mark.parametrize(
    ("form", "parties"),
    [
        ("Kyiv", ["Ukraine"]),
        ("Kiev", ["Ukraine"]),
        ("the White House", ["United States"]),
        ("Washington", ["United States"]),
        ("the Kremlin", ["Russia"]),
        ("Élysée Palace", ["France"]),
        ("the Pentagon", ["United States Department of Defense"]),
        ("Brussels", ["Belgium", "European Union", "NATO"]),
    ],
)
def test_a_seat_stands_for_who_sits_there(form: str, parties: list[str]) -> None:
    assert [name.canonical for name in REFERENCE.seat(form)] == parties


@pytest.mark.parametrize(
    ("title", "party", "on", "holder"),
    [
        ("president", "USA", "2005-06-01", "George W. Bush"),
        ("Prime Minister", "GBR", "2003-03-20", "Tony Blair"),
        ("foreign minister", "USA", "2006-02-01", "Condoleezza Rice"),
        ("Defense Secretary", "USA", "2004-01-01", "Donald Rumsfeld"),
        ("chancellor", "DEU", "2023-07-10", "Olaf Scholz"),
        ("premier", "CHN", "2005-01-01", "Wen Jiabao"),
        ("Secretary-General", "NATO", "2023-07-10", "Jens Stoltenberg"),
        ("secretary general", "United Nations", "2004-12-26", "Kofi Annan"),
        ("president", "European Commission", "2022-02-24", "Ursula von der Leyen"),
        ("foreign policy chief", "European Union", "2008-08-10", "Javier Solana"),
        ("spokeswoman", "RUS", "2022-03-01", "Maria Zakharova"),
    ],
)
def test_a_title_and_a_day_name_the_holder(title: str, party: str, on: str, holder: str) -> None:
    assert holder in [person.name for person in REFERENCE.holders(title, party, day(on))]


def test_without_a_day_every_holder_comes_in_order() -> None:
    names = [person.name for person in REFERENCE.holders("President", "USA")]
    assert names[-4:] == ["George W. Bush", "Barack Obama", "Donald Trump", "Joe Biden"]


def test_an_unknown_title_or_party_has_no_holder() -> None:
    assert REFERENCE.holders("Grand Vizier", "TUR") == ()
    assert REFERENCE.holders("President", "GBR") == ()


@pytest.mark.parametrize(
    ("surname", "name"),
    [
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("Hu", "Hu Jintao"),
        ("von der Leyen", "Ursula von der Leyen"),
        ("Assad", "Bashar al-Assad"),
        ("al-Assad", "Bashar al-Assad"),
        ("Lula", "Luiz Inácio Lula da Silva"),
        ("Suu Kyi", "Aung San Suu Kyi"),
        ("Whipps", "Surangel Whipps Jr."),
    ],
)
def test_a_surname_finds_its_people(surname: str, name: str) -> None:
    assert name in [person.name for person in REFERENCE.by_surname(surname)]


def test_those_in_office_on_the_day_come_first() -> None:
    assert REFERENCE.by_surname("Bush", day("1990-08-02"))[0].name == "George H. W. Bush"
    assert REFERENCE.by_surname("Bush", day("2003-03-20"))[0].name in {"George W. Bush", "Laura Bush"}


def test_members_of_organisations() -> None:
    assert len(REFERENCE.members("NATO")) == 32
    assert len(REFERENCE.members("European Union")) == 27
    assert set(REFERENCE.members("Quad")) == {"AUS", "IND", "JPN", "USA"}
    assert set(REFERENCE.members("United Nations Security Council")) == {"CHN", "FRA", "GBR", "RUS", "USA"}
    assert REFERENCE.members("Hamas") == ()


def test_a_short_name_beside_its_state() -> None:
    body = REFERENCE.national_body("defence ministry", "RUS")
    assert body is not None and body.name == "Ministry of Defence (Russia)"
    parliament = REFERENCE.national_body("Parliament", "IRN")
    assert parliament is not None and parliament.name == "Islamic Consultative Assembly"
    assert REFERENCE.national_body("Parliament", "TUV") is None


def test_the_title_of_an_abbreviation_tells_gender() -> None:
    title = REFERENCE.title("Mrs")
    assert title is not None and (title.role, title.gender) == ("honorific", "female")


@given(
    form=st.sampled_from([form for form in FORMS if not form.startswith(("the ", "The "))]),
    dress=st.sampled_from(["the {}", "{}'s", "{}’s", " {} ", "The {}"]),
)
def test_article_possessive_and_spaces_change_nothing(form: str, dress: str) -> None:
    assert REFERENCE.names(dress.format(form)) == REFERENCE.names(form) != ()


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
