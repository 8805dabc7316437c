"""Small documents and extractions, and a book that loads them, for the tests of the warehouse."""

from __future__ import annotations

import datetime as dt
import hashlib
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from models import Block, CueHit, Document, Entity, Extraction, Mention, Quarantined, Record, RunSummary
from models.vocabulary import EntityKind
from warehouse import Plan, Run, StagingArea, load, migrate, open_readonly, plan, publish
from warehouse import build_file as build_file_of

VERSION = "test-1"
START = dt.datetime(2024, 1, 1, 12, tzinfo=dt.UTC)


def document(text: str, name: str = "a.txt", **fields: Any) -> Document:
    """A document of one block of prose."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    values: dict[str, Any] = {
        "document_id": Document.make_id(name, digest),
        "source_name": name,
        "uri": f"file:///{name}",
        "text": text,
        "sha256": digest,
        "text_sha256": digest,
        "n_chars": len(text),
        "blocks": (Block(kind="prose", start_char=0, end_char=len(text)),),
    }
    return Document.model_validate(values | fields)


def entity(name: str, kind: EntityKind = "state", **fields: Any) -> Entity:
    """An entity under its name."""
    return Entity(entity_id=Entity.make_id(kind, name), name=name, kind=kind, **fields)


def mention(of: Document, words: str, names: Entity) -> Mention:
    """The first place of ``words`` in a document, as a mention of an entity."""
    start = of.text.index(words)
    end = start + len(words)
    return Mention(
        mention_id=Mention.make_id(of.document_id, names.entity_id, start, end),
        document_id=of.document_id,
        entity_id=names.entity_id,
        text=words,
        label="GPE",
        start_char=start,
        end_char=end,
    )


def record(of: Document, action: str, **fields: Any) -> Record:
    """A pledge by Norway whose action is the first place of ``action``, its sentence the whole text."""
    start = of.text.index(action)
    end = start + len(action)
    force = fields.get("force", "pledge")
    values: dict[str, Any] = {
        "record_id": Record.make_id(of.document_id, start, end, force),
        "document_id": of.document_id,
        "sentence": of.text,
        "sentence_start": 0,
        "sentence_end": len(of.text),
        "action": action,
        "start_char": start,
        "end_char": end,
        "force": force,
        "promisors": ("Norway",),
        "polarity": "positive",
        "certainty": "certain",
        "category": "other",
        "speaker_type": "author",
        "direct": False,
        "confidence": 0.9,
        "rule_id": "test.pledge",
        "cues": (CueHit(rule_id="test.pledge", role="force", start_char=start, end_char=end),),
    }
    return Record.model_validate(values | fields)


def extraction(of: Document, *records: Record, version: str = VERSION) -> Extraction:
    """What was found in a document: the records, and each capitalised word as a mention of a state."""
    names = sorted({word.strip(".,") for word in of.text.split() if word[:1].isupper()})
    entities = tuple(entity(name) for name in names)
    return Extraction(
        document_id=of.document_id,
        extractor_version=version,
        n_sentences=1,
        entities=entities,
        mentions=tuple(mention(of, each.name, each) for each in entities),
        records=records,
    )


def refusal(name: str, **fields: Any) -> Quarantined:
    """An input that could not be read."""
    values: dict[str, Any] = {
        "source_name": name,
        "uri": f"file:///{name}",
        "stage": "ingest",
        "reason": "empty",
        "detail": f"{name} is empty",
    }
    return Quarantined.model_validate(values | fields)


@cache
def empty_book() -> bytes:
    """A build file without rows; making it once saves every test the time."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "empty.build.duckdb"
        migrate(file)
        return file.read_bytes()


@dataclass
class Book:
    """A warehouse in a folder, filled run by run as the application would."""

    folder: Path
    version: str = VERSION
    runs: int = 0
    records: list[Record] = field(default_factory=list)

    @property
    def published(self) -> Path:
        """The file that readers open."""
        return self.folder / "book.duckdb"

    @property
    def build(self) -> Path:
        """The file that runs write."""
        return build_file_of(self.published)

    def open(self) -> None:
        """Make the build file where there is none, and bring it up to date."""
        if not self.build.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            self.build.write_bytes(empty_book())
        migrate(self.build)

    def stage(
        self, documents: Sequence[Document], refused: Sequence[Quarantined] = (), part_size: int = 2
    ) -> StagingArea:
        """Stage the documents of the next run, a few to a part."""
        staging = StagingArea(self.folder / "staging" / f"run-{self.runs + 1}")
        for part, start in enumerate(range(0, len(documents), part_size)):
            staging.write_documents(documents[start : start + part_size], part)
        for stage in ("ingest", "extract", "validate"):
            staging.write_quarantine([row for row in refused if row.stage == stage], stage, 0)
        return staging

    def extract(self, staging: StagingArea, planned: Plan, failing: Iterable[str] = ()) -> None:
        """Stage what was found in the documents that need it, but for those named in ``failing``."""
        for batch in planned.batches():
            documents = staging.read_documents(batch.part, batch.document_ids)
            found = [
                extraction(each, *self._records_of(each), version=self.version)
                for each in documents
                if each.source_name not in set(failing)
            ]
            staging.write_extractions(found, batch.number)

    def _records_of(self, of: Document) -> list[Record]:
        return [each for each in self.records if each.document_id == of.document_id]

    def run(
        self,
        documents: Sequence[Document],
        refused: Sequence[Quarantined] = (),
        failing: Iterable[str] = (),
        full: bool = False,
    ) -> RunSummary:
        """Stage, plan, extract, load and publish; returns the run's counts."""
        self.open()
        staging = self.stage(documents, refused)
        planned = plan(self.build, staging, self.version, full)
        self.extract(staging, planned, failing)
        self.runs += 1
        run = Run(f"run-{self.runs}", START + dt.timedelta(days=self.runs), self.version)
        summary = load(self.build, staging, planned, run)
        publish(self.build, self.published)
        return summary

    def rows(self, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """What a query of the published file gives."""
        connection = open_readonly(self.published)
        try:
            return connection.execute(sql, parameters).fetchall()
        finally:
            connection.close()

    def dictionaries(self, sql: str, *parameters: Any) -> list[Mapping[str, Any]]:
        """The same, each row under its column names."""
        connection = open_readonly(self.published)
        try:
            result = connection.execute(sql, parameters)
            names = [column[0] for column in result.description or ()]
            return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
        finally:
            connection.close()


def one_book(folder: Path, documents: Sequence[Document], *records: Record) -> Book:
    """A book that one run filled with documents and what was found in them."""
    book = Book(folder, records=list(records))
    book.run(documents)
    return book
