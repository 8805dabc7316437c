"""Files compressed with gzip or Zstandard: what is inside is read like a file of its own."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

import pyarrow

from flows.ingest.containers import expanded
from flows.ingest.limits import IngestLimits
from flows.ingest.readers.base import Reader
from flows.ingest.source import Found, Source


def _reader(
    name: str, magic: bytes, suffixes: dict[str, str], expand: Callable[[BinaryIO], BinaryIO]
) -> Reader:
    """The reader of a kind of compression; ``suffixes`` maps a packed file's to its content's."""

    def recognises(name: str, head: bytes) -> bool:
        return head.startswith(magic)

    def read(source: Source, limits: IngestLimits) -> Iterator[Found]:
        yield expanded(source, limits, _name_inside(source.name, suffixes), expand)

    return Reader(name, recognises, read)


def _name_inside(name: str, suffixes: dict[str, str]) -> str:
    for packed, inside in suffixes.items():
        if name.lower().endswith(packed):
            return name[: -len(packed)] + inside
    return name


def _gunzip(packed: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, gzip.GzipFile(fileobj=packed, mode="rb"))


def _unzstd(packed: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, pyarrow.CompressedInputStream(cast(io.IOBase, packed), "zstd"))


GZIP = _reader("gzip", b"\x1f\x8b", {".gz": "", ".tgz": ".tar"}, _gunzip)
ZSTANDARD = _reader("Zstandard", b"\x28\xb5\x2f\xfd", {".zst": "", ".tzst": ".tar"}, _unzstd)
