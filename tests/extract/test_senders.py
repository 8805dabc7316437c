"""Those for whom others act whom they send, or who negotiate for them."""

from __future__ import annotations

import pytest

from tests.extract.documents import parties_at


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Engineers from Fiji and Chad will mend the dam.", "Engineers", ["Fiji", "Chad"]),
        ("Experts from Lima will mend the dam.", "Experts", ["Peru"]),
        ("Fiji and Chad met. Experts from both countries will go.", "Experts", ["Fiji", "Chad"]),
        ("Inspectors from the World Bank will go to Lima.", "Inspectors", ["World Bank"]),
    ],
)  # fmt: skip
def test_experts_from_a_state_or_body_act_for_it(text: str, words: str, expected: list[str]) -> None:
    assert parties_at(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Nurses from Tonga will march.", "Nurses", "Nurses from Tonga"),
        ("Scientists from Norway will map the lake.", "Scientists", "Scientists from Norway"),
        ("Former soldiers from Peru will march.", "soldiers", "Former soldiers from Peru"),
        ("Engineers from nine colleges will march.", "Engineers", "Engineers from nine colleges"),
    ],
)
def test_others_from_there_act_for_themselves(text: str, words: str, expected: str) -> None:
    assert parties_at(text, words) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Negotiators for Fiji's government and opposition agreed to meet.", ["Fiji", "opposition"]),
        ("Negotiators for nine mills and the Dough Workers' Union agreed to meet.",
         ["nine mills", "Dough Workers' Union"]),
        ("Negotiators for the bakers agreed to meet.", ["Negotiators for the bakers"]),
    ],
)  # fmt: skip
def test_negotiators_act_for_all_whom_they_are_for(text: str, expected: list[str]) -> None:
    assert parties_at(text, "Negotiators") == expected
