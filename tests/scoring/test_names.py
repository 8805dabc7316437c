"""Sets of party names."""

from __future__ import annotations

import pytest

from flows.scoring.counts import Counts
from flows.scoring.names import count_names
from tests.scoring.sample import gold_record


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        (["Kestria"], ["Kestria"], Counts(1, 1, 1)),
        (["Kestria"], ["the kestria"], Counts(1, 1, 1)),
        (["Kestria"], ["Norhaven"], Counts(0, 1, 1)),
        (["Kestria", "Norhaven"], ["Norhaven"], Counts(1, 2, 1)),
        (["Kestria|Ada Brun"], ["Ada Brun"], Counts(1, 1, 1)),
        (["Kestria|Ada Brun"], ["Ada Brun", "Kestria"], Counts(1, 1, 1)),
        (["?Kestria"], ["Kestria"], Counts(0, 0, 0)),
        (["?Kestria"], [], Counts(0, 0, 0)),
        (["?Kestria", "Norhaven"], ["Kestria", "Norhaven"], Counts(1, 1, 1)),
        ([], ["Kestria", "Kestria"], Counts(0, 0, 1)),
        (["Kestria"], ["…"], Counts(0, 1, 0)),
    ],
)
def test_names_are_counted(gold: list[str], predicted: list[str], expected: Counts) -> None:
    assert count_names(gold_record(promisors=gold).promisors, predicted) == expected
