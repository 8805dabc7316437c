"""Make the table of ``flows/link/meaning.py`` from what a sentence encoder says of texts.

    python -m flows.training.train_meaning TEXTS VECTORS

TEXTS holds a text a line: actions of records, and single words, each on a line of its own. VECTORS is the
encoder's answer in numpy's format, a row a text. The rows of the table are fitted so that the sum of an
action's stems points where the encoder does, in the directions in which the actions vary most. A stem stays
near what the encoder says of its words alone, so that one that few actions have is known too. The same files
give the same table.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from flows.link.lexicon import LEXICON_FOLDER, load_word_weights
from flows.link.meaning import ROWS_FILE, STEMS_FILE
from flows.link.membership import load_membership
from flows.link.wording import stem_of, word_the_text

DIMENSIONS = 64
EPOCHS = 3
BATCH = 256
RATE = 0.01
PULL = 0.2  # how strongly a stem is held where its words alone put it
SEED = 0
HELD_OUT = 0.05  # share of the actions that only measure the fit
MOST = 127  # the largest number of the table
CLIPPED = 99.9  # percent of the numbers that are not cut to it
FADES, SQUARE_FADES, SMALL = 0.9, 0.999, 1e-8  # of Adam (Kingma and Ba 2015)

type Vector = NDArray[np.float64]


class Lesson(NamedTuple):
    """Actions as positions of their stems, and the direction that the encoder gives each."""

    acts: list[NDArray[np.int64]]
    directions: Vector


def main(given: Sequence[str] | None = None) -> None:
    """Read both files, write the table, print how near held-out actions come to the encoder.

    Raises OSError where a file can't be read, ValueError where they do not fit each other.
    """
    arguments = _arguments(given)
    texts = arguments.texts.read_text(encoding="utf-8").splitlines()
    vectors = np.load(arguments.vectors, allow_pickle=False).astype(np.float64)
    if len(texts) != len(vectors):
        raise ValueError(f"{len(texts)} texts and {len(vectors)} vectors")
    is_word = np.array([" " not in text for text in texts])
    words = [text.lower() for text in texts if " " not in text]
    acts = [text for text in texts if " " in text]
    main_directions = principal(vectors[~is_word], arguments.dimensions)
    start = rows_of_words(words, projected(vectors[is_word], main_directions))
    stems = sorted(start)
    lesson = lesson_of(acts, projected(vectors[~is_word], main_directions), stems)
    table, nearness = fitted(lesson, np.array([start[stem] for stem in stems]))
    print(f"{len(stems)} stems, {len(lesson.acts)} actions; cosine of those held out {nearness:.3f}")
    write(arguments.out, stems, table)


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("--dimensions", type=int, default=DIMENSIONS, metavar="NUMBER")
    parser.add_argument("--out", type=Path, default=LEXICON_FOLDER, metavar="FOLDER")
    return parser.parse_args(given)


def principal(vectors: Vector, dimensions: int) -> Vector:
    """The directions, a column each, in which vectors vary most."""
    centred = vectors - vectors.mean(axis=0)
    _, found = np.linalg.eigh(centred.T @ centred)
    return found[:, ::-1][:, :dimensions]


def projected(vectors: Vector, directions: Vector) -> Vector:
    """The vectors without their mean, of length 1, by these directions."""
    return _unit((vectors - vectors.mean(axis=0)) @ directions)


def rows_of_words(words: Iterable[str], vectors: Vector) -> dict[str, Vector]:
    """A row for each stem: the mean of its words, as long as the stem weighs."""
    found: defaultdict[str, list[Vector]] = defaultdict(list)
    for word, vector in zip(words, vectors, strict=True):
        if stem := stem_of(word):
            found[stem].append(vector)
    weights = load_word_weights()
    return {stem: np.mean(rows, axis=0) * weights.get(stem, 1.0) for stem, rows in found.items()}


def lesson_of(acts: Iterable[str], directions: Vector, stems: Sequence[str]) -> Lesson:
    """The actions of which some stem is known."""
    position: Mapping[str, int] = {stem: place for place, stem in enumerate(stems)}
    adjectives = load_membership().adjectives
    known = [
        np.array(
            [position[stem] for stem in word_the_text(act, adjectives).stems if stem in position],
            dtype=np.int64,
        )
        for act in acts
    ]
    told = [place for place, act in enumerate(known) if len(act)]
    return Lesson([known[place] for place in told], directions[told])


def fitted(lesson: Lesson, start: Vector) -> tuple[Vector, float]:
    """The rows after the fit, and the mean cosine of the actions that were held out."""
    drawn = np.random.default_rng(SEED)
    order = drawn.permutation(len(lesson.acts))
    n_held = max(1, int(HELD_OUT * len(order)))
    held, learnt = order[:n_held], order[n_held:]
    rows, mean, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    step = 0
    for _ in range(EPOCHS):
        drawn.shuffle(learnt)
        for first in range(0, len(learnt), BATCH):
            step += 1
            slope = _slope(lesson, learnt[first : first + BATCH], rows) + PULL * (rows - start) / len(learnt)
            mean = FADES * mean + (1 - FADES) * slope
            square = SQUARE_FADES * square + (1 - SQUARE_FADES) * slope**2
            rows -= RATE * (mean / (1 - FADES**step)) / (np.sqrt(square / (1 - SQUARE_FADES**step)) + SMALL)
    sums = np.array([rows[lesson.acts[place]].sum(axis=0) for place in held])
    return rows, float((_unit(sums) * lesson.directions[held]).sum(axis=1).mean())


def _slope(lesson: Lesson, batch: NDArray[np.int64], rows: Vector) -> Vector:
    """How the mean of one less the cosine of a batch's actions changes with each row."""
    slope = np.zeros_like(rows)
    for place in batch:
        act, direction = lesson.acts[place], lesson.directions[place]
        total = rows[act].sum(axis=0)
        length = max(SMALL, float(np.linalg.norm(total)))
        cosine = float(total @ direction) / length
        slope[act] -= (direction - cosine * total / length) / (length * len(batch))
    return slope


def _unit(vectors: Vector) -> Vector:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), SMALL)


def write(folder: Path, stems: Sequence[str], table: Vector) -> None:
    """Write the table in eight-bit numbers, and its stems."""
    scale = MOST / max(SMALL, float(np.percentile(np.abs(table), CLIPPED)))
    np.save(folder / ROWS_FILE, np.clip(np.round(table * scale), -MOST, MOST).astype(np.int8))
    (folder / STEMS_FILE).write_text("\n".join([*stems, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
