"""The extractor's version changes with whatever decides what it finds."""

from __future__ import annotations

from pathlib import Path

from flows.extract.version import DIGESTED, files_digest


def test_a_changed_file_changes_the_digest_and_a_card_does_not(tmp_path: Path) -> None:
    (tmp_path / "cues.toml").write_text("a = 1")
    first = files_digest([tmp_path])
    (tmp_path / "README.md").write_text("what the cues are")
    assert files_digest([tmp_path]) == first
    (tmp_path / "cues.toml").write_text("a = 2")
    assert files_digest([tmp_path]) != first


def test_code_lexicons_weights_and_reference_are_digested() -> None:
    names = {path.name for folder in DIGESTED for path in folder.iterdir()}
    assert {"proposals.py", "cues.py", "cues.toml", "judge.json.gz", "people.csv"} <= names
