"""Headings, titles and signatures told by their shape, whatever they say."""

from __future__ import annotations

import re

_MOST_HEADING_WORDS = 14
_MOST_TITLE_WORDS = 28
_NUMBERED = re.compile(
    r"(?:article|section|chapter|part|annex|appendix|title|protocol|schedule|preamble)\b\s*"
    r"(?:\d{1,3}|[ivxlc]{1,7}|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten)?"
    r"(?:\s*[.:–—-]\s*\S.{0,80}|\.)?",
    re.IGNORECASE,
)
_UNFINISHED_END = re.compile(r"[\w)%’'\]™®]$")
_SPOKEN_END = re.compile(r"[.!?]\W*$")
_SPEAKER = re.compile(r"[A-Z][\w.’' ]{0,40}:\s")
_NAME_WORD = r"(?:[A-Z][\w.’'-]*,?|[IVX]+|de|da|van|von|der|bin|al)"
_NAME_LINE = re.compile(
    rf"for (?:the )?[A-Z].{{0,80}}|(?:[–—-] ?)?{_NAME_WORD}(?: (?:{_NAME_WORD}|of|the|and)){{0,7}}"
)
_SMALL_WORDS = re.compile(
    r"a|an|and|as|at|but|by|for|from|in|into|of|on|or|over|per|the|to|under|via|vs|with|without",
    re.IGNORECASE,
)


def looks_like_heading(line: str) -> bool:
    """Whether a line has the shape of a heading: short, begun with a capital, without a full stop.

    Whether prose follows, as it must under a heading, is for the caller to look at.
    """
    if "\n" in line or len(line) > 140:
        return False
    if _NUMBERED.fullmatch(line):
        return True
    words = line.split()
    if not (line[0].isupper() or line[0].isdigit() or line[0] in "“\"‘'[#"):
        return False
    if line.isupper() and len(words) <= _MOST_HEADING_WORDS:
        return line[-1] not in ",;"
    if not _UNFINISHED_END.search(line) or _SPOKEN_END.search(line) or _SPEAKER.match(line):
        return False
    return len(words) <= _MOST_HEADING_WORDS or (len(words) <= _MOST_TITLE_WORDS and _is_title_case(words))


def looks_like_title(line: str) -> bool:
    """Whether the first line of a text has the shape of a headline; longer than a heading may be."""
    words = line.split()
    return (
        "\n" not in line
        and len(words) <= _MOST_TITLE_WORDS
        and (line[0].isupper() or not line[0].isalpha())
        and (bool(_UNFINISHED_END.search(line)) or (line[-1] in "?!" and not _SPEAKER.match(line)))
    )


def looks_like_signature(line: str) -> bool:
    """Whether a line after the last sentence is a name, an office or "For the Government of ..."."""
    return len(line) <= 100 and "\n" not in line and bool(_NAME_LINE.fullmatch(line.rstrip(",.")))


def _is_title_case(words: list[str]) -> bool:
    """Whether most words that carry meaning begin with a capital or a digit."""
    heavy = [word.lstrip("“\"‘'(") for word in words if not _SMALL_WORDS.fullmatch(word)]
    capitals = sum(1 for word in heavy if word[:1].isupper() or word[:1].isdigit())
    return capitals >= 0.8 * len(heavy)
