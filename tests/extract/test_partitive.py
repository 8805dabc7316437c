"""A part of several people or bodies: a sentence in, the parties of its words out."""

from __future__ import annotations

import pytest

from flows.extract.proposals import propose
from tests.extract.documents import analysis, token_at


def bound(text: str) -> list[str]:
    """The promisors of the last act of a text."""
    return [party.name for party in propose(analysis(text))[-1].promisors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad freed ten men. One of the striking unions will sign.", ["One of the striking unions"]),
        (
            "Chad freed ten men. One of the two rebel bands said it would stay.",
            ["One of the two rebel bands"],
        ),
        ("Chad freed ten men. Two of the banks will pay.", ["Two of the banks"]),
        # one and others of whom the text has told
        ("Three Japanese brewers met. One said it would pay.", ["one of the Japanese brewers"]),
        ("Three Japanese brewers met. Another will pay.", ["another of the Japanese brewers"]),
        ("Villagers wept. Many say they will never go back.", ["many of the villagers"]),
        ("Three Japanese brewers met. One of them will pay.", ["one of the Japanese brewers"]),
        (
            "A summit of ten island states closed on Friday, but four of them said they would ban trawls.",
            ["four of the island states"],
        ),
        ("Two foreign airlines left, and a third said it would pay.", ["third foreign airline"]),
        ("Farmers sang. A second said it would pay.", ["second farmer"]),
        (
            "Bakers met in Lima. One of the panels is to find land, a second will sell it.",
            ["second panel"],
        ),
        # all and none
        ("None of the unions will sign.", ["unions"]),
        ("The winners paid in May. All will build a mast.", ["winners"]),
        # what one is, and who that is by name
        ("Five bakers ran. One, a former mayor, vowed to pay.", ["former mayor"]),
        ("One of the growers, Ada Berg, swore to stay.", ["Ada Berg"]),
    ],
)
def test_some_of_several_are_bound_and_not_all(text: str, expected: list[str]) -> None:
    assert bound(text) == expected


def test_a_part_of_things_is_no_group_of_people() -> None:
    found = analysis("The bakers met. Two of the bridges will be closed.")
    (party,) = found.resolver.of(token_at(found, "Two"))
    assert party.kind == "other"


def test_a_bare_number_counts_nobody_told_of_before() -> None:
    found = analysis("The bakers met. 5,000 marched.")
    assert [party.name for party in found.resolver.of(token_at(found, "5,000"))] == ["5,000"]
