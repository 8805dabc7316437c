"""`pledgebook review`, `trace` and `export`, as an analyst goes from one to the next."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from flows.cli import app
from flows.lock import sole_writer
from models.ledger import LedgerLine, LedgerRecord
from tests.warehouse.book import Book, document, one_book, record
from warehouse import publish, write_ledger

OSLO = document("Oslo will send 20 tanks to Kyiv. \x1b[2JIt will also train crews.", "oslo.txt")
RIGA = document("Riga will host talks.", "riga.txt")
TANKS = record(OSLO, "send 20 tanks to Kyiv", promisors=("Oslo",), amount=20.0, unit="tanks")
TALKS = record(RIGA, "host talks", promisors=("Riga",))
DONE, NOTHING_DONE, WRONG_USAGE, SOME_REFUSED = 0, 1, 2, 3


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return one_book(tmp_path / "book", [OSLO, RIGA], TANKS, TALKS)


@pytest.fixture
def sheet(book: Book, tmp_path: Path) -> Path:
    out = tmp_path / "sheet.csv"
    assert pledgebook(book, "review", "export", str(out)).stdout.startswith("2 records")
    return out


def pledgebook(book: Book, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--warehouse", str(book.published)])


def judge(sheet: Path, *rows: dict[str, str]) -> None:
    """Fill cells of the sheet's rows in order; those past its end are new."""
    with sheet.open(encoding="utf-8-sig", newline="") as handle:
        edited = list(csv.DictReader(handle))
    columns = list(edited[0])
    edited += [dict.fromkeys(columns, "") for _ in rows[len(edited) :]]
    for row, cells in zip(edited, rows, strict=True):
        row.update(cells)
    with sheet.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, columns)
        writer.writeheader()
        writer.writerows(edited)


def test_a_sheet_goes_out_and_its_verdicts_come_back(book: Book, sheet: Path) -> None:
    missed = {
        "verdict": "add",
        "source_name": "oslo.txt",
        "sentence": "It will also train crews.",
        "action": "train crews",
        "force": "pledge",
        "promisors": "Oslo",
    }
    judge(sheet, {"verdict": "correct", "amount": "18"}, {"verdict": "reject"}, missed)
    result = pledgebook(book, "review", "import", str(sheet), "--by", "ana")
    assert (result.exit_code, result.stdout) == (DONE, "3 verdicts new, 0 known, 0 rows refused\n")
    assert book.rows("SELECT action, amount, reviewed_by FROM records ORDER BY 1") == [
        ("send 20 tanks to Kyiv", 18.0, "ana"),
        ("train crews", None, "ana"),
    ]
    assert pledgebook(book, "review", "export", str(sheet)).stdout.startswith("0 records")
    assert pledgebook(book, "review", "export", str(sheet), "--all").stdout.startswith("2 records")


def test_bad_rows_are_named_and_the_others_load(book: Book, sheet: Path) -> None:
    judge(sheet, {"verdict": "correct", "force": "vow"}, {"verdict": "accept"})
    result = pledgebook(book, "review", "import", str(sheet), "--by", "ana")
    assert result.exit_code == SOME_REFUSED
    assert f"{sheet}:2: force: 'vow'" in result.stderr
    assert book.rows("SELECT action FROM records WHERE reviewed_by = 'ana'") == [("host talks",)]


def test_a_sheet_that_comes_again_is_counted_alike(book: Book, sheet: Path) -> None:
    judge(sheet, {"verdict": "correct", "amount": "18"}, {"verdict": "correct", "force": "vow"})
    first, second = (pledgebook(book, "review", "import", str(sheet), "--by", "ana") for _ in range(2))
    assert (first.exit_code, second.exit_code) == (SOME_REFUSED, SOME_REFUSED)
    assert first.stdout == "1 verdict new, 0 known, 1 row refused\n"
    assert second.stdout == "0 verdicts new, 1 known, 1 row refused\n"


def test_a_row_without_a_reviewer_names_its_other_fault_first(book: Book, sheet: Path) -> None:
    judge(sheet, {"verdict": "correct", "force": "vow"}, {"verdict": "accept"})
    result = pledgebook(book, "review", "import", str(sheet))
    assert result.exit_code == NOTHING_DONE
    assert f"{sheet}:2: force: 'vow'" in result.stderr
    assert f"{sheet}:3: reviewed_by: nobody is named" in result.stderr
    assert "--by" in result.stderr


def test_nothing_is_loaded_from_a_sheet_of_bad_rows(book: Book, sheet: Path) -> None:
    judge(sheet, {"verdict": "accept"}, {})
    result = pledgebook(book, "review", "import", str(sheet))
    assert result.exit_code == NOTHING_DONE
    assert f"{sheet}:2: reviewed_by: " in result.stderr


def test_verdicts_wait_while_a_run_writes(book: Book, sheet: Path) -> None:
    judge(sheet, {"verdict": "accept"}, {})
    with sole_writer(book.published, "run_now"):
        result = pledgebook(book, "review", "import", str(sheet), "--by", "ana")
    assert result.exit_code == NOTHING_DONE
    assert "run_now" in result.stderr


