"""Views as files for other tools."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.warehouse.book import Book, document, one_book, record
from warehouse import WarehouseError, export_view, view_names

OSLO = document('Oslo will send "20" tanks,\nsoon.', "oslo.txt")


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A book of one pledge."""
    pledge = record(OSLO, 'send "20" tanks', promisors=("Oslo", "Bergen"), amount=20.0, unit="tanks")
    return one_book(tmp_path / "book", [OSLO], pledge)


def test_parquet_keeps_the_types(book: Book, tmp_path: Path) -> None:
    assert export_view(book.published, "commitments", tmp_path / "c.parquet", "parquet") == 1
    (row,) = pq.read_table(tmp_path / "c.parquet").to_pylist()
    assert (row["promisors"], row["amount"], row["condition"]) == (["Oslo", "Bergen"], 20.0, None)


def test_csv_holds_lists_as_json(book: Book, tmp_path: Path) -> None:
    assert export_view(book.published, "commitments", tmp_path / "c.csv", "csv") == 1
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as handle:
        (row,) = list(csv.DictReader(handle))
    assert json.loads(row["promisors"]) == ["Oslo", "Bergen"]
    assert (row["sentence"], row["condition"]) == (OSLO.text, "")


def test_json_lines(book: Book, tmp_path: Path) -> None:
    assert export_view(book.published, "pledges_between", tmp_path / "deep" / "p.jsonl", "jsonl") == 2
    lines = [json.loads(line) for line in (tmp_path / "deep" / "p.jsonl").read_text().splitlines()]
    assert {line["promisor"] for line in lines} == {"Oslo", "Bergen"}


@pytest.mark.parametrize("format", ["parquet", "csv", "jsonl"])
def test_every_view_can_be_written(book: Book, tmp_path: Path, format: str) -> None:
    for view in view_names(book.published):
        export_view(book.published, view, tmp_path / f"{view}.{format}", format)  # type: ignore[arg-type]  # any
    assert len(list(tmp_path.glob(f"*.{format}"))) == len(view_names(book.published))


@pytest.mark.parametrize("view", ["nothing", "store.records", 'commitments" --', ""])
def test_only_a_view_can_be_written(book: Book, tmp_path: Path, view: str) -> None:
    with pytest.raises(WarehouseError, match="there is no view"):
        export_view(book.published, view, tmp_path / "x.csv", "csv")


def test_a_file_that_can_not_be_written_leaves_nothing(book: Book, tmp_path: Path) -> None:
    (tmp_path / "out.csv").mkdir()
    with pytest.raises(WarehouseError, match="can't be written"):
        export_view(book.published, "commitments", tmp_path / "out.csv", "csv")
    assert [path.name for path in tmp_path.glob(".out*")] == []
