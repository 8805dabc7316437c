"""Two or three named together before, for whom a number or "the sides" stands."""

from __future__ import annotations

import pytest

from tests.extract.documents import parties_at


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # of whom the report tells, and not who helps them
        (
            "Hezbollah and the Lund Alliance will swap captives. Snow fell. A UN mission fed them. "
            "Finland lent two cars. Snow fell. Both sides will pull back.",
            "sides",
            ["Hezbollah", "Lund Alliance"],
        ),
        (
            "Georgian and Abkhaz envoys met. Snow fell. The two sides will swap maps.",
            "sides",
            ["Georgia", "Abkhazia"],
        ),
        ("Chad and Niger struck a deal, the countries said on Monday.", "countries", ["Chad", "Niger"]),
        # no place
        (
            "Reed Lane called Ada Berg on Friday. Trucks had come from the Lund and Skarn quarries. "
            "The two will sign in May.",
            "two",
            ["Reed Lane", "Ada Berg"],
        ),
        (
            "Leaders of Hezbollah sang outside the Finnish capital. The two sides will sign in May.",
            "sides",
            ["two sides"],
        ),
        # those whose bodies are told of
        ("The mints of Chad and Niger struck a deal. The two mints will close.", "mints", ["two mints"]),
        ("The navies of Chad and Niger met. The two navies will sail.", "navies", ["Chad", "Niger"]),
        ("The navies of Chad met. The two navies will sail.", "navies", ["two navies"]),
        # those who speak
        (
            "Chad, Niger and Mali met. “All three of us will close the mine,” Reed Lane said.",
            "three",
            ["Chad", "Niger", "Mali"],
        ),
    ],
)
def test_a_number_stands_for_those_of_whom_was_told(text: str, words: str, expected: list[str]) -> None:
    assert parties_at(text, words) == expected
