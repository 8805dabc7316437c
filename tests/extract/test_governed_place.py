"""Places that a noun alone means: a report in, which state or city is meant out."""

from __future__ import annotations

import pytest

from tests.extract.documents import who


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Governor Reed Lane of Kogi said his state would dredge the bay.", "his state", "Kogi"),
        ("Governor Reed Lane of Kogi said the state would dredge the bay.", "the state", "Kogi"),
        ("The governor of Kogi, Ada Berg, said the state would dredge the bay.", "the state", "Kogi"),
        ("Ohio's governor, Ada Berg, said her state would dredge the bay.", "her state", "Ohio"),
        ("The mayor of Callao, Ada Berg, said her city would dredge the bay.", "her city", "Callao"),
        # whoever governs no part of a state speaks for the state itself
        ("Peru's president said his state would dredge the bay.", "his state", "Peru"),
        # one told of in another sentence is no longer "he"
        ("The governor of Ohio sang. Reed Lane said his state was calm.", "his state", "Reed Lane's state"),
    ],
)
def test_what_a_governor_calls_his_state_is_what_he_governs(text: str, words: str, expected: str) -> None:
    assert who(text, words) == [expected]
