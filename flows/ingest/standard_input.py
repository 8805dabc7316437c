"""Documents piped into the program."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from io import BufferedReader
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, TextIO

from flows.ingest.limits import IngestLimits
from flows.ingest.source import Refusal, RefusedError, Source

_NAME = "standard input"
_SCHEME = "stdin:"
_CHUNK = 2**20


def standard_input(limits: IngestLimits) -> Iterator[Source | Refusal]:
    """What is piped in, as one source, the same each time that it is asked for.

    A pipe gives its bytes once, so they lie in a temporary file until the program ends: a step that is
    tried again finds them there. Its address holds their SHA-256, so that one text never takes another's
    place. Raises OSError where they cannot be copied; the next try goes on from there.
    """
    piped = _piped_into(sys.stdin)
    try:
        piped.copy_on(limits.spooled_bytes)
    except RefusedError as error:
        yield Refusal(_NAME, _SCHEME, error.reason, error.detail)
        return
    with piped.open() as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    yield Source(_NAME, _SCHEME + sha256, _NAME, piped.open)


@lru_cache(maxsize=1)
def _piped_into(stdin: TextIO) -> _Piped:
    return _Piped(stdin.buffer)


class _Piped:
    """A pipe and the copy of what came out of it so far."""

    def __init__(self, pipe: BinaryIO) -> None:
        self._pipe = pipe
        self._folder = TemporaryDirectory(prefix="pledgebook-")
        self._copy = Path(self._folder.name, "input")
        self._copy.touch()
        self._copied = 0
        self._taken = b""  # out of the pipe, not yet written

    def open(self) -> BufferedReader:
        """The copy, from its start."""
        return self._copy.open("rb")

    def copy_on(self, limit: int) -> None:
        """Copy what is left in the pipe; raises RefusedError(too_large) past ``limit`` bytes in all."""
        with suppress(OSError):  # a pipe that would say that it is empty where its writer is slow
            os.set_blocking(self._pipe.fileno(), True)
        with self._copy.open("r+b") as copy:
            while self._taken or self._take():
                if self._copied + len(self._taken) > limit:
                    raise RefusedError("too_large", f"{_NAME} is larger than {limit:,} bytes")
                copy.seek(self._copied)
                copy.write(self._taken)
                copy.flush()
                self._copied += len(self._taken)
                self._taken = b""

    def _take(self) -> bytes:
        self._taken = self._pipe.read(_CHUNK)
        return self._taken
