"""Publishing after a run that changed nothing: the published file again, with that run's rows.

Whether nothing else has changed is seen from the rows themselves, of every table in both files, and not from
what the steps say of themselves. So a published file with a broken part is not taken for a whole one.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb

from warehouse.connection import OFFLINE, keep_little_at_hand, sql_literal

# What a run writes that finds nothing new. Nothing in the schema derived is made from these.
KEPT_BACK = ("link_keys", "link_pairs")  # tables that linking alone reads: their rows are not published
OF_RUNS = frozenset({"runs", "turns", "inputs", "unchanged_inputs", "quarantine", "copies"})

type _Print = tuple[int, int | None, int | None]


def confirmed(build: Path, published: Path, target: Path) -> bool:
    """Make ``target`` the published file with the rows of ``build`` in the tables of runs.

    False, with nothing of worth at ``target``, where the two differ in more than these or where the
    published file can't be read. Raises OSError where there is no room.
    """
    if not published.is_file():
        return False
    with duckdb.connect(config=dict(OFFLINE)) as connection:
        keep_little_at_hand(connection, build.stat().st_size)
        try:
            differing = _differing(connection, build, published)
            if not differing <= OF_RUNS:
                return False
            shutil.copyfile(published, target)
            _replace(connection, differing, target)
        except duckdb.Error:
            return False
    return True


def _differing(connection: duckdb.DuckDBPyConnection, build: Path, published: Path) -> set[str]:
    """The tables of which the two files hold other rows, or that only one of them has.

    Where there are more or fewer rows in one that matters, no row of any is looked at.
    """
    connection.execute(f"ATTACH {sql_literal(build)} AS build (READ_ONLY)")
    connection.execute(f"ATTACH {sql_literal(published)} AS published (READ_ONLY)")
    differing = _unlike(*(_counts(connection, database) for database in ("build", "published")))
    if differing <= OF_RUNS:
        differing = _unlike(*(_prints(connection, database) for database in ("build", "published")))
    connection.execute("DETACH published")
    return differing


def _unlike[Told](ours: dict[str, Told], theirs: dict[str, Told]) -> set[str]:
    return {table for table in ours | theirs if ours.get(table) != theirs.get(table)}


def _counts(connection: duckdb.DuckDBPyConnection, database: str) -> dict[str, int]:
    """How many rows each table has that is the same in both files unless it differs."""
    counts: dict[str, int] = {}
    for schema, table in _tables(connection, database):
        if _is_compared(schema, table):
            rows = connection.execute(f'SELECT count(*) FROM {database}."{schema}"."{table}"').fetchall()
            counts[table] = rows[0][0]
    return counts


def _prints(connection: duckdb.DuckDBPyConnection, database: str) -> dict[str, _Print]:
    """What tells the rows of each table from others, in any order.

    Derived tables are read too, as all of a file must be readable, but they are empty in the build file
    and so are left out, as those are that are not published.
    """
    prints: dict[str, _Print] = {}
    for schema, table in _tables(connection, database):
        ((count, mixed, added),) = connection.execute(
            f'SELECT count(*), bit_xor(hash(t)), sum(hash(t)) FROM {database}."{schema}"."{table}" AS t'
        ).fetchall()
        if _is_compared(schema, table):
            prints[table] = (count, mixed, added)
    return prints


def _tables(connection: duckdb.DuckDBPyConnection, database: str) -> list[tuple[str, str]]:
    return connection.execute(
        "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = ? ORDER BY ALL", [database]
    ).fetchall()


def _is_compared(schema: str, table: str) -> bool:
    return schema != "derived" and table not in KEPT_BACK


def _replace(connection: duckdb.DuckDBPyConnection, tables: set[str], target: Path) -> None:
    """Give ``target`` the rows that the build file has in ``tables``."""
    connection.execute(f"ATTACH {sql_literal(target)} AS published")
    for table in sorted(tables):
        connection.execute(f'DELETE FROM published.store."{table}"')
        connection.execute(f'INSERT INTO published.store."{table}" FROM build.store."{table}"')
    connection.execute("DETACH published")
