"""Inputs that would fill the memory or fool the eye: read within bounds, or set aside."""

from __future__ import annotations

import json
import os
import tarfile
import tracemalloc
from pathlib import Path

import pytest

from flows.ingest import IngestLimits, read_inputs
from models import Document, Quarantined

PROSE = "Norhaven will send twelve ships to the strait before the year is out."
GIGABYTE = 2**30


@pytest.fixture(scope="module", autouse=True)
def libraries_loaded(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Read one document before memory is measured, so that models of languages are not counted."""
    path = tmp_path_factory.mktemp("first") / "a.txt"
    path.write_text("Wird es heute in den Bergen regnen, oder bleibt es trocken? Das fragen sich viele.")
    assert list(read_inputs([path]))


class Peak:
    """The most memory, in bytes, that Python's objects took while a block ran."""

    bytes = 0

    def __enter__(self) -> Peak:
        tracemalloc.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.bytes = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()


def with_hole(path: Path, before: bytes, hole: int, after: bytes) -> Path:
    """A file with ``hole`` bytes of NUL, which take no room on the disk."""
    with path.open("wb") as stream:
        stream.write(before)
        stream.seek(hole, os.SEEK_CUR)
        stream.write(after)
    return path


def reasons(found: list[Document | Quarantined]) -> list[str]:
    return [item.reason if isinstance(item, Quarantined) else "loaded" for item in found]


@pytest.mark.parametrize(
    ("name", "length", "before", "after"),
    [
        ("a.jsonl", GIGABYTE // 4, b"", json.dumps({"id": "a", "text": PROSE}).encode()),
        ("a.csv", GIGABYTE // 16, b"id,text\na,", f"b,{PROSE}".encode()),
    ],
)
def test_a_line_far_too_long_is_passed_over(
    tmp_path: Path, name: str, length: int, before: bytes, after: bytes
) -> None:
    path = with_hole(tmp_path / name, before, length, b"\n" + after)
    with Peak() as peak:
        found = list(read_inputs([path], IngestLimits(line_bytes=2**20)))
    assert reasons(found) == ["too_large", "loaded"]
    assert peak.bytes < 20 * 2**20


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.eml", "a.pdf", "a.docx"])
def test_a_file_of_gigabytes_is_not_read_whole(tmp_path: Path, name: str) -> None:
    path = with_hole(tmp_path / name, b"%PDF-" if name == "a.pdf" else PROSE.encode(), 4 * GIGABYTE, b"\n")
    with Peak() as peak:
        found = list(read_inputs([path], IngestLimits(document_bytes=2**20)))
    assert reasons(found) == ["too_large"]
    assert peak.bytes < 20 * 2**20


def test_a_message_far_too_large_in_a_mailbox(tmp_path: Path) -> None:
    start = b"From a@b Fri May  3 23:30:00 2024\nSubject: x\n\n"
    path = with_hole(tmp_path / "a.mbox", start, GIGABYTE // 16, b"\n\n" + start + PROSE.encode())
    with Peak() as peak:
        found = list(read_inputs([path], IngestLimits(document_bytes=2**20)))
    assert reasons(found) == ["too_large", "loaded"]
    assert peak.bytes < 20 * 2**20


def test_very_many_files_are_held_by_name_alone(tmp_path: Path) -> None:
    for number in range(1000):
        (tmp_path / f"{number:04}.txt").write_text(f"{PROSE} {number}.")
    found = read_inputs([tmp_path])
    with Peak() as peak:
        count = sum(1 for _ in found)
    assert count == 1000
    assert peak.bytes < 2 * 2**20  # a thousand documents would take more


def test_more_members_than_allowed_are_not_even_listed(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(tarfile.TarInfo("a.txt").tobuf() * 30_000)
    with Peak() as peak:
        found = list(read_inputs([path], IngestLimits(container_members=5000)))
    assert reasons(found) == ["unsafe"]
    assert peak.bytes < 20 * 2**20


def test_more_paragraphs_than_a_text_may_have(tmp_path: Path) -> None:
    for name, between in (("a.txt", "\n"), ("a.md", "\n\n")):
        path = tmp_path / name
        path.write_text(between.join(["Yes."] * 30))
        assert reasons(list(read_inputs([path], IngestLimits(text_paragraphs=29)))) == ["too_large"]
        assert reasons(list(read_inputs([path], IngestLimits(text_paragraphs=30)))) == ["loaded"]


def test_markdown_is_measured_before_it_is_parsed(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("[ships](https://example.org/" + "a" * 5000 + ")")
    assert reasons(list(read_inputs([path], IngestLimits(text_characters=4000)))) == ["too_large"]


def test_parts_that_lie_in_one_another_too_deeply(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    part = "From: a@b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b{0}\n\n--b{0}\n"
    path.write_text("".join(part.format(number) for number in range(2000)))
    (found,) = read_inputs([path])
    assert isinstance(found, Quarantined)
    assert (found.reason, "too deeply" in found.detail) == ("unsafe", True)


def test_runs_of_spaces_and_of_marks_take_no_more_time_than_their_length(tmp_path: Path) -> None:
    spaces, marks = (
        " " * 200_000,
        "\u0301\u0323" * 200_000,
    )  # by the square of it, this would take many minutes
    (tmp_path / "a.txt").write_text(f"{PROSE}{spaces}{PROSE} e{marks}")
    (found,) = read_inputs([tmp_path / "a.txt"])
    assert isinstance(found, Document)
    assert found.text.startswith(f"{PROSE}{spaces}{PROSE}")
    assert found.n_chars < 2 * len(PROSE) + len(spaces) + 40


def test_hidden_characters_go_from_text_and_metadata(tmp_path: Path) -> None:
    record = {
        "id": "a\x00\u202eb",
        "title": "Ships\u202e\x00\nsail",
        "publisher": "\u2066\x07",
        "text": f"\x00{PROSE}\u202e\u2066 Kestria\x08 too.\u2069",
    }
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(record))
    (found,) = read_inputs([path])
    assert isinstance(found, Document)
    assert (found.source_name, found.title, found.publisher) == ("ab", "Ships sail", None)
    assert found.text == f"{PROSE} Kestria too."


def test_a_file_of_nul_bytes_is_no_text(tmp_path: Path) -> None:
    found = list(read_inputs([with_hole(tmp_path / "a.txt", b"", 5000, b"x")]))
    assert reasons(found) == ["binary"]


@pytest.mark.parametrize(("content", "reason"), [(PROSE.encode(), "loaded"), (b"", "empty")])
def test_names_that_are_no_utf_8_and_names_that_turn_the_line(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    for name in (b"a\xff.txt", "b\u202etxt.exe\n.txt".encode()):
        (tmp_path / os.fsdecode(name)).write_bytes(content)
    found = list(read_inputs([tmp_path]))
    assert reasons(found) == [reason, reason]
    assert [item.source_name for item in found] == ["a\\udcff.txt", "btxt.exe .txt"]
    for item in found:
        assert item.model_dump_json().encode("utf-8")
