"""Whether a run is likely to extract something, so that a worker may begin to load its model at once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

Inputs = Iterable[Path | str]


def has_changed(inputs: Inputs, warehouse: Path) -> bool:
    """Whether the book is missing or older than an input, by the clock of the file system.

    Only a guess, for the sake of time: what a file holds is not looked at, and what is neither a file nor
    a folder counts as new.
    """
    try:
        written = warehouse.stat().st_ctime
        return any(status.st_ctime >= written for given in inputs for status in _statuses(Path(given)))
    except OSError:
        return True


def _statuses(path: Path) -> Iterator[os.stat_result]:
    """Of a file, or of a folder and all in it. Raises OSError where there is neither."""
    yield path.stat()
    for folder, _, files in path.walk():
        for name in files:
            yield (folder / name).lstat()
