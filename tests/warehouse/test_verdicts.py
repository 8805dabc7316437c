"""Analysts' verdicts last: through other extractors, other versions of a source, and a new warehouse."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from models import Document, Record
from models.ledger import LedgerLine, LedgerRecord
from models.verdict import Verdict
from tests.warehouse.book import Book, document, one_book, record
from warehouse import (
    JournalError,
    publish,
    publish_verdicts,
    read_journal,
    run_checks,
    verdicts_file,
    write_ledger,
)

OSLO = document("Note – Oslo will send 20 tanks to Kyiv by May.", "oslo.txt")
OSLO_LATER = document("Updated. Note – Oslo will send 20 tanks to Kyiv by May.", "oslo.txt")
RIGA = document("Riga will host talks.", "riga.txt")
TANKS = record(OSLO, "send 20 tanks to Kyiv", promisors=("Oslo",), category="military")
TALKS = record(RIGA, "host talks", promisors=("Riga",))
WHEN = dt.datetime(2024, 7, 1, 9, tzinfo=dt.UTC)


def verdict(on: Record, of: Document, kind: str, **more: Any) -> Verdict:
    values: dict[str, Any] = {
        "verdict": kind,
        "commitment_id": on.record_id,
        "document_id": on.document_id,
        "uri": of.uri,
        "sentence": on.sentence,
        "sentence_start": on.sentence_start,
        "action": on.action,
        "start_char": on.start_char,
        "end_char": on.end_char,
        "reviewed_by": "ana",
        "reviewed_at": WHEN,
    }
    return Verdict.model_validate(values | more)


def judge(book: Book, *verdicts: Verdict) -> int:
    return publish_verdicts(book.published, verdicts)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A book of two documents with a pledge each."""
    return one_book(tmp_path, [OSLO, RIGA], TANKS, TALKS)


def actions(book: Book) -> list[str]:
    return [action for (action,) in book.rows("SELECT action FROM commitments ORDER BY 1")]


def test_a_rejected_record_leaves_the_views_and_stays_in_the_table(book: Book) -> None:
    judge(book, verdict(TANKS, OSLO, "reject", note="a forecast"))
    assert actions(book) == ["host talks"]
    assert book.rows("SELECT count(*) FROM store.records") == [(2,)]
    assert book.rows("SELECT verdict, commitment_id, note, applies FROM reviews") == [
        ("reject", TANKS.record_id, "a forecast", True)
    ]


def test_the_last_verdict_counts(book: Book) -> None:
    judge(book, verdict(TANKS, OSLO, "reject"))
    judge(book, verdict(TANKS, OSLO, "accept", reviewed_by="ben"))
    assert book.rows("SELECT action, verdict, reviewed_by FROM records ORDER BY 1") == [
        ("host talks", None, None),
        ("send 20 tanks to Kyiv", "accept", "ben"),
    ]


def test_corrections_stand_in_for_machine_values_and_are_shown_beside_them(book: Book) -> None:
    fields = {
        "promisors": '["Norway", "Denmark"]',
        "amount": "20",
        "unit": "tanks",
        "due_end": "2024-05-31",
        "due_text": "by May",
        "direct": "true",
        "action": "send 20 tanks",
    }
    judge(book, verdict(TANKS, OSLO, "correct", fields=fields))
    (row,) = book.dictionaries("FROM commitments WHERE source_name = 'oslo.txt'")
    assert row["promisors"] == ["Norway", "Denmark"]
    assert (row["amount"], row["unit"], row["due_end"]) == (20.0, "tanks", dt.date(2024, 5, 31))
    assert row["direct"] is True
    assert OSLO.text[row["start_char"] : row["end_char"]] == row["action"] == "send 20 tanks"
    assert row["category"] == "military"
    shown = book.rows(
        "SELECT field, machine_value, human_value FROM reviews WHERE field <> 'due_end' ORDER BY 1"
    )
    assert shown == [
        ("action", "send 20 tanks to Kyiv", "send 20 tanks"),
        ("amount", None, "20"),
        ("direct", "false", "true"),
        ("due_text", None, "by May"),
        ("promisors", '["Oslo"]', '["Norway", "Denmark"]'),
        ("unit", None, "tanks"),
    ]


