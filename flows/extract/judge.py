"""The learned judge: which proposals an annotator would keep, with which force, and for whom.

Linear models over the features of ``features.py``; where they are not sure whether a proposal is a record,
the encoder reads its words too and both count. Whom an act is for is weighed by what both say of each phrase
(``components/votes.py``). The weights (``weights/judge.json.gz``) are made by
``flows/training/train_judge.py``; ``weights/README.md`` is their card.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from flows.extract.analysis import Analysis
from flows.extract.components.beneficiary import (
    Standing,
    beneficiaries_of,
    helps,
    place_of,
    recipient_features,
    standings,
)
from flows.extract.components.linear import LinearModel
from flows.extract.components.recipients import recipients
from flows.extract.components.stated_receiver import is_stated_receiver
from flows.extract.components.threat import eases
from flows.extract.components.trees import TreeModel
from flows.extract.components.votes import Vote, chances, worth_reading
from flows.extract.encoder import KINDS, Encoder, load_encoder
from flows.extract.features import features_of
from flows.extract.lexicon import LexiconModel
from flows.extract.parse import Token
from flows.extract.proposals import Proposal
from flows.extract.version import WEIGHTS_FOLDER
from flows.extract.wording import wording_in_text, wording_of
from models.vocabulary import CORE_FORCES, Certainty, Force, Genre

WEIGHTS_FILE = WEIGHTS_FOLDER / "judge.json.gz"
NOTHING = "none"
YES, NO = "yes", "no"
LEAST = 1e-6  # keeps a probability of zero from deciding alone
Kinds = dict[str, float]  # the probability of each kind
_CORE: dict[str, Force] = {name: name for name in get_args(Force) if name in CORE_FORCES}
_CERTAINTIES: dict[str, Certainty] = {name: name for name in get_args(Certainty)}


class Doubt(LexiconModel):
    """When the encoder is asked, and how much it counts.

    It is asked where the linear model's probability that a proposal is any record lies from ``low`` to
    ``high``. ``share``, 0 to 1, is the encoder's part in the geometric mean of both.
    """

    low: float
    high: float
    share: float


class JudgeWeights(LexiconModel):
    """The models with the thresholds at which a proposal, and a beneficiary, is kept.

    ``kind`` tells commitments from requests, fulfilments and nothing; ``force`` and ``certainty`` are for
    kept commitments; ``beneficiary`` is for the phrases beside their act, and ``recipient`` for what it and
    the encoder say of them. ``calibration`` maps the kept probability to the share of such records that
    annotators kept: (probability, share) points, ascending, between which it is linear.
    """

    kind: LinearModel
    force: LinearModel
    certainty: LinearModel
    beneficiary: LinearModel
    recipient: TreeModel
    doubt: Doubt
    thresholds: dict[str, float]
    calibration: tuple[tuple[float, float], ...]

    def threshold(self, kind: str, genre: Genre | None) -> float:
        """The least probability at which a proposal of ``kind`` is kept, that of its genre before others."""
        return self.thresholds.get(f"{kind}.{genre}", self.thresholds[kind])


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


@dataclass(frozen=True)
class Judge:
    """The linear models and the encoder."""

    weights: JudgeWeights
    encoder: Encoder

    def of(self, proposal: Proposal, analysis: Analysis) -> Judgement:
        """Judge one proposal."""
        weights = self.weights
        features = features_of(proposal, analysis)
        kinds = self._kinds(features, proposal, analysis)
        kind = max((name for name in kinds if name != NOTHING), key=lambda name: (kinds[name], name))
        probability = kinds[kind]
        kept = probability >= weights.threshold(kind, analysis.document.genre)
        force: Force = proposal.qualified.force
        certainty: Certainty = proposal.qualified.certainty
        if kind == "core" and kept:
            settled = proposal.qualified.settled
            if "force" not in settled:
                force = _most_likely(weights.force, features, _forces_of(proposal))
            if "certainty" not in settled:
                certainty = _most_likely(weights.certainty, features, _CERTAINTIES)
            if force == "obligation" and proposal.candidate.force == "request":  # "are directed to review it"
                certainty = "certain"
        elif kind == "request":
            force = "request"
        elif kind == "fulfilment":
            if force != "fulfilment":  # "has started to pay"
                certainty = "certain"
            force = "fulfilment"
        confidence = calibrated(probability, weights.calibration)
        return Judgement(kept, kind, force, certainty, confidence, probability)

    def beneficiaries(self, proposal: Proposal, analysis: Analysis, force: Force) -> tuple[str, ...]:
        """Canonical names of whom the act is for, or against, in the order of the text."""
        act, sentence = proposal.candidate.act, proposal.sentence.span
        found = recipients(act, sentence, proposal.promisors, analysis.resolver, analysis.names)
        share_end = proposal.candidate.share_end
        if share_end is not None:  # behind it others promise theirs
            found = [phrase for phrase in found if not share_end <= phrase.token.i < sentence.end]
        phrases = standings(found, act, proposal.action)

        stated = [is_stated_receiver(phrase.recipient.token, act) for phrase in phrases]
        linear = [self._linear(phrase, phrases, act, force) for phrase in phrases]
        if not (any(stated) or worth_reading(linear)):
            return ()
        read = self._read_parties(phrases, proposal, analysis)
        votes = [
            Vote(probability, party, phrase.place, phrase.kind, phrase.names)
            for phrase, probability, party in zip(phrases, linear, read, strict=True)
        ]
        weighed = chances(votes, self.weights.recipient)
        likely = [1.0 if sure else chance for sure, chance in zip(stated, weighed, strict=True)]
        return beneficiaries_of(phrases, likely, self.weights.thresholds["beneficiary"])

    def _linear(self, phrase: Standing, phrases: list[Standing], act: Token, force: Force) -> float:
        features = recipient_features(phrase, phrases, act, force)
        return self.weights.beneficiary.by_class(features)[YES]

    def _read_parties(
        self, phrases: list[Standing], proposal: Proposal, analysis: Analysis
    ) -> list[float | None]:
        """What the encoder says of each phrase; None where it stands in none of the words that are read."""
        wording, sentence = wording_of(proposal, analysis.document), proposal.sentence.span
        characters = [place_of(phrase.recipient, sentence) for phrase in phrases]
        places = [None if character is None else wording.place_of(character) for character in characters]
        if not any(place is not None for place in places):
            return [None] * len(places)
        reading = self.encoder.read(wording)
        return [None if place is None else reading.party_at(place) for place in places]

    def read_category(self, proposal: Proposal, analysis: Analysis) -> NDArray[np.float64]:
        """The probability that the encoder gives each of ``models.vocabulary.CATEGORIES``."""
        return self.encoder.read(wording_of(proposal, analysis.document)).categories

    def read_category_in_text(self, proposal: Proposal, analysis: Analysis) -> NDArray[np.float64]:
        """The same, with what stands before the proposal's sentence read too."""
        return self.encoder.read(wording_in_text(proposal, analysis)).categories

    def _kinds(self, features: list[str], proposal: Proposal, analysis: Analysis) -> Kinds:
        def read() -> Kinds:
            reading = self.encoder.read(wording_of(proposal, analysis.document))
            return dict(zip(KINDS, map(float, reading.kinds), strict=True))

        return with_reading(self.weights.kind.by_class(features), read, self.weights.doubt)


