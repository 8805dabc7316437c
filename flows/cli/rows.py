"""Rows of a query as a table for people, or as CSV and JSON for programs."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Iterable, Sequence
from itertools import batched
from typing import TYPE_CHECKING, TextIO

from flows.cli.terminal import printable
from flows.numbers import readable_number

if TYPE_CHECKING:
    from rich.console import Console

Row = Sequence[object]

_as_json = json.JSONEncoder(ensure_ascii=False, default=str).encode

NARROWEST_COLUMN = 6  # characters that a cell keeps at least, where it has as many
LONG_COLUMNS = ("action", "sentence", "detail")
LONG_COLUMN = 30  # characters that a cell of these keeps
FRAME = 3  # characters around a cell
ROWS_AT_A_TIME = 1000
UNSIZED_WIDTH = 140  # where there is no terminal to ask


def shown(value: object) -> str:
    """A value as people read it: lists with commas, nothing for NULL."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(shown(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return readable_number(value)
    return printable(value)


def print_table(names: Sequence[str], rows: Sequence[Row]) -> None:
    """Print rows to standard output, as wide as the terminal (140 columns where there is none).

    Rows with too many columns for that are printed one below the other, a line a value.
    """
    widths = _fitting_widths(names, rows, console().width - 1)
    if widths is None:
        _print_blocks(names, rows)
    else:
        _print_grid(names, rows, widths)
    if not rows:
        console().print("no rows")


def _fitting_widths(names: Sequence[str], rows: Sequence[Row], room: int) -> list[int] | None:
    """The widths of the columns where all of them fit side by side: the widest give way first."""
    from rich.cells import cell_len

    whole = [cell_len(printable(name)) for name in names]
    for row in rows:
        whole = [max(width, cell_len(shown(value))) for width, value in zip(whole, row, strict=True)]
    least = [LONG_COLUMN if name in LONG_COLUMNS else NARROWEST_COLUMN for name in names]
    for widest in range(room, 0, -1):
        widths = [min(width, max(widest, kept)) for width, kept in zip(whole, least, strict=True)]
        if sum(widths) + FRAME * len(names) <= room:
            return widths
    return None


def _print_grid(names: Sequence[str], rows: Sequence[Row], widths: Sequence[int]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table()
    for name, width in zip(names, widths, strict=True):
        table.add_column(Text(printable(name)), overflow="fold", width=width)
    for row in rows:
        table.add_row(*(Text(shown(value)) for value in row))
    console().print(table)


def _print_blocks(names: Sequence[str], rows: Sequence[Row]) -> None:
    width = max(len(name) for name in names)
    for number, row in enumerate(rows, start=1):
        console().print(f"-- {number}")
        for name, value in zip(names, row, strict=True):
            console().print(f"{printable(name):>{width}}  {shown(value)}", soft_wrap=True)


def console() -> Console:
    """Standard output for rich, with no reading of markup or emoji codes in text."""
    from rich.console import Console

    sized = sys.stdout.isatty() or "COLUMNS" in os.environ
    return Console(markup=False, highlight=False, emoji=False, width=None if sized else UNSIZED_WIDTH)


def write_csv(names: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    """Write a header and the rows, lists as JSON; exact, unless ``out`` is a terminal."""
    safe = printable if out.isatty() else None
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(map(safe or str, names))
    for some in batched(rows, ROWS_AT_A_TIME):
        columns = (_flat(column) for column in zip(*some, strict=True))
        if safe:
            columns = (["" if value is None else safe(value) for value in column] for column in columns)
        writer.writerows(zip(*columns, strict=True))


def _flat(column: Sequence[object]) -> Sequence[object]:
    """The values of a column, its lists as JSON; most columns have none, which their types tell at once."""
    if {list, dict}.isdisjoint(map(type, column)):
        return column
    return [_as_json(value) if isinstance(value, list | dict) else value for value in column]


def write_json(names: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    """Write an array of objects, one a line; dates are ISO text, and only ASCII is written."""
    lines = (json.dumps(dict(zip(names, row, strict=True)), default=str) for row in rows)
    out.write("[" + ",\n ".join(lines) + "]\n")
