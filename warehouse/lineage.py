"""From one commitment back to the run, the extractor, the rules, the file and its bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from warehouse.errors import UnknownCommitment
from warehouse.reading import open_readonly

Row = dict[str, Any]


@dataclass(frozen=True)
class Trace:
    """Where a record comes from; each row is a dictionary of its columns.

    ``record`` is what readers see (None where an analyst rejected it), ``machine`` what was found
    (None where an analyst added it); ``cues`` have the words that each rule fired on.
    """

    record: Row | None
    machine: Row | None
    cues: tuple[Row, ...]
    document: Row
    extraction: Row | None
    first_seen: Row | None
    inputs: tuple[Row, ...]
    verdicts: tuple[Row, ...]
    ledger: tuple[Row, ...]


RECORD = "SELECT * FROM records WHERE record_id = ?"
MACHINE = "FROM store.records WHERE record_id = ?"
ADDED = "SELECT document_id FROM store.added_records WHERE record_id = ?"
MEMBERS = "SELECT record_id FROM records WHERE ledger_id = ? ORDER BY published_on, record_id"
CUES = """
SELECT c.role, c.rule_id, d.text[c.start_char + 1 : c.end_char] AS words, c.start_char, c.end_char
FROM store.cues AS c
JOIN store.documents AS d USING (document_id)
WHERE c.record_id = ?
ORDER BY c.position
"""
DOCUMENT = """
SELECT document_id, source_name, uri, title, publisher, published_on, published_source, sha256, text_sha256,
    n_chars, run_id AS loaded_by
FROM store.documents
WHERE document_id = ?
"""
EXTRACTION = """
SELECT e.run_id, e.extractor_version, r.started_at, r.finished_at
FROM store.extractions AS e
JOIN store.runs AS r USING (run_id)
WHERE e.document_id = ?
"""
FIRST_SEEN = """
SELECT r.run_id, r.started_at, r.extractor_version
FROM store.first_seen AS f
JOIN store.runs AS r USING (run_id)
WHERE f.record_id = ?
"""
INPUTS = """
SELECT i.run_id, i.uri, i.source_name, i.outcome
FROM inputs AS i
JOIN store.runs AS r USING (run_id)
WHERE i.document_id = ?
ORDER BY r.number, i.number
"""
VERDICTS = """
SELECT verdict, field, machine_value, human_value, reviewed_by, reviewed_at, note
FROM reviews
WHERE commitment_id = ?
ORDER BY number, field
"""
LEDGER = """
SELECT ledger_id, position, step, commitment_id, published_on, source_name, action, joined_by, score
FROM ledger_history
WHERE ledger_id = (SELECT ledger_id FROM records WHERE record_id = ?)
ORDER BY position
"""


def trace(published: Path, commitment_id: str) -> Trace:
    """Everything that ``commitment_id`` rests on.

    Raises UnknownCommitment where the book has no record of that id, and what ``open_readonly`` raises.
    """
    connection = open_readonly(published)
    try:
        return _trace(connection, commitment_id)
    finally:
        connection.close()


def _trace(connection: duckdb.DuckDBPyConnection, commitment_id: str) -> Trace:
    def rows(sql: str, key: str = commitment_id) -> tuple[Row, ...]:
        result = connection.execute(sql, [key])
        names = [column[0] for column in result.description or ()]
        return tuple(dict(zip(names, row, strict=True)) for row in result.fetchall())

    machine = _first(rows(MACHINE))
    holder = machine or _first(rows(ADDED))
    if holder is None:
        raise _unknown(commitment_id, [row["record_id"] for row in rows(MEMBERS)])
    document_id = holder["document_id"]
    return Trace(
        record=_first(rows(RECORD)),
        machine=machine,
        cues=rows(CUES),
        document=rows(DOCUMENT, document_id)[0],
        extraction=_first(rows(EXTRACTION, document_id)),
        first_seen=_first(rows(FIRST_SEEN)),
        inputs=rows(INPUTS, document_id),
        verdicts=rows(VERDICTS),
        ledger=rows(LEDGER),
    )


def _unknown(given: str, members: Sequence[str]) -> UnknownCommitment:
    """The error that says which ids can be traced instead."""
    if members:
        return UnknownCommitment(f"{given} is a ledger line; trace one of its records: {', '.join(members)}")
    return UnknownCommitment(f"the book has no record {given}; a commitment_id begins with com_")


def _first(rows: tuple[Row, ...]) -> Row | None:
    return rows[0] if rows else None
