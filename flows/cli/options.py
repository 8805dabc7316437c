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
    return warehouse
