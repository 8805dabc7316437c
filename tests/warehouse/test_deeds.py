"""Rows in, rows out for what deeds do to a line of the ledger, and what its terms are taken from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from models import Record
from tests.warehouse.book import Book, document, one_book, record
from tests.warehouse.test_ledger import link

Told = tuple[str | None, str, Mapping[str, Any]]  # the day, the action and the fields of a record

PROMISE: Told = ("2024-02-01", "send 20 tanks", {"amount": 20.0, "unit": "tanks"})
LATER_PROMISE: Told = ("2024-05-01", "send 20 tanks", {"amount": 20.0, "unit": "tanks"})
UNCOUNTED_PROMISE: Told = ("2024-02-01", "stand with Riga", {})
UNDATED_PROMISE: Told = (None, "send 20 tanks", {"amount": 20.0, "unit": "tanks"})


def deed(day: str | None, action: str, amount: float | None = None, unit: str | None = None) -> Told:
    return (day, action, {"force": "fulfilment", "amount": amount, "unit": unit})


def line_of(folder: Path, *told: Told) -> Book:
    """A book whose records, each of a document of its own, stand in one line."""
    records: list[Record] = []
    documents = []
    for number, (day, action, fields) in enumerate(told):
        of = document(f"In part {number} Oslo comes to {action}.", f"{number}.txt", published_on=day)
        documents.append(of)
        records.append(record(of, action, promisors=("Oslo",), **fields))
    book = one_book(folder, documents, *records)
    link(book, *records)
    return book


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([PROMISE, deed("2024-03-01", "sent 18 tanks", 18.0, "tanks")], "delivered"),
        ([PROMISE, deed("2024-03-01", "sent 17 tanks", 17.0, "tanks")], "announced"),
        ([PROMISE, deed("2024-03-01", "sent 90 ships", 90.0, "ships")], "announced"),
        ([PROMISE, deed("2024-03-01", "send Riga more than any other state")], "announced"),
        ([PROMISE, deed("2024-03-01", "sent the tanks")], "delivered"),
        ([PROMISE, deed("2024-03-01", "sent the tankers")], "announced"),
        ([UNCOUNTED_PROMISE, deed("2024-03-01", "sent Riga tents")], "delivered"),
        ([UNCOUNTED_PROMISE, deed("2024-03-01", "sent 5 tents", 5.0, "tents")], "delivered"),
        ([deed("2024-01-01", "sent 20 tanks", 20.0, "tanks"), PROMISE], "announced"),
        (
            [PROMISE, deed("2024-03-01", "sent 20 tanks", 20.0, "tanks"), LATER_PROMISE],
            "announced",
        ),
        ([deed("2024-02-01", "sent 20 tanks", 20.0, "tanks"), PROMISE], "delivered"),
        ([UNDATED_PROMISE, deed("2024-03-01", "sent 20 tanks", 20.0, "tanks")], "announced"),
        ([UNDATED_PROMISE, deed(None, "sent 20 tanks", 20.0, "tanks")], "delivered"),
        ([deed("2024-03-01", "sent 20 tanks", 20.0, "tanks")], "delivered"),
    ],
)
def test_what_delivers_a_line(tmp_path: Path, told: list[Told], status: str) -> None:
    assert line_of(tmp_path, *told).rows("SELECT status FROM ledger") == [(status,)]


def test_what_was_done_is_counted_in_the_unit_of_the_promise_and_since_it(tmp_path: Path) -> None:
    book = line_of(
        tmp_path,
        deed("2024-01-01", "sent 30 tanks", 30.0, "tanks"),
        PROMISE,
        deed("2024-03-01", "sent 9 tanks", 9.0, "tanks"),
        deed("2024-04-01", "sent 90 ships", 90.0, "ships"),
    )
    assert book.rows("SELECT amount, unit, delivered_amount FROM ledger") == [(20.0, "tanks", 9.0)]


def test_a_deed_that_has_only_begun_promises_nothing(tmp_path: Path) -> None:
    fields = {"force": "fulfilment", "certainty": "probable", "condition": "if asked"}
    begun: Told = ("2024-03-01", "sending 5 ships", {"amount": 5.0, "unit": "ships", **fields})
    book = line_of(tmp_path, PROMISE, begun)
    columns = "SELECT action, amount, unit, certainty, condition, status FROM ledger"
    assert book.rows(columns) == [("send 20 tanks", 20.0, "tanks", "certain", None, "announced")]


def test_the_terms_are_those_of_the_last_promise(tmp_path: Path) -> None:
    due = {"due_text": "by May", "due_end": "2024-05-31"}
    promised: Told = ("2024-02-01", "send tanks", {"certainty": "probable", "condition": "if asked", **due})
    done: Told = (
        "2024-03-01",
        "sent tents",
        {
            "force": "fulfilment",
            "condition": "when asked",
            "due_text": "in March",
            "due_start": "2024-03-01",
            "due_end": "2024-03-31",
        },
    )
    columns = "SELECT certainty, condition, due_start, due_end FROM ledger"
    of_the_deed = ("certain", "when asked", dt.date(2024, 3, 1), dt.date(2024, 3, 31))
    assert line_of(tmp_path / "deed", done).rows(columns) == [of_the_deed]
    of_the_promise = ("probable", "if asked", None, dt.date(2024, 5, 31))
    assert line_of(tmp_path / "both", promised, done).rows(columns) == [of_the_promise]


def test_a_promise_without_terms_takes_none_from_a_request_or_a_deed(tmp_path: Path) -> None:
    asked: Told = (
        "2024-03-01",
        "send tanks",
        {"force": "request", "condition": "if need be", "due_text": "by May", "due_end": "2024-05-31"},
    )
    book = line_of(tmp_path, PROMISE, asked)
    assert book.rows("SELECT certainty, condition, due_start, due_end FROM ledger") == [
        ("certain", None, None, None)
    ]
