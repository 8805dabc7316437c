"""The meaning of acts: near in other words, far for another matter, and a broken table."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from flows.link import meaning
from flows.link.lexicon import LEXICON_FOLDER, LinkLexiconError
from flows.link.meaning import ROWS_FILE, STEMS_FILE, likeness, load_table, meaning_of
from flows.link.wording import word_the_text


def near(one: str, other: str) -> float:
    first, second = (meaning_of(word_the_text(act, {}).stems) for act in (one, other))
    return likeness(first, second)


def test_an_act_in_other_words_is_nearer_than_another_act_in_the_same() -> None:
    act = "hire more nurses for village clinics"
    assert near(act, "recruit doctors to rural hospitals") > near(
        act, "hire more pilots for village airfields"
    )


def test_an_act_is_as_near_as_can_be_to_itself_and_no_nearer() -> None:
    act = "plant oaks along the canal"
    assert near(act, act) == pytest.approx(1.0)


def test_words_that_nobody_knows_are_near_to_nothing() -> None:
    assert near("zzyzx qwrtl", "zzyzx qwrtl") == 0.0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for name in (ROWS_FILE, STEMS_FILE):
        shutil.copy(LEXICON_FOLDER / name, tmp_path / name)
    monkeypatch.setattr(meaning, "LEXICON_FOLDER", tmp_path)
    load_table.cache_clear()
    yield tmp_path
    load_table.cache_clear()


def test_a_table_that_lacks_a_row_is_refused(folder: Path) -> None:
    with (folder / STEMS_FILE).open("a", encoding="utf-8") as stems:
        stems.write("zzyzx\n")
    with pytest.raises(LinkLexiconError, match=r"meaning\.npy"):
        load_table()


def test_a_table_of_other_numbers_is_refused(folder: Path) -> None:
    rows = np.load(folder / ROWS_FILE)
    np.save(folder / ROWS_FILE, rows.astype(np.float32))
    with pytest.raises(LinkLexiconError, match=r"meaning\.npy"):
        load_table()
