"""Staged parts are whole, repeatable, and give back what was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.book import document, extraction, record, refusal
from warehouse import Plan, StagingArea, StagingError

OSLO = document("Oslo will send medics – soon.", "oslo.txt", title="Medics", publisher="Wire")
RIGA = document("Riga will host talks.", "riga.txt")


@pytest.fixture
def staging(tmp_path: Path) -> StagingArea:
    """An area in a folder whose name would be a pattern to a careless reader."""
    return StagingArea(tmp_path / "run [1]*")


def test_documents_come_back_as_written(staging: StagingArea) -> None:
    part = staging.write_documents([OSLO, RIGA], 0)
    assert staging.read_documents(part) == [OSLO, RIGA]
    assert staging.read_documents(part, [RIGA.document_id]) == [RIGA]
    assert staging.read_documents(part, []) == []


def test_a_text_that_came_twice_under_one_address_comes_back_once_as_read_last(staging: StagingArea) -> None:
    renamed = document(OSLO.text, "oslo.txt", title="More medics", publisher="Wire")
    assert renamed.document_id == OSLO.document_id
    part = staging.write_documents([OSLO, RIGA, renamed], 0)
    assert staging.read_documents(part, [RIGA.document_id, OSLO.document_id]) == [renamed, RIGA]


def test_extractions_come_back_as_written(staging: StagingArea) -> None:
    found = extraction(OSLO, record(OSLO, "send medics", amount=2.0, unit="teams", beneficiaries=("Latvia",)))
    assert staging.read_extractions(staging.write_extractions([found], 7)) == [found]


def test_a_part_written_again_replaces_the_first(staging: StagingArea) -> None:
    first = staging.write_documents([OSLO], 3)
    second = staging.write_documents([RIGA], 3)
    assert first == second
    assert staging.document_parts() == [first]
    assert staging.read_documents(first) == [RIGA]


def test_an_empty_quarantine_removes_what_an_earlier_try_left(staging: StagingArea) -> None:
    part = staging.write_quarantine([refusal("a.txt")], "ingest", 0)
    assert part is not None
    assert staging.read_quarantine(part) == [refusal("a.txt")]
    assert staging.write_quarantine([], "ingest", 0) is None
    assert staging.quarantine_parts() == []


def test_quarantine_parts_are_kept_apart_by_stage(staging: StagingArea) -> None:
    ingest = staging.write_quarantine([refusal("a.txt")], "ingest", 0)
    extract = staging.write_quarantine([refusal("b.txt", stage="extract")], "extract", 0)
    assert staging.quarantine_parts("ingest") == [ingest]
    assert staging.quarantine_parts() == sorted([ingest, extract], key=str)


def test_a_broken_part_is_named(staging: StagingArea) -> None:
    part = staging.write_documents([OSLO], 0)
    part.write_bytes(part.read_bytes()[:-20])
    with pytest.raises(StagingError, match=r"documents-000000\.parquet"):
        staging.read_documents(part)


def test_nothing_but_whole_parts_stays_in_the_folder(staging: StagingArea) -> None:
    staging.write_documents([OSLO], 0)
    assert [path.name for path in staging.folder.iterdir()] == ["documents-000000.parquet"]


def test_a_plan_without_earlier_runs_comes_back_as_written(staging: StagingArea) -> None:
    made = Plan(staging.folder, "v", None, ())
    staging.write_plan(made)
    assert staging.read_plan() == made


def test_a_missing_plan_is_said(staging: StagingArea) -> None:
    with pytest.raises(StagingError, match="plan"):
        staging.read_plan()
