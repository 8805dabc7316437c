"""`pledgebook sql`: read-only queries, as a table, CSV or JSON."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.options import DEFAULT_WAREHOUSE, WarehouseOption, existing_warehouse

if TYPE_CHECKING:
    from warehouse import QueryResult


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def sql(
    query: Annotated[str, typer.Argument(metavar="SELECT", help="The query.", show_default=False)],
    warehouse: WarehouseOption = DEFAULT_WAREHOUSE,
    layout: Annotated[Format, typer.Option("--format", help="How to print the rows.")] = Format.TABLE,
) -> None:
    """Query the warehouse, read-only."""
    from flows.cli.terminal import short_failures
    from warehouse import WarehouseError
    from warehouse import query as run_query

    published = existing_warehouse(warehouse)
    with short_failures(WarehouseError):
        result = run_query(published, query)
    _print(result, layout)


def _print(result: QueryResult, layout: Format) -> None:
    """Print the rows; where a terminal reads them, nothing in them can steer it."""
    from flows.cli import rows

    names = [column.name for column in result.columns]
    match layout:
        case Format.TABLE:
            rows.print_table(names, result.rows)
        case Format.CSV:
            rows.write_csv(names, result.rows, sys.stdout)
        case Format.JSON:
            rows.write_json(names, result.rows, sys.stdout)
