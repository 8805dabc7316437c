"""The review sheet: out to a spreadsheet, back in row by row."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from models import Record
from models.ledger import LedgerLine, LedgerRecord
from tests.warehouse.book import Book, document, one_book, record
from warehouse import (
    ReviewedSheet,
    ReviewSheetError,
    SheetOrder,
    publish,
    publish_verdicts,
    read_review_sheet,
    write_ledger,
    write_review_sheet,
)

OSLO = document("=Oslo will send 20 tanks to Kyiv by May. It will also train crews.", "oslo.txt")
RIGA = document("Riga will host talks.", "riga.txt")
TANKS = record(OSLO, "send 20 tanks to Kyiv", promisors=("Oslo", "Bergen"), amount=20.0, unit="tanks")
TALKS = record(RIGA, "host talks", promisors=("Riga",), confidence=0.4)
WHEN = dt.datetime(2024, 7, 1, 9, tzinfo=dt.UTC)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A book of two documents with a pledge each."""
    return one_book(tmp_path / "book", [OSLO, RIGA], TANKS, TALKS)


@pytest.fixture
def sheet(book: Book, tmp_path: Path) -> Path:
    """The book's review sheet."""
    write_review_sheet(book.published, tmp_path / "review.csv")
    return tmp_path / "review.csv"


def rows(sheet: Path) -> list[dict[str, str]]:
    with sheet.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def edit(sheet: Path, row: int | None, **cells: str) -> None:
    """Fill cells of a row, or of a new one."""
    edited = rows(sheet)
    columns = list(edited[0])
    if row is None:
        edited.append(dict.fromkeys(columns, ""))
    edited[-1 if row is None else row].update(cells)
    with sheet.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, columns)
        writer.writeheader()
        writer.writerows(edited)


def read(book: Book, sheet: Path) -> ReviewedSheet:
    return read_review_sheet(book.published, sheet, reviewed_by="ana", reviewed_at=WHEN)


def test_the_sheet_shows_records_with_room_for_a_verdict(sheet: Path) -> None:
    first, second = rows(sheet)
    assert (first["commitment_id"], first["verdict"], first["promisors"]) == (
        TANKS.record_id,
        "",
        "Oslo; Bergen",
    )
    assert (first["amount"], first["direct"], first["due_end"]) == ("20", "false", "")
    assert second["source_name"] == "riga.txt"


def test_a_cell_that_looks_like_a_formula_is_disarmed_and_read_back(book: Book, sheet: Path) -> None:
    assert rows(sheet)[0]["sentence"] == "'" + OSLO.text
    edit(sheet, 0, verdict="accept")
    (given,) = read(book, sheet).verdicts
    assert given.sentence == OSLO.text


def test_an_untouched_sheet_says_nothing(book: Book, sheet: Path) -> None:
    assert read(book, sheet) == ReviewedSheet((), ())


def test_verdicts_are_read_applied_and_no_longer_asked_for(book: Book, sheet: Path, tmp_path: Path) -> None:
    edit(sheet, 0, verdict="correct", promisors="Norway", amount="18", certainty="probable", note="see text")
    edit(sheet, 1, verdict="Reject", reviewed_by="ben")
    reviewed = read(book, sheet)
    assert reviewed.problems == ()
    assert [(each.verdict, each.reviewed_by, each.note) for each in reviewed.verdicts] == [
        ("correct", "ana", "see text"),
        ("reject", "ben", None),
    ]
    assert reviewed.verdicts[0].fields == {"promisors": '["Norway"]', "certainty": "probable", "amount": "18"}
    publish_verdicts(book.published, reviewed.verdicts)
    assert book.rows("SELECT promisors, amount, certainty FROM commitments") == [
        (["Norway"], 18.0, "probable")
    ]
    assert write_review_sheet(book.published, tmp_path / "next.csv") == 0
    assert write_review_sheet(book.published, tmp_path / "all.csv", unreviewed_only=False) == 1


