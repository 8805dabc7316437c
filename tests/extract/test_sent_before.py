"""Who sends what a text told of before: "the brigade", "the ships", and one more of them."""

from __future__ import annotations

import pytest

from tests.extract.documents import parties_at


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Fiji has offered a brigade for Chad. The brigade will sail in May.", "The brigade", "Fiji"),
        ("Fiji will send nine ships to Chad. The ships will come back in May.", "The ships", "Fiji"),
        ("Fiji is to send Chad a medical unit. The unit will sail in May.", "The unit", "Fiji"),
        ("Fiji sent a crane to Chad in May, and a second is to follow.", "a second", "Fiji"),
        ("Fiji sent a crane to Chad in May, and another is to follow.", "another", "Fiji"),
    ],
)
def test_who_sends_acts_by_what_it_sends(text: str, words: str, expected: str) -> None:
    assert parties_at(text, words) == [expected]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Fiji has met a brigade in Chad. The brigade will sail in May.", "The brigade", ["brigade"]),
        ("Fiji will give nine ships to Chad. The ships will sail in May.", "The ships", ["ships"]),
        ("Fiji will lend nine ships to Chad. The ships will sail in May.", "The ships", ["ships"]),
        ("Fiji sent a brigade to Chad. An engineer met the brigade. The engineer will go.", "The engineer",
         ["engineer"]),
        ("Ole Berg sent a brigade to Chad. The brigade will sail in May.", "The brigade", ["brigade"]),
        ("Two bakers met. One will pay, and another is to follow.", "another", ["another of the bakers"]),
    ],
)  # fmt: skip
def test_others_are_not_whose_they_were(text: str, words: str, expected: list[str]) -> None:
    assert parties_at(text, words) == expected
