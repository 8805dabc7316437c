"""The inbox: what is ready to be read, and where files go after their run."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from flows.inbox import arrived, put_away
from flows.settings import Settings
from flows.steps import new_job, run_steps
from warehouse import query


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """An inbox of a sound file with its sidecar, a broken one, and one of which a line is broken."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "sound.txt").write_text("Alpha will act.")
    (folder / "sound.txt.meta.json").write_text('{"title": "Sound", "url": "https://example.org/sound"}')
    (folder / "binary.txt").write_bytes(bytes(range(32)) * 40)
    (folder / "lines.jsonl").write_text('{"id": "one", "text": "Beta will act."}\n{"id": \n')
    for file in folder.iterdir():
        _age(file)
    return folder


def _age(file: Path, seconds: float = -60) -> None:
    moment = file.stat().st_mtime + seconds
    os.utime(file, (moment, moment))


def _run(files: dict[Path, str], book: Path) -> str:
    job = new_job(list(files), book, 1, False, Settings())
    run_steps(job)
    return job.run_id


def _names(folder: Path) -> set[str]:
    return {file.name for file in folder.glob("*") if file.is_file()}


def test_a_sidecar_that_was_put_away_alone_comes_back_to_its_file(inbox: Path) -> None:
    cut_off = inbox / "done" / "run_1"
    cut_off.mkdir(parents=True)
    sidecar = inbox / "sound.txt.meta.json"
    said = sidecar.read_text()
    sidecar.replace(cut_off / sidecar.name)
    (cut_off / "binary.txt").write_text("an earlier one")
    (cut_off / "binary.txt.meta.json").write_text("{}")  # belongs to the file beside it
    arrived(inbox)
    assert sidecar.read_text() == said
    assert not (inbox / "binary.txt.meta.json").exists()
    assert not (cut_off / sidecar.name).exists()


def test_ready_files_are_named_with_their_digests(inbox: Path) -> None:
    assert [file.name for file in arrived(inbox)] == ["binary.txt", "lines.jsonl", "sound.txt"]


def test_files_that_may_not_be_whole_or_not_meant_are_left(inbox: Path) -> None:
    (inbox / "arriving.txt").write_text("Gamma will")
    (inbox / ".hidden.txt").write_text("Delta will act.")
    (inbox / "link.txt").symlink_to("/etc/hostname")
    _age(inbox / ".hidden.txt")
    assert [file.name for file in arrived(inbox)] == ["binary.txt", "lines.jsonl", "sound.txt"]


def test_a_file_from_the_future_is_read(inbox: Path) -> None:
    _age(inbox / "sound.txt", seconds=3600)  # the clock has been put back since it was written
    assert "sound.txt" in [file.name for file in arrived(inbox)]


def test_a_missing_inbox_is_made(tmp_path: Path) -> None:
    assert arrived(tmp_path / "new" / "inbox") == {}
    assert (tmp_path / "new" / "inbox").is_dir()


@pytest.mark.usefixtures("simple_extractor")
def test_each_file_goes_where_its_outcome_sends_it(inbox: Path, book: Path) -> None:
    files = arrived(inbox)
    run_id = _run(files, book)
    failed = put_away(inbox, files, run_id, book)
    assert {file.name for file in failed} == {"binary.txt", "lines.jsonl"}
    assert _names(inbox / "done" / run_id) == {"sound.txt", "sound.txt.meta.json"}
    assert _names(inbox / "failed" / run_id) == {"binary.txt", "lines.jsonl"}
    assert _names(inbox) == set()


@pytest.mark.usefixtures("simple_extractor")
def test_a_line_with_a_url_of_its_own_is_traced_by_doubt(
    inbox: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLEDGEBOOK_EXTRACTOR", "tests.flows.extractors:Poisoned")
    (inbox / "binary.txt").unlink()
    (inbox / "lines.jsonl").write_text('{"id": "one", "text": "CRASH", "url": "https://example.org/one"}\n')
    _age(inbox / "lines.jsonl")
    files = arrived(inbox)
    failed = put_away(inbox, files, _run(files, book), book)
    assert [file.name for file in failed] == ["lines.jsonl"]


def _zipped(**members: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in members.items():
            archive.writestr(f"{name}.jsonl", text)
    return target.getvalue()


@pytest.mark.usefixtures("simple_extractor")
def test_an_archive_goes_whole_where_its_worst_member_sends_it(tmp_path: Path, book: Path) -> None:
    line = '{"id": "%s", "text": "%s will act.", "url": "https://example.org/%s"}\n'
    good, second = line % ("one", "Alpha", "one"), line % ("two", "Beta", "two")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "sound.zip").write_bytes(_zipped(a=good))
    (inbox / "torn.zip").write_bytes(_zipped(a=second, b='{"id": \n'))
    (inbox / "cut.zip").write_bytes(_zipped(a=line % ("three", "Gamma", "three"))[:-30])
    for file in inbox.iterdir():
        _age(file)
    files = arrived(inbox)
    contents = {file.name: file.read_bytes() for file in files}
    run_id = _run(files, book)
    failed = put_away(inbox, files, run_id, book)
    assert {file.name for file in failed} == {"torn.zip", "cut.zip"}
    assert _names(inbox / "done" / run_id) == {"sound.zip"}
    assert _names(inbox) == set()
    moved = {file.name: file.read_bytes() for file in (inbox / "failed" / run_id).iterdir()}
    assert moved == {name: data for name, data in contents.items() if name != "sound.zip"}
    loaded = query(book, "SELECT source_name FROM documents ORDER BY source_name").rows
    assert loaded == (("one",), ("two",))


@pytest.mark.usefixtures("simple_extractor")
def test_a_file_that_changed_while_it_was_read_stays(inbox: Path, book: Path) -> None:
    files = arrived(inbox)
    run_id = _run(files, book)
    (inbox / "sound.txt").write_text("Omega will act.")
    put_away(inbox, files, run_id, book)
    assert _names(inbox) == {"sound.txt", "sound.txt.meta.json"}


@pytest.mark.usefixtures("simple_extractor")
def test_a_run_that_ended_before_the_move_is_made_good_by_the_next(inbox: Path, book: Path) -> None:
    _run(arrived(inbox), book)  # committed, and then cut off
    files = arrived(inbox)
    run_id = _run(files, book)
    put_away(inbox, files, run_id, book)
    assert _names(inbox / "done" / run_id) == {"sound.txt", "sound.txt.meta.json"}
    assert _names(inbox) == set()
