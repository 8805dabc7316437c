"""Extraction on a real Dask cluster of two worker processes, one of which dies or falls silent."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster

from flows.cluster import CLUSTER_CONFIG, UnfitWorkerError, build_on_dask
from flows.settings import Settings
from flows.steps import new_job, run_steps
from tests.conftest import rows_of
from warehouse import query

pytestmark = pytest.mark.usefixtures("prefect_server")

WORDS = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta")
SET_ASIDE = "SELECT source_name, stage, reason FROM quarantine"


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Two worker processes, which are given up after fifteen seconds of silence."""
    with (
        dask.config.set({**CLUSTER_CONFIG, "distributed.scheduler.worker-ttl": "15 s"}),
        LocalCluster(  # type: ignore[no-untyped-call]  # Dask has no types for it
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as started,
    ):
        yield started


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path | str]:
    """Eight documents, a batch each."""
    monkeypatch.setenv("PLEDGEBOOK_PART_DOCUMENTS", "1")
    folder = tmp_path / "inputs"
    folder.mkdir()
    for word in WORDS:
        (folder / f"{word}.txt").write_text(f"{word} will act.")
    return [folder]


def run_here(documents: list[Path | str], book: Path) -> Path:
    run_steps(new_job(documents, book, 1, False, Settings()))
    return book


def worker_process(cluster: LocalCluster) -> int:
    """The process id of one Dask worker."""
    pid = next(iter(cluster.workers.values())).process.pid
    assert isinstance(pid, int)
    return pid


def meanwhile(book: Path, act: Callable[[], None]) -> threading.Thread:
    """Call ``act`` as soon as a batch is under way."""

    def watch() -> None:
        while not list(book.parent.glob("staging/*/attempts/*")):
            time.sleep(0.02)
        act()

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    return thread


def test_the_rows_are_those_of_a_run_on_this_machine(
    cluster: LocalCluster,
    documents: list[Path | str],
    tmp_path: Path,
    simple_extractor: Callable[[str], None],
) -> None:
    simple_extractor("Poisoned")
    (Path(documents[0]) / "poison.txt").write_text("CRASH at this one")
    here = run_here(documents, tmp_path / "here" / "book.duckdb")
    book = tmp_path / "there" / "book.duckdb"
    loaded = build_on_dask(documents, book, scheduler=cluster.scheduler_address)
    assert (loaded.summary.new, loaded.summary.quarantined) == (len(WORDS), 1)
    assert rows_of(book) == rows_of(here)
    assert query(book, SET_ASIDE).rows == query(here, SET_ASIDE).rows


@pytest.mark.parametrize("fault", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "straggler"])
def test_a_worker_lost_in_the_middle_loses_nothing_and_doubles_nothing(
    cluster: LocalCluster,
    documents: list[Path | str],
    book: Path,
    simple_extractor: Callable[[str], None],
    fault: signal.Signals,
) -> None:
    simple_extractor("Slow")
    pid = worker_process(cluster)
    lost = meanwhile(book, lambda: os.kill(pid, fault))
    try:
        build_on_dask(documents, book, scheduler=cluster.scheduler_address)
    finally:
        with contextlib.suppress(ProcessLookupError):  # Dask has replaced it
            os.kill(pid, signal.SIGCONT)
    lost.join()
    assert sorted(row[0] for row in query(book, "SELECT action FROM commitments").rows) == sorted(WORDS)
    assert query(book, SET_ASIDE).rows == ()


def test_a_worker_with_another_extractor_is_refused(
    cluster: LocalCluster, documents: list[Path | str], book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.cluster.extractor_version", lambda: "another")
    with pytest.raises(UnfitWorkerError, match="install the same pledgebook"):
        build_on_dask(documents, book, scheduler=cluster.scheduler_address)
    assert not book.exists()
