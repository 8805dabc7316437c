"""Merging one run's staged parts into the build file: all of it in one transaction, or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb
import pyarrow as pa

from models import Extraction, Quarantined, RunSummary
from models.reading import Reading, SourceRead
from models.verdict import Verdict
from warehouse.arrow import arrow_schema
from warehouse.checking import check_rows
from warehouse.connection import keeping_little_at_hand, open_for_writing, transaction, utc, utc_now
from warehouse.errors import CheckFailed, PlanOutdated, StagingError, WarehouseError
from warehouse.paths import SQL_FOLDER, verdicts_file
from warehouse.planned import Plan
from warehouse.staging import SIGNATURES, StagingArea, dataset_of, document_schema
from warehouse.verdicts import apply_verdicts, read_journal

SLICE_BYTES = 500_000  # of staged parts, which are merged at once
_STORED = ("new", "changed", "duplicate")  # outcomes of which a row is kept


@dataclass(frozen=True)
class Run:
    """Who loads: the run's id, when it began (with a time zone) and the extractor it used."""

    run_id: str
    started_at: dt.datetime
    extractor_version: str


def load(build: Path, staging: StagingArea, plan: Plan, run: Run) -> RunSummary:
    """Bring ``build`` to what the plan says, check it, commit, and return the run's counts.

    A run that was loaded before changes nothing and gives its stored counts. Raises PlanOutdated where
    another run has loaded since the plan was made, StagingError where a part is broken or missing,
    CheckFailed where rows offend a check; the file is then as it was.
    """
    with open_for_writing(build) as connection:
        stored = _summary(connection, run.run_id)
        if stored:
            return stored
        _refuse_outdated(connection, plan)
        merge = partial(_merge_all, connection, build, staging, plan, run)
        try:
            keeping_little_at_hand(connection, build.stat().st_size + staging.size, merge)
        except duckdb.OperationalError as error:
            raise WarehouseError(f"{build} can't be written: {error}") from error
        except (duckdb.Error, pa.ArrowException) as error:
            raise StagingError(f"the parts in {staging.folder} can't be merged: {error}") from error
        connection.execute("CHECKPOINT")
        summary = _summary(connection, run.run_id)
    if summary is None:
        raise StagingError(f"run {run.run_id} is not in {build} after its load")
    return summary


def _merge_all(
    connection: duckdb.DuckDBPyConnection, build: Path, staging: StagingArea, plan: Plan, run: Run
) -> None:
    """Merge, check and commit; raises CheckFailed where rows offend a check, and nothing is written then."""
    with transaction(connection):
        _register(connection, staging, plan)
        _merge(connection, staging, plan, run, read_journal(verdicts_file(build)))
        failed = [result for result in check_rows(connection, run.run_id) if not result.passed]
        if failed:
            raise CheckFailed(failed)


def _refuse_outdated(connection: duckdb.DuckDBPyConnection, plan: Plan) -> None:
    last = connection.execute("SELECT max_by(run_id, number) FROM store.runs").fetchone()
    if (last[0] if last else None) != plan.based_on:
        raise PlanOutdated(f"the plan was made after run {plan.based_on}, but {last} has loaded since")


def _register(connection: duckdb.DuckDBPyConnection, staging: StagingArea, plan: Plan) -> None:
    """Give the staged parts names that the statements below can select from."""
    connection.register("planned", plan.to_arrow())
    staged = {
        "staged_documents": (_stored_parts(staging, plan), document_schema()),
        "staged_extractions": (staging.extraction_parts(), arrow_schema(Extraction)),
        "staged_quarantine": (staging.quarantine_parts(), arrow_schema(Quarantined)),
        "staged_signatures": (staging.signature_parts(), SIGNATURES),
        "staged_readings": (staging.reading_parts(), arrow_schema(Reading)),
        "staged_sources": (staging.source_parts(), arrow_schema(SourceRead)),
    }
    for name, (parts, schema) in staged.items():
        connection.register(name, dataset_of(parts, schema))


def _stored_parts(staging: StagingArea, plan: Plan) -> list[Path]:
    """The parts of documents of which a row is kept."""
    needed = {document.part for document in plan.documents if document.outcome in _STORED}
    return [part for part in staging.text_parts() if part.name in needed]


def _merge(
    connection: duckdb.DuckDBPyConnection,
    staging: StagingArea,
    plan: Plan,
    run: Run,
    verdicts: Sequence[Verdict],
) -> None:
    """Run the statements of sql/load, which read the run from variables, and apply the verdicts."""
    variables = {
        "run_id": run.run_id,
        "started_at": utc(run.started_at),
        "finished_at": utc_now(),
        "extractor_version": run.extractor_version,
    }
    for name, value in variables.items():
        connection.execute(f"SET VARIABLE {name} = ?", [value])
    outcomes, documents, copies, extractions, *rows, counts = sorted((SQL_FOLDER / "load").glob("*.sql"))
    _execute(connection, outcomes)
    _refuse_lost(connection)
    _execute(connection, documents)
    _merge_slices(connection, "documents", _stored_parts(staging, plan), document_schema())
    _execute(connection, copies)
    _execute(connection, extractions)
    _merge_slices(connection, "extractions", staging.extraction_parts(), arrow_schema(Extraction))
    for file in rows:
        _execute(connection, file)
    apply_verdicts(connection, verdicts)
    _execute(connection, counts)


def _merge_slices(
    connection: duckdb.DuckDBPyConnection, rows: str, parts: Sequence[Path], schema: pa.Schema
) -> None:
    """Run sql/load/slices/``rows``.sql for some of the parts at a time."""
    for some in _slices(parts):
        connection.register(f"slice_of_{rows}", dataset_of(some, schema))
        _execute(connection, SQL_FOLDER / "load" / "slices" / f"{rows}.sql")


def _execute(connection: duckdb.DuckDBPyConnection, file: Path) -> None:
    connection.execute(file.read_text(encoding="utf-8"))


def _slices(parts: Sequence[Path]) -> Iterator[list[Path]]:
    """The parts in order, as many together as have SLICE_BYTES, one at least."""
    together: list[Path] = []
    size = 0
    for part in parts:
        together.append(part)
        size += part.stat().st_size
        if size >= SLICE_BYTES:
            yield together
            together, size = [], 0
    if together:
        yield together


def _refuse_lost(connection: duckdb.DuckDBPyConnection) -> None:
    lost = connection.execute("SELECT source_name FROM lost LIMIT 3").fetchall()
    if lost:
        names = ", ".join(name for (name,) in lost)
        raise StagingError(f"no step left an extraction, or why there is none, of: {names}")


def _summary(connection: duckdb.DuckDBPyConnection, run_id: str) -> RunSummary | None:
    rows = connection.execute("SELECT * EXCLUDE (number) FROM store.runs WHERE run_id = ?", [run_id])
    columns = [column[0] for column in rows.description or ()]
    row = rows.fetchone()
    if row is None:
        return None
    summary = dict(zip(columns, row, strict=True))
    moments = {name: summary[name].replace(tzinfo=dt.UTC) for name in ("started_at", "finished_at")}
    return RunSummary.model_validate(summary | moments)
