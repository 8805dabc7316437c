"""Reading a published file: no writing, no other files, no network, bounded memory and time."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from warehouse.connection import OFFLINE, opening_error
from warehouse.errors import QueryError, QueryTimeout, WarehouseMissing

Parameters = Sequence[Any] | Mapping[str, Any]


@dataclass(frozen=True)
class ReadLimits:
    """What a reader may use: ``memory`` as DuckDB writes it, ``seconds`` and ``rows`` for one query."""

    memory: str = "1GB"
    threads: int = 2
    seconds: float | None = 60.0
    rows: int | None = None


@dataclass(frozen=True)
class Column:
    """A result column: its name and DuckDB's name of its type."""

    name: str
    type: str


@dataclass(frozen=True)
class QueryResult:
    """All rows of a result, or the first ``ReadLimits.rows``; ``complete`` says which."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    complete: bool = True


DEFAULT_LIMITS = ReadLimits()


def open_readonly(published: Path, limits: ReadLimits = DEFAULT_LIMITS) -> duckdb.DuckDBPyConnection:
    """A connection that can read ``published`` and nothing else on the machine.

    The caller closes it. Raises WarehouseMissing, WarehouseBusy or WarehouseError.
    """
    if not published.is_file():
        raise WarehouseMissing(f"there is no warehouse at {published}")
    config = OFFLINE | {
        "enable_external_access": "false",
        "lock_configuration": "true",
        "memory_limit": limits.memory,
        "threads": str(limits.threads),
        "temp_directory": "",
    }
    try:
        return duckdb.connect(str(published), read_only=True, config=dict(config))
    except duckdb.Error as error:
        raise opening_error(published, error) from error


def query(
    published: Path, sql: str, parameters: Parameters | None = None, limits: ReadLimits = DEFAULT_LIMITS
) -> QueryResult:
    """Run one statement on ``published``; values go in as ``parameters`` (? or $name), never as text.

    Raises QueryError where the database refuses or fails it, QueryTimeout past ``limits.seconds``,
    and what ``open_readonly`` raises.
    """
    connection = open_readonly(published, limits)
    try:
        return run_query(connection, sql, parameters, limits)
    finally:
        connection.close()


def run_query(
    connection: duckdb.DuckDBPyConnection,
    sql: str,
    parameters: Parameters | None = None,
    limits: ReadLimits = DEFAULT_LIMITS,
) -> QueryResult:
    """The same as ``query`` on a connection of ``open_readonly``, to ask several questions of it."""
    with _stopped_after(connection, limits.seconds):
        (statement,) = _single(connection, sql)
        relation = connection.execute(statement, parameters)
        columns = tuple(Column(column[0], str(column[1])) for column in relation.description or ())
        wanted = -1 if limits.rows is None else limits.rows + 1
        rows = relation.fetchall() if wanted < 0 else relation.fetchmany(wanted)
    return QueryResult(columns, tuple(rows[: limits.rows]), limits.rows is None or len(rows) < wanted)


def _single(connection: duckdb.DuckDBPyConnection, sql: str) -> list[duckdb.Statement]:
    statements = connection.extract_statements(sql)
    if len(statements) != 1:
        raise QueryError(f"one statement is wanted, {len(statements)} are given")
    return statements


@contextmanager
def _stopped_after(connection: duckdb.DuckDBPyConnection, seconds: float | None) -> Iterator[None]:
    """Interrupt the connection's query after ``seconds``; turn the database's errors into ours."""
    late = threading.Event()

    def stop() -> None:
        late.set()
        connection.interrupt()

    timer = threading.Timer(seconds, stop) if seconds is not None else None
    if timer:
        timer.daemon = True
        timer.start()
    try:
        yield
    except duckdb.Error as error:
        if late.is_set():
            raise QueryTimeout(f"stopped after {seconds} s") from error
        raise QueryError(str(error)) from error
    finally:
        if timer:
            timer.cancel()
