"""Worker processes that keep the model loaded, write what they find to staging and send back ids only.

The pool watches each worker. One that dies or falls silent costs its batch a second, slower pass,
document by document, so that the one document to blame is set aside by name and the others are kept.
"""

from __future__ import annotations

import itertools
import logging
import multiprocessing
import os
import pkgutil
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from threading import Thread
from typing import Literal, NoReturn, Protocol

from flows.standby import Extracting, Started, start_worker
from flows.validate import validated
from models import Document, Extraction, Quarantined
from models.base import stable_id
from warehouse import Batch, StagingArea

START_SECONDS = 300  # loading the model from a cold disk on a busy machine
FALSE_STARTS = 2  # workers that may be killed while they load before the extractor is to blame

# What to do where loading fails without a reason of the extractor's own: it is killed, or takes too long
STARVED = (
    "The machine seems to lack memory or time: run again with fewer --workers, or when it has less to do."
    " What was extracted is kept for that run."
)

log = logging.getLogger("pledgebook")


class DocumentExtractor(Protocol):
    """What the pool needs of an extractor."""

    def extract(self, documents: Sequence[Document]) -> Iterator[Extraction | Quarantined]:
        """Yield one result for each document, in their order."""


class ExtractorUnavailableError(Exception):
    """No worker could load the extractor, so no document could be read."""


Reason = Literal["extractor_failed", "timeout"]  # the worker died, or it fell silent


@dataclass(frozen=True)
class WorkerSpec:
    """What a worker process needs to start; see ``Settings`` for the fields."""

    extractor: str
    model: str | None
    document_seconds: float

    @property
    def extracting(self) -> Extracting:
        """What a worker is to load."""
        return Extracting(self.extractor, self.model)

    def key(self, extractor_version: str, fingerprint: str) -> str:
        """Names all that an extraction is made by and from: under one key there is one extraction.

        ``fingerprint`` is that of the document.
        """
        return stable_id("key", self.extractor, self.model, extractor_version, fingerprint)


@dataclass(frozen=True)
class _Work:
    """A batch to extract, the folder to stage the results in, and what they are made by."""

    batch: Batch
    staging: Path
    spec: WorkerSpec


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


@dataclass(frozen=True)
class _Gone:
    """The worker's process has ended without a word."""

    detail: str


@dataclass(eq=False)
class _Worker:
    """One process as its pool sees it."""

    started: Started
    heard_at: float = field(default_factory=time.monotonic)
    loaded: bool = False
    work: _Work | None = None
    done: int = 0

    def give(self, work: _Work) -> None:
        """Hand over a batch; the worker answers with _Advanced and _Finished."""
        self.work = work
        self.done = 0
        self.heard_at = time.monotonic()
        self.started.connection.send(work)

    def receive(self) -> object:
        """The worker's next message; _Gone where there will be none."""
        self.heard_at = time.monotonic()
        try:
            return self.started.connection.recv()
        except (EOFError, OSError):
            self.started.process.join()
            return _Gone(f"the worker process ended with code {self.started.process.exitcode}")


