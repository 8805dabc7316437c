"""Flows that run by the clock: reading an inbox, and a nightly check with a backup and the report.

They share one global concurrency limit, so that Prefect queues a second writer instead of starting it;
the lock of the warehouse holds also against runs outside Prefect.
"""

# No postponed annotations: Prefect reads the types of a flow's parameters from them when it loads it
import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from prefect import flow, get_client, task
from prefect.artifacts import create_link_artifact, create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.schedules import CronSchedule
from prefect.concurrency.sync import concurrency
from prefect.types.entrypoint import EntrypointType

from flows import inbox as inbox_folder
from flows.alerts import Alerts, tell_failure, tell_matches
from flows.backup import back_up, backups_folder
from flows.build import build_warehouse
from flows.report import build_report
from flows.steps import Loaded
from models import RunSummary
from warehouse import CheckFailed, query, run_checks

WRITER_LIMIT = "pledgebook-writer"
SHOWN_ROWS = 200
NO_ALERTS = Alerts()

NEW_COMMITMENTS = """
    SELECT source_name, promisors, action, beneficiaries, force, certainty, due_text, speaker, commitment_id
    FROM commitments WHERE list_contains($documents::TEXT[], document_id)
    ORDER BY source_name, start_char
"""
SET_ASIDE = "SELECT source_name, stage, reason, detail FROM quarantine WHERE run_id = $run_id"


@flow(name="read-inbox", validate_parameters=True)
def read_inbox(
    inbox: Path,
    warehouse: Path,
    workers: int | None = None,
    alerts: Alerts = NO_ALERTS,
    report: Path | None = None,
) -> RunSummary | None:
    """Read what lies ready in ``inbox`` into the warehouse, then move it to done/ or failed/.

    Leaves artifacts in Prefect: the counts, the new commitments, what was set aside, and a link to
    ``report`` (a page) where there is one. Returns None where nothing lay ready.
    """
    _limit_writers()
    with _alerting(alerts, warehouse), concurrency(WRITER_LIMIT, occupy=1):
        files = inbox_folder.arrived(inbox)
        if not files:
            return None
        loaded = build_warehouse(list(files), warehouse, workers)
        inbox_folder.put_away(inbox, files, loaded.summary.run_id, warehouse)
        _leave_artifacts(loaded, warehouse, report)
        tell_matches(alerts, warehouse, loaded.summary.run_id, list(loaded.extracted))
    return loaded.summary


@flow(name="check-book", validate_parameters=True)
def check_book(
    warehouse: Path,
    backups: Path | None = None,
    kept: int = 14,
    alerts: Alerts = NO_ALERTS,
    report: Path | None = None,
) -> Path:
    """Run every data check on the published warehouse and back it up; returns the backup's folder.

    Of the backups made so, the last ``kept`` stay. Where ``report`` names a folder, the report is
    written there anew. Raises CheckFailed where rows offend a check, ReportError where the folder
    holds something else.
    """
    with _alerting(alerts, warehouse):
        check_rows(warehouse)
        backup = save(warehouse, backups or backups_folder(warehouse), kept)
        if report is not None:
            write_report(warehouse, report)
    return backup


@task(name="check", cache_policy=NO_CACHE)
def check_rows(warehouse: Path) -> None:
    """Run every data check on every row, and leave the table of them. Raises CheckFailed."""
    results = run_checks(warehouse)
    table = [
        {"check": result.name, "holds": result.meaning, "offending": result.offending} for result in results
    ]
    create_table_artifact(table, key="data-checks", description="Every check on every row of the book")
    failed = [result for result in results if not result.passed]
    if failed:
        raise CheckFailed(failed)


@task(name="back-up", cache_policy=NO_CACHE)
def save(warehouse: Path, backups: Path, kept: int) -> Path:
    """Back the book up; returns the backup's folder."""
    return back_up(warehouse, backups, kept)


@task(name="report", cache_policy=NO_CACHE)
def write_report(warehouse: Path, folder: Path) -> Path:
    """Write the report of today and leave a link to it; returns its first page."""
    written = build_report(warehouse, folder, dt.datetime.now(dt.UTC).date())
    description = f"{written.lines} lines, {written.documents} documents, {written.actors} actors"
    _leave_link(written.index, description)
    return written.index


def is_cron(expression: str) -> bool:
    """Whether Prefect can follow ``expression`` as a cron schedule."""
    try:
        CronSchedule(cron=expression)
    except ValueError:
        return False
    return True


def serve(cron: str, inbox: Path, warehouse: Path, workers: int | None, alerts: Alerts) -> None:
    """Read ``inbox`` by the clock until interrupted, one run at a time."""
    parameters: dict[str, Any] = {
        "inbox": inbox,
        "warehouse": warehouse,
        "workers": workers,
        "alerts": alerts,
    }
    read_inbox.serve(
        name="inbox",
        cron=cron,
        parameters=parameters,
        limit=1,
        print_starting_message=False,
        entrypoint_type=EntrypointType.MODULE_PATH,
    )


def _limit_writers() -> None:
    """Make the global concurrency limit of one writer, where the server does not have it."""
    with get_client(sync_client=True) as client:
        client.upsert_global_concurrency_limit_by_name(WRITER_LIMIT, 1)


@contextmanager
def _alerting(alerts: Alerts, warehouse: Path) -> Iterator[None]:
    """Tell of whatever the block raises, and let it pass on."""
    try:
        yield
    except BaseException as error:
        tell_failure(alerts, warehouse, error)
        raise


def _leave_artifacts(loaded: Loaded, warehouse: Path, report: Path | None) -> None:
    summary = loaded.summary
    counts = summary.model_dump(include={"new", "unchanged", "changed", "duplicate", "quarantined"})
    lines = [
        f"| {name} | {count} |"
        for name, count in (counts | {"commitments in the book": summary.commitments}).items()
    ]
    create_markdown_artifact(
        "\n".join(["| documents | |", "| --- | ---: |", *lines]),
        key="run-summary",
        description=f"{summary.run_id}, {summary.seconds:.1f} s",
    )
    _leave_rows("new-commitments", warehouse, NEW_COMMITMENTS, {"documents": list(loaded.extracted)})
    _leave_rows("quarantine", warehouse, SET_ASIDE, {"run_id": summary.run_id})
    if report is not None and report.is_file():
        _leave_link(report, "As it was last written")


def _leave_link(page: Path, description: str) -> None:
    create_link_artifact(
        page.absolute().as_uri(), key="report", link_text="The report", description=description
    )


def _leave_rows(key: str, warehouse: Path, sql: str, parameters: dict[str, Any]) -> None:
    """A table artifact of the first rows of a query; its description says how many there are."""
    result = query(warehouse, sql, parameters)
    names = [column.name for column in result.columns]
    rows = [dict(zip(names, map(_plain, row), strict=True)) for row in result.rows[:SHOWN_ROWS]]
    create_table_artifact(rows, key=key, description=f"{len(rows)} of {len(result.rows)} rows")


def _plain(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, list) else value
