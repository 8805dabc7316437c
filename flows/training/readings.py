"""Readings: what encoders said of examples that they had not learned from, from one command to the next."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from flows.training.examples import DocumentExample

DECIMALS = 5


class ProposalReading(NamedTuple):
    """The probabilities of a proposal's kinds, and of each of its recipients that could be read."""

    kinds: list[float]
    parties: list[float | None]


Readings = Mapping[str, Sequence[ProposalReading]]  # by document, in the order of its proposals


def write_readings(path: Path, readings: Iterable[tuple[DocumentExample, Sequence[ProposalReading]]]) -> None:
    """Write what was read of each document, a document a line; raises OSError."""
    path.write_text("".join(_lines(readings)), encoding="utf-8")


def _lines(readings: Iterable[tuple[DocumentExample, Sequence[ProposalReading]]]) -> Iterator[str]:
    for document, proposals in readings:
        rounded = [[_rounded(reading.kinds), _rounded(reading.parties)] for reading in proposals]
        yield json.dumps({"doc": document.name, "proposals": rounded}) + "\n"


def _rounded(values: Iterable[float | None]) -> list[float | None]:
    return [None if value is None else round(value, DECIMALS) for value in values]


def read_readings(path: Path) -> Readings:
    """Read them back; raises OSError, or ValueError where a line is none."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {line["doc"]: [ProposalReading(*proposal) for proposal in line["proposals"]] for line in lines}
