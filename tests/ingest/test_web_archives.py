"""WARC files in, the documents that were archived out."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]  # it ships no types
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]  # it ships no types

from flows.ingest import IngestLimits, read_inputs
from models import Document, Quarantined

PAGE = (
    b"<html><head><title>Ships</title></head><body><article><p>Norhaven will send twelve ships to the strait "
    b"before the year is out, its minister said.</p></article></body></html>"
)


def warc(
    *pages: tuple[str, str, str, bytes], packed: bool = False, more: tuple[str, str] | None = None
) -> bytes:
    """A WARC file of responses: address, status, media type and body each."""
    target = io.BytesIO()
    writer = WARCWriter(target, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "none"}))
    for url, status, kind, body in pages:
        headers = [("Content-Type", kind), *([more] if more else [])]
        http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(body), http_headers=http))
    return target.getvalue()


def read(path: Path, data: bytes, **limits: int) -> list[Document | Quarantined]:
    path.write_bytes(data)
    return list(read_inputs([path], IngestLimits(**limits)))


@pytest.mark.parametrize("packed", [False, True])
def test_pages_alone_are_documents(tmp_path: Path, packed: bool) -> None:
    data = warc(
        ("https://courier.example/news/ships", "200 OK", "text/html; charset=utf-8", PAGE),
        ("https://courier.example/old", "404 Not Found", "text/html", PAGE),
        ("https://courier.example/style.css", "200 OK", "text/css", b"p { color: red }"),
        ("https://courier.example/", "200 OK", "text/plain", b"Kestria will pay."),
        packed=packed,
    )
    page, text = read(tmp_path / ("a.warc.gz" if packed else "a.warc"), data)
    assert isinstance(page, Document)
    assert isinstance(text, Document)
    assert (page.source_name, page.uri, page.title) == (
        "ships",
        "https://courier.example/news/ships",
        "Ships",
    )
    assert page.text.startswith("Norhaven will send twelve ships")
    assert (text.source_name, text.text) == ("courier.example", "Kestria will pay.")


def test_compressed_bodies_and_broken_ones(tmp_path: Path) -> None:
    encoded = ("Content-Encoding", "gzip")
    packed = gzip.compress(PAGE)
    (found,) = read(
        tmp_path / "a.warc", warc(("https://a.example/b", "200 OK", "text/html", packed), more=encoded)
    )
    assert isinstance(found, Document)
    assert found.text.startswith("Norhaven")


def test_a_body_too_large(tmp_path: Path) -> None:
    data = warc(
        ("https://a.example/1", "200 OK", "text/plain", b"Kestria will pay. " * 400),
        ("https://a.example/2", "200 OK", "text/plain", b"Kestria will pay."),
    )
    large, small = read(tmp_path / "a.warc", data, document_bytes=1000)
    assert isinstance(large, Quarantined)
    assert (large.reason, large.uri) == ("too_large", "https://a.example/1")
    assert isinstance(small, Document)


def test_headers_without_end(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "a.warc", b"WARC/1.0\r\nX: " + b"x" * 3_000_000, metadata_bytes=100_000)
    assert isinstance(found, Quarantined)
    assert found.reason == "too_large"


def test_no_record_with_a_document(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "a.warc", warc())
    assert isinstance(found, Quarantined)
    assert found.reason == "empty"


def test_a_broken_archive_is_read_without_a_word_on_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.warc"
    whole = warc(("https://a.example/b", "200 OK", "text/html", PAGE))
    path.write_bytes(whole.replace(b"twelve", b"twenty-two"))
    assert list(read_inputs([path]))
    assert capsys.readouterr().err == ""
