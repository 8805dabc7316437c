"""One writer at a time: a lock beside the warehouse that names who holds it.

The operating system releases the lock when its holder ends, however it ends, so that a killed run
never has to be cleaned up after.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


class WarehouseBusyError(Exception):
    """Another process is writing the warehouse; the message names it."""


def lock_file(warehouse: Path) -> Path:
    """Where the lock of ``warehouse`` lives: beside it, its name ending in ``.lock``."""
    return warehouse.with_name(warehouse.name + ".lock")


@contextmanager
def sole_writer(warehouse: Path, run_id: str) -> Iterator[None]:
    """Hold the lock of ``warehouse`` for the length of a ``with`` block.

    Raises WarehouseBusyError at once where another process holds it.
    """
    path = lock_file(warehouse)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WarehouseBusyError(f"{warehouse} is being written by {_holder(handle)}") from None
        _sign(handle, run_id)
        try:
            yield
        finally:
            handle.truncate(0)


def _sign(handle: TextIO, run_id: str) -> None:
    """Write into the lock file who holds it."""
    since = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    handle.truncate(0)
    json.dump({"run": run_id, "pid": os.getpid(), "host": socket.gethostname(), "since": since}, handle)
    handle.flush()


def _holder(handle: TextIO) -> str:
    """Say who signed the lock file, for a message."""
    handle.seek(0)
    try:
        signed = json.loads(handle.read())
        return "{run} (process {pid} on {host}, since {since})".format(**signed)
    except (ValueError, KeyError, TypeError):
        return f"another process (it holds {handle.name})"
