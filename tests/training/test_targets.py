"""What the models of force and certainty learn of annotated commitments."""

from __future__ import annotations

import pytest

from flows.extract.wording import Wording
from flows.training.examples import DocumentExample, ProposalExample
from flows.training.targets import certainty_rows, force_rows
from tests.scoring.sample import gold_record


def document(force: str, certainty: str) -> DocumentExample:
    """A document with one commitment: the rule says a plan that is probable, the annotator what is given."""
    gold = gold_record(action="open a port", force=force, certainty=certainty)
    wording = Wording("news ; told", "They will ", "open a port", ".")
    proposal = ProposalExample(
        "They will open a port.", "open a port", wording, ("act=open",), "plan", "probable", gold
    )
    return DocumentExample("a", "news", (proposal,), (gold,))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("pledge", [("pledge", 1.0)]),
        ("pledge|plan", [("plan", 1.0)]),
        ("pledge|offer", [("pledge", 1 / 1.6), ("offer", 0.6 / 1.6)]),
    ],
)
def test_of_several_right_forces_that_of_the_rule_is_learned(
    given: str, expected: list[tuple[str, float]]
) -> None:
    rows = list(force_rows([document(given, "certain")]))
    assert [row.label for row in rows] == [label for label, _ in expected]
    assert [row.weight for row in rows] == pytest.approx([weight for _, weight in expected])


def test_of_several_right_certainties_that_of_the_rule_is_learned() -> None:
    rows = list(certainty_rows([document("plan", "certain|probable")]))
    assert [row.label for row in rows] == ["probable"]
