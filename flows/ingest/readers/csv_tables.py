"""CSV with named columns: a document a row; commas, semicolons, tabs or bars between the values."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from typing import BinaryIO

from flows.ingest.encodings import decode
from flows.ingest.limits import IngestLimits
from flows.ingest.lines import bounded_lines
from flows.ingest.readers.base import Reader
from flows.ingest.readers.records import check_columns, column_name, read_row
from flows.ingest.source import Found, Refusal, RefusedError, Source
from models.vocabulary import Reason

_SUFFIXES = (".csv", ".tsv")
_DELIMITERS = ",;\t|"
_AFTER_BARE_RETURN = re.compile(r"(?<=\r)(?!\n)(?=.)", re.DOTALL)  # how old Macintoshes end a line
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def _recognises(name: str, head: bytes) -> bool:
    """By suffix, or where the first line names a ``text`` column among others."""
    if name.lower().endswith(_SUFFIXES):
        return True
    first = re.split(rb"[\r\n]", head, maxsplit=1)[0]
    if len(first) == len(head) or not first.isascii():
        return False
    names = _names(first.decode("ascii"))
    return len(names) > 1 and {"text", "id"} <= set(names)


def _names(header: str) -> list[str]:
    """The names of the columns that a header line lists."""
    return [column_name(name) for name in next(csv.reader([header], delimiter=_delimiter(header)), [])]


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)


def _read(source: Source, limits: IngestLimits) -> Iterator[Found]:
    # The module's own limit is 128 KiB; it is one setting for the whole process.
    csv.field_size_limit(limits.line_bytes)
    with source.open() as stream:
        lines = _Lines(_decoded(stream, source, limits), limits.line_bytes)
        header = next(lines, "").removeprefix("\ufeff")
        names = _names(header)
        check_columns(names, source.place)
        yield from _rows(lines, names, _delimiter(header), source)


class _Lines:
    """Lines, counted from one row to the next, since a quotation mark that is never closed joins them all."""

    def __init__(self, lines: Iterator[str | None], limit: int) -> None:
        self._lines, self._limit = lines, limit
        self.characters_of_row = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.characters_of_row += len(line or "")
        if line is None or self.characters_of_row > self._limit:
            raise RefusedError("too_large", f"longer than {self._limit:,} characters")
        return line


def _rows(lines: _Lines, names: list[str], delimiter: str, source: Source) -> Iterator[Found]:
    """What each row holds; an empty table is refused."""
    rows = csv.reader(lines, delimiter=delimiter)
    number = 0
    while True:
        lines.characters_of_row = 0
        try:
            row = next(rows, None)
        except (csv.Error, RefusedError) as error:
            number += 1
            yield _refused(source, number, "too_large", str(error))
            continue
        if row is None:
            break
        if row:
            number += 1
            yield _row(row, names, number, source)
    if not number:
        raise RefusedError("empty", f"{source.place}: no row below the names of the columns")


def _row(row: list[str], names: list[str], number: int, source: Source) -> Found:
    if len(row) > len(names):
        return _refused(source, number, "broken_metadata", f"{len(row)} values in {len(names)} columns")
    return read_row(dict(zip(names, row, strict=False)), number, source)


def _refused(source: Source, number: int, reason: Reason, problem: str) -> Refusal:
    return Refusal(source.name, f"{source.uri}#{number}", reason, f"{source.place}, row {number}: {problem}")


def _decoded(stream: BinaryIO, source: Source, limits: IngestLimits) -> Iterator[str | None]:
    """The table's lines as text, None for one that is too long."""
    if source.head().startswith(_WIDE_MARKS):  # its line ends are not those of bytes
        yield from decode(source.read(limits.document_bytes)).splitlines(keepends=True)
        return
    for line in bounded_lines(stream, limits.line_bytes):
        if line is None:
            yield None
        else:
            yield from _AFTER_BARE_RETURN.split(_text(line))


def _text(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return decode(line)
    except RefusedError:
        return line.decode("utf-8", errors="replace")


READER = Reader("CSV", _recognises, _read)
