"""The meaning of an act, as a vector: near to that of an act in other words.

``lexicons/meaning.npy`` holds a row of small whole numbers for each stem of ``lexicons/meaning_stems.txt``;
an act's vector is the sum of its stems' rows, so that a heavy word has a long one. Whole numbers add up alike
on every machine. ``flows/training/train_meaning.py`` makes both files.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from flows.link.lexicon import LEXICON_FOLDER, LinkLexiconError

ROWS_FILE = "meaning.npy"
STEMS_FILE = "meaning_stems.txt"

type Rows = npt.NDArray[np.int32]


class Meaning(NamedTuple):
    """An act's vector and its length, 0 where none of its words is known."""

    vector: Rows
    length: float


class Table(NamedTuple):
    """The row of each stem, by its position."""

    rows: Rows
    position: dict[str, int]


def meaning_of(stems: Iterable[str]) -> Meaning:
    """The meaning of an act that has these stems; raises LinkLexiconError where the table is broken."""
    table = load_table()
    known = [place for stem in stems if (place := table.position.get(stem)) is not None]
    vector: Rows = table.rows[known].sum(axis=0, dtype=np.int32)
    return Meaning(vector, math.sqrt(int(vector @ vector)))


def likeness(one: Meaning, other: Meaning) -> float:
    """How near two meanings are: their cosine, -1 to 1, 0 where one is unknown."""
    if not one.length or not other.length:
        return 0.0
    return int(one.vector @ other.vector) / (one.length * other.length)


@functools.cache
def load_table() -> Table:
    """Read the two files; raises LinkLexiconError where they do not fit each other."""
    stems = (LEXICON_FOLDER / STEMS_FILE).read_text(encoding="utf-8").split()
    rows = np.load(LEXICON_FOLDER / ROWS_FILE, allow_pickle=False)
    if rows.dtype != np.int8 or rows.ndim != 2 or len(rows) != len(stems):
        raise LinkLexiconError(f"{ROWS_FILE}: no row of eight-bit numbers for each of {len(stems)} stems")
    return Table(rows.astype(np.int32), {stem: place for place, stem in enumerate(stems)})
