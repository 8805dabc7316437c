"""The blocks of a text: which stretches are title, headings, prose, list items, and which no report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from flows.ingest import dating
from flows.ingest.headings import looks_like_heading, looks_like_signature, looks_like_title
from flows.ingest.lexicons import line_rules
from flows.ingest.paragraphs import Span
from models import Block
from models.vocabulary import BlockKind

_LONGEST_RULED_LINE = 400
_LIST_MARKER = re.compile(
    r"(?:•\s+)?"  # of a page's list, whose items may have marks of their own
    r"(?:[-–—*•‣▪▫●○◦■□➢►→✓✔✅·]|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.)]|\(?[A-H]\))\s+(?=\S)"
)
_MOST_HEADINGS_IN_A_ROW = 3
_MOST_WORDS_AFTER_TITLE = 6
_PROSE_KINDS = ("prose", "list_item")
_OUTSIDE_REPORT = ("boilerplate", "byline", "caption", "dateline")


@dataclass
class _Part:
    """A span on its way to a block.

    ``given`` means that the format itself marked its kind, ``at`` where in the text the rule that
    told the kind holds.
    """

    start: int
    end: int
    text: str
    kind: BlockKind
    given: bool = False
    at: Literal["start", "end", "anywhere"] = "anywhere"


def find_blocks(text: str, spans: Sequence[Span], title: str | None) -> tuple[Block, ...]:
    """The blocks of ``text``, one a span, in order; ``title`` is what the metadata call the document.

    A list item's block starts after its marker, and a dateline that opens a paragraph is a block of its
    own, so that a sentence holds neither.
    """
    parts = [_first_sight(text, span) for span in spans]
    _undo_misplaced_rules(parts)
    _place_headings(parts)
    _make_lists_of_long_runs(parts)
    _place_title(parts, title)
    _split_datelines(parts)
    return tuple(Block(kind=part.kind, start_char=part.start, end_char=part.end) for part in parts)


def _first_sight(text: str, span: Span) -> _Part:
    """What a span is by itself, before its neighbours are looked at."""
    words = text[span.start : span.end]
    if span.kind in (None, "prose", "list_item") and (part := _by_rule(span, words)):
        return part
    if span.kind:
        return _Part(span.start, span.end, words, span.kind, given=True)
    if marker := _LIST_MARKER.match(words):
        return _Part(span.start + marker.end(), span.end, words[marker.end() :], "list_item")
    return _Part(span.start, span.end, words, "prose")


def _by_rule(span: Span, words: str) -> _Part | None:
    """The part that the first rule which matches the whole of ``words`` makes of it, if any does."""
    if len(words) > _LONGEST_RULED_LINE:
        return None
    if not any(map(str.isalpha, words)):
        return _Part(span.start, span.end, words, "boilerplate")
    if dating.is_date_line(words):
        return _Part(span.start, span.end, words, "dateline")
    rule = next((rule for rule in line_rules() if rule.matches(words)), None)
    return _Part(span.start, span.end, words, rule.kind, at=rule.at) if rule else None


def _place_headings(parts: list[_Part]) -> None:
    """Make headings of short unfinished lines that lead to prose, bylines of a text's signatures."""
    leads_to_prose = False
    for part in reversed(parts):
        if part.kind in _OUTSIDE_REPORT:
            continue
        if part.kind == "prose" and not part.given:
            if leads_to_prose and looks_like_heading(part.text):
                part.kind = "heading"
            elif not leads_to_prose and looks_like_signature(part.text):
                part.kind = "byline"
        leads_to_prose = leads_to_prose or part.kind in _PROSE_KINDS


def _make_lists_of_long_runs(parts: list[_Part]) -> None:
    """Make list items of more short lines in a row than headings may be."""
    for kind, run in groupby(parts, key=lambda part: "" if part.given else part.kind):
        members = list(run)
        if kind == "heading" and len(members) > _MOST_HEADINGS_IN_A_ROW:
            for part in members:
                part.kind = "list_item"


def _place_title(parts: list[_Part], title: str | None) -> None:
    """Make the title of the report's first part, if the metadata name it so or it has the shape."""
    first = next((part for part in parts if part.kind not in _OUTSIDE_REPORT), None)
    if first is None or any(part.kind == "title" for part in parts):
        return
    alone = all(part is first or part.kind in _OUTSIDE_REPORT for part in parts)
    if title and _opens_with_title(first.text, title):
        first.kind = "title"
    elif first.kind == "heading" or (first.kind == "prose" and not alone and looks_like_title(first.text)):
        first.kind = "heading" if title else "title"


def _opens_with_title(line: str, title: str) -> bool:
    """Whether a line is the title, or the title and a few words such as its date."""
    words, wanted = (re.findall(r"\w+", text.casefold()) for text in (line, title))
    return words[: len(wanted)] == wanted and len(words) - len(wanted) <= _MOST_WORDS_AFTER_TITLE


def _undo_misplaced_rules(parts: list[_Part]) -> None:
    """Take back what a rule for a text's start or end found in its middle."""
    prose = [index for index, part in enumerate(parts) if part.kind in _PROSE_KINDS]
    for index, part in enumerate(parts):
        before_start = part.at == "start" and any(map(index.__gt__, prose[:1]))
        after_end = part.at == "end" and any(map(index.__lt__, prose[-1:]))
        if before_start or after_end:
            part.kind = "prose"


def _split_datelines(parts: list[_Part]) -> None:
    """Part the dateline from the first paragraph that opens with one."""
    for index, part in enumerate(parts):
        if part.kind != "prose":
            continue
        length = dating.dateline_length(part.text)
        if length and length < len(part.text):
            dateline = part.text[:length].rstrip()
            parts.insert(index, _Part(part.start, part.start + len(dateline), dateline, "dateline"))
            part.start += length
            part.text = part.text[length:]
        return
