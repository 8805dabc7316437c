"""WARC: each archived page, and each other document, under the address that it was fetched from."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from functools import partial
from typing import Any, BinaryIO

from flows.ingest.addresses import name_of_address
from flows.ingest.containers import enter, member_of
from flows.ingest.limits import IngestLimits
from flows.ingest.readers.base import Reader
from flows.ingest.source import Found, Refusal, RefusedError, Source, read_up_to

_DOCUMENT_RECORDS = ("response", "resource", "conversion")
# What pages need to look well: fetched with them, and no document.
_FURNITURE = ("image/", "audio/", "video/", "font/", "text/css", "text/javascript", "application/javascript",
              "application/x-javascript", "application/font", "application/x-font")  # fmt: skip


def _read(source: Source, limits: IngestLimits) -> Iterator[Found]:
    # Imported here: it takes a fifth of a second that other formats need not wait for
    from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]  # it ships no types

    allowance = enter(source, limits)
    with source.open() as stream:
        watched = _HeaderWatch(stream, limits.metadata_bytes, source.place)
        found_any = False
        for record in _quietly(ArchiveIterator(watched)):
            watched.content_begins(record.length or 0)
            if not _is_document(record):
                continue
            found_any = True
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            try:
                data = read_up_to(record.content_stream(), limits.document_bytes + 1)
            except Exception as error:  # a record's own compression is broken; the next one may be whole
                yield Refusal(name_of_address(url), url, "unreadable", f"{source.place}!/{url}: {error}")
                continue
            inside = member_of(source, name_of_address(url), url, partial(io.BytesIO, data), allowance)
            yield replace(inside, uri=url or inside.uri)
    if not found_any:
        raise RefusedError("empty", f"{source.place}: no record holds a document")


def _quietly(records: Iterator[Any]) -> Iterator[Any]:
    """The records, without what the library writes to standard error about those that are broken."""
    while True:
        with redirect_stderr(io.StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


class _HeaderWatch:
    """A stream that refuses a record's headers when they are longer than ``limit`` bytes.

    The library reads them whole, however long they are.
    """

    def __init__(self, stream: BinaryIO, limit: int, place: str) -> None:
        self._stream, self._limit, self._place = stream, limit, place
        self._left = limit

    def content_begins(self, length: int) -> None:
        """The next ``length`` bytes are content, which is read piece by piece."""
        self._left = length + self._limit

    def read(self, size: int) -> bytes:
        """As a stream's ``read``; raises RefusedError(too_large) where headers go on and on."""
        data = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise RefusedError("too_large", f"{self._place}: headers longer than {self._limit:,} bytes")
        return data


def _is_document(record: Any) -> bool:
    """Whether a record holds what a server sent, not an error, a redirect or a part of a page's looks."""
    if record.rec_type not in _DOCUMENT_RECORDS:
        return False
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return False
    kind = (headers or record.rec_headers).get_header("Content-Type") or ""
    return not kind.strip().lower().startswith(_FURNITURE)


READER = Reader("WARC", lambda name, head: head.startswith(b"WARC/"), _read)
