"""The Prefect flow, on a real embedded server with a database of its own."""

from __future__ import annotations

import datetime as dt
import errno
import subprocess
import sys
from pathlib import Path

import pytest
from prefect import get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId

from flows.build import build_warehouse, is_transient
from flows.lock import WarehouseBusyError, sole_writer
from flows.steps import STEPS
from flows.workers import ExtractorUnavailableError
from models import Document
from tests.conftest import rows_of
from warehouse import StagingArea, StagingError, WarehouseBusy, build_file, query

HOLD_FOR_A_MOMENT = """
import sys, time, duckdb
connection = duckdb.connect(sys.argv[1])
print("held", flush=True)
time.sleep(1.5)
"""


pytestmark = pytest.mark.usefixtures("prefect_server")


@pytest.mark.usefixtures("simple_extractor")
def test_the_flow_takes_each_step_as_a_task_and_ends_with_the_counts(inputs: Path, book: Path) -> None:
    state = build_warehouse([inputs], book, workers=1, return_state=True)
    assert state.is_completed()
    assert state.result().summary.new == 3
    with get_client(sync_client=True) as client:
        wanted = FlowRunFilter(id=FlowRunFilterId(any_=[state.state_details.flow_run_id]))
        tasks = client.read_task_runs(flow_run_filter=wanted)
    assert sorted(task.name.rpartition("-")[0] for task in tasks) == sorted(step.__name__ for step in STEPS)
    assert len(rows_of(book)["commitments"]) == 3


def test_documents_become_commitments_with_their_words(tmp_path: Path, book: Path) -> None:
    folder = tmp_path / "inputs"
    folder.mkdir()
    text = "Norway will send 40 trucks to Ukraine by the end of 2024, the Norwegian government said."
    (folder / "trucks.txt").write_text(text)
    (folder / "trucks.txt.meta.json").write_text('{"published": "2023-07-09", "publisher": "Nordic Wire"}')
    (folder / "museum.txt").write_text("The museum has three floors and a garden.")
    (folder / "broken.jsonl").write_text('{"id": 1')

    summary = build_warehouse([folder], book, workers=1).summary
    assert (summary.new, summary.quarantined, summary.commitments) == (2, 1, 1)
    columns = "source_name, promisors, beneficiaries, force, amount, unit, due_end, published_on"
    (row,) = query(book, f"SELECT {columns} FROM commitments").rows
    assert row == (
        "trucks.txt", ["Norway"], ["Ukraine"], "pledge", 40.0, "trucks",
        dt.date(2024, 12, 31), dt.date(2023, 7, 9),
    )  # fmt: skip
    evidence = (
        "SELECT d.text[start_char + 1 : end_char] = action"
        " FROM commitments JOIN documents d USING (document_id)"
    )
    assert query(book, evidence).rows == ((True,),)


@pytest.mark.usefixtures("simple_extractor")
def test_a_failing_step_fails_the_flow_with_its_own_error(
    inputs: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLEDGEBOOK_EXTRACTOR", "tests.flows.extractors:Unloadable")
    with pytest.raises(ExtractorUnavailableError, match="no such model"):
        build_warehouse([inputs], book)
    assert not book.exists()


@pytest.mark.usefixtures("simple_extractor")
def test_a_file_that_is_held_for_a_moment_is_waited_for(inputs: Path, book: Path) -> None:
    build_warehouse([inputs], book)
    command = [sys.executable, "-c", HOLD_FOR_A_MOMENT, str(build_file(book))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert build_warehouse([inputs], book).summary.unchanged == 3


def test_a_second_run_at_once_is_refused(inputs: Path, book: Path) -> None:
    with sole_writer(book, "run_other"), pytest.raises(WarehouseBusyError, match="run_other"):
        build_warehouse([inputs], book)


@pytest.mark.parametrize(
    ("error", "transient"),
    [
        (WarehouseBusy("held"), True),
        (OSError(errno.ESTALE, "a network disk's hiccup"), True),
        (OSError(errno.ENOSPC, "disk full"), False),
        (PermissionError(errno.EACCES, "read-only"), False),
        (StagingError("a part is broken"), False),
        (ValueError("a fault of ours"), False),
    ],
)
def test_only_what_may_pass_by_itself_is_tried_again(error: Exception, transient: bool) -> None:
    assert is_transient(error) is transient


@pytest.mark.usefixtures("simple_extractor")
def test_what_was_piped_in_outlives_a_step_that_is_tried_again(
    tmp_path: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped = tmp_path / "piped.txt"
    piped.write_text("Norway will send 40 trucks to Ukraine, the Norwegian government said.")
    written = StagingArea.write_documents
    tries: list[int] = []

    def fail_at_first(area: StagingArea, documents: list[Document], number: int) -> None:
        tries.append(number)
        if len(tries) == 1:  # as a network disk does, once the pipe is empty
            raise OSError(errno.ESTALE, "stale file handle")
        written(area, documents, number)

    monkeypatch.setattr(StagingArea, "write_documents", fail_at_first)
    with piped.open() as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        summary = build_warehouse(["-"], book, workers=1).summary
    assert (len(tries), summary.new, summary.quarantined) == (2, 1, 0)
