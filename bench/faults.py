"""Break a run in every way we can think of, and see whether the next one makes it good.

    python -m bench.faults [WORD ...]   prints a table: fault, how the run ended, what the next one found;
                                        with words, of the faults whose names hold one of them

Each fault has a folder of its own with a book of three documents and a fourth that is new. Afterwards the
same command is run again: it must end with code 0, the book must hold every document's one commitment
exactly once, and `pledgebook check` must pass. Faults of the disk need the right to mount a tmpfs.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flows.settings import Settings
from flows.steps import STEPS, Job, new_job
from warehouse import build_file, query

TEXTS = {"a": "Alpha will act.", "b": "Beta will act.", "c": "Gamma will act."}
NEW = {"d": "Delta will act."}
SECONDS = "4"  # the time limit of a document


@dataclass(frozen=True)
class Ground:
    """One fault's folder."""

    folder: Path

    @property
    def inputs(self) -> Path:
        """Where its documents are."""
        return self.folder / "inputs"

    @property
    def book(self) -> Path:
        """Where its book is."""
        return self.folder / "book" / "book.duckdb"

    def write(self, texts: dict[str, str]) -> None:
        """Put documents into the inputs."""
        self.inputs.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (self.inputs / f"{name}.txt").write_text(text)

    def start(self, extractor: str = "FirstWords") -> subprocess.Popen[str]:
        """Start a run of its own process group."""
        return subprocess.Popen(
            [sys.executable, "-c", "from flows.cli import main; main()", "run", "--direct",
             str(self.inputs), "--warehouse", str(self.book)],
            env=_environment(extractor), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            start_new_session=True,
        )  # fmt: skip

    def run(self, extractor: str = "FirstWords") -> tuple[int, str]:
        """The exit code of a run, and the last line that it printed."""
        with self.start(extractor) as process:
            out, err = process.communicate()
        return process.returncode, (err if process.returncode == 1 else out).strip().splitlines()[-1]

    def job(self) -> Job:
        """The job of a run in this process, whose steps can be taken one at a time."""
        return new_job([self.inputs], self.book, 1, False, Settings())


Fault = Callable[[Ground], str]


def killed_after(step: str) -> Fault:
    """Kill -9 as soon as the run tells that ``step`` is over."""

    def fault(ground: Ground) -> str:
        with ground.start() as process:
            assert process.stderr is not None
            for line in process.stderr:
                if line.startswith(step):
                    os.killpg(process.pid, signal.SIGKILL)
                    break
            process.communicate()
        return f"killed ({process.returncode})"

    return fault


def worker_killed(ground: Ground) -> str:
    """Kill -9 the worker process while it is at a document that takes long."""
    ground.write({"slow": "HANG for a while"})
    with ground.start("Poisoned") as process:
        assert process.stderr is not None
        next(line for line in process.stderr if line.startswith("plan"))
        time.sleep(2.5)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        os.kill(int(children[-1]), signal.SIGKILL)
        process.communicate()
    (ground.inputs / "slow.txt").unlink()
    return _told(process.returncode, _set_aside(ground))


def poisoned(word: str) -> Fault:
    """A document that crashes or hangs the extractor."""

    def fault(ground: Ground) -> str:
        ground.write({"poison": f"{word} at this document"})
        code, _ = ground.run("Poisoned")
        (ground.inputs / "poison.txt").unlink()
        return _told(code, _set_aside(ground))

    return fault


def two_at_once(ground: Ground) -> str:
    """A second run while the first one is at work."""
    ground.write({"slow": "HANG for a while"})
    with ground.start("Poisoned") as first:
        assert first.stderr is not None
        next(line for line in first.stderr if line.startswith("plan"))
        code, line = ground.run()
        first.communicate()
    (ground.inputs / "slow.txt").unlink()
    return f"second: {_told(code, line.replace(str(ground.folder), '…'))}; first: exit {first.returncode}"


def broken_part(pattern: str, after: str) -> Fault:
    """Overwrite the middle of the staged parts after a step."""

    def fault(ground: Ground) -> str:
        job = ground.job()
        try:
            for step in STEPS:
                step(job)
                if step.__name__ == after:
                    for part in job.staging.glob(pattern):
                        _overwrite_middle(part)
        except Exception as error:
            return f"{type(error).__name__}, nothing loaded"
        return "not noticed"

    return fault


def broken_file(of: Callable[[Path], Path], where: str) -> Fault:
    """Overwrite the head or the middle of a database file between two runs."""

    def fault(ground: Ground) -> str:
        file = of(ground.book)
        if where == "head":
            with file.open("r+b") as handle:
                handle.write(b"\xff" * 8192)
        else:
            _overwrite_middle(file)
        code, line = ground.run()
        return _told(code, line.replace(str(ground.folder), "…"))

    return fault


def clock_put_back(ground: Ground) -> str:
    """A run that believes to start a year before the one before it."""
    job = ground.job()
    earlier = job.model_copy(
        update={"run_id": "run_2001" + job.run_id[8:], "started_at": job.started_at.replace(year=2001)}
    )
    for step in STEPS:
        step(earlier)
    return "completed"


