"""Running a command and measuring it: seconds, and the memory of it and all that it starts."""

from __future__ import annotations

import contextlib
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.2


@dataclass(frozen=True)
class Measured:
    """How a command ended: its seconds, those of all cores for it and its children, and the most MB that
    they held at once (PSS). Where others use the machine too, the cores' seconds tell more.
    """

    seconds: float
    core_seconds: float
    megabytes: float
    code: int
    output: str


def pledgebook(*arguments: str, **environment: str) -> Measured:
    """Run ``pledgebook`` with these arguments and measure it."""
    return measured([sys.executable, "-c", "from flows.cli import main; main()", *arguments], **environment)


def measured(command: Sequence[str], **environment: str) -> Measured:
    """Run ``command`` and measure it. Memory is sampled, so a peak shorter than a sample may be missed."""
    began, used = time.monotonic(), _core_seconds()
    most = 0.0
    with subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        while True:
            try:
                output, _ = process.communicate(timeout=SAMPLE_SECONDS)
                break
            except subprocess.TimeoutExpired:
                most = max(most, sum(map(_megabytes, _family(process.pid))))
    seconds = time.monotonic() - began
    return Measured(seconds, _core_seconds() - used, most, process.returncode, output)


def machine() -> str:
    """The machine in words, with how busy others keep it."""
    cores, load = len(os.sched_getaffinity(0)), os.getloadavg()[0]
    return f"{cores} cores, Linux, Python {sys.version.split()[0]}, load of others at the start {load:.1f}"


def _core_seconds() -> float:
    """What every child that has ended, and its children, have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _family(pid: int) -> Iterator[int]:
    yield pid
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from _family(int(child))


def _megabytes(pid: int) -> float:
    """The proportional set size of a process: pages that several share count once in all."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0
