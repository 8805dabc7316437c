"""Readers always find a whole file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.book import Book, document, one_book, record, refusal
from warehouse import WarehouseMissing, open_readonly, publish
from warehouse.confirming import confirmed
from warehouse.connection import keep_little_at_hand

# Opens and asks the published file over and over; prints each answer that is not a whole state.
READER = """
import sys
from pathlib import Path
from warehouse import query

published, ready, done = map(Path, sys.argv[1:4])
asked = 0
while not done.exists():
    result = query(published, "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM commitments),"
                              " (SELECT max_by(commitments, number) FROM runs)")
    documents, commitments, promised = result.rows[0]
    if not documents == commitments == promised:
        print("half a state:", result.rows)
    asked += 1
    ready.touch()
print("asked" if asked > 1 else "never asked")
"""


def test_readers_in_a_loop_see_whole_states_during_ten_runs(tmp_path: Path) -> None:
    documents = [document(f"Oslo will send convoy {number}.", f"{number}.txt") for number in range(11)]
    records = [record(each, each.text.removeprefix("Oslo will ").strip(".")) for each in documents]
    book = one_book(tmp_path, documents[:1], *records)
    ready, done = tmp_path / "ready", tmp_path / "done"
    command = [sys.executable, "-c", READER, str(book.published), str(ready), str(done)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as reader:
        while not ready.exists() and reader.poll() is None:
            pass
        for end in range(2, 12):
            book.run(documents[:end])
        done.touch()
        printed, errors = reader.communicate(timeout=60)
    assert (printed.strip(), errors) == ("asked", "")


def test_an_open_reader_keeps_the_file_it_opened(tmp_path: Path) -> None:
    oslo, riga = document("Oslo will help.", "oslo.txt"), document("Riga will help.", "riga.txt")
    book = one_book(tmp_path, [oslo])
    reader = open_readonly(book.published)
    book.run([oslo, riga])
    assert reader.execute("SELECT count(*) FROM documents").fetchone() == (1,)
    reader.close()
    assert book.rows("SELECT count(*) FROM documents") == [(2,)]


def test_the_half_copy_of_a_killed_run_is_written_over(tmp_path: Path) -> None:
    oslo = document("Oslo will help.", "oslo.txt")
    book = one_book(tmp_path, [oslo])
    half = book.published.with_name(f".{book.published.name}.publishing")
    half.write_bytes(b"half a copy")
    spilled = half.with_name(f"{half.name}.spilled")
    spilled.mkdir()
    (spilled / "part").write_bytes(b"of a long sort")
    publish(book.build, book.published)
    assert not half.exists() and not spilled.exists()
    assert book.rows("SELECT count(*) FROM documents") == [(1,)]


def test_nothing_but_the_book_stays_in_the_folder(tmp_path: Path) -> None:
    book = one_book(tmp_path, [document("Oslo will help.", "oslo.txt")])
    assert {path.name for path in tmp_path.iterdir()} == {
        book.published.name,
        book.build.name,
        "staging",
    }


@pytest.mark.parametrize(
    ("before", "size", "after"), [("9GB", 10, 128), ("9GB", 700, 1400), ("80MB", 10, 80)]
)
def test_no_more_of_a_book_is_kept_at_hand_than_its_size_tells(before: str, size: int, after: int) -> None:
    with duckdb.connect(config={"memory_limit": before}) as connection:
        keep_little_at_hand(connection, size * 1_000_000)
        row = connection.execute("SELECT parse_formatted_bytes(current_setting('memory_limit'))").fetchone()
    assert row is not None and row[0] == pytest.approx(after * 1_000_000, rel=0.01)


def test_a_quote_in_the_path_is_only_a_quote(tmp_path: Path) -> None:
    book = one_book(tmp_path / "o'brien", [document("Oslo will help.", "oslo.txt")])
    assert book.rows("SELECT count(*) FROM documents") == [(1,)]


def test_the_file_has_the_format_that_older_clients_read(tmp_path: Path) -> None:
    book = one_book(tmp_path, [document("Oslo will help.", "oslo.txt")])
    rows = book.rows("SELECT tags['storage_version'] FROM duckdb_databases() WHERE NOT internal")
    assert rows == [("v1.5.0+",)]


def test_without_a_build_file_the_published_one_stays(tmp_path: Path) -> None:
    book: Book = one_book(tmp_path, [document("Oslo will help.", "oslo.txt")])
    book.build.unlink()
    with pytest.raises(WarehouseMissing):
        publish(book.build, book.published)
    assert book.rows("SELECT count(*) FROM documents") == [(1,)]


@pytest.fixture
def unchanged(tmp_path: Path) -> Book:
    """A book whose build file has one more run than the published one, which found nothing new."""
    documents = [document("Oslo will send medics.", "oslo.txt"), document("Riga will help.", "riga.txt")]
    copy = document("Riga will help.", "tartu.txt")
    inputs = [*documents, copy]
    records = [record(documents[0], "send medics"), record(documents[1], "help")]
    book = one_book(tmp_path, inputs, *records)
    before = book.published.read_bytes()
    book.run(inputs, [refusal("empty.txt")])
    book.published.write_bytes(before)
    return book


def all_rows(file: Path) -> dict[str, list[str]]:
    """Every row of every table and view, as text."""
    connection = open_readonly(file)
    names = connection.execute(
        "SELECT schema_name, table_name FROM duckdb_tables()"
        " UNION ALL SELECT schema_name, view_name FROM duckdb_views() WHERE NOT internal"
    ).fetchall()
    found = {
        f"{schema}.{name}": sorted(map(str, connection.execute(f'FROM {schema}."{name}"').fetchall()))
        for schema, name in names
    }
    connection.close()
    return found


def test_after_an_unchanged_run_the_file_is_that_of_a_whole_publication(
    unchanged: Book, tmp_path: Path
) -> None:
    target, whole = tmp_path / "target.duckdb", tmp_path / "whole.duckdb"
    assert confirmed(unchanged.build, unchanged.published, target)
    publish(unchanged.build, whole)
    assert all_rows(target) == all_rows(whole)
    assert len(all_rows(target)["main.runs"]) == 2
    connection = open_readonly(target)
    tags = connection.execute("SELECT tags['storage_version'] FROM duckdb_databases() WHERE NOT internal")
    assert tags.fetchall() == [("v1.5.0+",)]
    connection.close()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE store.records SET confidence = 0.25",
        "DELETE FROM store.mentions WHERE text = 'Oslo'",
        "INSERT INTO store.mentions FROM store.mentions",
        "UPDATE store.definitions SET sha256 = 'of other views'",
        "DROP TABLE store.cues",
    ],
)
def test_where_anything_else_differs_all_is_published(unchanged: Book, tmp_path: Path, change: str) -> None:
    with duckdb.connect(str(unchanged.published)) as connection:
        connection.execute(change)
    assert not confirmed(unchanged.build, unchanged.published, tmp_path / "target.duckdb")


@pytest.mark.parametrize("at", [0.0, 0.3, 0.6])
def test_a_damaged_file_is_not_confirmed(unchanged: Book, at: float) -> None:
    with unchanged.published.open("r+b") as handle:
        handle.seek(int(at * unchanged.published.stat().st_size))
        handle.write(b"\xff" * (unchanged.published.stat().st_size // 3))
    publish(unchanged.build, unchanged.published)
    assert unchanged.rows("SELECT count(*) FROM commitments") == [(2,)]
    assert unchanged.rows("SELECT count(*) FROM runs") == [(2,)]


def test_a_file_that_is_not_there_is_not_confirmed(unchanged: Book, tmp_path: Path) -> None:
    assert not confirmed(unchanged.build, tmp_path / "nowhere.duckdb", tmp_path / "target.duckdb")
