"""One document's gold and predicted records, paired and sorted into what was right and wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flows.scoring.gold import GoldRecord
from flows.scoring.matching import pair_records
from flows.scoring.predicted import Predicted


@dataclass(frozen=True, slots=True)
class PairedDocument:
    """``pairs`` are of firm gold records; predictions paired with optional ones are ``on_optional``."""

    gold: tuple[GoldRecord, ...]
    predicted: tuple[Predicted, ...]
    pairs: tuple[tuple[GoldRecord, Predicted], ...]
    on_optional: tuple[Predicted, ...]
    missed: tuple[GoldRecord, ...]
    false_alarms: tuple[Predicted, ...]

    @property
    def n_wanted(self) -> int:
        """How many gold records count."""
        return len(self.pairs) + len(self.missed)

    @property
    def n_given(self) -> int:
        """How many predictions count."""
        return len(self.pairs) + len(self.false_alarms)


def pair_document(gold: Sequence[GoldRecord], predicted: Sequence[Predicted]) -> PairedDocument:
    """Pair the records of one document."""
    paired = pair_records(gold, predicted)
    found_gold = {i for i, _ in paired}
    right = {j for _, j in paired}
    return PairedDocument(
        gold=tuple(gold),
        predicted=tuple(predicted),
        pairs=tuple((gold[i], predicted[j]) for i, j in paired if not gold[i].optional),
        on_optional=tuple(predicted[j] for i, j in paired if gold[i].optional),
        missed=tuple(record for i, record in enumerate(gold) if i not in found_gold and not record.optional),
        false_alarms=tuple(record for j, record in enumerate(predicted) if j not in right),
    )
