"""Whether the fields of a paired prediction are right, by the alternatives of its gold record."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flows.scoring.gold import GoldRecord
from flows.scoring.predicted import Predicted
from flows.scoring.texts import content_overlap, normalised

CONDITION_OVERLAP = 0.5
DUE_TEXT_OVERLAP = 0.4
SPEAKER_OVERLAP = 0.6
AMOUNT_TOLERANCE = 0.01  # of the gold amount

Judge = Callable[[GoldRecord, Predicted], bool | None]


def _any_overlaps(expected: Sequence[str], found: str | None, least: float) -> bool:
    return any(content_overlap(text, found) >= least for text in expected)


def _condition(gold: GoldRecord, predicted: Predicted) -> bool:
    if not gold.condition:
        return not normalised(predicted.condition)
    return _any_overlaps(gold.condition, predicted.condition, CONDITION_OVERLAP)


def _due_text(gold: GoldRecord, predicted: Predicted) -> bool | None:
    if not gold.due_text and not predicted.due_text:
        return None
    return _any_overlaps(gold.due_text, predicted.due_text, DUE_TEXT_OVERLAP)


def _due_date(gold: GoldRecord, predicted: Predicted) -> bool | None:
    """Both ends, as far as the annotator gives them."""
    ends = [(gold.due_start, predicted.due_start), (gold.due_end, predicted.due_end)]
    given = [found in expected for expected, found in ends if expected]
    return all(given) if given else None


def _amount(gold: GoldRecord, predicted: Predicted) -> bool | None:
    if predicted.amount is None:
        return False if gold.amount else None
    return any(
        abs(expected - predicted.amount) <= AMOUNT_TOLERANCE * abs(expected) for expected in gold.amount
    )


def _speaker(gold: GoldRecord, predicted: Predicted) -> bool | None:
    if not gold.speaker:
        return None
    named = normalised(predicted.speaker) in map(normalised, gold.speaker)
    return named or _any_overlaps(gold.speaker, predicted.speaker, SPEAKER_OVERLAP)


JUDGES: dict[str, Judge] = {
    "force": lambda gold, predicted: predicted.force in gold.force,
    "polarity": lambda gold, predicted: predicted.polarity in gold.polarity,
    "certainty": lambda gold, predicted: predicted.certainty in gold.certainty,
    "category": lambda gold, predicted: predicted.category in gold.category,
    "amount": _amount,
    "due_text": _due_text,
    "due_date": _due_date,
    "condition": _condition,
    "speaker": _speaker,
    "speaker_type": lambda gold, predicted: predicted.speaker_type in gold.speaker_type,
    "direct": lambda gold, predicted: predicted.direct == gold.direct,
}
SLOTS: tuple[str, ...] = tuple(JUDGES)
_SLOT_OF = {"due_start": "due_date", "due_end": "due_date"}


def judge_slots(gold: GoldRecord, predicted: Predicted) -> dict[str, bool]:
    """Whether each slot of a pair is right; a slot that asks nothing of this pair is left out."""
    unsure = {_SLOT_OF.get(field, field) for field in gold.unsure}
    verdicts = {slot: judge(gold, predicted) for slot, judge in JUDGES.items() if slot not in unsure}
    return {slot: right for slot, right in verdicts.items() if right is not None}
