"""What the office formats share: a zip file of XML parts that make one document."""

from __future__ import annotations

import io
import zipfile

from flows.ingest.limits import IngestLimits
from flows.ingest.source import RefusedError, Source

ZIP_START = b"PK\x03\x04"


_XML = (".xml", ".rels")


def check_parts(data: bytes, source: Source, limits: IngestLimits) -> None:
    """Raise RefusedError where an Office file's parts are no parts of one document.

    ``too_large`` where they are larger than one document may be: a zip file's declared sizes hold, as
    Python reads no more of a member than it declares. ``unsafe`` where one declares a document type,
    which no Office program writes and whose entities may stand for files or grow without end.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        size = sum(info.file_size for info in infos)
        if size > limits.document_bytes:
            raise RefusedError("too_large", f"{source.place} expands to {size:,} bytes")
        for info in infos:
            if info.filename.endswith(_XML) and b"<!DOCTYPE" in archive.read(info).replace(b"\0", b""):
                raise RefusedError("unsafe", f"{source.place}: {info.filename} declares a document type")
