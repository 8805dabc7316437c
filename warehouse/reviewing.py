"""The sheet that analysts work through: records out as CSV, verdicts back in, row by row.

An analyst writes a verdict beside a record and, to correct it, edits the record's cells in place. A row
with the verdict ``add`` and no commitment_id is a commitment that the machine missed. Lists of names are
parted by semicolons. A cell that a spreadsheet would take for a formula is led by an apostrophe.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

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
PLACE = ("document_id", "source_name", "published_on", "sentence")
COLUMNS = ("commitment_id", *JUDGEMENT, *PLACE, *FIELDS, "confidence", "ledger_id")
DEFAULTS = {
    "polarity": "positive",
    "certainty": "certain",
    "category": "other",
    "speaker_type": "author",
    "direct": "false",
}
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class SheetProblem:
    """What is wrong with one row: the line of the file, the column where one is to blame, in words."""

    line: int
    column: str | None
    message: str


@dataclass(frozen=True)
class ReviewedSheet:
    """The verdicts of a sheet's good rows, and the problems of the others."""

    verdicts: tuple[Verdict, ...]
    problems: tuple[SheetProblem, ...]


class _BadRow(Exception):  # noqa: N818  (not an error to callers: it ends as a SheetProblem)
    def __init__(self, column: str | None, message: str) -> None:
        super().__init__(message)
        self.column = column


def write_review_sheet(file: Path, out: Path, unreviewed_only: bool = True, limit: int | None = None) -> int:
    """Write the records to judge to a CSV file, document by document; returns how many."""
    with open_for_reading(file) as connection:
        rows = connection.execute(
            "SELECT * FROM records WHERE NOT $unreviewed_only OR reviewed_by IS NULL"
            " ORDER BY source_name, document_id, start_char, record_id LIMIT $limit",
            {"unreviewed_only": unreviewed_only, "limit": limit},
        )
        names = [column[0] for column in rows.description or ()]
        records = [dict(zip(names, row, strict=True)) for row in rows.fetchall()]
    with out.open("w", encoding="utf-8-sig", newline="") as handle:
        sheet = csv.writer(handle)
        sheet.writerow(COLUMNS)
        for record in records:
            sheet.writerow([_cell(_shown(record, column)) for column in COLUMNS])
    return len(records)


def read_review_sheet(
    file: Path, sheet: Path, reviewed_by: str | None = None, reviewed_at: dt.datetime | None = None
) -> ReviewedSheet:
    """The verdicts of a sheet on the records of ``file``; rows without a verdict say nothing.

    ``reviewed_by`` stands in where a row names nobody; ``reviewed_at`` is now unless it is given.
    Raises ReviewSheetError where the file as a whole can't be read: no CSV, columns missing or unknown.
    """
    moment = reviewed_at or dt.datetime.now(dt.UTC)
    verdicts: list[Verdict] = []
    problems: list[SheetProblem] = []
    with open_for_reading(file) as connection:
        for line, row in _judged_rows(sheet):
            try:
                verdicts.append(_verdict(connection, row, reviewed_by, moment))
            except _BadRow as bad:
                problems.append(SheetProblem(line, bad.column, str(bad)))
    return ReviewedSheet(tuple(verdicts), tuple(problems))


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


