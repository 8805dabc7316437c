"""The scheduled flows on a real Prefect server, and the deployments that call them."""

from __future__ import annotations

import inspect
import os
import pkgutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import yaml  # type: ignore[import-untyped]  # ships no types
from prefect import Flow, get_client
from prefect.client.schemas.filters import (
    ArtifactFilter,
    ArtifactFilterFlowRunId,
)

from flows.schedule import check_book, read_inbox
from flows.settings import Settings
from flows.steps import new_job, run_steps

ROOT = Path(__file__).parent.parent.parent
DEPLOYMENTS = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]


@pytest.fixture
def inbox(inputs: Path) -> Path:
    """Three documents and a broken file that have been lying there for a minute."""
    (inputs / "broken.jsonl").write_text('{"id": 1')
    for file in inputs.iterdir():
        os.utime(file, (file.stat().st_mtime - 60,) * 2)
    return inputs


def artifacts_of(flow_run: UUID | None) -> dict[str, Any]:
    """The artifacts that a run and its tasks left, by their keys."""
    assert flow_run is not None
    wanted = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[flow_run]))
    with get_client(sync_client=True) as client:
        return {str(each.key): each for each in client.read_artifacts(artifact_filter=wanted)}


@pytest.mark.usefixtures("prefect_server", "simple_extractor")
def test_the_inbox_is_read_and_put_away_and_told_in_artifacts(
    inbox: Path, book: Path, tmp_path: Path
) -> None:
    page = tmp_path / "index.html"
    page.write_text("<!doctype html>")
    state = read_inbox(inbox, book, workers=1, report=page, return_state=True)
    summary = state.result()
    assert summary is not None
    assert (summary.new, summary.quarantined) == (3, 1)
    assert {file.name for file in (inbox / "failed").rglob("*.*")} == {"broken.jsonl"}
    assert {file.name for file in (inbox / "done").rglob("*.txt")} == {"a.txt", "b.txt", "c.txt"}
    left = artifacts_of(state.state_details.flow_run_id)
    assert set(left) == {"run-summary", "new-commitments", "quarantine", "report"}
    assert "| new | 3 |" in left["run-summary"].data
    assert left["new-commitments"].description == "3 of 3 rows"
    assert '"reason": "broken_json"' in left["quarantine"].data
    assert page.as_uri() in left["report"].data


@pytest.mark.usefixtures("prefect_server")
def test_the_night_checks_every_row_backs_up_and_writes_the_report(
    inputs: Path, book: Path, tmp_path: Path, simple_extractor: Callable[[str], None]
) -> None:
    run_steps(new_job([inputs], book, 1, False, Settings()))
    state = check_book(book, backups=tmp_path / "backups", report=tmp_path / "report", return_state=True)
    backup = state.result()
    assert backup.parent == tmp_path / "backups"
    assert (tmp_path / "report" / "index.html").is_file()
    left = artifacts_of(state.state_details.flow_run_id)
    assert set(left) == {"data-checks", "report"}
    assert '"offending": 0' in left["data-checks"].data
    assert (tmp_path / "report" / "index.html").as_uri() in left["report"].data


@pytest.mark.parametrize("deployment", DEPLOYMENTS, ids=lambda each: each["name"])
def test_a_deployment_calls_a_flow_with_parameters_that_it_has(deployment: dict[str, Any]) -> None:
    called = pkgutil.resolve_name(deployment["entrypoint"])
    assert isinstance(called, Flow)
    parameters = inspect.signature(called.fn).parameters
    assert set(deployment["parameters"]) <= set(parameters)
    needed = {name for name, each in parameters.items() if each.default is inspect.Parameter.empty}
    assert needed <= set(deployment["parameters"])
