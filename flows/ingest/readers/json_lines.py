"""JSON Lines: a document a line, a broken line set aside and the rest read on."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from pydantic_core import from_json

from flows.ingest.encodings import decode
from flows.ingest.limits import IngestLimits
from flows.ingest.lines import bounded_lines
from flows.ingest.readers.base import Reader
from flows.ingest.readers.records import draft_of_record
from flows.ingest.source import Draft, Found, Refusal, RefusedError, Source, digest

_SUFFIXES = (".jsonl", ".ndjson", ".jsonlines")


def _recognises(name: str, head: bytes) -> bool:
    """By suffix, or where the first line is a whole JSON object and another follows."""
    if name.lower().endswith(_SUFFIXES):
        return True
    lines = head.removeprefix(codecs.BOM_UTF8).lstrip().split(b"\n", 2)
    return lines[0].startswith(b"{") and len(lines) > 1 and lines[1].startswith(b"{") and _is_object(lines[0])


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(from_json(line), dict)
    except ValueError:
        return False


def _read(source: Source, limits: IngestLimits) -> Iterator[Found]:
    found_any = False
    with source.open() as stream:
        for number, line in enumerate(bounded_lines(stream, limits.line_bytes), 1):
            stripped = line and line.removeprefix(codecs.BOM_UTF8).strip()
            if stripped != b"":
                found_any = True
                yield _read_line(stripped, number, source, limits)
    if not found_any:
        raise RefusedError("empty", f"{source.place}: no line holds a document")


def _read_line(line: bytes | None, number: int, source: Source, limits: IngestLimits) -> Draft | Refusal:
    place, uri = f"{source.place}, line {number}", f"{source.uri}#L{number}"
    if line is None:
        detail = f"{place}: longer than {limits.line_bytes:,} bytes"
        return Refusal(source.name, uri, "too_large", detail)
    sha256 = digest(line)
    try:
        return draft_of_record(_parse(line, place), source, place, sha256)
    except RefusedError as error:
        return Refusal(source.name, uri, error.reason, error.detail, sha256)


def _parse(line: bytes, place: str) -> object:
    """The line's JSON value; a line that is not UTF-8 is decoded as any text is."""
    try:
        return from_json(line)
    except ValueError as error:
        problem = str(error)
    try:
        return from_json(decode(line).encode("utf-8"))
    except (ValueError, RefusedError) as error:
        raise RefusedError("broken_json", f"{place}: not JSON: {problem}") from error


READER = Reader("JSON Lines", _recognises, _read)
