"""Archives in, the documents of their members out, and nothing that is unsafe."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.ingest import IngestLimits, read_inputs
from models import Document, Quarantined

PROSE = "Norhaven will send twelve ships to the strait before the year is out."
Files = dict[str, bytes]


def zipped(files: Files) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def tarred(files: Files) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return target.getvalue()


def tar_gz(files: Files) -> bytes:
    return gzip.compress(tarred(files))


def read(path: Path, data: bytes, **limits: int) -> list[Document | Quarantined]:
    path.write_bytes(data)
    return list(read_inputs([path], IngestLimits(**limits)))


def reasons(found: list[Document | Quarantined]) -> dict[str, str]:
    return {item.source_name: item.reason for item in found if isinstance(item, Quarantined)}


each_kind = pytest.mark.parametrize(
    ("name", "pack"), [("a.zip", zipped), ("a.tar", tarred), ("a.tgz", tar_gz)]
)
Pack = Callable[[Files], bytes]


@each_kind
def test_members_are_read_like_files(tmp_path: Path, name: str, pack: Pack) -> None:
    record = json.dumps({"id": "line", "text": PROSE + " Twice."}).encode()
    data = pack(
        {
            "z/b.txt": PROSE.encode(),
            "z/b.txt.meta.json": b'{"title": "Ships"}',
            "a.jsonl.gz": gzip.compress(record),
            "z/.hidden": b"x",
            "__MACOSX/b.txt": b"x",
            "reference/states.csv": b"x",
        }
    )
    line, text = read(tmp_path / name, data)
    assert isinstance(line, Document)
    assert isinstance(text, Document)
    assert (line.source_name, text.source_name, text.title, text.text) == ("line", "b.txt", "Ships", PROSE)
    assert text.uri == (tmp_path / name).as_uri() + "!/z/b.txt"


@each_kind
def test_the_order_of_members_does_not_matter(tmp_path: Path, name: str, pack: Pack) -> None:
    files = {f"{letter}.txt": f"{PROSE} {letter}.".encode() for letter in "cab"}
    found = read(tmp_path / name, pack(files))
    assert found == read(tmp_path / name, pack(dict(sorted(files.items()))))
    assert [item.source_name for item in found] == ["a.txt", "b.txt", "c.txt"]


def test_archives_in_archives(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "a.zip", zipped({"b.tar.gz": tar_gz({"c.txt": PROSE.encode()})}))
    assert isinstance(found, Document)
    assert found.uri.endswith("a.zip!/b.tar.gz!/c.txt")
    data = PROSE.encode()
    for _ in range(5):
        data = zipped({"inner.zip": data})
    assert reasons(read(tmp_path / "deep.zip", data)) == {"inner.zip": "unsafe"}


@each_kind
@pytest.mark.parametrize("path", ["../up.txt", "a/../../up.txt", "/up.txt", "C:up.txt", "..\\up.txt"])
def test_paths_that_lead_out_are_refused(tmp_path: Path, name: str, pack: Pack, path: str) -> None:
    found = read(tmp_path / name, pack({path: PROSE.encode(), "good.txt": PROSE.encode()}))
    assert list(reasons(found).values()) == ["unsafe"]
    assert [item.source_name for item in found if isinstance(item, Document)] == ["good.txt"]


def test_links_and_devices_are_refused(tmp_path: Path) -> None:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for name, kind in (("soft", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE), ("null", tarfile.CHRTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    found = read(tmp_path / "a.tar", target.getvalue())
    assert reasons(found) == {"soft": "unsafe", "hard": "unsafe", "null": "unsafe"}
    link = zipfile.ZipInfo("soft.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as zip_archive:
        zip_archive.writestr(link, "/etc/passwd")
    assert reasons(list(read_inputs([tmp_path / "a.zip"]))) == {"soft.txt": "unsafe"}


@each_kind
def test_too_many_members(tmp_path: Path, name: str, pack: Pack) -> None:
    data = pack({f"{number}.txt": b"x" for number in range(12)})
    assert reasons(read(tmp_path / name, data, container_members=10)) == {
        name.replace(".tgz", ".tar"): "unsafe"
    }


def test_members_of_nested_archives_add_up(tmp_path: Path) -> None:
    inner = zipped({f"{number}.txt": f"{PROSE} {number}.".encode() for number in range(6)})
    found = read(tmp_path / "a.zip", zipped({"b.zip": inner, "c.zip": inner}), container_members=10)
    assert reasons(found)["c.zip"] == "unsafe"
    assert sum(isinstance(item, Document) for item in found) == 6


def test_a_bomb_is_left_when_its_allowance_is_spent(tmp_path: Path) -> None:
    line = b'{"id": "a", "text": "' + b" " * 1_000_000 + b'"}\n'
    inner = zipped({"bomb.jsonl": line * 30})
    found = read(tmp_path / "a.zip", zipped({f"{number}.zip": inner for number in range(50)}))
    assert reasons(found)["a.zip"] == "unsafe"
    assert len(found) < 100


def test_a_directory_that_claims_to_be_huge_is_not_read(tmp_path: Path) -> None:
    data = zipped({f"{'x' * 60_000}{number}": b"" for number in range(300)})
    assert reasons(read(tmp_path / "a.zip", data)) == {"a.zip": "unsafe"}


def test_broken_encrypted_and_empty_archives(tmp_path: Path) -> None:
    data = zipped({"a.txt": PROSE.encode()})
    encrypted = bytearray(data)
    encrypted[data.index(b"PK\x01\x02") + 8] |= 1
    assert reasons(read(tmp_path / "a.zip", bytes(encrypted))) == {"a.txt": "unreadable"}
    assert reasons(read(tmp_path / "a.zip", data[:-30])) == {"a.zip": "unreadable"}
    assert reasons(read(tmp_path / "a.zip", zipped({}))) == {"a.zip": "empty"}
    assert reasons(read(tmp_path / "a.zip", zipped({"[Content_Types].xml": b"<x/>"}))) == {
        "a.zip": "unsupported"
    }
    cut = tarred({"a.txt": PROSE.encode(), "b.txt": PROSE.encode() * 99})[:2000]
    found = read(tmp_path / "a.tar", cut)
    assert isinstance(found[0], Document)
    assert "unreadable" in reasons(found).values()


def test_a_member_that_does_not_match_its_checksum_is_unreadable(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": PROSE.encode()}))
    at = data.index(b"PK\x01\x02") + 16
    data[at : at + 4] = b"\0\0\0\0"
    assert reasons(read(tmp_path / "a.zip", bytes(data))) == {"a.txt": "unreadable"}


def with_headers(*pairs: tuple[str, str]) -> bytes:
    """A tar's extended headers, which describe the member that follows."""
    info = tarfile.TarInfo("a.txt")
    info.pax_headers = dict(pairs)
    return info.tobuf(tarfile.PAX_FORMAT)[:-512]