def load_judge() -> Judge:
    """The judge that is installed with the project; raises as ``load_weights`` and ``Encoder`` do."""
    return Judge(load_weights(), load_encoder())


def with_reading(linear: Kinds, read: Callable[[], Kinds], doubt: Doubt) -> Kinds:
    """The probability of each kind: the linear model's and, where that is in doubt, the encoder's too."""
    if not doubt.low <= 1 - linear[NOTHING] <= doubt.high:
        return linear
    return _mean(linear, read(), doubt.share)


def _mean(linear: Kinds, read: Kinds, share: float) -> Kinds:
    """The geometric mean, ``share`` of it the second's, of what the first knows; together 1."""
    weights = {
        kind: (probability + LEAST) ** (1 - share) * (read[kind] + LEAST) ** share
        for kind, probability in linear.items()
    }
    total = sum(weights.values())
    return {kind: weight / total for kind, weight in weights.items()}


def _forces_of(proposal: Proposal) -> dict[str, Force]:
    """The forces that a commitment can have: no threat where the act helps or eases whom it is done to."""
    candidate = proposal.candidate
    kind = helps(candidate.act) or eases(candidate.act)
    threatens = candidate.rule_id.startswith("threat.") or not kind
    return _CORE if threatens else {name: force for name, force in _CORE.items() if name != "threat"}


def _most_likely[Value: str](model: LinearModel, features: list[str], allowed: dict[str, Value]) -> Value:
    ranked = sorted(zip(model.probabilities(features), model.classes, strict=True), reverse=True)
    return next(allowed[name] for _, name in ranked if name in allowed)


def calibrated(probability: float, points: tuple[tuple[float, float], ...]) -> float:
    """The share, 0 to 1, that ``points`` give for a probability (see ``JudgeWeights.calibration``)."""
    shares = np.interp(probability, [point[0] for point in points], [point[1] for point in points])
    return round(float(shares), 4)
