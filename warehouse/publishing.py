"""Handing the build file to readers: a whole new file beside, then one atomic rename."""

from __future__ import annotations

import os
import shutil
from functools import partial
from pathlib import Path

import duckdb

from warehouse.confirming import KEPT_BACK, confirmed
from warehouse.connection import OFFLINE, keeping_little_at_hand, opening_error, sql_literal
from warehouse.errors import WarehouseMissing
from warehouse.migrations import derived_tables

READERS_FORMAT = "v1.5.0"  # the oldest clients that must open the published file


def publish(build: Path, published: Path) -> None:
    """Replace ``published`` by a compact copy of ``build``, or by itself with the runs that changed nothing.

    Readers that have the old file open keep it; a reader that opens at any moment finds a whole file.
    Raises WarehouseMissing where there is no build file, WarehouseBusy while a run writes to it.
    """
    if not build.is_file():
        raise WarehouseMissing(f"there is no warehouse at {build}")
    published.parent.mkdir(parents=True, exist_ok=True)
    temporary = published.with_name(f".{published.name}.publishing")  # of a killed run, is written over
    try:
        if not confirmed(build, published, temporary):
            _copy(build, temporary)
        _flush_to_disk(temporary)
        temporary.replace(published)
    finally:
        temporary.unlink(missing_ok=True)
        temporary.with_name(temporary.name + ".wal").unlink(missing_ok=True)
        shutil.rmtree(_spilled(temporary), ignore_errors=True)
    _flush_to_disk(published.parent)


def _copy(build: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    size = build.stat().st_size
    with duckdb.connect(config={**OFFLINE, "temp_directory": str(_spilled(target))}) as connection:
        try:
            connection.execute(f"ATTACH {sql_literal(build)} AS build (READ_ONLY)")
        except duckdb.Error as error:
            raise opening_error(build, error) from error
        connection.execute(
            f"ATTACH {sql_literal(target)} AS published (STORAGE_VERSION {sql_literal(READERS_FORMAT)})"
        )
        connection.execute("COPY FROM DATABASE build TO published (SCHEMA)")
        for schema, table in _published_tables(connection):
            copying = f'INSERT INTO published."{schema}"."{table}" FROM build."{schema}"."{table}"'
            keeping_little_at_hand(connection, size, partial(connection.execute, copying))
        connection.execute("USE published")
        for table, rows in derived_tables().items():
            connection.execute(f'DELETE FROM derived."{table}"')
            deriving = f'INSERT INTO derived."{table}" BY NAME {rows}'
            keeping_little_at_hand(connection, size, partial(connection.execute, deriving))
        connection.execute("USE memory")
        connection.execute("DETACH published")


def _spilled(target: Path) -> Path:
    """Where DuckDB puts what it can't keep at hand while it makes ``target``."""
    return target.with_name(f"{target.name}.spilled")


def _published_tables(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """The tables with rows for readers; derived ones are filled later."""
    return connection.execute(
        "SELECT schema_name, table_name FROM duckdb_tables()"
        " WHERE database_name = 'build' AND schema_name <> 'derived' AND table_name NOT IN $kept_back"
        " ORDER BY ALL",
        {"kept_back": KEPT_BACK},
    ).fetchall()


def _flush_to_disk(path: Path) -> None:
    """Make sure that a file, or a folder's entries, outlive a loss of power."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
