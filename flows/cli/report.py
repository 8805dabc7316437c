"""`pledgebook report`: write the book's pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.options import DEFAULT_WAREHOUSE, WarehouseOption, existing_warehouse
from flows.cli.terminal import short_failures


def report(
    warehouse: WarehouseOption = DEFAULT_WAREHOUSE,
    out: Annotated[
        Path,
        typer.Option("--out", metavar="DIR", file_okay=False, resolve_path=True, help="Where to write it."),
    ] = Path("report"),
) -> None:
    """Write the book as a folder of pages that open in any browser, offline."""
    import datetime as dt

    from flows.report import ReportError, build_report
    from flows.settings import usable_cores
    from warehouse import WarehouseError

    today = dt.datetime.now(dt.UTC).date()
    with short_failures(ReportError, WarehouseError):
        summary = build_report(existing_warehouse(warehouse), out, today, usable_cores())
    typer.echo(f"pages:     {summary.lines} lines, {summary.documents} documents, {summary.actors} actors")
    typer.echo(f"report:    {summary.index}")
