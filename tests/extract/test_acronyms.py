"""Acronyms that a document introduces."""

from __future__ import annotations

from tests.extract.documents import name_at


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


def test_a_shared_acronym_needs_the_state_of_its_body() -> None:
    assert name_at("The IRA will cut the price of seeds in Norway.", "IRA") != "Irish Republican Army"
    assert name_at("The IRA left the town in Britain.", "IRA") == "Irish Republican Army"


def test_an_acronym_stands_for_words_that_are_not_found_as_a_name() -> None:
    text = "They renewed the joint Northern Harbour Task Force (NHTF).\nThe NHTF will build two piers."
    assert name_at(text, "NHTF") == "Northern Harbour Task Force"
