"""Rich Text Format."""

from __future__ import annotations

import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from flows.ingest.limits import IngestLimits
from flows.ingest.metadata import fitting, merge
from flows.ingest.readers.base import Reader
from flows.ingest.source import Draft, Found, Source, digest

_INFORMATION = re.compile(r"\{\\info\b")
_PROPERTY = re.compile(r"\{\\(title|author) ?((?:[^{}\\]|\\.|\{(?:[^{}\\]|\\.)*+\})*+)\}", re.DOTALL)
_CODE_PAGE = re.compile(r"\\ansicpg\d{1,5}")
_LONGEST_INFORMATION = 20_000


def _recognises(name: str, head: bytes) -> bool:
    return head.lstrip().startswith(b"{\\rtf")


def _read(source: Source, limits: IngestLimits) -> Iterator[Found]:
    data = source.read(limits.document_bytes)
    written = data.decode("latin-1")
    metadata = merge(source.metadata, fitting(_properties(written)))
    yield Draft(source.name, source.uri, source.place, digest(data), _words(written), metadata)


def _words(written: str) -> str:
    words: str = rtf_to_text(  # type: ignore[no-untyped-call]  # the library has types, but not here
        written, encoding="cp1252", errors="replace"
    )
    return words


def _properties(written: str) -> dict[str, str]:
    """The title and author of a file's information group, which the library takes for no text."""
    opening = _INFORMATION.search(written)
    if opening is None:
        return {}
    code_page = _CODE_PAGE.search(written, 0, opening.start())
    head = "{\\rtf1\\ansi" + (code_page[0] if code_page else "") + " "
    groups = _PROPERTY.finditer(written, opening.end(), opening.end() + _LONGEST_INFORMATION)
    return {group[1]: _words(head + group[2] + "}") for group in reversed(list(groups))}


READER = Reader("RTF", _recognises, _read)
