"""The steps of a run, in order, as plain functions over paths and ids.

Each takes the job and leaves its results in the job's staging folder or in the warehouse, so that the
same functions serve a Prefect task, a plain call and a test. All of them may be repeated.
"""

from __future__ import annotations

import datetime as dt
import itertools
import logging
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import warehouse
from flows.copies import near_duplicates_marked
from flows.extract import extractor_version
from flows.ingest import IngestLimits, read_inputs
from flows.link import link as link_records
from flows.link import load_membership
from flows.lock import sole_writer
from flows.progress import advance, begin
from flows.settings import Settings
from flows.workers import WorkerPool, WorkerSpec
from models import Document, Quarantined, RunSummary
from models.base import Contract
from warehouse import (
    Batch,
    Run,
    StagingArea,
    WarehouseBroken,
    WarehouseError,
    build_file,
    staging_folder,
)

log = logging.getLogger("pledgebook")

REFUSALS_A_PART = 1000


class Cluster(Contract):
    """A Dask cluster: the one of ``scheduler``, an address, or one on this machine for the time of a run."""

    scheduler: str | None = None


class Job(Contract):
    """What one run was asked to do.

    ``inputs`` are what ``read_inputs`` takes: paths, patterns, web addresses and ``-``. ``full`` extracts
    unchanged documents again. ``cluster`` extracts them, or processes of this machine where it is None.
    """

    run_id: str
    started_at: dt.datetime
    inputs: tuple[Path | str, ...]
    warehouse: Path
    workers: int
    full: bool
    settings: Settings
    cluster: Cluster | None = None

    @property
    def build(self) -> Path:
        """The file that the run writes."""
        return build_file(self.warehouse)

    @property
    def staging(self) -> Path:
        """The folder of the run's staged parts."""
        return staging_folder(self.warehouse, self.run_id)

    @property
    def worker_spec(self) -> WorkerSpec:
        """What the processes that extract need to start."""
        return WorkerSpec(self.settings.extractor, self.settings.model, self.settings.document_seconds)


Extracting = Callable[[Job, Sequence[Batch]], Iterator[int]]


class Loaded(Contract):
    """What a run did: its summary, and the documents that it extracted, in the order of reading."""

    summary: RunSummary
    extracted: tuple[str, ...]


def new_job(
    inputs: Iterable[Path | str],
    published: Path,
    workers: int,
    full: bool,
    settings: Settings,
    cluster: Cluster | None = None,
) -> Job:
    """A job with a run id of its own, which sorts by the time of its start."""
    now = dt.datetime.now(dt.UTC)
    return Job(
        run_id=f"run_{now:%Y%m%dT%H%M%SZ}_{secrets.token_hex(4)}",
        started_at=now,
        inputs=tuple(inputs),
        warehouse=published,
        workers=workers,
        full=full,
        settings=settings,
        cluster=cluster,
    )


def ingest(job: Job) -> None:
    """Read the inputs into staged parts of documents, and set aside what can't be read."""
    begin("ingest")
    _forget_earlier_runs(job)
    area = StagingArea(job.staging)
    documents = _readable(read_inputs(job.inputs, IngestLimits()), area)
    for number, part in enumerate(_parts(documents, job.settings)):
        area.write_documents(part, number)
        advance(len(part))


def plan(job: Job) -> None:
    """Decide for each staged document whether it is new, unchanged, changed or a duplicate."""
    begin("plan")
    _ready_build(job)
    warehouse.plan(job.build, StagingArea(job.staging), extractor_version(), job.full)


def compare(job: Job) -> None:
    """Mark new and changed documents that nearly repeat another as its duplicates."""
    area = StagingArea(job.staging)
    planned = area.read_plan()
    begin("compare", planned.n_to_extract)
    area.write_plan(near_duplicates_marked(job.build, area, planned))


def extract(job: Job) -> None:
    """Extract the documents that need it, with workers that stage what they find."""
    area = StagingArea(job.staging)
    for stale in (*area.extraction_parts(), *_after_ingest(area)):
        stale.unlink()
    planned = area.read_plan()
    begin("extract", planned.n_to_extract)
    if planned.n_to_extract:
        for count in _extracting(job)(job, planned.batches()):
            advance(count)


def extract_here(job: Job, batches: Sequence[Batch]) -> Iterator[int]:
    """Extract ``batches`` in processes of this machine; yields how many documents are done each time."""
    pool = WorkerPool(job.worker_spec, min(job.workers, len(batches)))
    try:
        yield from pool.extract(batches, job.staging)
    finally:
        pool.close()


def _extracting(job: Job) -> Extracting:
    """Where the documents of the job are extracted."""
    if job.cluster is None:
        return extract_here
    from flows.cluster import extract_on_cluster  # Dask is an extra that other runs do without

    return extract_on_cluster


def validate(job: Job) -> None:
    """Name in the log each record that broke its contract and each document that failed.

    The workers hold the contract before they stage anything (``flows.validate``); a staged part that
    can't be read stops the run here, with nothing loaded.
    """
    begin("validate")
    area = StagingArea(job.staging)
    for part in _after_ingest(area):
        for refused in area.read_quarantine(part):
            log.warning("%s: %s: %s", refused.source_name, refused.reason, refused.detail)


