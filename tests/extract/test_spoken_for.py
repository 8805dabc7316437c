"""Whom the words of those bind who only speak for others: a report in, the promisors of its last act out."""

from __future__ import annotations

import pytest

from flows.extract.proposals import propose
from tests.extract.documents import analysis


def bound(text: str) -> list[str]:
    """The promisors of the last act of a report; nobody where it tells of no act."""
    found = propose(analysis(text))
    return [party.name for party in found[-1].promisors] if found else []


@pytest.mark.parametrize(
    ("text", "promisors"),
    [
        # the body that the words name beside them, with or without a name of its own
        ("Fiji's ambassador, Ada Berg, said the pier would be mended in May.", ["Fiji"]),
        ("NATO spokesman Reed Lane said the pier would be mended in May.", ["NATO"]),
        ("Reed Lane, a spokesman for the mill, said fares would be frozen.", ["mill"]),
        ("A manager of the hospital said two wards would be opened.", ["hospital"]),
        ("The Danish director of the Skarn Bank said fares would be frozen.", ["Skarn Bank"]),
        ("A tannery lost its roof. Its manager said the work would go on.", ["tannery"]),
        ("Union officials said the march would go ahead in May.", ["union"]),
        (
            "A Fijian brewery shut. The company owed rent. Company managers said it would be paid.",
            ["Fijian brewery"],
        ),
        ("Union officials announced that the march would go ahead.", ["union"]),
        ("A hospital manager promised that fees would be frozen.", ["hospital"]),
        # the state whose organ or capital is told of
        ("Peru's navy seized a ferry. A navy officer said the crew would be freed.", ["Peru"]),
        ("Rain fell on Lima. A presidential spokesman in Lima said the truce would not lapse.", ["Peru"]),
        ("An aide to President Biden said the tax would be cut.", ["United States"]),
        ("A spokesman for Fijian minister Ada Berg said the tax would be cut.", ["Fiji"]),
        ("Peru shut a port. Foreign Ministry spokesman Reed Lane said it would be opened.", ["Peru"]),
        ("Peru shut a port. A Fijian army officer said it would be opened.", ["Fiji"]),
        # the body that the sentence before is about
        ("The World Bank shut a school. Officials said the school would be mended.", ["World Bank"]),
        ("The World Bank shut a school. A spokesman, Reed Lane, said it would be mended.", ["World Bank"]),
    ],
)
def test_what_nobody_is_named_for_binds_the_body_of_who_speaks_for_one(
    text: str, promisors: list[str]
) -> None:
    assert bound(text) == promisors


@pytest.mark.parametrize(
    ("text", "promisors"),
    [
        # heads and named officials, and those of whom nothing tells for whom they speak
        ("Fiji's premier, Ada Berg, said the pier would be mended in May.", ["Ada Berg"]),
        ("The mill's manager, Reed Lane, said fares would be frozen.", ["Reed Lane"]),
        ("The chairman of the mill said fares would be frozen.", ["chairman of the mill"]),
        ("The mayor said the pier would be mended in May.", ["mayor"]),
        ("A spokesman, Reed Lane, said fares would be frozen.", ["Reed Lane"]),
        ("An aide to Reed Lane said the tax would be cut.", ["aide"]),
        ("A representative of the bakers said the tax would be cut.", ["representative of the bakers"]),
        ("Bakers marched. Officials said the pier would be mended in May.", ["Officials"]),
        # who acts is bound, whoever speaks
        ("The mill's chief executive said he would sell boats.", ["mill's chief executive"]),
        ("A hospital manager promised to freeze fees.", ["hospital manager"]),
        ("A manager of the hospital said that Fiji would mend the roof.", ["Fiji"]),
        ("A manager of the hospital said that bakers would mend the roof.", ["bakers"]),
    ],
)
def test_whoever_gives_their_own_word_is_bound_themselves(text: str, promisors: list[str]) -> None:
    assert bound(text) == promisors
