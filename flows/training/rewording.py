"""Wordings with other words of like meaning in place of some: more to learn from, of the same form.

After TinyBERT (Jiao et al. 2020), whose augmentation takes a word's neighbours among word vectors. What comes
out need not be true or good English: a teacher says what it is.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.vocab import Vocab

from flows.extract.wording import Wording

SEED = 31
WORD = re.compile(r"\b[a-z]{4,}\b")  # what may be replaced: names and function words are no part of it
SHARE = 0.22  # of the words of a wording that have neighbours
LEAST_SEEN = 3  # wordings that a word stands in, so that rare and misspelt words don't spread
NEIGHBOURS = 12
LEAST_LIKENESS = 0.45  # cosine of a neighbour with the same ending
LEAST_LIKENESS_OTHERWISE = 0.6  # of another, where none has it
ENDING = 2  # letters: what keeps most plurals, tenses and adverbs what they are
ROWS_COMPARED = 1_000  # words whose likeness to all others is held in memory at once

Neighbours = dict[str, list[str]]


def with_other_words(wordings: Sequence[Wording], neighbours: Neighbours, times: int) -> Iterator[Wording]:
    """Each wording ``times`` times, a part of its words replaced by neighbours of theirs.

    What is drawn depends on the order of the wordings alone.
    """
    drawn = random.Random(SEED)

    def other(found: re.Match[str]) -> str:
        choice = neighbours.get(found[0])
        return drawn.choice(choice) if choice and drawn.random() < SHARE else found[0]

    for wording in wordings:
        for _ in range(times):
            before, act, after = (WORD.sub(other, part) for part in _parts(wording))
            yield Wording(wording.about, before, act, after, wording.first)


def neighbours_in(wordings: Iterable[Wording], vocabulary: Vocab) -> Neighbours:
    """Of each common word of the wordings the words among them that mean nearly the same."""
    seen = Counter(word for wording in wordings for word in set(WORD.findall(" ".join(_parts(wording)))))
    words = [
        word
        for word, count in sorted(seen.items())
        if count >= LEAST_SEEN and vocabulary.has_vector(word) and not vocabulary[word].is_stop
    ]
    if not words:
        return {}
    vectors: NDArray[np.float32] = np.array([vocabulary.get_vector(word) for word in words], dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    found: Neighbours = {}
    for first in range(0, len(words), ROWS_COMPARED):
        likeness = vectors[first : first + ROWS_COMPARED] @ vectors.T
        for number, row in enumerate(likeness, first):
            row[number] = -1.0
            found[words[number]] = _nearest(words[number], row, words)
    return found


def _nearest(word: str, likeness: NDArray[np.float32], words: Sequence[str]) -> list[str]:
    nearest = np.argsort(-likeness, kind="stable")[:NEIGHBOURS]
    alike = [
        words[place]
        for place in nearest
        if likeness[place] >= LEAST_LIKENESS and words[place][-ENDING:] == word[-ENDING:]
    ]
    return alike or [words[place] for place in nearest if likeness[place] >= LEAST_LIKENESS_OTHERWISE]


def _parts(wording: Wording) -> tuple[str, str, str]:
    return wording.before, wording.act, wording.after
