"""What linking reads of a book, and that it can go on where it stopped."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np

from models.ledger import LedgerLine, LedgerRecord, LinkRecord
from tests.warehouse.book import Book, document, one_book, record
from warehouse import open_link_book, write_ledger

VERSION = "linker-1"

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
    with open_link_book(book.build, VERSION) as found:
        assert sorted(found.all_records(), key=lambda each: each.action, reverse=True) == expected
        assert found.records_of([SENT.record_id]) == expected[:1]


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
    with open_link_book(book.build, VERSION) as found:
        read_lines, read_records = found.all_lines()
        assert read_lines == found.lines_with_children(["led_a"]) == lines
        assert sorted(read_records, key=lambda each: -each.score) == placed
        assert found.places([HOSTED.record_id]) == placed[1:]
        assert sorted(found.members_of(["led_a"])) == sorted([SENT.record_id, HOSTED.record_id])


def test_a_record_is_found_by_its_keys_until_another_linker_or_another_text_comes(tmp_path: Path) -> None:
    book = Book(tmp_path, records=[SENT, HOSTED])
    book.run([MEDICS, TALKS])
    placed = [LedgerRecord(ledger_id="led_a", record_id=each.record_id, score=1) for each in (SENT, HOSTED)]
    keys = {SENT.record_id: np.array([7, 2**40 + 5]), HOSTED.record_id: np.array([-3])}
    write_ledger(book.build, [LedgerLine(ledger_id="led_a", n_linked=2)], placed, (), keys, VERSION)
    with open_link_book(book.build, VERSION) as found:
        assert found.with_keys([2**40 + 5, 99]) == [SENT.record_id]
        assert found.with_keys([-3]) == [HOSTED.record_id]
        assert found.unsettled == found.lessened == []
    with open_link_book(book.build, "linker-2") as found:
        assert found.is_new_to_linker
    book.run([document("Riga cancels its talks.", "riga.txt")])
    with open_link_book(book.build, VERSION) as found:
        assert found.with_keys([-3]) == []
        assert found.lessened == ["led_a"]


def test_a_line_that_lost_a_record_still_tells_how_many_it_had(tmp_path: Path) -> None:
    book = Book(tmp_path, records=[SENT, HOSTED])
    book.run([MEDICS, TALKS])
    placed = [LedgerRecord(ledger_id="led_a", record_id=each.record_id, score=1) for each in (SENT, HOSTED)]
    write_ledger(book.build, [LedgerLine(ledger_id="led_a", n_linked=2)], placed)
    book.run([document("Riga cancels its talks.", "riga.txt")])
    with open_link_book(book.build, VERSION) as found:
        assert found.all_lines() == ([LedgerLine(ledger_id="led_a", n_linked=2)], placed[:1])
