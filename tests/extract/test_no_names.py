"""What the recogniser takes for names and is none: a document in, the names that it still has out."""

from __future__ import annotations

import pytest

from tests.extract.documents import analysis


def named(text: str) -> list[str]:
    """All names of a text."""
    return [item.name for item in analysis(text).names.found]


@pytest.mark.parametrize(
    ("text", "no_name"),
    [
        (
            "Ceasefire Monitors Pack Up in Peru\nThe mayor of Callao said that the observers would be paid.",
            "Ceasefire",
        ),
        (
            "Peru to Hand Fish Quotas to Villages\nThe minister said that the quotas would be shared.",
            "Hand Fish Quotas",
        ),
        ("Growers in Peru were told to wait.\nFarmers were told to leave.", "Farmers"),
        ("The port is shut.\nState officials in Callao are offering the growers land.", "State"),
    ],
)
def test_a_headline_and_an_opening_word_only_seem_to_name_somebody(text: str, no_name: str) -> None:
    assert not any(name.startswith(no_name) for name in named(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # the text names whom its headline names
        (
            "Karhula Energy Opens a Plant in Peru\nKarhula Energy said that it would hire miners.",
            "Karhula Energy",
        ),
        # a title or publisher alone is no headline
        ("Department for International Trade", "Department for International Trade"),
        # a sentence in capitals is no headline
        ("The Alliance for Northern Ports met in Oslo.\nThe mayor was there.", "Alliance for Northern Ports"),
    ],
)
def test_who_is_named_in_a_headline_is_kept(text: str, name: str) -> None:
    assert name in named(text)
