"""The first moments of a worker process, and workers that are started ahead of their work.

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
    """Workers for whoever takes them: one is started at once, more once there is work for more."""

    def __init__(self) -> None:
        self._started = [start_worker()]
        self._extracting: Extracting | None = None

    def brief(self, extracting: Extracting) -> None:
        """Let the workers load their extractor, unless they were taken."""
        self._extracting = extracting
        for started in self._started:
            started.brief(extracting)

    def grow(self, count: int) -> None:
        """Let as many as ``count`` stand by, unless they were taken or nobody has briefed them."""
        while self._started and self._extracting and len(self._started) < count:
            self._started.append(start_worker())
            self._started[-1].brief(self._extracting)

    def take(self, most: int = 1) -> list[Started]:
        """The workers, ``most`` at most, if nobody has taken them; they are the taker's to end."""
        taken, left = self._started[:most], self._started[most:]
        self._started = []
        for started in left:
            started.end()
        return taken

    def end(self) -> None:
        """End the workers that nobody has taken."""
        self.take(0)


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
        standby.end()


def brief_worker(extractor: str, model: str | None) -> None:
    """Let the worker that stands by, if one does, load this extractor with this model."""
    if standby := _standby.get():
        standby.brief(Extracting(extractor, model))


def expect_work_for(workers: int) -> None:
    """Let as many workers stand by, where one does, so that they load while the run reads and plans."""
    if standby := _standby.get():
        standby.grow(workers)


def taken_workers(most: int) -> list[Started]:
    """The workers that stand by, ``most`` at most, briefed before, for the caller to end."""
    standby = _standby.get()
    return standby.take(most) if standby else []


def _live(connection: Connection) -> None:
    """A worker's life; the pool ends it, also where the terminal interrupts the run."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from flows.workers import work

    work(connection)
