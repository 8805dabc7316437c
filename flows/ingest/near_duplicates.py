"""Near-duplicates: wire copy printed twice, and a later version of the same report.

Candidates are found by MinHash of their runs of three words, and verified by how much of their words, in
order, they share. A document that repeats an earlier one is linked to that first one and takes no part
in later comparisons, so that a family of versions has one head.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Iterable, Iterator

from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]  # it ships no types
from rapidfuzz.distance import Indel

from models import Document
from models.base import Contract

LEAST_SIMILARITY = 0.85
_CANDIDATE_SIMILARITY = 0.4  # of the sets of runs, lower than that of the words: one edit changes three runs
_RUN = 3
_PERMUTATIONS = 128
_FEWEST_WORDS = 25  # under which two texts are alike by chance
_MOST_WORDS_COMPARED = 20_000
_REPORT = ("title", "heading", "prose", "list_item")
_WORD = re.compile(r"\w+")


class NearDuplicate(Contract):
    """That ``document_id`` repeats the earlier ``first_id``; ``similarity`` of their words is up to 1."""

    document_id: str
    first_id: str
    similarity: float


class NearDuplicates:
    """The documents seen so far, by their words; holds four bytes a word and about 3 KB a document."""

    def __init__(self, least_similarity: float = LEAST_SIMILARITY) -> None:
        self._least = least_similarity
        self._index = MinHashLSH(threshold=_CANDIDATE_SIMILARITY, num_perm=_PERMUTATIONS)
        self._words: list[array[int]] = []
        self._ids: list[str] = []

    def add(self, document: Document) -> NearDuplicate | None:
        """What ``document`` repeats, the most similar of those seen; None where it is a first.

        A text of fewer than 25 words repeats nothing.
        """
        words = _report_words(document)
        if len(words) < _FEWEST_WORDS:
            return None
        runs = _min_hash(words)
        hashes = array("I", (zlib.crc32(word) for word in words[:_MOST_WORDS_COMPARED]))
        similarity, number = max(
            ((self._similarity(hashes, number), -number) for number in self._index.query(runs)),
            default=(0.0, 0),
        )
        if similarity >= self._least:
            return NearDuplicate(
                document_id=document.document_id, first_id=self._ids[-number], similarity=similarity
            )
        self._index.insert(len(self._ids), runs)
        self._ids.append(document.document_id)
        self._words.append(hashes)
        return None

    def _similarity(self, hashes: array[int], number: int) -> float:
        """The share of the words of both texts that they have in common, in the same order."""
        return Indel.normalized_similarity(hashes, self._words[number], score_cutoff=self._least)


def near_duplicates(
    documents: Iterable[Document], least_similarity: float = LEAST_SIMILARITY
) -> Iterator[NearDuplicate]:
    """Each of ``documents`` that repeats an earlier one, in their order, with the first it repeats."""
    seen = NearDuplicates(least_similarity)
    for document in documents:
        if repeated := seen.add(document):
            yield repeated


def _report_words(document: Document) -> list[bytes]:
    """The words of a document's report, without bylines, datelines, captions and boilerplate."""
    stretches = (
        document.text[block.start_char : block.end_char] for block in document.blocks if block.kind in _REPORT
    )
    return [word.encode() for stretch in stretches for word in _WORD.findall(stretch.casefold())]


def _min_hash(words: list[bytes]) -> MinHash:
    runs = {b" ".join(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)}
    signature = MinHash(num_perm=_PERMUTATIONS)
    signature.update_batch(sorted(runs))
    return signature
