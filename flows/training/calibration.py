"""Calibration: what share of the commitments that a model gives a probability annotators wrote down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from sklearn.isotonic import IsotonicRegression

from flows.extract.judge import calibrated
from flows.training.models import JudgedDocument
from flows.training.targets import CORE, kind_of

Points = tuple[tuple[float, float], ...]

GRID = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)  # probabilities of the points
LOWEST, HIGHEST = 0.01, 0.99  # no record is said to be certainly right or wrong
DECIMALS = 4
BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The proposals of about the same confidence: how many, their mean, the share that is right."""

    low: float
    n_proposals: int
    confidence: float
    share: float


def calibrate(documents: Iterable[JudgedDocument]) -> Points:
    """Points of probability and share, both ascending, by isotonic regression over ``documents``.

    The documents must be judged by models that did not learn from them. Optional records count nowhere.
    Documents annotated whole count together as much as all proposals that were labelled one by one: these are
    far more, but were drawn where they are hard and from texts made up, so that they hold more records.
    """
    judged = list(documents)
    whole = list(_outcomes(document for document in judged if document.example.whole))
    single = list(_outcomes(document for document in judged if not document.example.whole))
    outcomes = whole + single
    regression = IsotonicRegression(y_min=LOWEST, y_max=HIGHEST, out_of_bounds="clip")
    regression.fit(
        [probability for probability, _ in outcomes],
        [float(right) for _, right in outcomes],
        sample_weight=[1 / len(part) for part in (whole, single) for _ in part],
    )
    shares = np.maximum.accumulate(np.round(regression.predict(GRID), DECIMALS))
    return tuple(zip(GRID, map(float, shares), strict=True))


def reliability(documents: Iterable[JudgedDocument], points: Points) -> list[Bin]:
    """How far confidences hold on ``documents``, by tenths of confidence; tenths without any are left out."""
    bins: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for probability, right in _outcomes(documents):
        confidence = calibrated(probability, points)
        bins[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return [
        Bin(
            low=number / BINS,
            n_proposals=len(found),
            confidence=float(np.mean([confidence for confidence, _ in found])),
            share=float(np.mean([right for _, right in found])),
        )
        for number, found in sorted(bins.items())
    ]


def _outcomes(documents: Iterable[JudgedDocument]) -> Iterator[tuple[float, bool]]:
    """The probability of each proposal, and whether annotators have it as a commitment."""
    for document in documents:
        for proposal in document.proposals:
            if not proposal.example.is_optional:
                yield proposal.probability, kind_of(proposal.example.gold) == CORE
