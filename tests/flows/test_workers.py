"""Worker processes: what they find, and what becomes of a document that kills or hangs them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flows.workers import ExtractorUnavailableError, WorkerPool, WorkerSpec
from models import Quarantined
from tests.flows.documents import document
from warehouse import Batch, StagingArea


@pytest.fixture
def pool_of() -> Iterator[Callable[..., WorkerPool]]:
    """Makes a pool of an extractor of tests/flows/extractors.py, closed at the end."""
    pools = []

    def make(extractor: str, count: int = 2, seconds: float = 60) -> WorkerPool:
        pools.append(WorkerPool(WorkerSpec(f"tests.flows.extractors:{extractor}", None, seconds), count))
        return pools[-1]

    yield make
    for pool in pools:
        pool.close()


def staged(area: StagingArea, *texts: str) -> Batch:
    """One batch of a document for each text, named a, b, c ... in order."""
    documents = [document(text, name) for name, text in zip("abcdefgh", texts, strict=False)]
    part = area.write_documents(documents, 0)
    return Batch(0, part, tuple(each.document_id for each in documents))


def found(area: StagingArea) -> set[str]:
    """The first word of every document that was extracted."""
    extractions = [each for part in area.extraction_parts() for each in area.read_extractions(part)]
    return {record.action for extraction in extractions for record in extraction.records}


def set_aside(area: StagingArea) -> list[Quarantined]:
    return [each for part in area.quarantine_parts("extract") for each in area.read_quarantine(part)]


def test_every_document_of_a_batch_is_extracted_and_counted(
    tmp_path: Path, pool_of: Callable[..., WorkerPool]
) -> None:
    area = StagingArea(tmp_path)
    results = list(pool_of("FirstWords").extract([staged(area, "one pledge", "two pledges")], tmp_path))
    assert results == [1, 1]
    assert found(area) == {"one", "two"}


def test_a_pool_takes_more_batches_with_the_process_it_has(
    tmp_path: Path, pool_of: Callable[..., WorkerPool]
) -> None:
    pool = pool_of("FirstWords", count=1)
    processes = []
    for name in ("first", "second"):
        area = StagingArea(tmp_path / name)
        list(pool.extract([staged(area, name)], area.folder))
        assert found(area) == {name}
        processes.append([worker.started.process.pid for worker in pool.workers])
    assert processes[0] == processes[1]


@pytest.mark.parametrize(
    ("word", "reason", "detail"),
    [
        ("CRASH", "extractor_failed", "ended with code 11"),
        ("RAISE", "extractor_failed", "ValueError: cannot read this"),
        ("HANG", "timeout", "no result within 3 s"),
    ],
)
def test_a_poisonous_document_is_set_aside_and_the_rest_is_kept(
    tmp_path: Path, pool_of: Callable[..., WorkerPool], word: str, reason: str, detail: str
) -> None:
    area = StagingArea(tmp_path)
    batch = staged(area, "one", f"two {word}", "three")
    results = list(pool_of("Poisoned", seconds=3).extract([batch], tmp_path))
    (refused,) = set_aside(area)
    assert (refused.source_name, refused.reason) == ("b", reason)
    assert detail in refused.detail
    assert found(area) == {"one", "three"}
    assert sum(results) == 3


def test_an_extractor_that_cannot_be_loaded_stops_the_run(
    tmp_path: Path, pool_of: Callable[..., WorkerPool]
) -> None:
    area = StagingArea(tmp_path)
    pool = pool_of("Unloadable")
    with pytest.raises(ExtractorUnavailableError, match="no such model"):
        list(pool.extract([staged(area, "one")], tmp_path))
    assert area.extraction_parts() == []
    assert pool.workers == []


def test_a_worker_that_is_killed_while_it_loads_is_started_again(
    tmp_path: Path, pool_of: Callable[..., WorkerPool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KILLED_ONCE", str(tmp_path / "killed"))
    area = StagingArea(tmp_path / "staging")
    list(pool_of("KilledOnce", count=1).extract([staged(area, "one")], area.folder))
    assert (tmp_path / "killed").exists()
    assert found(area) == {"one"}


def test_an_extractor_that_dies_whenever_it_is_loaded_stops_the_run(
    tmp_path: Path, pool_of: Callable[..., WorkerPool]
) -> None:
    area = StagingArea(tmp_path)
    with pytest.raises(ExtractorUnavailableError, match=r"ended with code 9\..* fewer --workers"):
        list(pool_of("Dying", count=1).extract([staged(area, "one")], tmp_path))


def test_a_worker_goes_on_alone_where_others_cannot_load(
    tmp_path: Path, pool_of: Callable[..., WorkerPool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOADED_ONCE", str(tmp_path / "loaded"))
    area = StagingArea(tmp_path / "staging")
    words = ("one", "two", "three", "four")
    batches = [
        Batch(number, area.write_documents([each := document(word, word)], number), (each.document_id,))
        for number, word in enumerate(words)
    ]
    list(pool_of("LoadedOnce", count=2).extract(batches, area.folder))
    assert found(area) == set(words)
