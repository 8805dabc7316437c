"""Who stands for the promisor of an act by the syntax: a sentence in, the word out."""

from __future__ import annotations

import pytest

from flows.extract.components.cues import find_candidates
from flows.extract.components.promisor import promisor_token
from flows.extract.proposals import propose
from tests.extract.documents import analysis


def promising(text: str) -> list[tuple[str, str | None]]:
    """The acts of a sentence, each with the word that stands for who binds itself."""
    (sentence,) = [item.span for item in analysis(text).sentences]
    tokens = [(candidate.act.text, promisor_token(candidate)) for candidate in find_candidates(sentence)]
    return [(act, token.text if token is not None else None) for act, token in tokens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bakers will mend the oven.", ("mend", "bakers")),
        ("The oven will be mended by the bakers.", ("mended", "bakers")),
        ("The oven will be mended.", ("mended", None)),
        # who is asked, and who is bound by what others say
        ("Norway asked the bakers to mend the oven.", ("mend", "bakers")),
        ("The accord commits Norway to mending the oven.", ("mending", "Norway")),
        # whose policy or decision it is, for an empty "it"
        ("It is the policy of Norway to mend ovens.", ("mend", "Norway")),
        # what is arranged for somebody, others do
        ("The bakers are expected to mend the oven.", ("mend", "bakers")),
        ("The bakers are expected to be freed by Norway.", ("freed", "Norway")),
        ("The bakers are expected to be freed.", ("freed", None)),
    ],
)
def test_the_word_for_who_binds_itself_is_found(text: str, expected: tuple[str, str | None]) -> None:
    assert expected in promising(text)


def bound(text: str) -> list[str]:
    """The promisors of the last act of a text; nobody where it tells of no act."""
    found = propose(analysis(text))
    return [party.name for party in found[-1].promisors] if found else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whoever says that something must be done by others is not asked to do it
        ("Norway will mend the dam. The nets must be returned, Peru's envoy said.", ["Norway"]),
        ("Peru's envoy said that everything should be done.", []),
        # who asks is not who is asked
        ("Fiji accepted a loan from Peru but asked that it be paid through the bank.", ["Peru"]),
        # who hears of an act is not who will do it
        ('"I was told that the roof would be mended by May," said Ada Berg.', []),
        ("Norway will pay. The villagers were told that the dam would be mended.", ["Norway"]),
        # "she" is one person above it by any noun
        ("Ada Berg asked for the land. A farmer said she would sue.", ["farmer"]),
    ],
)
def test_who_only_speaks_or_hears_of_an_act_is_not_bound_by_it(text: str, expected: list[str]) -> None:
    assert bound(text) == expected
