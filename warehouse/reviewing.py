"""The sheet that analysts work through: records out as CSV, verdicts back in, row by row.

An analyst writes a verdict beside a record and, to correct it, edits the record's cells in place. A row
with the verdict ``add`` and no commitment_id is a commitment that the machine missed; its start_char says
at which of several places with these words, and the first is meant where it says nothing. Lists of names
are parted by semicolons. A cell that a spreadsheet would take for a formula is led by an apostrophe. Of the
columns only commitment_id and verdict must be there: a field whose column is missing stays as it is.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Literal, cast

import duckdb
from pydantic import ValidationError

from models import Record
from models.verdict import VERDICT_KINDS, Verdict, VerdictKind
from warehouse.connection import open_for_reading
from warehouse.errors import ReviewSheetError
from warehouse.verdicts import NAME_LISTS, added_record, field_value

FIELDS = (
    *("action", "force", "promisors", "beneficiaries", "requested_by", "polarity", "certainty", "category"),
    *("amount", "unit", "due_text", "due_start", "due_end", "condition", "speaker", "speaker_type", "direct"),
)
JUDGEMENT = ("verdict", "merge_with", "note", "reviewed_by")
PLACE = ("document_id", "source_name", "published_on", "sentence", "start_char")
COLUMNS = ("commitment_id", *JUDGEMENT, *PLACE, *FIELDS, "confidence", "ledger_id")
DEFAULTS = {
    "polarity": "positive",
    "certainty": "certain",
    "category": "other",
    "speaker_type": "author",
    "direct": "false",
}
SheetOrder = Literal["document", "doubtful", "newest"]
ORDERS = {
    "document": "source_name, document_id, start_char, record_id",
    "doubtful": "confidence, source_name, document_id, start_char, record_id",
    "newest": "published_on DESC NULLS LAST, source_name, document_id, start_char, record_id",
}
TO_REVIEW = """
    FROM records
    WHERE (NOT $unreviewed_only OR reviewed_by IS NULL)
        AND ($document IS NULL OR $document IN (document_id, source_name))
"""
JUDGED = """
    WITH found AS (FROM store.records UNION ALL BY NAME FROM store.added_records)
    SELECT f.*, d.uri
    FROM found AS f
    JOIN store.documents AS d USING (document_id)
    WHERE list_contains($ids, f.record_id)
"""
SHOWN = f"SELECT record_id, verdict, {', '.join(FIELDS)} FROM records WHERE list_contains($ids, record_id)"
MEMBERS = """
    SELECT ledger_id, list(record_id ORDER BY record_id)
    FROM records
    WHERE list_contains($ids, ledger_id)
    GROUP BY ledger_id
"""
DOCUMENTS = """
    SELECT document_id, uri, text
    FROM store.documents
    WHERE document_id = $id OR ($id = '' AND source_name = $name)
"""
AMOUNT = re.compile(r"\d+(\.\d+)?(e\+?\d+)?|\d{1,3}(,\d{3})+(\.\d+)?", re.IGNORECASE)
PLACE_IN_TEXT = re.compile(r"[0-9]{1,9}")
NOBODY = "nobody"  # signs while a row without a reviewer is looked through for other faults
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class SheetProblem:
    """What is wrong with one row: its number in a spreadsheet, the line of the file on which it ends (they
    differ below cells of several lines), the column where one is to blame, and why.
    """

    row: int
    line: int
    column: str | None
    message: str


@dataclass(frozen=True)
class ReviewedSheet:
    """The verdicts of a sheet's good rows, the problems of the others, and how many repeat a correction."""

    verdicts: tuple[Verdict, ...]
    problems: tuple[SheetProblem, ...]
    repeated: int = 0


class _BadRow(Exception):  # noqa: N818  (not an error to callers: it ends as a SheetProblem)
    def __init__(self, column: str | None, message: str) -> None:
        super().__init__(message)
        self.column = column


