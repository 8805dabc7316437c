"""Requests for things: sentences that want something back in, who is asked for it out."""

from __future__ import annotations

import pytest

from tests.extract.documents import records


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Fiji demanded the release of nine divers seized by Norway.", ("Norway",)),
        ("Fiji has called for the return of a barge held by the Norwegian navy.", ("Norway",)),
        ("Fiji demanded the release of divers who were jailed by Norway.", ("Norway",)),
        # who is asked by name is asked, whoever has taken the thing
        ("Fiji asked Peru for the return of a barge seized by Norway.", ("Peru",)),
    ],
)
def test_who_has_taken_what_is_wanted_back_is_asked_for_it(text: str, asked: tuple[str, ...]) -> None:
    (found,) = records(text)
    assert (found.force, found.promisors) == ("request", asked)


@pytest.mark.parametrize(
    "text",
    [
        "Fiji demanded the release of nine divers.",
        "Fiji demanded the release of nine divers held by March.",
        "Fiji demanded the release of nine divers praised by Norway.",
    ],
)
def test_nobody_is_asked_where_nobody_is_told_to_have_taken_it(text: str) -> None:
    assert records(text) == ()
