"""Word processors' files in, documents out."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from flows.ingest import IngestLimits, read_inputs
from models import Document, Quarantined

PROSE = "Norhaven will send twelve ships to the strait before the year is out."
ODT_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def read(path: Path, data: bytes, **limits: int) -> Document | Quarantined:
    path.write_bytes(data)
    (found,) = read_inputs([path], IngestLimits(**limits))
    return found


def document(path: Path, data: bytes) -> Document:
    found = read(path, data)
    assert isinstance(found, Document), found
    return found


def refusal(path: Path, data: bytes, **limits: int) -> Quarantined:
    found = read(path, data, **limits)
    assert isinstance(found, Quarantined), found
    return found


def blocks(found: Document) -> list[tuple[str, str]]:
    return [(block.kind, found.text[block.start_char : block.end_char]) for block in found.blocks]


def docx_file() -> bytes:
    made = docx.Document()
    made.core_properties.title = "Twelve ships"
    made.core_properties.author = "Ada Renfrew"
    made.add_paragraph("Ships", style="Title")
    made.add_heading("Details", 1)
    made.add_paragraph(PROSE)
    made.add_paragraph("Six go north", style="List Bullet")
    made.add_table(1, 2).rows[0].cells[1].text = "Kestria will pay for the grain."
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def rewritten(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """A zip file in which a member's bytes are replaced."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(target, "w") as after:
        for info in before.infolist():
            content = before.read(info)
            after.writestr(info, content.replace(old, new) if info.filename == name else content)
    return target.getvalue()


def odt_file(content: str, meta: str = "") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document {ODT_NAMES}><office:text>{content}</office:text></office:document>",
        )
        archive.writestr("meta.xml", f"<office:meta {ODT_NAMES}>{meta}</office:meta>")
    return target.getvalue()


@pytest.mark.parametrize("name", ["a.docx", "download"])
def test_docx(tmp_path: Path, name: str) -> None:
    found = document(tmp_path / name, docx_file())
    assert blocks(found) == [
        ("title", "Ships"),
        ("heading", "Details"),
        ("prose", PROSE),
        ("list_item", "Six go north"),
        ("prose", "Kestria will pay for the grain."),
    ]
    assert (found.title, found.author, found.published_on) == ("Twelve ships", "Ada Renfrew", None)


def test_docx_without_properties_has_no_title_but_its_own(tmp_path: Path) -> None:
    data = rewritten(docx_file(), "_rels/.rels", b"metadata/core-properties", b"metadata/unknown")
    found = document(tmp_path / "a.docx", data)
    assert (found.title, found.author) == ("Ships", None)


def test_docx_keeps_inserted_and_leaves_deleted_words(tmp_path: Path) -> None:
    changed = (
        b"<w:r><w:t>They </w:t></w:r><w:ins><w:r><w:t>will</w:t></w:r></w:ins>"
        b"<w:del><w:r><w:delText>may</w:delText></w:r></w:del><w:r><w:br/><w:t>sail.</w:t></w:r>"
    )
    old = b"<w:r><w:t>" + PROSE.encode() + b"</w:t></w:r>"
    data = rewritten(docx_file(), "word/document.xml", old, changed)
    assert ("prose", "They will sail.") in blocks(document(tmp_path / "a.docx", data))


def test_docx_that_expands_too_far_or_is_broken(tmp_path: Path) -> None:
    data = rewritten(docx_file(), "word/document.xml", PROSE.encode(), b"x" * 2_000_000)
    assert refusal(tmp_path / "a.docx", data, document_bytes=1_900_000).reason == "too_large"
    assert refusal(tmp_path / "a.docx", docx_file()[:-40]).reason == "unreadable"


def test_odt(tmp_path: Path) -> None:
    content = (
        "<text:h>Details</text:h>"
        "<text:p>Norhaven<text:tab/><text:span>will</text:span><text:line-break/>send ships."
        "<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>"
        "<text:list><text:list-item><text:p>Six go north</text:p></text:list-item></text:list>"
    )
    meta = "<dc:title>Twelve ships</dc:title><dc:creator>Ada Renfrew</dc:creator>"
    found = document(tmp_path / "a.odt", odt_file(content, meta))
    assert blocks(found) == [
        ("heading", "Details"),
        ("prose", "Norhaven will send ships."),
        ("list_item", "Six go north"),
    ]
    assert (found.title, found.author) == ("Twelve ships", "Ada Renfrew")


def test_odt_in_another_language_and_without_text(tmp_path: Path) -> None:
    content = "<text:p>Norhaven will send ships.</text:p>"
    assert (
        refusal(tmp_path / "a.odt", odt_file(content, "<dc:language>pl</dc:language>")).reason == "language"
    )
    assert refusal(tmp_path / "a.odt", odt_file("")).reason == "empty"


def test_rtf(tmp_path: Path) -> None:
    data = (
        rb"{\rtf1\ansi{\fonttbl{\f0 Times;}}{\info{\title Ships}}"
        rb"\b Norhaven\b0  will send \'93twelve\'94 ships, "
        rb"said Jos\u233?.\par\par Kestria will pay.}"
    )
    assert document(tmp_path / "a.rtf", data).text == (
        "Norhaven will send “twelve” ships, said José.\n\nKestria will pay."
    )


def test_rtf_properties(tmp_path: Path) -> None:
    data = (
        rb"{\rtf1\ansi\ansicpg1250{\info{\title {\b Twelve} \'84ships\'94 \{1\}}"
        rb"{\author Jos\u233? Renfrew}{\operator X}}"
        rb"Kestria will pay.{\title Another}}"
    )
    found = document(tmp_path / "a.rtf", data)
    assert (found.title, found.author) == ("Twelve „ships” {1}", "José Renfrew")
    bare = document(tmp_path / "b.rtf", rb"{\rtf1{\info{\title }}Kestria will pay.}")
    assert (bare.title, bare.author) == (None, None)


@pytest.mark.parametrize(
    "declared",
    ['<!ENTITY a "ships "><!ENTITY b "&a;&a;&a;&a;">', '<!ENTITY a SYSTEM "file:///etc/hostname">'],
)
def test_a_part_that_declares_entities_is_refused(tmp_path: Path, declared: str) -> None:
    doctype = f"<!DOCTYPE x [{declared}]>".encode()
    word = rewritten(docx_file(), "word/document.xml", b"<w:document", doctype + b"<w:document")
    found = refusal(tmp_path / "a.docx", word)
    assert (found.reason, "document type" in found.detail) == ("unsafe", True)
    properties = rewritten(docx_file(), "docProps/core.xml", b"<cp:core", doctype + b"<cp:core")
    assert refusal(tmp_path / "b.docx", properties).reason == "unsafe"
    open_document = rewritten(
        odt_file(f"<text:p>{PROSE}</text:p>"),
        "content.xml",
        b"<office:document",
        doctype + b"<office:document",
    )
    assert refusal(tmp_path / "a.odt", open_document).reason == "unsafe"
