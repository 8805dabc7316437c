"""One document's gold and predicted records, paired and sorted into what was right and wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flows.scoring.counts import Counts
from flows.scoring.gold import GoldRecord
from flows.scoring.matching import pair_records
from flows.scoring.predicted import Evidence


@dataclass(frozen=True, slots=True)
class PairedDocument[Found: Evidence]:
    """``pairs`` are of firm gold records; predictions paired with optional ones are ``on_optional``."""

    gold: tuple[GoldRecord, ...]
    predicted: tuple[Found, ...]
    pairs: tuple[tuple[GoldRecord, Found], ...]
    on_optional: tuple[Found, ...]
    missed: tuple[GoldRecord, ...]
    false_alarms: tuple[Found, ...]

    @property
    def n_wanted(self) -> int:
        """How many gold records count."""
        return len(self.pairs) + len(self.missed)

    @property
    def n_given(self) -> int:
        """How many predictions count."""
        return len(self.pairs) + len(self.false_alarms)

    @property
    def detection(self) -> Counts:
        """The records that were found, wanted and given."""
        return Counts(len(self.pairs), self.n_wanted, self.n_given)


def pair_document[Found: Evidence](
    gold: Sequence[GoldRecord], predicted: Sequence[Found]
) -> PairedDocument[Found]:
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
