"""The learned judge: which proposals an annotator would keep, and with which force.

Linear models over the features of ``features.py``. Their weights (``weights/judge.json.gz``) are made by
``flows/training/train_judge.py``; ``weights/README.md`` is their card.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import get_args

import numpy as np

from flows.extract.analysis import Analysis
from flows.extract.components.linear import LinearModel
from flows.extract.features import features_of
from flows.extract.lexicon import LexiconModel
from flows.extract.proposals import Proposal
from flows.extract.version import WEIGHTS_FOLDER
from models.vocabulary import CORE_FORCES, Certainty, Force

WEIGHTS_FILE = WEIGHTS_FOLDER / "judge.json.gz"
_CORE: dict[str, Force] = {name: name for name in get_args(Force) if name in CORE_FORCES}
_CERTAINTIES: dict[str, Certainty] = {name: name for name in get_args(Certainty)}


class JudgeWeights(LexiconModel):
    """The models with the thresholds at which a proposal, and a beneficiary, is kept.

    ``kind`` tells commitments from requests, fulfilments and nothing; ``force`` and ``certainty`` are for
    kept commitments; ``beneficiary`` is for the phrases beside their act. ``calibration`` maps the kept
    probability to the share of such records that annotators kept: (probability, share) points,
    ascending, between which it is linear.
    """

    kind: LinearModel
    force: LinearModel
    certainty: LinearModel
    beneficiary: LinearModel
    thresholds: dict[str, float]
    calibration: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Judgement:
    """What the judge says of one proposal: ``confidence`` is calibrated, 0 to 1.

    Of a commitment that is not kept, ``force`` and ``certainty`` are those of its rule.
    """

    kept: bool
    kind: str
    force: Force
    certainty: Certainty
    confidence: float
    probability: float


@lru_cache(maxsize=1)
def load_weights(path: Path = WEIGHTS_FILE) -> JudgeWeights:
    """Read the weights; raises OSError or ValueError where the file is missing or breaks its model."""
    return JudgeWeights.model_validate(json.loads(gzip.decompress(path.read_bytes())))


def judge(proposal: Proposal, analysis: Analysis, weights: JudgeWeights) -> Judgement:
    """Judge one proposal."""
    features = features_of(proposal, analysis)
    kinds = dict(zip(weights.kind.classes, weights.kind.probabilities(features), strict=True))
    kind = max((name for name in kinds if name != "none"), key=lambda name: (kinds[name], name))
    probability = float(kinds[kind])
    kept = probability >= weights.thresholds[kind]
    force: Force = proposal.qualified.force
    certainty: Certainty = proposal.qualified.certainty
    if kind == "core" and kept:
        force = _most_likely(weights.force, features, _CORE)
        certainty = _most_likely(weights.certainty, features, _CERTAINTIES)
    elif kind != "core":
        force = "request" if kind == "request" else "fulfilment"
    return Judgement(kept, kind, force, certainty, calibrated(probability, weights.calibration), probability)


def _most_likely[Value: str](model: LinearModel, features: list[str], allowed: dict[str, Value]) -> Value:
    ranked = sorted(zip(model.probabilities(features), model.classes, strict=True), reverse=True)
    return next(allowed[name] for _, name in ranked if name in allowed)


def calibrated(probability: float, points: tuple[tuple[float, float], ...]) -> float:
    """The share, 0 to 1, that ``points`` give for a probability (see ``JudgeWeights.calibration``)."""
    shares = np.interp(probability, [point[0] for point in points], [point[1] for point in points])
    return round(float(shares), 4)
