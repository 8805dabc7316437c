"""Training of the meaning of words: texts and vectors in, a table out; the same again; what does not fit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from flows.link.meaning import ROWS_FILE, STEMS_FILE
from flows.training.train_meaning import main

CROPS = ("rye", "barley", "oats")
SHIPS = ("ferries", "barges", "tugs")


@pytest.fixture
def lesson(tmp_path: Path) -> tuple[Path, Path]:
    """An encoder that knows two matters, crops and ships, and hears no verbs."""
    texts: list[str] = []
    vectors: list[list[float]] = []
    for word in (*CROPS, *SHIPS):
        texts += [
            word,
            *(f"{verb} {word} {place}" for verb in ("buy", "sell") for place in ("early", "twice")),
        ]
    for text in texts:
        afloat = float(any(word in text for word in SHIPS))
        vectors.append([afloat, 1 - afloat, len(text) / 100, 0.1])
    names, rows = tmp_path / "texts.txt", tmp_path / "vectors.npy"
    names.write_text("\n".join(texts), encoding="utf-8")
    np.save(rows, np.array(vectors))
    return names, rows


def trained(
    lesson: tuple[Path, Path], name: str
) -> tuple[bytes, dict[str, np.ndarray[tuple[int], np.dtype[np.int8]]]]:
    out = lesson[0].with_name(name)
    out.mkdir()
    main([str(lesson[0]), str(lesson[1]), "--dimensions", "2", "--out", str(out)])
    stems = (out / STEMS_FILE).read_text(encoding="utf-8").split()
    rows = np.load(out / ROWS_FILE)
    return (out / ROWS_FILE).read_bytes(), dict(zip(stems, rows, strict=True))


def test_words_of_one_matter_get_rows_that_point_one_way(lesson: tuple[Path, Path]) -> None:
    _, rows = trained(lesson, "table")

    def agreement(one: str, other: str) -> int:
        return int(rows[one].astype(int) @ rows[other].astype(int))

    assert agreement("rye", "barley") > 0 > agreement("rye", "barg")


def test_the_same_texts_give_the_same_table(lesson: tuple[Path, Path]) -> None:
    assert trained(lesson, "first")[0] == trained(lesson, "second")[0]


def test_texts_and_vectors_of_other_numbers_are_refused(lesson: tuple[Path, Path]) -> None:
    np.save(lesson[1], np.zeros((3, 4)))
    with pytest.raises(ValueError, match="texts and 3 vectors"):
        main([str(lesson[0]), str(lesson[1])])
