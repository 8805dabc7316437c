"""An extractor that finds about as much as the real one in no time, to measure everything else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal

from flows.extract import extractor_version
from models import Document, Entity, Extraction, Mention, Record

MENTIONS, RECORDS = 65, 9  # of a document of some 3,500 characters in the real extractor
FORCES: tuple[Literal["pledge", "plan"], ...] = ("pledge", "plan")


class Extractor:
    """A mention at each capital letter, and a record in each sentence, up to the numbers above."""

    def __init__(self, model: str | None = None) -> None:
        """Load nothing."""

    def extract(self, documents: Sequence[Document]) -> Iterator[Extraction]:
        """Yield one extraction for each document."""
        return map(_found, documents)


def _found(document: Document) -> Extraction:
    names = list(islice(re.finditer(r"\b[A-Z]\w+", document.text), MENTIONS))
    entities = {name[0]: _entity(name[0]) for name in names}
    return Extraction(
        document_id=document.document_id,
        extractor_version=extractor_version(),
        n_sentences=document.text.count("."),
        entities=tuple(entities.values()),
        mentions=tuple(_mention(document, name, entities[name[0]]) for name in names),
        records=tuple(
            _record(document, sentence)
            for sentence in islice(re.finditer(r"\b[A-Z]\w+ [^.!?]{20,}[.!?]", document.text), RECORDS)
        ),
    )


def _entity(name: str) -> Entity:
    return Entity(entity_id=Entity.make_id("organisation", name), name=name, kind="organisation")


def _mention(document: Document, name: re.Match[str], entity: Entity) -> Mention:
    return Mention(
        mention_id=Mention.make_id(document.document_id, entity.entity_id, *name.span()),
        document_id=document.document_id,
        entity_id=entity.entity_id,
        text=name[0],
        label="ORG",
        start_char=name.start(),
        end_char=name.end(),
    )


def _record(document: Document, sentence: re.Match[str]) -> Record:
    promisor, _, action = sentence[0].partition(" ")
    start = sentence.start() + len(promisor) + 1
    force = FORCES[start % 2]
    return Record(
        record_id=Record.make_id(document.document_id, start, sentence.end(), force),
        document_id=document.document_id,
        sentence=sentence[0],
        sentence_start=sentence.start(),
        sentence_end=sentence.end(),
        action=action,
        start_char=start,
        end_char=sentence.end(),
        force=force,
        promisors=(promisor,),
        polarity="positive",
        certainty="certain",
        category="other",
        speaker_type="author",
        direct=False,
        confidence=0.5,
        rule_id="bench.stand_in",
    )
