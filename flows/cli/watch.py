"""What a run shows while it works: progress on the screen, and a log beside the warehouse."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from flows.cli.terminal import printable
from flows.progress import Onlooker, reporting_to

LINE_SECONDS = 30.0


def log_file(warehouse: Path) -> Path:
    """Where runs that build ``warehouse`` keep their log."""
    return warehouse.parent / "logs" / "pledgebook.log"


@contextmanager
def logged(warehouse: Path) -> Iterator[logging.Logger]:
    """Write the project's log to its file for the length of a ``with`` block."""
    file = log_file(warehouse)
    file.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(file, maxBytes=5_000_000, backupCount=4, encoding="utf-8")
    handler.setFormatter(_SafeFormatter("%(asctime)s %(levelname)s %(message)s"))
    log = logging.getLogger("pledgebook")
    log.setLevel(logging.INFO)
    log.propagate = False
    log.addHandler(handler)
    try:
        yield log
    finally:
        log.removeHandler(handler)
        handler.close()


class _SafeFormatter(logging.Formatter):
    """Keeps words of documents from steering the terminal that a log is read on."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802
        record.message = printable(record.message)
        return super().formatMessage(record)

    def format(self, record: logging.LogRecord) -> str:
        # The whole text: a traceback may have been put into words by another handler before.
        return "\n".join(map(printable, super().format(record).splitlines()))


@contextmanager
def watching() -> Iterator[None]:
    """Show the steps of a run: bars on a terminal, plain lines elsewhere, nothing without standard error."""
    if sys.stderr is None:  # closed before the program began
        yield
    elif sys.stderr.isatty():
        with (
            Progress(
                TextColumn("{task.description:<9}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
                console=Console(stderr=True),
            ) as bars,
            reporting_to(_Bars(bars)),
        ):
            yield
    else:
        lines = _Lines()
        with reporting_to(lines):
            yield
        lines.close()


class _Bars(Onlooker):
    def __init__(self, bars: Progress) -> None:
        self.bars = bars
        self.current: TaskID | None = None

    def begin(self, step: str, total: int | None) -> None:
        if self.current is not None:
            self._complete(self.current)
        self.current = self.bars.add_task(step, total=total)

    def advance(self, count: int) -> None:
        if self.current is not None:
            self.bars.advance(self.current, count)

    def _complete(self, task: TaskID) -> None:
        done = self.bars.tasks[task].completed
        self.bars.update(task, total=done or 1, completed=done or 1)


class _Lines(Onlooker):
    """A line for each step when it is over, and one now and then while it lasts."""

    def __init__(self) -> None:
        self.step: str | None = None
        self.total: int | None = None
        self.done = 0
        self.began_at = self.spoke_at = time.monotonic()

    def begin(self, step: str, total: int | None) -> None:
        self.close()
        self.step, self.total, self.done = step, total, 0
        self.began_at = self.spoke_at = time.monotonic()

    def advance(self, count: int) -> None:
        self.done += count
        if time.monotonic() - self.spoke_at > LINE_SECONDS:
            self._speak()

    def close(self) -> None:
        """Tell of the step that was under way, which is now over."""
        if self.step is not None:
            self._speak()

    def _speak(self) -> None:
        self.spoke_at = time.monotonic()
        counted = f"{self.done}/{self.total}" if self.total else str(self.done) if self.done else ""
        line = f"{self.step:<9} {counted:>13} {self.spoke_at - self.began_at:8.1f} s"
        try:
            print(line, file=sys.stderr, flush=True)
        except BrokenPipeError:
            _drop_what_is_said()


def _drop_what_is_said() -> None:
    """Send standard error nowhere: its reader has gone, which is no reason to end a run.

    What its buffer holds would else be written, and fail, once more at the end of the process.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stderr.fileno())
    os.close(nowhere)
