"""Break a run in every way we can think of, and see whether the next one makes it good.

    python -m bench.faults [WORD ...]   prints a table: fault, how the run ended, what the next one found;
                                        with words, of the faults whose names hold one of them

Each fault has a folder of its own with a book of three documents and a fourth that is new. Afterwards the
same command is run again: it must end with code 0, the book must hold every document's one commitment
exactly once, every data check must pass, and no half copy or staged part may be left over. Faults of the
disk need the right to mount a tmpfs.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.ground import DOCUMENTS, NEW, Ground, Moment, environment, grounds, mount
from flows.steps import STEPS
from warehouse import build_file

Fault = Callable[[Ground], str]

MOMENTS = (
    Moment("warehouse/staging.py", "write_documents", "return"),
    Moment("warehouse/staging.py", "write_plan"),
    Moment("flows/progress.py", "advance", "return"),
    Moment("flows/workers.py", "_heed", "return"),
    Moment("warehouse/loading.py", "_merge", "return"),
    Moment("warehouse/ledger.py", "write_ledger"),
    Moment("warehouse/publishing.py", "_copy"),
    Moment("warehouse/publishing.py", "_copy", "return"),
    Moment("warehouse/staging.py", "remove"),
)
UNCHANGED_MOMENTS = (
    Moment("warehouse/confirming.py", "_replace"),
    Moment("warehouse/confirming.py", "_replace", "return"),
)
INBOX_MOMENTS = (
    Moment("flows/inbox.py", "put_away"),
    Moment("flows/inbox.py", "_move"),
    Moment("flows/inbox.py", "_move", "return"),
    Moment("flows/inbox.py", "_move_sidecar", "return"),
)


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


def killed_at(moment: Moment) -> Fault:
    """Kill -9 in the middle of a step."""

    def fault(ground: Ground) -> str:
        with ground.start(doom=moment.doom) as process:
            process.communicate()
        return f"killed ({process.returncode})" if process.returncode < 0 else "**not killed**"

    return fault


def unchanged_run_killed_at(moment: Moment) -> Fault:
    """Kill -9 in the middle of a run that finds nothing new."""

    def fault(ground: Ground) -> str:
        for name in NEW:
            (ground.inputs / f"{name}.txt").unlink()
        outcome = killed_at(moment)(ground)
        ground.write(NEW)
        return outcome

    return fault


def inbox_killed_at(moment: Moment) -> Fault:
    """Kill -9 while a run of the inbox puts its files away."""

    def fault(ground: Ground) -> str:
        _arrive(ground)
        code, _ = ground.read_inbox(moment.doom)
        return f"killed ({code})" if code < 0 else "**not killed**"

    return fault


def restore_killed_at(moment: Moment) -> Fault:
    """Kill -9 in the middle of a restore, then restore again."""

    def fault(ground: Ground) -> str:
        backup = _backed_up(ground)
        code, _ = ground.command("restore", backup, doom=moment.doom)
        again, _ = ground.command("restore", backup)
        return f"killed ({code}); restored again: exit {again}" if code < 0 else "**not killed**"

    return fault


def book_lost(ground: Ground) -> str:
    """Overwrite both files of the book; only a backup helps."""
    backup = _backed_up(ground)
    for file in (ground.book, build_file(ground.book)):
        _overwrite_head(file)
    code, line = ground.run()
    restored, _ = ground.command("restore", backup)
    return f"{_told(code, line)}; restored: exit {restored}"


def worker_killed(ground: Ground) -> str:
    """Kill -9 the worker process while it is at a document that takes long."""
    ground.write({"slow": "HANG for a while"})
    with ground.start("Poisoned") as process:
        assert process.stderr is not None
        next(line for line in process.stderr if line.startswith("compare"))
        time.sleep(2.5)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        os.kill(int(children[-1]), signal.SIGKILL)
        process.communicate()
    (ground.inputs / "slow.txt").unlink()
    return _told(process.returncode, ground.set_aside())


def poisoned(word: str) -> Fault:
    """A document that crashes or hangs the extractor."""

    def fault(ground: Ground) -> str:
        ground.write({"poison": f"{word} at this document"})
        code, _ = ground.run("Poisoned")
        (ground.inputs / "poison.txt").unlink()
        return _told(code, ground.set_aside())

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
    return f"second: {_told(code, line)}; first: exit {first.returncode}"


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
        return "**not noticed**"

    return fault


def broken_file(of: Callable[[Path], Path], damage: Callable[[Path], None]) -> Fault:
    """Damage a database file between two runs."""

    def fault(ground: Ground) -> str:
        damage(of(ground.book))
        return _told(*ground.run())

    return fault


def clock_moved(year: int) -> Fault:
    """A run that believes to start in another year than the one before it and the one after."""

    def fault(ground: Ground) -> str:
        job = ground.job()
        moved = job.model_copy(
            update={"run_id": f"run_{year}{job.run_id[8:]}", "started_at": job.started_at.replace(year=year)}
        )
        for step in STEPS:
            step(moved)
        return "completed"

    return fault


def disk_full(part: float) -> Fault:
    """Fill the book's disk for a run, but for a part of the size of the published file."""

    def fault(ground: Ground) -> str:
        filler = ground.book.parent / "filler"
        free = shutil.disk_usage(ground.book.parent).free - int(part * ground.book.stat().st_size)
        with filler.open("wb", buffering=0) as handle, contextlib.suppress(OSError):
            for _ in range(free // 65536 + (part == 0)):
                handle.write(b"\0" * 65536)
        code, line = ground.run()
        filler.unlink()
        return _told(code, line)

    return fault


def read_only(ground: Ground) -> str:
    """Let nobody write to the book's disk for a run."""
    with _unwritable(ground.book.parent):
        code, line = ground.run()
    return _told(code, line)


def inbox_read_only(ground: Ground) -> str:
    """Let nobody write to the inbox while it is read."""
    _arrive(ground)
    with _unwritable(ground.inbox):
        code, line = ground.read_inbox()
    return _told(code, line)


def _overwrite_head(file: Path) -> None:
    with file.open("r+b") as handle:
        handle.write(b"\xff" * 8192)


def _overwrite_middle(file: Path) -> None:
    with file.open("r+b") as handle:
        handle.seek(file.stat().st_size // 2)
        handle.write(b"\xff" * min(4096, file.stat().st_size // 4))


def _cut_short(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


FAULTS: dict[str, Fault] = {
    **{f"kill -9 after {step.__name__}": killed_after(step.__name__) for step in STEPS[:-1]},
    **{f"kill -9 {moment}": killed_at(moment) for moment in MOMENTS},
    **{f"kill -9 {moment}, nothing new": unchanged_run_killed_at(moment) for moment in UNCHANGED_MOMENTS},
    **{f"kill -9 {moment}, inbox": inbox_killed_at(moment) for moment in INBOX_MOMENTS},
    "kill -9 of a worker": worker_killed,
    "a document crashes the extractor": poisoned("CRASH"),
    "a document hangs the extractor": poisoned("HANG"),
    "a document raises in the extractor": poisoned("RAISE"),
    "two runs at once": two_at_once,
    "staged documents overwritten": broken_part("documents-*.parquet", "plan"),
    "staged extractions overwritten": broken_part("extractions-*.parquet", "extract"),
    "staged plan overwritten": broken_part("plan.parquet", "compare"),
    "build file's head overwritten": broken_file(build_file, _overwrite_head),
    "build file's middle overwritten": broken_file(build_file, _overwrite_middle),
    "build file cut short": broken_file(build_file, _cut_short),
    "published file's head overwritten": broken_file(lambda book: book, _overwrite_head),
    "published file's middle overwritten": broken_file(lambda book: book, _overwrite_middle),
    "published file cut short": broken_file(lambda book: book, _cut_short),
    "both files overwritten": book_lost,
    "kill -9 in a restore": restore_killed_at(Moment("flows/backup.py", "_put_back")),
    "kill -9 in a restore, half put back": restore_killed_at(
        Moment("flows/backup.py", "_put_back", "return")
    ),
    "clock put back by years": clock_moved(2001),
    "clock put forward by years, and back": clock_moved(2099),
}
DISK_FAULTS: dict[str, tuple[str, Fault]] = {
    "disk full": ("book", disk_full(0)),
    "disk full but for half a book": ("book", disk_full(0.5)),
    "disk full but for a book and a half": ("book", disk_full(1.5)),
    "folder read-only": ("book", read_only),
    "inbox read-only": ("inbox", inbox_read_only),
}


def main() -> None:
    """Try every fault and print the table; the exit code is 1 if one was not made good."""
    os.environ |= environment("FirstWords")
    print("| fault | the run | the next run |\n| --- | --- | --- |", flush=True)
    disks = DISK_FAULTS if os.geteuid() == 0 else {}
    faults = {**{name: (None, fault) for name, fault in FAULTS.items()}, **disks}
    wanted = [name for name in faults if any(word in name for word in sys.argv[1:] or [""])]
    with tempfile.TemporaryDirectory() as folder:
        good = [_try(name, *faults[name], Path(folder)) for name in wanted]
    sys.exit(0 if all(good) else 1)


def _try(name: str, small_disk: str | None, fault: Fault, folder: Path) -> bool:
    """Try one fault and print its row; whether the next run made it good."""
    with grounds(folder / "ground", small_disk) as ground:
        _set_out(ground, folder / "first-book")
        outcome = fault(ground)
        problem = ground.problem()
    print(f"| {name} | {outcome} | {problem or 'completes; nothing lost, nothing twice'} |", flush=True)
    return problem is None and "**" not in outcome


def _set_out(ground: Ground, kept: Path) -> None:
    """A book of the first documents, built once and copied for each fault, and the new ones."""
    ground.write(DOCUMENTS)
    if kept.is_dir():
        shutil.copytree(kept, ground.book.parent, dirs_exist_ok=True)
    else:
        assert ground.run()[0] == 0
        shutil.copytree(ground.book.parent, kept)
    ground.write(NEW)


def _arrive(ground: Ground) -> None:
    """The new documents come in by the inbox instead."""
    for name in NEW:
        (ground.inputs / f"{name}.txt").unlink()
    ground.write_inbox(NEW)


def _backed_up(ground: Ground) -> Path:
    """A backup of the book with the first documents; returns its folder."""
    into = ground.folder / "backups"
    code, line = ground.command("backup", "--out", into)
    assert code == 0, line
    (backup,) = into.iterdir()
    return backup


@contextlib.contextmanager
def _unwritable(folder: Path) -> Iterator[None]:
    mount("remount,ro", folder)
    try:
        yield
    finally:
        mount("remount,rw", folder)


def _told(code: int, line: str) -> str:
    return f"exit {code}: {line}"


if __name__ == "__main__":
    main()
