"""What runs that were cut off had extracted, kept for the next run that wants the same.

Parts of extractions lie in one folder, whichever run wrote them. Each row carries the key of all that it
was made from and by, so a run takes the rows that it would make itself and no others. A part is in one
place at a time: what is taken over moves into the folder of the run that takes it, and comes back from
there if that run is cut off too.
"""

from __future__ import annotations

import contextlib
import logging
import secrets
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa

from warehouse.connection import open_for_reading
from warehouse.errors import StagingError
from warehouse.staging import KEY, StagingArea, extraction_schema, read_part

DAYS = 7  # that a part is kept which no run takes over

log = logging.getLogger("pledgebook")


class KeptExtractions:
    """The folder of one warehouse's kept parts; it exists only while it holds any."""

    def __init__(self, folder: Path) -> None:
        """Use ``folder``, on the same disk as the folders of runs."""
        self.folder = folder

    def keep(self, parts: Iterable[Path]) -> None:
        """Move whole parts of extractions here, out of a run that is over or begins anew."""
        for part in parts:
            self.folder.mkdir(parents=True, exist_ok=True)
            part.replace(self.folder / f"{secrets.token_hex(8)}.parquet")

    def take_over(self, area: StagingArea, wanted: Mapping[str, str]) -> frozenset[str]:
        """Move into ``area`` the extractions of these documents; returns the ids of those that were here.

        ``wanted`` are keys by document id. A part that gave any is used up; one that can't be read is
        dropped, and one that gave none stays.
        """
        taken: set[str] = set()
        for number, part in enumerate(sorted(self.folder.glob("*.parquet"))):
            left = {document_id: key for document_id, key in wanted.items() if document_id not in taken}
            try:
                found = _matching(read_part(part), left)
            except StagingError as error:
                log.warning("extractions of an earlier run are made anew: %s", error)
                part.unlink()
                continue
            if found.num_rows:
                area.write_kept_extractions(found, number)
                part.unlink()
                taken.update(map(str, found["document_id"].to_pylist()))
        self._remove_if_empty()
        return frozenset(taken)

    def drop_old(self) -> None:
        """Drop the parts that no run has taken over for a week."""
        oldest = time.time() - DAYS * 24 * 3600
        for part in self.folder.glob("*.parquet"):
            if part.stat().st_mtime < oldest:
                part.unlink()
        self._remove_if_empty()

    def _remove_if_empty(self) -> None:
        with contextlib.suppress(OSError):
            self.folder.rmdir()


def was_loaded(build: Path, run_id: str) -> bool:
    """Whether the build file holds this run. Raises WarehouseMissing or WarehouseBusy."""
    with open_for_reading(build) as connection:
        row = connection.execute("SELECT 1 FROM store.runs WHERE run_id = ?", [run_id]).fetchone()
    return row is not None


def _matching(part: pa.Table, wanted: Mapping[str, str]) -> pa.Table:
    """The rows of a part that are the extractions of ``wanted``. Raises StagingError where it has no keys."""
    if not part.schema.remove_metadata().equals(extraction_schema()):
        raise StagingError("they are of another version of this program")
    seen: set[str] = set()
    mask = []
    for document_id, key in zip(part["document_id"].to_pylist(), part[KEY.name].to_pylist(), strict=True):
        fits = key is not None and wanted.get(str(document_id)) == key and document_id not in seen
        mask.append(fits)
        if fits:
            seen.add(str(document_id))
    return part.filter(pa.array(mask, pa.bool_()))
