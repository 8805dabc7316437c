"""Plain text in any encoding, one document a file."""

from __future__ import annotations

from collections.abc import Iterator

from flows.ingest.encodings import decode
from flows.ingest.limits import IngestLimits
from flows.ingest.readers.base import Reader
from flows.ingest.source import Draft, Found, RefusedError, Source, digest


def _recognises(name: str, head: bytes) -> bool:
    """Whatever no other reader claims: bytes that are not text are refused while decoding."""
    return True


def _read(source: Source, limits: IngestLimits) -> Iterator[Found]:
    data = source.read(limits.document_bytes)
    text = decode(data)
    if text.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        raise RefusedError("unsupported", f"{source.place}: an XML document of a kind that no reader knows")
    yield Draft(source.name, source.uri, source.place, digest(data), text, source.metadata)


READER = Reader("text", _recognises, _read)
