"""The reference answers by surface form and date."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.extract.reference import load_reference

REFERENCE = load_reference()
FORMS = sorted(
    form
    for table in (
        REFERENCE.tables.states,
        REFERENCE.tables.organisations,
        REFERENCE.tables.places,
        REFERENCE.tables.people,
    )
    for row in table
    for form in (row.name, *row.aliases)
    if not form.startswith("The ") and not form.rstrip("sS").endswith("'") and not form.endswith("'")
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def canonical(form: str) -> list[str]:
    return [name.canonical for name in REFERENCE.names(form)]


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
