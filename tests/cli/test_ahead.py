"""Whether a run is likely to find something new, so that a worker may start at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.cli.ahead import has_changed


@pytest.fixture
def statement(tmp_path: Path) -> Path:
    folder = tmp_path / "in" / "march"
    folder.mkdir(parents=True)
    file = folder / "statement.txt"
    file.write_text("Kestria will lend Norhaven two ferries.")
    return file


@pytest.fixture
def book(tmp_path: Path, statement: Path) -> Path:
    """A book written after the statement, by the clock of the file system, which has its own ticks."""
    book = tmp_path / "book.duckdb"
    book.touch()
    while book.stat().st_ctime_ns <= statement.stat().st_ctime_ns:
        book.touch()
    return book


def test_a_book_that_is_not_there_yet_finds_all_new(tmp_path: Path, statement: Path) -> None:
    assert has_changed([statement], tmp_path / "none.duckdb")


def test_what_the_book_was_written_after_is_not_new(book: Path, statement: Path) -> None:
    assert not has_changed([statement, statement.parent.parent], book)


def test_a_file_that_was_written_or_moved_since_is_new(book: Path, statement: Path) -> None:
    statement.rename(statement.with_name("renamed.txt"))
    assert has_changed([statement.parent.parent], book)


@pytest.mark.parametrize("given", ["-", "https://example.org/news.html", Path("/nowhere/*.txt")])
def test_what_can_not_be_looked_at_counts_as_new(book: Path, given: Path | str) -> None:
    assert has_changed([given], book)
