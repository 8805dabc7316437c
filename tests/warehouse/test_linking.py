"""What linking reads of a book, and that it can go on where it stopped."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from pathlib import Path

import numpy as np

from flows.link.clustering import Edges
from flows.link.linking import Asker, LikelyPairs
from models.ledger import LedgerLine, LedgerRecord, LinkRecord
from tests.warehouse.book import Book, document, one_book, record
from warehouse import open_link_book, write_ledger

VERSION = "linker-1"
OF_RECORDS = [each.name for each in fields(LinkRecord) if each.name != "published_on"]

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
            **{name: getattr(each, name) for name in OF_RECORDS},
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
        assert found.with_keys(np.array([2**40 + 5, 99])) == [SENT.record_id]
        assert found.with_keys(np.array([-3])) == [HOSTED.record_id]
        assert found.unsettled == found.lessened == []
    with open_link_book(book.build, "linker-2") as found:
        assert found.is_new_to_linker
    book.run([document("Riga cancels its talks.", "riga.txt")])
    with open_link_book(book.build, VERSION) as found:
        assert found.with_keys(np.array([-3])) == []
        assert found.lessened == ["led_a"]


def test_likely_pairs_are_kept_until_their_records_are_compared_anew_or_gone(tmp_path: Path) -> None:
    book = Book(tmp_path, records=[SENT, HOSTED])
    book.run([MEDICS, TALKS])
    placed = [LedgerRecord(ledger_id="led_a", record_id=each.record_id, score=1) for each in (SENT, HOSTED)]
    lines = [LedgerLine(ledger_id="led_a", n_linked=2)]
    names = [SENT.record_id, HOSTED.record_id]

    def keep(score: float, replaced: list[str]) -> None:
        edges = Edges(np.array([0]), np.array([1]), np.array([score]))
        keys = {name: np.array([7]) for name in replaced}
        write_ledger(book.build, lines, placed, (), keys, VERSION, LikelyPairs(names, edges))

    keep(0.25, names)
    keep(0.75, names[1:])
    with open_link_book(book.build, VERSION) as found:
        for name in names:
            assert found.pairs_of([name]) == [(*names, 0.75)]
        assert found.pairs_of(["com_other"]) == []
    book.run([document("Riga cancels its talks.", "riga.txt")])
    with open_link_book(book.build, VERSION) as found:
        assert found.pairs_of(names) == []


def test_a_line_that_lost_a_record_still_tells_how_many_it_had(tmp_path: Path) -> None:
    book = Book(tmp_path, records=[SENT, HOSTED])
    book.run([MEDICS, TALKS])
    placed = [LedgerRecord(ledger_id="led_a", record_id=each.record_id, score=1) for each in (SENT, HOSTED)]
    write_ledger(book.build, [LedgerLine(ledger_id="led_a", n_linked=2)], placed)
    book.run([document("Riga cancels its talks.", "riga.txt")])
    with open_link_book(book.build, VERSION) as found:
        assert found.all_lines() == ([LedgerLine(ledger_id="led_a", n_linked=2)], placed[:1])


def test_a_line_whose_parent_is_gone_is_linked_again(tmp_path: Path) -> None:
    book = Book(tmp_path, records=[SENT, HOSTED])
    book.run([MEDICS, TALKS])
    lines = [
        LedgerLine(ledger_id="led_a", parent_id="led_b", n_linked=1),
        LedgerLine(ledger_id="led_b", n_linked=1),
    ]
    placed = [
        LedgerRecord(ledger_id="led_a", record_id=SENT.record_id, score=1),
        LedgerRecord(ledger_id="led_b", record_id=HOSTED.record_id, score=1),
    ]
    write_ledger(book.build, lines, placed)
    book.run([document("Riga cancels its talks.", "riga.txt")])
    with open_link_book(book.build, VERSION) as found:
        assert found.all_lines() == ([LedgerLine(ledger_id="led_a")], placed[:1])
        assert found.lessened == ["led_a"]


def test_near_are_the_nearest_of_a_key_what_repeats_them_and_all_that_stands(tmp_path: Path) -> None:
    days = [f"2024-01-{day:02}" for day in range(1, 9)]
    documents = [document(f"Riga will host talks {day}.", f"{day}.txt", published_on=day) for day in days]
    records = [
        record(each, f"host talks {day}", promisors=("Riga",))
        for each, day in zip(documents, days, strict=True)
    ]
    ids = [each.record_id for each in records]
    book = Book(tmp_path, records=records)
    book.run(documents)
    lines = [LedgerLine(ledger_id=f"led_{name}", n_linked=1) for name in ids]
    placed = [LedgerRecord(ledger_id=f"led_{name}", record_id=name, score=1) for name in ids]
    lines[6:] = [LedgerLine(ledger_id=f"led_{ids[6]}", n_linked=2)]
    placed[7] = LedgerRecord(
        ledger_id=f"led_{ids[6]}", record_id=ids[7], joined_by=("same",), joined_to=ids[6], score=1
    )
    standing = 99
    keys = {name: np.array([5, 100 + place]) for place, name in enumerate(ids)} | {
        ids[0]: np.array([5, standing]),  # far away, and near all the same
        ids[3]: np.array([5, 8]),  # the asker
        ids[6]: np.array([8]),
        ids[7]: np.array([], np.int64),
    }
    write_ledger(book.build, lines, placed, (), keys, VERSION)

    def near(asker: Asker) -> list[int]:
        with open_link_book(book.build, VERSION) as found:
            return sorted(ids.index(name) for name in found.near([asker], 1, 3, standing))

    assert near(Asker(ids[3], np.array([5]), is_standing=False)) == [0, 2, 3, 4]
    assert near(Asker(ids[3], np.array([5]), is_standing=True)) == [0, 1, 2, 3, 4, 5]
    assert near(Asker(ids[1], np.array([5, 8]), is_standing=False)) == [0, 1, 2, 3, 6, 7]


def test_near_by_two_keys_are_those_of_many_keys(tmp_path: Path) -> None:
    documents = [document(f"Riga will host talks {number}.", f"{number}.txt") for number in range(5)]
    records = [
        record(each, f"host talks {number}", promisors=("Riga",)) for number, each in enumerate(documents)
    ]
    ids = [each.record_id for each in records]
    book = Book(tmp_path, records=records)
    book.run(documents)
    lines = [LedgerLine(ledger_id=f"led_{name}", n_linked=1) for name in ids]
    placed = [LedgerRecord(ledger_id=f"led_{name}", record_id=name, score=1) for name in ids]
    standing = 99
    keys = [[1, 2, 3], [3, 4, 5], [2, 3, 6], [3], [3, 7, standing]]
    write_ledger(book.build, lines, placed, (), dict(zip(ids, map(np.array, keys), strict=True)), VERSION)

    def near(asker: Asker) -> set[int]:
        with open_link_book(book.build, VERSION) as found:
            return {ids.index(name) for name in found.near([asker], 50, 3, standing)}

    assert near(Asker(ids[0], np.array([1, 2, 3]), is_standing=False)) == {0, 2, 3, 4}
    assert near(Asker(ids[0], np.array([1, 2, 3]), is_standing=True)) == {0, 1, 2, 3, 4}
    assert near(Asker(ids[3], np.array([3]), is_standing=False)) == {0, 1, 2, 3, 4}
