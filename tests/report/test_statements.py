"""Rows in, rows out for statements of the report whose answer is easily wrong."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.book import Book, document, one_book, record
from tests.warehouse.test_ledger import link
from warehouse import ReportReader, publish

LAST = document("Oslo will send tents.", "last.txt", published_on="2020-05-01")


@pytest.mark.parametrize(
    ("first_day", "years"),
    [("0001-01-01", [1, 2020]), ("2018-01-01", list(range(2018, 2026)))],
)
def test_years_that_hold_nothing_are_left_out_of_an_absurd_span(
    tmp_path: Path, first_day: str, years: list[int]
) -> None:
    first = document("Oslo will send tanks.", "first.txt", published_on=first_day)
    book = one_book(tmp_path, [first, LAST], record(first, "send tanks"), record(LAST, "send tents"))
    with ReportReader(book.published) as reader:
        rows = reader.rows("charts/over_years")
    assert sorted({row["year"] for row in rows}) == years
    assert len(rows) == 3 * len(years)
    assert sum(row["events"] for row in rows) == 2


def test_an_actor_of_several_kinds_is_the_entity_that_is_named_most(tmp_path: Path) -> None:
    promised = record(LAST, "send tents", promisors=("Oslo",))
    book = one_book(tmp_path, [LAST], promised)
    link(book, promised)
    _name_a_person(book, "Oslo")
    with ReportReader(book.published) as reader:
        today = dt.date(2024, 1, 1)
        (actor,) = reader.rows("actors", first="act_", end="act_g", today=today)
    assert (actor["name"], actor["kind"], actor["iso3"], actor["n_promised"]) == ("Oslo", "state", None, 1)


def _name_a_person(book: Book, name: str) -> None:
    """Add a person of that name whom a document speaks for, and who is mentioned nowhere."""
    with duckdb.connect(str(book.build)) as connection:
        connection.execute(
            "INSERT INTO store.entities (entity_id, name, kind, iso3) VALUES ('ent_0', ?, 'person', 'NOR')",
            [name],
        )
    publish(book.build, book.published)
