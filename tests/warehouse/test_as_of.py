"""Rows in, rows out for what was known on a day: the ledger as of it, and what was due then."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from models import Record
from tests.warehouse.book import Book, document, one_book, record
from tests.warehouse.test_ledger import DEED, DELIVERED, HOSTED, NO, OTHER, PROMISED, REFUSED, WORD, link

STATES = "SELECT source_name, days_left, state FROM deadlines(?) ORDER BY ALL"
UNDATED = document("Oslo has sent 18 tanks.", "undated.txt")
SAME_DAY = document("Oslo will not send tanks, it said.", "same.txt", published_on="2024-02-01")


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A promise of February, due in May, that a deed of March has kept."""
    book = one_book(tmp_path, [WORD, DEED], PROMISED, DELIVERED)
    link(book, PROMISED, DELIVERED)
    return book


def test_a_deadline_has_the_state_that_was_known_on_the_day(book: Book) -> None:
    assert book.rows(STATES, "2024-01-31") == []
    assert book.rows(STATES, "2024-02-29") == [("word.txt", 92, "ahead")]
    assert book.rows(STATES, dt.date(2024, 3, 1)) == [("word.txt", 91, "delivered")]
    assert book.rows(STATES, "2024-06-02") == [("word.txt", -2, "delivered")]


def test_a_deadline_of_no_line_is_passed_or_ahead(tmp_path: Path) -> None:
    book = one_book(tmp_path, [WORD], PROMISED)
    assert book.rows(STATES, "2024-05-01") == [("word.txt", 30, "ahead")]
    assert book.rows(STATES, "2024-06-02") == [("word.txt", -2, "passed")]


def test_a_no_of_later_withdraws_nothing_before(tmp_path: Path) -> None:
    book = one_book(tmp_path, [WORD, NO], PROMISED, REFUSED)
    link(book, PROMISED, REFUSED)
    assert book.rows(STATES, "2024-03-31") == [("word.txt", 61, "ahead")]
    assert book.rows(STATES, "2024-04-01") == [("word.txt", 60, "withdrawn")]


def test_what_is_promised_and_ruled_out_on_one_day_is_contradicted(tmp_path: Path) -> None:
    refused = record(SAME_DAY, "send tanks", force="refusal", polarity="negative", promisors=("Oslo",))
    book = one_book(tmp_path, [WORD, SAME_DAY], PROMISED, refused)
    link(book, PROMISED, refused)
    assert book.rows(STATES, "2024-06-02") == [("word.txt", -2, "contradicted")]


def test_undated_documents_are_known_on_every_day(tmp_path: Path) -> None:
    done = Record.model_validate(DELIVERED.model_dump() | {"document_id": UNDATED.document_id})
    book = one_book(tmp_path, [WORD, UNDATED], PROMISED, done)
    link(book, PROMISED, done)
    assert book.rows(STATES, "2024-02-01") == [("word.txt", 120, "delivered")]


def test_the_ledger_as_of_a_day_tells_what_was_known(book: Book) -> None:
    columns = "SELECT status, n_records, last_seen FROM ledger_as_of(?)"
    assert book.rows(columns, "2024-01-31") == []
    assert book.rows(columns, "2024-02-29") == [("announced", 1, dt.date(2024, 2, 1))]
    assert book.rows("FROM ledger_as_of('2024-03-01')") == book.rows("FROM ledger")


@pytest.mark.parametrize(
    ("day", "lines"), [("2024-01-31", 1), ("2024-02-29", 2), ("2024-03-31", 2), ("2024-06-02", 3)]
)
def test_what_no_later_document_tells_of_is_as_if_it_were_worked_out(
    tmp_path: Path, day: str, lines: int
) -> None:
    book = one_book(tmp_path, [WORD, DEED, NO, OTHER], PROMISED, DELIVERED, REFUSED, HOSTED)
    link(book, PROMISED, DELIVERED)
    link(book, REFUSED, line="led_00000000000000b1")
    link(book, HOSTED, line="led_00000000000000b2")
    known = book.rows("FROM ledger_as_of(?) ORDER BY ledger_id", day)
    assert len(known) == lines
    assert known == book.rows("FROM ledger_lines(?, true) ORDER BY ledger_id", day)
