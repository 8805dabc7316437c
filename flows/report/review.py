"""The review page's data: an index of all records, and their words and cells in sheets by document.

The index is what the page chooses and orders records by. The rest of a record is read when it is shown:
it lies with the records of all documents whose ids begin alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import batched
from pathlib import Path
from typing import Any

from flows.report.data_files import write_data
from flows.report.marking import ROLES, Segment, paragraph_of
from flows.report.merging import Row
from flows.report.render import Renderer
from models.vocabulary import CATEGORIES, CERTAINTIES, FORCES, POLARITIES, SPEAKER_TYPES
from warehouse import ReportReader, sheet_cells
from warehouse.reviewing import COLUMNS, DEFAULTS

CHUNK = 10_000  # records of the index a file
SUGGESTED = 2_000  # names, the most frequent ones
ALLOWED = {
    "force": FORCES,
    "polarity": POLARITIES,
    "certainty": CERTAINTIES,
    "category": CATEGORIES,
    "speaker_type": SPEAKER_TYPES,
    "direct": ("true", "false"),
}
BITS = {role: 1 << place for place, role in enumerate(ROLES)}


def write_review(reader: ReportReader, renderer: Renderer, folder: Path) -> None:
    """Write review.html and its index, the least certain records first."""
    documents = reader.rows("document_list")
    places = {document["document_id"]: place for place, document in enumerate(documents)}
    names: dict[str, int] = {}
    chunks = []
    for number, some in enumerate(batched(reader.stream("review_queue"), CHUNK)):
        chunks.append(f"review-{number}")
        write_data(folder, chunks[-1], _columns(some, places, names))
    about = {
        "columns": COLUMNS,
        "allowed": ALLOWED,
        "defaults": DEFAULTS,
        "roles": ROLES,
        "names": list(names),
        "suggested": [row["name"] for row in reader.rows("actor_names", most=SUGGESTED)],
        "documents": _documents(documents),
        "chunks": chunks,
        "rejected": [_rejected(row) for row in reader.stream("rejected")],
    }
    write_data(folder, "review", about)
    renderer.write("review.html", "review.html.jinja", "Review")


def write_records(folder: Path, sheet: str, records: Sequence[Row]) -> None:
    """Write what the review page shows of the records of a sheet's documents, rows of evidence.sql."""
    if records:
        write_data(folder, f"records/{sheet}", [_record(record) for record in records])


def _columns(rows: Sequence[Row], places: Mapping[str, int], names: dict[str, int]) -> dict[str, list[Any]]:
    """Rows as columns: documents as places in their list, names as numbers, which new ones get here."""

    def numbers(row: Row, side: str) -> list[int]:
        return [names.setdefault(name, len(names)) for name in row[side]]

    return {
        "id": [_digits(row["record_id"]) for row in rows],
        "line": [_digits(row["ledger_id"]) if row["ledger_id"] else None for row in rows],
        "document": [places[row["document_id"]] for row in rows],
        "force": [FORCES.index(row["force"]) for row in rows],
        "category": [CATEGORIES.index(row["category"]) for row in rows],
        "confidence": [round(100 * row["confidence"]) for row in rows],
        "promisors": [numbers(row, "promisors") for row in rows],
        "beneficiaries": [numbers(row, "beneficiaries") for row in rows],
        "speaker": [names.setdefault(row["speaker"], len(names)) if row["speaker"] else None for row in rows],
        "action": [row["action"] for row in rows],
        "reviewed": [int(row["reviewed"]) for row in rows],
    }


def _documents(documents: Sequence[Row]) -> dict[str, list[Any]]:
    return {
        "id": [_digits(document["document_id"]) for document in documents],
        "title": [document["name"] for document in documents],
        "source": [document["source_name"] for document in documents],
        "publisher": [document["publisher"] for document in documents],
        "day": [str(document["published_on"] or "") for document in documents],
    }


def _record(row: Row) -> list[Any]:
    """A record's cells in the order of the sheet's columns, and its paragraph."""
    return [list(sheet_cells(row).values()), [_segment(segment) for segment in paragraph_of(row)]]


def _rejected(row: Row) -> dict[str, Any]:
    """The cells of a record that an analyst has rejected, and who did so, when and why."""
    told = {"by": row["rejected_by"], "on": str(row["rejected_on"]), "note": row["note"] or ""}
    return {"cells": list(sheet_cells(row | {"note": None}).values()), **told}


def _segment(segment: Segment) -> tuple[str, int]:
    """A segment's words, and its roles as the sum of their bits."""
    return segment.text, sum(BITS[role] for role in segment.roles)


def _digits(identifier: str) -> str:
    return identifier.partition("_")[2]
