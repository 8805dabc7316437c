"""What linking reads of a book, and that it can go on where it stopped."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from models.ledger import LedgerLine, LedgerRecord, LinkRecord
from tests.warehouse.book import Book, document, one_book, record
from warehouse import read_ledger, read_link_records, write_ledger

MEDICS = document("Oslo will send 30 medics by May.", "oslo.txt", published_on=dt.date(2024, 1, 5))
TALKS = document("Riga will host talks.", "riga.txt")
SENT = record(
    MEDICS,
    "send 30 medics",
    amount=30.0,
    unit="medics",
    due_text="by May",
    due_end=dt.date(2024, 5, 31),
    promisors=("Oslo", "Bergen"),
)
HOSTED = record(TALKS, "host talks")


def test_linking_reads_each_record_with_the_day_of_its_document(tmp_path: Path) -> None:
    book = one_book(tmp_path, [MEDICS, TALKS], SENT, HOSTED)
    expected = [
        LinkRecord(
            published_on=day,
            **{name: getattr(each, name) for name in LinkRecord.model_fields if name != "published_on"},
        )
        for each, day in ((SENT, dt.date(2024, 1, 5)), (HOSTED, None))
    ]
    assert sorted(read_link_records(book.build), key=lambda each: each.action, reverse=True) == expected


def test_linking_reads_back_what_it_wrote(tmp_path: Path) -> None:
    book = one_book(tmp_path, [MEDICS, TALKS], SENT, HOSTED)
    lines = [LedgerLine(ledger_id="led_a", n_linked=2)]
    placed = [
        LedgerRecord(ledger_id="led_a", record_id=SENT.record_id, score=1),
        LedgerRecord(
            ledger_id="led_a",
            record_id=HOSTED.record_id,
            joined_by=("action 0.90",),
            joined_to=SENT.record_id,
            score=0.75,
        ),
    ]
    write_ledger(book.build, lines, placed)
    read_lines, read_records = read_ledger(book.build)
    assert read_lines == lines
    assert sorted(read_records, key=lambda each: -each.score) == placed


def test_a_line_that_lost_a_record_still_tells_how_many_it_had(tmp_path: Path) -> None:
    book = Book(tmp_path, records=[SENT, HOSTED])
    book.run([MEDICS, TALKS])
    placed = [LedgerRecord(ledger_id="led_a", record_id=each.record_id, score=1) for each in (SENT, HOSTED)]
    write_ledger(book.build, [LedgerLine(ledger_id="led_a", n_linked=2)], placed)
    book.run([document("Riga cancels its talks.", "riga.txt")])
    lines, records = read_ledger(book.build)
    assert lines == [LedgerLine(ledger_id="led_a", n_linked=2)]
    assert records == placed[:1]
