"""`pledgebook review`: analysts' verdicts, out to a spreadsheet and back in."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.options import DEFAULT_WAREHOUSE, WarehouseOption, existing_warehouse
from flows.cli.terminal import printable, short_failures
from flows.numbers import counted

if TYPE_CHECKING:
    from warehouse import SheetProblem

NOTHING_LOADED, SOME_REFUSED = 1, 3

review = typer.Typer(help="Judge, correct and add commitments in a spreadsheet.", no_args_is_help=True)


class Order(StrEnum):
    """Which records of a sheet come first."""

    DOCUMENT = "document"
    DOUBTFUL = "doubtful"
    NEWEST = "newest"


@review.command("export")
def export_sheet(
    out: Annotated[Path, typer.Argument(metavar="SHEET.csv", dir_okay=False, show_default=False)],
    warehouse: WarehouseOption = DEFAULT_WAREHOUSE,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what has been reviewed, with the analysts' values.")
    ] = False,
    order: Annotated[
        Order, typer.Option(help="By document, the least certain first, or the newest first.")
    ] = Order.DOCUMENT,
    document: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only of the document of this source name or id.")
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="The first N records.")] = None,
) -> None:
    """Write the records that nobody has reviewed to a CSV file, with columns for verdicts.

    Put accept, reject, correct, merge, split or add into the column verdict.

    To correct, edit the cells that are wrong; names are parted by semicolons.

    To merge, name a commitment or a ledger line in merge_with.

    To add, fill a new row: source_name, sentence, action, force, promisors.
    """
    from warehouse import WarehouseError, write_review_sheet

    published = existing_warehouse(warehouse)
    with short_failures(WarehouseError, OSError):
        count = write_review_sheet(published, out, not everything, order.value, document, limit)
    typer.echo(f"{counted(count, 'record')} to review in {printable(out)}")


@review.command("import")
def import_sheet(
    sheet: Annotated[
        Path, typer.Argument(metavar="SHEET.csv", exists=True, dir_okay=False, show_default=False)
    ],
    warehouse: WarehouseOption = DEFAULT_WAREHOUSE,
    reviewer: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="The reviewer, where a row names none.")
    ] = None,
) -> None:
    """Load the verdicts of a reviewed sheet and publish the book with them.

    Every bad row is named with its line and column; the others load. Exit code 0: all loaded; 3: some
    rows were refused; 1: nothing could be loaded.
    """
    from flows.lock import WarehouseBusyError, sole_writer
    from warehouse import WarehouseError, publish_verdicts, read_review_sheet

    published = existing_warehouse(warehouse)
    with (
        short_failures(WarehouseError, WarehouseBusyError, OSError),
        sole_writer(published, f"review import of {sheet.name}"),
    ):
        reviewed = read_review_sheet(published, sheet, reviewer)
        fresh = publish_verdicts(published, reviewed.verdicts) if reviewed.verdicts else 0
    for problem in reviewed.problems:
        typer.echo(_told(sheet, problem), err=True)
    refused = len(reviewed.problems)
    known = len(reviewed.verdicts) - fresh + reviewed.repeated
    typer.echo(f"{counted(fresh, 'verdict')} new, {known:,} known, {counted(refused, 'row')} refused")
    if refused:
        raise typer.Exit(SOME_REFUSED if fresh or known else NOTHING_LOADED)


def _told(sheet: Path, problem: SheetProblem) -> str:
    """One bad row, in the form in which compilers name a place."""
    row = f" (row {problem.row})" if problem.row != problem.line else ""
    column = f"{problem.column}: " if problem.column else ""
    return f"{printable(sheet)}:{problem.line}{row}: {column}{printable(problem.message)}"
