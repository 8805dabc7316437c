"""Documents piped into the program."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.ingest.containers import spool
from flows.ingest.limits import IngestLimits
from flows.ingest.source import Refusal, RefusedError, Source

MARK = "-"  # how an input that means standard input is written
_NAME = "standard input"
_SCHEME = "stdin:"


def standard_input(limits: IngestLimits) -> Iterator[Source | Refusal]:
    """What is piped in, as one source; it lies in a temporary file until the next item is asked for.

    Its address holds the SHA-256 of what was piped in, so that one text never takes another's place.
    """
    with TemporaryDirectory(prefix="pledgebook-") as folder:
        copy = Path(folder, "input")
        try:
            with copy.open("wb+") as stream:
                spool(sys.stdin.buffer, stream, limits.spooled_bytes, _NAME)
                sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        except RefusedError as error:
            yield Refusal(_NAME, _SCHEME, error.reason, error.detail)
            return
        yield Source(_NAME, _SCHEME + sha256, _NAME, lambda: copy.open("rb"))
