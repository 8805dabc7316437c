"""Writing a whole view to a file for other tools."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal, get_args

import duckdb

from warehouse.connection import open_for_reading, sql_literal
from warehouse.errors import WarehouseError

Format = Literal["parquet", "csv", "jsonl"]
FORMATS: tuple[str, ...] = get_args(Format)
OPTIONS = {"parquet": "FORMAT parquet, COMPRESSION zstd", "csv": "FORMAT csv, HEADER", "jsonl": "FORMAT json"}


def view_names(file: Path) -> list[str]:
    """The names of the views that a warehouse file offers to readers."""
    with open_for_reading(file) as connection:
        return _view_names(connection)


def export_view(file: Path, view: str, out: Path, format: Format) -> int:
    """Write every row of ``view`` to ``out``, whole or not at all; returns the number of rows.

    In CSV, lists and maps are JSON texts. Raises WarehouseError where there is no such view or ``out``
    can't be written, WarehouseMissing where there is no warehouse.
    """
    temporary = out.with_name(f".{out.name}.{os.getpid()}")
    with open_for_reading(file) as connection:
        if view not in _view_names(connection):
            raise WarehouseError(f"there is no view {view!r}; there are {', '.join(_view_names(connection))}")
        rows = _flat(connection, view) if format == "csv" else f'FROM main."{view}"'
        try:
            out.parent.mkdir(parents=True, exist_ok=True)
            written = connection.execute(
                f"COPY ({rows}) TO {sql_literal(temporary)} ({OPTIONS[format]})"
            ).fetchone()
            temporary.replace(out)
        except (OSError, duckdb.Error) as error:
            raise WarehouseError(f"{out} can't be written: {error}") from error
        finally:
            temporary.unlink(missing_ok=True)
    return int(written[0]) if written else 0


def _view_names(connection: duckdb.DuckDBPyConnection) -> list[str]:
    rows = connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY 1")
    return [name for (name,) in rows.fetchall()]


def _flat(connection: duckdb.DuckDBPyConnection, view: str) -> str:
    """A query whose nested columns are JSON texts, for a format without any."""
    columns = connection.execute(
        "SELECT column_name, data_type FROM duckdb_columns()"
        " WHERE schema_name = 'main' AND table_name = ? ORDER BY column_index",
        [view],
    ).fetchall()
    selected = [
        f'CAST(to_json("{name}") AS TEXT) AS "{name}"' if data_type.endswith(("]", ")")) else f'"{name}"'
        for name, data_type in columns
    ]
    return f'SELECT {", ".join(selected)} FROM main."{view}"'
