"""`pledgebook export`: a view, or all of them, as files for other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from flows.cli.options import DEFAULT_WAREHOUSE, WarehouseOption, existing_warehouse


class Format(StrEnum):
    """The kind of file that is written."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"


def export(
    out: Annotated[
        Path,
        typer.Option("--out", metavar="PATH", help="A file for one view, else a folder.", show_default=False),
    ],
    layout: Annotated[
        Format | None,
        typer.Option("--format", help="The kind of file.", show_default="by the ending of PATH, or parquet"),
    ] = None,
    view: Annotated[
        str | None, typer.Option(metavar="NAME", help="One view.", show_default="every view")
    ] = None,
    warehouse: WarehouseOption = DEFAULT_WAREHOUSE,
) -> None:
    """Write views of the book to files, with analysts' corrections in place.

    With --view, PATH is the file, or a folder that is there. Without, PATH is a folder, and each view
    becomes a file of its name in it. In CSV, lists and maps are JSON texts.
    """
    from flows.cli.terminal import printable, short_failures
    from warehouse import WarehouseError, export_view, view_names

    published = existing_warehouse(warehouse)
    with short_failures(WarehouseError):
        names = view_names(published)
        if view is not None and view not in names:
            raise typer.BadParameter(
                f"there is no view {view!r}; there are {', '.join(names)}", param_hint="--view"
            )
        if view is None and out.exists() and not out.is_dir():
            raise typer.BadParameter(f"{out} is a file; name one view or a folder", param_hint="--out")
        into_folder = view is None or out.is_dir()
        kind = layout or Format.PARQUET if into_folder else _kind_of(out, layout)
        for name in names if view is None else [view]:
            file = out / f"{name}.{kind.value}" if into_folder else out
            count = export_view(published, name, file, kind.value)
            typer.echo(f"{count:>9,} rows  {printable(file)}")


def _kind_of(file: Path, asked: Format | None) -> Format:
    """The kind that ``file`` is to be, by its ending where none is asked for."""
    ending = file.suffix.removeprefix(".").lower()
    told = Format(ending) if ending in Format else None
    if asked and told and asked is not told:
        raise typer.BadParameter(f"{file} ends like {told.value}", param_hint="--format")
    if ending and not (asked or told):
        kinds = ", ".join(Format)
        raise typer.BadParameter(
            f"name one of {kinds} for a file that ends in .{ending}", param_hint="--format"
        )
    return asked or told or Format.PARQUET
