"""Headings: what "to" alone tells that somebody will do."""

from __future__ import annotations

import pytest

from flows.extract.components.headline import headline_candidates
from tests.extract.parsing import sentence


def told(text: str) -> list[tuple[str, str, str]]:
    """The rule, the act and whose it is of each act of a heading."""
    found = headline_candidates(sentence(text))
    return [(each.rule_id, each.act.text, each.holder.text) for each in found if each.holder is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru to sell ten boats to Chad", ("plan.headline", "sell", "Peru")),
        ("Fishermen to strike over quotas", ("plan.headline", "strike", "Fishermen")),
        ("Chad to Let In Aid, Envoy Says", ("plan.headline", "Let", "Chad")),
        ("Tajikistan Votes to Sell US Mine", ("pledge.decide", "Sell", "Tajikistan")),
    ],
)
def test_a_heading_tells_what_somebody_will_do(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Peru to sell ten boats to Chad.",  # a sentence
        "Efforts to sell boats",
        "Deal to close port",
        "Peru urges Chad to sell boats",
        "Road to Lima",
        "Malawi Drops Plan to Charge Fees",
        "To sell ten boats",
    ],
)
def test_what_names_nobody_who_will_act_tells_nothing(text: str) -> None:
    assert told(text) == []
