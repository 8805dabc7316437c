"""Tests of the categories of acts."""

from __future__ import annotations

import pytest

from flows.extract.components.category import category_of
from tests.extract.parsing import act


def category(sentence: str, action: str, force: str = "pledge") -> str:
    _, span, whole = act(sentence, action)
    return category_of(span, whole, force)[0]


@pytest.mark.parametrize(
    ("sentence", "action", "expected"),
    [
        ("Norway will send nine howitzers to Kyiv.", "send nine howitzers to Kyiv", "military"),
        ("The bank agreed to lend Ghana more money.", "lend Ghana more money", "financial"),
        ("Both sides will observe a ceasefire.", "observe a ceasefire", "peace"),
        ("Chad will host the summit in May.", "host the summit in May", "diplomatic"),
        ("Peru vowed to plant new forests.", "plant new forests", "energy_climate"),
    ],
)
def test_plain_acts(sentence: str, action: str, expected: str) -> None:
    assert category(sentence, action) == expected
