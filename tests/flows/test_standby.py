"""A worker that is started ahead of its work: it is the pool's, or it ends."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from flows.standby import Standby, Started, brief_worker, expect_work_for, standing_by, taken_workers
from flows.workers import ExtractorUnavailableError, WorkerPool, WorkerSpec
from tests.flows.documents import document
from warehouse import Batch, StagingArea


def extracted_by(pool: WorkerPool, folder: Path, *texts: str) -> tuple[set[str], set[int | None]]:
    """The first words that a pool finds, a batch a text, and the processes that it had in the end."""
    area = StagingArea(folder)
    batches = []
    for number, text in enumerate(texts):
        each = document(text, text)
        batches.append(Batch(number, area.write_documents([each], number), (each.document_id,)))
    try:
        list(pool.extract(batches, folder))
        processes = {worker.started.process.pid for worker in pool.workers}
    finally:
        pool.close()
    found = [each for part in area.extraction_parts() for each in area.read_extractions(part)]
    return {record.action for extraction in found for record in extraction.records}, processes


def spec(extractor: str) -> WorkerSpec:
    return WorkerSpec(f"tests.flows.extractors:{extractor}", None, 60)


def test_the_worker_that_stands_by_extracts_beside_others(tmp_path: Path) -> None:
    wanted = spec("FirstWords")
    with standing_by():
        brief_worker(wanted.extractor, wanted.model)
        (ready,) = taken_workers(2)
        assert isinstance(ready, Started)
        assert taken_workers(2) == []
        found, processes = extracted_by(WorkerPool(wanted, 2, [ready]), tmp_path, "one", "two", "three")
    assert found == {"one", "two", "three"}
    assert ready.process.pid in processes


def test_a_worker_that_nobody_takes_ends_with_the_block() -> None:
    with standing_by():
        brief_worker("tests.flows.extractors:FirstWords", None)
        (process,) = multiprocessing.active_children()
        assert process.is_alive()
    assert not process.is_alive()
    assert taken_workers(1) == []


def test_more_workers_stand_by_once_there_is_work_for_them(tmp_path: Path) -> None:
    wanted = spec("FirstWords")
    with standing_by():
        brief_worker(wanted.extractor, wanted.model)
        for n_parts in (1, 2, 3, 2):
            expect_work_for(n_parts)
        spare = {process.pid for process in multiprocessing.active_children()}
        ready = taken_workers(2)
        expect_work_for(3)  # nobody stands by any more
        assert {process.pid for process in multiprocessing.active_children()} == {
            started.process.pid for started in ready
        }
        found, processes = extracted_by(WorkerPool(wanted, 2, ready), tmp_path, "one", "two", "three")
    assert found == {"one", "two", "three"}
    assert len(spare) == 3
    assert processes == {started.process.pid for started in ready}


def test_a_worker_that_was_killed_before_its_work_is_replaced(tmp_path: Path) -> None:
    (ready,) = Standby().take()
    ready.process.kill()
    ready.process.join()
    wanted = spec("FirstWords")
    ready.brief(wanted.extracting)
    found, processes = extracted_by(WorkerPool(wanted, 1, [ready]), tmp_path, "one")
    assert found == {"one"}
    assert ready.process.pid not in processes


def test_an_extractor_that_the_worker_ahead_cannot_load_stops_the_run(tmp_path: Path) -> None:
    wanted = spec("Unloadable")
    (ready,) = Standby().take()
    ready.brief(wanted.extracting)
    with pytest.raises(ExtractorUnavailableError, match="no such model"):
        extracted_by(WorkerPool(wanted, 1, [ready]), tmp_path, "one")