def test_a_correction_may_empty_a_field(tmp_path: Path) -> None:
    dated = record(OSLO, "send 20 tanks to Kyiv", due_text="by May", beneficiaries=("Kyiv",))
    book = one_book(tmp_path, [OSLO], dated)
    judge(book, verdict(dated, OSLO, "correct", fields={"due_text": None, "beneficiaries": "[]"}))
    assert book.rows("SELECT due_text, beneficiaries FROM commitments") == [(None, [])]


def test_a_later_correction_of_one_field_keeps_the_others(book: Book) -> None:
    judge(book, verdict(TANKS, OSLO, "correct", fields={"category": "peace", "certainty": "possible"}))
    judge(book, verdict(TANKS, OSLO, "correct", fields={"category": "energy_climate"}))
    assert book.rows("SELECT category, certainty FROM commitments WHERE source_name = 'oslo.txt'") == [
        ("energy_climate", "possible")
    ]


def test_a_corrected_force_moves_a_record_to_its_view(book: Book) -> None:
    judge(book, verdict(TANKS, OSLO, "correct", fields={"force": "fulfilment"}))
    assert actions(book) == ["host talks"]
    assert book.rows("SELECT action FROM fulfilments") == [("send 20 tanks to Kyiv",)]


def test_verdicts_outlive_a_run_and_find_the_record_of_a_newer_extractor(book: Book) -> None:
    judge(book, verdict(TANKS, OSLO, "correct", fields={"certainty": "possible"}))
    longer = record(OSLO, "send 20 tanks to Kyiv by May", force="plan", promisors=("Oslo",))
    book.version, book.records = "test-2", [longer]
    book.run([OSLO, RIGA])
    assert book.rows("SELECT commitment_id, certainty FROM commitments") == [(longer.record_id, "possible")]


def test_verdicts_follow_their_sentence_into_a_changed_document(book: Book) -> None:
    on_sentence = {"sentence": "Oslo will send 20 tanks to Kyiv by May.", "sentence_start": 7}
    first = TANKS.model_copy(update=on_sentence | {"sentence_end": len(OSLO.text)})
    judge(book, verdict(first, OSLO, "reject"))
    later = record(OSLO_LATER, "send 20 tanks to Kyiv", promisors=("Oslo",))
    moved = on_sentence | {"sentence_start": 16, "sentence_end": len(OSLO_LATER.text)}
    book.records = [later.model_copy(update=moved), TALKS]
    book.run([OSLO_LATER])
    assert actions(book) == ["host talks"]


def test_a_verdict_whose_words_are_gone_is_kept_and_said_to_apply_no_more(book: Book) -> None:
    judge(book, verdict(TANKS, OSLO, "reject"))
    gone = document("Oslo will wait.", "oslo.txt")
    book.records = [record(gone, "wait")]
    book.run([gone])
    assert actions(book) == ["host talks", "wait"]
    assert book.rows("SELECT applies, commitment_id FROM reviews") == [(False, None)]


def test_verdicts_outlive_the_warehouse(book: Book) -> None:
    judge(book, verdict(TANKS, OSLO, "reject"))
    book.build.unlink()
    book.published.unlink()
    book.run([OSLO, RIGA])
    assert actions(book) == ["host talks"]


def test_an_added_commitment_stands_beside_the_machines(book: Book) -> None:
    fields = {
        "force": "plan",
        "promisors": '["Kyiv"]',
        "polarity": "positive",
        "certainty": "certain",
        "category": "other",
        "speaker_type": "author",
        "direct": "false",
        "amount": "20",
        "unit": "tanks",
    }
    start = OSLO.text.index("by May")
    place = {"commitment_id": None, "action": "by May", "start_char": start, "end_char": start + 6}
    added = verdict(TANKS, OSLO, "add", fields=fields, **place)
    judge(book, added)
    (row,) = book.dictionaries("FROM commitments WHERE action = 'by May'")
    assert (row["force"], row["promisors"], row["amount"]) == ("plan", ["Kyiv"], 20.0)
    assert (row["confidence"], row["rule_id"]) == (1.0, "analyst")
    book.run([OSLO, RIGA], full=True)
    assert actions(book) == ["by May", "host talks", "send 20 tanks to Kyiv"]
    own = next(record_id for (record_id,) in book.rows("SELECT record_id FROM store.added_records"))
    on_added = {
        "commitment_id": own,
        **{name: value for name, value in place.items() if name != "commitment_id"},
    }
    judge(book, verdict(TANKS, OSLO, "correct", fields={"certainty": "probable"}, **on_added))
    assert book.rows("SELECT certainty FROM commitments WHERE action = 'by May'") == [("probable",)]