def _judged_rows(sheet: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows that have a verdict, with the line of the file on which each ends."""
    try:
        with sheet.open(encoding="utf-8-sig", newline="") as handle:
            header = handle.readline()
            delimiter = max(",;\t", key=header.count)
            handle.seek(0)
            reader = csv.DictReader(handle, delimiter=delimiter, restkey="", strict=True)
            _refuse_columns(sheet, reader.fieldnames or ())
            for row in reader:
                values = {column: _uncell(row.get(column) or "").strip() for column in COLUMNS}
                if values["verdict"]:
                    yield reader.line_num, values
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ReviewSheetError(f"{sheet} can't be read: {error}") from error


def _refuse_columns(sheet: Path, columns: Sequence[str]) -> None:
    unknown = [column for column in columns if column not in COLUMNS]
    missing = [column for column in ("commitment_id", "verdict") if column not in columns]
    if unknown or missing:
        raise ReviewSheetError(f"{sheet}:1: unknown columns {unknown}, missing columns {missing}")


def _verdict(
    connection: duckdb.DuckDBPyConnection, row: dict[str, str], reviewed_by: str | None, moment: dt.datetime
) -> Verdict:
    """The verdict of one row. Raises _BadRow."""
    kind = row["verdict"].lower()
    if kind not in VERDICT_KINDS:
        raise _BadRow("verdict", f"{row['verdict']!r} is none of {', '.join(VERDICT_KINDS)}")
    reviewer = row["reviewed_by"] or reviewed_by
    if not reviewer:
        raise _BadRow("reviewed_by", "nobody is named")
    place = _missed(connection, row) if kind == "add" else _judged(connection, row, kind)
    try:
        verdict = Verdict(
            verdict=cast(VerdictKind, kind),
            merge_with=_merge_with(connection, row) if kind == "merge" else None,
            reviewed_by=reviewer,
            reviewed_at=moment,
            note=row["note"] or None,
            **place,
        )
        if kind == "add":
            added_record(verdict, verdict.document_id)
    except ValidationError as error:
        raise _bad_field(error) from error
    return verdict


def _bad_field(error: ValidationError) -> _BadRow:
    first = error.errors()[0]
    return _BadRow(str(first["loc"][0]) if first["loc"] else None, first["msg"])


def _judged(connection: duckdb.DuckDBPyConnection, row: dict[str, str], kind: str) -> dict[str, Any]:
    """The evidence of the record that a row judges, and the values that the row corrects."""
    machine = _record(connection, row["commitment_id"])
    if machine is None:
        raise _BadRow("commitment_id", f"the book has no record {row['commitment_id']!r}")
    place = {name: machine[name] for name in ("document_id", "uri", "sentence", "sentence_start", "action")}
    place |= {name: machine[name] for name in ("start_char", "end_char")}
    fields = _corrections(machine, row) if kind == "correct" else {}
    return {"commitment_id": row["commitment_id"], **place, "fields": fields}


def _record(connection: duckdb.DuckDBPyConnection, commitment_id: str) -> dict[str, Any] | None:
    """A record with its values as readers see them, at the machine's place; also a rejected one."""
    found = connection.execute(
        "WITH found AS (FROM store.records UNION ALL BY NAME FROM store.added_records)"
        " SELECT f.*, d.uri FROM found AS f JOIN store.documents AS d USING (document_id)"
        " WHERE f.record_id = ?",
        [commitment_id],
    )
    names = [column[0] for column in found.description or ()]
    row = found.fetchone()
    if row is None:
        return None
    machine = dict(zip(names, row, strict=True))
    shown = connection.execute(
        f"SELECT {', '.join(FIELDS)} FROM records WHERE record_id = ?", [commitment_id]
    ).fetchone()
    machine["shown"] = dict(zip(FIELDS, shown, strict=True)) if shown else {f: machine[f] for f in FIELDS}
    return machine


def _corrections(machine: dict[str, Any], row: dict[str, str]) -> dict[str, str | None]:
    """The cells of a row that say something else than the record. Raises _BadRow."""
    fields: dict[str, str | None] = {}
    for field in FIELDS:
        value = _field_text(field, row[field])
        now = machine["shown"][field]
        if value != (json.dumps(now, ensure_ascii=False) if field in NAME_LISTS else _text(now)):
            fields[field] = value
    if not fields:
        raise _BadRow("verdict", "nothing in the row differs from the record")
    _refuse_invalid(machine, fields)
    return fields


def _field_text(field: str, cell: str) -> str | None:
    """A cell as a verdict holds it: names as a JSON list, numbers and truth values in one spelling."""
    if field in NAME_LISTS:
        return json.dumps([name.strip() for name in cell.split(";") if name.strip()], ensure_ascii=False)
    if field == "direct":
        return cell.lower()
    if field == "amount" and cell:
        try:
            return _text(float(cell.replace(",", "")))
        except ValueError:
            raise _BadRow("amount", f"{cell!r} is no number") from None
    return cell or None


def _refuse_invalid(machine: dict[str, Any], fields: dict[str, str | None]) -> None:
    """Raise _BadRow where the record with its corrections would break its contract."""
    values = {name: machine[name] for name in Record.model_fields if name in machine} | machine["shown"]
    values |= {name: field_value(name, text) for name, text in fields.items()}
    if values["action"] not in machine["sentence"]:
        raise _BadRow("action", "these words are not in the sentence")
    values["start_char"] = machine["sentence_start"] + machine["sentence"].index(values["action"])
    values["end_char"] = values["start_char"] + len(values["action"])
    try:
        Record.model_validate(values)
    except ValidationError as error:
        raise _bad_field(error) from error


def _missed(connection: duckdb.DuckDBPyConnection, row: dict[str, str]) -> dict[str, Any]:
    """The evidence and the fields of a commitment that a row adds. Raises _BadRow."""
    if row["commitment_id"]:
        raise _BadRow("commitment_id", "an added commitment has none yet")
    for column in ("sentence", "action", "force", "promisors"):
        if not row[column]:
            raise _BadRow(column, "an added commitment needs it")
    document_id, uri, text = _document(connection, row)
    if row["sentence"] not in text:
        raise _BadRow("sentence", "these words are not in the document")
    if row["action"] not in row["sentence"]:
        raise _BadRow("action", "these words are not in the sentence")
    start = text.index(row["sentence"])
    action_start = start + row["sentence"].index(row["action"])
    fields = {f: _field_text(f, row[f] or DEFAULTS.get(f, "")) for f in FIELDS if f != "action"}
    return {
        "document_id": document_id,
        "uri": uri,
        "sentence": row["sentence"],
        "sentence_start": start,
        "action": row["action"],
        "start_char": action_start,
        "end_char": action_start + len(row["action"]),
        "fields": fields,
    }


def _document(connection: duckdb.DuckDBPyConnection, row: dict[str, str]) -> tuple[str, str, str]:
    found = connection.execute(
        "SELECT document_id, uri, text FROM store.documents WHERE document_id = $id"
        " OR ($id = '' AND source_name = $name)",
        {"id": row["document_id"], "name": row["source_name"]},
    ).fetchall()
    if len(found) != 1:
        column = "document_id" if row["document_id"] or found else "source_name"
        raise _BadRow(column, f"{len(found)} documents of that name are in the book")
    document_id, uri, text = found[0]
    return document_id, uri, text


def _merge_with(connection: duckdb.DuckDBPyConnection, row: dict[str, str]) -> str:
    if row["merge_with"] == row["commitment_id"] or _record(connection, row["merge_with"]) is None:
        raise _BadRow("merge_with", f"the book has no other record {row['merge_with']!r}")
    return row["merge_with"]
