"""What a document itself tells about its names."""

from __future__ import annotations

import datetime as dt

import pytest

from flows.extract.proposals import propose
from tests.extract.documents import analysis, token_at

DAY = dt.date(2023, 7, 10)


def name_at(text: str, words: str) -> str | None:
    """The name of the last of ``words`` where they stand last in ``text``."""
    found = analysis(text, published_on=DAY)
    named = found.names.at(token_at(found, words))
    return named.name if named is not None else None


def test_a_suffix_belongs_to_the_name_before_it() -> None:
    assert name_at("President Joseph R. Biden, Jr. will visit the ports.", "Jr.") == "Joe Biden"


def test_a_title_with_the_acronyms_initials_is_what_it_stands_for() -> None:
    text = (
        "The Assistant Secretary for Ports and Harbors (ASPH) came to Norway.\n"
        "On Friday ASPH will inspect the piers."
    )
    assert name_at(text, "ASPH") in {"Assistant Secretary for Ports and Harbors", None}


def test_an_acronym_that_a_text_gives_other_words_is_not_the_known_one() -> None:
    text = "The Island Meadows Fund (IMF) met in Norway.\nThe IMF will plant trees."
    assert name_at(text, "IMF") != "International Monetary Fund"
    assert name_at("The IMF will lend more to Norway.", "IMF") == "International Monetary Fund"


def test_an_acronym_behind_a_slip_of_its_name_is_still_the_known_one() -> None:
    text = "The Federal Emergency Management Administration (FEMA) met in Ohio.\nFEMA will pay."
    assert name_at(text, "FEMA") == "Federal Emergency Management Agency"


def test_a_task_in_a_heading_is_no_bodys_long_name() -> None:
    text = "Peru drew up a list.\nEstablish a Reef Working Group\nThe Working Group will meet in Lima."
    assert name_at(text, "Working Group") == "Working Group"


def test_whose_a_text_is_bears_no_title_of_it() -> None:
    text = "Peru read the Final Report of the Reef States.\nThe Reef States will pay."
    assert name_at(text, "Reef States") != "Final Report of the Reef States"


def test_a_shared_acronym_needs_the_state_of_its_body() -> None:
    assert name_at("The IRA will cut the price of seeds in Norway.", "IRA") != "Irish Republican Army"
    assert name_at("The IRA left the town in Britain.", "IRA") == "Irish Republican Army"


def test_a_bare_first_name_is_the_one_who_bears_it() -> None:
    text = "Ottilie Brandvold runs the ferry.\nOn Monday I spoke to Ottilie about the tides."
    assert name_at(text, "Ottilie") == "Ottilie Brandvold"


def test_a_first_name_of_two_people_is_left_alone() -> None:
    text = "Ada Brandvold met Ada Lindqvist.\nOn Monday I spoke to Ada about the tides."
    assert name_at(text, "Ada") == "Ada"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("GE Kettles announced a plant in Ohio this morning.", "Kettles", "GE Kettles"),
        ("Boeing Co. announced another hangar in Ohio this morning.", "Boeing", "Boeing"),
        ("Booo!\nThanks to you all, the harbour is open.", "Booo", None),
    ],
)
def test_a_name_that_opens_with_a_known_one_keeps_all_its_words(
    text: str, words: str, name: str | None
) -> None:
    assert name_at(text, words) == name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Skarn Rail, the country's largest operator, said it plans to hire cooks.", "organisation"),
        ("Skarn Rail, an airline in the north, said it plans to hire cooks.", "organisation"),
        ("Ada Berg, a radio operator, said on Friday that she plans to hire cooks.", "person"),
        ("Peru, the largest exporter of flour, said it plans to hire cooks.", "state"),
    ],
)
def test_who_an_apposition_calls_a_body_is_one(text: str, kind: str) -> None:
    assert {named.kind for named in analysis(text, published_on=DAY).names.found} == {kind}


def test_it_is_the_body_that_speaks_and_the_company_too() -> None:
    text = (
        "The government will cover the losses. Skarn Rail, the country's largest operator, said it plans to "
        "hire cooks. The company threatened to pull out."
    )
    acts = {proposal.action.text: proposal for proposal in propose(analysis(text, published_on=DAY))}
    for act in ("hire cooks", "pull out"):
        assert [party.name for party in acts[act].promisors] == ["Skarn Rail"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The NATO Senior Harbour Group met in Oslo on Monday.", "Group", "NATO Senior Harbour Group"),
        ("NATO sent Skarn Rail a letter on Monday.", "Rail", "Skarn Rail"),
    ],
)
def test_a_part_of_a_known_body_is_called_by_both_names(text: str, words: str, name: str) -> None:
    assert name_at(text, words) == name


def test_a_short_form_means_whom_it_meant_before() -> None:
    text = (
        "The Senior Harbour Group gathered in Oslo.\nThe Group will mend ships.\n"
        "Together with the Ports Working Group it sold boats.\nBy June the Group will buy a crane."
    )
    assert name_at(text, "Group") == "Senior Harbour Group"


def test_who_stands_behind_the_body_that_one_leads_is_a_person() -> None:
    text = "The leader of the Kamo Front, Wallis Poyg, asked his supporters to stay at home."
    assert [party.name for party in analysis(text).resolver.of(token_at(analysis(text), "leader"))] == [
        "Wallis Poyg"
    ]


@pytest.mark.parametrize("words", ["The Alliance will", "the Alliance may"])
def test_a_word_that_opens_one_bodys_name_alone_stands_for_it(words: str) -> None:
    text = f"The Alliance for Northern Ports met in Oslo.\nBy May {words} build two piers."
    found = analysis(text)
    parties = found.resolver.of(token_at(found, "Alliance"))
    assert [party.name for party in parties] == ["Alliance for Northern Ports"]


def test_an_acronym_stands_for_words_that_are_not_found_as_a_name() -> None:
    text = "They renewed the joint Northern Harbour Task Force (NHTF).\nThe NHTF will build two piers."
    assert name_at(text, "NHTF") == "Northern Harbour Task Force"


def test_who_an_apposition_gives_an_office_is_no_place() -> None:
    text = "Tora Fukushima, its leader and a lawyer, refused to sign the paper."
    assert name_at(text, "Fukushima") == "Tora Fukushima"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Boeing Norway said it would cut jobs.", "Boeing Norway"),
        ("Freeport Norway, the local unit of the miner, said it would cut jobs.", "Freeport Norway"),
    ],
)
def test_a_part_of_a_body_in_a_state_is_not_that_state(text: str, name: str) -> None:
    assert name_at(text, "Norway") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Monday Air Niamey agreed to purchase ten ferries.", "Air Niamey"),
        ("On Monday in the open air Niamey agreed to purchase ten ferries.", "Niger"),
    ],
)
def test_a_company_of_a_place_is_not_its_state(text: str, name: str) -> None:
    assert name_at(text, "Niamey") == name
