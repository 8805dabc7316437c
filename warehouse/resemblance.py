"""Which documents of a run may nearly repeat others, by the signatures of both."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from models import Document
from warehouse.connection import keeping_little_at_hand, open_for_reading
from warehouse.planned import Plan
from warehouse.staging import SIGNATURES, StagingArea, dataset_of, document_schema

_DOCUMENTS_AT_A_TIME = 500

# A document is compared with the first and the last ones before it that share a band with it, so that
# thousands of one pattern take no time by their square. The book's documents come first; then those that
# replace a version in it; then by date and address, so that the order of reading changes nothing.
_RANKED = """
CREATE OR REPLACE TEMP TABLE ranked AS
WITH arriving AS (
    SELECT DISTINCT p.document_id, p.uri, p.outcome, d.published_on
    FROM planned AS p
    JOIN staged_documents AS d USING (uri, fingerprint)
    WHERE p.extract AND p.outcome IN ('new', 'changed')
), staying AS (
    SELECT d.document_id, d.uri, d.published_on
    FROM store.documents AS d
    WHERE NOT EXISTS (
        FROM planned AS p WHERE p.current AND p.uri = d.uri AND p.fingerprint <> d.fingerprint)
), signed AS (
    SELECT document_id, true AS kept, false AS arrives, 0 AS turn, published_on, uri
    FROM staying SEMI JOIN (FROM store.signatures WHERE method = $method) USING (document_id)
    UNION ALL
    SELECT s.document_id, false, a.document_id IS NOT NULL,
        CASE a.outcome WHEN 'changed' THEN 1 WHEN 'new' THEN 2 ELSE 0 END,
        coalesce(a.published_on, d.published_on), coalesce(a.uri, d.uri)
    FROM staged_signatures AS s
    LEFT JOIN arriving AS a USING (document_id)
    LEFT JOIN staying AS d USING (document_id)
    WHERE a.document_id IS NOT NULL OR d.document_id IS NOT NULL
)
SELECT document_id, kept, arrives,
    (row_number() OVER (ORDER BY turn, published_on NULLS LAST, uri, document_id) - 1)::INT AS rank
FROM signed
"""
_PAIRS = """
WITH wanted AS (
    SELECT DISTINCT unnest(s.bands) AS band
    FROM staged_signatures AS s SEMI JOIN (FROM ranked WHERE arrives) USING (document_id)
), banded AS (
    SELECT r.rank, r.arrives, k.band
    FROM (SELECT document_id, unnest(bands) AS band FROM store.signatures WHERE method = $method) AS k
    SEMI JOIN wanted USING (band)
    JOIN (FROM ranked WHERE kept) AS r USING (document_id)
    UNION ALL
    SELECT r.rank, r.arrives, s.band
    FROM (SELECT document_id, unnest(bands) AS band FROM staged_signatures) AS s
    JOIN (FROM ranked WHERE NOT kept) AS r USING (document_id)
), placed AS (
    SELECT *, row_number() OVER (PARTITION BY band ORDER BY rank) AS place FROM banded
)
SELECT DISTINCT later.rank AS later, earlier.rank AS earlier
FROM placed AS later
JOIN placed AS earlier USING (band)
WHERE later.arrives AND earlier.rank < later.rank
  AND (earlier.place <= $compared OR earlier.place >= later.place - $compared)
ORDER BY ALL
"""
_COMPARED = 50

_UNSIGNED = """
SELECT document_id FROM store.documents
ANTI JOIN (FROM store.signatures WHERE method = ?) USING (document_id)
ORDER BY document_id
"""
_DOCUMENTS = """
SELECT d.* EXCLUDE (fingerprint, run_id), b.blocks
FROM store.documents AS d
JOIN (
    SELECT document_id,
        list({'kind': kind, 'start_char': start_char, 'end_char': end_char} ORDER BY position) AS blocks
    FROM store.blocks WHERE document_id IN (SELECT unnest($1)) GROUP BY document_id
) AS b USING (document_id)
WHERE d.document_id IN (SELECT unnest($1))
ORDER BY d.document_id
"""


@dataclass(frozen=True)
class Pairs:
    """Pairs of documents, as rows of two places in ``document_ids``."""

    document_ids: Sequence[str]
    places: npt.NDArray[np.int32]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for later, earlier in self.places:
            yield self.document_ids[later], self.document_ids[earlier]

    @property
    def documents(self) -> set[str]:
        """The ids of all that are in a pair."""
        return {self.document_ids[place] for place in np.unique(self.places).tolist()}


def resembling(build: Path, staging: StagingArea, plan: Plan, method: str) -> Pairs:
    """Pairs of a document to be extracted and one before it that shares a band of its signature.

    The second is a document that stays in the book or one of the same run. All pairs of a document
    stand together, those of its first candidates first; a document that comes as a second has had all
    its own pairs before. Needs the signatures of ``method`` staged. Raises WarehouseMissing.
    """
    with open_for_reading(build) as connection:
        connection.register("planned", plan.to_arrow())
        connection.register("staged_documents", dataset_of(staging.text_parts(), document_schema()))
        connection.register("staged_signatures", dataset_of(staging.signature_parts(), SIGNATURES))

        def found() -> Pairs:
            connection.execute(_RANKED, {"method": method})
            rows = connection.execute(_PAIRS, {"method": method, "compared": _COMPARED}).fetchnumpy()
            ids = connection.execute("SELECT document_id FROM ranked ORDER BY rank").fetchall()
            places = np.column_stack([rows["later"], rows["earlier"]])
            return Pairs([document_id for (document_id,) in ids], places)

        return keeping_little_at_hand(connection, build.stat().st_size, found)


def unsigned(build: Path, method: str) -> list[str]:
    """The ids of the book's documents that have no signature of ``method``, sorted."""
    with open_for_reading(build) as connection:
        return [document_id for (document_id,) in connection.execute(_UNSIGNED, [method]).fetchall()]


def stored_documents(build: Path, document_ids: Collection[str]) -> Iterator[Document]:
    """The documents of these ids that the book holds, by their ids, a few hundred in memory at a time."""
    wanted = sorted(document_ids)
    with open_for_reading(build) as connection:
        for start in range(0, len(wanted), _DOCUMENTS_AT_A_TIME):
            rows = connection.execute(_DOCUMENTS, [wanted[start : start + _DOCUMENTS_AT_A_TIME]])
            names = [column[0] for column in rows.description or ()]
            for row in rows.fetchall():
                yield Document.model_validate(dict(zip(names, row, strict=True)))
