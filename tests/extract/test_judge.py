"""The judge: its weights load, its models give probabilities, and thresholds decide what is kept."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.extract.components.linear import LinearModel
from flows.extract.encoder import load_encoder
from flows.extract.features import features_of
from flows.extract.judge import WEIGHTS_FILE, Doubt, Judge, load_weights, with_reading
from flows.extract.keeping import kept_proposals
from flows.extract.proposals import propose
from models.vocabulary import CERTAINTIES, CORE_FORCES
from tests.extract.documents import analysis

WEIGHTS = load_weights()
JUDGE = Judge(WEIGHTS, load_encoder())
MODELS = {
    "kind": WEIGHTS.kind,
    "force": WEIGHTS.force,
    "certainty": WEIGHTS.certainty,
    "beneficiary": WEIGHTS.beneficiary,
}
TEXT = (
    "Norway will send Peru ten boats, its envoy said. The king slept. Chile urged Peru to pay. "
    "Kenya has delivered nine tents to Haiti. Perhaps the rain will stop."
)


def test_the_models_know_the_classes_that_a_record_can_have() -> None:
    assert set(WEIGHTS.kind.classes) == {"core", "request", "fulfilment", "none"}
    assert set(WEIGHTS.force.classes) <= set(CORE_FORCES)
    assert set(WEIGHTS.certainty.classes) <= set(CERTAINTIES)
    assert set(WEIGHTS.beneficiary.classes) == {"no", "yes"}


@pytest.mark.parametrize("name", MODELS)
def test_a_model_has_a_weight_for_each_class(name: str) -> None:
    model = MODELS[name]
    assert len(model.bias) == len(model.classes)
    assert {len(weights) for weights in model.weights.values()} == {len(model.classes)}


def test_thresholds_and_calibration_are_shares() -> None:
    assert set(WEIGHTS.thresholds) == {"core", "core.treaty", "request", "fulfilment", "beneficiary"}
    assert all(0 < threshold < 1 for threshold in WEIGHTS.thresholds.values())
    points = list(WEIGHTS.calibration)
    assert points == sorted(points)
    assert [share for _, share in points] == sorted(share for _, share in points)
    assert (points[0][0], points[-1][0]) == (0.0, 1.0)
    assert all(0 <= share <= 1 for _, share in points)


KNOWN = sorted(WEIGHTS.kind.weights)[::200]


@given(st.lists(st.sampled_from([*KNOWN, "unknown=1"]), max_size=20))
def test_probabilities_add_up_to_one(features: list[str]) -> None:
    shares = WEIGHTS.kind.probabilities(features)
    assert shares.shape == (len(WEIGHTS.kind.classes),)
    assert float(shares.sum()) == pytest.approx(1)
    assert float(shares.min()) >= 0


def test_a_linear_model_adds_the_weights_of_the_features_that_it_knows() -> None:
    model = LinearModel(classes=("no", "yes"), bias=(0.0, 0.0), weights={"a": (0.0, 2.0), "b": (900.0, 0.0)})
    assert model.probabilities([]).tolist() == [0.5, 0.5]
    assert model.probabilities(["unknown"]).tolist() == [0.5, 0.5]
    assert model.probabilities(["a"])[1] == pytest.approx(0.8808, abs=1e-4)
    assert model.probabilities(["b"]).tolist() == [1.0, 0.0]


def test_what_is_judged_fits_the_vocabulary_and_the_thresholds() -> None:
    found = analysis(TEXT)
    judged = [JUDGE.of(proposal, found) for proposal in propose(found)]
    assert {judgement.kind for judgement in judged} <= {"core", "request", "fulfilment"}
    for judgement in judged:
        assert judgement.kept == (judgement.probability >= WEIGHTS.thresholds[judgement.kind])
        assert (judgement.force in CORE_FORCES) == (judgement.kind == "core")
        assert 0 <= judgement.confidence <= 1


def test_a_duty_that_somebody_is_directed_to_is_certain() -> None:
    found = analysis(
        "All agencies of Norland are directed to review their rules within 60 days.", genre="other"
    )
    judged = [JUDGE.of(proposal, found) for proposal in propose(found)]
    assert [(judgement.force, judgement.certainty) for judgement in judged] == [("obligation", "certain")]


def with_thresholds(threshold: float) -> Judge:
    thresholds = dict.fromkeys(WEIGHTS.thresholds, threshold)
    return Judge(WEIGHTS.model_copy(update={"thresholds": thresholds}), JUDGE.encoder)


def test_a_threshold_keeps_all_or_nothing() -> None:
    found = analysis(TEXT)
    assert kept_proposals(found, with_thresholds(1.01)) == []
    kept = {proposal.candidate.act.text for proposal, _ in kept_proposals(found, with_thresholds(0.0))}
    assert kept == {proposal.candidate.act.text for proposal in propose(found)}


def test_a_genre_has_a_threshold_of_its_own_where_the_weights_give_one() -> None:
    thresholds = {"core": 0.5, "core.treaty": 0.25, "request": 0.4}
    weights = WEIGHTS.model_copy(update={"thresholds": thresholds})
    assert weights.threshold("core", "treaty") == 0.25
    assert weights.threshold("core", "news") == weights.threshold("core", None) == 0.5
    assert weights.threshold("request", "treaty") == 0.4


def test_the_encoder_is_asked_in_doubt_alone() -> None:
    doubt = Doubt(low=0.2, high=0.8, share=0.5)
    reading = {"core": 0.9, "none": 0.1}
    asked = []

    def read() -> dict[str, float]:
        asked.append(True)
        return reading

    for record in (0.1, 0.19, 0.81, 1.0):
        linear = {"core": record, "none": 1 - record}
        assert with_reading(linear, read, doubt) == linear
    assert asked == []
    mixed = with_reading({"core": 0.4, "none": 0.6}, read, doubt)
    assert asked == [True]
    assert mixed["core"] == pytest.approx(0.7101, abs=1e-3)  # the square roots of .36 and .06, together 1
    assert sum(mixed.values()) == pytest.approx(1)


def test_the_part_of_the_encoder_goes_from_none_to_all() -> None:
    doubts = [Doubt(low=0, high=1, share=share) for share in (0, 0.5, 1)]
    linear, reading = {"core": 0.2, "none": 0.8}, {"core": 0.9, "none": 0.1}
    likelihoods = [with_reading(linear, lambda: reading, doubt)["core"] for doubt in doubts]
    assert likelihoods == sorted(likelihoods)
    assert likelihoods[0] == pytest.approx(0.2, abs=1e-3)
    assert likelihoods[2] == pytest.approx(0.9, abs=1e-3)


def test_a_likelier_record_is_no_less_confident() -> None:
    found = analysis(TEXT)
    judged = [JUDGE.of(proposal, found) for proposal in propose(found)]
    ranked = sorted(judged, key=lambda judgement: judgement.probability)
    confidence = [judgement.confidence for judgement in ranked]
    assert confidence == sorted(confidence)


def test_features_are_without_repetition_and_hold_no_name_or_number() -> None:
    found = analysis("Norway will send Peru 4711 boats in May, Mark Rutte said.")
    (proposal,) = propose(found)
    features = features_of(proposal, found)
    assert len(features) == len(set(features))
    assert {"rule=modal.will", "shape=modal", "act=send", "object=boat"} <= set(features)
    told = " ".join(features).casefold()
    assert [word for word in ("norway", "peru", "rutte", "4711") if word in told] == []


@pytest.mark.parametrize("change", [{"colour": {}}, {"thresholds": "high"}, {"kind": {"classes": ["core"]}}])
def test_weights_that_break_their_model_raise(tmp_path: Path, change: dict[str, object]) -> None:
    weights = json.loads(gzip.decompress(WEIGHTS_FILE.read_bytes()))
    path = tmp_path / "judge.json.gz"
    path.write_bytes(gzip.compress(json.dumps({**weights, **change}).encode()))
    with pytest.raises(ValueError, match=next(iter(change))):
        load_weights(path)


def test_missing_weights_raise(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="none"):
        load_weights(tmp_path / "none.json.gz")
