"""Answers of many who are asked what they would do: sentences in, whether anybody is bound out."""

from __future__ import annotations

import pytest

from tests.extract.documents import records


@pytest.mark.parametrize(
    "text",
    [
        "Half said they would sell the boat.",
        "62% of voters said they would back the toll.",
        "Two thirds of respondents said they would move to Fiji.",
        "Most residents said they would back the toll and pay it.",
    ],
)
def test_a_share_of_people_who_are_asked_binds_nobody(text: str) -> None:
    assert records(text) == ()


@pytest.mark.parametrize(
    ("text", "promisors"),
    [
        ("Half of the dockers said they would strike.", ("Half of the dockers",)),
        ("Most states said they would sign the treaty.", ("Most states",)),
        ("The residents said they would mend the quay.", ("residents",)),
    ],
)
def test_a_share_of_a_trade_acts_for_itself(text: str, promisors: tuple[str, ...]) -> None:
    assert records(text)[-1].promisors == promisors


def test_one_more_of_those_told_of_is_no_share() -> None:
    assert records("Two mills will stay open. A third said it would close.")[-1].action == "close"
