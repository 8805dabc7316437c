"""The review page's data: records that wait for a verdict, as the cells of the review sheet."""

from __future__ import annotations

from itertools import batched
from pathlib import Path
from typing import Any

from flows.report.data_files import write_data
from flows.report.marking import paragraph_of
from flows.report.merging import Row
from flows.report.render import Renderer, document_page, line_page
from flows.report.shares import WHOLE
from models.vocabulary import CATEGORIES, CERTAINTIES, FORCES, POLARITIES, SPEAKER_TYPES
from warehouse import ReportReader, sheet_cells
from warehouse.reviewing import COLUMNS

MOST = 1_000  # records of either order
CHUNK = 250  # records a file
SUGGESTED = 2_000  # names, the most frequent ones
ALLOWED = {
    "force": FORCES,
    "polarity": POLARITIES,
    "certainty": CERTAINTIES,
    "category": CATEGORIES,
    "speaker_type": SPEAKER_TYPES,
    "direct": ("true", "false"),
}


def write_review(reader: ReportReader, renderer: Renderer, folder: Path) -> None:
    """Write review.html and its data: the records that are least certain, and the newest."""
    queue = reader.rows("review_queue", most=MOST)
    ids = [place["record_id"] for place in queue]
    found = {
        row["record_id"]: row
        for row in reader.stream("evidence", by_line=False, only=ids, **WHOLE.bounds("doc"))
    }
    chunks = []
    for index, some in enumerate(batched(ids, CHUNK)):
        chunks.append(f"review-{index}")
        write_data(folder, chunks[-1], [_record(found[record_id]) for record_id in some])
    newest = sorted(range(len(queue)), key=lambda index: int(queue[index]["newest"]))
    about = {
        "columns": COLUMNS,
        "allowed": ALLOWED,
        "names": [row["name"] for row in reader.rows("actor_names", most=SUGGESTED)],
        "chunks": chunks,
        "n_records": len(queue),
        "orders": {"doubtful": list(range(len(queue))), "newest": newest},
    }
    write_data(folder, "review", about)
    renderer.write("review.html", "review.html.jinja", "Review", n_records=len(queue))


def _record(row: Row) -> dict[str, Any]:
    page = document_page(row["document_id"])
    return {
        "cells": sheet_cells(row),
        "paragraph": paragraph_of(row),
        "title": row["title"] or row["source_name"],
        "page": f"{page}#{row['record_id']}",
        "line": line_page(row["ledger_id"]) if row["ledger_id"] else None,
    }
