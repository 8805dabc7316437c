"""Extractions of runs that were cut off: who may take them over, and when they go."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.warehouse.book import document, extraction, record
from warehouse import KeptExtractions, StagingArea

OSLO = document("Oslo will send medics.", "oslo.txt")
RIGA = document("Riga will host talks.", "riga.txt")
OSLO_ROW, RIGA_ROW = extraction(OSLO, record(OSLO, "send medics")), extraction(RIGA)


@pytest.fixture
def kept(tmp_path: Path) -> KeptExtractions:
    """What a run left that had extracted two documents, in one part."""
    dead = StagingArea(tmp_path / "run_dead")
    dead.write_extractions([OSLO_ROW, RIGA_ROW], 0, ["key_oslo", "key_riga"])
    found = KeptExtractions(tmp_path / "kept")
    found.keep(dead.attempted_parts())
    assert dead.attempted_parts() == []
    return found


@pytest.fixture
def area(tmp_path: Path) -> StagingArea:
    """The folder of the run that goes on."""
    return StagingArea(tmp_path / "run_next")


def taken(area: StagingArea) -> list[str]:
    return [each.document_id for part in area.extraction_parts() for each in area.read_extractions(part)]


def test_the_same_documents_are_taken_over_as_they_were(kept: KeptExtractions, area: StagingArea) -> None:
    wanted = {OSLO.document_id: "key_oslo", RIGA.document_id: "key_riga"}
    assert kept.take_over(area, wanted) == wanted.keys()
    (part,) = area.extraction_parts()
    assert area.read_extractions(part) == [OSLO_ROW, RIGA_ROW]
    assert not kept.folder.exists()


def test_a_document_that_would_be_made_otherwise_is_not_taken(
    kept: KeptExtractions, area: StagingArea
) -> None:
    wanted = {OSLO.document_id: "key_oslo", RIGA.document_id: "another"}
    assert kept.take_over(area, wanted) == {OSLO.document_id}
    assert taken(area) == [OSLO.document_id]


def test_a_part_that_nobody_wants_stays(kept: KeptExtractions, area: StagingArea) -> None:
    assert kept.take_over(area, {"doc_other": "key_oslo"}) == frozenset()
    assert area.extraction_parts() == []
    assert kept.take_over(area, {OSLO.document_id: "key_oslo"}) == {OSLO.document_id}


def test_a_row_without_a_key_is_of_no_use(tmp_path: Path, area: StagingArea) -> None:
    dead = StagingArea(tmp_path / "run_dead")
    dead.write_extractions([OSLO_ROW], 0)
    kept = KeptExtractions(tmp_path / "kept")
    kept.keep(dead.attempted_parts())
    assert kept.take_over(area, {OSLO.document_id: "key_oslo"}) == frozenset()


def test_what_two_parts_hold_is_taken_once(kept: KeptExtractions, tmp_path: Path, area: StagingArea) -> None:
    other = StagingArea(tmp_path / "run_other")
    other.write_extractions([OSLO_ROW, OSLO_ROW], 0, ["key_oslo", "key_oslo"])
    kept.keep(other.attempted_parts())
    kept.take_over(area, {OSLO.document_id: "key_oslo"})
    assert taken(area) == [OSLO.document_id]


def test_what_an_attempt_left_in_its_own_folder_is_kept_too(tmp_path: Path, area: StagingArea) -> None:
    dead = StagingArea(tmp_path / "run_dead")
    StagingArea(dead.folder / "attempts" / "000000-ab").write_extractions([OSLO_ROW], 0, ["key_oslo"])
    kept = KeptExtractions(tmp_path / "kept")
    kept.keep(dead.attempted_parts())
    assert kept.take_over(area, {OSLO.document_id: "key_oslo"}) == {OSLO.document_id}


@pytest.mark.parametrize("where", ["the middle", "the end"])
def test_a_damaged_part_is_dropped(kept: KeptExtractions, area: StagingArea, where: str) -> None:
    (part,) = kept.folder.iterdir()
    content = bytearray(part.read_bytes())
    if where == "the middle":
        metadata = pq.ParquetFile(part).metadata.row_group(0).column(0)
        assert metadata.dictionary_page_offset is not None
        at = metadata.dictionary_page_offset + metadata.total_compressed_size - 2
        content[at] ^= 0xFF  # among values, where only a checksum tells
    else:
        del content[-30:]
    part.write_bytes(content)
    assert kept.take_over(area, {OSLO.document_id: "key_oslo"}) == frozenset()
    assert not kept.folder.exists()


def test_a_part_of_another_shape_is_dropped(kept: KeptExtractions, area: StagingArea) -> None:
    (part,) = kept.folder.iterdir()
    pq.write_table(pq.read_table(part).drop_columns(["n_sentences"]), part)
    assert kept.take_over(area, {OSLO.document_id: "key_oslo"}) == frozenset()
    assert not kept.folder.exists()


def test_a_part_is_dropped_after_a_week(kept: KeptExtractions) -> None:
    (part,) = kept.folder.iterdir()
    kept.drop_old()
    assert part.exists()
    week_ago = time.time() - 7 * 24 * 3600 - 60
    os.utime(part, (week_ago, week_ago))
    kept.drop_old()
    assert not kept.folder.exists()
