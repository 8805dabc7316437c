"""Analysts' verdicts: the journal that holds them, and what follows from them in the warehouse.

The journal is a JSON Lines file beside the published one, and the only place where verdicts live:
the tables are filled from it in each load, so that verdicts outlive a warehouse that is built anew.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa
from pydantic import ValidationError

from models import Record
from models.base import stable_id
from models.verdict import Verdict
from warehouse.arrow import arrow_table
from warehouse.connection import open_for_reading, open_for_writing, transaction, utc
from warehouse.errors import JournalError, WarehouseError, WarehouseMissing
from warehouse.migrations import migrate
from warehouse.paths import SQL_FOLDER, build_file, verdicts_file
from warehouse.publishing import publish

NAME_LISTS = frozenset({"promisors", "beneficiaries", "requested_by"})
DERIVED_TABLES = ("verdicts", "verdict_records", "corrections", "added_records", "ledger_overrides")


def read_journal(file: Path) -> list[Verdict]:
    """The verdicts of a journal in the order in which they were given; none where there is no file.

    Raises JournalError with the number of a line that is no verdict.
    """
    if not file.exists():
        return []
    verdicts = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            verdicts.append(Verdict.model_validate_json(line))
        except ValidationError as error:
            raise JournalError(f"{file}:{number} is no verdict: {error}") from error
    return verdicts


def publish_verdicts(published: Path, verdicts: Iterable[Verdict]) -> int:
    """Add verdicts to the journal and publish the book with them; returns how many said something new.

    One that repeats what was last said of its words says nothing new. The book is a copy of the
    published one: the build file may hold what a run has not finished, and learns of the verdicts when
    the next run loads. Raises JournalError, or WarehouseMissing where nothing is published.
    """
    journal = verdicts_file(build_file(published))
    before = read_journal(journal)
    fresh = _fresh(before, verdicts)
    with _draft(published) as draft:
        migrate(draft)
        if fresh:
            _write_journal(journal, [*before, *fresh])
        with open_for_writing(draft) as connection, transaction(connection):
            apply_verdicts(connection, [*before, *fresh])
        publish(draft, published)
    return len(fresh)


def count_lapsed(published: Path, build: Path) -> int:
    """How many verdicts apply in the published file and no longer in ``build``: their words have changed."""
    return len(_applying(published) - _applying(build)) if verdicts_file(build).exists() else 0


def _applying(file: Path) -> set[str]:
    """The ids of the verdicts that bear on a record of ``file``; none where it is lost, broken or older."""
    try:
        with open_for_reading(file) as connection:
            rows = connection.execute("SELECT verdict_id FROM store.verdict_records").fetchall()
    except (WarehouseError, duckdb.Error):
        return set()
    return {verdict_id for (verdict_id,) in rows}


def apply_verdicts(connection: duckdb.DuckDBPyConnection, verdicts: Sequence[Verdict]) -> None:
    """Fill the tables of verdicts from the journal, in the open transaction."""
    for table in DERIVED_TABLES:
        connection.execute(f"DELETE FROM store.{table}")
    if not verdicts:
        return
    _mirror(connection, verdicts)
    match = (SQL_FOLDER / "verdicts" / "match.sql").read_text(encoding="utf-8")
    connection.execute(match)
    _add_missed(connection, verdicts)
    connection.execute(match)
    _correct(connection, verdicts)
    _move_between_lines(connection, verdicts)


def field_value(field: str, text: str | None) -> object:
    """A corrected field's text as the record's contract takes it: names as a list, the rest as it is."""
    return json.loads(text or "[]") if field in NAME_LISTS else text


@contextmanager
def _draft(published: Path) -> Iterator[Path]:
    """A copy of the published file to write to, gone at the end."""
    if not published.is_file():
        raise WarehouseMissing(f"there is no warehouse at {published}")
    draft = published.with_name(f".{published.name}.{os.getpid()}.reviewed")
    try:
        shutil.copyfile(published, draft)
        yield draft
    finally:
        draft.unlink(missing_ok=True)
        draft.with_name(draft.name + ".wal").unlink(missing_ok=True)


def _fresh(before: Sequence[Verdict], verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Those of ``verdicts`` that differ in more than their time from the last one on the same words."""
    last = {_matter(verdict): verdict for verdict in before}
    fresh = []
    for verdict in verdicts:
        said = last.get(_matter(verdict))
        if said is None or said != verdict.model_copy(update={"reviewed_at": said.reviewed_at}):
            fresh.append(verdict)
            last[_matter(verdict)] = verdict
    return fresh


def _matter(verdict: Verdict) -> tuple[object, ...]:
    """What a verdict is about: the words, which record of them, and whether its line is judged or itself."""
    record = verdict.commitment_id or verdict.fields.get("force")
    moves = verdict.verdict in ("merge", "split")
    return (verdict.document_id, verdict.start_char, verdict.end_char, record, moves)


def _write_journal(file: Path, verdicts: Iterable[Verdict]) -> None:
    temporary = file.with_name(f".{file.name}.{os.getpid()}")
    with temporary.open("w", encoding="utf-8") as handle:
        for verdict in verdicts:
            handle.write(verdict.model_dump_json() + "\n")
        handle.flush()
        os.fsync(handle.fileno())
    temporary.replace(file)


def _mirror(connection: duckdb.DuckDBPyConnection, verdicts: Sequence[Verdict]) -> None:
    rows = [
        verdict.model_dump()
        | {
            "verdict_id": verdict.verdict_id,
            "number": number,
            "fields": json.dumps(verdict.fields, ensure_ascii=False),
            "reviewed_at": utc(verdict.reviewed_at),
        }
        for number, verdict in enumerate(verdicts, start=1)
    ]
    _insert(connection, "verdicts", pa.Table.from_pylist(rows))


