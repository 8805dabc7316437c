"""The land that "the ministry" and "his country" mean by who tells of them."""

from __future__ import annotations

import pytest

from tests.extract.documents import parties_at


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Fiji's health minister, Ada Berg, sang. Peru sent tents. Dr. Berg said the ministry would wait.",
            "the ministry",
            "Fiji",
        ),
        (
            "Peru sent tents. A Fijian embassy official said his country would burn them.",
            "his country",
            "Fiji",
        ),
        (
            "Fiji has a wall. It keeps out Peru. Interior Minister Reed Lane said the country would wait.",
            "the country",
            "Fiji",
        ),
        (
            "Peru sent tents. The state will do no less, Fiji's labor minister, Ada Berg, told bakers.",
            "The state",
            "Fiji",
        ),
    ],
)
def test_who_tells_of_an_organ_tells_of_their_own(text: str, words: str, expected: str) -> None:
    assert parties_at(text, words) == [expected]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Peru sent tents. Japan did not. Mr. Reed Lane said his country would burn them.",
            "his country",
            "Reed Lane",
        ),
        ("Peru sent tents. Mr. Reed Lane said his country would burn them.", "his country", "Peru"),
    ],
)
def test_the_land_of_who_is_of_none_is_that_reported_on_or_themselves(
    text: str, words: str, expected: str
) -> None:
    assert parties_at(text, words) == [expected]


def test_what_somebody_does_for_a_country_is_not_done_for_their_own() -> None:
    text = "Peru's minister flew to Chad. She promised to rebuild the country."
    assert parties_at(text, "the country") == ["Chad"]
