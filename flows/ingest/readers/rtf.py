"""Rich Text Format."""

from __future__ import annotations

from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from flows.ingest.limits import IngestLimits
from flows.ingest.readers.base import Reader
from flows.ingest.source import Draft, Found, Source, digest


def _recognises(name: str, head: bytes) -> bool:
    return head.lstrip().startswith(b"{\\rtf")


def _read(source: Source, limits: IngestLimits) -> Iterator[Found]:
    data = source.read(limits.document_bytes)
    text = rtf_to_text(  # type: ignore[no-untyped-call]  # the library has types, but not here
        data.decode("latin-1"), encoding="cp1252", errors="replace"
    )
    yield Draft(source.name, source.uri, source.place, digest(data), text, source.metadata)


READER = Reader("RTF", _recognises, _read)
