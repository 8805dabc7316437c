"""Worker processes: what they find, and what becomes of a document that kills or hangs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.workers import ExtractorUnavailableError, Lost, WorkerSpec, extract_batches
from tests.flows.documents import document
from warehouse import Batch, StagingArea


def spec(folder: Path, extractor: str, seconds: float = 60) -> WorkerSpec:
    return WorkerSpec(folder, f"tests.flows.extractors:{extractor}", None, seconds)


def staged(area: StagingArea, *texts: str) -> Batch:
    """One batch of a document for each text, named a, b, c ... in order."""
    documents = [document(text, name) for name, text in zip("abcdefgh", texts, strict=False)]
    part = area.write_documents(documents, 0)
    return Batch(0, part, tuple(each.document_id for each in documents))


def found(area: StagingArea) -> set[str]:
    """The first word of every document that was extracted."""
    extractions = [each for part in area.extraction_parts() for each in area.read_extractions(part)]
    return {record.action for extraction in extractions for record in extraction.records}


def test_every_document_of_a_batch_is_extracted_and_counted(tmp_path: Path) -> None:
    area = StagingArea(tmp_path)
    results = list(
        extract_batches([staged(area, "one pledge", "two pledges")], spec(tmp_path, "FirstWords"), 2)
    )
    assert results == [1, 1]
    assert found(area) == {"one", "two"}


@pytest.mark.parametrize(
    ("word", "reason", "detail"),
    [
        ("CRASH", "extractor_failed", "ended with code 11"),
        ("RAISE", "extractor_failed", "ValueError: cannot read this"),
        ("HANG", "timeout", "no result within 3 s"),
    ],
)
def test_a_poisonous_document_is_named_and_the_rest_is_kept(
    tmp_path: Path, word: str, reason: str, detail: str
) -> None:
    area = StagingArea(tmp_path)
    batch = staged(area, "one", f"two {word}", "three")
    results = list(extract_batches([batch], spec(tmp_path, "Poisoned", seconds=3), 2))
    lost = [result for result in results if isinstance(result, Lost)]
    assert [(each.batch.document_ids, each.reason) for each in lost] == [((batch.document_ids[1],), reason)]
    assert detail in lost[0].detail
    assert found(area) == {"one", "three"}
    assert sum(result for result in results if isinstance(result, int)) == 2


def test_an_extractor_that_cannot_be_loaded_stops_the_run(tmp_path: Path) -> None:
    area = StagingArea(tmp_path)
    with pytest.raises(ExtractorUnavailableError, match="no such model"):
        list(extract_batches([staged(area, "one")], spec(tmp_path, "Unloadable"), 1))
    assert area.extraction_parts() == []
