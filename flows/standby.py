"""The first moments of a worker process, and a worker that is started ahead of its work.

What a run imports, reads and plans takes about as long as a worker takes to load the model, so the two go
side by side. Nothing heavy is imported here: that is what the time would be lost to.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess


@dataclass(frozen=True)
class Extracting:
    """What a worker is to load: the importable name of an extractor, and its model's or None."""

    extractor: str
    model: str | None


@dataclass(frozen=True)
class Started:
    """A worker process and this end of its line."""

    process: BaseProcess
    connection: Connection

    def brief(self, extracting: Extracting) -> None:
        """Let the worker load its extractor. One that is gone says so when it is next heard."""
        with contextlib.suppress(OSError):
            self.connection.send(extracting)

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.connection.close()


def start_worker() -> Started:
    """A new process, which imports what any worker needs and waits to be briefed."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_live, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    return Started(process, ours)


class Standby:
    """One worker that is started at once, for whoever takes it."""

    def __init__(self) -> None:
        self._started: Started | None = start_worker()

    def brief(self, extracting: Extracting) -> None:
        """Let the worker load its extractor, unless it was taken."""
        if self._started:
            self._started.brief(extracting)

    def take(self) -> Started | None:
        """The worker, if nobody has taken it; it is the taker's to end."""
        started, self._started = self._started, None
        return started


_standby: ContextVar[Standby | None] = ContextVar("standby", default=None)


@contextmanager
def standing_by() -> Iterator[None]:
    """Start a worker for the extraction inside the ``with`` block; it ends there if it isn't taken."""
    standby = Standby()
    token = _standby.set(standby)
    try:
        yield
    finally:
        _standby.reset(token)
        if left := standby.take():
            left.end()


def brief_worker(extractor: str, model: str | None) -> None:
    """Let the worker that stands by, if one does, load this extractor with this model."""
    if standby := _standby.get():
        standby.brief(Extracting(extractor, model))


def taken_worker() -> Started | None:
    """The worker that stands by, briefed before, for the caller to end; None where there is none."""
    standby = _standby.get()
    return standby.take() if standby else None


def _live(connection: Connection) -> None:
    """A worker's life; the pool ends it, also where the terminal interrupts the run."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from flows.workers import work

    work(connection)
