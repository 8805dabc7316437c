"""The package that owns DuckDB: it stages, migrates, plans, loads, checks, publishes and reads.

A run writes its documents and extractions as Parquet parts into a ``StagingArea``; ``plan`` says what
each document is to the warehouse; ``load`` merges the staged parts into the build file in one
transaction, with every check of ``sql/checks`` inside it; ``publish`` copies the build file to the
published one that readers open. Tables live in the schema ``store``, views for readers in ``main``.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from warehouse.checking import (
        CheckResult,
        run_checks,
    )
    from warehouse.connection import (
        is_other_file,
    )
    from warehouse.errors import (
        CheckFailed,
        JournalError,
        MigrationError,
        PlanOutdated,
        QueryError,
        QueryTimeout,
        ReviewSheetError,
        StagingError,
        UnknownCommitment,
        WarehouseBroken,
        WarehouseBusy,
        WarehouseError,
        WarehouseMissing,
    )
    from warehouse.exporting import (
        FORMATS,
        Format,
        export_view,
        view_names,
    )
    from warehouse.kept import (
        KeptExtractions,
        was_loaded,
    )
    from warehouse.ledger import (
        LinkBook,
        open_link_book,
        write_ledger,
    )
    from warehouse.lineage import (
        Trace,
        trace,
    )
    from warehouse.loading import (
        Run,
        load,
    )
    from warehouse.migrations import (
        migrate,
    )
    from warehouse.paths import (
        build_file,
        kept_folder,
        staging_folder,
        verdicts_file,
    )
    from warehouse.planned import (
        Batch,
        Plan,
        PlannedDocument,
        shared_out,
    )
    from warehouse.planning import (
        plan,
    )
    from warehouse.publishing import (
        publish,
    )
    from warehouse.reading import (
        Column,
        QueryResult,
        ReadLimits,
        open_readonly,
        query,
    )
    from warehouse.readings import (
        recall,
    )
    from warehouse.report_reader import (
        ReportReader,
        report_sql,
    )
    from warehouse.resemblance import (
        resembling,
        stored_documents,
        unsigned,
    )
    from warehouse.reviewing import (
        ReviewedSheet,
        SheetOrder,
        SheetProblem,
        read_review_sheet,
        sheet_cells,
        write_review_sheet,
    )
    from warehouse.staging import (
        StagingArea,
    )
    from warehouse.verdicts import (
        count_lapsed,
        publish_verdicts,
        read_journal,
    )

__all__ = [
    "FORMATS",
    "Batch",
    "CheckFailed",
    "CheckResult",
    "Column",
    "Format",
    "JournalError",
    "KeptExtractions",
    "LinkBook",
    "MigrationError",
    "Plan",
    "PlanOutdated",
    "PlannedDocument",
    "QueryError",
    "QueryResult",
    "QueryTimeout",
    "ReadLimits",
    "ReportReader",
    "ReviewSheetError",
    "ReviewedSheet",
    "Run",
    "SheetOrder",
    "SheetProblem",
    "StagingArea",
    "StagingError",
    "Trace",
    "UnknownCommitment",
    "WarehouseBroken",
    "WarehouseBusy",
    "WarehouseError",
    "WarehouseMissing",
    "build_file",
    "count_lapsed",
    "export_view",
    "is_other_file",
    "kept_folder",
    "load",
    "migrate",
    "open_link_book",
    "open_readonly",
    "plan",
    "publish",
    "publish_verdicts",
    "query",
    "read_journal",
    "read_review_sheet",
    "recall",
    "report_sql",
    "resembling",
    "run_checks",
    "shared_out",
    "sheet_cells",
    "staging_folder",
    "stored_documents",
    "trace",
    "unsigned",
    "verdicts_file",
    "view_names",
    "was_loaded",
    "write_ledger",
    "write_review_sheet",
]

# The module of each public name. It is imported when the name is first used: what only reads a file
# should not wait for Arrow.
_HOMES = {
    "CheckResult": "checking",
    "run_checks": "checking",
    "is_other_file": "connection",
    "CheckFailed": "errors",
    "JournalError": "errors",
    "MigrationError": "errors",
    "PlanOutdated": "errors",
    "QueryError": "errors",
    "QueryTimeout": "errors",
    "ReviewSheetError": "errors",
    "StagingError": "errors",
    "UnknownCommitment": "errors",
    "WarehouseBroken": "errors",
    "WarehouseBusy": "errors",
    "WarehouseError": "errors",
    "WarehouseMissing": "errors",
    "FORMATS": "exporting",
    "Format": "exporting",
    "export_view": "exporting",
    "view_names": "exporting",
    "KeptExtractions": "kept",
    "was_loaded": "kept",
    "LinkBook": "ledger",
    "open_link_book": "ledger",
    "write_ledger": "ledger",
    "Trace": "lineage",
    "trace": "lineage",
    "Run": "loading",
    "load": "loading",
    "migrate": "migrations",
    "build_file": "paths",
    "kept_folder": "paths",
    "staging_folder": "paths",
    "verdicts_file": "paths",
    "Batch": "planned",
    "Plan": "planned",
    "PlannedDocument": "planned",
    "shared_out": "planned",
    "plan": "planning",
    "publish": "publishing",
    "Column": "reading",
    "QueryResult": "reading",
    "ReadLimits": "reading",
    "open_readonly": "reading",
    "query": "reading",
    "recall": "readings",
    "ReportReader": "report_reader",
    "report_sql": "report_reader",
    "resembling": "resemblance",
    "stored_documents": "resemblance",
    "unsigned": "resemblance",
    "ReviewedSheet": "reviewing",
    "SheetOrder": "reviewing",
    "SheetProblem": "reviewing",
    "read_review_sheet": "reviewing",
    "sheet_cells": "reviewing",
    "write_review_sheet": "reviewing",
    "StagingArea": "staging",
    "count_lapsed": "verdicts",
    "publish_verdicts": "verdicts",
    "read_journal": "verdicts",
}


def __getattr__(name: str) -> Any:
    """The public name, from its module, on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
