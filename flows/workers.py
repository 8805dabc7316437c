"""Worker processes that keep the model loaded, write what they find to staging and send back ids only.

The pool watches each worker. One that dies or falls silent costs its batch a second, slower pass,
document by document, so that the one document to blame is named and the others are kept.
"""

from __future__ import annotations

import itertools
import logging
import multiprocessing
import pkgutil
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Literal, NoReturn, Protocol

from flows.validate import validated
from models import Document, Extraction, Quarantined
from warehouse import Batch, StagingArea

START_SECONDS = 300  # loading the model from a cold disk on a busy machine

log = logging.getLogger("pledgebook")


class DocumentExtractor(Protocol):
    """What the pool needs of an extractor."""

    def extract(self, documents: Sequence[Document]) -> Iterator[Extraction | Quarantined]:
        """Yield one result for each document, in their order."""


class ExtractorUnavailableError(Exception):
    """No worker could load the extractor, so no document could be read."""


@dataclass(frozen=True)
class Lost:
    """A batch of one document whose worker died (``extractor_failed``) or fell silent (``timeout``)."""

    batch: Batch
    reason: Literal["extractor_failed", "timeout"]
    detail: str


@dataclass(frozen=True)
class WorkerSpec:
    """What a worker process needs to start; see ``Settings`` for the fields."""

    staging: Path
    extractor: str
    model: str | None
    document_seconds: float


@dataclass(frozen=True)
class _Loaded:
    """The worker has its model and waits for work."""


@dataclass(frozen=True)
class _Advanced:
    """The worker is alive and has got through one more document."""


@dataclass(frozen=True)
class _Finished:
    """The worker has staged all of its batch."""


@dataclass(frozen=True)
class _Failed:
    """The worker gives up and ends; ``detail`` says why."""

    detail: str


def extract_batches(batches: Sequence[Batch], spec: WorkerSpec, workers: int) -> Iterator[int | Lost]:
    """Extract ``batches`` in at most ``workers`` processes, staging the results.

    Yields the number of documents each time some are done (negative where a lost worker's batch
    starts over), and Lost for a document that no worker got through; the caller decides what becomes
    of it. Raises ExtractorUnavailableError where a worker
    could not load the extractor.
    """
    pool = _Pool(spec, batches, min(workers, len(batches)))
    try:
        yield from pool.run()
    finally:
        pool.close()


@dataclass(eq=False)
class _Worker:
    """One process as its pool sees it."""

    process: multiprocessing.process.BaseProcess
    connection: Connection
    heard_at: float = field(default_factory=time.monotonic)
    loaded: bool = False
    batch: Batch | None = None
    done: int = 0

    def give(self, batch: Batch) -> None:
        """Hand over a batch; the worker answers with _Advanced and _Finished."""
        self.batch = batch
        self.done = 0
        self.heard_at = time.monotonic()
        self.connection.send(batch)

    def receive(self) -> object:
        """The worker's next message; _Failed where the process is gone."""
        self.heard_at = time.monotonic()
        try:
            return self.connection.recv()
        except (EOFError, OSError):
            self.process.join()
            return _Failed(f"the worker process ended with code {self.process.exitcode}")

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.connection.close()


class _Pool:
    def __init__(self, spec: WorkerSpec, batches: Sequence[Batch], count: int) -> None:
        self.spec = spec
        self.pending = deque(batches)
        self.numbers = itertools.count(1 + max(batch.number for batch in batches))
        self.workers = [self._start() for _ in range(count)]

    def run(self) -> Iterator[int | Lost]:
        while self.pending or any(worker.batch for worker in self.workers):
            self._hand_out()
            waiting = {worker.connection: worker for worker in self.workers}
            for connection in wait(list(waiting), timeout=self._patience()):
                assert isinstance(connection, Connection)
                yield from self._heed(waiting[connection])
            for worker in [worker for worker in self.workers if self._overdue(worker)]:
                yield from self._lose(worker, "timeout", f"no result within {self._allowed(worker):g} s")

    def close(self) -> None:
        for worker in self.workers:
            worker.end()

    def _start(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, self.spec), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _hand_out(self) -> None:
        for worker in self.workers:
            if worker.loaded and worker.batch is None and self.pending:
                worker.give(self.pending.popleft())

    def _heed(self, worker: _Worker) -> Iterator[int | Lost]:
        match worker.receive():
            case _Loaded():
                worker.loaded = True
            case _Advanced():
                worker.done += 1
                yield 1
            case _Finished():
                worker.batch = None
            case _Failed(detail=detail):
                yield from self._lose(worker, "extractor_failed", detail)
            case other:
                raise TypeError(f"a worker sent {other!r}")

    def _lose(
        self, worker: _Worker, reason: Literal["extractor_failed", "timeout"], detail: str
    ) -> Iterator[int | Lost]:
        """Replace a worker that is gone; its batch is tried again one document at a time."""
        worker.end()
        self.workers.remove(worker)
        if not worker.loaded:
            raise ExtractorUnavailableError(f"the extractor can't be loaded: {detail}")
        self.workers.append(self._start())
        batch = worker.batch
        if batch is None:
            return
        log.warning("lost a worker (%s: %s) at %d document(s)", reason, detail, len(batch.document_ids))
        if len(batch.document_ids) == 1:
            yield Lost(batch, reason, detail)
        else:
            yield -worker.done
            self.pending.extend(
                Batch(next(self.numbers), batch.part, (single,)) for single in batch.document_ids
            )

    def _allowed(self, worker: _Worker) -> float:
        return self.spec.document_seconds if worker.loaded else START_SECONDS

    def _overdue(self, worker: _Worker) -> bool:
        idle = worker.loaded and worker.batch is None
        return not idle and time.monotonic() - worker.heard_at > self._allowed(worker)

    def _patience(self) -> float:
        """Seconds until the first busy worker is overdue."""
        busy = [worker for worker in self.workers if worker.batch or not worker.loaded]
        deadlines = [worker.heard_at + self._allowed(worker) for worker in busy]
        return max(0.05, min(deadlines) - time.monotonic() + 0.05)


def _work(connection: Connection, spec: WorkerSpec) -> None:
    """A worker's life: load the extractor, then take batches until the pool ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the pool ends its workers itself
    try:
        extractor: DocumentExtractor = pkgutil.resolve_name(spec.extractor)(spec.model)
        area = StagingArea(spec.staging)
        connection.send(_Loaded())
        while True:
            _extract(connection.recv(), extractor, area, lambda: connection.send(_Advanced()))
            connection.send(_Finished())
    except (EOFError, BrokenPipeError):
        raise SystemExit from None  # the pool is gone
    except Exception as error:
        _give_up(connection, error)


def _give_up(connection: Connection, error: Exception) -> NoReturn:
    connection.send(_Failed(f"{type(error).__name__}: {error}"))
    raise SystemExit(1)


def _extract(
    batch: Batch, extractor: DocumentExtractor, area: StagingArea, advanced: Callable[[], None]
) -> None:
    """Extract one batch and stage what was found and what was refused."""
    documents = area.read_documents(batch.part, batch.document_ids)
    extractions: list[Extraction] = []
    failed: list[Quarantined] = []
    unsound: list[Quarantined] = []
    for document, found in zip(documents, extractor.extract(documents), strict=True):
        if isinstance(found, Quarantined):
            failed.append(found)
        else:
            sound, faults = validated(document, found)
            extractions.append(sound)
            unsound.extend(faults)
        advanced()
    area.write_quarantine(failed, "extract", batch.number)
    area.write_quarantine(unsound, "validate", batch.number)
    area.write_extractions(extractions, batch.number)
