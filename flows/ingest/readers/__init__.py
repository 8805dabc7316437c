"""The readers, one a format, in the order in which they are asked whether a source is theirs."""

from __future__ import annotations

from flows.ingest.readers import (
    archives,
    compressed,
    csv_tables,
    docx,
    feeds,
    html,
    json_documents,
    json_lines,
    mail,
    markdown,
    opendocument,
    parquet_tables,
    pdf,
    plain,
    rtf,
    web_archives,
)
from flows.ingest.readers.base import Reader

READERS: tuple[Reader, ...] = (
    docx.READER,
    opendocument.READER,
    rtf.READER,
    archives.ZIP,
    archives.TAR,
    compressed.GZIP,
    compressed.ZSTANDARD,
    web_archives.READER,
    pdf.READER,
    parquet_tables.READER,
    csv_tables.READER,
    feeds.READER,
    json_lines.READER,
    mail.MAILBOX,
    mail.MESSAGE,
    json_documents.READER,
    markdown.READER,
    html.READER,
    plain.READER,
)


def reader_for(name: str, head: bytes) -> Reader | None:
    """The reader of a source with this file name and these first bytes, or None."""
    return next((reader for reader in READERS if reader.recognises(name, head)), None)
