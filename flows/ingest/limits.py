"""How much ingestion reads before it refuses, so that memory and time stay bounded."""

from __future__ import annotations

from pydantic import Field

from models.base import Contract


class IngestLimits(Contract):
    """The bounds of reading; sizes in bytes of the decompressed input unless said otherwise.

    ``document_bytes`` bounds a file that holds one document, ``line_bytes`` a line of JSON Lines,
    ``metadata_bytes`` a sidecar, front matter or an e-mail's headers, ``text_characters`` a document's
    text and ``text_paragraphs`` its paragraphs; what is larger is quarantined as ``too_large``.
    ``spooled_bytes`` bounds what is copied to a temporary file because its reader must seek: a compressed
    archive, a table, standard input.

    The rest is for compressed files and archives, and what breaks it is ``unsafe``: how many may lie
    inside one another (``container_depth``), and for all that comes out of one outermost file the
    number of members, the bytes, and the bytes for each compressed byte (``container_ratio``).
    ``fetch_seconds`` is how long fetching one web address may take, all in all.
    """

    document_bytes: int = Field(default=64 * 2**20, gt=0)
    line_bytes: int = Field(default=16 * 2**20, gt=0)
    text_characters: int = Field(default=5_000_000, gt=0)
    text_paragraphs: int = Field(default=200_000, gt=0)
    metadata_bytes: int = Field(default=2**20, gt=0)
    spooled_bytes: int = Field(default=4 * 2**30, gt=0)
    container_depth: int = Field(default=3, ge=0)
    container_members: int = Field(default=100_000, gt=0)
    container_bytes: int = Field(default=64 * 2**30, gt=0)
    container_ratio: int = Field(default=200, gt=0)
    fetch_seconds: float = Field(default=60, gt=0)
