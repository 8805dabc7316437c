"""Labels: found again by sentence and act, refused where a line is none, turned into records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flows.scoring import GoldError
from flows.scoring.gold import GoldName
from flows.training.labels import LABELS_FOLDER, Label, Labels, read_labels, sentence_digest

SENTENCE = "Dunmere will lend Corvane two ferries and rebuild the quay."
LEND = Label(
    doc="a.txt",
    sentence=sentence_digest(SENTENCE),
    start=13,
    end=38,
    force=("pledge", "offer"),
    beneficiaries=(GoldName(alternatives=("Corvane",)),),
)


def test_a_label_is_found_by_document_sentence_and_act() -> None:
    labels = Labels([LEND])
    assert labels.of("a.txt", SENTENCE, 13, 38) == LEND
    assert labels.of("b.txt", SENTENCE, 13, 38) is None
    assert labels.of("a.txt", "Dunmere will lend Corvane a mill.", 13, 38) is None


def test_a_sentence_is_the_same_whatever_its_spaces_and_marks() -> None:
    assert Labels([LEND]).of("a.txt", SENTENCE.replace(" will", "\n will").rstrip("."), 13, 38) == LEND


def test_an_act_that_is_nearly_the_same_keeps_its_label_and_an_exact_one_goes_first() -> None:
    longer = LEND.model_copy(update={"end": 42, "force": ()})
    labels = Labels([longer, LEND])
    assert labels.of("a.txt", SENTENCE, 13, 38) == LEND
    assert labels.of("a.txt", SENTENCE, 13, 43) == longer
    assert labels.of("a.txt", SENTENCE, 43, 59) is None


def test_acts_that_begin_together_are_one() -> None:
    labels = Labels([LEND])
    assert labels.of("a.txt", SENTENCE, 13, 25) == LEND
    assert labels.of("a.txt", SENTENCE, 18, 25) is None


def test_a_label_with_a_force_is_a_record_and_one_without_is_none() -> None:
    record = LEND.as_record(SENTENCE, "lend Corvane two ferries")
    assert record is not None
    assert (record.force, record.is_core, record.optional) == (("pledge", "offer"), True, False)
    assert [name.alternatives for name in record.beneficiaries] == [("Corvane",)]
    assert record.certainty == ()
    assert LEND.model_copy(update={"force": ()}).as_record(SENTENCE, "rebuild the quay") is None


def test_a_beneficiary_that_need_not_be_found_is_marked_in_the_file() -> None:
    line = json.dumps(json.loads(LEND.model_dump_json()) | {"beneficiaries": ["Corvane", "?Dunmere Docks"]})
    record = Label.model_validate_json(line).as_record(SENTENCE, "lend Corvane two ferries")
    assert record is not None
    names = [(name.alternatives, name.optional) for name in record.beneficiaries]
    assert names == [(("Corvane",), False), (("Dunmere Docks",), True)]


@pytest.mark.parametrize("change", [{"force": ["wish"]}, {"sentence": "abc"}, {"colour": "red"}])
def test_a_line_that_is_no_label_is_named(tmp_path: Path, change: dict[str, object]) -> None:
    path = tmp_path / "some.jsonl"
    lines = [LEND.model_dump(mode="json"), {**LEND.model_dump(mode="json"), **change}]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    with pytest.raises(GoldError, match="line 2"):
        read_labels(path)


def test_the_labels_of_the_project_can_be_read_and_hold_every_kind() -> None:
    labels = [
        Label.model_validate_json(line)
        for path in sorted(set(LABELS_FOLDER.glob("*.jsonl")) - set(LABELS_FOLDER.glob("*.docs.jsonl")))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    forces = {label.force[0] for label in labels if label.force}
    assert {"pledge", "plan", "obligation", "agreement", "offer", "refusal", "threat"} < forces
    assert any(not label.force for label in labels)
    assert all(label.start < label.end for label in labels)
