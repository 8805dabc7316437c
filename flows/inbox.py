"""A folder that documents arrive in: which are ready, and where they go once their run is committed.

Files move to ``done/RUN/`` or ``failed/RUN/`` inside the inbox, never before the book holds what they
brought; a run that is cut off leaves them where they are, and the next one finds them unchanged.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Mapping
from pathlib import Path

from models.base import Contract
from warehouse import query

SETTLED_SECONDS = 5.0  # a file that was written to this recently may not be whole yet
SIDECAR = ".meta.json"

log = logging.getLogger("pledgebook")


class Refused(Contract):
    """An input that a run set aside; ``sha256`` is of its bytes, where they could be read."""

    uri: str
    sha256: str | None

    def is_of(self, file: Path, sha256: str) -> bool:
        """Whether this is the file or a part of it."""
        own = file.as_uri()
        return self.sha256 == sha256 or self.uri == own or self.uri.startswith((own + "#", own + "!/"))


def arrived(inbox: Path) -> dict[Path, str]:
    """The files that are ready to be read, sorted, each with the SHA-256 of its bytes.

    Hidden files, links, sidecars and files still being written to are left alone. The folder is made
    where it is missing.
    """
    inbox.mkdir(parents=True, exist_ok=True)
    _bring_back_sidecars(inbox)
    files = (file for file in sorted(inbox.iterdir()) if file.is_file() and not file.is_symlink())
    named = (file for file in files if not file.name.startswith(".") and not file.name.endswith(SIDECAR))
    return {file.absolute(): digest(file) for file in named if _settled(file)}


def put_away(inbox: Path, files: Mapping[Path, str], run_id: str, published: Path) -> list[Path]:
    """Move the files of a committed run out of the inbox; returns those that went to ``failed/``.

    A file goes there if the run set aside it or a part of it. One that has changed since ``arrived``
    stays for the next run.
    """
    failed = _failed(files, run_id, published)
    for file, sha256 in files.items():
        if file.is_file() and digest(file) == sha256:
            _move(file, inbox / ("failed" if file in failed else "done") / run_id)
        else:
            log.warning("%s has changed while it was read; it stays in the inbox", file)
    return failed


def digest(file: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _settled(file: Path) -> bool:
    return abs(time.time() - file.stat().st_mtime) > SETTLED_SECONDS


def _failed(files: Mapping[Path, str], run_id: str, published: Path) -> list[Path]:
    """The files that the run set aside, or a part of which it did.

    A part with a URL of its own can't be traced to its file; then every file that holds several
    documents counts as failed, so that none is overlooked.
    """
    rows = query(published, "SELECT uri, sha256, outcome FROM inputs WHERE run_id = ?", [run_id]).rows
    refused = [Refused(uri=uri, sha256=sha256) for uri, sha256, outcome in rows if outcome == "quarantined"]
    whole = {sha256 for _, sha256, outcome in rows if outcome != "quarantined"}
    untraced = [each for each in refused if not any(each.is_of(*item) for item in files.items())]
    return [
        file
        for file, sha256 in files.items()
        if any(each.is_of(file, sha256) for each in refused) or (untraced and sha256 not in whole)
    ]


def _move(file: Path, folder: Path) -> None:
    """Move a file, its sidecar first: of a move that is cut off, the sidecar is brought back."""
    folder.mkdir(parents=True, exist_ok=True)
    _move_sidecar(file, folder)
    file.replace(folder / file.name)


def _move_sidecar(file: Path, folder: Path) -> None:
    sidecar = file.with_name(file.name + SIDECAR)
    if sidecar.is_file():
        sidecar.replace(folder / sidecar.name)


def _bring_back_sidecars(inbox: Path) -> None:
    """Bring back the sidecars that were put away without their files, which else would lack them."""
    for sidecar in (*inbox.glob(f"done/*/*{SIDECAR}"), *inbox.glob(f"failed/*/*{SIDECAR}")):
        name = sidecar.name.removesuffix(SIDECAR)
        came_without = (inbox / name).is_file() and not (inbox / sidecar.name).exists()
        if came_without and not sidecar.with_name(name).exists():
            sidecar.replace(inbox / sidecar.name)
