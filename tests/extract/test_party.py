"""Parties: whom offices, institutions, descriptions and pronouns of a document stand for."""

from __future__ import annotations

import datetime as dt

import pytest

from flows.extract.components.party import PartyLexicon
from flows.extract.lexicon import load_lexicon
from models.vocabulary import Genre
from tests.extract.documents import DAY, analysis, token_at


def parties(
    text: str,
    words: str,
    genre: Genre = "news",
    title: str | None = None,
    publisher: str | None = None,
    published_on: dt.date = DAY,
) -> list[str]:
    """Whom the last word of ``words``, where they stand last, stands for."""
    found = analysis(text, genre, title, publisher, published_on)
    return [party.name for party in found.resolver.of(token_at(found, words))]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Dutch government will pay.", "government", ["Netherlands"]),
        ("Iraqi officials will pay.", "officials", ["Iraq"]),
        ("The government of Peru will pay.", "government", ["Peru"]),
        ("Norway's parliament will pay.", "parliament", ["Norway"]),
        ("NATO leaders will pay.", "leaders", ["NATO"]),
        ("The Swedish navy will sail.", "navy", ["Sweden"]),
    ],
)
def test_an_institution_stands_for_its_state_or_organisation(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kyiv will pay.", ["Ukraine"]),
        ("Berlin will pay.", ["Germany"]),
        ("Tokyo will pay.", ["Japan"]),
        ("Downing Street will pay.", ["United Kingdom"]),
        ("The Kremlin will pay.", ["Russia"]),
        ("Moscow will pay.", ["Russia"]),
    ],
)
def test_a_capital_or_seat_of_power_acts_for_its_state(text: str, expected: list[str]) -> None:
    assert parties(text, text.removesuffix(" will pay.")) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The chancellor, Olaf Scholz, will pay.", "chancellor", ["Olaf Scholz"]),
        ("Chancellor Olaf Scholz came.\nThe chancellor will pay.", "chancellor", ["Olaf Scholz"]),
        ("The French president will pay.", "president", ["Emmanuel Macron"]),
        ("The prime minister of Italy will pay.", "prime minister", ["Giorgia Meloni"]),
        ("NATO's secretary general will pay.", "secretary general", ["Jens Stoltenberg"]),
        ("Mayor Bo Lindqvist came.\nThe mayor will pay.", "mayor", ["Bo Lindqvist"]),
    ],
)
def test_an_office_stands_for_who_holds_it(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


def test_the_holder_of_an_office_is_who_held_it_that_day() -> None:
    text = "The French president will pay."
    assert parties(text, "president", published_on=dt.date(2010, 3, 1)) == ["Nicolas Sarkozy"]
    assert parties(text, "president", published_on=dt.date(2015, 3, 1)) == ["François Hollande"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("NATO met in Oslo.\nThe alliance will pay.", "alliance", ["NATO"]),
        ("The African Union met.\nThe bloc will pay.", "bloc", ["African Union"]),
        ("Kenya lost the case.\nThe country will pay.", "country", ["Kenya"]),
        ("The European Commission met.\nThe commission will pay.", "commission", ["European Commission"]),
    ],
)
def test_a_definite_description_stands_for_the_last_party_that_it_fits(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kenya lost the case, but it will pay.", "it", ["Kenya"]),
        ("Kenya lost the case.\nIt will pay.", "It", ["Kenya"]),
        ("Emmanuel Macron said that he will pay.", "he", ["Emmanuel Macron"]),
        ("Angela Merkel met Barack Obama.\nShe will pay.", "She", ["Angela Merkel"]),
        ("Norway and Iceland lost, and they will pay.", "they", ["Norway", "Iceland"]),
    ],
)
def test_a_pronoun_stands_for_a_party_named_before(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Armenia and Azerbaijan met.\nBoth sides will pay.", "sides", ["Armenia", "Azerbaijan"]),
        ("Armenia and Azerbaijan met.\nBoth will pay.", "Both", ["Armenia", "Azerbaijan"]),
        ("Armenia and Azerbaijan met.\nThe two countries will pay.", "countries", ["Armenia", "Azerbaijan"]),
        ("Emmanuel Macron met Barack Obama.\nThe two leaders will pay.", "leaders",
         ["Emmanuel Macron", "Barack Obama"]),
    ],
)  # fmt: skip
def test_two_sides_are_the_two_parties_named_before(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will pay,” Dutch Prime Minister Mark Rutte said.", ["Netherlands"]),
        ("“We will pay,” said a senior NATO diplomat.", ["NATO"]),
        ("Antonio Tajani, Italy's foreign minister, said: “We will pay.”", ["Italy"]),
        ("Volvo said: “We will pay.”", ["Volvo"]),
    ],
)
def test_we_in_a_quotation_is_the_side_of_who_speaks(text: str, expected: list[str]) -> None:
    assert parties(text, "We") == expected


