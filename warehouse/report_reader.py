"""The questions that the report's pages ask of a published file: the statements of sql/report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb

from warehouse.errors import QueryError, SchemaOutdated
from warehouse.migrations import is_up_to_date
from warehouse.paths import SQL_FOLDER
from warehouse.reading import ReadLimits, open_readonly

Row = dict[str, Any]

ROWS_AT_ONCE = 500
REPORT_LIMITS = ReadLimits(memory="3GB", seconds=None)


def report_sql(name: str) -> str:
    """The statement of sql/report called ``name``, such as ``charts/by_month``."""
    return (SQL_FOLDER / "report" / f"{name}.sql").read_text(encoding="utf-8").strip()


class ReportReader:
    """One published file, open for reading while its report is written.

    Raises what ``open_readonly`` raises, QueryError where a statement fails, and SchemaOutdated where it
    fails because another version of the project wrote the file.
    """

    def __init__(self, published: Path, limits: ReadLimits = REPORT_LIMITS) -> None:
        self._published = published
        self._connection = open_readonly(published, limits)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def rows(self, name: str, **parameters: object) -> list[Row]:
        """All rows of a statement, each a dictionary of its columns."""
        return list(self.stream(name, **parameters))

    def row(self, name: str, **parameters: object) -> Row:
        """The only row of a statement."""
        (row,) = self.rows(name, **parameters)
        return row

    def stream(self, name: str, **parameters: object) -> Iterator[Row]:
        """The rows of a statement one after the other, while others may be asked too."""
        with self._connection.cursor() as cursor:
            try:
                result = cursor.execute(report_sql(name), parameters or None)
                names = [column[0] for column in result.description or ()]
                while rows := result.fetchmany(ROWS_AT_ONCE):
                    for row in rows:
                        yield dict(zip(names, row, strict=True))
            except duckdb.Error as error:
                raise self._failure(name, error) from error

    def _failure(self, name: str, error: duckdb.Error) -> QueryError | SchemaOutdated:
        if is_up_to_date(self._connection):
            return QueryError(f"sql/report/{name}.sql: {error}")
        return SchemaOutdated(
            f"{self._published} was written by another version of pledgebook and has another schema;"
            " `pledgebook run` with your documents brings it up to date"
        )
