"""The reading of ``seeds/reference/*.csv``."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flows.extract.reference.rows import OrganisationRow, PersonRow, PlaceRow, StateRow, TitleRow
from models.base import Contract

DEFAULT_FOLDER = Path(__file__).resolve().parents[3] / "seeds" / "reference"


class ReferenceDataError(ValueError):
    """A reference table breaks its contract; the message names file and line where one is to blame."""


@dataclass(frozen=True)
class Tables:
    """The five tables as they were read, each in its file's order."""

    states: tuple[StateRow, ...]
    organisations: tuple[OrganisationRow, ...]
    people: tuple[PersonRow, ...]
    places: tuple[PlaceRow, ...]
    titles: tuple[TitleRow, ...]


def read_tables(folder: Path) -> Tables:
    """The tables of ``folder``; raises ``ReferenceDataError`` for a missing file or a bad row."""
    return Tables(
        states=_read(folder / "states.csv", StateRow),
        organisations=_read(folder / "organisations.csv", OrganisationRow),
        people=_read(folder / "people.csv", PersonRow),
        places=_read(folder / "places.csv", PlaceRow),
        titles=_read(folder / "titles.csv", TitleRow),
    )


def _read[Row: Contract](path: Path, row_type: type[Row]) -> tuple[Row, ...]:
    """The rows of one CSV file; a bad row raises ``ReferenceDataError`` with the file and line."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            return tuple(_row(path, reader.line_num, cells, row_type) for cells in reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ReferenceDataError(f"{path}: {error}") from error


def _row[Row: Contract](path: Path, line: int, cells: Mapping[str, str], row_type: type[Row]) -> Row:
    try:
        if None in cells or None in cells.values():
            raise ValueError("the row has more or fewer cells than the header")
        return row_type.model_validate(cells)
    except ValueError as error:
        raise ReferenceDataError(f"{path}, line {line}: {error}") from error
