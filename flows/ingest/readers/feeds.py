"""RSS and Atom feeds: a document an entry, from the longest text that the entry gives."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from typing import Any

import feedparser  # type: ignore[import-untyped]  # it ships no types
from pydantic_core import to_json

from flows.ingest.limits import IngestLimits
from flows.ingest.metadata import fitting, merge
from flows.ingest.readers.base import Reader
from flows.ingest.readers.mail_dates import day_written
from flows.ingest.readers.markup import passages_of_html
from flows.ingest.source import Draft, Found, Passage, RefusedError, Source, digest

_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_LOOKED_AT = 2048
# An entity that stands for a file, an address or other entities, not for a character.
_ENTITY = re.compile(rb"<!ENTITY\s[^>]*(?:\bSYSTEM\s|\bPUBLIC\s|&[^#\s])", re.IGNORECASE)


def _recognises(name: str, head: bytes) -> bool:
    start = head[:_LOOKED_AT].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<") and bool(_ROOT.search(start)) and b"<html" not in start.lower()


def _read(source: Source, limits: IngestLimits) -> Iterator[Found]:
    data = source.read(limits.document_bytes)
    _check_entities(data, source.place)
    feed = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    if not feed.entries:
        if feed.bozo:
            raise RefusedError("unreadable", f"{source.place}: a broken feed: {feed.bozo_exception}")
        raise RefusedError("empty", f"{source.place}: a feed without entries")
    for number, entry in enumerate(feed.entries, 1):
        yield _draft(entry, number, feed.feed, source)


def _check_entities(data: bytes, place: str) -> None:
    """Raise RefusedError(unsafe) where a feed declares what reaches out of it or grows without end."""
    before_root = _ROOT.split(data.replace(b"\0", b""), maxsplit=1)[0]
    if _ENTITY.search(before_root):
        raise RefusedError("unsafe", f"{place}: its document type declares entities that are not read")


def _draft(entry: Any, number: int, feed: Any, source: Source) -> Draft:
    """An entry's draft, called by its id or address; its title and date count as metadata."""
    body, kind = _body(entry)
    link = entry.get("link")
    said = {
        "title": _words(entry.get("title", "")),
        "url": link,
        "publisher": _words(feed.get("title", "")),
        "author": entry.get("author"),
        "language": feed.get("language"),
        "published": _published(entry),
    }
    name = entry.get("id") or link or f"{source.name}, entry {number}"
    content: str | tuple[Passage, ...] = body if kind == "text/plain" else tuple(passages_of_html(body))
    return Draft(
        name=name,
        uri=link or f"{source.uri}#{number}",
        place=f"{source.place}, entry {number}",
        sha256=digest(to_json([name, said, body], fallback=str)),
        content=content,
        metadata=merge(source.metadata, fitting(said)),
    )


def _body(entry: Any) -> tuple[str, str]:
    """The longest text of an entry, with its media type."""
    given = [*entry.get("content", ()), *filter(None, [entry.get("summary_detail")])]
    texts = [(part.get("value") or "", part.get("type") or "text/html") for part in given]
    return max(texts, key=lambda text: len(text[0]), default=("", "text/plain"))


def _words(title: str) -> str:
    """A title without markup, which some feeds escape twice."""
    return " ".join(passage.text for passage in passages_of_html(title))


def _published(entry: Any) -> dt.date | None:
    """The day that the entry is dated, as it writes it, in its own time zone."""
    for key in ("published", "updated"):
        if written := entry.get(key):
            parsed = entry.get(f"{key}_parsed")
            return day_written(written) or (dt.date(*parsed[:3]) if parsed else None)
    return None


READER = Reader("feed", _recognises, _read)
