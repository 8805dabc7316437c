"""Bodies of whom a plural for their kind tells again: "the firms" for two that were named together."""

from __future__ import annotations

import pytest

from tests.extract.documents import parties_at


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Toyota and Boeing struck a deal in May. The firms will plant trees.",
            "firms",
            ["Toyota", "Boeing"],
        ),
        (
            "The Lund Dockers Union and the Skarn Teachers Union met. Snow fell. The unions will pay.",
            "unions",
            ["Lund Dockers Union", "Skarn Teachers Union"],
        ),
        # others of the same noun, of another kind, or too long ago
        (
            "Toyota and Boeing struck a deal. Three Finnish firms did not. The firms will plant trees.",
            "firms",
            ["Three Finnish firms"],
        ),
        ("Toyota and the United Nations struck a deal. The firms will plant trees.", "firms", ["firms"]),
        ("Toyota and Boeing met. Snow fell. Rain fell. Hail fell. The firms will pay.", "firms", ["firms"]),
    ],
)
def test_a_plural_stands_for_bodies_named_together_before(text: str, words: str, expected: list[str]) -> None:
    assert parties_at(text, words) == expected
