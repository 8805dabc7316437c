"""Quotations: which stretches of a text stand inside quotation marks, also where one mark is missing."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

OPENING = "“„«"
CLOSING = "”»"
STRAIGHT = '"'
_MARK = re.compile(f"[{OPENING}{CLOSING}{STRAIGHT}]")


@dataclass(frozen=True)
class Quotation:
    """``text[start_char:end_char]`` is quoted, its marks included; ``closed``: a mark ends it."""

    start_char: int
    end_char: int
    closed: bool


class Quotations:
    """The quotations of a document in the order of its text; they do not overlap."""

    def __init__(self, found: Sequence[Quotation]) -> None:
        self.found = tuple(found)
        self._starts = [quotation.start_char for quotation in found]

    def at(self, position: int) -> Quotation | None:
        """The quotation around the character at ``position``, or None."""
        index = bisect.bisect_right(self._starts, position) - 1
        if index >= 0 and position < self.found[index].end_char:
            return self.found[index]
        return None


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> Quotations:
    """The quotations of ``text``, sought paragraph by paragraph (character bounds, ascending).

    A quotation that no mark closes ends with its paragraph, or before the next opening mark. A straight
    mark opens where white space or a bracket precedes it and closes elsewhere.
    """
    found: list[Quotation] = []
    for start, end in paragraphs:
        found.extend(_in_paragraph(text, start, end))
    return Quotations(found)


def _in_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    for match in _MARK.finditer(text, start, end):
        position = match.start()
        if _opens(text, position, start, opened is not None):
            if opened is not None:
                found.append(Quotation(opened, position, closed=False))
            opened = position
        elif opened is not None:
            found.append(Quotation(opened, position + 1, closed=True))
            opened = None
    if opened is not None:
        found.append(Quotation(opened, end, closed=False))
    return found


def _opens(text: str, position: int, start: int, inside: bool) -> bool:
    mark = text[position]
    if mark in OPENING:
        return True
    if mark in CLOSING:
        return False
    before = text[position - 1] if position > start else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    if inside and not (before.isspace() and not after.isspace()):
        return False
    return before.isspace() or before in "([—–-"
