"""Names that several words or names make together."""

from __future__ import annotations

import pytest

from tests.extract.documents import name_at


def test_a_party_of_one_state_is_none_of_another() -> None:
    text = "Tomas Brandvold of the Malawi Congress Party will march."
    assert name_at(text, "Party") == "Malawi Congress Party"


def test_a_suffix_belongs_to_the_name_before_it() -> None:
    assert name_at("President Joseph R. Biden, Jr. will visit the ports.", "Jr.") == "Joe Biden"


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
    ("text", "words", "name"),
    [
        ("The NATO Senior Harbour Group met in Oslo on Monday.", "Group", "NATO Senior Harbour Group"),
        ("NATO sent Skarn Rail a letter on Monday.", "Rail", "Skarn Rail"),
    ],
)
def test_a_part_of_a_known_body_is_called_by_both_names(text: str, words: str, name: str) -> None:
    assert name_at(text, words) == name


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
