"""Running the data checks of sql/checks: the statements of each file select the rows that offend it.

The first comment line of a file says what holds when no row is found. A check that would read every
document's text looks only at what the run in the variable ``checked_run`` wrote, where it is set.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from warehouse.connection import keeping_little_at_hand, open_for_reading
from warehouse.paths import SQL_FOLDER

EXAMPLES = 5


@dataclass(frozen=True)
class CheckResult:
    """The outcome of one check: how many rows offend it, and the first of them as dictionaries."""

    name: str
    meaning: str
    offending: int
    examples: tuple[dict[str, Any], ...]

    @property
    def passed(self) -> bool:
        """Whether no row offends the check."""
        return self.offending == 0


def run_checks(file: Path, run_id: str | None = None) -> list[CheckResult]:
    """Run every check on a warehouse file; evidence only of what ``run_id`` wrote, where it is given.

    Raises WarehouseMissing or WarehouseError.
    """
    with open_for_reading(file) as connection:
        size = file.stat().st_size
        return keeping_little_at_hand(connection, size, lambda: check_rows(connection, run_id))


def check_rows(connection: duckdb.DuckDBPyConnection, run_id: str | None = None) -> list[CheckResult]:
    """Run every check in the open transaction; evidence only of what ``run_id`` wrote, where given."""
    connection.execute("SET VARIABLE checked_run = ?", [run_id])
    results = [_check(connection, file) for file in sorted((SQL_FOLDER / "checks").glob("*.sql"))]
    connection.execute("RESET VARIABLE checked_run")
    return results


def _check(connection: duckdb.DuckDBPyConnection, file: Path) -> CheckResult:
    text = file.read_text(encoding="utf-8")
    meaning = text.partition("\n")[0].removeprefix("--").strip()
    columns: list[str] = []
    found: list[tuple[Any, ...]] = []
    for statement in connection.extract_statements(text):
        rows = connection.execute(statement)
        columns = columns or [column[0] for column in rows.description or ()]
        found += rows.fetchall()
    examples = tuple(dict(zip(columns, row, strict=True)) for row in found[:EXAMPLES])
    return CheckResult(file.stem, meaning, len(found), examples)