def load(job: Job) -> Loaded:
    """Merge the staged parts into the build file, all or nothing."""
    begin("load")
    area = StagingArea(job.staging)
    planned = area.read_plan()
    run = Run(job.run_id, job.started_at, planned.extractor_version)
    extracted = (item.document_id for item in planned.documents if item.extract)
    summary = warehouse.load(job.build, area, planned, run)
    return Loaded(summary=summary, extracted=tuple(extracted))


def link(job: Job) -> None:
    """Join the loaded records into ledger lines: all in a full run, else those that new ones touch.

    A run that extracted nothing has nothing to join, unless one before it ended between load and link.
    """
    begin("link")
    planned = StagingArea(job.staging).read_plan()
    if not job.full and not planned.n_to_extract and warehouse.is_linked(job.build):
        return
    changed = None if job.full else {item.document_id for item in planned.documents if item.extract}
    lines, placed = warehouse.read_ledger(job.build)
    records = warehouse.read_link_records(job.build)
    found = link_records(records, load_membership(), lines, placed, changed)
    warehouse.write_ledger(job.build, found.lines, found.records, found.gone)


def check(job: Job) -> None:
    """Check the committed build file; raises CheckFailed, so that nothing is published.

    Evidence is met in the text only of what this run wrote; `pledgebook check` meets all of it.
    """
    begin("check")
    failed = [result for result in warehouse.run_checks(job.build, job.run_id) if not result.passed]
    if failed:
        raise warehouse.CheckFailed(failed)


def publish(job: Job) -> None:
    """Put a whole copy of the build file where readers look, and drop the staged parts."""
    begin("publish")
    warehouse.publish(job.build, job.warehouse)
    StagingArea(job.staging).remove()


Step = Callable[[Job], Loaded | None]
STEPS: tuple[Step, ...] = (ingest, plan, compare, extract, validate, load, link, check, publish)


def run_steps(job: Job, steps: Sequence[Step] = STEPS) -> Loaded:
    """Take all steps of a run, one after the other, as the only writer of the warehouse.

    ``steps`` are STEPS or the same in another dress. Raises WarehouseBusyError,
    ExtractorUnavailableError, WarehouseError or OSError; the published file is then as it was.
    """
    with sole_writer(job.warehouse, job.run_id):
        try:
            results = [step(job) for step in steps]
        except WarehouseBroken:
            _put_aside(job)  # the next run begins with the published file
            raise
    return next(result for result in results if result is not None)


def _readable(items: Iterable[Document | Quarantined], area: StagingArea) -> Iterator[Document]:
    """Pass the documents on; stage the rest as set aside, a part at a time, however many they are."""
    refused: list[Quarantined] = []
    parts = itertools.count()
    for item in items:
        if isinstance(item, Document):
            yield item
            continue
        log.warning("%s: %s: %s", item.source_name, item.reason, item.detail)
        refused.append(item)
        if len(refused) == REFUSALS_A_PART:
            area.write_quarantine(refused, "ingest", next(parts))
            refused = []
    area.write_quarantine(refused, "ingest", next(parts))


def _parts(documents: Iterable[Document], settings: Settings) -> Iterator[list[Document]]:
    """Group documents, in order, into parts within the bounds of the settings."""
    part: list[Document] = []
    characters = 0
    for document in documents:
        full = len(part) >= settings.part_documents or characters + document.n_chars > settings.part_chars
        if part and full:
            yield part
            part, characters = [], 0
        part.append(document)
        characters += document.n_chars
    if part:
        yield part


def _after_ingest(area: StagingArea) -> list[Path]:
    """The parts of what was set aside since ingestion."""
    return [*area.quarantine_parts("extract"), *area.quarantine_parts("validate")]


def _forget_earlier_runs(job: Job) -> None:
    """Drop what runs that ended early left staged; their inputs are read again from their source."""
    for folder in job.staging.parent.glob("run_*"):
        shutil.rmtree(folder, ignore_errors=True)


def _ready_build(job: Job) -> None:
    """Bring the build file up to date; where it is lost or broken, start from the published copy."""
    if not job.build.exists():
        _copy_published(job)
    try:
        warehouse.migrate(job.build)
    except WarehouseError as error:
        if type(error) not in (
            WarehouseError,
            WarehouseBroken,
        ):  # busy, or a migration's fault: the file itself is whole
            raise
        _put_aside(job)
        log.error("the build file was broken and has been put aside: %s", error)
        _copy_published(job)
        warehouse.migrate(job.build)


def _copy_published(job: Job) -> None:
    """Make the build file a copy of the published one, if there is one; whole or not at all."""
    if job.warehouse.exists():
        _journal(job.build).unlink(missing_ok=True)
        copied = job.build.with_name(f".{job.build.name}.copying")
        shutil.copyfile(job.warehouse, copied)
        copied.replace(job.build)


def _put_aside(job: Job) -> None:
    """Keep the broken build file, and its journal, under the run's name."""
    for file in (job.build, _journal(job.build)):
        if file.exists():
            file.replace(file.with_name(f"{file.name}.broken-{job.run_id}"))


def _journal(build: Path) -> Path:
    return build.with_name(build.name + ".wal")
