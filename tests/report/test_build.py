"""Where a report is written, and what stays when it can't be."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from flows.report import ReportError, ReportSummary, build, build_report
from flows.report.shares import WHOLE, shares
from tests.report.sheets import LINE, OTHER_LINE, TODAY, small_book
from tests.warehouse.book import Book
from warehouse import WarehouseMissing


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The small book."""
    return small_book(tmp_path_factory.mktemp("book"))


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with what it holds."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_the_same_book_and_day_give_the_same_files(book: Book, tmp_path: Path) -> None:
    summary = build_report(book.published, tmp_path / "one", TODAY)
    assert summary == ReportSummary(tmp_path / "one" / "index.html", lines=2, documents=2, actors=3)
    build_report(book.published, tmp_path / "two", TODAY)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_processes_that_share_the_pages_write_the_same_files(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = build_report(book.published, tmp_path / "one", TODAY)
    monkeypatch.setattr(build, "SMALL", 0)
    shared = build_report(book.published, tmp_path / "two", TODAY, workers=2)
    assert (shared.lines, shared.documents, shared.actors) == (alone.lines, alone.documents, alone.actors)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_the_day_decides_which_terms_have_passed(book: Book, tmp_path: Path) -> None:
    build_report(book.published, tmp_path / "one", TODAY)
    build_report(book.published, tmp_path / "two", dt.date(2024, 1, 6))
    assert files(tmp_path / "one")["timeline.html"] != files(tmp_path / "two")["timeline.html"]


def test_a_report_takes_the_place_of_the_one_before(book: Book, tmp_path: Path) -> None:
    out = tmp_path / "pages"
    build_report(book.published, out, TODAY)
    (out / "commitments" / "gone.html").write_text("a page of a line that is no more")
    build_report(book.published, out, TODAY)
    assert not (out / "commitments" / "gone.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


def test_a_folder_of_other_files_is_left_alone(book: Book, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(ReportError, match="holds other files"):
        build_report(book.published, tmp_path, TODAY)
    assert files(tmp_path) == {"thesis.txt": b"mine"}


def test_an_empty_folder_is_taken(book: Book, tmp_path: Path) -> None:
    build_report(book.published, tmp_path, TODAY)
    assert (tmp_path / "index.html").is_file()


def test_a_failure_leaves_the_report_before_as_it_was(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "pages"
    build_report(book.published, out, TODAY)
    before = files(out)

    def fail(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(build, "write_timeline", fail)
    with pytest.raises(ReportError, match="no space left"):
        build_report(book.published, out, TODAY)
    assert files(out) == before
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


def test_without_a_warehouse_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(WarehouseMissing):
        build_report(tmp_path / "none.duckdb", tmp_path / "pages", TODAY)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("n", [1, 2, 4, 8, 16])
def test_shares_hold_every_id_once(n: int) -> None:
    ids = [
        LINE,
        OTHER_LINE,
        *(f"led_{digit}{rest}" for digit in "0123456789abcdef" for rest in ("0", "f" * 15)),
    ]
    for each in ids:
        held = [
            share for share in shares(n) if share.bounds("led")["first"] <= each < share.bounds("led")["end"]
        ]
        assert len(held) == 1
    assert WHOLE.bounds("doc") == {"first": "doc_0", "end": "doc_g"}
