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

from flows.cluster import CLUSTER_CONFIG, ClusterError
from flows.settings import Settings
from flows.steps import Cluster, Loaded, new_job, run_steps
from tests.conftest import rows_of
from warehouse import query

WORDS = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta")
SET_ASIDE = "SELECT source_name, stage, reason FROM quarantine"


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Two worker processes, which are given up after fifteen seconds of silence."""
    with (
        dask.config.set({**CLUSTER_CONFIG, "distributed.scheduler.worker-ttl": "15 s"}),
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as started,
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


def run_on(cluster: LocalCluster, documents: list[Path | str], book: Path) -> Loaded:
    scheduler = Cluster(scheduler=cluster.scheduler_address)
    return run_steps(new_job(documents, book, 1, False, Settings(), scheduler))


def worker_process(cluster: LocalCluster) -> int:
    """The process id of one Dask worker."""
    pid = next(iter(cluster.workers.values())).process.pid
    assert isinstance(pid, int)
    return pid


def meanwhile(book: Path, act: Callable[[], None]) -> threading.Thread:
    """Call ``act`` as soon as a batch is under way."""

    def watch() -> None:
        while not list(book.parent.glob("*.staging/*/attempts/*")):
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
    loaded = run_on(cluster, documents, book)
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
        run_on(cluster, documents, book)
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
    with pytest.raises(ClusterError, match="install the same pledgebook"):
        run_on(cluster, documents, book)
    assert not book.exists()


def test_a_scheduler_that_is_not_there_leaves_the_book_as_it_was(
    documents: list[Path | str], book: Path, simple_extractor: Callable[[str], None]
) -> None:
    run_here(documents, book)
    before = rows_of(book)
    (Path(documents[0]) / "late.txt").write_text("Iota will act.")
    nobody = Cluster(scheduler="tcp://127.0.0.1:9")
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "1 s"}),
        pytest.raises(ClusterError, match=r"there is no Dask scheduler at tcp://127\.0\.0\.1:9"),
    ):
        run_steps(new_job(documents, book, 1, False, Settings(), nobody))
    assert rows_of(book) == before
