"""RSS and Atom feeds: a document an entry, from the longest text that the entry gives."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from typing import Any

from pydantic_core import to_json

from flows.ingest.limits import IngestLimits
from flows.ingest.metadata import fitting, merge
from flows.ingest.readers.base import Reader
from flows.ingest.readers.mail_dates import day_written
from flows.ingest.readers.markup import passages_of_html
from flows.ingest.source import Draft, Found, Passage, Refusal, RefusedError, Source, digest

_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_LOOKED_AT = 2048
_BEFORE_TYPE = re.compile(rb"(?>\s+|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_TYPE = re.compile(rb"<!DOCTYPE\s", re.IGNORECASE)
_ENTITY = re.compile(rb"<!ENTITY\b", re.IGNORECASE)
# One that stands for a few characters, and not for a file, an address, other entities or a text that would
# grow with every mention.
_SMALL_ENTITY = re.compile(
    rb"""<!ENTITY\s+[\w.:-]+\s+(?:"(?:[^"&%<]|&#\w{1,8};){0,30}"|'(?:[^'&%<]|&#\w{1,8};){0,30}')\s*>""",
    re.IGNORECASE,
)


def _recognises(name: str, head: bytes) -> bool:
    """By its root, or by a document type with entities that leaves no room for one."""
    start = _plain(head)
    if not start.startswith(b"<") or b"<html" in start[:_LOOKED_AT].lower():
        return False
    return bool(_ROOT.search(start[:_LOOKED_AT]) or (_declares_type(start) and _ENTITY.search(start)))


def _plain(data: bytes) -> bytes:
    """Markup in ASCII whatever the encoding, without the mark at its start."""
    return data.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")


def _declares_type(start: bytes) -> bool:
    before = _BEFORE_TYPE.match(start)
    return _TYPE.match(start, before.end() if before else 0) is not None


def _read(source: Source, limits: IngestLimits) -> Iterator[Found]:
    # Imported here: it takes a fifth of a second that other formats need not wait for
    import feedparser  # type: ignore[import-untyped]  # it ships no types

    data = source.read(limits.document_bytes)
    _check(data, source.place)
    feed = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    if not feed.entries:
        if feed.bozo:
            raise RefusedError("unreadable", f"{source.place}: a broken feed: {feed.bozo_exception}")
        raise RefusedError("empty", f"{source.place}: a feed without entries")
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield _draft(entry, number, feed.feed, source)
        except RefusedError as error:
            place = f"{source.place}, entry {number}"
            yield Refusal(source.name, f"{source.uri}#{number}", error.reason, f"{place}: {error.detail}")


def _check(data: bytes, place: str) -> None:
    """Refuse what reaches out of a feed or grows when it is parsed, and what is no feed.

    Raises RefusedError: ``unsafe`` on entities in its document type that stand for more than a few
    characters, ``unsupported`` on another kind of XML.
    """
    words = _plain(data)
    if _declares_type(words) and len(_ENTITY.findall(words)) > len(_SMALL_ENTITY.findall(words)):
        raise RefusedError("unsafe", f"{place}: its document type declares entities that are not read")
    if not _ROOT.search(words):
        raise RefusedError("unsupported", f"{place}: an XML document of a kind that no reader knows")


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
