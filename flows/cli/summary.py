"""The end of a run on the screen: the commitments it found, what it set aside, and its counts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flows.cli.rows import console, print_table
from flows.cli.terminal import printable
from flows.numbers import counted
from warehouse import query

if TYPE_CHECKING:
    from flows.steps import Loaded

SHOWN_COMMITMENTS = 30
SHOWN_QUARANTINED = 10
ASKED_DOCUMENTS = 1000

COMMITMENTS = """
    SELECT promisors AS who, action, beneficiaries AS "to whom",
           force, certainty, due_text AS "when", speaker AS "said by", source_name AS source
    FROM commitments
    WHERE list_contains(?::TEXT[], document_id)
    ORDER BY list_position(?::TEXT[], document_id), start_char
    LIMIT ?
"""
QUARANTINED = "SELECT source_name, stage, reason, detail FROM quarantine WHERE run_id = ? LIMIT ?"


def print_summary(loaded: Loaded, warehouse: Path) -> None:
    """Print what ``pledgebook run`` closes with; the rows come from the published warehouse."""
    documents = list(loaded.extracted[:ASKED_DOCUMENTS])
    found = query(warehouse, COMMITMENTS, [documents, documents, SHOWN_COMMITMENTS])
    if found.rows:
        print_table([column.name for column in found.columns], found.rows)
    _print_quarantined(loaded.summary.run_id, warehouse)
    for line in _closing_lines(loaded, warehouse):
        console().print(line, soft_wrap=True)


def _print_quarantined(run_id: str, warehouse: Path) -> None:
    rows = query(warehouse, QUARANTINED, [run_id, SHOWN_QUARANTINED]).rows
    for source_name, stage, reason, detail in rows:
        line = f"set aside at {stage}: {printable(source_name)}: {reason}: {printable(detail)}"
        console().print(line, soft_wrap=True)


def _closing_lines(loaded: Loaded, warehouse: Path) -> list[str]:
    counts = loaded.summary
    lines = [
        f"documents: {counts.new} new, {counts.unchanged} unchanged, {counts.changed} changed, "
        f"{counts.duplicate} duplicate, {counts.quarantined} quarantined",
        f"the book:  {counts.mentions} mentions, {counts.entities} entities, "
        f"{counts.commitments} commitments",
        f"seconds:   {counts.seconds:.1f}",
        f"warehouse: {printable(warehouse)}",
    ]
    if loaded.lapsed:
        lapsed = counted(loaded.lapsed, "verdict")
        does = "applies" if loaded.lapsed == 1 else "apply"
        lines.append(f"verdicts:  {lapsed} no longer {does} (see the view reviews)")
    return lines
