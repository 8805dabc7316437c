"""Reading the inputs of a run into staged parts: what is known from before without its bytes being read.

A file that an earlier run read to its end is known by its bytes, a document by what it is made from. The
plan decides on known documents as on others; those whose texts it needs after all are read in a second
pass, so that a run ends as one that knew nothing would.
"""

from __future__ import annotations

import itertools
import logging
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from flows.extract import extractor_version
from flows.ingest import Event, IngestLimits, Memory, is_file, read_again, roots_of
from flows.progress import advance
from flows.settings import Settings
from models import Document, Quarantined
from models.document import in_parts
from models.reading import KnownDocument, Reading, SourceRead
from warehouse import Plan, StagingArea, StagingError, recall

log = logging.getLogger("pledgebook")

ROWS_A_PART = 1000  # of what is known, refused or to be remembered

Inputs = Sequence[Path | str]


class _Writing[Row](Protocol):
    """What writes a part of rows."""

    def __call__(self, rows: Sequence[Row], /, *, part: int) -> object:
        """Write ``rows`` as part number ``part``."""


def memory_of(build: Path, inputs: Inputs) -> Memory:
    """What the build file knows of the inputs' files. Raises WarehouseMissing or WarehouseBusy."""
    return Memory(recall(build, roots_of(inputs), extractor_version()))


def stage_inputs(inputs: Inputs, memory: Memory, area: StagingArea, settings: Settings) -> Iterator[int]:
    """Stage the documents of ``inputs``, known ones without their texts, and what was set aside.

    Yields how many parts of documents there are, after each.
    """
    events = read_again(inputs, memory, IngestLimits())
    parts = in_parts(_documents(events, area), settings.part_documents, settings.part_chars)
    for number, part in enumerate(parts):
        area.write_documents(part, number)
        advance(len(part))
        yield number + 1


def stage_lacking_texts(
    inputs: Inputs, memory: Memory, area: StagingArea, planned: Plan, settings: Settings
) -> Plan:
    """Read the known documents whose texts ``planned`` lacks; returns the plan that has them.

    Raises StagingError where one is no longer what it was when the run met it.
    """
    lacking = set(planned.lacking)
    files = [given for given in inputs if is_file(given)]
    again = read_again(files, memory.without(lacking), IngestLimits())
    wanted = (item for item in again if isinstance(item, Document) and item.fingerprint() in lacking)
    staged: dict[str, str] = {}
    for number, part in enumerate(in_parts(wanted, settings.part_documents, settings.part_chars)):
        file = area.write_texts(part, number)
        staged |= {document.fingerprint(): file.name for document in part}
    if lost := lacking - staged.keys():
        name = next(item.uri for item in planned.documents if item.fingerprint in lost)
        raise StagingError(f"{name} changed while the run read it; the next run will read it anew")
    return planned.with_texts(staged)


def _documents(events: Iterator[Event], area: StagingArea) -> Iterator[Document]:
    """Pass the documents on; stage the rest a part at a time, however much it is."""
    known = _Rows[tuple[int, KnownDocument]](area.write_known)
    refused = _Rows[Quarantined](partial(area.write_quarantine, stage="ingest"))
    readings = _Rows[Reading](area.write_readings)
    sources = _Rows[SourceRead](area.write_sources)
    n_read = 0
    for event in events:
        match event:
            case Document():
                n_read += 1
                yield event
            case KnownDocument():
                known.add((n_read, event))
                advance()
            case Quarantined():
                log.warning("%s: %s: %s", event.source_name, event.reason, event.detail)
                refused.add(event)
            case Reading():
                readings.add(event)
            case SourceRead():
                sources.add(event)
    for rows in (known, refused, readings, sources):
        rows.write()


class _Rows[Row]:
    """Rows that are written a part at a time."""

    def __init__(self, write: _Writing[Row]) -> None:
        self._write = write
        self._rows: list[Row] = []
        self._parts = itertools.count()

    def add(self, row: Row) -> None:
        """Keep a row; write the part that it fills."""
        self._rows.append(row)
        if len(self._rows) == ROWS_A_PART:
            self.write()

    def write(self) -> None:
        """Write what is kept, if anything is."""
        if self._rows:
            self._write(self._rows, part=next(self._parts))
            self._rows = []
