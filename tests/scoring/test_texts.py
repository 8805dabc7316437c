"""How words are brought to a form in which they compare."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.scoring.texts import content_words, normalised, overlap, stem, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Republic of Kestria", "republic of kestria"),
        ("Kestria’s parliament", "kestria parliament"),
        ("“ten ferries,” she said", "ten ferries  she said"),
        ("€40 million (20%)", "€40 million  20%"),
        ("the", "the"),
        (None, ""),
    ],
)
def test_normalised(text: str | None, expected: str) -> None:
    assert normalised(text) == expected


def test_words_lose_the_full_stops_and_dashes_around_them() -> None:
    assert words("- The U.S. will act.") == ["the", "u.s", "will", "act"]


def test_content_words_leave_function_words_out() -> None:
    assert content_words("lend the islands money for their ferries") == [
        "lend", "islands", "money", "ferries",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "expected"),
    [("sending", "send"), ("lends", "lend"), ("pledged", "pledg"), ("pledge", "pledg"), ("use", "use")],
)
def test_stem(word: str, expected: str) -> None:
    assert stem(word) == expected


BAGS = st.lists(st.sampled_from(["ferry", "loan", "quay"])).map(Counter)


@given(BAGS, BAGS)
def test_overlap_is_symmetric_and_whole_only_for_the_same_words(
    one: Counter[str], other: Counter[str]
) -> None:
    share = overlap(one, other)
    assert share == overlap(other, one)
    assert 0 <= share <= 1
    assert (share == 1) == (one == other and bool(one))
