"""The ground on which faults are tried: a folder with documents, a book and an inbox, always at one path."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flows.settings import Settings
from flows.steps import Job, new_job
from warehouse import query, run_checks

DOCUMENTS = {"a": "Alpha will act.", "b": "Beta will act.", "c": "Gamma will act."}
NEW = {"d": "Delta will act."}
SECONDS = "4"  # the time limit of a document

PLEDGEBOOK = "from flows.cli import main; main()"

# The inbox without Prefect: what `flows.schedule.read_inbox` does with files, in its order
READ_INBOX = """
import sys
from pathlib import Path
from flows.inbox import arrived, put_away
from flows.settings import Settings
from flows.steps import new_job, run_steps

inbox, book = map(Path, sys.argv[1:])
files = arrived(inbox)
if files:
    job = new_job(list(files), book, 1, False, Settings())
    run_steps(job)
    put_away(inbox, files, job.run_id, book)
"""

# Kills its own process, without warning, where a function of one of our files is called or returns
DOOM = """
import os, signal, sys

def kill(frame, event, argument):
    code = frame.f_code
    if event == {event!r} and code.co_name == {function!r} and code.co_filename.endswith({file!r}):
        os.kill(os.getpid(), signal.SIGKILL)

sys.setprofile(kill)
"""


@dataclass(frozen=True)
class Moment:
    """A moment in a run: the call (or the return) of ``function`` in ``file``, a path's end."""

    file: str
    function: str
    event: str = "call"

    def __str__(self) -> str:
        code = f"{self.file.removesuffix('.py').replace('/', '.')}.{self.function}"
        return f"in {code}" if self.event == "call" else f"after {code}"

    @property
    def doom(self) -> str:
        """Python code that kills its process at this moment."""
        return DOOM.format(event=self.event, function=self.function, file=self.file)


@dataclass(frozen=True)
class Ground:
    """One fault's folder."""

    folder: Path

    @property
    def inputs(self) -> Path:
        """Where its documents are."""
        return self.folder / "inputs"

    @property
    def inbox(self) -> Path:
        """Where documents arrive."""
        return self.folder / "inbox"

    @property
    def book(self) -> Path:
        """Where its book is."""
        return self.folder / "book" / "book.duckdb"

    def write(self, texts: dict[str, str]) -> None:
        """Put documents into the inputs."""
        _write(self.inputs, texts)

    def write_inbox(self, texts: dict[str, str]) -> None:
        """Put documents into the inbox, each with a sidecar, as if they had been there for a minute."""
        _write(self.inbox, texts)
        for name in texts:
            (self.inbox / f"{name}.txt.meta.json").write_text(f'{{"url": "https://example.org/{name}"}}')
        for file in self.inbox.iterdir():
            moment = file.stat().st_mtime - 60
            os.utime(file, (moment, moment))

    def start(self, extractor: str = "FirstWords", doom: str = "") -> subprocess.Popen[str]:
        """Start a run of its own process group."""
        arguments = ["run", "--direct", str(self.inputs), "--warehouse", str(self.book)]
        return _python(doom + PLEDGEBOOK, arguments, extractor)

    def run(self, extractor: str = "FirstWords") -> tuple[int, str]:
        """The exit code of a run, and the last line that it printed."""
        return _ended(self.start(extractor), self.folder)

    def command(self, *arguments: object, doom: str = "") -> tuple[int, str]:
        """The exit code of a command of `pledgebook` on the book, and the last line that it printed."""
        words = [*map(str, arguments), "--warehouse", str(self.book)]
        return _ended(_python(doom + PLEDGEBOOK, words, "FirstWords"), self.folder)

    def read_inbox(self, doom: str = "") -> tuple[int, str]:
        """The exit code of a run of the inbox, and the last line that it printed."""
        arguments = [str(self.inbox), str(self.book)]
        return _ended(_python(doom + READ_INBOX, arguments, "FirstWords"), self.folder)

    def job(self) -> Job:
        """The job of a run in this process, whose steps can be taken one at a time."""
        return new_job([self.inputs], self.book, 1, False, Settings())

    def set_aside(self) -> str:
        """What lies in quarantine, for the table."""
        rows = query(self.book, "SELECT source_name, reason FROM quarantine").rows
        return ", ".join(f"{name}: {reason}" for name, reason in rows) or "nothing set aside"

    def problem(self) -> str | None:
        """What is wrong after one more run of the inputs and of the inbox, if anything is."""
        ends = [self.run(), *([self.read_inbox()] if self.inbox.is_dir() else [])]
        for code, line in ends:
            if code != 0:
                return f"**exit {code}: {line}**"
        actions = [action for (action,) in query(self.book, "SELECT action FROM commitments ORDER BY 1").rows]
        if actions != sorted(text.split()[0] for text in (DOCUMENTS | NEW).values()):
            return f"**the book holds {actions}**"
        failed = [result.name for result in run_checks(self.book) if not result.passed]
        return f"**checks fail: {failed}**" if failed else self._left_over()

    def _left_over(self) -> str | None:
        """Files that should be gone: half copies, staged parts, and what the inbox kept."""
        waiting = [file for file in self.inbox.glob("*") if file.is_file()]
        halves = [*self.book.parent.glob(".*"), *self.book.parent.glob("*.staging/*"), *waiting]
        return f"**left over: {sorted(file.name for file in halves)}**" if halves else None


@contextmanager
def grounds(folder: Path, small_disk: str | None) -> Iterator[Ground]:
    """A fresh ground in ``folder``, with its part ``small_disk`` on a disk of 64 MB of its own."""
    folder.mkdir()
    ground = Ground(folder)
    ground.book.parent.mkdir()
    mounted = folder / small_disk if small_disk else None
    if mounted:
        mounted.mkdir(exist_ok=True)
        mount("size=64m", mounted)
    try:
        yield ground
    finally:
        if mounted:
            subprocess.run(["umount", str(mounted)], check=True)
        shutil.rmtree(folder)


def mount(options: str, folder: Path) -> None:
    """Mount a tmpfs."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)


def environment(extractor: str) -> dict[str, str]:
    """The variables of a run with an extractor of the tests."""
    ours = {
        "PLEDGEBOOK_EXTRACTOR": f"tests.flows.extractors:{extractor}",
        "PLEDGEBOOK_DOCUMENT_SECONDS": SECONDS,
    }
    return {**os.environ, **ours}


def _write(folder: Path, texts: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)


def _python(code: str, arguments: list[str], extractor: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        env=environment(extractor), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip


def _ended(process: subprocess.Popen[str], folder: Path) -> tuple[int, str]:
    with process:
        out, err = process.communicate()
    lines = (err if process.returncode == 1 else out).strip().splitlines() or [""]
    return process.returncode, lines[-1].removeprefix("pledgebook: ").replace(str(folder), "…")
