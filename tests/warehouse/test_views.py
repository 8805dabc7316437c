"""Rows in, rows out for the views that show the tables as they are."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.warehouse.book import Book, document, one_book, record, refusal
from warehouse.paths import SQL_FOLDER

TEXT = "Oslo will send Riga 20 trucks by May if asked. Riga urged Oslo to pay. Oslo has sent tents."
DOC = document(
    TEXT,
    "oslo.txt",
    title="Trucks",
    publisher="Wire",
    published_on="2024-04-01",
    genre="news",
    author="A. Writer",
)
PLEDGE = record(
    DOC,
    "send Riga 20 trucks",
    promisors=("Oslo", "Bergen"),
    beneficiaries=("Riga",),
    certainty="probable",
    category="military",
    amount=20.0,
    unit="trucks",
    due_text="by May",
    due_end="2024-05-31",
    condition="if asked",
    speaker="an official",
    speaker_type="anonymous",
    direct=True,
    confidence=0.75,
)
REQUEST = record(DOC, "pay", force="request", promisors=("Oslo",), requested_by=("Riga",))
FULFILMENT = record(DOC, "sent tents", force="fulfilment", promisors=("Oslo",))


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A book of one document with a pledge, a request and a fulfilment, and one input set aside."""
    book = Book(tmp_path, records=[PLEDGE, REQUEST, FULFILMENT])
    book.run([DOC], [refusal("empty.txt")])
    return book


def test_commitments(book: Book) -> None:
    assert book.dictionaries("FROM commitments") == [
        {
            "commitment_id": PLEDGE.record_id,
            "document_id": DOC.document_id,
            "source_name": "oslo.txt",
            "published_on": dt.date(2024, 4, 1),
            "sentence": TEXT,
            "action": "send Riga 20 trucks",
            "start_char": 10,
            "end_char": 29,
            "force": "pledge",
            "promisors": ["Oslo", "Bergen"],
            "beneficiaries": ["Riga"],
            "polarity": "positive",
            "certainty": "probable",
            "category": "military",
            "amount": 20.0,
            "unit": "trucks",
            "due_text": "by May",
            "due_start": None,
            "due_end": dt.date(2024, 5, 31),
            "condition": "if asked",
            "speaker": "an official",
            "speaker_type": "anonymous",
            "direct": True,
            "confidence": 0.75,
            "rule_id": "test.pledge",
            "ledger_id": None,
        }
    ]


@pytest.mark.parametrize("force", ["obligation", "agreement", "plan", "offer", "refusal", "threat"])
def test_each_of_the_seven_forces_is_a_commitment(tmp_path: Path, force: str) -> None:
    book = one_book(tmp_path, [DOC], record(DOC, "pay", force=force))
    assert book.rows("SELECT force FROM commitments") == [(force,)]


def test_requests_and_fulfilments_stand_apart(book: Book) -> None:
    assert book.rows("SELECT action, requested_by FROM requests") == [("pay", ["Riga"])]
    assert book.rows("SELECT action, promisors FROM fulfilments") == [("sent tents", ["Oslo"])]
    assert book.rows("SELECT force, count(*) FROM records GROUP BY 1 ORDER BY 1") == [
        ("fulfilment", 1),
        ("pledge", 1),
        ("request", 1),
    ]


def test_documents(book: Book) -> None:
    assert book.rows("FROM documents") == [
        (
            *(DOC.document_id, "oslo.txt", "file:///oslo.txt", "Trucks", "Wire", dt.date(2024, 4, 1), "en"),
            *(TEXT, DOC.sha256, len(TEXT)),
        )
    ]
    assert book.rows(
        "SELECT author, genre, n_sentences, n_records, n_replaced_versions, loaded_by, extracted_by"
        " FROM document_details"
    ) == [("A. Writer", "news", 1, 3, 0, "run-1", "run-1")]


def test_entities_and_mentions(book: Book) -> None:
    assert book.rows("SELECT name, kind FROM entities ORDER BY 1") == [
        ("May", "state"),
        ("Oslo", "state"),
        ("Riga", "state"),
    ]
    assert book.rows(
        "SELECT m.text, e.name, start_char, end_char FROM mentions AS m JOIN entities AS e USING (entity_id)"
        " ORDER BY start_char"
    ) == [("Oslo", "Oslo", 0, 4), ("Riga", "Riga", 15, 19), ("May", "May", 33, 36)]


def test_quarantine_inputs_and_runs(book: Book) -> None:
    assert book.rows("FROM quarantine") == [
        ("empty.txt", "file:///empty.txt", "ingest", "empty", "empty.txt is empty", "run-1")
    ]
    assert book.rows("SELECT number, source_name, outcome, reason, document_id FROM inputs") == [
        (0, "oslo.txt", "new", None, DOC.document_id),
        (1, "empty.txt", "quarantined", "empty", None),
    ]
    assert book.rows(
        "SELECT run_id, number, extractor_version, inputs, new, quarantined, mentions, entities, commitments"
        " FROM runs"
    ) == [("run-1", 1, "test-1", 2, 1, 1, 3, 3, 1)]


def test_an_empty_book_answers_every_view(tmp_path: Path) -> None:
    book = one_book(tmp_path, [])
    views = [file.stem.split("_", 1)[1] for file in (SQL_FOLDER / "views").glob("*.sql")]
    existing = {name for (name,) in book.rows("SELECT view_name FROM duckdb_views() WHERE NOT internal")}
    assert existing <= set(views)
    for name in existing - {"runs"}:
        assert book.rows(f"FROM {name}") == [], name
