"""Labels of who binds himself, and how well the rules agree with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flows.scoring import GoldError
from flows.training import measure_promisors
from flows.training.labels import sentence_digest
from flows.training.measure_promisors import changes, labelled_acts, table
from flows.training.promisor_labels import PROMISORS_FOLDER, PromisorLabel, read_promisor_labels

FERRIES = "Kenya promised to send Uganda ten ferries."
ROAD = "Ghana and Togo agreed to reopen the coastal road."
TENTS = "Norway will ship the tents in June."


def _label(doc: str, sentence: str, act: str, *promisors: str) -> dict[str, object]:
    start = sentence.index(act)
    digest = sentence_digest(sentence)
    return {
        "doc": doc,
        "sentence": digest,
        "start": start,
        "end": start + len(act),
        "promisors": list(promisors),
    }


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three labelled sentences: one is read right, one names a party too many, one the wrong one."""
    texts = {"a": FERRIES, "b": ROAD, "c": TENTS}
    documents = [{"id": doc, "text": text, "language": "en", "genre": "news"} for doc, text in texts.items()]
    labels = [
        _label("a", FERRIES, "send Uganda", "Kenya", "?Uganda"),
        _label("b", ROAD, "reopen", "Togo|Lomé"),
        _label("c", TENTS, "ship", "Denmark"),
    ]
    kept = tmp_path / "labels"
    kept.mkdir()
    for path, lines in ((kept / "made.jsonl", labels), (tmp_path / "made.docs.jsonl", documents)):
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    monkeypatch.setattr(measure_promisors, "PROMISORS_FOLDER", kept)
    return tmp_path


def test_whom_the_rules_name_is_counted_against_the_labels(folder: Path) -> None:
    acts = list(labelled_acts(folder))
    assert [act.is_right(act.names) for act in acts] == [True, False, False]
    counts = [(act.counts.hits, act.counts.gold, act.counts.predicted) for act in acts]
    assert counts == [(1, 1, 1), (1, 1, 2), (0, 1, 1)]
    assert "| all | 3 | 1 | 0.500 | 0.667 | 0.571 |" in list(table(acts))


def test_what_became_right_and_wrong_is_told(folder: Path) -> None:
    acts = list(labelled_acts(folder))
    before = {act.key: list(act.names) for act in acts}
    assert list(changes(acts, before)) == ["0 became right, 0 wrong"]
    before[acts[0].key] = ["Uganda"]
    before[acts[1].key] = ["Togo"]
    lines = list(changes(acts, before))
    assert lines[0].startswith("right now: a (") and "before: Uganda" in lines[0]
    assert lines[1].startswith("wrong now: b (")
    assert lines[-1] == "1 became right, 1 wrong"


def test_a_folder_without_labelled_documents_is_refused(folder: Path) -> None:
    (folder / "made.docs.jsonl").unlink()
    with pytest.raises(ValueError, match="no documents"):
        list(labelled_acts(folder))


@pytest.mark.parametrize("change", [{"promisors": []}, {"sentence": "abc"}, {"colour": "red"}, {"start": -1}])
def test_a_line_that_is_no_label_is_named(tmp_path: Path, change: dict[str, object]) -> None:
    path = tmp_path / "some.jsonl"
    good = _label("a", FERRIES, "send Uganda", "Kenya")
    path.write_text("".join(json.dumps(line) + "\n" for line in (good, good | change)), encoding="utf-8")
    with pytest.raises(GoldError, match="line 2"):
        read_promisor_labels(path)


def test_the_labels_of_the_project_can_be_read() -> None:
    files = sorted(PROMISORS_FOLDER.glob("*.jsonl"))
    lines = [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    labels = [PromisorLabel.model_validate_json(line) for line in lines]
    assert len({(label.doc, label.sentence, label.start) for label in labels}) == len(labels) > 0
    assert all(label.start < label.end for label in labels)
