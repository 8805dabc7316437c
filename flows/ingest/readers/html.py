"""Saved web pages: the article's text and what the page says of itself, without its surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from flows.ingest.dating import is_month
from flows.ingest.encodings import decode
from flows.ingest.limits import IngestLimits
from flows.ingest.metadata import fitting, merge
from flows.ingest.readers.base import Reader
from flows.ingest.readers.markup import Vocabulary, parse_html, passages
from flows.ingest.source import Draft, Found, RefusedError, Source, digest
from models import Metadata

_SIGNS = re.compile(rb"<!doctype\s+html|<html[\s>]|<(?:head|body)[\s>]", re.IGNORECASE)
_SUFFIXES = (".html", ".htm", ".xhtml")
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
# A date that the page marks up: a search of its text would take any year for the date.
_DATE_AS_MARKED_UP = {"extensive_search": False, "original_date": True}
_INLINE = ("hi", "ref", "lb", "del", "graphic")  # of the elements that trafilatura leaves
_TRAFILATURA = Vocabulary(
    kinds={"head": "heading", "item": "list_item"},
    line_break="lb",
    is_inline=lambda element: element.tag in _INLINE,
    is_unread=lambda tag: False,
)
_NAME_AND_DATE = re.compile(
    r"(?P<name>\S+(?: [^\W\d]\S*)+)(?: \d{1,2})? (?P<month>[A-Za-z]+)\.?(?: \d{1,2})?"
)
_HEAD_FOR_CHARSET = 4096


@cache
def _settings() -> Any:
    """trafilatura's settings without its lower limit of length: short statements are documents too."""
    from trafilatura.settings import use_config

    settings = use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "0")
    settings.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    settings.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    return settings


def _recognises(name: str, head: bytes) -> bool:
    return name.lower().endswith(_SUFFIXES) or bool(_SIGNS.search(head[:2048]))


def _read(source: Source, limits: IngestLimits) -> Iterator[Found]:
    from trafilatura import bare_extraction  # takes half a second that other formats need not wait for
    from trafilatura.settings import Document

    data = source.read(limits.document_bytes)
    text = _decode_page(data)
    tree = parse_html(text)  # refuses what trafilatura would cut off without a word
    page = bare_extraction(
        text,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        favor_recall=True,
        with_metadata=True,
        date_extraction_params=_DATE_AS_MARKED_UP,
        config=_settings(),
    )
    if not isinstance(page, Document) or page.body is None:
        raise RefusedError("empty", f"{source.place}: no article text on the page")
    metadata = merge(source.metadata, _metadata(page, tree))
    found = tuple(passages(page.body, _TRAFILATURA))
    yield Draft(source.name, source.uri, source.place, digest(data), found, metadata)


def _decode_page(data: bytes) -> str:
    """The page's text in the encoding that it declares, where that fits, else as any text is decoded."""
    declared = _DECLARED.search(data[:_HEAD_FOR_CHARSET])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeError):
            return decode(data)
    return decode(data)


def _metadata(page: Any, tree: Any) -> Metadata:
    """What the page says of itself, a date with source ``page``."""
    said = {
        "title": page.title,
        "url": page.url,
        "publisher": page.sitename,
        "author": page.author and _without_date(page.author, tree),
        "published": page.date,
    }
    if page.date:
        said["published_source"] = "page"
    return fitting(said)


def _without_date(author: str, tree: Any) -> str:
    """An author without the date after the name: "Ann Example March" of a byline of March 25.

    trafilatura takes away the most of such a date, and leaves its month; May and March are also names.
    """
    parts = _NAME_AND_DATE.fullmatch(author)
    if parts is None or not is_month(parts["month"]):
        return author
    name, month = parts["name"], re.escape(parts["month"])
    dated = rf"{re.escape(name)}\W+(?:\d{{1,2}}\W+{month}|{month}\W+\d{{1,4}})\b"
    return name if re.search(dated, " ".join(" ".join(tree.itertext()).split())) else author


READER = Reader("HTML", _recognises, _read)
