"""Staged Parquet parts: what the steps of one run hand to the loader.

Every part is written under a temporary name and then renamed, so a part is whole or not there, and a
step that is tried again writes the same name again. Columns are those of the contracts.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq
from pydantic import BaseModel, ValidationError

from models import Document, Extraction, Quarantined
from models.near_duplicate import Signature
from models.reading import KnownDocument, Reading, SourceRead
from models.vocabulary import Stage
from warehouse.arrow import arrow_schema, arrow_table
from warehouse.errors import StagingError
from warehouse.planned import Plan

FINGERPRINT = "fingerprint"
AFTER = "after"
KEY = pa.field("key", pa.string())  # of all that an extraction was made from and by
SIGNATURES = pa.schema(
    [
        pa.field("document_id", pa.string(), nullable=False),
        pa.field("method", pa.string(), nullable=False),
        pa.field("bands", pa.list_(pa.field("element", pa.uint64(), nullable=False)), nullable=False),
    ]
)


def document_schema() -> pa.Schema:
    """The columns of a documents part: the contract's and the fingerprint of the whole document."""
    return arrow_schema(Document).append(pa.field(FINGERPRINT, pa.string(), nullable=False))


def extraction_schema() -> pa.Schema:
    """The columns of an extractions part: the contract's and the key of each extraction, if it has one."""
    return arrow_schema(Extraction).append(KEY)


