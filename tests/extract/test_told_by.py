"""Who tells of "it" or "they" is whom the word means, before all who were told of earlier."""

from __future__ import annotations

import pytest

from tests.extract.documents import parties_at


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Peru waits. The Europeans said they would go ahead.", "they", "Europe"),
        ("Peru waits. The Europeans mocked it and said they would go ahead.", "they", "Europe"),
        ("Peru waits. The jurors say the fees are low and that they will go on.", "they", "jurors"),
        ("Peru waits. The Finnish chain Karhula Berg said it would go on.", "it", "Karhula Berg"),
    ],
)
def test_who_tells_of_it_is_meant(text: str, words: str, expected: str) -> None:
    assert parties_at(text, words) == [expected]


def test_a_person_is_not_it() -> None:
    assert parties_at("Peru waits. Mayor Reed Lane said it would go on.", "it") == ["Peru"]
