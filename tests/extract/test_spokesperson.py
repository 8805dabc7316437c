"""Spokespeople of whom no word says for whom they speak: a report in, whom "we" means out."""

from __future__ import annotations

import pytest

from tests.extract.documents import records


@pytest.mark.parametrize(
    ("text", "promisors"),
    [
        (
            "Fiji's harbour ministry rejected the figure. “We will dredge the bay,” a spokesman said.",
            ("Fiji",),
        ),
        ("The company has sold a quay. A spokeswoman said: “We will build another.”", ("company",)),
        (
            "The World Bank shut its office. “It was old. We will open another,” a spokesman said.",
            ("World Bank",),
        ),
        # people, things and several are nobody for whom "a spokesman" speaks
        ("Dockers rejected the figure. “We will dredge the bay,” a spokesman said.", ("spokesman",)),
        ("Reed Lane rejected the figure. “We will dredge the bay,” a spokesman said.", ("spokesman",)),
        ("The quay sank. “We will dredge the bay,” a spokesman said.", ("spokesman",)),
        ("Fiji and Peru met. “We will dredge the bay,” a spokesman said.", ("spokesman",)),
        # who is said to speak for another does
        ("Fiji rejected the figure. “We will dredge the bay,” a spokesman for Peru said.", ("Peru",)),
    ],
)
def test_a_bare_spokesman_speaks_for_the_body_of_the_sentence_before(
    text: str, promisors: tuple[str, ...]
) -> None:
    assert records(text)[-1].promisors == promisors
