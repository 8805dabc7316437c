"""What each staged document is to the warehouse, and which documents need extraction.

A source is known by its URI. Of several versions of one URI in the same run the last one read counts;
the earlier ones go to the history. A text belongs to the first document that holds it: one that the
warehouse has, else the one published first, and of those of one day or without a date the first by its
URI; the same text under another URI is a duplicate. So is a text that an earlier run found to be nearly
the same as that of a document which is still there.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from models.near_duplicate import NearDuplicate
from models.vocabulary import Outcome
from warehouse.connection import open_for_reading
from warehouse.planned import Plan, PlannedDocument
from warehouse.staging import AFTER, StagingArea, read_part

STAGED_COLUMNS = [
    "document_id", "source_name", "uri", "sha256", "text_sha256", "fingerprint", "published_on",
]  # fmt: skip

# where a row stands among those that were read, a known one before the read one of its number; its part
type _Met = tuple[tuple[int, bool], str | None, dict[str, Any]]


@dataclass(frozen=True)
class Staged:
    """What planning needs to know of a staged document."""

    position: int
    part: str | None
    document_id: str
    source_name: str
    uri: str
    sha256: str
    text_sha256: str
    fingerprint: str
    published_on: dt.date | None = None


@dataclass(frozen=True)
class Stored:
    """What planning needs to know of a document that the warehouse holds."""

    document_id: str
    uri: str
    text_sha256: str
    fingerprint: str
    extractor_version: str | None


@dataclass(frozen=True)
class Book:
    """The state of the build file: its documents by URI, the versions it has replaced, and the copies.

    Versions and copies are URIs with fingerprints.
    ``near_duplicates`` are the texts that nearly repeat a document's, by their SHA-256.
    """

    last_run: str | None
    documents: dict[str, Stored]
    replaced: frozenset[tuple[str, str]]
    copies: frozenset[tuple[str, str]]
    near_duplicates: dict[str, NearDuplicate]


def plan(build: Path, staging: StagingArea, extractor_version: str, full: bool = False) -> Plan:
    """The outcome of every staged document, and whether it needs extraction.

    New and changed documents need it, and unchanged ones that were extracted by another version, or
    all unchanged ones if ``full``. The plan is also written to the staging area.
    Raises WarehouseMissing where the build file was never migrated, StagingError for a broken part.
    """
    book = read_book(build)
    staged = list(read_staged(staging))
    documents = tuple(decide(staged, book, extractor_version, full))
    made = Plan(staging.folder, extractor_version, book.last_run, documents)
    staging.write_plan(made)
    return made


def read_staged(staging: StagingArea) -> Iterable[Staged]:
    """The staged documents, known ones among them, in the order in which they were met."""
    met = heapq.merge(_known_rows(staging), _read_rows(staging), key=lambda item: item[0])
    for position, (_, part, row) in enumerate(met):
        yield Staged(position=position, part=part, **row)


def _read_rows(staging: StagingArea) -> Iterator[_Met]:
    rows = (
        (part.name, row)
        for part in staging.document_parts()
        for row in read_part(part, columns=STAGED_COLUMNS).to_pylist()
    )
    for number, (part, row) in enumerate(rows):
        yield (number, True), part, row


def _known_rows(staging: StagingArea) -> Iterator[_Met]:
    for part in staging.known_parts():
        for row in read_part(part, columns=[*STAGED_COLUMNS, AFTER]).to_pylist():
            yield (row.pop(AFTER), False), None, row


def read_book(build: Path) -> Book:
    """What the build file holds. Raises WarehouseMissing where there is none."""
    with open_for_reading(build) as connection:
        rows = connection.execute(
            "SELECT document_id, uri, text_sha256, fingerprint, extractor_version"
            " FROM store.documents LEFT JOIN store.extractions USING (document_id)"
        ).fetchall()
        replaced = connection.execute("SELECT uri, fingerprint FROM store.document_versions").fetchall()
        copies = connection.execute("SELECT uri, fingerprint FROM store.copies").fetchall()
        near = connection.execute(
            "SELECT text_sha256, copy_of, similarity FROM store.copies WHERE NOT same_text ORDER BY uri"
        ).fetchall()
        last = connection.execute("SELECT max_by(run_id, number) FROM store.runs").fetchone()
    documents = {row[1]: Stored(*row) for row in rows}
    near_duplicates = {
        text: NearDuplicate(document_id=text, copy_of=copy_of, similarity=similarity)
        for text, copy_of, similarity in near
    }
    return Book(
        last_run=last[0] if last else None,
        documents=documents,
        replaced=frozenset((uri, mark) for uri, mark in replaced),
        copies=frozenset((uri, mark) for uri, mark in copies),
        near_duplicates=near_duplicates,
    )


def decide(staged: list[Staged], book: Book, extractor_version: str, full: bool) -> Iterator[PlannedDocument]:
    """The planned documents, in the order of ``staged``; known ones that lack their texts say so."""
    for planned in _outcomes(staged, book, extractor_version, full):
        lacks = planned.part is None and _needs_text(planned, book)
        yield replace(planned, lacks_text=True) if lacks else planned


def _needs_text(planned: PlannedDocument, book: Book) -> bool:
    """Whether more than the plan is to be written of a document: all of it, or that it is a copy."""
    if planned.outcome == "duplicate":
        return planned.current and (planned.uri, planned.fingerprint) not in book.copies
    return planned.extract or planned.outcome in ("new", "changed")


def _outcomes(
    staged: list[Staged], book: Book, extractor_version: str, full: bool
) -> Iterator[PlannedDocument]:
    heads = _heads(staged)
    holders = _holders(heads, book)
    known_copies = {} if full else _known_copies(heads, book)
    seen: dict[tuple[str, str], str] = {}
    uris: set[str] = set(book.documents)
    for item in staged:
        version = (item.uri, item.fingerprint)
        stored = book.documents.get(item.uri)
        if version in seen:
            yield _planned(item, "duplicate", current=False, held_by=seen[version])
            continue
        seen[version] = item.document_id
        outcome: Outcome = "changed" if item.uri in uris else "new"
        uris.add(item.uri)
        if item is not heads[item.uri]:
            known = version in book.replaced or (stored and stored.fingerprint == item.fingerprint)
            yield _planned(item, "unchanged" if known else outcome, current=False)
        elif near := known_copies.get(item.text_sha256):
            yield _planned(item, "duplicate", held_by=near.copy_of, similarity=near.similarity)
        elif holders[item.text_sha256].uri != item.uri:
            yield _planned(item, "duplicate", held_by=holders[item.text_sha256].document_id)
        elif stored and stored.fingerprint == item.fingerprint:
            outdated = full or stored.extractor_version != extractor_version
            yield _planned(item, "unchanged", extract=outdated)
        else:
            yield _planned(item, outcome, extract=True)


def _heads(staged: list[Staged]) -> dict[str, Staged]:
    """For each URI the version that counts: the first reading of the one that was read last."""
    last = {item.uri: item.fingerprint for item in staged}
    heads: dict[str, Staged] = {}
    for item in staged:
        if item.fingerprint == last[item.uri]:
            heads.setdefault(item.uri, item)
    return heads


def _holders(heads: dict[str, Staged], book: Book) -> dict[str, Staged | Stored]:
    """For each text the document that holds it once the run is loaded."""
    holders: dict[str, Staged | Stored] = {}
    for stored in book.documents.values():
        head = heads.get(stored.uri)
        if head is None:
            holders[stored.text_sha256] = stored
        elif head.text_sha256 == stored.text_sha256:
            holders[stored.text_sha256] = head
    for head in sorted(heads.values(), key=_by_publication):
        holders.setdefault(head.text_sha256, head)
    return holders


def _by_publication(item: Staged) -> tuple[dt.date, str]:
    return item.published_on or dt.date.max, item.uri


def _known_copies(heads: dict[str, Staged], book: Book) -> dict[str, NearDuplicate]:
    """The texts that an earlier run found nearly to repeat a document which this run leaves as it is."""
    staying = {
        stored.document_id
        for stored in book.documents.values()
        if stored.uri not in heads or heads[stored.uri].fingerprint == stored.fingerprint
    }
    held = {stored.text_sha256 for stored in book.documents.values()}
    return {
        text: near
        for text, near in book.near_duplicates.items()
        if near.copy_of in staying and text not in held
    }


def _planned(
    item: Staged,
    outcome: Outcome,
    *,
    extract: bool = False,
    current: bool = True,
    held_by: str | None = None,
    similarity: float | None = None,
) -> PlannedDocument:
    return PlannedDocument(
        position=item.position,
        part=item.part,
        document_id=item.document_id,
        source_name=item.source_name,
        uri=item.uri,
        sha256=item.sha256,
        text_sha256=item.text_sha256,
        fingerprint=item.fingerprint,
        outcome=outcome,
        extract=extract,
        current=current,
        held_by=held_by,
        similarity=similarity,
    )
