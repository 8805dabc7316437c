"""Who is meant by a client of whoever speaks: a report in, whom the word stands for out."""

from __future__ import annotations

import pytest

from tests.extract.documents import who


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reed Lane's lawyer said that his client would pay the fine.", ["Reed Lane"]),
        ("A lawyer for Karhula Energy said her client would pay the fine.", ["Karhula Energy"]),
        ("Reed Lane said that his client would pay the fine.", ["Reed Lane's client"]),
    ],
)
def test_a_client_is_the_one_for_whom_the_lawyer_speaks(text: str, expected: list[str]) -> None:
    assert who(text, "client") == expected
