"""Whether the fields of a pair are right."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from flows.scoring import Prediction
from flows.scoring.slots import SLOTS, judge_slots
from tests.scoring.sample import FERRY, gold_record


def prediction(**fields: Any) -> Prediction:
    """A prediction that is right on the plain gold record, but for ``fields``."""
    values: dict[str, Any] = {
        "sentence": FERRY,
        "action": "lend Norhaven 40 million euros",
        "force": "pledge",
        "promisors": ["Kestria"],
        "polarity": "positive",
        "certainty": "certain",
        "category": "other",
        "speaker_type": "author",
        "direct": False,
        "rule_id": "force.will",
    }
    return Prediction.model_validate(values | fields)


def verdict(slot: str, gold: dict[str, Any], predicted: dict[str, Any]) -> bool | None:
    """Whether the slot is right, None where it is not judged."""
    return judge_slots(gold_record(**gold), prediction(**predicted)).get(slot)


@pytest.mark.parametrize("slot", ["force", "polarity", "certainty", "category", "speaker_type", "direct"])
def test_a_field_of_a_closed_set_is_right_where_it_is_the_annotators(slot: str) -> None:
    other = {
        "force": "plan",
        "polarity": "negative",
        "certainty": "possible",
        "category": "peace",
        "speaker_type": "named",
        "direct": True,
    }[slot]
    assert verdict(slot, {}, {}) is True
    assert verdict(slot, {}, {slot: other}) is False
    assert verdict(slot, {slot: other}, {slot: other}) is True


def test_any_alternative_is_right() -> None:
    assert verdict("force", {"force": "plan|pledge"}, {}) is True


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        (None, None, None),
        (100, None, False),
        (None, 100, False),
        (100, 101, True),
        (100, 102, False),
        (0, 0, True),
        ("5|10", 10, True),
    ],
)
def test_amount(gold: object, predicted: float | None, expected: bool | None) -> None:
    assert verdict("amount", {"amount": gold}, {"amount": predicted}) is expected


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ("", None, True),
        ("", "if parliament agrees", False),
        ("if parliament agrees", None, False),
        ("if parliament agrees", "parliament agrees", True),
        ("if parliament agrees", "if the weather holds", False),
        ("once the snow melts|if parliament agrees", "if parliament agrees", True),
    ],
)
def test_condition(gold: str, predicted: str | None, expected: bool) -> None:
    assert verdict("condition", {"condition": gold}, {"condition": predicted}) is expected


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ("", None, None),
        ("", "by June", False),
        ("by June", None, False),
        ("by June 2025", "June 2025", True),
        ("by the end of June 2025", "June", True),
        ("by June 2025", "next week", False),
    ],
)
def test_due_text(gold: str, predicted: str | None, expected: bool | None) -> None:
    assert verdict("due_text", {"due_text": gold}, {"due_text": predicted}) is expected


FIRST, LAST = dt.date(2025, 6, 1), dt.date(2025, 6, 30)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("", "", None),
        ("", "2025-06-30", True),
        ("2025-06-01", "", True),
        ("2025-06-01", "2025-06-29|2025-06-30", True),
        ("2025-06-01", "2025-06-29", False),
        ("2025-05-01|", "", False),
    ],
)
def test_due_date_asks_for_the_ends_that_the_annotator_gives(
    start: str, end: str, expected: bool | None
) -> None:
    gold = {"due_start": start, "due_end": end}
    assert verdict("due_date", gold, {"due_start": FIRST, "due_end": LAST}) is expected


def test_an_open_end_is_right_where_the_annotator_allows_it() -> None:
    assert verdict("due_date", {"due_start": "2025-06-01|", "due_end": "2025-06-30"}, {"due_end": LAST})


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ("", "Ada Brun", None),
        ("Ada Brun", "Ada Brun", True),
        ("a senior Kestrian diplomat", "senior Kestrian diplomat", True),
        ("Ada Brun", "Ion Sedo", False),
        ("Ada Brun", None, False),
        ("Ada Brun|", None, True),
    ],
)
def test_speaker(gold: str, predicted: str | None, expected: bool | None) -> None:
    assert verdict("speaker", {"speaker": gold}, {"speaker": predicted}) is expected


@pytest.mark.parametrize("field", ["due_start", "due_end", "due_date"])
def test_an_unsure_end_leaves_the_date_unjudged(field: str) -> None:
    assert verdict("due_date", {"due_end": "2025-01-01", "unsure": [field]}, {}) is None


def test_unsure_slots_are_not_judged() -> None:
    every_slot = gold_record(
        amount=1, due_text="in June", due_end="2025-06-30", speaker="Ada Brun", unsure=list(SLOTS)
    )
    assert judge_slots(every_slot, prediction()) == {}
