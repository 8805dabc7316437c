"""Calibration and the figures, on judgements written by hand."""

from __future__ import annotations

import pytest

from flows.extract.wording import Wording
from flows.training.calibration import calibrate, reliability
from flows.training.evaluation import found_at
from flows.training.examples import DocumentExample, ProposalExample
from flows.training.models import JudgedDocument, JudgedProposal
from tests.scoring.sample import gold_record

WORDING = Wording("news ; told", "They will ", "act", ".")
ACTS = ("open a port", "close a mine", "send tents", "lower taxes")


def judged(*given: tuple[float, str], whole: bool = True) -> JudgedDocument:
    """A document with a proposal for each probability: ``right``, ``wrong`` or ``optional``."""
    proposals, gold = [], []
    for act, (probability, verdict) in zip(ACTS, given, strict=False):
        found = None
        if verdict != "wrong":
            found = gold_record(sentence=f"They will {act}.", action=act, optional=verdict == "optional")
            gold.append(found)
        example = ProposalExample(f"They will {act}.", act, WORDING, (), "pledge", "certain", found)
        proposals.append(JudgedProposal(example, probability, True, "pledge", "certain", ()))
    examples = tuple(proposal.example for proposal in proposals)
    return JudgedDocument(DocumentExample("a", "news", examples, tuple(gold), whole), tuple(proposals))


def test_calibration_gives_the_share_that_is_right_and_never_falls() -> None:
    documents = [judged((0.2, "wrong"), (0.6, "right"), (0.6, "wrong"), (0.9, "right"))] * 5
    points = dict(calibrate(documents))
    assert points[0.2] == 0.01
    assert points[0.6] == pytest.approx(0.5)
    assert points[0.9] == 0.99
    assert list(points.values()) == sorted(points.values())


def test_a_higher_probability_that_is_less_often_right_shares_the_lower_ones_figure() -> None:
    points = dict(calibrate([judged((0.4, "right"), (0.8, "wrong"))] * 3))
    assert points[0.4] == points[0.8] == pytest.approx(0.5)


def test_many_labels_count_no_more_than_the_documents_annotated_whole() -> None:
    labelled = [judged((0.6, "right"), (0.6, "right"), whole=False)] * 50
    points = dict(calibrate([judged((0.6, "wrong")), *labelled]))
    assert points[0.6] == pytest.approx(0.5)


def test_reliability_counts_by_tenths_of_confidence_without_optional_records() -> None:
    documents = [judged((0.35, "wrong"), (0.31, "right"), (0.9, "right"), (0.36, "optional"))]
    low, high = reliability(documents, ((0.0, 0.0), (1.0, 1.0)))
    assert (low.low, low.n_proposals, low.share) == (0.3, 2, 0.5)
    assert low.confidence == pytest.approx(0.33)
    assert (high.low, high.n_proposals, high.share) == (0.9, 1, 1.0)


def test_what_is_kept_falls_with_the_threshold_and_optional_records_count_nowhere() -> None:
    documents = [judged((0.5, "right"), (0.7, "wrong"), (0.9, "right"), (0.8, "optional"))]
    some, few = found_at(documents, 0.5).detection, found_at(documents, 0.75).detection
    assert (some.hits, some.gold, some.predicted) == (2, 2, 3)
    assert (few.hits, few.gold, few.predicted) == (1, 2, 1)
    assert found_at(documents, 0.5).genres == {"news": some}