def test_a_member_with_holes_is_not_filled(tmp_path: Path) -> None:
    headers = with_headers(
        ("GNU.sparse.major", "1"), ("GNU.sparse.minor", "0"), ("GNU.sparse.realsize", str(2**45))
    )
    held = b"1\n0\n512\n".ljust(512, b"\0") + PROSE.encode().ljust(512)
    info = tarfile.TarInfo("holes.txt")
    info.size = len(held)
    found = read(tmp_path / "a.tar", headers + info.tobuf() + held + tarred({"b.txt": PROSE.encode()}))
    assert reasons(found) == {"holes.txt": "unsupported"}
    assert [item.source_name for item in found if isinstance(item, Document)] == ["b.txt"]


def test_a_map_of_holes_that_fills_the_memory_is_not_read(tmp_path: Path) -> None:
    headers = with_headers(("GNU.sparse.major", "1"), ("GNU.sparse.minor", "0"))
    held = b"600000\n" + b"0\n0\n" * 600_000
    info = tarfile.TarInfo("holes.txt")
    info.size = len(held)
    padded = held.ljust(-(-len(held) // 512) * 512, b"\0")
    found = read(tmp_path / "a.tar", headers + info.tobuf() + padded + bytes(1024))
    assert reasons(found) == {"a.tar": "unsafe"}


@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME])
def test_headers_that_claim_gigabytes_are_not_read(tmp_path: Path, kind: bytes) -> None:
    info = tarfile.TarInfo("a.txt")
    info.type, info.size = kind, 2**33
    path = tmp_path / "a.tar"
    with path.open("wb") as stream:
        stream.write(info.tobuf(tarfile.GNU_FORMAT))
        stream.truncate(2**33 + 2048)  # takes no room on the disk
    assert reasons(list(read_inputs([path]))) == {"a.tar": "unsafe"}


def test_names_that_fill_the_memory(tmp_path: Path) -> None:
    data = tarred({"x" * 900_000 + str(number): b"" for number in range(19)})
    assert reasons(read(tmp_path / "a.tar", data)) == {"a.tar": "unsafe"}


def test_a_size_that_no_file_has(tmp_path: Path) -> None:
    data = with_headers(("size", str(2**62))) + tarfile.TarInfo("a.txt").tobuf() + bytes(1024)
    assert set(reasons(read(tmp_path / "a.tar", data)).values()) == {"unreadable"}


def test_compression_and_archives_by_turns(tmp_path: Path) -> None:
    data, name = PROSE.encode(), "a.txt"
    for number in range(10):
        data = zipped({name: data}) if number % 2 else gzip.compress(data)
        name = f"{number}.zip" if number % 2 else f"{name}.gz"
    (found,) = read(tmp_path / name, data)
    assert isinstance(found, Quarantined)
    assert (found.reason, "more than 3 containers" in found.detail) == ("unsafe", True)
