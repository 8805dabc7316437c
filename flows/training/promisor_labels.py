"""Labels of who binds himself: whom an annotator named for single records, kept without their text.

``flows/training/labels/promisors/NAME.jsonl`` is of the documents in ``NAME.docs.jsonl``. A label names its
sentence by a digest and its act by characters of that sentence, as those of ``labels.py`` do.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import Field

from flows.extract.proposals import Proposal
from flows.scoring.gold import Names
from flows.training.labels import DIGEST_LENGTH, LABELS_FOLDER, lines_of, sentence_digest
from models.base import Contract

PROMISORS_FOLDER = LABELS_FOLDER / "promisors"


class PromisorLabel(Contract):
    """Who binds himself to one act, or is asked for it, under every name that is right.

    In the file ``?`` stands before one that need not be found. ``start`` and ``end`` are characters of the
    sentence.
    """

    doc: str = Field(min_length=1)
    sentence: str = Field(min_length=DIGEST_LENGTH, max_length=DIGEST_LENGTH)
    start: int = Field(ge=0)
    end: int
    promisors: Names = Field(min_length=1)


class PromisorLabels:
    """The labels of some documents, found by document, sentence and where the act begins."""

    def __init__(self, labels: Iterable[PromisorLabel]) -> None:
        self._found = {(label.doc, label.sentence, label.start): label for label in labels}

    @property
    def documents(self) -> set[str]:
        """The names of the documents that have labels."""
        return {doc for doc, _, _ in self._found}

    def __len__(self) -> int:
        return len(self._found)

    def of(self, doc: str, proposal: Proposal) -> PromisorLabel | None:
        """The label of a proposal of ``doc``; None where nobody labelled its act."""
        sentence = proposal.sentence.span
        start = proposal.action.start_char - sentence.start_char
        return self._found.get((doc, sentence_digest(sentence.text), start))


def read_promisor_labels(path: Path) -> PromisorLabels:
    """Read a file of labels, one a line; raises OSError, or GoldError at the first line that is none."""
    return PromisorLabels(lines_of(path, PromisorLabel))
