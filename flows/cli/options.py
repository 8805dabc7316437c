"""Flags that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_WAREHOUSE = Path("warehouse/data/pledgebook.duckdb")

WarehouseOption = Annotated[
    Path,
    typer.Option(
        "--warehouse",
        metavar="FILE",
        envvar="PLEDGEBOOK_WAREHOUSE",
        dir_okay=False,
        resolve_path=True,
        help="The published warehouse.",
    ),
]


def existing_warehouse(warehouse: Path) -> Path:
    """``warehouse`` where it is there; otherwise end the command with code 1 and say what to do."""
    if not warehouse.is_file():
        typer.echo(f"pledgebook: no warehouse at {warehouse}; `pledgebook run` builds one", err=True)
        raise typer.Exit(1)
    return _no_other_file(warehouse)


def buildable_warehouse(warehouse: Path) -> Path:
    """``warehouse`` where a run may write it; otherwise end the command as above, with nothing written.

    A damaged warehouse is made anew from the file in which it is built, where that is there.
    """
    from warehouse import build_file

    return warehouse if build_file(warehouse).exists() else _no_other_file(warehouse)


def _no_other_file(warehouse: Path) -> Path:
    """``warehouse`` unless a file of another kind lies there."""
    from warehouse import is_other_file

    if is_other_file(warehouse):
        typer.echo(f"pledgebook: {warehouse} is no warehouse", err=True)
        raise typer.Exit(1)
    return warehouse
