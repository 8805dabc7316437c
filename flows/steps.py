"""The steps of a run, in order, as plain functions over paths and ids.

Each takes the job and leaves its results in the job's staging folder or in the warehouse, so that the
same functions serve a Prefect task, a plain call and a test. All of them may be repeated.
"""

from __future__ import annotations

import datetime as dt
import logging
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import warehouse
from flows.copies import near_duplicates_marked
from flows.extract import extractor_version
from flows.giving_back import give_back
from flows.ingest import Memory
from flows.link import DEFAULT_FOLDER, link_all, link_reached, linker_version, load_membership
from flows.lock import sole_writer
from flows.progress import advance, begin
from flows.reading import memory_of, stage_inputs, stage_lacking_texts
from flows.settings import Settings
from flows.standby import expect_work_for, taken_workers
from flows.workers import WorkerPool, WorkerSpec
from models import RunSummary
from models.base import Contract
from warehouse import (
    Batch,
    CheckFailed,
    KeptExtractions,
    Plan,
    Run,
    StagingArea,
    StagingError,
    WarehouseBroken,
    WarehouseError,
    build_file,
    kept_folder,
    shared_out,
    staging_folder,
    was_loaded,
)

log = logging.getLogger("pledgebook")


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
    def kept(self) -> KeptExtractions:
        """What runs that were cut off had extracted."""
        return KeptExtractions(kept_folder(self.warehouse))

    @property
    def worker_spec(self) -> WorkerSpec:
        """What the processes that extract need to start."""
        return WorkerSpec(self.settings.extractor, self.settings.model, self.settings.document_seconds)


Extracting = Callable[[Job, Sequence[Batch]], Iterator[int]]


class Loaded(Contract):
    """What a run did: its summary, the documents that it extracted, in the order of reading, and how many
    analysts' verdicts no longer apply.
    """

    summary: RunSummary
    extracted: tuple[str, ...]
    lapsed: int


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
    """Read the inputs into staged parts of documents, and set aside what can't be read.

    What the book knows from the same bytes is staged without its text, unless all is to be done again.
    """
    begin("ingest")
    _ready_build(job)
    _clear_earlier_runs(job)
    for n_parts in stage_inputs(job.inputs, _memory(job), StagingArea(job.staging), job.settings):
        if job.cluster is None:
            expect_work_for(min(n_parts, job.workers))


def plan(job: Job) -> None:
    """Decide for each staged document whether it is new, unchanged, changed or a duplicate."""
    begin("plan")
    area = StagingArea(job.staging)
    planned = warehouse.plan(job.build, area, extractor_version(), job.full)
    if planned.lacking:
        area.write_plan(stage_lacking_texts(job.inputs, _memory(job), area, planned, job.settings))


def compare(job: Job) -> None:
    """Mark new and changed documents that nearly repeat another as its duplicates."""
    area = StagingArea(job.staging)
    planned = area.read_plan()
    begin("compare", planned.n_to_extract)
    area.write_plan(near_duplicates_marked(job.build, area, planned))


def extract(job: Job) -> None:
    """Extract the documents that need it, with workers that stage what they find.

    What a run that was cut off, or a try of this step that failed, has extracted from the same documents
    is taken over, unless all is to be done again.
    """
    area = StagingArea(job.staging)
    job.kept.keep(area.attempted_parts())
    for stale in _after_ingest(area):
        stale.unlink()
    planned = area.read_plan()
    begin("extract", planned.n_to_extract)
    done = _taken_over(job, area, planned)
    if batches := shared_out(planned.batches(done)):
        for count in _extracting(job)(job, batches):
            advance(count)


def _taken_over(job: Job, area: StagingArea, planned: Plan) -> frozenset[str]:
    """The ids of the documents whose extractions were made before and are now in ``area``."""
    if job.full:
        return frozenset()
    key = partial(job.worker_spec.key, planned.extractor_version)
    wanted = {item.document_id: key(item.fingerprint) for item in planned.documents if item.extract}
    done = job.kept.take_over(area, wanted)
    if done:
        log.info("%d of %d documents were extracted by a run that was cut off", len(done), len(wanted))
        advance(len(done))
    return done


def extract_here(job: Job, batches: Sequence[Batch]) -> Iterator[int]:
    """Extract ``batches`` in processes of this machine; yields how many documents are done each time."""
    count = min(job.workers, len(batches))
    pool = WorkerPool(job.worker_spec, count, taken_workers(count))
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
    lapsed = warehouse.count_lapsed(job.warehouse, job.build)
    return Loaded(summary=summary, extracted=tuple(extracted), lapsed=lapsed)


def link(job: Job) -> None:
    """Join the loaded records into ledger lines: all in a full run, else those that new ones touch.

    Where nothing is new or changed, since a run before this one that ended early too, nothing is done.
    """
    begin("link")
    version = linker_version(DEFAULT_FOLDER)
    with warehouse.open_link_book(job.build, version) as book:
        unsettled, lessened, membership = book.unsettled, book.lessened, load_membership()
        if not (job.full or unsettled or lessened):
            return
        from_scratch = job.full or book.is_new_to_linker
        part = None if from_scratch else link_reached(book, membership, unsettled, lessened)
        if part is None:
            part = link_all(book.all_records(), membership, *book.all_lines())
    found = part.linking
    warehouse.write_ledger(job.build, found.lines, found.records, found.gone, part.keys, version, part.pairs)


def check(job: Job) -> None:
    """Check the committed build file; raises CheckFailed, so that nothing is published.

    Evidence is met in the text only of what this run wrote; `pledgebook check` meets all of it.
    """
    begin("check")
    failed = [result for result in warehouse.run_checks(job.build, job.run_id) if not result.passed]
    if failed:
        raise CheckFailed(failed)


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
            results = [_released(step(job)) for step in steps]
        except WarehouseBroken:
            _put_aside(job)  # the next run begins with the published file
            raise
        except (CheckFailed, StagingError):
            StagingArea(job.staging).remove()  # the next run takes over nothing that fails a second time
            raise
    return next(result for result in results if result is not None)


def _released(loaded: Loaded | None) -> Loaded | None:
    """What a step gave, after the memory that it has freed went back to the system."""
    give_back()
    return loaded


def _memory(job: Job) -> Memory:
    return Memory() if job.full else memory_of(job.build, job.inputs)


def _after_ingest(area: StagingArea) -> list[Path]:
    """The parts of what was set aside since ingestion."""
    return [*area.quarantine_parts("extract"), *area.quarantine_parts("validate")]


def _clear_earlier_runs(job: Job) -> None:
    """Drop what runs that ended early left staged, but keep what they had extracted and not loaded."""
    job.kept.drop_old()
    for folder in job.staging.parent.glob("run_*"):
        if not was_loaded(job.build, folder.name):
            job.kept.keep(StagingArea(folder).attempted_parts())
        shutil.rmtree(folder, ignore_errors=True)


def _ready_build(job: Job) -> None:
    """Bring the build file up to date; where it is lost or broken, start from the published copy."""
    if not job.build.exists():
        _copy_published(job)
    try:
        warehouse.migrate(job.build)
    except WarehouseError as error:
        if type(error) not in (WarehouseError, WarehouseBroken):
            raise  # busy, or a migration's fault: the file itself is whole
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
