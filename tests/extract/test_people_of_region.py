"""The people of a region and the members of an alliance, who stand for states or their body."""

from __future__ import annotations

import pytest

from tests.extract.documents import parties_at


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Britain, France and Italy met a Fijian envoy.", ["United Kingdom", "France", "Italy"]),
        ("The European Union has put a levy on tuna.", ["European Union"]),
        ("France and Fiji met. The European Union did not.", ["European Union"]),
        ("Chad and Fiji met.", ["Europe"]),
    ],
)
def test_europeans_are_the_states_named_last_or_their_union(before: str, expected: list[str]) -> None:
    assert parties_at(f"{before} The Europeans will ban rice.", "Europeans") == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("NATO met in Lund. Rain fell. The allies will build no base.", "allies", ["NATO"]),
        ("Rain fell in Lund. The allies will build no base.", "allies", ["allies"]),
        ("NATO and the Warsaw Pact met. Rain fell. The allies will build no base.", "allies", ["allies"]),
        (
            "NATO met in Lund. Monks sang. A plea puts the alliance to the test. Members agreed to wait.",
            "Members",
            ["NATO"],
        ),
    ],
)
def test_members_and_allies_are_of_the_alliance_told_of(text: str, words: str, expected: list[str]) -> None:
    assert parties_at(text, words) == expected
