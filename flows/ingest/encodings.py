"""Bytes to text: byte order marks, UTF-8, UTF-16 without a mark, Windows and Latin code pages.

Detection libraries guess cp1250 for English in cp1252, because the two share the quotation marks and
dashes that are the only high bytes there. So cp1252 is tried first and judged by where its symbols
stand; charset-normalizer decides only where cp1252 would put signs such as ± or ¶ inside words.
"""

from __future__ import annotations

import codecs
import re

import ftfy.bad_codecs
from charset_normalizer import from_bytes

from flows.ingest.source import RefusedError

ftfy.bad_codecs.ok()  # registers sloppy-windows-1252, which maps the five bytes cp1252 leaves open

_MARKS = (  # UTF-32 before UTF-16: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_SIGNATURES = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ\x90", b"OggS", b"ID3", b"RIFF", b"\x00asm",
    b"SQLite format 3\x00", b"\xca\xfe\xba\xbe", b"wOFF", b"wOF2", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07",
)  # fmt: skip
# What charset-normalizer may choose from: encodings in use, not the rare ones that it likes to guess.
_OTHER_ENCODINGS = [
    "cp1250", "iso8859_2", "cp1251", "koi8_r", "iso8859_5", "cp1253", "iso8859_7", "cp1254", "cp1255",
    "cp1256", "cp1257", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip
_CONTROL_BYTES = bytes([*range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F])
_MOST_CONTROLS = 0.1  # share of control characters above which bytes are not text
_SAMPLE = 65_536
_HIGH_LETTERS = "À-ÖØ-öø-ÿŒœŠšŽžŸƒ"
_SIGN_IN_WORD = re.compile(
    rf"[A-Za-z{_HIGH_LETTERS}][\x80-\x9f¡-©¬®±-´¶¸-¹¼-¿×÷][a-z{_HIGH_LETTERS}]|[\x81\x8d\x8f\x90\x9d]"
)
_HIGH = re.compile(r"[^\x00-\x7f]")


def decode(data: bytes) -> str:
    """The text that ``data`` encodes.

    Raises RefusedError with reason ``binary`` where it is not text, ``encoding`` where no encoding
    explains it.
    """
    if data.startswith(_BINARY_SIGNATURES):
        raise RefusedError("binary", "not text: it starts like an image, a program or a media file")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding)
    if wide := _unmarked_wide_encoding(data[:_SAMPLE]):
        return data.decode(wide, errors="replace")
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROL_BYTES)) > _MOST_CONTROLS * len(sample):
        raise RefusedError("binary", "not text: more than a tenth of its bytes are control characters")
    return _decode_bytes(data)


def _decode_marked(data: bytes, encoding: str) -> str:
    """Text after a byte order mark; single broken sequences become the replacement character."""
    text = data.decode(encoding, errors="replace")
    if text.count("\ufffd") > max(3, len(text) // 20):
        raise RefusedError("encoding", f"the byte order mark says {encoding}, but the bytes are not")
    return text


def _unmarked_wide_encoding(sample: bytes) -> str | None:
    """UTF-16's byte order where every other byte is mostly NUL, as in Latin text, else None."""
    pairs = len(sample) // 2
    if pairs < 2:
        return None
    nul_first, nul_second = sample[0::2].count(0), sample[1::2].count(0)
    if nul_first > 0.6 * pairs and nul_second < 0.1 * pairs:
        return "utf-16-be"
    if nul_second > 0.6 * pairs and nul_first < 0.1 * pairs:
        return "utf-16-le"
    return None


def _decode_bytes(data: bytes) -> str:
    """UTF-8 where it fits, also cut off at the end or with stray cp1252 bytes, else a code page."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start > 0:
            return data[: error.start].decode("utf-8")
    mixed = data.decode("utf-8", errors="ignore")
    wide = len(_HIGH.findall(mixed))
    broken = len(data) - len(mixed.encode("utf-8"))
    if wide and broken <= wide:
        return data.decode("utf-8", errors=_STRAY_BYTES)
    return _decode_code_page(data)


def _decode_code_page(data: bytes) -> str:
    """Windows-1252 where its signs stand where they may, else what charset-normalizer finds."""
    text = data.decode("sloppy-windows-1252")
    if len(_SIGN_IN_WORD.findall(text)) <= len(_HIGH.findall(text)) // 20:
        return text
    guess = from_bytes(data[:_SAMPLE], cp_isolation=_OTHER_ENCODINGS).best()
    if guess is None:
        raise RefusedError("encoding", "no known encoding explains its bytes")
    return data.decode(guess.encoding, errors="replace")


def _read_stray_byte(error: UnicodeError) -> tuple[str, int]:
    """Decoding error handler: read the offending bytes as Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("sloppy-windows-1252"), error.end


_STRAY_BYTES = "pledgebook.stray-windows-1252"
codecs.register_error(_STRAY_BYTES, _read_stray_byte)
