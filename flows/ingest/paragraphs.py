"""The paragraphs of plain text, also where an editor broke their lines at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from flows.ingest.source import Passage
from models.vocabulary import BlockKind

_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40
_FINISHED = re.compile(r"[.!?:;”\"’')\]|]$")
_OPENS_ITEM = re.compile(r"\s*(?:[-–—*•‣▪●◦·]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s")
_WIKI_HEADING = re.compile(r"(={2,6})\s*([^=\n]{1,200}?)\s*\1")
_SHARE_OF_FULL_LINES = 0.8


class Span(NamedTuple):
    """A paragraph's place in the text, and its kind where the format marks it."""

    start: int
    end: int
    kind: BlockKind | None = None


def find_paragraphs(text: str) -> list[Span]:
    """The paragraphs of plain text in order: a line each, or the joined lines of a wrapped paragraph."""
    lines = list(_lines(text))
    wrapped = _is_wrapped(text, lines)
    spans: list[Span] = []
    for line in lines:
        if spans and _continues(text, spans[-1], line, wrapped):
            spans[-1] = Span(spans[-1].start, line.end)
        else:
            spans.append(line)
    return [_unmark_wiki_heading(text, span) for span in spans]


def join_passages(passages: Iterable[Passage]) -> tuple[str, list[Span]]:
    """The text of a document whose paragraphs are known, a blank line between them, and their places."""
    parts: list[str] = []
    spans: list[Span] = []
    reached = 0
    for passage in passages:
        if not passage.text:
            continue
        spans.append(Span(reached, reached + len(passage.text), passage.kind))
        parts.append(passage.text)
        reached += len(passage.text) + 2
    return "\n\n".join(parts), spans


def _lines(text: str) -> Iterator[Span]:
    """The lines of a text that hold more than space, without the space around them."""
    reached = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = reached + len(line) - len(line.lstrip())
            yield Span(start, start + len(stripped))
        reached += len(line) + 1


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Whether lines end where the next word would not have fitted, as an editor's wrapping leaves them."""
    pairs = [(one, next_one) for one, next_one in pairwise(lines) if _adjacent(text, one, next_one)]
    if len(pairs) < 3:
        return False
    width = max(line.end - line.start for line in lines)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    full = sum(1 for one, next_one in pairs if _no_room_for_next_word(text, one, next_one, width))
    return full >= _SHARE_OF_FULL_LINES * len(pairs)


def _adjacent(text: str, one: Span, next_one: Span) -> bool:
    return text.count("\n", one.end, next_one.start) == 1


def _no_room_for_next_word(text: str, one: Span, next_one: Span, width: int) -> bool:
    first_word = text[next_one.start : next_one.end].split(maxsplit=1)[0]
    return one.end - one.start + 1 + len(first_word) > width - 6


def _continues(text: str, before: Span, line: Span, wrapped: bool) -> bool:
    """Whether ``line`` goes on with the paragraph ``before``."""
    if not _adjacent(text, before, line) or _OPENS_ITEM.match(text, line.start, line.end):
        return False
    last_line_start = text.rfind("\n", before.start, before.end) + 1 or before.start
    if wrapped and before.end - last_line_start >= _NARROWEST_WRAP:
        return True
    unfinished = not _FINISHED.search(text[before.end - 1 : before.end])
    return unfinished and text[line.start].islower() and before.end - last_line_start >= _NARROWEST_WRAP


def _unmark_wiki_heading(text: str, span: Span) -> Span:
    """The words of a heading that wiki markup sets between equals signs."""
    if text[span.start] == "=" and (heading := _WIKI_HEADING.fullmatch(text, span.start, span.end)):
        return Span(heading.start(2), heading.end(2), "heading")
    return span
