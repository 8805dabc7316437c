"""Definite nouns for somebody named before: a report in, whom its words stand for out."""

from __future__ import annotations

import pytest

from tests.extract.documents import parties_at, records


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # a union of those whose work its name tells, and no other
        (
            "The League of Dock Staff will strike. The European Union is glad. The union will picket.",
            "The union",
            ["League of Dock Staff"],
        ),
        ("The European Union sang. The union will send rice.", "The union", ["European Union"]),
        (
            "The European Union sang. The union representing dock workers threatened to sing.",
            "The union",
            ["union representing dock workers"],
        ),
        # a name that opens with the noun
        (
            "The Organization for Harbour Safety sang. Karhula Energy left. The organization will pay.",
            "organization",
            ["Organization for Harbour Safety"],
        ),
        (
            "The Reef Town Coalition met for its talks. Coalition Ports left. The coalition will pay.",
            "The coalition",
            ["Reef Town Coalition"],
        ),
        # counted people, and no state
        ("Rice came to Haiti. The force of 90 nurses will stay.", "force", ["force of 90 nurses"]),
        ("Rice came to Haiti. The force will stay.", "force", ["Haiti"]),
        # who was told of just before
        ("A NATO official wept in Kosovo. The official will resign.", "The official", ["NATO"]),
        ("Liberia closed its ports. The countries will meet.", "countries", ["countries"]),
        # whose the others are tells more than where they are
        (
            "The leaders of the nations in Peru will sing.",
            "leaders",
            ["leaders of the nations"],
        ),
        ("A Skarn Front delegate said his side would sing.", "side", ["Skarn Front"]),
    ],
)
def test_a_definite_noun_is_who_was_told_of(text: str, words: str, expected: list[str]) -> None:
    assert parties_at(text, words) == expected


def test_we_is_the_party_of_who_speaks() -> None:
    text = "Reed Lane of the Skarn Party came to Lima in Peru. “We will march in May,” he said."
    assert records(text)[0].promisors == ("Skarn Party",)


def test_they_are_who_tells_it_though_the_noun_is_no_actors() -> None:
    text = "Fares rose. Miners wept, and the management said they would pay."
    assert parties_at(text, "they") == ["management"]
