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
from typing import Any

import numpy as np

from flows.ingest.wording import FEWEST_WORDS, LEAST_SIMILARITY, Wording, similarity, wording
from models import Document
from models.near_duplicate import NearDuplicate, Signature

METHOD = "runs of 3 words, MinHash affine32, 32 bands of 4"  # change it with what it names
_BANDS = 32
_ROWS = 4
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
    hashed = _minhash(hashfunc=int, permutations=_permutations())
    runs = _runs(worded)
    for start in range(0, len(runs), _RUNS_AT_A_TIME):
        hashed.update_batch(runs[start : start + _RUNS_AT_A_TIME])
    rows = hashed.hashvalues.astype("<u4").reshape(_BANDS, _ROWS)
    bands = tuple(_band(number, row.tobytes()) for number, row in enumerate(rows))
    return Signature(document_id=document_id, method=METHOD, bands=bands)


@cache
def _permutations() -> Any:
    """The numbers that MinHash draws from its fixed seed; drawing them takes half its time."""
    return _minhash().permutations


def _minhash(**given: Any) -> Any:
    # Imported here: it brings SciPy, a second that workers and runs without a new text need not wait for.
    from datasketch import MinHash  # type: ignore[import-untyped]  # it ships no types

    return MinHash(num_perm=_BANDS * _ROWS, scheme="affine32", **given)


def _runs(worded: Wording) -> list[int]:
    """The runs of three words, each once, as numbers of 32 bits."""
    words = np.frombuffer(worded.words, dtype=np.uint32).astype(np.uint64)
    mixed = (words[:-2] * _SPREAD + words[1:-1]) * _SPREAD + words[2:]
    found: list[int] = np.unique((mixed * _SPREAD) >> np.uint64(32)).tolist()
    return found


def _band(number: int, row: bytes) -> int:
    return int.from_bytes(blake2b(bytes([number]) + row, digest_size=8).digest(), "big")