def test_i_is_who_speaks() -> None:
    assert parties("“I will pay,” Dutch Prime Minister Mark Rutte said.", "I") == ["Mark Rutte"]


def test_we_of_nobody_in_a_report_stands_for_nobody() -> None:
    assert parties("We will pay.", "We") == []


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("We", "We will pay."),
        ("sides", "Both sides will pay."),
        ("leaders", "The leaders will pay."),
        ("countries", "The two countries will pay."),
        ("government", "Our government will pay."),
    ],
)
def test_a_joint_text_speaks_for_those_of_its_title(words: str, text: str) -> None:
    found = parties(text, words, "communique", "Joint Statement of Japan and India", "Japan")
    assert found == ["Japan", "India"]


def test_a_joint_text_without_names_in_its_title_is_by_those_of_its_opening() -> None:
    text = "Kenya and Uganda met in Lamu on a warm day.\nWe will pay."
    assert parties(text, "We", "communique", "Joint Statement") == ["Kenya", "Uganda"]


def test_a_subject_of_a_joint_title_is_none_of_its_authors() -> None:
    title = "Joint Statement of Japan and India on Myanmar"
    assert parties("We will pay.", "We", "communique", title) == ["Japan", "India"]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("We", "We will pay."),
        ("Administration", "The Administration will pay."),
        ("initiative", "The initiative will pay for schools."),
    ],
)
def test_a_press_text_speaks_for_its_publisher(words: str, text: str) -> None:
    assert parties(text, words, "fact_sheet", "Fact Sheet", "The White House") == ["United States"]


def test_a_scheme_binds_whoever_is_behind_it() -> None:
    assert parties("Peru's plan will double the pensions.", "plan") == ["Peru"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Western allies will pay.", "allies", ["Western allies"]),
        ("Rebels in the north will pay.", "Rebels", ["Rebels"]),
        ("The fishermen of the northern coast will pay.", "fishermen", ["fishermen of the northern coast"]),
    ],
)
def test_a_collective_without_a_name_keeps_its_words(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Norway, Sweden and Peru will pay.", "Norway", ["Norway", "Sweden", "Peru"]),
        ("Norway and the Dutch government will pay.", "Norway", ["Norway", "Netherlands"]),
        ("Kyiv and Ukraine will pay.", "Kyiv", ["Ukraine"]),
    ],
)
def test_coordinated_parties_are_all_found_and_each_once(text: str, words: str, expected: list[str]) -> None:
    assert parties(text, words) == expected


def test_a_chain_of_pronouns_ends() -> None:
    assert parties("It said it knew that it said it would say that it will pay.", "it") == []


def test_the_lexicon_refuses_unknown_keys() -> None:
    lexicon = load_lexicon("parties", PartyLexicon).model_dump()
    with pytest.raises(ValueError, match="colour"):
        PartyLexicon.model_validate({**lexicon, "colour": {"id": "x", "lemmas": []}})
