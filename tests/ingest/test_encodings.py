"""One text in many encodings and states of damage comes out the same, and bytes that are no text do not."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.ingest import read_inputs
from flows.ingest.cleaning import clean
from flows.ingest.encodings import decode
from flows.ingest.source import RefusedError
from models import Document, Quarantined

TEXT = (
    "The ministers – all of them – agreed on “a lasting peace” for the region’s sake.\n\n"
    "Prime Minister José Núñez said that Norhaven would pay €40 million by 2027.\n\n"
    "“We will keep our word,” he told reporters in Elsborg… and left."
)
POLISH = (
    "Łódź i Gdańsk są większe, niż się wydaje. Źródło mówi, że rząd podpisał umowę, która"
    " obejmuje także budowę mostów, dróg i wałów przeciwpowodziowych na wschodzie kraju."
)


def mojibake(text: str, encoding: str) -> str:
    return text.encode("utf-8").decode(encoding, errors="replace")


DAMAGED = {
    "utf-8": TEXT.encode("utf-8"),
    "utf-8 with mark": TEXT.encode("utf-8-sig"),
    "utf-8 with mark and CRLF": TEXT.replace("\n", "\r\n").encode("utf-8-sig"),
    "CR only": TEXT.replace("\n", "\r").encode("utf-8"),
    "line separators": TEXT.replace("\n\n", "\u2029").encode("utf-8"),
    "utf-16 little-endian with mark": TEXT.encode("utf-16"),
    "utf-16 little-endian without mark": TEXT.encode("utf-16-le"),
    "utf-16 big-endian without mark": TEXT.encode("utf-16-be"),
    "utf-32": TEXT.encode("utf-32"),
    "cp1252": TEXT.encode("cp1252"),
    "utf-8 read as cp1252": mojibake(TEXT, "cp1252").encode("utf-8"),
    "utf-8 read as latin-1": mojibake(TEXT, "latin-1").encode("utf-8"),
    "utf-8 with one cp1252 dash": TEXT.encode("utf-8").replace("–".encode(), b"\x96", 1),
    "decomposed letters": unicodedata.normalize("NFD", TEXT).encode("utf-8"),
    "NULs and controls": TEXT.replace(" ", "\0 \x0b\x7f", 3).encode("utf-8"),
    "zero-width and direction marks": TEXT.replace("e", "\u200be\u202e\u2066", 4).encode("utf-8"),
    "soft hyphens and joiners": TEXT.replace("ini", "in\u00adi").replace("eep", "e\u200dep").encode(),
    "no-break spaces": TEXT.replace(" ", "\u00a0", 5).replace(" ", "\u202f", 2).encode("utf-8"),
    "hidden tag characters": (TEXT[:20] + "\U000e0041\U000e0042" + TEXT[20:]).encode("utf-8"),
    "HTML entities": TEXT.replace("“", "&ldquo;").replace("€", "&#8364;").encode("utf-8"),
    "HTML tags": TEXT.replace("agreed", '<b class="x">agreed</b>').encode("utf-8"),
    "wiki links": TEXT.replace("Norhaven", "[[Kingdom of Norhaven|Norhaven]]").encode("utf-8"),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGED)
def test_damaged_text_is_repaired(damage: str, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_bytes(DAMAGED[damage])
    (document,) = read_inputs([tmp_path])
    assert isinstance(document, Document)
    assert document.text == TEXT


def test_brackets_lose_the_backslash_that_markdown_puts_before_them() -> None:
    assert clean(r"\(2\) The \[lessee\] shall pay \\(soon\\).") == "(2) The [lessee] shall pay (soon)."
    assert clean(r"Kept in C:\data \ here.") == r"Kept in C:\data \ here."


def test_text_cut_inside_a_character_loses_that_character_alone() -> None:
    data = TEXT.encode("utf-8")
    assert decode(data[: data.index("”".encode()) + 1]) == TEXT[: TEXT.index("”")]


def test_latin_2_is_not_taken_for_windows_1252() -> None:
    assert decode(POLISH.encode("iso-8859-2")) == POLISH


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_accented_letters_of_western_code_pages(encoding: str) -> None:
    text = "Le président a déclaré à Genève que l'été était « très » chaud. Mañana, señor Müller."
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"\x7fELF\x02\x01\x01" + bytes(64),
        random.Random(5).randbytes(4096),
        b"\x00\x01\x02\x03\x00" * 200,
    ],
    ids=["image", "program", "noise", "controls"],
)
def test_binary_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(data)
    (refused,) = read_inputs([tmp_path])
    assert isinstance(refused, Quarantined)
    assert refused.reason == "binary"
    assert "picture.txt" in refused.detail


def test_a_false_byte_order_mark_is_refused() -> None:
    with pytest.raises(RefusedError) as caught:
        decode(b"\xef\xbb\xbf" + b"\xc0\xff" * 50)
    assert caught.value.reason == "encoding"


@given(st.text())
def test_clean_text_holds_nothing_hidden_and_survives_utf_8(text: str) -> None:
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(
        unicodedata.category(character) in ("Cc", "Cs") for character in cleaned if character != "\n"
    )
    assert not any(0x202A <= ord(character) <= 0x202E for character in cleaned)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned


@given(st.text(st.characters(codec="ascii", exclude_characters="<>&[]'\\\x7f", min_codepoint=32)))
def test_plain_words_survive(text: str) -> None:
    assert clean(text) == text.strip()


@given(st.binary(max_size=400))
def test_any_bytes_decode_or_are_refused_with_a_reason(data: bytes) -> None:
    try:
        assert isinstance(decode(data), str)
    except RefusedError as error:
        assert error.reason in ("binary", "encoding")
