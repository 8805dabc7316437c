"""Sets of party names against the names that an annotator gives."""

from __future__ import annotations

from collections.abc import Sequence

from flows.scoring.counts import Counts
from flows.scoring.gold import GoldName
from flows.scoring.texts import normalised


def count_names(gold: Sequence[GoldName], predicted: Sequence[str]) -> Counts:
    """Count the names that were found, wanted and given.

    Several predicted names that are alternatives of one gold name count as one. A gold name that is
    optional counts nowhere, whether found or not.
    """
    left = [name for name in dict.fromkeys(predicted) if normalised(name)]
    hits = wanted = 0
    for item in gold:
        alternatives = set(map(normalised, item.alternatives))
        others = [name for name in left if normalised(name) not in alternatives]
        if not item.optional:
            wanted += 1
            hits += len(others) < len(left)
        left = others
    return Counts(hits, wanted, hits + len(left))