def test_a_missed_commitment_is_added_from_its_words(book: Book, sheet: Path) -> None:
    edit(
        *(sheet, None),
        verdict="add",
        source_name="oslo.txt",
        sentence="It will also train crews.",
        action="train crews",
        force="pledge",
        promisors="Oslo",
        category="military",
    )
    reviewed = read(book, sheet)
    assert reviewed.problems == ()
    publish_verdicts(book.published, reviewed.verdicts)
    (row,) = book.dictionaries("FROM commitments WHERE rule_id = 'analyst'")
    assert OSLO.text[row["start_char"] : row["end_char"]] == row["action"] == "train crews"
    assert book.rows("SELECT action, n_records FROM ledger WHERE ledger_id = ?", row["ledger_id"]) == [
        ("train crews", 1)
    ]


VOW = "Bergen will host talks."
VOWS = document(f"Monday: {VOW} Nobody came. Tuesday: {VOW}", "vows.txt")
FIRST, SECOND = VOWS.text.index("host"), VOWS.text.rindex("host")


def read_vow(folder: Path, start_char: str) -> ReviewedSheet:
    """A sheet that adds the words of a vow that stands twice in its document."""
    book = one_book(folder / "vows", [VOWS], record(VOWS, "came", promisors=("Nobody",)))
    sheet = folder / "vows.csv"
    write_review_sheet(book.published, sheet)
    place = {"source_name": "vows.txt", "sentence": VOW, "action": "host talks", "start_char": start_char}
    edit(sheet, None, verdict="add", force="pledge", promisors="Bergen", **place)
    return read(book, sheet)


@pytest.mark.parametrize(("told", "found"), [("", FIRST), (str(FIRST), FIRST), (str(SECOND), SECOND)])
def test_an_addition_may_say_at_which_of_several_places_it_stands(
    tmp_path: Path, told: str, found: int
) -> None:
    reviewed = read_vow(tmp_path, told)
    assert reviewed.problems == ()
    (verdict,) = reviewed.verdicts
    assert (verdict.start_char, verdict.sentence_start) == (found, found - VOW.index("host"))
    assert VOWS.text[verdict.start_char : verdict.end_char] == "host talks"


@pytest.mark.parametrize("told", [str(FIRST + 1), "0", "999999", "-1", "first"])
def test_an_addition_at_a_place_without_its_words_is_refused(tmp_path: Path, told: str) -> None:
    reviewed = read_vow(tmp_path, told)
    assert reviewed.verdicts == ()
    assert [problem.column for problem in reviewed.problems] == ["start_char"]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"verdict": "maybe"}, "verdict"),
        ({"verdict": "correct"}, "verdict"),
        ({"verdict": "correct", "force": "promise"}, "force"),
        ({"verdict": "correct", "amount": "many"}, "amount"),
        ({"verdict": "correct", "amount": "1,5"}, "amount"),
        ({"verdict": "correct", "due_end": "31.5.2024"}, "due_end"),
        ({"verdict": "correct", "direct": "perhaps"}, "direct"),
        ({"verdict": "correct", "promisors": " ; "}, "promisors"),
        ({"verdict": "correct", "action": "send planes"}, "action"),
        ({"verdict": "merge"}, "merge_with"),
        ({"verdict": "merge", "merge_with": "com_none"}, "merge_with"),
        ({"verdict": "accept", "commitment_id": "com_none"}, "commitment_id"),
        ({"verdict": "add"}, "commitment_id"),
    ],
)
def test_a_bad_row_names_its_line_and_column_and_the_good_ones_load(
    book: Book, sheet: Path, cells: dict[str, str], column: str
) -> None:
    edit(sheet, 0, **cells)
    edit(sheet, 1, verdict="accept")
    reviewed = read(book, sheet)
    assert [(problem.line, problem.column) for problem in reviewed.problems] == [(2, column)]
    assert [each.commitment_id for each in reviewed.verdicts] == [TALKS.record_id]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"source_name": "none.txt"}, "source_name"),
        ({"sentence": "Oslo will not."}, "sentence"),
        ({"action": "train dogs"}, "action"),
        ({"force": "vow"}, "force"),
        ({"promisors": ""}, "promisors"),
    ],
)
def test_a_bad_addition_names_its_column(book: Book, sheet: Path, cells: dict[str, str], column: str) -> None:
    good = {
        "verdict": "add",
        "source_name": "oslo.txt",
        "sentence": "It will also train crews.",
        "action": "train crews",
        "force": "pledge",
        "promisors": "Oslo",
    }
    edit(sheet, None, **(good | cells))
    assert [(problem.line, problem.column) for problem in read(book, sheet).problems] == [(4, column)]


