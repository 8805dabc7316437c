"""Gold files: JSON Lines of annotated commitments, each value with the alternatives that are right too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationError
from pydantic_core import ErrorDetails, from_json

from models.base import Contract
from models.vocabulary import CORE_FORCES, Category, Certainty, Force, Polarity, SpeakerType


class GoldError(Exception):
    """A gold file that breaks its contract; the message says the file and the line."""


def _parted(value: object) -> object:
    """The alternatives of a value that ``|`` parts; none of an empty one."""
    if isinstance(value, str):
        return tuple(value.split("|")) if value else ()
    return value


def _parted_dates(value: object) -> object:
    """The same of ISO days; an empty alternative means that an open end is right too."""
    return (
        tuple(day or None for day in value.split("|")) if isinstance(value, str) and value else _parted(value)
    )


def _parted_numbers(value: object) -> object:
    """The same of numbers, a single one of which may stand in the file as a number; null means none."""
    if value is None:
        return ()
    return (value,) if isinstance(value, int | float) else _parted(value)


def _parted_name(value: object) -> object:
    """The parts of a name item: ``?`` before it makes it optional."""
    if isinstance(value, str):
        return {"alternatives": value.lstrip("?").split("|"), "optional": value.startswith("?")}
    return value


Texts = Annotated[tuple[str, ...], BeforeValidator(_parted)]
Days = Annotated[tuple[dt.date | None, ...], BeforeValidator(_parted_dates)]
Amount = Annotated[float, Field(allow_inf_nan=False)]

UnsureField = Literal[
    "sentence", "action", "force", "promisors", "beneficiaries", "polarity", "certainty", "category",
    "amount", "unit", "due_text", "due_start", "due_end", "due_date", "condition", "speaker",
    "speaker_type", "direct",
]  # fmt: skip


class GoldName(Contract):
    """A party that an annotator names: any alternative is right; an optional one need not be found."""

    alternatives: tuple[str, ...] = Field(min_length=1)
    optional: bool = False


Names = tuple[Annotated[GoldName, BeforeValidator(_parted_name)], ...]


class EmptyDocument(Contract):
    """The line of a document that holds no commitment."""

    doc: str = Field(min_length=1)
    empty: Literal[True]


class GoldRecord(Contract):
    """One annotated commitment; a field with several values is right with any of them.

    ``doc`` names the document's file. Empty fields mean that the text gives none. An ``optional``
    record counts neither where it is missed nor where it is found. On the ``unsure`` fields two
    readers differed; they are not scored.
    """

    doc: str = Field(min_length=1)
    empty: Literal[False] = False
    sentence: str = Field(min_length=1)
    action: str = Field(min_length=1)
    force: Annotated[tuple[Force, ...], BeforeValidator(_parted), Field(min_length=1)]
    promisors: Names = ()
    beneficiaries: Names = ()
    polarity: Annotated[tuple[Polarity, ...], BeforeValidator(_parted)] = ("positive",)
    certainty: Annotated[tuple[Certainty, ...], BeforeValidator(_parted)] = ("certain",)
    category: Annotated[tuple[Category, ...], BeforeValidator(_parted)] = ("other",)
    amount: Annotated[tuple[Amount, ...], BeforeValidator(_parted_numbers)] = ()
    unit: Texts = ()
    due_text: Texts = ()
    due_start: Days = ()
    due_end: Days = ()
    condition: Texts = ()
    speaker: Texts = ()
    speaker_type: Annotated[tuple[SpeakerType, ...], BeforeValidator(_parted)] = ()
    direct: bool = False
    optional: bool = False
    unsure: tuple[UnsureField, ...] = ()

    @property
    def is_core(self) -> bool:
        """Whether the record is a commitment proper, by the force that the annotator names first."""
        return self.force[0] in CORE_FORCES


class Gold(Contract):
    """A gold file: every document that it names, in its order, and the records of all of them."""

    documents: tuple[str, ...]
    records: tuple[GoldRecord, ...]

    def core_of(self, document: str) -> list[GoldRecord]:
        """The commitments proper of one document."""
        return [record for record in self.records if record.doc == document and record.is_core]


def read_gold(path: Path) -> Gold:
    """Read a gold file. Raises GoldError at the first bad line, or where there is none, and OSError."""
    lines = list(_lines(path))
    if not lines:
        raise GoldError(f"{path}: no line names a document")
    return Gold(
        documents=tuple(dict.fromkeys(line.doc for line in lines)),
        records=tuple(line for line in lines if isinstance(line, GoldRecord)),
    )


def _lines(path: Path) -> Iterator[GoldRecord | EmptyDocument]:
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                try:
                    yield _line(line)
                except ValidationError as error:
                    raise GoldError(f"{path}:{number}: {_first_fault(error.errors()[0])}") from error
                except ValueError as error:
                    raise GoldError(f"{path}:{number}: not JSON: {error}") from error


def _line(line: bytes) -> GoldRecord | EmptyDocument:
    values = from_json(line)
    is_empty = isinstance(values, dict) and values.get("empty") is True
    return EmptyDocument.model_validate(values) if is_empty else GoldRecord.model_validate(values)


def _first_fault(error: ErrorDetails) -> str:
    place = ".".join(str(part) for part in error["loc"])
    return f"{place}: {error['msg']}" if place else error["msg"]
