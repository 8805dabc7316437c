"""Opening files for writing, and the few statements whose names can't be parameters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseBroken, WarehouseBusy, WarehouseError, WarehouseMissing

OFFLINE = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
}

LEAST_AT_HAND = 128_000_000  # bytes that DuckDB may keep at hand of whatever it reads or writes,
TIMES_THE_SIZE = 2  # and how many times its size; it takes whatever there is otherwise

MARK, MARK_START = b"DUCK", 8  # in each of DuckDB's files, and at which byte

# What DuckDB says where a file was cut short, or a block fails its checksum, after it could be opened
BROKEN = ("Could not read enough bytes", "Corrupt database file")


def sql_literal(value: object) -> str:
    """``value`` as a quoted SQL string, for the statements that take no parameters (ATTACH, SET)."""
    return "'" + str(value).replace("'", "''") + "'"


def utc(moment: dt.datetime) -> dt.datetime:
    """``moment`` as the file keeps it: in UTC, without a zone, so that no client needs zone data."""
    return moment.astimezone(dt.UTC).replace(tzinfo=None)


def utc_now() -> dt.datetime:
    """The present moment as the file keeps it."""
    return utc(dt.datetime.now(dt.UTC))


def keep_little_at_hand(connection: duckdb.DuckDBPyConnection, size: int) -> None:
    """Bound what DuckDB keeps in memory by the ``size`` of what it works on, where it may take more.

    The rest is spilled.
    """
    bound = max(LEAST_AT_HAND, TIMES_THE_SIZE * size)
    row = connection.execute("SELECT parse_formatted_bytes(current_setting('memory_limit'))").fetchone()
    if row and bound < row[0]:
        connection.execute(f"SET memory_limit = '{bound}B'")


def keeping_little_at_hand[Result](
    connection: duckdb.DuckDBPyConnection, size: int, work: Callable[[], Result]
) -> Result:
    """Do ``work`` within that bound and, as not everything can be spilled, without one where it must be."""
    keep_little_at_hand(connection, size)
    try:
        return work()
    except duckdb.OutOfMemoryException:
        connection.execute("RESET memory_limit")
        return work()


@contextmanager
def open_for_writing(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to ``file``, made with its folder where missing, closed at the end.

    Raises WarehouseBusy if another process holds the file, WarehouseError if it is no database, and
    WarehouseBroken where the block meets a part of the file that can't be read.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        connection = duckdb.connect(str(file), config=dict(OFFLINE))
    except duckdb.Error as error:
        raise opening_error(file, error) from error
    try:
        with _broken_told(file):
            yield connection
    finally:
        connection.close()


@contextmanager
def open_for_reading(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to ``file`` for the package's own use, closed at the end.

    Raises WarehouseMissing where there is no file, else as ``open_for_writing``.
    """
    if not file.is_file():
        raise WarehouseMissing(f"there is no warehouse at {file}")
    try:
        connection = duckdb.connect(str(file), read_only=True, config=dict(OFFLINE))
    except duckdb.Error as error:
        raise opening_error(file, error) from error
    try:
        with _broken_told(file):
            yield connection
    finally:
        connection.close()


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Commit what the body wrote, or roll all of it back if it raises."""
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


@contextmanager
def _broken_told(file: Path) -> Iterator[None]:
    """Tell a broken file from the other failures of the block."""
    try:
        yield
    except duckdb.Error as error:
        if any(words in str(error) for words in BROKEN):
            raise WarehouseBroken(f"{file} is broken: {error}") from error
        raise


def is_other_file(file: Path) -> bool:
    """Whether a file that can be read lies there and does not begin as DuckDB's do."""
    try:
        with file.open("rb") as handle:
            return handle.read(MARK_START + len(MARK))[MARK_START:] != MARK
    except OSError:
        return False


def opening_error(file: Path, error: duckdb.Error) -> WarehouseError:
    """The error that tells why ``file`` could not be opened."""
    if is_other_file(file):
        return WarehouseError(f"{file} can't be opened: it is no warehouse")
    if "lock" in str(error).lower():
        return WarehouseBusy(f"{file} is held by another process: {error}")
    return WarehouseError(f"{file} can't be opened: {error}")
