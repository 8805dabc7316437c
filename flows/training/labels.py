"""Labels: what an annotator said of single proposals, kept without their text.

``flows/training/labels/NAME.jsonl`` labels proposals of the documents in ``NAME.docs.jsonl``, which are kept
elsewhere. A label names its sentence by a digest and its act by characters of that sentence, so that it
holds as long as the sentence is read the same.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import Field, ValidationError

from flows.scoring import GoldError
from flows.scoring.gold import GoldRecord, Names
from flows.scoring.texts import words
from models.base import Contract
from models.vocabulary import Category, Force

LABELS_FOLDER = Path(__file__).parent / "labels"
SAME_ACT = 0.8  # of the longer of two spans, for one to be the other
DIGEST_LENGTH = 16


class Label(Contract):
    """What one proposal is: a record with one of ``force``, or nothing where that is empty.

    ``start`` and ``end`` are characters of the sentence. ``optional`` marks what an annotator may leave
    out. ``beneficiaries`` are canonical names, in the file with ``?`` before one that need not be found.
    ``category`` is what the act is about, with a second value where two are right, empty where nobody said.
    """

    doc: str = Field(min_length=1)
    sentence: str = Field(min_length=DIGEST_LENGTH, max_length=DIGEST_LENGTH)
    start: int
    end: int
    force: tuple[Force, ...] = ()
    optional: bool = False
    beneficiaries: Names = ()
    category: tuple[Category, ...] = ()

    def is_of(self, start: int, end: int) -> bool:
        """Whether an act from ``start`` to ``end`` of the same sentence is the labelled one.

        Acts that begin together are one, wherever they end: rules for where an act ends have changed since
        most labels were given.
        """
        shared = min(self.end, end) - max(self.start, start)
        return start == self.start or shared >= SAME_ACT * max(self.end - self.start, end - start)

    def as_record(self, sentence: str, action: str) -> GoldRecord | None:
        """The record that is labelled, with the words given; None where there is none."""
        if not self.force:
            return None
        return GoldRecord(
            doc=self.doc,
            sentence=sentence,
            action=action,
            force=self.force,
            beneficiaries=self.beneficiaries,
            certainty=(),
            category=self.category or ("other",),
            optional=self.optional,
            unsure=() if self.category else ("category",),
        )


class Labels:
    """The labels of some documents, found by document and sentence."""

    def __init__(self, labels: Iterable[Label]) -> None:
        self._found: defaultdict[tuple[str, str], list[Label]] = defaultdict(list)
        for label in labels:
            self._found[label.doc, label.sentence].append(label)

    @property
    def documents(self) -> set[str]:
        """The names of the documents that have labels."""
        return {doc for doc, _ in self._found}

    def beside(self, doc: str, sentence: str) -> list[Label]:
        """The labels of one sentence."""
        return self._found.get((doc, sentence_digest(sentence)), [])

    def of(self, doc: str, sentence: str, start: int, end: int) -> Label | None:
        """The label of an act from ``start`` to ``end`` of a sentence; None where nobody labelled it."""
        beside = self.beside(doc, sentence)
        exact = [label for label in beside if (label.start, label.end) == (start, end)]
        return next(iter([*exact, *(label for label in beside if label.is_of(start, end))]), None)


def read_labels(path: Path) -> Labels:
    """Read a file of labels, one a line; raises OSError, or GoldError at the first line that is none."""
    return Labels(lines_of(path, Label))


def lines_of[Line: Contract](path: Path, kind: type[Line]) -> Iterator[Line]:
    """The lines of a file as what they are to be; raises as ``read_labels``."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            yield kind.model_validate_json(line)
        except ValidationError as error:
            raise GoldError(f"{path.name}, line {number}: {error.errors()[0]['msg']}") from error


def sentence_digest(sentence: str) -> str:
    """By which labels name a sentence: its words alone count, not its spaces or marks."""
    return hashlib.sha256(" ".join(words(sentence)).encode("utf-8", "surrogatepass")).hexdigest()[
        :DIGEST_LENGTH
    ]
