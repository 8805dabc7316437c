"""Near-duplicates: wire copy printed twice, and a later version of the same report.

Candidates are found by MinHash of their runs of three words, and verified by how much of their words, in
order, they share, and by the facts that they tell. A document that repeats an earlier one is linked to
that first one and takes no part in later comparisons, so that a family of versions has one head.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from flows.ingest.wording import FEWEST_WORDS, LEAST_SIMILARITY, Wording, similarity, wording
from models import Document
from models.near_duplicate import NearDuplicate, Signature

METHOD = "runs of 3 words, MinHash affine32, 32 bands of 4"  # change it with what it names
_BANDS = 32
_ROWS = 4
_HASHES = _BANDS * _ROWS
_SEED = 1  # of the hashes
_RUNS_AT_A_TIME = 4096  # so that a long text takes little memory
_SPREAD = np.uint64(0x9E3779B97F4A7C15)  # odd, and without a pattern: keeps sums of products apart


class NearDuplicates:
    """The documents seen so far, by their words; holds four bytes a word and about 4 KB a document."""

    def __init__(self, least_similarity: float = LEAST_SIMILARITY) -> None:
        self._least = least_similarity
        self._by_band: defaultdict[int, list[int]] = defaultdict(list)
        self._seen: list[tuple[str, Wording]] = []

    def add(self, document: Document) -> NearDuplicate | None:
        """That ``document`` repeats the first of those seen that it resembles; None where it is a first.

        A text of fewer than 25 words repeats nothing.
        """
        worded = wording(document)
        bands = signature(document.document_id, worded).bands
        for number in sorted({number for band in bands for number in self._by_band.get(band, ())}):
            copy_of, first = self._seen[number]
            if shared := similarity(worded, first, self._least):
                return NearDuplicate(document_id=document.document_id, copy_of=copy_of, similarity=shared)
        for band in bands:
            self._by_band[band].append(len(self._seen))
        self._seen.append((document.document_id, worded))
        return None


def near_duplicates(
    documents: Iterable[Document], least_similarity: float = LEAST_SIMILARITY
) -> Iterator[NearDuplicate]:
    """Each of ``documents`` that repeats an earlier one, in their order, with the first it repeats."""
    seen = NearDuplicates(least_similarity)
    for document in documents:
        if repeated := seen.add(document):
            yield repeated


def signature(document_id: str, worded: Wording) -> Signature:
    """The signature of a document of these words; without bands where it has fewer than 25."""
    if len(worded.words) < FEWEST_WORDS:
        return Signature(document_id=document_id, method=METHOD, bands=())
    rows = _least_hashes(_runs(worded)).astype("<u4").reshape(_BANDS, _ROWS)
    bands = tuple(_band(number, row.tobytes()) for number, row in enumerate(rows))
    return Signature(document_id=document_id, method=METHOD, bands=bands)


def _least_hashes(runs: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """The least of what each hash makes of the runs.

    These are the numbers of datasketch's ``MinHash(num_perm=128, scheme="affine32")``, whose import takes
    longer than signing a thousand documents.
    """
    factors, summands = _permutations()
    mixed = _mixed(runs)
    least = np.full(_HASHES, np.iinfo(np.uint32).max, np.uint32)
    for start in range(0, len(mixed), _RUNS_AT_A_TIME):
        hashed = mixed[start : start + _RUNS_AT_A_TIME, None] * factors + summands
        least = np.minimum(least, hashed.min(axis=0))
    return least


@cache
def _permutations() -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint32]]:
    """An odd factor and a summand for each hash: together they reorder the numbers of 32 bits."""
    draw = np.random.RandomState(_SEED)
    factors = draw.randint(0, 2**31, _HASHES, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return factors, draw.randint(0, 2**32, _HASHES, dtype=np.uint32)


def _mixed(numbers: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """The numbers with every bit spread over all: the end of MurmurHash3."""
    numbers = (numbers ^ (numbers >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    numbers = (numbers ^ (numbers >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return numbers ^ (numbers >> np.uint32(16))


def _runs(worded: Wording) -> npt.NDArray[np.uint32]:
    """The runs of three words, each once, as numbers of 32 bits."""
    words = np.frombuffer(worded.words, dtype=np.uint32).astype(np.uint64)
    mixed = (words[:-2] * _SPREAD + words[1:-1]) * _SPREAD + words[2:]
    return np.unique((mixed * _SPREAD) >> np.uint64(32)).astype(np.uint32)


def _band(number: int, row: bytes) -> int:
    return int.from_bytes(blake2b(bytes([number]) + row, digest_size=8).digest(), "big")
