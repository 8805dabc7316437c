"""What can go wrong with a warehouse.

WarehouseError
├── WarehouseMissing     no file at the path
├── WarehouseBusy        another process has the file open for writing
├── WarehouseBroken      bytes of the file are missing or wrong
├── MigrationError       a migration failed, or one that was applied has been edited since
├── SchemaOutdated       a reader needs tables or views that another version of the project made otherwise
├── StagingError         a staged part is broken, or a step left none where one was due
├── PlanOutdated         another run has loaded since the plan was made
├── CheckFailed          rows offend a check; nothing was written
└── QueryError           the database refused a query
    └── QueryTimeout     a query ran past its time limit
"""

# ruff: noqa: N818  (the names say what happened, which an "Error" behind each would not)

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warehouse.checking import CheckResult


class WarehouseError(Exception):
    """Any failure of the warehouse; the message says what and where."""


class WarehouseMissing(WarehouseError):
    """There is no warehouse at the path."""


class WarehouseBusy(WarehouseError):
    """Another process holds the file."""


class WarehouseBroken(WarehouseError):
    """The file opens, but bytes of it are missing or are not those that were written."""


class MigrationError(WarehouseError):
    """A migration could not be applied, or no longer is what was applied."""


class SchemaOutdated(WarehouseError):
    """A file can't be read as it is: another version of the project wrote it."""


class StagingError(WarehouseError):
    """A staged part can't be read or is missing."""


class JournalError(WarehouseError):
    """A line of the journal of verdicts is no verdict; the message names file and line."""


class ReviewSheetError(WarehouseError):
    """A sheet of verdicts is no CSV file, or its columns are not those of a review."""


class UnknownCommitment(WarehouseError):
    """The book has no record of that id."""


class PlanOutdated(WarehouseError):
    """The build file has changed since the plan was made."""


class CheckFailed(WarehouseError):
    """Rows offend a check; ``results`` holds the checks that failed."""

    def __init__(self, results: Sequence[CheckResult]) -> None:
        self.results = tuple(results)
        lines = [f"{result.name}: {result.offending} rows, e.g. {result.examples[:1]}" for result in results]
        super().__init__("data checks failed: " + "; ".join(lines))


class QueryError(WarehouseError):
    """The database refused or failed a query."""


class QueryTimeout(QueryError):
    """A query ran past its time limit and was stopped."""
