"""Writing what linking found: which records stand in which ledger line."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from models.ledger import LedgerLine, LedgerRecord
from warehouse.arrow import arrow_table
from warehouse.checking import check_rows
from warehouse.connection import open_for_writing, transaction
from warehouse.errors import CheckFailed
from warehouse.paths import verdicts_file
from warehouse.verdicts import apply_verdicts, read_journal


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
        for table in ("ledger_lines", "ledger_records"):
            connection.execute(f"DELETE FROM store.{table} WHERE list_contains(?, ledger_id)", [replaced])
        connection.execute(
            "DELETE FROM store.ledger_records WHERE record_id IN (SELECT record_id FROM new_records)"
        )
        connection.execute("INSERT INTO store.ledger_records BY NAME FROM new_records")
        connection.execute("INSERT INTO store.ledger_lines BY NAME FROM new_lines")
        apply_verdicts(connection, read_journal(verdicts_file(build)))
        failed = [result for result in check_rows(connection, "") if not result.passed]
        if failed:
            raise CheckFailed(failed)