def write_review_sheet(
    file: Path,
    out: Path,
    unreviewed_only: bool = True,
    order: SheetOrder = "document",
    document: str | None = None,
    limit: int | None = None,
) -> int:
    """Write the records to judge to a CSV file, the first ``limit`` of the order; returns how many.

    ``doubtful`` begins with the least confidence; ``document`` is the id or source name of one document.
    """
    asked = {"unreviewed_only": unreviewed_only, "document": document, "limit": limit}
    with open_for_reading(file) as connection:
        rows = connection.execute(f"{TO_REVIEW} ORDER BY {ORDERS[order]} LIMIT $limit", asked)
        names = [column[0] for column in rows.description or ()]
        records = [dict(zip(names, row, strict=True)) for row in rows.fetchall()]
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8-sig", newline="") as handle:
        sheet = csv.writer(handle)
        sheet.writerow(COLUMNS)
        for record in records:
            sheet.writerow(map(_cell, sheet_cells(record).values()))
    return len(records)


def sheet_cells(record: Mapping[str, Any]) -> dict[str, str]:
    """The cells of a record's row by their columns, as people read them; those of a judgement are empty."""
    return {column: _shown(record, column) for column in COLUMNS}


def read_review_sheet(
    file: Path, sheet: Path, reviewed_by: str | None = None, reviewed_at: dt.datetime | None = None
) -> ReviewedSheet:
    """The verdicts of a sheet on the records of ``file``; rows without a verdict say nothing.

    ``reviewed_by`` stands in where a row names nobody; ``reviewed_at`` is now unless it is given.
    Raises ReviewSheetError where the file as a whole can't be read: no CSV, columns missing or unknown.
    """
    moment = reviewed_at or dt.datetime.now(dt.UTC)
    rows = list(_judged_rows(sheet))
    verdicts: list[Verdict] = []
    problems: list[SheetProblem] = []
    repeated = 0
    with open_for_reading(file) as connection:
        book = _Book(connection, [row for _, _, row in rows])
        for number, line, row in rows:
            try:
                verdict = _verdict(book, row, reviewed_by, moment)
            except _BadRow as bad:
                problems.append(SheetProblem(number, line, bad.column, str(bad)))
                continue
            if verdict is None:
                repeated += 1
            else:
                verdicts.append(verdict)
    return ReviewedSheet(tuple(verdicts), tuple(problems), repeated)


class _Book:
    """What the rows of a sheet speak of: their records, at the machine's place, also rejected ones.

    The ``shown`` of a record are its values as readers see them.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, rows: Sequence[Mapping[str, str]]) -> None:
        self.connection = connection
        named = {row[column] for row in rows for column in ("commitment_id", "merge_with") if row.get(column)}
        self.members: dict[str, list[str]] = dict(self._rows(MEMBERS, list(named)))
        wanted = [*named, *chain.from_iterable(self.members.values())]
        self.records = {row["record_id"]: row for row in self._dictionaries(JUDGED, wanted)}
        for row in self._dictionaries(SHOWN, wanted):
            self.records[row["record_id"]]["shown"] = row

    def document(self, document_id: str, source_name: str) -> list[tuple[str, str, str]]:
        """Id, URI and text of the documents of that id or, where it is empty, of that source name."""
        asked = {"id": document_id, "name": source_name}
        return self.connection.execute(DOCUMENTS, asked).fetchall()

    def _rows(self, sql: str, ids: list[str]) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql, {"ids": ids}).fetchall()

    def _dictionaries(self, sql: str, ids: list[str]) -> list[dict[str, Any]]:
        rows = self._rows(sql, ids)
        names = [column[0] for column in self.connection.description or ()]
        return [dict(zip(names, row, strict=True)) for row in rows]


def _shown(record: Mapping[str, Any], column: str) -> str:
    if column in JUDGEMENT:
        return ""
    value = record["record_id" if column == "commitment_id" else column]
    return "; ".join(value) if column in NAME_LISTS else _text(value) or ""


def _text(value: object) -> str | None:
    """A value as a sheet and a verdict hold it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return None if value is None else str(value)


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _uncell(text: str) -> str:
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA_STARTS) else text


