"""The words that a record rests on, by the role they play: spans, segments and marked text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from markupsafe import Markup, escape

# The roles that pages tell apart, in the order in which they are told. Rules that decide a value
# without naming it, such as a verb of promising, are cues.
ROLES = ("action", "promisor", "beneficiary", "speaker", "time", "condition", "amount", "cue")
ROLES_OF_RULES = {role: role for role in ("promisor", "beneficiary", "time", "amount")}
UNMARKED = ("category", "quotation")  # rules on whole stretches of text
LONG_PARAGRAPH = 1_600  # characters; of longer ones the words around the sentence are shown
AROUND = 500


class Span(NamedTuple):
    """Characters ``start`` to ``end`` (excluded) of a document's text, and their role."""

    start: int
    end: int
    role: str


class Segment(NamedTuple):
    """Characters of a text that play the same roles, which may be none."""

    text: str
    roles: tuple[str, ...]


def spans_of(record: Mapping[str, Any]) -> list[Span]:
    """The spans of a record, a row of ``sql/report/evidence.sql``."""
    spans = [Span(record["start_char"], record["end_char"], "action")]
    for rule in record["cues"]:
        if rule["role"] not in UNMARKED and rule["end"] > rule["start"]:
            role = ROLES_OF_RULES.get(rule["role"], "cue")
            spans.append(_grown(Span(rule["start"], rule["end"], role), record["names"]))
    return [
        *spans,
        *_named(record),
        *_verbatim(record, "condition", "condition"),
        *_verbatim(record, "due_text", "time"),
    ]


def _grown(span: Span, names: Iterable[Mapping[str, Any]]) -> Span:
    """The head of a party's words, grown to the name that it is part of."""
    if span.role not in ("promisor", "beneficiary"):
        return span
    for name in names:
        if name["start"] <= span.start and span.end <= name["end"]:
            span = Span(name["start"], name["end"], span.role)
    return span


def _named(record: Mapping[str, Any]) -> Iterator[Span]:
    """Where the sentence names the parties and the speaker."""
    parties = {
        "promisor": record["promisors"],
        "beneficiary": record["beneficiaries"],
        "speaker": [record["speaker"]],
    }
    for name in record["names"]:
        for role, wanted in parties.items():
            if name["name"] in wanted:
                yield Span(name["start"], name["end"], role)


def _verbatim(record: Mapping[str, Any], field: str, role: str) -> Iterator[Span]:
    """Where the sentence holds a field's words as they stand."""
    words = record[field]
    at = record["sentence"].find(words) if words else -1
    if at >= 0:
        start = record["sentence_start"] + at
        yield Span(start, start + len(words), role)


def segments(text: str, start: int, spans: Iterable[Span]) -> list[Segment]:
    """``text``, which begins at ``start`` of its document, cut where a span begins or ends."""
    end = start + len(text)
    inside = [span for span in spans if span.start < end and span.end > start]
    if not inside:
        return [Segment(text, ())] if text else []
    edges = {start, end}
    for span in inside:
        edges.update((max(span.start, start), min(span.end, end)))
    found = []
    for left, right in pairwise(sorted(edges)):
        playing = {span.role for span in inside if span.start <= left and right <= span.end}
        found.append(Segment(text[left - start : right - start], _in_order(frozenset(playing))))
    return found


@cache
def _in_order(playing: frozenset[str]) -> tuple[str, ...]:
    return tuple(role for role in ROLES if role in playing)


def paragraph_of(record: Mapping[str, Any]) -> list[Segment]:
    """The record's paragraph in segments; of a long one only what stands around the sentence."""
    text, start = record["paragraph"], record["paragraph_start"]
    if len(text) <= LONG_PARAGRAPH:
        return segments(text, start, spans_of(record))
    left = max(record["sentence_start"] - AROUND, start)
    right = min(record["sentence_end"] + AROUND, start + len(text))
    cut = segments(text[left - start : right - start], left, spans_of(record))
    before = [Segment("… ", ())] if left > start else []
    after = [Segment(" …", ())] if right < start + len(text) else []
    return [*before, *cut, *after]


def marked(parts: Sequence[Segment]) -> Markup:
    """Segments as HTML: ``mark`` elements with their roles, and in ``data-ends`` those that end there."""
    following = [*parts[1:], Segment("", ())]
    return Markup("".join(_mark(part, after) for part, after in zip(parts, following, strict=True)))


def _mark(part: Segment, after: Segment) -> str:
    if not part.roles:
        return escape(part.text)
    return f"{_opening(part.roles, after.roles)}{escape(part.text)}</mark>"


@cache
def _opening(roles: tuple[str, ...], after: tuple[str, ...]) -> str:
    """The tag that opens a mark of ``roles`` before one of the roles ``after``; all are our own words."""
    ends = ", ".join(role for role in roles if role not in after)
    return f'<mark class="{" ".join(f"role-{role}" for role in roles)}" data-ends="{ends}">'
