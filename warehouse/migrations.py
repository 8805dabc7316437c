"""Bringing a file's schema up to date: numbered migrations once each, then comments, views and macros.

A migration that was applied is never edited: its SHA-256 is recorded and compared. Views, macros,
comments and the tables of the schema ``derived`` are made anew whenever their files have changed: they
hold nothing that the tables of ``store`` do not say. The derived tables stay empty until publication.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.connection import open_for_writing, transaction, utc_now
from warehouse.errors import MigrationError
from warehouse.paths import SQL_FOLDER

MIGRATIONS_TABLE = """
CREATE SCHEMA IF NOT EXISTS store;
CREATE TABLE IF NOT EXISTS store.migrations (
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    applied_at TIMESTAMP NOT NULL
);
CREATE TABLE IF NOT EXISTS store.definitions (sha256 TEXT NOT NULL)
"""


@dataclass(frozen=True)
class Migration:
    """One numbered file of sql/migrations."""

    number: int
    name: str
    statements: str

    @property
    def sha256(self) -> str:
        """Of the file's text."""
        return hashlib.sha256(self.statements.encode("utf-8")).hexdigest()


def known_migrations(folder: Path = SQL_FOLDER / "migrations") -> list[Migration]:
    """The migrations of a folder by number. Raises MigrationError unless they are numbered 1, 2, 3 ..."""
    files = sorted(folder.glob("*.sql"))
    found = [Migration(int(file.name[:4]), file.name, file.read_text(encoding="utf-8")) for file in files]
    if [migration.number for migration in found] != list(range(1, len(found) + 1)):
        raise MigrationError(f"the migrations in {folder} are not numbered without gaps from 0001")
    return found


def migrate(build: Path, up_to: int | None = None) -> list[int]:
    """Apply to ``build`` what it lacks, in one transaction; returns the numbers applied now.

    The file is made where it is missing. ``up_to`` stops at an earlier schema, without views, so that
    the way from it can be tested. Raises MigrationError, and leaves the file as it was, where a
    migration fails, was edited after it was applied, or comes from a newer version of the project.
    """
    with open_for_writing(build) as connection, transaction(connection):
        connection.execute(MIGRATIONS_TABLE)
        missing = _missing(connection, known_migrations())
        wanted = [migration for migration in missing if up_to is None or migration.number <= up_to]
        outdated = up_to is not None or bool(wanted) or not _defined(connection)
        if outdated:
            _drop_definitions(connection)
        for migration in wanted:
            _apply(connection, migration)
        if outdated and up_to is None:
            define_views(connection)
    return [migration.number for migration in wanted]


def is_up_to_date(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether an open file has today's tables and views."""
    try:
        return not _missing(connection, known_migrations()) and _defined(connection)
    except (duckdb.Error, MigrationError):  # it has no such tables, or another version's
        return False


def derived_tables() -> dict[str, str]:
    """The query of each table of the schema ``derived``, in the order in which they build on one another."""
    files = sorted((SQL_FOLDER / "derived").glob("*.sql"))
    return {file.stem.split("_", 1)[1]: file.read_text(encoding="utf-8") for file in files}


def _definitions() -> list[str]:
    """The statements of comments, derived tables, views and macros, in order: by number, tables first."""
    files = [*(SQL_FOLDER / "derived").glob("*.sql"), *(SQL_FOLDER / "views").glob("*.sql")]
    ordered = sorted(files, key=lambda file: (file.name[0], file.parent.name, file.name))
    return [
        (SQL_FOLDER / "comments.sql").read_text(encoding="utf-8"),
        "CREATE SCHEMA derived",
        *(_definition(file) for file in ordered),
    ]


def _definition(file: Path) -> str:
    statements = file.read_text(encoding="utf-8")
    if file.parent.name == "views":
        return statements
    return f'CREATE TABLE derived."{file.stem.split("_", 1)[1]}" AS {statements} WITH NO DATA'


def _digest() -> str:
    return hashlib.sha256("\0".join(_definitions()).encode("utf-8")).hexdigest()


def _defined(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether the file's views are those of today's files."""
    return connection.execute("FROM store.definitions").fetchall() == [(_digest(),)]


def define_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Make comments, derived tables, views and macros from their files, in the order of the files' names."""
    for statements in _definitions():
        connection.execute(statements)
    connection.execute("DELETE FROM store.definitions")
    connection.execute("INSERT INTO store.definitions VALUES (?)", [_digest()])


def _drop_definitions(connection: duckdb.DuckDBPyConnection) -> None:
    """They go first: what a removed file defined must not stay, nor anything hinder a migration."""
    views = connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
    macros = connection.execute(
        "SELECT DISTINCT function_name, function_type = 'table_macro' FROM duckdb_functions()"
        " WHERE NOT internal AND function_type IN ('macro', 'table_macro')"
    ).fetchall()
    connection.execute("DROP SCHEMA IF EXISTS derived CASCADE")
    for (name,) in views:
        connection.execute(f'DROP VIEW main."{name}"')
    for name, gives_table in macros:
        connection.execute(f'DROP MACRO {"TABLE" if gives_table else ""} main."{name}"')


def _missing(connection: duckdb.DuckDBPyConnection, known: list[Migration]) -> list[Migration]:
    applied = connection.execute("SELECT number, name, sha256 FROM store.migrations ORDER BY 1").fetchall()
    for (number, name, sha256), migration in zip(applied, known, strict=False):
        if (number, sha256) != (migration.number, migration.sha256):
            raise MigrationError(f"{name} was edited after it was applied to this file")
    if len(applied) > len(known):
        raise MigrationError(f"the file has the schema of a newer version ({applied[-1][1]})")
    return known[len(applied) :]


def _apply(connection: duckdb.DuckDBPyConnection, migration: Migration) -> None:
    try:
        connection.execute(migration.statements)
    except duckdb.Error as error:
        raise MigrationError(f"{migration.name} failed: {error}") from error
    connection.execute(
        "INSERT INTO store.migrations VALUES (?, ?, ?, ?)",
        [migration.number, migration.name, migration.sha256, utc_now()],
    )
