"""Folders and patterns in, their files and nothing else out, whatever lies or happens in them."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from flows.ingest import read_inputs
from models import Document, Quarantined

PROSE = "Norhaven will send twelve ships to the strait before the year is out."
NOBODY = 65534


def write(path: Path, text: str = PROSE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def outcomes(*inputs: Path) -> dict[str, str]:
    return {
        item.source_name: item.reason if isinstance(item, Quarantined) else "loaded"
        for item in read_inputs(inputs)
    }


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """As a user whom locked files and folders keep out, which root is not."""
    if os.geteuid() != 0:
        yield
        return
    for above in folder.parents:
        if above.stat().st_uid == 0 and not above.stat().st_mode & 0o077:  # pytest keeps its folders to root
            above.chmod(0o711)
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        if not os.access(folder, os.R_OK, effective_ids=True):
            pytest.skip("the tests' folder can't be reached by another user")
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


def test_locked_files_and_folders_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    list(read_inputs([write(tmp_path / "first" / "a.txt")]))  # so that every module is loaded
    folder = tmp_path / "in"
    for locked, mode in (("file.txt", 0), ("folder", 0), ("listed", 0o644)):
        path = folder / locked
        write(path if path.suffix else path / f"in {locked}.txt")
        path.chmod(mode)
    write(folder / "z.txt")
    folder.chmod(0o755)
    try:
        with as_nobody(folder):
            whole, by_pattern = outcomes(folder), outcomes(folder / "**" / "*.txt")
    finally:
        for path in (folder / "folder", folder / "listed"):
            path.chmod(0o755)
    assert whole == {
        "file.txt": "unreadable",
        "folder": "unreadable",
        "in listed.txt": "unreadable",
        "z.txt": "loaded",
    }
    assert by_pattern == whole


def test_what_vanishes_while_a_folder_is_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b/c.txt", "d.txt", "e.txt"):
        write(tmp_path / name, f"{PROSE} {name}.")
    found = read_inputs([tmp_path])
    assert isinstance(next(found), Document)
    shutil.rmtree(tmp_path / "b")
    (tmp_path / "d.txt").unlink()
    rest = {item.source_name: item for item in found}
    assert isinstance(rest.pop("e.txt"), Document)
    assert {
        name: (item.reason, item.detail) for name, item in rest.items() if isinstance(item, Quarantined)
    } == {name: ("unreadable", f"no such file: {tmp_path / name}") for name in ("b", "d.txt")}


def test_a_file_that_grows_while_it_is_read_ends_where_it_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    line = '{{"id": "{}", "text": "' + PROSE + '"}}\n'
    path.write_text(line.format("first"))
    found = read_inputs([path])
    names = [next(found).source_name]
    with path.open("a") as stream:
        stream.write(line.format("second"))
    names += [item.source_name for item in found]
    assert names == ["first", "second"]


def test_a_file_that_shrinks_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(f'{{"id": "{number}", "text": "{PROSE} {number}."}}\n' for number in range(5000)))
    found = read_inputs([path])
    assert isinstance(next(found), Document)
    os.truncate(path, 20)
    assert sum(1 for _ in found) < 4999


def test_links_that_lead_nowhere_in_a_circle_or_out(tmp_path: Path) -> None:
    write(tmp_path / "outside" / "secret.txt")
    folder = tmp_path / "in"
    write(folder / "a.txt")
    targets: dict[str, str | Path] = {
        "again.txt": "a.txt",
        "circle": ".",
        "dangling.txt": "nowhere.txt",
        "out": tmp_path / "outside",
        "out.txt": tmp_path / "outside" / "secret.txt",
        "self.txt": "self.txt",
    }
    for name, target in targets.items():
        (folder / name).symlink_to(target)
    assert outcomes(folder) == {
        "a.txt": "loaded",
        "again.txt": "loaded",
        "circle": "unsupported",
        "dangling.txt": "unreadable",
        "out": "unsafe",
        "out.txt": "unsafe",
        "self.txt": "unreadable",
    }


def test_a_pattern_enters_no_folder_behind_a_link(tmp_path: Path) -> None:
    write(tmp_path / "outside" / "secret.txt")
    folder = tmp_path / "in"
    write(folder / "sub" / "a.txt")
    for name in ("one", "two"):  # through which a path can lead on without end
        (folder / name).symlink_to(folder)
    (folder / "out").symlink_to(tmp_path / "outside")
    assert outcomes(folder / "**" / "*.txt") == {"a.txt": "loaded"}
    assert outcomes(folder / "*" / "s*.txt") == {"s*.txt": "unreadable"}


def test_a_sidecar_that_leads_out(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret.json", '{"title": "Secret"}')
    path = write(tmp_path / "in" / "a.txt")
    path.with_name("a.txt.meta.json").symlink_to(secret)
    (found,) = read_inputs([path])
    assert isinstance(found, Quarantined)
    assert (found.reason, "a.txt.meta.json" in found.detail) == ("unsafe", True)


@pytest.mark.parametrize("kind", ["pipe", "socket"])
def test_pipes_and_sockets_are_not_opened(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    if kind == "pipe":
        os.mkfifo("a.txt")
    else:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind("a.txt")
    write(tmp_path / "b.txt")
    assert outcomes(tmp_path) == {"a.txt": "unsupported", "b.txt": "loaded"}


def test_how_far_a_pattern_reaches(tmp_path: Path) -> None:
    for name in ("a.txt", "x/b.txt", "x/y/c.txt", "z/y/d.txt", "x/.hidden/e.txt"):
        write(tmp_path / name, f"{PROSE} {name}.")
    assert list(outcomes(tmp_path / "*.txt")) == ["a.txt"]
    assert list(outcomes(tmp_path / "[xz]" / "*.txt")) == ["b.txt"]
    assert list(outcomes(tmp_path / "x" / "**")) == ["b.txt", "c.txt"]
    assert list(outcomes(tmp_path / "**" / "y" / "*")) == ["c.txt", "d.txt"]
    assert list(outcomes(tmp_path / "*" / "**" / "?.txt")) == ["b.txt", "c.txt", "d.txt"]
