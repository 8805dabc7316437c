"""Whom a description names by the words with which somebody tells their own name."""

from __future__ import annotations

import pytest

from tests.extract.documents import who


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A group calling itself the Lantern Front said it would free him.", "group", "Lantern Front"),
        ("A movement that calls itself the Lantern Front promised to leave.", "movement", "Lantern Front"),
        ("A group styling itself the Sons of the Marsh threatened to march.", "group", "Sons of the Marsh"),
        ("A cook who identified himself as Captain Reed Lane said so.", "cook", "Reed Lane"),
        ("A spokesman identified as Reed Lane said the rebels would go.", "spokesman", "Reed Lane"),
        ("Their head, a cook who gave his name as Reed Lane, swore to go.", "head", "Reed Lane"),
        ("The guild's head, a former cook named Reed Lane, swore to go.", "head", "Reed Lane"),
    ],
)
def test_who_tells_their_own_name_is_named(text: str, words: str, expected: str) -> None:
    assert who(text, words) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A group calling itself Peru's conscience promised to march.",
        "A group calling itself patriotic promised to march.",
        "A group gave its word to Reed Lane and promised to march.",
    ],
)
def test_words_that_tell_no_name_leave_a_description(text: str) -> None:
    assert who(text, "group") == ["group"]
