"""What the book knows of files that were read before, for those who would read them again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from models import Quarantined
from models.reading import KnownDocument
from warehouse.connection import open_for_reading

Item = tuple[str | None, KnownDocument | Quarantined]

_KNOWN = tuple(KnownDocument.model_fields)
_REFUSED = tuple(name for name in Quarantined.model_fields if name != "stage")

# A document that has no extraction of this version is not known: its text will be needed.
_RECALL = f"""
WITH unfinished AS (
    SELECT d.uri, d.fingerprint
    FROM store.documents AS d
    LEFT JOIN store.extractions AS e USING (document_id)
    WHERE e.extractor_version IS DISTINCT FROM $version
), readings AS (
    SELECT r.*, u.uri IS NOT NULL AS is_unfinished
    FROM store.readings AS r
    LEFT JOIN unfinished AS u USING (uri, fingerprint)
    WHERE list_bool_or(list_transform($roots, lambda root: starts_with(r.source_uri, root)))
)
SELECT
    CASE WHEN bool_or(is_unfinished) OVER (PARTITION BY source_uri) THEN NULL ELSE source_key END,
    is_unfinished, document_id IS NOT NULL, {", ".join(_KNOWN)}, {", ".join(_REFUSED)}
FROM readings
ORDER BY source_uri, number
"""


def recall(build: Path, roots: Sequence[str], extractor_version: str) -> Iterator[Item]:
    """The items of files whose address begins with one of ``roots``, with the keys of their files.

    What has no extraction by ``extractor_version`` is left out; the key of a file that gave such a
    document is None. Raises WarehouseMissing or WarehouseBusy.
    """
    with open_for_reading(build) as connection:
        rows = connection.execute(_RECALL, {"roots": list(roots), "version": extractor_version}).fetchall()
    for source, is_unfinished, is_document, *values in rows:
        if is_document and not is_unfinished:
            yield source, KnownDocument.model_validate(dict(zip(_KNOWN, values, strict=False)))
        elif not is_document:
            refused = dict(zip(_REFUSED, values[len(_KNOWN) :], strict=True))
            yield source, Quarantined.model_validate(refused | {"stage": "ingest"})
