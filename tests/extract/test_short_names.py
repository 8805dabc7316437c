"""Short forms of names that a document goes on with."""

from __future__ import annotations

import pytest

from tests.extract.documents import name_at, parties_at


def test_a_task_in_a_heading_is_no_bodys_long_name() -> None:
    text = "Peru drew up a list.\nEstablish a Reef Working Group\nThe Working Group will meet in Lima."
    assert name_at(text, "Working Group") == "Working Group"


def test_whose_a_text_is_bears_no_title_of_it() -> None:
    text = "Peru read the Final Report of the Reef States.\nThe Reef States will pay."
    assert name_at(text, "Reef States") != "Final Report of the Reef States"


def test_a_bare_first_name_is_the_one_who_bears_it() -> None:
    text = "Ottilie Brandvold runs the ferry.\nOn Monday I spoke to Ottilie about the tides."
    assert name_at(text, "Ottilie") == "Ottilie Brandvold"


def test_a_first_name_of_two_people_is_left_alone() -> None:
    text = "Ada Brandvold met Ada Lindqvist.\nOn Monday I spoke to Ada about the tides."
    assert name_at(text, "Ada") == "Ada"


def test_a_short_form_means_whom_it_meant_before() -> None:
    text = (
        "The Senior Harbour Group gathered in Oslo.\nThe Group will mend ships.\n"
        "Together with the Ports Working Group it sold boats.\nBy June the Group will buy a crane."
    )
    assert name_at(text, "Group") == "Senior Harbour Group"


def test_a_word_before_somebody_of_a_body_is_its_short_form() -> None:
    text = "Peru wrote to the International Monetary Fund. A Fund official, speaking in May, will write back."
    assert name_at(text, "Fund") == "International Monetary Fund"


def test_a_short_form_ends_the_form_in_which_a_body_was_named() -> None:
    text = "Norway wrote to the Tamil Tigers in May. On Monday the Tigers will write to Norway."
    assert name_at(text, "Tigers") == "Liberation Tigers of Tamil Eelam"


@pytest.mark.parametrize("words", ["The Alliance will", "the Alliance may"])
def test_a_word_that_opens_one_bodys_name_alone_stands_for_it(words: str) -> None:
    text = f"The Alliance for Northern Ports met in Oslo.\nBy May {words} build two piers."
    assert parties_at(text, "Alliance") == ["Alliance for Northern Ports"]


def test_the_first_word_of_a_body_that_acts_is_that_body() -> None:
    text = "Norway sued Skarnholt Industries over the spill.\nSkarnholt will pay the villages $3 million."
    assert name_at(text, "Skarnholt") == "Skarnholt Industries"


def test_a_word_for_any_body_is_not_the_one_that_it_opens() -> None:
    text = "Norway sued Union Shipping over the spill.\nThe Union said on Monday it would strike."
    assert name_at(text, "Union") != "Union Shipping"


def test_the_first_word_of_two_bodies_is_neither() -> None:
    text = "Skarnholt Industries and Skarnholt Airlines met in Oslo.\nSkarnholt will pay $3 million."
    assert name_at(text, "Skarnholt") not in {"Skarnholt Industries", "Skarnholt Airlines"}


def test_a_short_name_that_the_reference_knows_is_no_other_bodys() -> None:
    text = "The Quad began the Quad Harbour Challenge in May.\nBy June the Quad will open two ports."
    assert name_at(text, "Quad") == "Quad"
