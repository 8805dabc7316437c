"""The measures of a whole gold file."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.scoring import Gold, Prediction, Report, score
from flows.scoring.counts import Counts, RuleCounts, Share
from flows.scoring.tallies import Tally
from models import Record
from tests.scoring.sample import ferry_records, other_records, sample_gold, treaty_records

NAMES = {record.document_id: name for name, records in {
    "ferry.txt": ferry_records(),
    "treaty.txt": treaty_records(),
    "strike.txt": other_records()[:1],
    "market.txt": other_records()[2:3],
}.items() for record in records}  # fmt: skip


@pytest.fixture
def gold() -> Gold:
    return sample_gold()


def predictions() -> dict[str, list[Record]]:
    """The sample's commitments, by the names that the gold file knows."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in (*ferry_records(), *treaty_records(), *other_records()):
        if record.is_core:
            found[NAMES.get(record.document_id, "other.txt")].append(record)
    return found


@pytest.fixture
def report(gold: Gold) -> Report:
    return score(gold, predictions(), {"ferry.txt": "news", "strike.txt": "news", "treaty.txt": "treaty"})


def test_counts_give_precision_recall_and_f1() -> None:
    counts = Counts(hits=2, gold=4, predicted=3)
    assert counts.precision == pytest.approx(2 / 3)
    assert counts.recall == pytest.approx(0.5)
    assert counts.f1 == pytest.approx(4 / 7)
    assert (Counts().precision, Counts().recall, Counts().f1) == (0, 0, 0)


def test_detection_leaves_optional_records_and_requests_out(report: Report) -> None:
    assert report.total.detection == Counts(hits=5, gold=8, predicted=6)


def test_sentences_ask_only_whether_one_holds_a_commitment(report: Report) -> None:
    assert report.total.sentences == Counts(hits=5, gold=6, predicted=6)


def test_strict_wants_promisors_force_group_and_polarity(report: Report) -> None:
    """The purchase fails by its promisor and force; the unsure polarity of the consultations does not."""
    assert report.total.strict == Counts(hits=4, gold=8, predicted=6)


def test_parties_are_counted_over_pairs(report: Report) -> None:
    assert report.total.promisors == Counts(hits=6, gold=7, predicted=7)
    assert report.total.beneficiaries == Counts(hits=2, gold=2, predicted=4)


def test_slots_are_shares_of_the_pairs_that_they_ask_of(report: Report) -> None:
    assert report.total.slots["force"] == Share(3, 5)
    assert report.total.slots["polarity"] == Share(4, 4)
    assert report.total.slots["due_date"] == Share(0, 1)
    assert report.total.slots["condition"] == Share(3, 4)


def test_each_genre_has_the_measures_of_its_documents(report: Report) -> None:
    assert {name: tally.documents for name, tally in report.genres.items()} == {
        "news": 2,
        "treaty": 1,
        "unknown": 2,
    }
    assert report.genres["treaty"].detection == Counts(hits=2, gold=3, predicted=2)
    assert report.genres["unknown"].detection == Counts(hits=0, gold=1, predicted=1)


def test_each_rule_has_its_hits_optional_hits_and_false_alarms(report: Report) -> None:
    assert report.rules["force.will"] == RuleCounts(hits=1)
    assert report.rules["force.may"] == RuleCounts(optional=1, false_alarms=1)
    assert report.rules["force.may"].precision == 0
    assert "force.demand" not in report.rules


def test_a_rule_with_only_optional_hits_has_no_precision() -> None:
    assert RuleCounts(optional=3).precision is None
    assert RuleCounts(hits=1, optional=3, false_alarms=1).precision == 0.5


def test_every_error_is_named(report: Report) -> None:
    assert [(error.document, error.gold.action) for error in report.missed] == [
        ("treaty.txt", "dam the Senna"),
        ("strike.txt", "new talks"),
        ("absent.txt", "rebuild the harbour wall"),
    ]
    assert [(error.document, error.predicted.action) for error in report.false_alarms] == [
        ("market.txt", "expect a quiet morning")
    ]
    assert {(error.document, error.slot) for error in report.wrong_slots} == {
        ("ferry.txt", "due_date"),
        ("ferry.txt", "force"),
        ("ferry.txt", "direct"),
        ("ferry.txt", "amount"),
        ("treaty.txt", "force"),
        ("strike.txt", "category"),
        ("strike.txt", "condition"),
    }


def test_predictions_of_documents_that_gold_does_not_name_count_nowhere(gold: Gold) -> None:
    without = {name: records for name, records in predictions().items() if name != "other.txt"}
    assert score(gold, predictions()) == score(gold, without)


def test_the_annotators_own_records_score_full(gold: Gold) -> None:
    own: defaultdict[str, list[Prediction]] = defaultdict(list)
    for record in gold.records:
        if record.is_core and not record.optional:
            own[record.doc].append(
                Prediction(
                    sentence=record.sentence,
                    action=record.action,
                    force=record.force[0],
                    promisors=tuple(name.alternatives[0] for name in record.promisors),
                    beneficiaries=tuple(name.alternatives[0] for name in record.beneficiaries),
                    polarity=record.polarity[0],
                    certainty=record.certainty[0],
                    category=record.category[0],
                    amount=record.amount[0] if record.amount else None,
                    due_text=record.due_text[0] if record.due_text else None,
                    due_end=record.due_end[0] if record.due_end else None,
                    condition=record.condition[0] if record.condition else None,
                    speaker=record.speaker[0] if record.speaker else None,
                    speaker_type=record.speaker_type[0],
                    direct=record.direct,
                    rule_id="annotator",
                )
            )
    report = score(gold, own)
    total = report.total
    counts = (total.sentences, total.detection, total.strict, total.promisors, total.beneficiaries)
    assert [each.f1 for each in counts] == [1.0] * 5
    assert not (report.missed or report.false_alarms or report.wrong_slots)


@given(st.sets(st.integers(min_value=0, max_value=5)))
def test_what_is_taken_away_is_missed(taken: set[int]) -> None:
    """Each firm pair that a book lacks is one hit and one prediction less, never another's."""
    records = [*ferry_records()[:2], *treaty_records(), *other_records()[:1], *other_records()[2:3]]
    left: defaultdict[str, list[Record]] = defaultdict(list)
    for number, record in enumerate(records):
        if number not in taken:
            left[NAMES[record.document_id]].append(record)
    counts = score(sample_gold(), left).total.detection
    hits = sum(number not in taken for number in range(5))
    assert counts == Counts(hits=hits, gold=8, predicted=hits + (5 not in taken))


def test_tallies_of_documents_add_up(report: Report) -> None:
    assert sum(report.documents.values(), Tally()) == report.total
    assert sum(report.genres.values(), Tally()) == report.total