def test_an_added_commitment_that_a_newer_extractor_finds_corrects_it(book: Book) -> None:
    fields = {
        "force": "offer",
        "promisors": '["Oslo"]',
        "polarity": "positive",
        "certainty": "possible",
        "category": "peace",
        "speaker_type": "author",
        "direct": "false",
    }
    judge(book, verdict(TANKS, OSLO, "add", fields=fields, commitment_id=None))
    assert book.rows("SELECT count(*) FROM store.added_records") == [(0,)]
    rows = book.rows(
        "SELECT commitment_id, force, category, certainty FROM commitments WHERE force = 'offer'"
    )
    assert rows == [(TANKS.record_id, "offer", "peace", "possible")]


def test_lines_are_merged_and_split(book: Book) -> None:
    lines = [LedgerLine(ledger_id="led_1"), LedgerLine(ledger_id="led_2")]
    members = [
        LedgerRecord(ledger_id="led_1", record_id=TANKS.record_id, score=1),
        LedgerRecord(ledger_id="led_2", record_id=TALKS.record_id, score=1),
    ]
    write_ledger(book.build, lines, members)
    publish(book.build, book.published)
    judge(book, verdict(TALKS, RIGA, "merge", merge_with=TANKS.record_id))
    assert book.rows("SELECT ledger_id, n_records FROM ledger") == [("led_1", 2)]
    judge(book, verdict(TALKS, RIGA, "split"))
    sizes = book.rows("SELECT n_records FROM ledger")
    assert sizes == [(1,), (1,)]
    write_ledger(book.build, lines[:1], members[:1])
    publish(book.build, book.published)
    assert book.rows("SELECT n_records FROM ledger") == sizes


def test_a_verdict_is_recorded_once(book: Book) -> None:
    given = verdict(TANKS, OSLO, "accept")
    assert judge(book, given, given) == 1
    assert judge(book, given) == 0
    assert read_journal(verdicts_file(book.build)) == [given]


def test_the_same_verdict_given_later_says_nothing_new(book: Book) -> None:
    later = WHEN + dt.timedelta(days=1)
    judge(book, verdict(TANKS, OSLO, "accept"), verdict(TALKS, RIGA, "split"))
    assert judge(book, verdict(TANKS, OSLO, "accept", reviewed_at=later)) == 0
    assert judge(book, verdict(TALKS, RIGA, "accept", reviewed_at=later)) == 1
    assert judge(book, verdict(TANKS, OSLO, "reject"), verdict(TANKS, OSLO, "accept")) == 2


def test_what_a_run_left_unfinished_stays_hidden_from_readers(book: Book) -> None:
    published = book.published.read_bytes()
    third = document("Tartu will lend maps.", "tartu.txt")
    book.records = [*book.records, record(third, "lend maps")]
    book.run([OSLO, RIGA, third])
    book.published.write_bytes(published)  # as if the run had been cut short before it published
    judge(book, verdict(TANKS, OSLO, "reject"))
    assert actions(book) == ["host talks"]
    book.run([OSLO, RIGA, third])
    assert actions(book) == ["host talks", "lend maps"]


def test_a_book_with_verdicts_passes_its_checks(book: Book) -> None:
    judge(
        book,
        verdict(TANKS, OSLO, "correct", fields={"certainty": "possible"}),
        verdict(TALKS, RIGA, "reject"),
    )
    assert [check for check in run_checks(book.published) if not check.passed] == []


def test_a_broken_journal_names_the_line(book: Book) -> None:
    judge(book, verdict(TANKS, OSLO, "accept"))
    journal = verdicts_file(book.build)
    journal.write_text(journal.read_text() + "{}\n")
    with pytest.raises(JournalError, match=r"verdicts\.jsonl:2"):
        book.run([OSLO])


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("correct", {}),
        ("accept", {"fields": {"force": "plan"}}),
        ("merge", {}),
        ("split", {"merge_with": "com_1"}),
        ("doubt", {}),
        ("accept", {"reviewed_by": ""}),
    ],
)
def test_a_verdict_that_says_nothing_clear_is_refused(kind: str, more: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        verdict(TANKS, OSLO, kind, **more)