def test_a_trace_leads_from_the_record_to_rule_bytes_run_and_verdict(book: Book, sheet: Path) -> None:
    judge(sheet, {"verdict": "correct", "amount": "18"}, {})
    pledgebook(book, "review", "import", str(sheet), "--by", "ana")
    result = pledgebook(book, "trace", TANKS.record_id)
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "amount 18 (machine: 20)" in lines
    assert "force test.pledge 10-31 send 20 tanks to Kyiv" in lines
    assert f"bytes SHA-256 {OSLO.sha256}" in lines
    assert "extracted run-1 at 2024-01-02 12:00 by test-1" in lines
    assert any(line.endswith("ana: correct amount: 20 -> 18") for line in lines)
    assert "\x1b" not in result.stdout


def test_a_trace_of_a_rejected_record_says_so(book: Book, sheet: Path) -> None:
    judge(sheet, {"verdict": "reject"}, {})
    pledgebook(book, "review", "import", str(sheet), "--by", "ana")
    assert "rejected by an analyst" in pledgebook(book, "trace", TANKS.record_id).stdout
    traced = json.loads(pledgebook(book, "trace", TANKS.record_id, "--format", "json").stdout)
    assert traced["record"] is None
    assert traced["machine"]["action"] == TANKS.action


def test_a_trace_of_nothing_is_an_error(book: Book) -> None:
    result = pledgebook(book, "trace", "com_none")
    assert (result.exit_code, "com_none" in result.stderr) == (NOTHING_DONE, True)


def test_a_trace_of_a_ledger_line_names_its_records(book: Book) -> None:
    members = [LedgerRecord(ledger_id="led_1", record_id=each.record_id, score=1) for each in (TANKS, TALKS)]
    write_ledger(book.build, [LedgerLine(ledger_id="led_1")], members)
    publish(book.build, book.published)
    result = pledgebook(book, "trace", "led_1")
    assert result.exit_code == NOTHING_DONE
    assert "led_1 is a ledger line" in result.stderr
    assert all(each.record_id in result.stderr for each in (TANKS, TALKS))


def test_a_trace_shows_the_values_of_verdicts_as_those_of_fields(book: Book, sheet: Path) -> None:
    cells = {"amount": "15000000000", "unit": "EUR", "beneficiaries": "Kyiv; Lviv", "due_text": "soon"}
    judge(sheet, {}, {"verdict": "correct", **cells})
    pledgebook(book, "review", "import", str(sheet), "--by", "ana")
    traced = pledgebook(book, "trace", TALKS.record_id).stdout
    assert "amount: none -> 15,000,000,000" in traced
    assert "beneficiaries: none -> Kyiv, Lviv" in traced
    assert "None" not in traced


def test_a_sheet_goes_into_a_new_folder(book: Book, tmp_path: Path) -> None:
    out = tmp_path / "new" / "sheet.csv"
    assert pledgebook(book, "review", "export", str(out)).exit_code == DONE
    assert out.is_file()


def test_a_sheet_that_cannot_be_written_is_named_without_a_number(book: Book, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = pledgebook(book, "review", "export", str(tmp_path / "file" / "sheet.csv"))
    assert result.exit_code == NOTHING_DONE
    assert str(tmp_path / "file") in result.stderr
    assert "Errno" not in result.stderr


def test_every_view_is_exported_into_a_folder(book: Book, tmp_path: Path) -> None:
    result = pledgebook(book, "export", "--format", "jsonl", "--out", str(tmp_path / "out"))
    assert result.exit_code == DONE
    written = {file.stem: file.read_text().count("\n") for file in (tmp_path / "out").iterdir()}
    assert {view: written[view] for view in ("commitments", "documents", "reviews")} == {
        "commitments": 2,
        "documents": 2,
        "reviews": 0,
    }


def test_one_view_is_exported_into_a_file(book: Book, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "commitments.csv"
    assert (
        pledgebook(book, "export", "--format", "csv", "--view", "commitments", "--out", str(out)).exit_code
        == DONE
    )
    with out.open(newline="") as handle:
        assert {row["action"] for row in csv.DictReader(handle)} == {TANKS.action, TALKS.action}


@pytest.mark.parametrize(
    ("name", "arguments", "begins"),
    [
        ("x.csv", [], b"commitment_id,"),
        ("x.JSONL", [], b"{"),
        ("x.parquet", [], b"PAR1"),
        ("x", [], b"PAR1"),
        ("x.txt", ["--format", "csv"], b"commitment_id,"),
    ],
)
def test_a_file_is_of_the_kind_that_its_ending_tells(
    book: Book, tmp_path: Path, name: str, arguments: list[str], begins: bytes
) -> None:
    out = tmp_path / name
    result = pledgebook(book, "export", "--view", "commitments", "--out", str(out), *arguments)
    assert result.exit_code == DONE
    assert out.read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("name", "arguments"), [("x.csv", ["--format", "parquet"]), ("x.txt", []), ("x.csv.gz", [])]
)
def test_a_file_whose_ending_tells_another_kind_or_none_is_wrong_usage(
    book: Book, tmp_path: Path, name: str, arguments: list[str]
) -> None:
    out = tmp_path / name
    result = pledgebook(book, "export", "--view", "commitments", "--out", str(out), *arguments)
    assert result.exit_code == WRONG_USAGE
    assert not out.exists()


@pytest.mark.parametrize("view", ["none", "commitments; DROP VIEW documents"])
def test_an_unknown_view_is_wrong_usage(book: Book, tmp_path: Path, view: str) -> None:
    result = pledgebook(book, "export", "--view", view, "--out", str(tmp_path / "x"))
    assert result.exit_code == WRONG_USAGE
    assert not (tmp_path / "x").exists()
