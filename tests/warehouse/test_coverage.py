"""Rows in, rows out for the view coverage: what it counts as set aside, and in which row."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.book import Book, document, refusal
from warehouse import publish

MONTH = dt.date(2024, 4, 1)
READ = document("Oslo will wait.", "oslo.txt", published_on="2024-04-09", publisher="Wire")
UNREADABLE = refusal("oslo.txt", reason="unreadable", detail="oslo.txt: input/output error")
SET_ASIDE = "SELECT publisher, month, n_documents, n_quarantined, quarantine_rate FROM coverage ORDER BY ALL"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A book that holds one document."""
    book = Book(tmp_path)
    book.run([READ])
    return book


def test_what_was_read_before_and_no_longer_can_be_is_set_aside_in_its_own_row(book: Book) -> None:
    book.run([], [UNREADABLE])
    assert book.rows(SET_ASIDE) == [("Wire", MONTH, 1, 1, 1.0)]
    book.run([READ])
    assert book.rows(SET_ASIDE) == [("Wire", MONTH, 1, 0, 0.0)]


@pytest.mark.parametrize("detail", ["no such file: olso.txt", "no file matches: ols*.txt"])
def test_a_path_that_leads_to_no_file_is_no_input(book: Book, detail: str) -> None:
    book.run([], [refusal("olso.txt", reason="unreadable", detail=detail)])
    assert book.rows(SET_ASIDE) == [("Wire", MONTH, 1, 0, 0.0)]


@pytest.mark.parametrize(("uri", "n_quarantined"), [("file:///all.jsonl#L3", 1), ("file:///all.jsonl#L2", 0)])
def test_a_line_that_was_mended_counts_no_longer(book: Book, uri: str, n_quarantined: int) -> None:
    book.run([], [refusal("all.jsonl", uri=uri, reason="broken_json", detail="not JSON")])
    # as the file was read last, its third line is broken and the second gave a document
    with duckdb.connect(str(book.build)) as connection:
        connection.execute(
            "INSERT INTO store.readings BY NAME"
            " SELECT 'file:///all.jsonl' AS source_uri, 'key' AS source_key, 0 AS number,"
            " 'all.jsonl' AS source_name, 'file:///all.jsonl#L3' AS uri,"
            " 'broken_json' AS reason, 'not JSON' AS detail"
        )
    publish(book.build, book.published)
    assert book.rows("SELECT sum(n_quarantined) FROM coverage") == [(n_quarantined,)]
