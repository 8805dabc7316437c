"""Whole copies of a book, and the way back from one.

A backup is a folder: the published file, the journal of analysts' verdicts, and a manifest with the
SHA-256 of each. It appears under its name only when it is whole.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
from pathlib import Path

from pydantic import ValidationError

from flows.lock import sole_writer
from models.base import Contract
from warehouse import build_file, run_checks
from warehouse.paths import verdicts_file

MANIFEST = "manifest.json"


class BackupError(Exception):
    """A backup can't be made or trusted; the message says why. Nothing has been replaced."""


class Manifest(Contract):
    """The SHA-256 of each file of a backup, by its name."""

    taken_at: dt.datetime
    sha256: dict[str, str]


def backups_folder(published: Path) -> Path:
    """Where backups go unless told otherwise: beside the published file."""
    return published.parent / "backups"


def back_up(published: Path, into: Path, kept: int | None = None) -> Path:
    """Copy the book into a new folder of ``into``, named by the time; returns that folder.

    Of the backups of this book in ``into`` the last ``kept`` stay, or all. May be called while a run
    writes: the published file is always whole. Raises BackupError where there is no published file,
    OSError where the copy can't be written.
    """
    if not published.is_file():
        raise BackupError(f"there is no warehouse at {published}")
    now = dt.datetime.now(dt.UTC)
    folder = into / f"{published.stem}-{now:%Y%m%dT%H%M%S.%fZ}"
    unfinished = into / f".{folder.name}"
    unfinished.mkdir(parents=True)
    try:
        copies = [Path(shutil.copyfile(file, unfinished / file.name)) for file in _files(published)]
        manifest = Manifest(taken_at=now, sha256={copy.name: _sha256(copy) for copy in copies})
        (unfinished / MANIFEST).write_text(manifest.model_dump_json(indent=1), encoding="utf-8")
        unfinished.replace(folder)
    except OSError:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    if kept is not None:
        for old in sorted(into.glob(f"{published.stem}-*Z"))[: -max(kept, 1)]:
            shutil.rmtree(old)
    return folder


def restore(backup: Path, published: Path) -> Path | None:
    """Put the book back to what ``backup`` holds; returns where the present one has been backed up.

    Raises BackupError where the backup is not whole or its data fail the checks, WarehouseBusyError
    while a run writes.
    """
    with sole_writer(published, f"restore of {backup.name}"):
        copies = _trusted(backup, published)
        present = back_up(published, backups_folder(published)) if published.is_file() else None
        # First, so that no run after a restore that is cut off publishes what was to be replaced;
        # it makes the build file from the published one
        for outdated in (build_file(published), build_file(published).with_suffix(".duckdb.wal")):
            outdated.unlink(missing_ok=True)
        for name, target in copies.items():
            _put_back(backup / name, target)
    return present


def _put_back(copy: Path, target: Path) -> None:
    """Replace ``target`` by ``copy``, whole or not at all."""
    arriving = target.with_name(f".{target.name}.restoring")
    shutil.copyfile(copy, arriving)
    arriving.replace(target)


def _files(published: Path) -> list[Path]:
    """The files that make up the book and can't be made from one another."""
    journal = verdicts_file(build_file(published))
    return [published, journal] if journal.is_file() else [published]


def _trusted(backup: Path, published: Path) -> dict[str, Path]:
    """Where each file of a backup goes. Raises BackupError unless every byte is as it was written."""
    try:
        manifest = Manifest.model_validate_json((backup / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BackupError(f"{backup} is no backup: it holds no {MANIFEST}") from None
    except (OSError, ValidationError) as error:
        raise BackupError(f"{backup} is no backup: {error}") from error
    targets = {file.name: file for file in (published, verdicts_file(build_file(published)))}
    for name, digest in manifest.sha256.items():
        if name not in targets:
            raise BackupError(f"{backup} is a backup of another book: it holds {json.dumps(name)}")
        if not (backup / name).is_file() or _sha256(backup / name) != digest:
            raise BackupError(f"{backup / name} is missing or no longer what was backed up")
    failed = [result.name for result in run_checks(backup / published.name) if not result.passed]
    if failed:
        raise BackupError(f"the data in {backup} fail the checks {', '.join(failed)}")
    return {name: targets[name] for name in manifest.sha256}


def _sha256(file: Path) -> str:
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
