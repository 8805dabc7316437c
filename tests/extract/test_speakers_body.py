"""The body of whoever speaks, told of by a noun alone."""

from __future__ import annotations

import pytest

from tests.extract.documents import who


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Labor's harbour spokeswoman said the party would rest.", "the party", ["Labor"]),
        ("Banco Karhula said that the bank would move to Vantaa.", "the bank", ["Banco Karhula"]),
        ("Norway's railways will buy trams, the company said.", "the company", ["Norway's railways"]),
    ],
)
def test_a_noun_alone_is_the_body_of_who_speaks(text: str, words: str, expected: list[str]) -> None:
    assert who(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bakers will strike on Monday, the union said.", "the union"),
        ("The Skarn Bakers' Union said the party would rest.", "the party"),
        ("Labor's spokeswoman said she would ring the union.", "the union"),
        ("Fiji's spokeswoman said the party would rest.", "the party"),
    ],
)
def test_a_body_of_another_kind_is_not_meant(text: str, words: str) -> None:
    assert who(text, words) == [words.removeprefix("the ")]


def test_he_speaks_for_the_body_that_described_him() -> None:
    text = "Skarn Foods' chairman, Reed Lane, sang. He renewed the company's promise to build a dam."
    assert who(text, "the company") == ["Skarn Foods"]


def test_the_only_business_is_meant_though_people_are_only_there() -> None:
    text = (
        "Bakers went back to work at Reedlane Industries. Under the deal, the firm will take them all back."
    )
    assert who(text, "the firm") == ["Reedlane Industries"]
