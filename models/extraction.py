"""What extraction finds in one document: entities, their mentions and commitment records."""

from __future__ import annotations

import datetime as dt
from typing import Self

from pydantic import Field, model_validator

from models.base import Contract, stable_id
from models.vocabulary import (
    CORE_FORCES,
    Category,
    Certainty,
    CueRole,
    EntityKind,
    Force,
    Polarity,
    SpeakerType,
)


class Entity(Contract):
    """A state, organisation, person or group under its canonical English name."""

    entity_id: str
    name: str = Field(min_length=1)
    kind: EntityKind
    iso3: str | None = None
    wikidata_id: str | None = None

    @staticmethod
    def make_id(kind: str, name: str) -> str:
        """The entity's id, from its kind and canonical name."""
        return stable_id("ent", kind, name)


class Mention(Contract):
    """One place in a document that names an entity; ``label`` is spaCy's or the lexicon's label."""

    mention_id: str
    document_id: str
    entity_id: str
    text: str = Field(min_length=1)
    label: str
    start_char: int = Field(ge=0)
    end_char: int

    @staticmethod
    def make_id(document_id: str, entity_id: str, start_char: int, end_char: int) -> str:
        """The mention's id, from its place and entity."""
        return stable_id("men", document_id, entity_id, start_char, end_char)


class CueHit(Contract):
    """A rule that fired on words of a document, kept as evidence for a field of a record."""

    rule_id: str
    role: CueRole
    start_char: int = Field(ge=0)
    end_char: int


class Record(Contract):
    """One promisor group and one act that they bind themselves to, with its evidence.

    ``sentence`` and ``action`` are verbatim: ``text[start_char:end_char] == action`` and
    ``text[sentence_start:sentence_end] == sentence`` (``Extraction.check_evidence``). Texts that the
    document does not give are None. ``requested_by`` is filled for force ``request`` alone.
    ``confidence`` is the calibrated probability, 0 to 1, that an annotator would keep the record.
    ``rule_id`` names the rule that decided the force; ``cues`` lists every rule that fired.
    """

    record_id: str
    document_id: str
    sentence: str = Field(min_length=1)
    sentence_start: int = Field(ge=0)
    sentence_end: int
    action: str = Field(min_length=1)
    start_char: int = Field(ge=0)
    end_char: int
    force: Force
    promisors: tuple[str, ...] = Field(min_length=1)
    beneficiaries: tuple[str, ...] = ()
    requested_by: tuple[str, ...] = ()
    polarity: Polarity
    certainty: Certainty
    category: Category
    amount: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    unit: str | None = None
    due_text: str | None = None
    due_start: dt.date | None = None
    due_end: dt.date | None = None
    condition: str | None = None
    speaker: str | None = None
    speaker_type: SpeakerType
    direct: bool
    confidence: float = Field(ge=0, le=1)
    rule_id: str
    cues: tuple[CueHit, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if not self.sentence_start <= self.start_char < self.end_char <= self.sentence_end:
            raise ValueError("the action lies outside its sentence")
        if self.end_char - self.start_char != len(self.action):
            raise ValueError("the action's offsets and its length differ")
        if self.due_start and self.due_end and self.due_start > self.due_end:
            raise ValueError(f"due_start {self.due_start} is after due_end {self.due_end}")
        if self.amount is not None and not self.unit:
            raise ValueError("an amount needs its unit")
        if self.requested_by and self.force != "request":
            raise ValueError("only a request is requested by somebody")
        return self

    @property
    def is_core(self) -> bool:
        """Whether the record is a commitment proper: neither a request nor a fulfilment."""
        return self.force in CORE_FORCES

    @staticmethod
    def make_id(document_id: str, start_char: int, end_char: int, force: str) -> str:
        """The record's id, from its evidence and force."""
        return stable_id("com", document_id, start_char, end_char, force)


class Extraction(Contract):
    """All that one extractor version found in one document."""

    document_id: str
    extractor_version: str
    n_sentences: int = Field(ge=0)
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    records: tuple[Record, ...] = ()

    def check_evidence(self, text: str) -> list[str]:
        """Say, one line each, which mentions and records do not match ``text`` at their offsets."""
        wrong = [
            f"mention {mention.mention_id}: the text at its offsets is not {mention.text!r}"
            for mention in self.mentions
            if text[mention.start_char : mention.end_char] != mention.text
        ]
        for record in self.records:
            if text[record.start_char : record.end_char] != record.action:
                wrong.append(f"record {record.record_id}: the action is not in the text at its offsets")
            if text[record.sentence_start : record.sentence_end] != record.sentence:
                wrong.append(f"record {record.record_id}: the sentence is not in the text at its offsets")
        return wrong
