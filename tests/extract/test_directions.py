"""Directions that stand for states."""

from __future__ import annotations

from tests.extract.documents import name_at, parties_at


def test_a_direction_is_the_state_of_that_name() -> None:
    text = "North Korea closed the road.\nThe North promised to open it in May."
    assert name_at(text, "North") == "North Korea"
    assert name_at("Mali closed the road.\nThe North promised to open it in May.", "North") != "North Korea"


def test_a_plural_name_means_all_its_states() -> None:
    text = "The two Koreas agreed to link their railways."
    assert parties_at(text, "Koreas") == ["South Korea", "North Korea"]
