"""Staged Parquet parts: what the steps of one run hand to the loader.

Every part is written under a temporary name and then renamed, so a part is whole or not there, and a
step that is tried again writes the same name again. Columns are those of the contracts.
"""

from __future__ import annotations

import hashlib
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
from models.vocabulary import Stage
from warehouse.arrow import arrow_schema, arrow_table
from warehouse.errors import StagingError
from warehouse.planned import Plan

FINGERPRINT = "fingerprint"
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


def fingerprint(document: Document) -> str:
    """A SHA-256 of all that ingestion says of a document: text, blocks and metadata."""
    return hashlib.sha256(document.model_dump_json().encode("utf-8", "surrogatepass")).hexdigest()


class StagingArea:
    """The folder of one run's parts. Cheap to make; each worker makes its own from the path."""

    def __init__(self, folder: Path) -> None:
        """Use ``folder``, made where it is missing."""
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def write_documents(self, batch: Sequence[Document], part: int) -> Path:
        """Write a batch as part number ``part``, in the order in which the documents were read."""
        table = arrow_table(batch, Document)
        prints = pa.array([fingerprint(document) for document in batch], pa.string())
        table = table.append_column(document_schema().field(FINGERPRINT), prints)
        return self._write(table, f"documents-{part:06d}.parquet")

    def write_extractions(self, batch: Sequence[Extraction], part: int) -> Path:
        """Write what was found in a batch of documents; ``part`` is the batch's number."""
        return self._write(arrow_table(batch, Extraction), f"extractions-{part:06d}.parquet")

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
        """The documents parts, in the order of their numbers."""
        return sorted(self.folder.glob("documents-*.parquet"))

    def extraction_parts(self) -> list[Path]:
        """The extractions parts, in the order of their numbers."""
        return sorted(self.folder.glob("extractions-*.parquet"))

    def signature_parts(self) -> list[Path]:
        """The signatures parts."""
        return sorted(self.folder.glob("signatures-*.parquet"))

    def quarantine_parts(self, stage: Stage | None = None) -> list[Path]:
        """The quarantine parts of one stage, or of all."""
        return sorted(self.folder.glob(f"quarantine-{stage or '*'}-*.parquet"))

    def read_documents(self, part: Path, document_ids: Collection[str] | None = None) -> list[Document]:
        """The documents of a part, in order; only those named where ``document_ids`` is given.

        Raises StagingError where the part is broken.
        """
        keep = None if document_ids is None else _is_one_of("document_id", document_ids)
        table = read_part(part, keep).drop_columns([FINGERPRINT])
        return _models(table, Document, part)

    def read_extractions(self, part: Path) -> list[Extraction]:
        """The extractions of a part. Raises StagingError where the part is broken."""
        return _models(read_part(part), Extraction, part)

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

    def remove(self) -> None:
        """Delete the folder and all parts in it."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _write(self, table: pa.Table, name: str) -> Path:
        handle, temporary = tempfile.mkstemp(prefix=".writing-", dir=self.folder)
        os.close(handle)
        try:
            pq.write_table(table, temporary, compression="zstd")
            Path(temporary).replace(self.folder / name)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        return self.folder / name


def read_part(part: Path, keep: pc.Expression | None = None, columns: list[str] | None = None) -> pa.Table:
    """A part as an Arrow table. Raises StagingError naming the part where it can't be read."""
    try:
        return pq.read_table(part, columns=columns, filters=keep, partitioning=None)
    except (OSError, pa.ArrowException) as error:
        raise StagingError(f"the staged part {part} can't be read: {error}") from error


def dataset_of(parts: Sequence[Path], schema: pa.Schema) -> ds.Dataset | pa.Table:
    """The rows of some parts, for the database to read as it needs them."""
    return ds.dataset([str(part) for part in parts], schema=schema) if parts else schema.empty_table()


def _models[Model: BaseModel](table: pa.Table, model: type[Model], part: Path) -> list[Model]:
    try:
        return [model.model_validate(row) for row in table.to_pylist()]
    except ValidationError as error:
        raise StagingError(f"the staged part {part} breaks its contract: {error}") from error


def _is_one_of(column: str, values: Collection[str]) -> pc.Expression:
    return pc.field(column).isin(pa.array(values, pa.string()))
