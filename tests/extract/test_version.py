"""The extractor's version changes with whatever decides what it finds."""

from __future__ import annotations

from pathlib import Path

from flows.extract.version import DIGESTED, digested, files_digest


def test_a_changed_file_changes_the_digest_and_a_card_does_not(tmp_path: Path) -> None:
    (tmp_path / "cues.toml").write_text("a = 1")
    first = files_digest([tmp_path])
    (tmp_path / "README.md").write_text("what the cues are")
    assert files_digest([tmp_path]) == first
    (tmp_path / "cues.toml").write_text("a = 2")
    assert files_digest([tmp_path]) != first


def test_a_file_of_a_folder_within_changes_the_digest_and_what_python_compiled_does_not(
    tmp_path: Path,
) -> None:
    first = files_digest([tmp_path])
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "cues.cpython-312.pyc").write_bytes(b"1")
    assert files_digest([tmp_path]) == first
    (tmp_path / "components").mkdir()
    (tmp_path / "components" / "cues.py").write_text("a = 1")
    assert files_digest([tmp_path]) != first


def test_code_lexicons_weights_and_reference_are_digested() -> None:
    names = {path.name for folder in DIGESTED for path in digested(folder)}
    assert {"proposals.py", "cues.py", "tables.py", "cues.toml", "judge.json.gz", "people.csv"} <= names
