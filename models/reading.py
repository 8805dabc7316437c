"""What a source gave when it was read, as far as it takes to know it again without reading it."""

from __future__ import annotations

import datetime as dt

from models.base import Contract
from models.document import Document, Quarantined
from models.vocabulary import Reason


class KnownDocument(Contract):
    """A document without its text: what tells it from others and decides what it is to the book.

    ``draft_key`` names all that the document was made from, ``identifier`` is the id that its metadata
    gave it, ``place`` is how a message names it; the rest is as in ``Document``.
    """

    draft_key: str
    identifier: str | None
    place: str
    document_id: str
    source_name: str
    uri: str
    sha256: str
    text_sha256: str
    fingerprint: str
    published_on: dt.date | None

    @classmethod
    def of(cls, document: Document, draft_key: str, identifier: str | None, place: str) -> KnownDocument:
        """What to remember of ``document``."""
        return cls(
            draft_key=draft_key,
            identifier=identifier,
            place=place,
            document_id=document.document_id,
            source_name=document.source_name,
            uri=document.uri,
            sha256=document.sha256,
            text_sha256=document.text_sha256,
            fingerprint=document.fingerprint(),
            published_on=document.published_on,
        )


class Reading(Contract):
    """One item of those that a source gave, in the order of ``number``: a document or a refusal.

    ``source_uri`` is the address of the file, as a document's would be.
    """

    source_uri: str
    number: int
    source_name: str
    uri: str
    sha256: str | None
    draft_key: str | None = None
    identifier: str | None = None
    place: str | None = None
    document_id: str | None = None
    text_sha256: str | None = None
    fingerprint: str | None = None
    published_on: dt.date | None = None
    reason: Reason | None = None
    detail: str | None = None

    @classmethod
    def of(cls, source_uri: str, number: int, item: KnownDocument | Quarantined) -> Reading:
        """The reading of one item."""
        values = item.model_dump(exclude={"stage"})
        return cls(source_uri=source_uri, number=number, **values)

    def item(self) -> KnownDocument | Quarantined:
        """The item that was read."""
        values = self.model_dump(exclude_none=True, exclude={"source_uri", "number"})
        if self.reason is not None:
            return Quarantined.model_validate(values | {"stage": "ingest"})
        optional = {"identifier": self.identifier, "published_on": self.published_on}
        return KnownDocument.model_validate(values | optional)


class SourceRead(Contract):
    """That a file was read to its end; ``source_key`` names its bytes and all else that it was read by."""

    source_uri: str
    source_key: str
