"""A whole file of every format, with bytes changed, lost or doubled: each ends loaded or set aside.

``PLEDGEBOOK_MUTATIONS`` sets how many are tried for each format (25 where it is not set).
"""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pyarrow
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from flows.ingest import IngestLimits, read_inputs
from models import Document
from tests.ingest import (
    test_archives,
    test_feeds,
    test_html,
    test_mail,
    test_office,
    test_pdf,
    test_web_archives,
)

PROSE = "Norhaven will send twelve ships to the strait before the year is out."
LINES = f'{{"id": "a", "text": "{PROSE}"}}\n{{"id": "b", "text": "{PROSE} {PROSE}"}}\n'.encode()
LIMITS = IngestLimits(document_bytes=2**20, line_bytes=2**16, container_bytes=2**24)


def parquet_table() -> bytes:
    target = io.BytesIO()
    parquet.write_table(pyarrow.table({"id": ["a", "b"], "text": [PROSE, PROSE * 2]}), target)
    return target.getvalue()


def samples() -> Iterator[tuple[str, bytes]]:
    """A small whole file of each format."""
    message = test_mail.message().as_bytes()
    yield "a.txt", f"{PROSE}\n\nKestria said “yes”.".encode()
    yield "a.md", f"---\ntitle: Ships\n---\n# Ships\n\n- {PROSE}\n".encode()
    yield "a.jsonl", LINES
    yield "a.json", b"[" + b",".join(LINES.splitlines()) + b"]"
    yield "a.csv", f'id,text,published\na,"{PROSE}",2024-05-03\nb,{PROSE},\n'.encode()
    yield "a.parquet", parquet_table()
    yield "a.html", test_html.page()
    yield "a.pdf", test_pdf.pdf([(72, 700, PROSE), (72, 688, "Kestria will pay.")])
    yield "a.rss", test_feeds.RSS.encode()
    yield "a.atom", test_feeds.ATOM.encode()
    yield "a.eml", message
    yield "a.mbox", b"From a@b Fri May  3 23:30:00 2024\n" + message + b"\n"
    yield "a.docx", test_office.docx_file()
    yield "a.odt", test_office.odt_file(f"<text:p>{PROSE}</text:p>")
    yield "a.rtf", rb"{\rtf1\ansi{\info{\title Ships}}\b Norhaven\b0  will send \'93ships\'94.\par Yes.}"
    yield (
        "a.warc",
        test_web_archives.warc(("https://a.example/b", "200 OK", "text/html", test_web_archives.PAGE)),
    )
    yield "a.zip", test_archives.zipped({"a.jsonl": LINES, "b/c.txt": PROSE.encode()})
    yield "a.tar", test_archives.tarred({"a.jsonl": LINES, "b/c.txt": PROSE.encode()})
    yield "a.jsonl.gz", gzip.compress(LINES)
    yield "a.jsonl.zst", pyarrow.compress(LINES, codec="zstd", asbytes=True)


SAMPLES = dict(samples())


@st.composite
def mutated(draw: st.DrawFn, data: bytes) -> bytes:
    """``data`` with one to six changes: bytes replaced, a stretch lost or doubled, something put in."""
    changed = bytearray(data)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(changed) - 1)))
        length = draw(st.integers(1, 40))
        match draw(st.sampled_from(["replace", "lose", "double", "insert", "cut"])):
            case "replace":
                new = draw(st.binary(min_size=1, max_size=8))
                changed[at : at + len(new)] = new
            case "lose":
                del changed[at : at + length]
            case "double":
                changed[at:at] = changed[at : at + length] * draw(st.integers(1, 50))
            case "insert":
                changed[at:at] = draw(st.binary(max_size=40))
            case _:
                del changed[at:]
    return bytes(changed)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_whole_file_is_loaded(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(SAMPLES[name])
    found = list(read_inputs([path], LIMITS))
    assert found
    assert all(isinstance(item, Document) for item in found)


@pytest.mark.parametrize("name", SAMPLES)
@settings(
    suppress_health_check=list(HealthCheck),
    max_examples=int(os.environ.get("PLEDGEBOOK_MUTATIONS", "25")),
    deadline=None,
)
@given(data=st.data())
def test_a_changed_file_ends_loaded_or_set_aside(tmp_path: Path, name: str, data: st.DataObject) -> None:
    path = tmp_path / name
    path.write_bytes(data.draw(mutated(SAMPLES[name])))
    found = list(read_inputs([path], LIMITS))
    assert found
    for item in found:
        if isinstance(item, Document):
            assert item.text == item.text.strip()
            assert not any(ord(character) < 32 and character != "\n" for character in item.text)
            assert item.text.encode("utf-8")
