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
    from flows.cli.terminal import printable
    from warehouse import WarehouseError
    from warehouse import query as run_query

    try:
        result = run_query(existing_warehouse(warehouse), query)
    except WarehouseError as error:
        typer.echo("pledgebook: " + "\n".join(map(printable, str(error).splitlines())), err=True)
        raise typer.Exit(1) from None
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
