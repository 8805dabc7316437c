"""What compressed files and archives share: entering them, counting what comes out, files that seek."""

from __future__ import annotations

import io
import os
from collections.abc import Buffer, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast
from urllib.parse import quote

from flows.ingest.limits import IngestLimits
from flows.ingest.source import Allowance, RefusedError, Source
from models import Metadata

_CHUNK = 2**20  # bytes; what a spooled file holds in memory too


class _Metered(io.RawIOBase):
    """A stream whose bytes are drawn on an allowance as they are read; closes what it reads from."""

    def __init__(self, stream: BinaryIO, allowance: Allowance, place: str, below: BinaryIO | None) -> None:
        self._stream, self._allowance, self._place, self._below = stream, allowance, place, below

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        data = self._stream.read(len(view))
        self._allowance.draw_bytes(len(data), self._place)
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
            if self._below is not None:
                self._below.close()
        super().close()


class BoundedReads:
    """A seekable file that refuses to read more than ``most`` bytes at once.

    The libraries of archives read a directory or a header whole, however long it says that it is. Between
    ``headers_begin`` and ``headers_end`` it refuses that many in all, as headers may come in pieces.
    """

    def __init__(self, stream: BinaryIO, most: int, place: str) -> None:
        self._stream, self._most, self._place = stream, most, place
        self._left: int | None = None
        self.seek, self.tell, self.seekable = stream.seek, stream.tell, stream.seekable

    def headers_begin(self) -> None:
        """What is read from here on is the headers of one member."""
        self._left = self._most

    def headers_end(self) -> None:
        """What is read from here on is content, which may be of any length."""
        self._left = None

    def read(self, size: int = -1, /) -> bytes:
        """As a file's ``read``; raises RefusedError(unsafe) where more is asked for than allowed."""
        data = self._stream.read(size) if size <= self._most else None
        if data is not None and self._left is not None:
            self._left -= len(data)
        if data is None or (self._left or 0) < 0:
            raise RefusedError("unsafe", f"{self._place}: its directory is larger than {self._most:,} bytes")
        return data


def enter(source: Source, limits: IngestLimits) -> Allowance:
    """The allowance of a container; raises RefusedError(unsafe) where it lies too deep in others."""
    if source.depth >= limits.container_depth:
        raise RefusedError(
            "unsafe", f"{source.place}: more than {limits.container_depth} containers inside one another"
        )
    if source.allowance is not None:
        return source.allowance
    with source.open() as stream:
        return Allowance(stream.seek(0, os.SEEK_END), limits)


def expanded(
    source: Source, limits: IngestLimits, name: str, expand: Callable[[BinaryIO], BinaryIO]
) -> Source:
    """What a compressed file holds, called ``name``; ``expand`` turns its bytes into the bytes inside."""
    allowance = enter(source, limits)

    def open_inside() -> BinaryIO:
        packed = source.open()
        return metered(expand(packed), allowance, source.place, packed)

    return replace(source, name=name, open=open_inside, depth=source.depth + 1, allowance=allowance)


def member_of(
    source: Source,
    name: str,
    path: str,
    open_member: Callable[[], BinaryIO],
    allowance: Allowance,
    metadata: Metadata | None = None,
) -> Source:
    """The source of an archive's or a message's member, under the container's address and ``path``."""
    place = f"{source.place}!/{path}"

    def open_inside() -> BinaryIO:
        return metered(open_member(), allowance, place)

    uri = f"{source.uri}!/{quote(path)}"
    return Source(name, uri, place, open_inside, metadata or Metadata(), source.depth + 1, allowance)


def metered(stream: BinaryIO, allowance: Allowance, place: str, below: BinaryIO | None = None) -> BinaryIO:
    """``stream`` counted on ``allowance``; closing it closes ``below`` too."""
    return cast(BinaryIO, io.BufferedReader(_Metered(stream, allowance, place, below)))


@contextmanager
def seekable(source: Source, limits: IngestLimits) -> Iterator[BinaryIO]:
    """The source's bytes as a file that can seek, copied to a temporary file where it cannot.

    Raises RefusedError(too_large) on more than ``limits.spooled_bytes`` to copy.
    """
    with source.open() as stream:
        if source.allowance is None:
            yield stream
            return
        with SpooledTemporaryFile(max_size=_CHUNK) as copy:
            spool(stream, cast(BinaryIO, copy), limits.spooled_bytes, source.place)
            yield cast(BinaryIO, copy)


def spool(stream: BinaryIO, copy: BinaryIO, limit: int, place: str) -> None:
    """Copy a stream and go to the copy's start; raises RefusedError(too_large) past ``limit`` bytes."""
    left = limit
    while part := stream.read(_CHUNK):
        left -= len(part)
        if left < 0:
            raise RefusedError("too_large", f"{place} is larger than {limit:,} bytes")
        copy.write(part)
    copy.seek(0)
