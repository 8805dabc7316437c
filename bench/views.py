"""Every view and macro of a book, and every question of sql/queries: how long a reader waits for all rows.

    python -m bench.views FILE [--rounds N] [NAME ...]     default: 3 rounds, everything

Each is asked with a reader's own limits (two threads, 1 GB), every row and column fetched as Arrow: first
on a fresh connection, which reads the file, then again. The table gives both, and the core seconds of the
fastest; those are the ones to compare where others use the machine too.
"""

from __future__ import annotations

import argparse
import resource
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb

import warehouse
from bench.processes import machine
from warehouse import open_readonly

MACROS = {
    "new_since": "new_since('')",
    "search": "search('military aid Ukraine')",
    "search, common words": "search('the united states will continue to work with our partners')",
    "deadlines": "deadlines(current_date)",
    "ledger_as_of": "ledger_as_of(current_date)",
    "ledger_as_of, amid all": "ledger_as_of('2023-09-15')",
    "deadlines, amid all": "deadlines('2023-09-15')",
}
QUERIES = Path(__file__).parent.parent / "sql" / "queries"


@dataclass(frozen=True)
class Asked:
    """One answer: its rows, the seconds that a reader waited, and those that the cores worked."""

    rows: int
    seconds: float
    core_seconds: float


def main() -> None:
    """Ask each question so many times, and print the table, the slowest first."""
    parser = argparse.ArgumentParser()
    parser.add_argument("book", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(machine())
    print("\n| view, macro or query | rows | first | fastest | core s |\n| --- | ---: | ---: | ---: | ---: |")
    questions = _questions(options.book)
    measured = [
        (name, _measure(options.book, questions[name], options.rounds)) for name in options.names or questions
    ]
    for name, answers in sorted(measured, key=lambda pair: -pair[1][0].seconds):
        fastest = min(answers, key=lambda answer: answer.seconds)
        print(
            f"| {name} | {fastest.rows:,} | {answers[0].seconds:.2f} | {fastest.seconds:.2f}"
            f" | {fastest.core_seconds:.2f} |"
        )


def _questions(book: Path) -> dict[str, str]:
    """Every question by its name, as SQL."""
    tables = {view: view for view in warehouse.view_names(book)} | MACROS
    return {name: f"FROM {table}" for name, table in tables.items()} | {
        file.stem: file.read_text(encoding="utf-8") for file in sorted(QUERIES.glob("*.sql"))
    }


def _measure(book: Path, question: str, rounds: int) -> list[Asked]:
    connection = open_readonly(book)
    try:
        return [_ask(connection, question) for _ in range(rounds)]
    finally:
        connection.close()


def _ask(connection: duckdb.DuckDBPyConnection, question: str) -> Asked:
    began, used = time.monotonic(), _core_seconds()
    rows = connection.sql(question).to_arrow_table().num_rows
    return Asked(rows, time.monotonic() - began, _core_seconds() - used)


def _core_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
