"""Analysts' queries: what they give, and what they can't do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.book import Book, document, one_book, record
from warehouse import (
    Column,
    QueryError,
    QueryTimeout,
    ReadLimits,
    WarehouseError,
    WarehouseMissing,
    open_readonly,
    query,
)

OSLO = document("Oslo will send 2 medics.", "oslo.txt", published_on="2024-05-01")


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A book of one pledge."""
    return one_book(tmp_path, [OSLO], record(OSLO, "send 2 medics", amount=2.0, unit="medics"))


def test_a_result_has_names_types_and_rows(book: Book) -> None:
    result = query(book.published, "SELECT action, amount, promisors, condition FROM commitments")
    assert result.columns == (
        Column("action", "VARCHAR"),
        Column("amount", "DOUBLE"),
        Column("promisors", "VARCHAR[]"),
        Column("condition", "VARCHAR"),
    )
    assert result.rows == (("send 2 medics", 2.0, ["Norway"], None),)
    assert result.complete


@pytest.mark.parametrize(("name", "content"), [("table.csv", "a,b\n1,2\n"), ("empty.duckdb", "")])
def test_a_file_of_another_kind_is_no_warehouse(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(WarehouseError, match=f"{name} can't be opened: it is no warehouse"):
        query(tmp_path / name, "SELECT 1")


def test_values_go_in_as_parameters(book: Book) -> None:
    sql = "SELECT count(*) FROM documents WHERE source_name = "
    assert query(book.published, sql + "?", ["oslo.txt"]).rows == ((1,),)
    assert query(book.published, sql + "$name", {"name": "' OR true --"}).rows == ((0,),)


def test_rows_may_be_limited(book: Book) -> None:
    limits = ReadLimits(rows=2)
    assert query(book.published, "SELECT * FROM range(3)", limits=limits).rows == ((0,), (1,))
    assert not query(book.published, "SELECT * FROM range(3)", limits=limits).complete
    assert query(book.published, "SELECT * FROM range(2)", limits=limits).complete


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM store.documents",
        "CREATE TABLE mine (x INTEGER)",
        "DROP VIEW commitments",
        "COPY documents TO '{folder}/out.csv'",
        "SELECT * FROM read_text('{folder}/secret.txt')",
        "SELECT * FROM '{folder}/secret.csv'",
        "ATTACH '{folder}/other.duckdb'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET memory_limit = '100GB'",
        "SELECT 1; SELECT 2",
        "",
        "SELECT nothing FROM commitments",
        "SELEC 1",
    ],
)
def test_what_a_reader_may_not_do(book: Book, tmp_path: Path, sql: str) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "secret.csv").write_text("secret")
    before = book.published.read_bytes()
    with pytest.raises(QueryError):
        query(book.published, sql.format(folder=tmp_path))
    assert book.published.read_bytes() == before
    assert not (tmp_path / "out.csv").exists()
    assert not (tmp_path / "other.duckdb").exists()


def test_a_query_past_its_time_is_stopped(book: Book) -> None:
    endless = "SELECT sum(a.range * b.range) FROM range(10000000) AS a, range(10000000) AS b"
    with pytest.raises(QueryTimeout):
        query(book.published, endless, limits=ReadLimits(seconds=0.2))


def test_a_query_past_its_memory_is_stopped(book: Book) -> None:
    greedy = "SELECT list(repeat('x', 1000)) FROM range(1000000)"
    with pytest.raises(QueryError, match="Out of Memory"):
        query(book.published, greedy, limits=ReadLimits(memory="50MB"))


def test_a_missing_file_is_missing_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(WarehouseMissing):
        open_readonly(tmp_path / "none.duckdb")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "book.duckdb").write_text("words " * 2000)
    with pytest.raises(WarehouseError):
        query(tmp_path / "book.duckdb", "SELECT 1")
