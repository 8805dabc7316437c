"""OpenDocument text (ODT): headings, paragraphs and lists, without notes, comments and deleted words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from flows.ingest.limits import IngestLimits
from flows.ingest.metadata import fitting, merge
from flows.ingest.readers.base import Reader
from flows.ingest.readers.markup import Vocabulary, passages
from flows.ingest.readers.office import ZIP_START, check_parts
from flows.ingest.source import Draft, Found, Source, digest
from models import Metadata

_TYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_UNREAD = frozenset(
    f"{_TEXT}{name}" for name in ("tracked-changes", "note", "sequence-decls", "table-of-content")
) | {f"{_OFFICE}annotation"}
_BLOCKS = frozenset(f"{_TEXT}{name}" for name in ("p", "h", "list", "list-item", "list-header", "section"))
_SPACES = (f"{_TEXT}tab", f"{_TEXT}s")
_VOCABULARY = Vocabulary(
    kinds={f"{_TEXT}h": "heading", f"{_TEXT}list-item": "list_item"},
    line_break=f"{_TEXT}line-break",
    is_inline=lambda element: not any(inner.tag in _BLOCKS for inner in element.iter()),
    is_unread=_UNREAD.__contains__,
)
_METADATA = {"title": "title", "author": "creator", "language": "language"}


def _recognises(name: str, head: bytes) -> bool:
    return head.startswith(ZIP_START) and head[30:].startswith(_TYPE)


def _read(source: Source, limits: IngestLimits) -> Iterator[Found]:
    data = source.read(limits.document_bytes)
    check_parts(data, source, limits)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = _xml(archive.read("content.xml"))
        own = _metadata(_xml(archive.read("meta.xml"))) if "meta.xml" in archive.namelist() else Metadata()
    for space in content.iter(*_SPACES):
        space.text = " "
    body = content.find(f".//{_OFFICE}text")
    found = () if body is None else tuple(passages(body, _VOCABULARY))
    yield Draft(source.name, source.uri, source.place, digest(data), found, merge(source.metadata, own))


def _xml(data: bytes) -> Any:
    """The tree of an XML file, in which no entity stands for anything."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _metadata(meta: Any) -> Metadata:
    said = {key: meta.findtext(f".//{_DUBLIN_CORE}{name}") for key, name in _METADATA.items()}
    return fitting(said)


READER = Reader("OpenDocument text", _recognises, _read)