def disk_full(ground: Ground) -> str:
    """Fill the book's disk for a run."""
    filler = ground.book.parent / "filler"
    with filler.open("wb", buffering=0) as handle, contextlib.suppress(OSError):
        while True:
            handle.write(b"\0" * 65536)
    code, line = ground.run()
    filler.unlink()
    return _told(code, line.replace(str(ground.folder), "…"))


def read_only(ground: Ground) -> str:
    """Let nobody write to the book's disk for a run."""
    _mount("remount,ro", ground.book.parent)
    code, line = ground.run()
    _mount("remount,rw", ground.book.parent)
    return _told(code, line.replace(str(ground.folder), "…"))


FAULTS: dict[str, Fault] = {
    **{f"kill -9 after {step.__name__}": killed_after(step.__name__) for step in STEPS[:-1]},
    "kill -9 of a worker": worker_killed,
    "a document crashes the extractor": poisoned("CRASH"),
    "a document hangs the extractor": poisoned("HANG"),
    "a document raises in the extractor": poisoned("RAISE"),
    "two runs at once": two_at_once,
    "staged documents overwritten": broken_part("documents-*.parquet", "plan"),
    "staged extractions overwritten": broken_part("extractions-*.parquet", "extract"),
    "build file's head overwritten": broken_file(build_file, "head"),
    "build file's middle overwritten": broken_file(build_file, "middle"),
    "published file's head overwritten": broken_file(lambda book: book, "head"),
    "published file's middle overwritten": broken_file(lambda book: book, "middle"),
    "clock put back by years": clock_put_back,
}
DISK_FAULTS: dict[str, Fault] = {
    "disk full": disk_full,
    "folder read-only": read_only,
}


def main() -> None:
    """Try every fault and print the table; the exit code is 1 if one was not made good."""
    os.environ |= _environment("FirstWords")
    print("| fault | the run | the next run |\n| --- | --- | --- |", flush=True)
    wanted = [name for name in FAULTS | DISK_FAULTS if any(word in name for word in sys.argv[1:] or [""])]
    good = [_try(name, FAULTS[name], mounted=False) for name in wanted if name in FAULTS]
    if os.geteuid() == 0:
        good += [_try(name, DISK_FAULTS[name], mounted=True) for name in wanted if name in DISK_FAULTS]
    sys.exit(0 if all(good) else 1)


def _try(name: str, fault: Fault, mounted: bool) -> bool:
    """Try one fault and print its row; whether the next run made it good."""
    with _ground(mounted) as ground:
        ground.write(TEXTS)
        assert ground.run()[0] == 0
        ground.write(NEW)
        outcome = fault(ground)
        problem = _made_good(ground)
    print(f"| {name} | {outcome} | {problem or 'completes; nothing lost, nothing twice'} |", flush=True)
    return problem is None


def _made_good(ground: Ground) -> str | None:
    """What is wrong after one more run, if anything is."""
    code, line = ground.run()
    if code != 0:
        return f"**exit {code}: {line}**"
    actions = sorted(action for (action,) in query(ground.book, "SELECT action FROM commitments").rows)
    expected = sorted(text.split()[0] for text in (TEXTS | NEW).values())
    if actions != expected:
        return f"**the book holds {actions}**"
    command = [
        sys.executable,
        "-c",
        "from flows.cli import main; main()",
        "check",
        "--warehouse",
        str(ground.book),
    ]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    return None if checked.returncode == 0 else f"**check: {checked.stdout}**"


@contextmanager
def _ground(mounted: bool) -> Iterator[Ground]:
    """A fresh folder, its book on a small disk of its own if ``mounted``."""
    with tempfile.TemporaryDirectory() as folder:
        ground = Ground(Path(folder))
        ground.book.parent.mkdir()
        if mounted:
            _mount("size=64m", ground.book.parent)
        try:
            yield ground
        finally:
            if mounted:
                subprocess.run(["umount", str(ground.book.parent)], check=True)


def _mount(options: str, folder: Path) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)


def _environment(extractor: str) -> dict[str, str]:
    ours = {
        "PLEDGEBOOK_EXTRACTOR": f"tests.flows.extractors:{extractor}",
        "PLEDGEBOOK_DOCUMENT_SECONDS": SECONDS,
    }
    return {**os.environ, **ours}


def _overwrite_middle(file: Path) -> None:
    with file.open("r+b") as handle:
        handle.seek(file.stat().st_size // 2)
        handle.write(b"\xff" * min(4096, file.stat().st_size // 4))


def _set_aside(ground: Ground) -> str:
    rows = query(ground.book, "SELECT source_name, reason FROM quarantine").rows
    return ", ".join(f"{name}: {reason}" for name, reason in rows) or "nothing set aside"


def _told(code: int, line: str) -> str:
    return f"exit {code}: {line.removeprefix('pledgebook: ')}"


if __name__ == "__main__":
    main()
