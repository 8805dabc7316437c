"""Names: which words name which state, organisation, person or place."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.documents import analysis, token_at


def name_at(text: str, words: str, published_on: dt.date | None = None) -> tuple[str, str] | None:
    """The name, and its kind, of the last of ``words`` where they stand last in ``text``."""
    found = analysis(text, published_on=published_on)
    named = found.names.at(token_at(found, words))
    return (named.name, named.kind) if named is not None else None


@pytest.mark.parametrize(
    ("text", "words", "name", "kind"),
    [
        ("Soldiers from the U.K. trained there.", "U.K.", "United Kingdom", "state"),
        ("The Dutch sailors came home.", "Dutch", "Netherlands", "state"),
        ("The Kremlin stayed silent.", "Kremlin", "Russia", "state"),
        ("Kyiv asked for time.", "Kyiv", "Ukraine", "state"),
        ("The White House stayed silent.", "White House", "United States", "state"),
        ("Burma closed its border.", "Burma", "Myanmar", "state"),
        ("The IMF lent more.", "IMF", "International Monetary Fund", "organisation"),
        ("The International Monetary Fund lent more.", "International Monetary Fund",
         "International Monetary Fund", "organisation"),
        ("The EU paid for it.", "EU", "European Union", "organisation"),
        ("The North Atlantic Treaty Organization met.", "North Atlantic Treaty Organization", "NATO",
         "organisation"),
        ("Emmanuel Macron met the farmers.", "Emmanuel Macron", "Emmanuel Macron", "person"),
        ("Bo Lindqvist sells boats in the harbour.", "Bo Lindqvist", "Bo Lindqvist", "person"),
    ],
)  # fmt: skip
def test_a_name_is_found_under_its_canonical_form(text: str, words: str, name: str, kind: str) -> None:
    assert name_at(text, words) == (name, kind)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Bo Lindqvist sells boats.\nMr. Lindqvist will retire in May.", "Lindqvist", "Bo Lindqvist"),
        ("Chinese President Hu Jintao came.\nMr. Hu left on Friday.", "Hu", "Hu Jintao"),
        ("Angela Merkel came.\nMrs. Merkel left on Friday.", "Merkel", "Angela Merkel"),
        (
            "British Prime Minister Rishi Sunak spoke.\n\nSunak and Ukrainian President Volodymyr Zelenskyy "
            "signed an agreement on ferries during a visit.",
            "Sunak",
            "Rishi Sunak",
        ),
    ],
)
def test_a_surname_later_in_the_text_is_the_person_named_before(text: str, words: str, name: str) -> None:
    assert name_at(text, words) == (name, "person")


def test_a_title_and_a_surname_name_who_held_the_office_that_day() -> None:
    text = "President Bush met the sailors."
    assert name_at(text, "Bush", dt.date(2005, 5, 5)) == ("George W. Bush", "person")
    assert name_at(text, "Bush", dt.date(1990, 5, 5)) == ("George H. W. Bush", "person")


def test_a_thing_with_an_article_is_nobody_of_that_surname() -> None:
    day = dt.date(2019, 5, 5)
    assert name_at("The crew will fly to the Moon in May.", "Moon", day) != ("Moon Jae-in", "person")
    assert name_at("In Seoul, Moon met the farmers.", "Moon", day) == ("Moon Jae-in", "person")


def test_an_acronym_in_brackets_stands_for_the_name_before_it() -> None:
    text = "The Free Harbour Movement (FHM) met on Monday.\nThe FHM elected a chair."
    assert name_at(text, "The FHM") == ("Free Harbour Movement", "organisation")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Greens voted in Berlin on Friday.", "Alliance 90/The Greens"),
        ("The Bundestag rose when the Greens spoke about Kenya.", "Alliance 90/The Greens"),
        ("The Greens voted on Friday.", "Alliance 90/The Greens"),
        ("The Greens voted in Wellington, New Zealand on Friday.", "Greens"),
    ],
)
def test_a_name_of_parties_in_many_states_is_not_that_of_a_state_which_the_text_leaves_out(
    text: str, name: str
) -> None:
    found = name_at(text, "Greens")
    assert found is not None
    assert found[0] == name


@pytest.mark.parametrize(
    "text",
    ["The boats lay in the harbour.", "He ate turkey with a china spoon.", "it may rain in march"],
)
def test_common_words_name_nobody(text: str) -> None:
    assert analysis(text).names.found == []


def test_names_before_a_place_come_nearest_first_and_of_the_kinds_asked_for() -> None:
    found = analysis("Norway, Emmanuel Macron and Denmark stood by while Sweden waited.")
    before = [named.name for named in found.names.before(token_at(found, "Sweden").i, "state")]
    assert before == ["Denmark", "Norway"]


PIECES = ["Norway", "Dutch", "the", "European", "Union", "Mr.", "Hu", "Jintao", "(EU)", "White", "House", ","]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12))
def test_names_never_overlap_and_each_token_knows_its_own(words: list[str]) -> None:
    found = analysis(" ".join(words))
    reached = 0
    for named in found.names.found:
        assert reached <= named.start < named.end <= len(found.doc)
        assert all(found.names.at(token) == named for token in found.doc[named.start : named.end])
        reached = named.end


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Washington has offered to pay.", "Washington", "United States"),
        ("Farms in Washington state closed.", "Washington", "Washington (state)"),
        ("American farmers asked Congress for aid.", "Congress", "United States Congress"),
        ("Indian farmers told Congress in New Delhi that India needs rain.", "Congress",
         "Indian National Congress"),
        ("The Senate asked for aid.", "Senate", "United States Senate"),
        ("Barack Obama met envoys of Peru. The Senate asked for aid.", "Senate", "United States Senate"),
        ("South Korea builds ships. Korean yards are full.", "Korean", "South Korea"),
        ("The Dominican Republic sells sugar. A Dominican mill shut; the Dominicans ask why.", "Dominicans",
         "Dominican Republic"),
        ("Congo will sell copper.", "Congo", "Democratic Republic of the Congo"),
        ("Brussels will pay the farmers.", "Brussels", "European Union"),
        ("NATO has ships at sea.\nBrussels will send more.", "Brussels", "NATO"),
        ("Ministers met in Brussels.", "Brussels", "Belgium"),
    ],
)  # fmt: skip
def test_of_those_who_share_a_form_the_sentence_and_the_document_decide(
    text: str, words: str, name: str
) -> None:
    found = name_at(text, words)
    assert found is not None and found[0] == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bolivia is rewriting its laws on mines, and the Senate will vote on Monday.", "Senate"),
        ("Nurses in Chile are on strike. Congress is to vote on their pay.", "Congress"),
        ("Kenya has saved its savers. The Treasury will pay, it told the Senate.", "Treasury"),
        ("Korean yards are full.", "Korean"),
        ("South Korea met North Korea over Korean roads.", "Korean"),
    ],
)
def test_a_form_that_the_document_leaves_open_is_of_no_state(text: str, words: str) -> None:
    start = text.rindex(words)
    found = analysis(text)
    token = next(token for token in found.doc if token.idx == start)
    named = found.names.at(token)
    assert named is None or named.via == "recognised"


@pytest.mark.parametrize(
    ("text", "words", "day", "name"),
    [
        ("President George Bush met sailors.", "Bush", dt.date(2004, 1, 1), "George W. Bush"),
        ("President George Bush met sailors.", "Bush", dt.date(1990, 1, 1), "George H. W. Bush"),
        ("Later President López Obrador came by boat.", "Obrador", dt.date(2020, 1, 1),
         "Andrés Manuel López Obrador"),
        ("Maduro will pay.", "Maduro", dt.date(2020, 1, 1), "Nicolás Maduro"),
        ("Carter will pay.", "Carter", dt.date(1985, 1, 1), "Jimmy Carter"),
    ],
)  # fmt: skip
def test_a_head_of_state_is_known_by_surname(text: str, words: str, day: dt.date | None, name: str) -> None:
    assert name_at(text, words, day) == (name, "person")


def test_a_bare_surname_means_no_head_of_state_of_other_times() -> None:
    named = name_at("Carter will pay.", "Carter", dt.date(2022, 1, 1))
    assert named is None or named[0] != "Jimmy Carter"


def test_a_title_and_surname_mean_nobody_long_out_of_office() -> None:
    day = dt.date(2031, 1, 1)
    assert name_at("Prime Minister Brown will pay.", "Brown", day) != ("Gordon Brown", "person")
    assert name_at("President Reagan had paid.", "Reagan", day) == ("Ronald Reagan", "person")


def test_a_remark_of_who_took_a_speech_down_names_nobody() -> None:
    found = analysis("We will pay. (Laughter.) And we will (Applause.) stay.", "speech").names.found
    assert not {named.name for named in found} & {"Laughter", "Applause"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Oslo Harbour Authority hired divers.", "Oslo Harbour Authority"),
        ("The Kenyan Space Agency hired divers.", "Kenyan Space Agency"),
    ],
)
def test_a_body_named_after_a_place_keeps_its_whole_name(text: str, name: str) -> None:
    assert name_at(text, name) == (name, "organisation")


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Reform Democratic Party met in Ohio.", "Party", "Reform Democratic Party"),
        ("The National Boeing Engineers Union met in Ohio.", "Union", "National Boeing Engineers Union"),
        ("The U.S. president asked the House to act.", "House", "United States House of Representatives"),
        ("The U.S. president wrote to the House of Keys in May.", "House", "House of Keys"),
    ],
)
def test_a_known_name_inside_a_longer_one_is_not_meant(text: str, words: str, name: str) -> None:
    found = name_at(text, words)
    assert found is not None and found[0] == name


def test_a_surname_in_a_headline_is_the_one_named_in_full_below() -> None:
    text = "Lundmark opens a harbour, with a list of doubts\nTora Lundmark opened the harbour on Monday."
    assert [named.name for named in analysis(text).names.found] == ["Tora Lundmark", "Tora Lundmark"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "The president of the town's main labour federation, Tendai Mukono, left.",
            "Mukono",
            "Tendai Mukono",
        ),
        ("The head of a carters' union, Han Seo-yun, left.", "yun", "Han Seo-yun"),
        ("A vice-minister, Owusu Bekoe, left. Mr. Bekoe was late.", "Bekoe", "Owusu Bekoe"),
        ("A club led by a retired judge, Prakash Deshpande, has sued.", "Deshpande", "Prakash Deshpande"),
    ],
)
def test_who_is_described_before_a_comma_is_a_person(text: str, words: str, name: str) -> None:
    assert name_at(text, words) == (name, "person")


def test_a_firm_or_place_behind_a_comma_is_no_person() -> None:
    assert name_at("The supplier, Karhula Forge, has left.", "Forge") == ("Karhula Forge", "place")
    assert name_at("The mayor of Callao, Lake Province, left.", "Province") != ("Lake Province", "person")


def test_bodies_that_share_a_head_are_each_known_by_it() -> None:
    text = "The U.S. Departments of Commerce, Defense, and State will pay. Defense and Labor are words."
    found = analysis(text)
    named = [named.name for named in found.names.found if named.end < token_at(found, "pay").i]
    assert named[-2:] == ["United States Department of Defense", "United States Department of State"]
    assert named[0] == "United States Department of Commerce"
    assert all("Department" not in other.name for other in found.names.found[3:])
