"""What nobody labelled, for the encoder to be taught on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flows.training.examples import ExampleReader
from flows.training.pool import TIMES, pool

NEWS = "Peru will send doctors to Chile. Officials in Lima said the bridge will reopen."
STATEMENT = "We will send doctors to Chile. We shall mend the bridge. The rain will stop."


@pytest.fixture(scope="module")
def reader() -> ExampleReader:
    return ExampleReader()


def written(folder: Path, *kinds: str) -> Path:
    texts = {"news": NEWS, "press_release": STATEMENT}
    lines = [
        json.dumps({"id": f"{kind}-{number}", "kind": kind, "publisher": "Harbour Post", "text": texts[kind]})
        for number, kind in enumerate(kinds)
    ]
    path = folder / "pool.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_news_is_kept_whole_and_comes_back_with_other_states_and_words(
    reader: ExampleReader, tmp_path: Path
) -> None:
    path = written(tmp_path, "news")
    plain = [wording for wording, _ in reader.unlabelled(path)]
    found = list(pool(reader, path, []))
    swapped = len(found) // (1 + TIMES) - len(plain)
    assert plain
    assert found[: len(plain)] == plain
    assert swapped > 0
    assert len(found) == (len(plain) + swapped) * (1 + TIMES)


def test_labelled_news_comes_back_changed_but_not_as_it_is(reader: ExampleReader, tmp_path: Path) -> None:
    labelled = [wording for wording, _ in reader.unlabelled(written(tmp_path, "news"))]
    found = list(pool(reader, written(tmp_path, "press_release"), labelled))
    changed = [wording for wording in found if wording.about.startswith("news")]
    assert changed
    states = [wording for wording in changed if "Peru" in wording.sentence or "Chile" in wording.sentence]
    assert len(states) < len(changed)


def test_the_same_documents_give_the_same_pool(reader: ExampleReader, tmp_path: Path) -> None:
    path = written(tmp_path, *["press_release"] * 9, "news")
    first = list(pool(reader, path, []))
    assert first == list(pool(reader, path, []))
    kept = sum(wording.about.startswith("press_release") for wording in first)
    assert 0 < kept <= sum(w.about.startswith("press_release") for w, _ in reader.unlabelled(path))