def _add_missed(connection: duckdb.DuckDBPyConnection, verdicts: Sequence[Verdict]) -> None:
    """Make records of the added commitments that the machine has not found by now."""
    places = connection.execute(
        "SELECT v.verdict_id, d.document_id, d.document_id = v.document_id, d.text"
        " FROM store.verdicts AS v ANTI JOIN store.verdict_records AS m USING (verdict_id)"
        " JOIN store.documents AS d ON d.uri = v.uri OR d.document_id = v.document_id"
        " WHERE v.verdict = 'add'"
    ).fetchall()
    by_id = {verdict.verdict_id: verdict for verdict in verdicts}
    records: dict[str, Record] = {}
    for verdict_id, document_id, same_text, text in places:
        verdict = by_id[verdict_id]
        start = verdict.sentence_start if same_text else text.find(verdict.sentence)
        if start >= 0:
            record = added_record(verdict, document_id, start - verdict.sentence_start)
            records[record.record_id] = record
    if records:
        _insert(connection, "added_records", arrow_table(list(records.values()), Record).drop_columns("cues"))


def added_record(verdict: Verdict, document_id: str, shift: int = 0) -> Record:
    """The record that an ``add`` verdict describes, moved by ``shift`` characters.

    Raises pydantic's ValidationError where its fields break the record's contract.
    """
    fields = {name: field_value(name, text) for name, text in verdict.fields.items() if text is not None}
    start, end = verdict.start_char + shift, verdict.end_char + shift
    return Record.model_validate(
        {
            **fields,
            "record_id": Record.make_id(document_id, start, end, str(fields["force"])),
            "document_id": document_id,
            "sentence": verdict.sentence,
            "sentence_start": verdict.sentence_start + shift,
            "sentence_end": verdict.sentence_start + shift + len(verdict.sentence),
            "action": verdict.action,
            "start_char": start,
            "end_char": end,
            "confidence": 1.0,
            "rule_id": "analyst",
        }
    )


def _correct(connection: duckdb.DuckDBPyConnection, verdicts: Sequence[Verdict]) -> None:
    """Keep for each field of a machine record the value that the last verdict gives it."""
    rows = connection.execute(
        "SELECT m.verdict_id, m.record_id, a.record_id IS NOT NULL FROM store.verdict_records AS m"
        " LEFT JOIN store.added_records AS a USING (record_id)"
    ).fetchall()
    records = {verdict_id: (record_id, added) for verdict_id, record_id, added in rows}
    last: dict[tuple[str, str], dict[str, str | None]] = {}
    for verdict in verdicts:
        record_id, added = records.get(verdict.verdict_id, ("", True))
        if verdict.verdict == "add" and added:  # these values are the record's own
            continue
        for field, value in verdict.fields.items() if record_id else ():
            row = {"record_id": record_id, "field": field, "value": value, "verdict_id": verdict.verdict_id}
            last[record_id, field] = row
    if last:
        _insert(connection, "corrections", pa.Table.from_pylist(list(last.values()), CORRECTION_SCHEMA))


CORRECTION_SCHEMA = pa.schema([(name, pa.string()) for name in ("record_id", "field", "value", "verdict_id")])


def _move_between_lines(connection: duckdb.DuckDBPyConnection, verdicts: Sequence[Verdict]) -> None:
    """Take records out of ledger lines and join lines, in the order of the verdicts.

    Linking knows nothing of records that analysts added: each of them opens a line of its own.
    """
    for (added,) in connection.execute("SELECT record_id FROM store.added_records").fetchall():
        _place(connection, [added], stable_id("led", added))
    records = dict(connection.execute("FROM store.verdict_records").fetchall())
    for verdict in verdicts:
        record_id = records.get(verdict.verdict_id)
        if record_id is None or verdict.verdict not in ("merge", "split"):
            continue
        if verdict.verdict == "split":
            _place(connection, [record_id], stable_id("led", record_id))
        else:
            target = _line_of(connection, verdict.merge_with)
            source = _line_of(connection, record_id)
            if target is not None:
                _place(connection, _members(connection, source) or [record_id], target)


PLACES = (
    "SELECT record_id, coalesce(o.ledger_id, l.ledger_id) AS ledger_id"
    " FROM store.ledger_records AS l FULL JOIN store.ledger_overrides AS o USING (record_id)"
)


def _line_of(connection: duckdb.DuckDBPyConnection, record_id: str | None) -> str | None:
    row = connection.execute(f"SELECT ledger_id FROM ({PLACES}) WHERE record_id = ?", [record_id]).fetchone()
    return row[0] if row else None


def _members(connection: duckdb.DuckDBPyConnection, ledger_id: str | None) -> list[str]:
    rows = connection.execute(f"SELECT record_id FROM ({PLACES}) WHERE ledger_id = ?", [ledger_id])
    return [record_id for (record_id,) in rows.fetchall()]


def _place(connection: duckdb.DuckDBPyConnection, record_ids: Sequence[str], ledger_id: str) -> None:
    placed = {"records": list(record_ids)}
    connection.execute("DELETE FROM store.ledger_overrides WHERE list_contains($records, record_id)", placed)
    connection.execute(
        "INSERT INTO store.ledger_overrides SELECT unnest($records), $line", placed | {"line": ledger_id}
    )


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: pa.Table) -> None:
    connection.register("rows_to_insert", rows)
    connection.execute(f"INSERT INTO store.{table} BY NAME FROM rows_to_insert")
    connection.unregister("rows_to_insert")
