"""PDF files in, documents out; the files are drawn here, line by line."""

from __future__ import annotations

from pathlib import Path

from flows.ingest import read_inputs
from models import Document, Quarantined

Placed = tuple[int, int, str]  # x and y in points from the lower left corner, and the words


def pdf(*pages: list[Placed]) -> bytes:
    """A PDF with one font and the given lines on each page."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        drawn = "".join(f"BT /F1 10 Tf {x} {y} Td ({words}) Tj ET\n" for x, y, words in lines)
        resources = "/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 595 842]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {resources} /Contents {5 + 2 * number} 0 R >>")
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
    body = "".join(f"{number} 0 obj\n{item}\nendobj\n" for number, item in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer << /Root 1 0 R /Size {len(objects) + 1} >>\n%%EOF".encode("latin-1")


def paragraphs(path: Path, data: bytes) -> list[str]:
    path.write_bytes(data)
    (found,) = read_inputs([path])
    assert isinstance(found, Document), found
    return found.text.split("\n\n")


def refusal(path: Path, data: bytes) -> Quarantined:
    path.write_bytes(data)
    (found,) = read_inputs([path])
    assert isinstance(found, Quarantined), found
    return found


def test_lines_are_joined_and_hyphenation_is_mended(tmp_path: Path) -> None:
    lines: list[Placed] = [
        (72, 700, "Norhaven will send twelve ships to the strait, and its govern-"),
        (72, 688, "ment will pay for the grain that they carry to the coast."),
        (72, 660, "Kestria has promised to open its harbours for the crews."),
    ]
    assert paragraphs(tmp_path / "a.pdf", pdf(lines)) == [
        "Norhaven will send twelve ships to the strait, and its government will pay for the grain that"
        " they carry to the coast.",
        "Kestria has promised to open its harbours for the crews.",
    ]


def test_running_heads_and_page_numbers_go_and_a_sentence_crosses_pages(tmp_path: Path) -> None:
    def page(number: int, words: str) -> list[Placed]:
        return [(72, 800, f"Gazette of Norhaven, No. {number}"), (72, 700, words), (290, 40, f"- {number} -")]

    data = pdf(
        page(1, "The ministers met in Port Sable for three days and agreed to share"),
        page(2, "their satellite data with the coast guards of the two neighbouring"),
        page(3, "states before the autumn storms begin."),
    )
    assert paragraphs(tmp_path / "a.pdf", data) == [
        "The ministers met in Port Sable for three days and agreed to share their satellite data with the"
        " coast guards of the two neighbouring states before the autumn storms begin."
    ]


def test_double_spacing_does_not_part_a_sentence(tmp_path: Path) -> None:
    lines: list[Placed] = [
        (72, 700, "Norhaven will send twelve ships to"),
        (72, 670, "the strait before winter."),
    ]
    assert paragraphs(tmp_path / "a.pdf", pdf(lines)) == [
        "Norhaven will send twelve ships to the strait before winter."
    ]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left: list[Placed] = [(50, 700, "Norhaven will send twelve"), (50, 688, "ships to the strait and")]
    right: list[Placed] = [(320, 700, "Kestria will open its"), (320, 688, "harbours for the crews.")]
    assert paragraphs(tmp_path / "a.pdf", pdf(left + right)) == [
        "Norhaven will send twelve ships to the strait and Kestria will open its harbours for the crews."
    ]


def test_a_scan_has_no_text_layer(tmp_path: Path) -> None:
    assert refusal(tmp_path / "scan.pdf", pdf([], [])).reason == "no_text_layer"


def test_a_broken_pdf_is_unreadable(tmp_path: Path) -> None:
    refused = refusal(tmp_path / "broken.pdf", b"%PDF-1.7\nnothing else")
    assert refused.reason == "unreadable"
    assert "broken.pdf" in refused.detail
