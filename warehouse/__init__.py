"""The package that owns DuckDB: it stages, migrates, plans, loads, checks, publishes and reads.

A run writes its documents and extractions as Parquet parts into a ``StagingArea``; ``plan`` says what
each document is to the warehouse; ``load`` merges the staged parts into the build file in one
transaction, with every check of ``sql/checks`` inside it; ``publish`` copies the build file to the
published one that readers open. Tables live in the schema ``store``, views for readers in ``main``.
"""

from warehouse.checking import CheckResult, run_checks
from warehouse.errors import (
    CheckFailed,
    MigrationError,
    PlanOutdated,
    QueryError,
    QueryTimeout,
    StagingError,
    WarehouseBusy,
    WarehouseError,
    WarehouseMissing,
)
from warehouse.loading import Run, load
from warehouse.migrations import migrate
from warehouse.paths import build_file, staging_folder
from warehouse.planned import Batch, Plan, PlannedDocument
from warehouse.planning import plan
from warehouse.publishing import publish
from warehouse.reading import Column, QueryResult, ReadLimits, open_readonly, query
from warehouse.staging import StagingArea

__all__ = [
    "Batch",
    "CheckFailed",
    "CheckResult",
    "Column",
    "MigrationError",
    "Plan",
    "PlanOutdated",
    "PlannedDocument",
    "QueryError",
    "QueryResult",
    "QueryTimeout",
    "ReadLimits",
    "Run",
    "StagingArea",
    "StagingError",
    "WarehouseBusy",
    "WarehouseError",
    "WarehouseMissing",
    "build_file",
    "load",
    "migrate",
    "open_readonly",
    "plan",
    "publish",
    "query",
    "run_checks",
    "staging_folder",
]
