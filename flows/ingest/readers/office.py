"""What the office formats share: a zip file of XML parts that make one document."""

from __future__ import annotations

import io
import zipfile

from flows.ingest.limits import IngestLimits
from flows.ingest.source import RefusedError, Source

ZIP_START = b"PK\x03\x04"


def check_expanded_size(data: bytes, source: Source, limits: IngestLimits) -> None:
    """Raise RefusedError where the parts of an Office file are larger than one document may be.

    A zip file's declared sizes hold: Python reads no more of a member than it declares.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
    size = sum(info.file_size for info in infos)
    if size > limits.document_bytes:
        raise RefusedError("too_large", f"{source.place} expands to {size:,} bytes")
