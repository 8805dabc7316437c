"""A run that is cut off while it extracts: the next one goes on, and ends as if nothing had been."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows.settings import Settings
from flows.steps import STEPS, Job, compare, extract, ingest, load, new_job, plan, run_steps
from tests.conftest import rows_of
from warehouse import CheckFailed, query
from warehouse.staging import extraction_schema

WORDS = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon")


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a run was killed when four of five documents were extracted."""
    folder = tmp_path_factory.mktemp("resuming")
    (folder / "inputs").mkdir()
    for number, word in enumerate(WORDS):
        waits = " WAIT" if word == WORDS[-1] else ""
        (folder / "inputs" / f"{number}.txt").write_text(f"{word} will act.{waits}")
    arguments = ["run", "--direct", "--workers", "1", folder / "inputs", "--warehouse", book_of(folder)]
    command = [sys.executable, "-c", "from flows.cli import main; main()", *map(str, arguments)]
    environment = os.environ | settings(folder)
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        while len(noted(folder)) < len(WORDS):
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGKILL)
    assert not book_of(folder).exists()
    (folder / "inputs" / "4.txt").write_text(f"{WORDS[-1]} will act.")
    notes_of(folder).unlink()
    shutil.copytree(folder, folder.with_name("as-it-was"))
    return folder


@pytest.fixture
def cut_off(ground: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The ground as the killed run left it, but that the last document no longer makes anyone wait."""
    shutil.rmtree(ground)
    shutil.copytree(ground.with_name("as-it-was"), ground)
    for name, value in settings(ground).items():
        monkeypatch.setenv(name, value)
    return ground


def settings(folder: Path) -> dict[str, str]:
    """A batch for each document, and an extractor that notes what it extracts."""
    return {
        "PLEDGEBOOK_EXTRACTOR": "tests.flows.extractors:Counted",
        "PLEDGEBOOK_PART_DOCUMENTS": "1",
        "COUNTED": str(notes_of(folder)),
    }


def book_of(folder: Path) -> Path:
    return folder / "book" / "book.duckdb"


def notes_of(folder: Path) -> Path:
    return folder / "notes"


def noted(folder: Path) -> list[str]:
    """The names of the documents that were extracted, sorted."""
    notes = notes_of(folder)
    return sorted(notes.read_text().split()) if notes.exists() else []


def job(folder: Path, full: bool = False) -> Job:
    return new_job([folder / "inputs"], book_of(folder), 1, full, Settings())


def staged(folder: Path) -> list[Path]:
    return list(book_of(folder).with_suffix(".staging").iterdir())


def test_the_next_run_extracts_only_the_rest(cut_off: Path, tmp_path: Path) -> None:
    loaded = run_steps(job(cut_off))
    assert noted(cut_off) == ["4.txt"]
    undisturbed = tmp_path / "book.duckdb"
    run_steps(new_job([cut_off / "inputs"], undisturbed, 1, False, Settings()))
    assert rows_of(book_of(cut_off)) == rows_of(undisturbed)
    assert (loaded.summary.new, loaded.summary.quarantined) == (len(WORDS), 0)
    assert staged(cut_off) == []


def test_a_run_leaves_what_a_run_of_a_book_beside_it_has_staged(cut_off: Path) -> None:
    begun = job(cut_off)
    for step in (ingest, plan, compare, extract):  # and still under way
        step(begun)
    beside = book_of(cut_off).with_name("other.duckdb")
    run_steps(new_job([cut_off / "inputs"], beside, 1, False, Settings()))
    load(begun)
    assert len(query(begun.build, "SELECT action FROM commitments").rows) == len(WORDS)


def test_a_run_that_is_cut_off_again_hands_on_what_it_had(cut_off: Path) -> None:
    begun = job(cut_off)
    for step in (ingest, plan, compare, extract):  # and no more
        step(begun)
    run_steps(job(cut_off))
    assert noted(cut_off) == ["4.txt"]
    assert len(rows_of(book_of(cut_off))["commitments"]) == len(WORDS)


def test_a_step_that_is_tried_again_keeps_what_it_had(cut_off: Path) -> None:
    begun = job(cut_off)
    for step in (ingest, plan, compare, extract, extract, load):
        step(begun)
    assert noted(cut_off) == ["4.txt"]


def test_what_would_be_read_otherwise_is_extracted_again(cut_off: Path) -> None:
    (cut_off / "inputs" / "0.txt.meta.json").write_text('{"published": "2024-05-06"}')
    (cut_off / "inputs" / "1.txt").write_text("Zeta will act.")
    run_steps(job(cut_off))
    assert noted(cut_off) == ["0.txt", "1.txt", "4.txt"]
    actions = query(book_of(cut_off), "SELECT action FROM commitments ORDER BY source_name").rows
    assert actions == (("Alpha",), ("Zeta",), ("Gamma",), ("Delta",), ("Epsilon",))


def test_another_extractor_begins_anew(cut_off: Path, simple_extractor: Callable[[str], None]) -> None:
    simple_extractor("FirstWords")
    run_steps(job(cut_off))
    assert len(rows_of(book_of(cut_off))["commitments"]) == len(WORDS)
    (kept,) = staged(cut_off)  # for a week
    assert len(list(kept.iterdir())) == len(WORDS) - 1


def test_a_full_run_extracts_all(cut_off: Path) -> None:
    run_steps(job(cut_off, full=True))
    assert noted(cut_off) == ["0.txt", "1.txt", "2.txt", "3.txt", "4.txt"]


def test_a_damaged_part_is_extracted_again(cut_off: Path) -> None:
    (run_folder,) = staged(cut_off)
    part = min(run_folder.glob("extractions-*.parquet"))
    os.truncate(part, part.stat().st_size // 2)
    run_steps(job(cut_off))
    assert noted(cut_off) == ["0.txt", "4.txt"]
    assert len(rows_of(book_of(cut_off))["commitments"]) == len(WORDS)


def test_what_a_killed_run_had_loaded_is_not_kept(cut_off: Path) -> None:
    begun = job(cut_off)
    for step in STEPS[: STEPS.index(load) + 1]:
        step(begun)
    run_steps(job(cut_off))
    assert noted(cut_off) == ["4.txt"]
    assert staged(cut_off) == []


def test_extractions_that_fail_the_checks_are_not_taken_over_again(cut_off: Path) -> None:
    """Else every run to come would fail for them."""
    (run_folder,) = staged(cut_off)
    part = min(run_folder.glob("extractions-*.parquet"))
    (row,) = pq.read_table(part).to_pylist()
    row["mentions"][0]["text"] = "Omega"
    pq.write_table(pa.Table.from_pylist([row], schema=extraction_schema()), part)
    with pytest.raises(CheckFailed, match="evidence_mentions"):
        run_steps(job(cut_off))
    run_steps(job(cut_off))
    assert len(rows_of(book_of(cut_off))["commitments"]) == len(WORDS)
