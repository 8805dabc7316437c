"""What linking reads, and what it found: which records stand in which ledger line."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import pyarrow as pa

from models.ledger import LedgerLine, LedgerRecord, LinkRecord
from warehouse.arrow import arrow_table
from warehouse.checking import check_rows
from warehouse.connection import open_for_reading, open_for_writing, transaction
from warehouse.errors import CheckFailed
from warehouse.paths import verdicts_file
from warehouse.verdicts import apply_verdicts, read_journal


def read_link_records(build: Path) -> list[LinkRecord]:
    """Every record of the build file as linking takes it: the machine's values, whatever analysts say.

    Raises WarehouseMissing or WarehouseBusy.
    """
    columns = [name for name in LinkRecord.model_fields if name != "published_on"]
    with open_for_reading(build) as connection:
        rows = connection.execute(
            f"SELECT d.published_on, r.{', r.'.join(columns)}"
            " FROM store.records AS r JOIN store.documents AS d USING (document_id)"
        ).fetchall()
    return [
        LinkRecord.model_validate(dict(zip(("published_on", *columns), row, strict=True))) for row in rows
    ]


def read_ledger(build: Path) -> tuple[list[LedgerLine], list[LedgerRecord]]:
    """The ledger lines of the build file and the records in them, as linking last wrote them.

    Raises WarehouseMissing or WarehouseBusy.
    """
    with open_for_reading(build) as connection:
        lines = connection.execute("SELECT ledger_id, parent_id, n_linked FROM store.ledger_lines").fetchall()
        records = connection.execute(
            "SELECT ledger_id, record_id, joined_by, joined_to, score FROM store.ledger_records"
        ).fetchall()
    return (
        [LedgerLine(ledger_id=row[0], parent_id=row[1], n_linked=row[2]) for row in lines],
        [
            LedgerRecord(ledger_id=row[0], record_id=row[1], joined_by=row[2], joined_to=row[3], score=row[4])
            for row in records
        ],
    )


def is_linked(build: Path) -> bool:
    """Whether every record of the build file stands in a ledger line.

    Raises WarehouseMissing or WarehouseBusy.
    """
    with open_for_reading(build) as connection:
        loose = connection.execute(
            "SELECT record_id FROM store.records ANTI JOIN store.ledger_records USING (record_id) LIMIT 1"
        ).fetchone()
    return loose is None


def write_ledger(
    build: Path,
    lines: Sequence[LedgerLine],
    records: Sequence[LedgerRecord],
    gone: Collection[str] = (),
) -> None:
    """Put ``lines`` with all their ``records`` in the place of what the build file says of them.

    Lines that linking did not touch stay as they are; those named in ``gone`` are removed. A record
    that moves leaves the line that it stood in. One transaction, with the checks inside. Raises
    CheckFailed, for one where a record or parent is not in the book, or WarehouseBusy.
    """
    with open_for_writing(build) as connection, transaction(connection):
        connection.register("new_lines", arrow_table(lines, LedgerLine))
        connection.register("new_records", arrow_table(records, LedgerRecord))
        replaced = [*gone, *(line.ledger_id for line in lines)]
        connection.register("replaced", pa.table({"ledger_id": pa.array(replaced, pa.string())}))
        for table in ("ledger_lines", "ledger_records"):
            connection.execute(
                f"DELETE FROM store.{table} WHERE ledger_id IN (SELECT ledger_id FROM replaced)"
            )
        connection.execute(
            "DELETE FROM store.ledger_records WHERE record_id IN (SELECT record_id FROM new_records)"
        )
        connection.execute("INSERT INTO store.ledger_records BY NAME FROM new_records")
        connection.execute("INSERT INTO store.ledger_lines BY NAME FROM new_lines")
        apply_verdicts(connection, read_journal(verdicts_file(build)))
        failed = [result for result in check_rows(connection, "") if not result.passed]
        if failed:
            raise CheckFailed(failed)
