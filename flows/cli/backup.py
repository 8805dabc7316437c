"""`pledgebook backup` and `pledgebook restore`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.options import DEFAULT_WAREHOUSE, WarehouseOption
from flows.cli.terminal import short_failures


def backup(
    warehouse: WarehouseOption = DEFAULT_WAREHOUSE,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", file_okay=False, show_default="backups/ beside the file")
    ] = None,
) -> None:
    """Copy the book and the analysts' verdicts into a new folder."""
    from flows.backup import BackupError, back_up, backups_folder

    with short_failures(BackupError, OSError):
        typer.echo(back_up(warehouse, out.absolute() if out else backups_folder(warehouse)))


def restore(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", exists=True, file_okay=False, show_default=False)
    ],
    warehouse: WarehouseOption = DEFAULT_WAREHOUSE,
) -> None:
    """Put the book back to what the backup FOLDER holds; the present book is backed up first."""
    from flows.backup import BackupError
    from flows.backup import restore as bring_back
    from flows.lock import WarehouseBusyError
    from warehouse import WarehouseError

    with short_failures(BackupError, WarehouseBusyError, WarehouseError, OSError):
        present = bring_back(folder.absolute(), warehouse)
        typer.echo(f"{warehouse} is as it was in {folder}")
        if present:
            typer.echo(f"what it was before lies in {present}")
