"""Files compressed with gzip: what is inside is read like a file of its own."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from flows.ingest.limits import IngestLimits
from flows.ingest.readers.base import Reader
from flows.ingest.source import Found, RefusedError, Source


def _recognises(name: str, head: bytes) -> bool:
    return head.startswith(b"\x1f\x8b")


def _read(source: Source, limits: IngestLimits) -> Iterator[Found]:
    if source.depth >= limits.container_depth:
        raise RefusedError(
            "unsafe", f"{source.place}: compressed more than {limits.container_depth} times over"
        )

    def open_inside() -> BinaryIO:
        return cast(BinaryIO, gzip.GzipFile(fileobj=source.open(), mode="rb"))

    yield replace(source, name=source.name.removesuffix(".gz"), open=open_inside, depth=source.depth + 1)


READER = Reader("gzip", _recognises, _read)
