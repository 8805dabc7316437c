"""The view of inputs has a row for each input of each run, however few rows of unchanged ones are kept."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.warehouse.book import Book, document, refusal
from warehouse import migrate, publish, run_checks

OSLO = document("Oslo will send medics.", "oslo.txt")
RIGA = document("Riga will host talks.", "riga.txt")
TURKU = document("Turku will lend a ship.", "turku.txt")
BERGEN = document("Bergen will lend a crane.", "bergen.txt")

SPANS = "SELECT count(*) FROM store.unchanged_inputs"
MET = """
SELECT r.number, i.number, source_name, outcome, document_id, sha256
FROM inputs AS i JOIN runs AS r USING (run_id)
ORDER BY ALL
"""


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


def met(book: Book, run: int) -> list[tuple[int, str, str]]:
    """The inputs of a run: place, name and outcome."""
    return book.rows(
        "SELECT i.number, source_name, outcome FROM inputs AS i JOIN runs AS r USING (run_id)"
        " WHERE r.number = ? ORDER BY i.number",
        run,
    )


def test_each_run_tells_what_it_met(book: Book) -> None:
    book.run([OSLO, RIGA])
    book.run([OSLO, RIGA])
    book.run([BERGEN, OSLO, RIGA], [refusal("empty.txt")])
    book.run([RIGA])
    book.run([BERGEN, OSLO, RIGA])
    unchanged = "unchanged"
    assert met(book, 1) == [(0, "oslo.txt", "new"), (1, "riga.txt", "new")]
    assert met(book, 2) == [(0, "oslo.txt", unchanged), (1, "riga.txt", unchanged)]
    assert met(book, 3) == [
        (0, "bergen.txt", "new"), (1, "oslo.txt", unchanged), (2, "riga.txt", unchanged),
        (3, "empty.txt", "quarantined"),
    ]  # fmt: skip
    assert met(book, 4) == [(0, "riga.txt", unchanged)]
    assert met(book, 5) == [
        (0, "bergen.txt", unchanged), (1, "oslo.txt", unchanged), (2, "riga.txt", unchanged),
    ]  # fmt: skip
    assert book.rows("SELECT DISTINCT sha256 FROM inputs WHERE source_name = 'oslo.txt'") == [(OSLO.sha256,)]
    assert all(check.passed for check in run_checks(book.published))


def test_a_run_that_meets_the_same_again_adds_no_row(book: Book) -> None:
    book.run([OSLO, RIGA])
    for _ in range(5):
        book.run([OSLO, RIGA])
    assert book.rows(SPANS) == [(2,)]
    assert book.rows("SELECT count(*) FROM inputs WHERE outcome = 'unchanged'") == [(10,)]


def test_runs_of_other_inputs_in_between_break_no_span(book: Book) -> None:
    book.run([OSLO, RIGA])
    book.run([TURKU])
    for _ in range(3):
        book.run([OSLO, RIGA])
        book.run([TURKU])
    assert book.rows(SPANS) == [(3,)]
    assert met(book, 7) == [(0, "oslo.txt", "unchanged"), (1, "riga.txt", "unchanged")]
    assert met(book, 8) == [(0, "turku.txt", "unchanged")]


def test_an_input_that_could_not_be_read_once_is_not_counted_for_ever(book: Book) -> None:
    counted = []
    for documents, refused in (([], [refusal("oslo.txt")]), ([OSLO], []), ([OSLO], [])):
        book.run(documents, refused)
        counted += book.rows("SELECT sum(n_quarantined) FROM coverage")
    assert counted == [(1,), (0,), (0,)]


# Six runs of an earlier version: two new inputs, then both unchanged, but that one is missing from the fourth
EARLIER = """
INSERT INTO store.runs
SELECT 'run-' || n, n, TIMESTAMP '2024-01-01', TIMESTAMP '2024-01-02', 'test-1', 0, 2, 0, 0, 0, 0, 0, 0
FROM range(1, 7) AS _(n);

INSERT INTO store.inputs (run_id, number, source_name, uri, sha256, outcome, document_id)
SELECT 'run-' || n, k, name, 'file:///' || name, 'sha ' || name, if(n = 1, 'new', 'unchanged'), 'doc_' || name
FROM range(1, 7) AS _(n), (VALUES (0, 'a'), (1, 'b')) AS _(k, name)
WHERE n <> 4 OR k = 1
"""


def test_rows_of_earlier_versions_become_spans_that_say_the_same(book: Book) -> None:
    migrate(book.build, up_to=7)
    with duckdb.connect(str(book.build)) as connection:
        connection.execute(EARLIER)
        asked = MET.replace("inputs", "store.inputs").replace("runs", "store.runs")
        rows = connection.execute(asked).fetchall()
    migrate(book.build)
    publish(book.build, book.published)
    assert book.rows(MET) == rows
    assert len(rows) == 11
    spans = book.rows("SELECT source_name, first_turn, last_turn FROM store.unchanged_inputs ORDER BY ALL")
    assert spans == [("a", 2, 3), ("a", 5, 6), ("b", 2, 6)]
