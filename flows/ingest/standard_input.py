"""Documents piped into the program."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.ingest.containers import spool
from flows.ingest.limits import IngestLimits
from flows.ingest.source import Refusal, RefusedError, Source

MARK = "-"  # how an input that means standard input is written
_NAME = "standard input"
_URI = "stdin:"


def standard_input(limits: IngestLimits) -> Iterator[Source | Refusal]:
    """What is piped in, as one source; it lies in a temporary file until the next item is asked for."""
    with TemporaryDirectory(prefix="pledgebook-") as folder:
        copy = Path(folder, "input")
        try:
            with copy.open("wb+") as stream:
                spool(sys.stdin.buffer, stream, limits.spooled_bytes, _NAME)
        except RefusedError as error:
            yield Refusal(_NAME, _URI, error.reason, error.detail)
            return
        yield Source(_NAME, _URI, _NAME, lambda: copy.open("rb"))