def test_a_field_whose_column_is_missing_stays_as_it_is(book: Book, sheet: Path) -> None:
    sheet.write_text(f"commitment_id,verdict,certainty\n{TANKS.record_id},correct,possible\n")
    (given,) = read(book, sheet).verdicts
    assert given.fields == {"certainty": "possible"}


def test_a_sheet_may_be_read_again(book: Book, sheet: Path) -> None:
    edit(sheet, 0, verdict="correct", certainty="possible", amount="1,200")
    edit(sheet, 1, verdict="reject")
    assert publish_verdicts(book.published, read(book, sheet).verdicts) == 2
    again = read(book, sheet)
    assert again.problems == ()
    assert publish_verdicts(book.published, again.verdicts) == 0
    assert book.rows("SELECT amount FROM commitments") == [(1200.0,)]


def test_a_row_below_cells_of_several_lines_is_named_by_row_and_line(book: Book, sheet: Path) -> None:
    edit(sheet, 0, note="two\nlines")
    edit(sheet, 1, verdict="maybe")
    (problem,) = read(book, sheet).problems
    assert (problem.row, problem.line) == (3, 4)


@pytest.mark.parametrize(("order", "first"), [("document", TANKS), ("doubtful", TALKS), ("newest", TANKS)])
def test_a_sheet_begins_where_it_is_asked_to(
    book: Book, tmp_path: Path, order: SheetOrder, first: Record
) -> None:
    write_review_sheet(book.published, tmp_path / "review.csv", order=order, limit=1)
    assert [row["commitment_id"] for row in rows(tmp_path / "review.csv")] == [first.record_id]


def test_a_sheet_of_one_document(book: Book, tmp_path: Path) -> None:
    write_review_sheet(book.published, tmp_path / "review.csv", document="riga.txt")
    assert [row["commitment_id"] for row in rows(tmp_path / "review.csv")] == [TALKS.record_id]


def test_a_line_is_merged_with_another_by_the_lines_name(book: Book, sheet: Path) -> None:
    lines = [LedgerLine(ledger_id="led_1"), LedgerLine(ledger_id="led_2")]
    members = [
        LedgerRecord(ledger_id="led_1", record_id=TANKS.record_id, score=1),
        LedgerRecord(ledger_id="led_2", record_id=TALKS.record_id, score=1),
    ]
    write_ledger(book.build, lines, members)
    publish(book.build, book.published)
    edit(sheet, 0, verdict="merge", merge_with="led_2")
    publish_verdicts(book.published, read(book, sheet).verdicts)
    assert book.rows("SELECT ledger_id, n_records FROM ledger") == [("led_2", 2)]
    assert publish_verdicts(book.published, read(book, sheet).verdicts) == 0


def test_nobody_named_is_a_problem(book: Book, sheet: Path) -> None:
    edit(sheet, 0, verdict="accept")
    (problem,) = read_review_sheet(book.published, sheet).problems
    assert problem.column == "reviewed_by"


def test_a_sheet_saved_with_semicolons_is_read(book: Book, sheet: Path) -> None:
    edit(sheet, 1, verdict="accept")
    table = rows(sheet)
    with sheet.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(table[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(table)
    assert [each.commitment_id for each in read(book, sheet).verdicts] == [TALKS.record_id]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"a,b\n1,2\n",
        b"commitment_id,verdict,surprise\n",
        b"\xff\xfe\x00\x01",
        b'commitment_id,verdict\n"x',
    ],
)
def test_a_file_that_is_no_review_sheet_is_refused(book: Book, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.csv").write_bytes(content)
    with pytest.raises(ReviewSheetError, match=r"bad\.csv"):
        read(book, tmp_path / "bad.csv")
