"""A file of any earlier schema becomes one of today's, with its rows."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import duckdb
import pytest

from models.ledger import LedgerLine, LedgerRecord
from models.verdict import Verdict
from tests.warehouse.book import Book, document, one_book, record
from warehouse import (
    MigrationError,
    migrate,
    publish,
    publish_verdicts,
    run_checks,
    verdicts_file,
    write_ledger,
)
from warehouse.migrations import known_migrations

LATEST = len(known_migrations())
OSLO = document("Oslo will send medics.", "oslo.txt")
RIGA = document("Riga will host talks.", "riga.txt")


MEDICS = record(OSLO, "send medics")
LEDGER_SINCE, VERDICTS_SINCE = 2, 3


def judged() -> Verdict:
    """An analyst's correction of the one record."""
    place = {name: getattr(MEDICS, name) for name in ("document_id", "sentence", "sentence_start", "action")}
    place |= {name: getattr(MEDICS, name) for name in ("start_char", "end_char")}
    return Verdict(
        verdict="correct",
        commitment_id=MEDICS.record_id,
        uri=OSLO.uri,
        fields={"certainty": "possible"},
        reviewed_by="ana",
        reviewed_at=dt.datetime(2024, 7, 1, tzinfo=dt.UTC),
        **place,
    )


def shape(file: Path) -> list[tuple[object, ...]]:
    with duckdb.connect(str(file), read_only=True) as connection:
        return connection.execute(
            "SELECT schema_name, table_name, column_name, data_type, is_nullable, comment"
            " FROM duckdb_columns() WHERE NOT internal ORDER BY ALL"
        ).fetchall()


def test_migrations_are_recorded_and_applied_once(tmp_path: Path) -> None:
    file = tmp_path / "book.build.duckdb"
    assert migrate(file) == list(range(1, LATEST + 1))
    assert migrate(file) == []
    with duckdb.connect(str(file), read_only=True) as connection:
        rows = connection.execute("SELECT number, name FROM store.migrations ORDER BY 1").fetchall()
    assert rows == [(each.number, each.name) for each in known_migrations()]


@pytest.mark.parametrize("version", range(1, LATEST + 1))
def test_every_earlier_schema_with_rows_in_it_becomes_todays(tmp_path: Path, version: int) -> None:
    today = one_book(tmp_path / "today", [OSLO], MEDICS)
    line = LedgerRecord(ledger_id="led_1", record_id=MEDICS.record_id, score=1)
    write_ledger(today.build, [LedgerLine(ledger_id="led_1")], [line])
    publish(today.build, today.published)
    publish_verdicts(today.published, [judged()])
    earlier = Book(tmp_path / "earlier", records=[record(RIGA, "host talks")])
    migrate(earlier.build, up_to=version)
    copy_rows(today.published, earlier.build)
    if version >= VERDICTS_SINCE:
        shutil.copyfile(verdicts_file(today.build), verdicts_file(earlier.build))
    assert migrate(earlier.build) == list(range(version + 1, LATEST + 1))
    assert shape(earlier.build) == shape(today.build)
    earlier.runs = 1
    summary = earlier.run([OSLO, RIGA])
    assert (summary.unchanged, summary.new, summary.commitments) == (1, 1, 2)
    (medics,) = earlier.rows("SELECT certainty, ledger_id FROM commitments WHERE action = 'send medics'")
    assert medics == (
        "possible" if version >= VERDICTS_SINCE else "certain",
        "led_1" if version >= LEDGER_SINCE else None,
    )
    assert all(check.passed for check in run_checks(earlier.published))


def copy_rows(source: Path, target: Path) -> None:
    """Fill the tables that ``target`` has with the rows of the columns that it has."""
    with duckdb.connect(str(target)) as connection:
        connection.execute(f"ATTACH '{source}' AS source (READ_ONLY)")
        tables = connection.execute(
            "SELECT table_name, list(column_name) FROM duckdb_columns()"
            " WHERE database_name = current_database() AND schema_name = 'store'"
            " AND table_name NOT IN ('migrations', 'definitions') GROUP BY 1"
        ).fetchall()
        for table, columns in tables:
            names = ", ".join(columns)
            connection.execute(f"INSERT INTO store.{table} BY NAME SELECT {names} FROM source.store.{table}")


def test_a_migration_edited_after_it_was_applied_is_refused(tmp_path: Path) -> None:
    book = one_book(tmp_path, [OSLO])
    with duckdb.connect(str(book.build)) as connection:
        connection.execute("UPDATE store.migrations SET sha256 = 'another' WHERE number = 1")
    with pytest.raises(MigrationError, match="edited"):
        migrate(book.build)
    publish(book.build, book.published)
    assert book.rows("SELECT count(*) FROM commitments") == [(0,)]


def test_a_file_from_a_newer_version_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "book.build.duckdb"
    migrate(file)
    with duckdb.connect(str(file)) as connection:
        connection.execute(
            "INSERT INTO store.migrations VALUES (9999, '9999_later.sql', 'x', now()::TIMESTAMP)"
        )
    with pytest.raises(MigrationError, match="newer"):
        migrate(file)


def test_a_view_that_is_no_longer_defined_goes_away(tmp_path: Path) -> None:
    file = tmp_path / "book.build.duckdb"
    migrate(file)
    with duckdb.connect(str(file)) as connection:
        connection.execute("CREATE VIEW old AS SELECT 1; CREATE MACRO older(x) AS x")
        connection.execute("UPDATE store.definitions SET sha256 = 'of an earlier version'")
    migrate(file)
    with duckdb.connect(str(file), read_only=True) as connection:
        assert connection.execute("SELECT * FROM duckdb_views() WHERE view_name = 'old'").fetchall() == []
        functions = connection.execute("SELECT 1 FROM duckdb_functions() WHERE function_name = 'older'")
        assert functions.fetchall() == []


def test_gaps_in_the_numbers_are_refused(tmp_path: Path) -> None:
    for name in ("0001_a.sql", "0003_c.sql"):
        (tmp_path / name).write_text("SELECT 1")
    with pytest.raises(MigrationError, match="gaps"):
        known_migrations(tmp_path)


def test_a_published_file_can_become_the_build_file_again(tmp_path: Path) -> None:
    book = one_book(tmp_path, [OSLO], record(OSLO, "send medics"))
    shutil.copyfile(book.published, book.build)
    assert book.run([OSLO]).unchanged == 1
