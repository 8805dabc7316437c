"""Word's DOCX: paragraphs with their styles, also those in tables, text boxes and content controls."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flows.ingest.limits import IngestLimits
from flows.ingest.metadata import fitting, merge
from flows.ingest.readers.base import Reader
from flows.ingest.readers.office import ZIP_START, check_parts
from flows.ingest.source import Draft, Found, Passage, Source, digest
from models.vocabulary import BlockKind

if TYPE_CHECKING:
    from docx.document import Document as DocxFile

_TITLE_STYLES = ("title",)
_HEADING_STYLE = re.compile(r"heading \d|subtitle", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list\b", re.IGNORECASE)
_CAPTION_STYLE = re.compile(r"caption", re.IGNORECASE)
_PARAGRAPH, _TEXT, _TAB, _BREAK = (
    f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{tag}"
    for tag in ("p", "t", "tab", "br")
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def _recognises(name: str, head: bytes) -> bool:
    return head.startswith(ZIP_START) and (name.lower().endswith(".docx") or b"word/document.xml" in head)


def _read(source: Source, limits: IngestLimits) -> Iterator[Found]:
    import docx  # takes a quarter of a second that other formats need not wait for

    data = source.read(limits.document_bytes)
    check_parts(data, source, limits)
    file = docx.Document(io.BytesIO(data))
    metadata = merge(source.metadata, fitting(_properties(file)))
    styles = {style.style_id: style.name or "" for style in file.styles}
    body = tuple(_passages(file.element.body, styles))
    yield Draft(source.name, source.uri, source.place, digest(data), body, metadata)


def _properties(file: DocxFile) -> dict[str, str]:
    """The title and author that the file states; none where it has no properties."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        file.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    except KeyError:  # python-docx would make some up, with the title "Word Document"
        return {}
    said = file.core_properties
    return {"title": said.title, "author": said.author}


def _passages(body: Any, styles: dict[str, str]) -> Iterator[Passage]:
    """The paragraphs of a document, those of tables, text boxes and content controls among them."""
    for paragraph in body.iter(_PARAGRAPH):
        if any(True for _ in paragraph.iterancestors(_FALLBACK)):  # a text box's copy for old programs
            continue
        text = " ".join("".join(_words(paragraph)).split())
        if text:
            yield Passage(text, _kind(paragraph, styles))


def _words(element: Any) -> Iterator[str]:
    """The words of a paragraph, inserted ones among them; deleted ones lie in other elements."""
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in (_TAB, _BREAK):
            yield " "
        elif child.tag != _PARAGRAPH:
            yield from _words(child)


def _kind(paragraph: Any, styles: dict[str, str]) -> BlockKind | None:
    properties = paragraph.pPr
    if properties is None:
        return None
    style = styles.get(properties.style or "", "")
    if style.lower() in _TITLE_STYLES:
        return "title"
    if _HEADING_STYLE.match(style):
        return "heading"
    if _CAPTION_STYLE.match(style):
        return "caption"
    return "list_item" if properties.numPr is not None or _LIST_STYLE.match(style) else None


READER = Reader("DOCX", _recognises, _read)
