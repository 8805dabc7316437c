"""Documents as ingestion hands them on, and inputs that it could not read."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from typing import Self

from pydantic import Field, model_validator

from models.base import Contract, stable_id
from models.vocabulary import BlockKind, Genre, PublishedPrecision, PublishedSource, Reason, Stage


class Metadata(Contract):
    """What a sidecar file, front matter or a JSON line may say of a document besides its text."""

    id: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: dt.date | None = None
    published_source: PublishedSource | None = None
    published_precision: PublishedPrecision | None = None
    language: str | None = None
    genre: Genre | None = None


class Block(Contract):
    """A stretch of a document's text of one kind; ``text[start_char:end_char]`` are its words."""

    kind: BlockKind
    start_char: int = Field(ge=0)
    end_char: int = Field(gt=0)


class Document(Contract):
    """One document whose ``text`` is what every offset of the warehouse indexes.

    ``sha256`` is of the raw bytes that the document was read from (of the JSON line, where it came
    from one), ``text_sha256`` of ``text`` in UTF-8. ``blocks`` are sorted and do not overlap;
    sentences are sought in blocks of kind ``title``, ``heading``, ``prose`` and ``list_item`` alone.
    ``published_on`` is None where nothing dates the document.
    """

    document_id: str
    source_name: str
    uri: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published_on: dt.date | None = None
    published_source: PublishedSource | None = None
    published_precision: PublishedPrecision | None = None
    language: str = "en"
    genre: Genre | None = None
    text: str = Field(min_length=1)
    sha256: str
    text_sha256: str
    n_chars: int
    blocks: tuple[Block, ...]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.n_chars != len(self.text):
            raise ValueError(f"n_chars is {self.n_chars}, but the text has {len(self.text)} characters")
        reached = 0
        for block in self.blocks:
            if block.start_char < reached or block.end_char <= block.start_char:
                raise ValueError(f"block at {block.start_char} overlaps the one before or is empty")
            reached = block.end_char
        if reached > len(self.text):
            raise ValueError(f"a block ends at {reached}, past the text's end")
        return self

    @staticmethod
    def make_id(source_name: str, text_sha256: str) -> str:
        """The document's id: the same name and text give the same id on every machine."""
        return stable_id("doc", source_name, text_sha256)

    def fingerprint(self) -> str:
        """A SHA-256 of all that ingestion says of the document: text, blocks and metadata."""
        return hashlib.sha256(self.model_dump_json().encode("utf-8", "surrogatepass")).hexdigest()

    def set_aside(self, stage: Stage, reason: Reason, detail: str) -> Quarantined:
        """This document as one that did not get past ``stage``."""
        return Quarantined(
            source_name=self.source_name,
            uri=self.uri,
            stage=stage,
            reason=reason,
            detail=detail,
            sha256=self.sha256,
        )


class Quarantined(Contract):
    """An input, or a part of one, that was set aside, with a reason that an analyst understands."""

    source_name: str
    uri: str
    stage: Stage
    reason: Reason
    detail: str
    sha256: str | None = None


def in_parts(
    documents: Iterable[Document], most_documents: int, most_characters: int
) -> Iterator[list[Document]]:
    """Group documents, in order, into parts of no more documents and characters than given.

    A document with more characters is a part by itself.
    """
    part: list[Document] = []
    characters = 0
    for document in documents:
        full = len(part) >= most_documents or characters + document.n_chars > most_characters
        if part and full:
            yield part
            part, characters = [], 0
        part.append(document)
        characters += document.n_chars
    if part:
        yield part
