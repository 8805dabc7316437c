"""Names and phrases of parties that the parser or the recogniser cuts, runs on, or takes for another's."""

from __future__ import annotations

import pytest

from flows.extract.components.whole_names import with_second_syllable
from flows.extract.parse import Span
from tests.extract.documents import analysis, name_at, parties_at, records


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        # a surname and a given name of two syllables
        ("The minister, Cho Dae-sik, came late. Cho said that it would rain.", "Cho", "Cho Dae-sik"),
        # small words inside a name
        ("Defence Minister Paul Kalala wa Mbuyi told the crew to wait.", "Kalala", "Paul Kalala wa Mbuyi"),
        ("The growers' union, Frutas del Norte, has sued.", "Frutas", "Frutas del Norte"),
        # titles of other languages, and from where somebody is
        (
            "The agent, Licenciado Jorge Pineda, told the judges that Peru would pay.",
            "Pineda",
            "Jorge Pineda",
        ),
        ("The deputy head, Estonian Kaarel Kask, said it would be late.", "Kask", "Kaarel Kask"),
        ("The deputy head, Latvian Juris Ozols, said it would be late.", "Ozols", "Juris Ozols"),
        # known names that are a part of others
        ("The Asian Export-Import Bank will lend more.", "Bank", "Asian Export-Import Bank"),
        (
            "The Export-Import Bank will lend more to Texas.",
            "Bank",
            "Export-Import Bank of the United States",
        ),
        # what is joined to a name before or behind it
        ("In Strasbourg the Commission vowed to pay.", "Commission", "Commission"),
        ("Five firms, among them Karhula Oil and Skarn Energy, will pay.", "Karhula", "Karhula Oil"),
        # what the document names in full, and what shares its last word
        ("The African Union met. The AU has vowed to pay.", "AU", "African Union"),
        ("North and South Korea will build a road.", "North", "North Korea"),
    ],
)
def test_a_name_is_read_whole_and_alone(text: str, words: str, whole: str) -> None:
    assert name_at(text, words) == whole


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Han Ki-won left.", "Han Ki-won"),
        ("Han Ki-led talks.", "Han Ki"),
        ("Reed Ho-run mills.", "Reed Ho"),
        ("Reed Lane-won seats.", "Reed Lane"),
    ],
)
def test_a_second_syllable_is_part_of_a_name(name: str, whole: str) -> None:
    doc = analysis(f"On Monday {name}").doc
    assert with_second_syllable(Span(doc, 2, 4, "PERSON")).text == whole


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Boats came late after Cyclone Pamela.", "Pamela"),
        ("The crew of the tanker Bergen Star will be paid.", "Star"),
        ("The pool stays shut until after Easter, the mayor said.", "Easter"),
    ],
)
def test_storms_ships_and_feasts_name_no_party(text: str, words: str) -> None:
    assert name_at(text, words) is None


@pytest.mark.parametrize(
    ("text", "words", "other"),
    [
        ("Residents of Ashford West, who will sue, left.", "West", "The West"),
        ("Sellers in Saint John will pay.", "John", "Antigua and Barbuda"),
    ],
)
def test_a_place_is_not_the_one_of_a_like_name(text: str, words: str, other: str) -> None:
    assert name_at(text, words) != other


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The ex-mayor will pay.", "ex-mayor", ["ex-mayor"]),
        ("A candidate of the Civic Union, Ilze Ozola, said she would pay.", "candidate", ["Ilze Ozola"]),
        ("Europe's space agency will build a rocket.", "agency", ["Europe's space agency"]),
        ("The German chancellery will pay.", "chancellery", ["Germany"]),
        # what a body is called by
        ("The Movement for the Delta will leave.", "Movement", ["Movement for the Delta"]),
        ("The commission on fisheries will leave.", "commission", ["commission on fisheries"]),
        ("The committee on Tuesday chose to leave.", "committee", ["committee"]),
        ("A rebel band calling itself the Blue Hill Council left.", "band", ["Blue Hill Council"]),
        # those told in apposition, and of whom a clause tells
        ("Two countries, Fiji and Tonga, will pay.", "countries", ["Fiji", "Tonga"]),
        (
            "The banks, the World Bank and the Asian Development Bank, will pay.",
            "banks",
            ["World Bank", "Asian Development Bank"],
        ),
        (
            "Residents of Ashford West, who have said they will sue, left.",
            "they",
            ["Residents of Ashford West"],
        ),
        # who it is behind a body, and which of somebody's own
        ("The head of the guild, who promised to leave, wept.", "who", ["head of the guild"]),
        ("Peru's Turkish branch will leave.", "branch", ["Peru's Turkish branch"]),
        ("Its Turkish member will leave.", "member", ["Its Turkish member"]),
        ("The Polish member will leave.", "member", ["Poland"]),
        (
            "Two firms, Harbour Oak and Karhula Pine Estates, will leave.",
            "firms",
            ["Harbour Oak", "Karhula Pine Estates"],
        ),
        ("It depends on a chamber, and whose next speaker will wait.", "speaker", ["next speaker"]),
    ],
)
def test_a_party_keeps_all_its_words_and_no_others(text: str, words: str, expected: list[str]) -> None:
    assert parties_at(text, words) == expected


@pytest.mark.parametrize(
    ("text", "promisors", "speaker"),
    [
        # a day is no subject
        (
            "Traders who have kept the mine at Kolda closed since March said on Monday that ore would be "
            "sold.",
            ["Traders"],
            "Traders",
        ),
        (
            "Kenya's incoming president, due to be sworn in on Friday, has promised to keep the minister on.",
            ["Kenya"],
            "Kenya's incoming president",
        ),
        ("The ex-mayor said she would pay the fine.", ["ex-mayor"], "ex-mayor"),
        (
            "The chief of the defence staff, who swore to leave on Monday, wept.",
            ["chief of the defence staff"],
            "chief of the defence staff",
        ),
        ("The ministry's version is that it had offered to pay the crew.", ["ministry"], "ministry"),
    ],
)
def test_who_speaks_and_promises_is_told_by_the_right_words(
    text: str, promisors: list[str], speaker: str
) -> None:
    (record,) = records(text)
    assert list(record.promisors) == promisors
    assert record.speaker == speaker


def test_a_day_is_asked_for_nothing() -> None:
    assert records("He called for a general strike from Monday.") == ()


@pytest.mark.parametrize(("people", "expected"), [("Syrians", "Syrians"), ("the Syrians", "Syria")])
def test_a_bare_people_that_is_done_something_is_not_its_state(people: str, expected: str) -> None:
    (record,) = records(f"Berlin agreed to let {people} with papers through.")
    assert record.beneficiaries == (expected,)


def test_a_shared_direction_names_two_states() -> None:
    found = analysis("North and South Korea will build a road.")
    assert [named.name for named in found.names.found] == ["North Korea", "South Korea"]
