"""The pages of docs/ that are written from the database and the example queries, not by hand.

python -m warehouse.documentation schema docs/schema.md
python -m warehouse.documentation queries docs/queries.md --warehouse FILE
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from warehouse.migrations import migrate
from warehouse.paths import SQL_FOLDER
from warehouse.reading import QueryResult, query

SCHEMA_HEAD = """# The warehouse, table by table

Written from the database's own comments by `make docs`.
Readers use the views and macros; the tables of the schema `store` are what they are made of. The views
`contradictions` and `ledger` and the macro `search` read tables of the schema `derived`, filled when a book
is published. Offsets count characters from 0, and the end is the character after the last. Absent values are
NULL, absent lists empty.
"""
QUERIES_HEAD = """# Questions, and what the book answers

Each is a file of sql/queries; `uv run pledgebook sql -- "$(cat sql/queries/NAME.sql)"` asks it. `make docs`
writes this page, and docs/schema.md, from a book of the documents in seeds/.
"""
SHOWN_ROWS = 8
SHOWN_CHARACTERS = 60


@dataclass(frozen=True)
class ExampleQuery:
    """A file of sql/queries: its name, the question of its first comment, the statement."""

    name: str
    question: str
    sql: str


def example_queries() -> list[ExampleQuery]:
    """The example queries in the order of their names."""
    files = sorted((SQL_FOLDER / "queries").glob("*.sql"))
    return [_example(file.stem, file.read_text(encoding="utf-8")) for file in files]


def schema_markdown() -> str:
    """docs/schema.md: every view, macro and table with its columns, types and comments."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "schema.duckdb"
        migrate(file)
        with duckdb.connect(str(file), read_only=True) as connection:
            views = _described(connection, "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal")
            tables = _described(
                connection, "SELECT table_name, comment FROM duckdb_tables() WHERE schema_name = 'store'"
            )
            macros = connection.execute(
                "SELECT function_name, comment FROM duckdb_functions()"
                " WHERE NOT internal AND function_type IN ('macro', 'table_macro') ORDER BY 1"
            ).fetchall()
            parts = [
                SCHEMA_HEAD,
                "## Views\n",
                *(_section(connection, "main", *view) for view in views),
                "## Macros\n",
                *(f"### {name}\n\n{comment}\n" for name, comment in macros),
                "## Tables\n",
                *(_section(connection, "store", *table) for table in tables),
            ]
    return "\n".join(parts)


def queries_markdown(warehouse: Path) -> str:
    """docs/queries.md: each example query with its question and what ``warehouse`` answers."""
    parts = [QUERIES_HEAD]
    for example in example_queries():
        answer = _answer(query(warehouse, example.sql))
        parts.append(f"## {example.question}\n\n```sql\n{example.sql.strip()}\n```\n\n{answer}\n")
    return "\n".join(parts)


def _example(name: str, text: str) -> ExampleQuery:
    comment, _, sql = text.partition("\n")
    return ExampleQuery(name, comment.removeprefix("--").strip(), sql)


def _described(connection: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[str, str]]:
    return [(name, comment) for name, comment in connection.execute(f"{sql} ORDER BY 1").fetchall()]


def _section(connection: duckdb.DuckDBPyConnection, schema: str, name: str, comment: str) -> str:
    columns = connection.execute(
        "SELECT column_name, data_type, comment FROM duckdb_columns()"
        " WHERE schema_name = ? AND table_name = ? ORDER BY column_index",
        [schema, name],
    ).fetchall()
    title = name if schema == "main" else f"{schema}.{name}"
    lines = [f"### {title}\n", f"{comment}\n", "| column | type | meaning |", "| --- | --- | --- |"]
    lines += [f"| `{column}` | {data_type} | {meaning} |" for column, data_type, meaning in columns]
    return "\n".join(lines) + "\n"


def _answer(result: QueryResult) -> str:
    if not result.rows:
        return "No row."
    names = [column.name for column in result.columns]
    lines = [f"| {' | '.join(names)} |", f"|{' --- |' * len(names)}"]
    lines += [f"| {' | '.join(_cell(value) for value in row)} |" for row in result.rows[:SHOWN_ROWS]]
    more = len(result.rows) - SHOWN_ROWS
    return "\n".join(lines) + (f"\n\nand {more} more rows" if more > 0 else "")


def _cell(value: Any) -> str:
    if isinstance(value, list):
        value = ", ".join(str(item) for item in value)
    text = "" if value is None else " ".join(str(value).split()).replace("|", "\\|")
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"


def main() -> None:
    """Write one of the pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", choices=["schema", "queries"])
    parser.add_argument("out", type=Path)
    parser.add_argument("--warehouse", type=Path, help="the published file that the queries ask")
    arguments = parser.parse_args()
    if arguments.page == "queries" and not arguments.warehouse:
        parser.error("queries need --warehouse FILE")
    page = schema_markdown() if arguments.page == "schema" else queries_markdown(arguments.warehouse)
    arguments.out.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