class StagingArea:
    """The folder of one run's parts. Cheap to make; each worker makes its own from the path."""

    def __init__(self, folder: Path) -> None:
        """Use ``folder``, made where it is missing."""
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def write_documents(self, batch: Sequence[Document], part: int) -> Path:
        """Write a batch as part number ``part``, in the order in which the documents were read."""
        return self._write(_documents_table(batch), f"documents-{part:06d}.parquet")

    def write_known(self, batch: Sequence[tuple[int, KnownDocument]], part: int) -> Path:
        """Write documents that are known without their texts, each with how many were staged before it."""
        table = arrow_table([known for _, known in batch], KnownDocument)
        table = table.append_column(AFTER, pa.array([after for after, _ in batch], pa.int32()))
        return self._write(table, f"known-{part:06d}.parquet")

    def write_texts(self, batch: Sequence[Document], part: int) -> Path:
        """Write known documents whose texts are needed after all."""
        return self._write(_documents_table(batch), f"texts-{part:06d}.parquet")

    def write_readings(self, batch: Sequence[Reading], part: int) -> Path:
        """Write what files gave, for later runs to know."""
        return self._write(arrow_table(batch, Reading), f"readings-{part:06d}.parquet")

    def write_sources(self, batch: Sequence[SourceRead], part: int) -> Path:
        """Write which files were read to their end."""
        return self._write(arrow_table(batch, SourceRead), f"sources-{part:06d}.parquet")

    def write_extractions(
        self, batch: Sequence[Extraction], part: int, keys: Sequence[str | None] | None = None
    ) -> Path:
        """Write what was found in a batch of documents; ``part`` is the batch's number.

        ``keys`` name what each was made from and by, for a later run that wants the same; one without
        is of no use to it.
        """
        column = pa.array(keys or [None] * len(batch), KEY.type)
        table = arrow_table(batch, Extraction).append_column(KEY, column)
        return self._write(table, f"extractions-{part:06d}.parquet")

    def write_kept_extractions(self, rows: pa.Table, part: int) -> Path:
        """Write extractions that an earlier run had made, as their part number ``part``."""
        return self._write(rows, f"extractions-kept-{part:06d}.parquet")

    def write_quarantine(self, batch: Sequence[Quarantined], stage: Stage, part: int) -> Path | None:
        """Write what one step set aside; an empty batch removes what an earlier try had written."""
        name = f"quarantine-{stage}-{part:06d}.parquet"
        if not batch:
            (self.folder / name).unlink(missing_ok=True)
            return None
        return self._write(arrow_table(batch, Quarantined), name)

    def write_signatures(self, batch: Sequence[Signature], name: str) -> Path:
        """Write signatures of documents; ``name`` is that of the part that holds the documents, or any."""
        table = pa.Table.from_pylist([row.model_dump() for row in batch], schema=SIGNATURES)
        return self._write(table, f"signatures-{name}.parquet")

    def document_parts(self) -> list[Path]:
        """The parts of documents that were read, in the order of their numbers."""
        return sorted(self.folder.glob("documents-*.parquet"))

    def text_parts(self) -> list[Path]:
        """The parts that hold texts: of documents that were read, and of known ones that need them."""
        return [*self.document_parts(), *sorted(self.folder.glob("texts-*.parquet"))]

    def known_parts(self) -> list[Path]:
        """The parts of documents that are known without their texts, in the order of their numbers."""
        return sorted(self.folder.glob("known-*.parquet"))

    def reading_parts(self) -> list[Path]:
        """The parts of what files gave."""
        return sorted(self.folder.glob("readings-*.parquet"))

    def source_parts(self) -> list[Path]:
        """The parts of files that were read to their end."""
        return sorted(self.folder.glob("sources-*.parquet"))

    def extraction_parts(self) -> list[Path]:
        """The extractions parts, in the order of their numbers, those of an earlier run last."""
        return sorted(self.folder.glob("extractions-*.parquet"))

    def attempted_parts(self) -> list[Path]:
        """The extractions parts, and those that attempts left in folders of their own."""
        return sorted(self.folder.rglob("extractions-*.parquet"))

    def signature_parts(self) -> list[Path]:
        """The signatures parts."""
        return sorted(self.folder.glob("signatures-*.parquet"))

    def quarantine_parts(self, stage: Stage | None = None) -> list[Path]:
        """The quarantine parts of one stage, or of all."""
        return sorted(self.folder.glob(f"quarantine-{stage or '*'}-*.parquet"))

    def read_documents(self, part: Path, document_ids: Collection[str] | None = None) -> list[Document]:
        """The documents of a part, in order.

        Where ``document_ids`` is given those named alone, each once: as it was read last, where the same
        text came twice under one address. Raises StagingError where the part is broken.
        """
        keep = None if document_ids is None else _is_one_of("document_id", document_ids)
        documents = _models(read_part(part, keep).drop_columns([FINGERPRINT]), Document, part)
        if document_ids is None:
            return documents
        return list({document.document_id: document for document in documents}.values())

    def read_extractions(self, part: Path) -> list[Extraction]:
        """The extractions of a part. Raises StagingError where the part is broken."""
        return _models(read_part(part, columns=list(Extraction.model_fields)), Extraction, part)

    def read_quarantine(self, part: Path) -> list[Quarantined]:
        """The quarantined inputs of a part. Raises StagingError where the part is broken."""
        return _models(read_part(part), Quarantined, part)

    def write_plan(self, plan: Plan) -> Path:
        """Keep the plan beside the parts, so that later steps need only the folder's path."""
        return self._write(plan.to_arrow(), "plan.parquet")

    def read_plan(self) -> Plan:
        """The plan that ``write_plan`` kept. Raises StagingError where there is none."""
        return Plan.from_arrow(read_part(self.folder / "plan.parquet"))

    def take_over(self, attempt: Path, number: int) -> None:
        """Move the parts that one attempt at batch ``number`` left in a folder of its own into this one.

        Their names hold the number, so that only one attempt's parts of a batch are ever here.
        """
        for part in sorted(attempt.glob("*.parquet")):
            part.replace(self.folder / f"{part.stem}-{number:06d}.parquet")
        shutil.rmtree(attempt, ignore_errors=True)

    @property
    def size(self) -> int:
        """The bytes of all parts."""
        return sum(part.stat().st_size for part in self.folder.glob("*.parquet"))

    def remove(self) -> None:
        """Delete the folder and all parts in it."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _write(self, table: pa.Table, name: str) -> Path:
        handle, temporary = tempfile.mkstemp(prefix=".writing-", dir=self.folder)
        os.close(handle)
        try:
            pq.write_table(table, temporary, compression="zstd", write_page_checksum=True)
            Path(temporary).replace(self.folder / name)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        return self.folder / name


def read_part(part: Path, keep: pc.Expression | None = None, columns: list[str] | None = None) -> pa.Table:
    """A part as an Arrow table. Raises StagingError naming the part where it can't be read."""
    try:
        return pq.read_table(
            part, columns=columns, filters=keep, partitioning=None, page_checksum_verification=True
        )
    except (OSError, pa.ArrowException) as error:
        raise StagingError(f"the staged part {part} can't be read: {error}") from error


def dataset_of(parts: Sequence[Path], schema: pa.Schema) -> ds.Dataset | pa.Table:
    """The rows of some parts, for the database to read as it needs them."""
    return ds.dataset([str(part) for part in parts], schema=schema) if parts else schema.empty_table()


def _documents_table(batch: Sequence[Document]) -> pa.Table:
    prints = pa.array([document.fingerprint() for document in batch], pa.string())
    return arrow_table(batch, Document).append_column(document_schema().field(FINGERPRINT), prints)


def _models[Model: BaseModel](table: pa.Table, model: type[Model], part: Path) -> list[Model]:
    try:
        return [model.model_validate(row) for row in table.to_pylist()]
    except ValidationError as error:
        raise StagingError(f"the staged part {part} breaks its contract: {error}") from error


def _is_one_of(column: str, values: Collection[str]) -> pc.Expression:
    return pc.field(column).isin(pa.array(values, pa.string()))
