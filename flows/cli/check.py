"""`pledgebook check`: do the rows of the book keep its rules?"""

from __future__ import annotations

import typer

from flows.cli.options import DEFAULT_WAREHOUSE, WarehouseOption, existing_warehouse


def check(warehouse: WarehouseOption = DEFAULT_WAREHOUSE) -> None:
    """Run every data check on the warehouse; exit 1 if one fails."""
    from flows.cli.terminal import printable, short_failures
    from warehouse import WarehouseError, run_checks

    published = existing_warehouse(warehouse)
    with short_failures(WarehouseError):
        results = run_checks(published)
    for result in results:
        verdict = "ok" if result.passed else f"{result.offending} offending rows"
        typer.echo(f"{result.name:32} {verdict}")
        if not result.passed:
            typer.echo(f"  {printable(result.meaning)}")
            for example in result.examples:
                typer.echo(f"  {printable(example)}")
    if not all(result.passed for result in results):
        raise typer.Exit(1)
