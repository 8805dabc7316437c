"""PDF with a text layer: lines joined to paragraphs, running heads and page numbers left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]  # it ships no types

from flows.ingest.limits import IngestLimits
from flows.ingest.metadata import merge
from flows.ingest.readers.base import Reader
from flows.ingest.source import Draft, Found, Passage, RefusedError, Source, digest
from models import Metadata

_HYPHEN_AT_LINE_END = re.compile(r"(?<=[a-z])[-\u00ad\u0002\ufffe]$")
_FINISHED = re.compile(r"[.!?:;][”\"’')\]]?$")
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page )?\W*\d{1,4}(?: ?(?:/|of) ?\d{1,4})?\W*", re.IGNORECASE)
_LINES_AT_EDGE = 2  # how many lines at a page's top and bottom may be running heads
_GAP_OF_PARAGRAPHS = 0.9  # of a line's height, between two lines
_SHORT_LINE = 0.8  # of the page's widest line
_FEWEST_CHARACTERS_A_PAGE = 16  # under which a page has no text layer worth the name


class _Line(NamedTuple):
    """A line on a page, in points from the page's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def _recognises(name: str, head: bytes) -> bool:
    return b"%PDF-" in head[:1024]


def _read(source: Source, limits: IngestLimits) -> Iterator[Found]:
    data = source.read(limits.document_bytes)
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise RefusedError("unreadable", f"{source.place}: a broken or encrypted PDF: {error}") from error
    try:
        pages = [_lines(pdf[number]) for number in range(len(pdf))]
        title = pdf.get_metadata_dict().get("Title", "").strip()
    finally:
        pdf.close()
    characters = sum(len(line.text) for page in pages for line in page)
    if characters < _FEWEST_CHARACTERS_A_PAGE * len(pages):
        raise RefusedError("no_text_layer", f"{source.place}: scanned pages without a text layer")
    passages = tuple(Passage(text) for text in _paragraphs(_without_running_heads(pages)))
    # Producers put the name of the file there as often as the document's title.
    own = Metadata(title=title if " " in title else None)
    yield Draft(source.name, source.uri, source.place, digest(data), passages, merge(source.metadata, own))


def _lines(page: pypdfium2.PdfPage) -> list[_Line]:
    """The lines of a page in the order in which it draws them, which follows its columns."""
    words = page.get_textpage()
    lines: list[_Line] = []
    for number in range(words.count_rects()):
        left, bottom, right, top = words.get_rect(number)
        text = words.get_text_bounded(left, bottom, right, top).replace("\r\n", " ").strip()
        if not text:
            continue
        line = _Line(text, left, bottom, right, top)
        if lines and _same_line(lines[-1], line):
            before = lines.pop()
            space = " " if left - before.right > 0.1 * (top - bottom) else ""
            line = _Line(
                f"{before.text}{space}{text}", before.left, before.bottom, right, max(before.top, top)
            )
        lines.append(line)
    return lines


def _same_line(before: _Line, line: _Line) -> bool:
    """Whether two pieces stand side by side and close, as where the font changes within a line."""
    height = max(before.top - before.bottom, line.top - line.bottom)
    close = -height <= line.left - before.right <= 2 * height
    return close and abs(line.bottom - before.bottom) < 0.5 * height


def _without_running_heads(pages: Sequence[Sequence[_Line]]) -> list[list[_Line]]:
    """The pages without page numbers and lines that stand at the edge of most pages, numbers aside."""
    at_edge = Counter(shape for page in pages for shape in {_shape(line) for line in _edge(page)})
    repeated = {shape for shape, count in at_edge.items() if count >= 3 and count > len(pages) / 2}
    kept: list[list[_Line]] = []
    for page in pages:
        edge = _edge(page)
        kept.append([line for line in page if not (line in edge and _is_running_head(line, repeated))])
    return kept


def _edge(page: Sequence[_Line]) -> list[_Line]:
    ordered = sorted(page, key=lambda line: line.bottom)
    return [*ordered[:_LINES_AT_EDGE], *ordered[-_LINES_AT_EDGE:]]


def _is_running_head(line: _Line, repeated: set[str]) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or _shape(line) in repeated


def _shape(line: _Line) -> str:
    return _DIGITS.sub("0", line.text)


def _paragraphs(pages: Sequence[Sequence[_Line]]) -> Iterator[str]:
    """The paragraphs of all pages; one that a page's end breaks goes on at the next page's start."""
    paragraph, before = "", None
    for page in pages:
        width = max((line.right - line.left for line in page), default=0.0)
        for line in page:
            if before is not None and _begins_paragraph(before, line, width):
                yield paragraph
                paragraph = ""
            paragraph = _join(paragraph, line.text)
            before = line
    if paragraph:
        yield paragraph


def _begins_paragraph(before: _Line, line: _Line, width: float) -> bool:
    """Whether a gap above ``line``, or a finished short line before it, parts it from ``before``."""
    height = before.top - before.bottom
    below = before.bottom - line.top
    finished = bool(_FINISHED.search(before.text))
    if not finished and line.text[:1].islower():
        return False
    if below < -0.5 * height or below > 8 * height:  # the next column or page
        return finished and before.right - before.left < _SHORT_LINE * width
    if below > _GAP_OF_PARAGRAPHS * height:
        return True
    return finished and before.right - before.left < _SHORT_LINE * width


def _join(paragraph: str, line: str) -> str:
    """A line added to its paragraph, the halves of a hyphenated word together."""
    if _HYPHEN_AT_LINE_END.search(paragraph) and line[:1].islower():
        return _HYPHEN_AT_LINE_END.sub("", paragraph) + line
    return f"{paragraph} {line}" if paragraph else line


READER = Reader("PDF", _recognises, _read)
