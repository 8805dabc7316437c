"""What a run is about to do with each document that it staged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
import pydantic
from pydantic import ConfigDict

from models.near_duplicate import NearDuplicate
from models.vocabulary import Outcome
from warehouse.arrow import arrow_table


# A plan holds those of a whole book at once: with slots one takes a quarter of what a model takes
@pydantic.dataclasses.dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid"))
class PlannedDocument:
    """One staged document and its outcome.

    ``held_by`` names the document that a duplicate repeats; ``similarity`` is set where the two are
    nearly the same, else the texts are the same. ``part`` is None where the document is known and its
    text not staged; ``lacks_text`` marks those of them whose text is needed. ``current`` marks the one
    input of its URI that counts; of the others, a version that this run has overtaken goes to the
    history, and a repetition goes nowhere.
    """

    position: int
    part: str | None
    document_id: str
    source_name: str
    uri: str
    sha256: str
    text_sha256: str
    fingerprint: str
    outcome: Outcome
    extract: bool
    current: bool
    held_by: str | None = None
    similarity: float | None = None
    lacks_text: bool = False


@dataclass(frozen=True)
class Batch:
    """The documents of one part that need extraction; ``number`` names the extractions part."""

    number: int
    part: Path
    document_ids: tuple[str, ...]


_ROWS_AT_ONCE = 2000  # so that not all of them lie as dictionaries beside the documents
SHARES = 8  # of what is left to extract, one of which a worker takes at most
LEAST_SHARED = 2  # documents of a batch that is cut; of one alone, nobody would try it a second time


def shared_out(batches: Iterable[Batch]) -> list[Batch]:
    """``batches`` cut and numbered anew, in the same order, smaller and smaller toward the end.

    Else a worker would take the last part while the others have nothing left to do.
    """
    whole = list(batches)
    left = sum(len(batch.document_ids) for batch in whole)
    cut: list[Batch] = []
    for batch in whole:
        rest = batch.document_ids
        while rest:
            size = max(LEAST_SHARED, left // SHARES)
            size = len(rest) if len(rest) < size + LEAST_SHARED else size
            cut.append(Batch(len(cut), batch.part, rest[:size]))
            rest = rest[size:]
            left -= size
    return cut


@dataclass(frozen=True)
class Plan:
    """The outcome of every staged document, in the order in which they were read.

    ``based_on`` is the last run that the build file held when the plan was made.
    """

    folder: Path
    extractor_version: str
    based_on: str | None
    documents: tuple[PlannedDocument, ...]

    def count(self, outcome: Outcome) -> int:
        """How many staged documents have this outcome (before any extraction fails)."""
        return sum(document.outcome == outcome for document in self.documents)

    @property
    def lacking(self) -> frozenset[str]:
        """The fingerprints of known documents whose texts are needed and not staged."""
        return frozenset(document.fingerprint for document in self.documents if document.lacks_text)

    @property
    def n_to_extract(self) -> int:
        """How many documents need extraction."""
        return sum(document.extract for document in self.documents)

    def with_texts(self, parts: Mapping[str, str]) -> Plan:
        """The plan with the parts that hold known documents whose texts are needed, by fingerprint."""
        documents = tuple(
            replace(document, part=parts[document.fingerprint], lacks_text=False)
            if document.lacks_text and document.fingerprint in parts
            else document
            for document in self.documents
        )
        return replace(self, documents=documents)

    def with_near_duplicates(self, found: Iterable[NearDuplicate]) -> Plan:
        """The plan in which these documents are duplicates of those that they nearly repeat.

        What has the very text of one of them becomes a duplicate of the same document.
        """
        by_copy = {each.document_id: each for each in found}
        return replace(self, documents=tuple(_linked(document, by_copy) for document in self.documents))

    def batches(self, done: Collection[str] = ()) -> list[Batch]:
        """The documents that need extraction, a batch for each part that holds any, in order.

        Those whose ids are in ``done`` need it no more.
        """
        wanted: dict[str, list[str]] = defaultdict(list)
        for document in self.documents:
            if document.extract and document.part is not None and document.document_id not in done:
                wanted[document.part].append(document.document_id)
        return [
            Batch(number, self.folder / part, tuple(document_ids))
            for number, (part, document_ids) in enumerate(wanted.items())
        ]

    def to_arrow(self) -> pa.Table:
        """The plan as a table, a row per document, with the rest in the schema's metadata."""
        metadata = {"extractor_version": self.extractor_version, "folder": str(self.folder)}
        if self.based_on is not None:
            metadata["based_on"] = self.based_on
        return arrow_table(self.documents, PlannedDocument).replace_schema_metadata(metadata)

    @classmethod
    def from_arrow(cls, table: pa.Table) -> Plan:
        """The plan that ``to_arrow`` wrote."""
        metadata = {key.decode(): value.decode() for key, value in (table.schema.metadata or {}).items()}
        return cls(
            folder=Path(metadata["folder"]),
            extractor_version=metadata["extractor_version"],
            based_on=metadata.get("based_on"),
            documents=tuple(
                PlannedDocument(**row) for some in table.to_batches(_ROWS_AT_ONCE) for row in some.to_pylist()
            ),
        )


def _linked(document: PlannedDocument, by_copy: Mapping[str, NearDuplicate]) -> PlannedDocument:
    repeats = document.document_id if document.extract else document.held_by
    near = by_copy.get(repeats) if repeats else None
    if near is None:
        return document
    return replace(
        document, outcome="duplicate", extract=False, held_by=near.copy_of, similarity=near.similarity
    )
