"""Documents, one paragraph a line, for the tests of whatever needs more than a sentence."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import cache

from flows.extract.analysis import Analysis
from flows.extract.parse import Token
from flows.extract.pipeline import Extractor
from flows.ingest.dating import dateline_length
from models import Block, Document, Extraction, Record
from models.vocabulary import BlockKind, Genre

DAY = dt.date(2023, 7, 10)


@cache
def extractor() -> Extractor:
    """The extractor that all tests share: it takes two seconds to load."""
    return Extractor()


def document(
    text: str,
    genre: Genre | None = "news",
    title: str | None = None,
    publisher: str | None = None,
    published_on: dt.date | None = DAY,
    name: str = "test.txt",
) -> Document:
    """A document of one block a line of ``text``; a line that starts with "- " is a list item.

    A dateline that opens the text is a block of its own.
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        document_id=Document.make_id(name, digest),
        source_name=name,
        uri=f"file:{name}",
        title=title,
        publisher=publisher,
        published_on=published_on,
        genre=genre,
        text=text,
        sha256=digest,
        text_sha256=digest,
        n_chars=len(text),
        blocks=tuple(_blocks(text)),
    )


def _blocks(text: str) -> list[Block]:
    start = dateline_length(text)
    found = [Block(kind="dateline", start_char=0, end_char=len(text[:start].rstrip()))] if start else []
    for line in text[start:].split("\n"):
        kind: BlockKind = "list_item" if line.startswith("- ") else "prose"
        if line.strip():
            found.append(Block(kind=kind, start_char=start, end_char=start + len(line)))
        start += len(line) + 1
    return found


def extraction(item: Document) -> Extraction:
    """What the shared extractor finds in one document; fails where it is set aside."""
    (found,) = extractor().extract([item])
    assert isinstance(found, Extraction), found
    return found


def who(text: str, words: str) -> list[str]:
    """Whom the first ``words`` of a report stand for."""
    found = analysis(text)
    first = text.index(words)
    span = found.doc.char_span(first, first + len(words))
    assert span is not None
    return [party.name for party in found.resolver.of(span[-1])]


def records(
    text: str,
    genre: Genre | None = "news",
    title: str | None = None,
    publisher: str | None = None,
    published_on: dt.date | None = DAY,
) -> tuple[Record, ...]:
    """The records of a text."""
    return extraction(document(text, genre, title, publisher, published_on)).records


def analysis(
    text: str,
    genre: Genre | None = "news",
    title: str | None = None,
    publisher: str | None = None,
    published_on: dt.date | None = DAY,
) -> Analysis:
    """The analysis of a text."""
    return extractor().analyse(document(text, genre, title, publisher, published_on))


def token_at(found: Analysis, words: str) -> Token:
    """The last token of the last place where ``words`` stand."""
    start = found.document.text.rindex(words)
    span = found.doc.char_span(start, start + len(words))
    assert span is not None, f"{words!r} cuts a token"
    return span[-1]


def name_at(text: str, words: str) -> str | None:
    """Whom the last of ``words`` names where they stand last in ``text``."""
    found = analysis(text)
    named = found.names.at(token_at(found, words))
    return named.name if named is not None else None


def parties_at(text: str, words: str) -> list[str]:
    """The parties that ``words`` stand for where they stand last in ``text``."""
    found = analysis(text)
    return [party.name for party in found.resolver.of(token_at(found, words))]