def _judged_rows(sheet: Path) -> Iterator[tuple[int, int, dict[str, str]]]:
    """The rows that have a verdict, each with its number and the line of the file on which it ends."""
    try:
        with sheet.open(encoding="utf-8-sig", newline="") as handle:
            header = handle.readline()
            delimiter = max(",;\t", key=header.count)
            handle.seek(0)
            reader = csv.DictReader(handle, delimiter=delimiter, restkey="", strict=True)
            columns = reader.fieldnames or ()
            _refuse_columns(sheet, columns)
            for number, row in enumerate(reader, start=2):
                values = {column: _uncell(row[column] or "").strip() for column in columns}
                if values["verdict"]:
                    yield number, reader.line_num, values
    except UnicodeDecodeError as error:
        raise ReviewSheetError(f"{sheet} is not UTF-8; save it as 'CSV UTF-8': {error}") from error
    except (OSError, csv.Error) as error:
        raise ReviewSheetError(f"{sheet} can't be read: {error}") from error


def _refuse_columns(sheet: Path, columns: Sequence[str]) -> None:
    unknown = [column for column in columns if column not in COLUMNS]
    missing = [column for column in ("commitment_id", "verdict") if column not in columns]
    if unknown or missing:
        raise ReviewSheetError(f"{sheet}:1: unknown columns {unknown}, missing columns {missing}")


def _verdict(
    book: _Book, row: Mapping[str, str], reviewed_by: str | None, moment: dt.datetime
) -> Verdict | None:
    """The verdict of one row; None where the row repeats a correction. Raises _BadRow."""
    kind = row["verdict"].lower()
    if kind not in VERDICT_KINDS:
        raise _BadRow("verdict", f"{row['verdict']!r} is none of {', '.join(VERDICT_KINDS)}")
    place = _missed(book, row) if kind == "add" else _judged(book, row, kind)
    if kind == "correct" and not place["fields"]:
        return None
    reviewer = row.get("reviewed_by") or reviewed_by
    try:
        verdict = Verdict(
            verdict=cast(VerdictKind, kind),
            merge_with=_merge_with(book, row) if kind == "merge" else None,
            reviewed_by=reviewer or NOBODY,
            reviewed_at=moment,
            note=row.get("note") or None,
            **place,
        )
        if kind == "add":
            added_record(verdict, verdict.document_id)
    except ValidationError as error:
        raise _bad_field(error) from error
    if not reviewer:
        raise _BadRow("reviewed_by", "nobody is named, neither here nor for the whole sheet (--by NAME)")
    return verdict


def _bad_field(error: ValidationError) -> _BadRow:
    first = error.errors()[0]
    if not first["loc"]:
        return _BadRow(None, first["msg"])
    return _BadRow(str(first["loc"][0]), f"{first['input']!r}: {first['msg']}")


def _judged(book: _Book, row: Mapping[str, str], kind: str) -> dict[str, Any]:
    """The evidence of the record that a row judges, and the values that the row corrects."""
    machine = book.records.get(row["commitment_id"])
    if machine is None:
        raise _BadRow("commitment_id", f"the book has no record {row['commitment_id']!r}")
    place = {name: machine[name] for name in ("document_id", "uri", "sentence", "sentence_start", "action")}
    place |= {name: machine[name] for name in ("start_char", "end_char")}
    fields = _corrections(machine, row) if kind == "correct" else {}
    return {"commitment_id": row["commitment_id"], **place, "fields": fields}


def _corrections(machine: dict[str, Any], row: Mapping[str, str]) -> dict[str, str | None]:
    """The cells of a row that say something else than the record. Raises _BadRow."""
    shown = machine.get("shown", machine)
    fields: dict[str, str | None] = {}
    for field in FIELDS:
        if field in row and _field_text(field, row[field]) != _now(field, shown[field]):
            fields[field] = _field_text(field, row[field])
    if fields:
        _refuse_invalid(machine, fields)
    elif shown.get("verdict") != "correct":
        raise _BadRow("verdict", "nothing in the row differs from the record")
    return fields


