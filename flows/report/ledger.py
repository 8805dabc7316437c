"""The table of all ledger lines: its page, and the lines as columns in chunks of data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import batched
from pathlib import Path
from typing import Any

from flows.report.commitments import due_state
from flows.report.data_files import write_data
from flows.report.merging import Row
from flows.report.render import Renderer, actor_id
from models.vocabulary import CATEGORIES, CERTAINTIES, FORCES
from warehouse import ReportReader

SUGGESTED = 2_000  # names, the most frequent ones
FIRST_CHUNK = 1_000  # lines: the page shows the first ones before it has read the others
CHUNK = 10_000
EPOCH = dt.date(1970, 1, 1)
STATUSES = (
    *("requested", "negotiating", "announced", "agreed", "delivered"),
    *("refused", "withdrawn", "contradicted"),
)
SOURCINGS = ("open", "anonymous", "both")
DUE_STATES = ("ahead", "passed", "settled")
CLOSED = {
    "strongest_force": FORCES,
    "category": CATEGORIES,
    "certainty": CERTAINTIES,
    "status": STATUSES,
    "sourcing": SOURCINGS,
}


def write_ledger_page(reader: ReportReader, renderer: Renderer, folder: Path, today: dt.date) -> None:
    """Write ledger.html and its data, in which names and closed values are numbers, dates days since 1970."""
    rows = reader.rows("ledger")
    names = sorted({name for row in rows for name in (*row["promisors"], *row["beneficiaries"])})
    numbers = {name: number for number, name in enumerate(names)}
    chunks = []
    for index, some in enumerate([rows[:FIRST_CHUNK], *batched(rows[FIRST_CHUNK:], CHUNK)]):
        chunks.append(f"ledger-{index}")
        write_data(folder, chunks[-1], _columns(some, numbers, today))
    values = {name: list(allowed) for name, allowed in CLOSED.items()} | {"due_state": list(DUE_STATES)}
    about = {
        "names": names,
        "actors": [actor_id(name).partition("_")[2] for name in names],
        "suggested": [row["name"] for row in reader.rows("actor_names", most=SUGGESTED)],
        "values": values,
        "chunks": chunks,
        "n": len(rows),
    }
    write_data(folder, "ledger", about)
    renderer.write("ledger.html", "ledger.html.jinja", "Ledger", values=values)


def _columns(rows: Sequence[Row], numbers: dict[str, int], today: dt.date) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {
        "id": [row["ledger_id"].partition("_")[2] for row in rows],
        "promisors": [[numbers[name] for name in row["promisors"]] for row in rows],
        "beneficiaries": [[numbers[name] for name in row["beneficiaries"]] for row in rows],
        "seen": [_days(row["last_seen"]) for row in rows],
        "due": [_days(row["due_end"]) for row in rows],
        "due_state": [_position(DUE_STATES, due_state(row, today)) for row in rows],
        "confidence": [round(100 * row["confidence"]) for row in rows],
        "reviewed": [int(row["reviewed"]) for row in rows],
    }
    columns |= {name: [row[name] for row in rows] for name in ("action", "amount", "unit", "n_records")}
    return columns | {name: [allowed.index(row[name]) for row in rows] for name, allowed in CLOSED.items()}


def _days(value: dt.date | None) -> int | None:
    return None if value is None else (value - EPOCH).days


def _position(values: tuple[str, ...], value: str | None) -> int | None:
    return None if value is None else values.index(value)
