"""Text to clean text, before any offset is taken: the result is what evidence indexes."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby

import ftfy
from ftfy.badness import is_bad

_NEWLINES = re.compile(r"\r\n?|[\x0c\x1c-\x1e\x85\u2028]")
_SEPARATORS = re.compile(r" ?[\x0b\x1f] ?")  # control characters that stand for a space
_SPACES = dict.fromkeys(
    [0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000], " "
)
_HYPHENS = {0x2010: "-", 0x2011: "-"}
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_INVISIBLE = dict.fromkeys(
    [
        *range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0),  # controls but tab and newline
        0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F),  # soft hyphen, direction marks
        *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080),  # joiners, tags
        *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF,  # surrogates, non-characters
    ]
)  # fmt: skip
_REPLACED: dict[int, str | None] = {**_INVISIBLE, **_SPACES, **_HYPHENS, **_LIGATURES}
_HIDDEN = {code: " " if chr(code).isspace() else None for code in _INVISIBLE}


def _one_of(codes: Iterable[int]) -> str:
    """A pattern of any of the characters: in ranges, as ``re`` tries single ones beyond U+FFFF one by one."""
    runs = groupby(enumerate(sorted(codes)), key=lambda pair: pair[1] - pair[0])
    ends = [(run[0][1], run[-1][1]) for run in (list(pairs) for _, pairs in runs)]
    return "[" + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ends) + "]"


_TO_REPLACE = re.compile(_one_of(_REPLACED))
# A run of marks on one letter that no script writes, and that takes the square of its length to compose.
_FIRST_MARK = 0x300
_MARK = _one_of(code for code in range(_FIRST_MARK, 0x1F000) if unicodedata.combining(chr(code)))
_MOST_MARKS = 30  # as in Unicode's stream-safe text
_TOO_MANY_MARKS = re.compile(f"(?<={_MARK}{{{_MOST_MARKS}}}){_MARK}++")
# What every run of too many marks is, and hardly any English text has: much cheaper to look for
_FOREIGN = f"[^\\0-\\u{_FIRST_MARK - 1:04x}]"
_MANY_FOREIGN = re.compile(f"{_FOREIGN}{_FOREIGN}{{{_MOST_MARKS}}}")
_JOINER_AFTER_ASCII = re.compile(r"(?<=[\x00-\x7f])[\u200c\u200d]")
_MOJIBAKE_SIGNS = re.compile(r"[ÂÃâîïðÅÄ\x80-\x9f]")
_LOST_QUOTE = "â€\ufffd"  # ” read as cp1252, whose last byte that code page leaves undefined
_ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|list|ol|p|q|ref|"
    r"s|small|span|strike|strong|sub|sup|table|tbody|td|th|tr|tt|u|ul)(?:\s[^<>\n]{0,5000})?\s*/?>",
    re.IGNORECASE,
)
_ITEM_TAG = re.compile(r"<li(?:\s[^<>\n]{0,5000})?>\s*", re.IGNORECASE)
_BREAKING_TAG = re.compile(r"</?(?:br|p|div|h[1-6]|li|list|ul|ol|tr|table|blockquote|hr)\b", re.IGNORECASE)
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|\n]{1,200}\|)?([^\[\]|\n]{1,200})\]\]")
_WIKI_QUOTES = re.compile(r"'{2,5}(?=\S)([^'\n]{1,300})'{2,5}")
_ESCAPED_BRACKET = re.compile(r"(?<!\\)\\++([()\[\]])")  # "\(2\)" of Markdown
_TRAILING_SPACE = re.compile(r"(?<! ) ++(?=\n|$)")  # tries a run of spaces once, not from each of its spaces
_MANY_BLANK_LINES = re.compile(r"\n{3,}")


def clean(text: str) -> str:
    """``text`` with repaired encoding, one kind of newline and space, composed letters, nothing hidden.

    Mojibake is repaired, control, zero-width and direction characters removed, left-over HTML
    entities, tags and wiki links reduced to their words, an item of a list behind a bullet, brackets without
    the backslash before them. Leading and trailing blank lines go.
    """
    text = _repair_mojibake(_NEWLINES.sub("\n", text).replace("\u2029", "\n\n"))
    text = _strip_markup(_SEPARATORS.sub(" ", text))
    if not text.isascii() or _TO_REPLACE.search(text):
        text = _replace_characters(text)
    text = _TRAILING_SPACE.sub("", text)
    return _MANY_BLANK_LINES.sub("\n\n", text).strip()


def clean_line(text: str) -> str:
    """A name, title or message on one line: nothing hidden, no controls, and nothing UTF-8 cannot hold.

    Half of a surrogate pair, as in the name of a file that is not UTF-8, is written out (``\\udcff``).
    """
    whole = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return " ".join(whole.translate(_HIDDEN).split())


def _replace_characters(text: str) -> str:
    """Text in composed letters, without hidden characters and with plain spaces and hyphens."""
    text = text.replace("\xa0", " ")  # by far the most frequent, and translating is slow
    if _TO_REPLACE.search(text):
        text = text.translate(_REPLACED)
    if "\u200c" in text or "\u200d" in text:
        text = _JOINER_AFTER_ASCII.sub("", text)
    if _MANY_FOREIGN.search(text):
        text = _TOO_MANY_MARKS.sub("", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _repair_mojibake(text: str) -> str:
    """Lines that were decoded by the wrong code page, once or twice, put right.

    The search for the few letters that such lines begin with is much cheaper than ftfy's own test.
    """
    if text.isascii() or not _MOJIBAKE_SIGNS.search(text):
        return text
    text = text.replace(_LOST_QUOTE, "”")
    lines = text.split("\n")
    return "\n".join(ftfy.fix_encoding(line) if is_bad(line) else line for line in lines)


def _strip_markup(text: str) -> str:
    """Text without the tags, entities, wiki links and escapes that a copy from a page leaves behind."""
    if "<" in text:
        text = _ITEM_TAG.sub("\n• ", text)
        text = _TAG.sub(lambda tag: "\n" if _BREAKING_TAG.match(tag[0]) else "", text)
    if "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    if "\\" in text:
        text = _ESCAPED_BRACKET.sub(r"\1", text)
    if "[[" in text:
        text = _WIKI_LINK.sub(r"\1", text)
    if "''" in text:
        text = _WIKI_QUOTES.sub(r"\1", text)
    return text