def _now(field: str, value: Any) -> str | None:
    """A record's value as a verdict would hold it."""
    if field in NAME_LISTS:
        return json.dumps(value, ensure_ascii=False)
    text = _text(value)
    return text.strip() if text else text


def _field_text(field: str, cell: str) -> str | None:
    """A cell as a verdict holds it: names as a JSON list, numbers and truth values in one spelling."""
    if field in NAME_LISTS:
        return json.dumps([name.strip() for name in cell.split(";") if name.strip()], ensure_ascii=False)
    if field == "direct":
        return cell.lower()
    if field == "amount" and cell:
        if not AMOUNT.fullmatch(cell):
            raise _BadRow("amount", f"{cell!r} is no number such as 1500000 or 2.5")
        return _text(float(cell.replace(",", "")))
    return cell or None


def _refuse_invalid(machine: dict[str, Any], fields: dict[str, str | None]) -> None:
    """Raise _BadRow where the record with its corrections would break its contract."""
    values = {name: machine[name] for name in Record.model_fields if name in machine}
    values |= {name: machine.get("shown", machine)[name] for name in FIELDS}
    values |= {name: field_value(name, text) for name, text in fields.items()}
    if values["action"] not in machine["sentence"]:
        raise _BadRow("action", "these words are not in the sentence")
    values["start_char"] = machine["sentence_start"] + machine["sentence"].index(values["action"])
    values["end_char"] = values["start_char"] + len(values["action"])
    try:
        Record.model_validate(values)
    except ValidationError as error:
        raise _bad_field(error) from error


def _missed(book: _Book, row: Mapping[str, str]) -> dict[str, Any]:
    """The evidence and the fields of a commitment that a row adds. Raises _BadRow."""
    if row["commitment_id"]:
        raise _BadRow("commitment_id", "an added commitment has none yet")
    for column in ("sentence", "action", "force", "promisors"):
        if not row.get(column):
            raise _BadRow(column, "an added commitment needs it")
    document_id, uri, text = _document(book, row)
    if row["sentence"] not in text:
        raise _BadRow("sentence", "these words are not in the document")
    if row["action"] not in row["sentence"]:
        raise _BadRow("action", "these words are not in the sentence")
    start, action_start = _place(text, row)
    given = {f: _field_text(f, row.get(f) or DEFAULTS.get(f, "")) for f in FIELDS if f != "action"}
    return {
        "document_id": document_id,
        "uri": uri,
        "sentence": row["sentence"],
        "sentence_start": start,
        "action": row["action"],
        "start_char": action_start,
        "end_char": action_start + len(row["action"]),
        "fields": {field: text for field, text in given.items() if text not in (None, "[]")},
    }


def _place(text: str, row: Mapping[str, str]) -> tuple[int, int]:
    """Where the sentence and the action of an added commitment begin in a document. Raises _BadRow."""
    sentence, action, told = row["sentence"], row["action"], row.get("start_char")
    if not told:
        start = text.index(sentence)
        return start, start + sentence.index(action)
    if not PLACE_IN_TEXT.fullmatch(told):
        raise _BadRow("start_char", f"{told!r} is no place in a text")
    action_start = int(told)
    start = text.rfind(sentence, 0, action_start + len(sentence))
    at = action_start - start
    if start < 0 or sentence[at : at + len(action)] != action:
        raise _BadRow("start_char", f"the sentence with the action does not stand at {told}")
    return start, action_start


def _document(book: _Book, row: Mapping[str, str]) -> tuple[str, str, str]:
    found = book.document(row.get("document_id", ""), row.get("source_name", ""))
    if len(found) != 1:
        column = "document_id" if row.get("document_id") or found else "source_name"
        raise _BadRow(column, f"{len(found)} documents of that name are in the book")
    return found[0]


def _merge_with(book: _Book, row: Mapping[str, str]) -> str:
    """Another record, whose line the row's line joins; the row names it, or that line."""
    named = row.get("merge_with", "")
    for other in book.members.get(named, [named]):
        if other in book.records and other != row["commitment_id"]:
            return other
    raise _BadRow("merge_with", f"the book has no other record or ledger line {named!r}")