class WorkerPool:
    """At most ``count`` processes with the extractor loaded, which live from the first batch to ``close``."""

    def __init__(self, spec: WorkerSpec, count: int, ready: Iterable[Started] = ()) -> None:
        """``ready`` are workers that were started and briefed before; they are then the pool's own."""
        self.spec = spec
        self.count = count
        self.workers = [_Worker(started) for started in ready]
        self.pending: deque[_Work] = deque()
        self.numbers = itertools.count()
        self.false_starts = 0

    def extract(self, batches: Sequence[Batch], staging: Path) -> Iterator[int]:
        """Extract ``batches`` and stage the results in the folder ``staging``, documents of no worker too.

        Yields the number of documents each time some are done (negative where a lost worker's batch
        starts over). Raises ExtractorUnavailableError where a worker can't load the extractor, and
        StagingError where a part can't be read; the pool is then closed.
        """
        self.pending = deque(_Work(batch, staging, self.spec) for batch in batches)
        self.numbers = itertools.count(1 + max((batch.number for batch in batches), default=0))
        try:
            while self.pending or any(worker.work for worker in self.workers):
                self._hand_out()
                yield from self._listen()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End every process, whatever it is doing."""
        for worker in self.workers:
            worker.started.end()
        self.workers = []

    def _listen(self) -> Iterator[int]:
        waiting = {worker.started.connection: worker for worker in self.workers}
        for connection in wait(list(waiting), timeout=self._patience()):
            assert isinstance(connection, Connection)
            yield from self._heed(waiting[connection])
        for worker in [worker for worker in self.workers if self._overdue(worker)]:
            yield from self._lose(worker, "timeout", f"no result within {self._allowed(worker):g} s")

    def _start(self) -> _Worker:
        started = start_worker()
        started.brief(self.spec.extracting)
        return _Worker(started)

    def _hand_out(self) -> None:
        while len(self.workers) < min(self.count, len(self.pending)):
            self.workers.append(self._start())
        for worker in self.workers:
            if worker.loaded and worker.work is None and self.pending:
                worker.give(self.pending.popleft())

    def _heed(self, worker: _Worker) -> Iterator[int]:
        match worker.receive():
            case _Loaded():
                worker.loaded = True
            case _Advanced():
                worker.done += 1
                yield 1
            case _Finished():
                worker.work = None
            case _Gone() if not worker.loaded and self.false_starts < FALSE_STARTS:
                self.false_starts += 1
                worker.started.end()
                self.workers[self.workers.index(worker)] = self._start()
            case _Failed(detail=detail) if not worker.loaded:
                raise ExtractorUnavailableError(f"the extractor can't be loaded: {detail}")
            case _Failed(detail=detail) | _Gone(detail=detail):
                yield from self._lose(worker, "extractor_failed", detail)
            case other:
                raise TypeError(f"a worker sent {other!r}")

    def _lose(self, worker: _Worker, reason: Reason, detail: str) -> Iterator[int]:
        """Replace a worker that is gone; its batch is tried again one document at a time."""
        worker.started.end()
        self.workers.remove(worker)
        if not worker.loaded:
            self._go_on_with_fewer(detail)
            return
        self.workers.append(self._start())
        if worker.work is None:
            return
        batch, staging = worker.work.batch, worker.work.staging
        log.warning("lost a worker (%s: %s) at %d document(s)", reason, detail, len(batch.document_ids))
        if len(batch.document_ids) == 1:
            _set_aside(batch, StagingArea(staging), reason, detail)
            yield 1
        else:
            yield -worker.done
            singles = (Batch(next(self.numbers), batch.part, (single,)) for single in batch.document_ids)
            self.pending.extend(_Work(single, staging, self.spec) for single in singles)

    def _go_on_with_fewer(self, detail: str) -> None:
        """Leave the work to the workers that could load the extractor.

        Raises ExtractorUnavailableError where there is none.
        """
        if not any(worker.loaded for worker in self.workers):
            raise ExtractorUnavailableError(f"the extractor can't be loaded: {detail}. {STARVED}")
        self.count = len(self.workers)
        log.warning("a worker can't load the extractor (%s); going on with %d", detail, self.count)

    def _allowed(self, worker: _Worker) -> float:
        return self.spec.document_seconds if worker.loaded else START_SECONDS

    def _overdue(self, worker: _Worker) -> bool:
        idle = worker.loaded and worker.work is None
        return not idle and time.monotonic() - worker.heard_at > self._allowed(worker)

    def _patience(self) -> float:
        """Seconds until the first busy worker is overdue."""
        busy = [worker for worker in self.workers if worker.work or not worker.loaded]
        deadlines = [worker.heard_at + self._allowed(worker) for worker in busy]
        return max(0.05, min(deadlines) - time.monotonic() + 0.05)


def work(connection: Connection) -> None:
    """A worker's life: load the extractor, then take batches until the pool ends it."""
    Thread(target=_end_with_pool, daemon=True).start()
    try:
        wanted: Extracting = connection.recv()
        extractor: DocumentExtractor = pkgutil.resolve_name(wanted.extractor)(wanted.model)
        connection.send(_Loaded())
        while True:
            given: _Work = connection.recv()
            _extract(given, extractor, lambda: connection.send(_Advanced()))
            connection.send(_Finished())
    except (EOFError, BrokenPipeError):
        raise SystemExit from None  # the pool is gone
    except Exception as error:
        _give_up(connection, error)


def _end_with_pool() -> None:
    """End this process once that of its pool is gone, at whatever document it hangs."""
    pool = multiprocessing.parent_process()
    assert pool is not None
    wait([pool.sentinel])
    os._exit(1)


def _give_up(connection: Connection, error: Exception) -> NoReturn:
    connection.send(_Failed(f"{type(error).__name__}: {error}"))
    raise SystemExit(1)


def _extract(work: _Work, extractor: DocumentExtractor, advanced: Callable[[], None]) -> None:
    """Extract one batch and stage what was found and what was refused.

    What a document lost to validation is staged apart from its extraction, which therefore has no key: it
    is not to be taken over without the other.
    """
    area, batch = StagingArea(work.staging), work.batch
    documents = area.read_documents(batch.part, batch.document_ids)
    extractions: list[Extraction] = []
    keys: list[str | None] = []
    failed: list[Quarantined] = []
    unsound: list[Quarantined] = []
    for document, found in zip(documents, extractor.extract(documents), strict=True):
        if isinstance(found, Quarantined):
            failed.append(found)
        else:
            sound, faults = validated(document, found)
            extractions.append(sound)
            keys.append(None if faults else work.spec.key(found.extractor_version, document.fingerprint()))
            unsound.extend(faults)
        advanced()
    area.write_quarantine(failed, "extract", batch.number)
    area.write_quarantine(unsound, "validate", batch.number)
    area.write_extractions(extractions, batch.number, keys)


def _set_aside(batch: Batch, area: StagingArea, reason: Reason, detail: str) -> None:
    """Quarantine the one document of a batch that no worker got through."""
    (document,) = area.read_documents(batch.part, batch.document_ids)
    area.write_quarantine([document.set_aside("extract", reason, detail)], "extract", batch.number)
