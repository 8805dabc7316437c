"""Labels of links: whether two records are one commitment, kept without their text.

``flows/training/labels/links/NAME.jsonl`` names each record of a pair by its document, a digest of its
sentence and the act's characters of that sentence, as ``labels.py`` does, so that the pair is found again in
whatever book holds both documents.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal

from pydantic import Field

from flows.training.labels import DIGEST_LENGTH, LABELS_FOLDER, lines_of, sentence_digest
from models.base import Contract
from models.ledger import LinkRecord
from models.vocabulary import Category
from warehouse import query

LINKS_FOLDER = LABELS_FOLDER / "links"
_FIELDS = ", ".join(each.name for each in fields(LinkRecord))
# Lines as linking made them, whatever analysts say. Of a sentence that a document repeats, the first counts.
_RECORDS = f"""
    SELECT source_name, sentence_start, ledger_id, n_in_line, {_FIELDS}
    FROM store.records JOIN store.documents USING (document_id) JOIN store.ledger_records USING (record_id)
    JOIN (SELECT ledger_id, count(*) AS n_in_line FROM store.ledger_records GROUP BY ledger_id)
    USING (ledger_id)
    WHERE source_name IN (SELECT unnest($documents::TEXT[]))
    ORDER BY source_name, document_id, start_char, end_char, record_id
"""

Drawn = Literal["near", "met", "blind"]
type Key = tuple[str, str, int]


class Place(Contract):
    """Where a record stands: its document, its sentence, and the act's characters of that sentence."""

    doc: str = Field(min_length=1)
    sentence: str = Field(min_length=DIGEST_LENGTH, max_length=DIGEST_LENGTH)
    start: int = Field(ge=0)
    end: int

    @property
    def key(self) -> Key:
        """What finds the record: acts that begin together are one, wherever they end."""
        return self.doc, self.sentence, self.start


class LinkLabel(Contract):
    """Whether the records at two places are one commitment.

    No commitment should stand in two topics. ``drawn`` says how the pair was chosen; ``blind`` ones are to
    measure on, the others to learn from.
    """

    one: Place
    other: Place
    same: bool
    topic: Category
    drawn: Drawn


@dataclass(frozen=True, slots=True)
class PlacedRecord:
    """A record of a book, with the ledger line it stands in and how many records that line has."""

    record: LinkRecord
    ledger_id: str
    n_in_line: int


@dataclass(frozen=True, slots=True)
class FoundPair:
    """A label with both of its records as a book holds them."""

    label: LinkLabel
    one: PlacedRecord
    other: PlacedRecord

    @property
    def is_joined(self) -> bool:
        """Whether both records stand in one line."""
        return self.one.ledger_id == self.other.ledger_id

    @property
    def is_right(self) -> bool:
        """Whether linking says what the label says."""
        return self.is_joined == self.label.same


def read_link_labels(folder: Path) -> list[LinkLabel]:
    """The labels of all files of ``folder``, one a line.

    Raises OSError, GoldError at the first line that is no label, and ValueError where there is none.
    """
    labels = [label for path in sorted(folder.glob("*.jsonl")) for label in lines_of(path, LinkLabel)]
    if not labels:
        raise ValueError(f"{folder}: no labels of links")
    return labels


def found_pairs(published: Path, labels: Sequence[LinkLabel]) -> list[FoundPair]:
    """The labels, in their order, of which the published book has both records.

    Raises WarehouseError where the book can't be read.
    """
    records = _records_of(published, {place.doc for label in labels for place in (label.one, label.other)})
    return [
        FoundPair(label, records[label.one.key], records[label.other.key])
        for label in labels
        if label.one.key in records and label.other.key in records
    ]


def _records_of(published: Path, documents: Collection[str]) -> dict[Key, PlacedRecord]:
    """The records of the documents of these names, by what finds them."""
    found: dict[Key, PlacedRecord] = {}
    result = query(published, _RECORDS, {"documents": sorted(documents)})
    names = [column.name for column in result.columns[4:]]
    for doc, sentence_start, ledger_id, n_in_line, *values in result.rows:
        record = LinkRecord(**dict(zip(names, values, strict=True)))
        key = doc, sentence_digest(record.sentence), record.start_char - sentence_start
        found.setdefault(key, PlacedRecord(record, ledger_id, n_in_line))
    return found


def learnable(pairs: Iterable[FoundPair]) -> list[FoundPair]:
    """The pairs that may be looked at and learned from: all but the blind ones."""
    return [pair for pair in pairs if pair.label.drawn != "blind"]
