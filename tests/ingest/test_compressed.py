"""Compressed files in, what is inside them out."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow
import pytest

from flows.ingest import IngestLimits, read_inputs
from models import Document, Quarantined

PROSE = "Norhaven will send twelve ships to the strait before the year is out."


def zstd(data: bytes) -> bytes:
    return bytes(pyarrow.compress(data, codec="zstd", asbytes=True))


def read(path: Path, data: bytes, limits: IngestLimits | None = None) -> list[Document | Quarantined]:
    path.write_bytes(data)
    return list(read_inputs([path], limits))


@pytest.mark.parametrize(("suffix", "compress"), [(".gz", gzip.compress), (".zst", zstd), ("", zstd)])
def test_a_compressed_file_is_read_like_the_file_inside(
    tmp_path: Path, suffix: str, compress: Callable[[bytes], bytes]
) -> None:
    content = "".join(json.dumps({"id": name, "text": PROSE}) + "\n" for name in "ab")
    found = read(tmp_path / f"d.jsonl{suffix}", compress(content.encode()))
    assert [item.source_name for item in found] == ["a", "b"]
    assert all(isinstance(item, Document) for item in found)


def test_frames_one_after_another_are_one_file(tmp_path: Path) -> None:
    data = zstd(PROSE[:20].encode()) + zstd(PROSE[20:].encode())
    (found,) = read(tmp_path / "a.txt.zst", data)
    assert isinstance(found, Document)
    assert (found.text, found.source_name) == (PROSE, "a.txt")


def test_a_cut_file_is_unreadable(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "a.txt.zst", zstd(PROSE.encode() * 50)[:-6])
    assert isinstance(found, Quarantined)
    assert found.reason == "unreadable"


def test_compression_inside_compression_stops(tmp_path: Path) -> None:
    data = PROSE.encode()
    for _ in range(3):
        data = gzip.compress(zstd(data))
    (found,) = read(tmp_path / "a.txt.gz", data)
    assert isinstance(found, Quarantined)
    assert found.reason == "unsafe"


def test_lines_that_expand_without_end_are_unsafe(tmp_path: Path) -> None:
    line = b'{"id": "a", "text": "' + b" " * 1_000_000 + b'"}\n'
    found = read(tmp_path / "bomb.jsonl.gz", gzip.compress(line * 40), IngestLimits(container_ratio=100))
    last = found[-1]
    assert isinstance(last, Quarantined)
    assert (last.reason, len(found) < 40) == ("unsafe", True)


def test_all_that_comes_out_is_bounded(tmp_path: Path) -> None:
    (found,) = read(
        tmp_path / "a.txt.gz", gzip.compress(PROSE.encode() * 99), IngestLimits(container_bytes=99)
    )
    assert isinstance(found, Quarantined)
    assert found.reason == "unsafe"
