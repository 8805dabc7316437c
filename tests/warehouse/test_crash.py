"""A load that is killed leaves the book as it was or as it should be, and the next run completes."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.warehouse.book import VERSION, Book, document, one_book, record
from warehouse import StagingArea, plan, run_checks

OSLO = document("Oslo will send medics.", "oslo.txt")
OSLO_LATER = document("Oslo will send tents.", "oslo.txt")
RIGA = document("Riga will host talks.", "riga.txt")

# Loads what is staged, and kills its own process without warning at the n-th call of a function.
DOOMED_LOAD = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from warehouse import Run, StagingArea, load

build, folder, function, calls = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])

def kill(frame, event, argument):
    global calls
    if event == "call" and frame.f_code.co_name == function:
        calls -= 1
        if calls == 0:
            os.kill(os.getpid(), signal.SIGKILL)

staging = StagingArea(folder)
run = Run("run-2", datetime.now(UTC), "test-1")
sys.setprofile(kill)
load(build, staging, staging.read_plan(), run)
"""


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A book of one document."""
    return one_book(tmp_path, [OSLO], record(OSLO, "send medics"), record(OSLO_LATER, "send tents"))


def staged(book: Book) -> StagingArea:
    """The next run, all but loaded: one document changes and one is new."""
    staging = book.stage([OSLO_LATER, RIGA])
    book.extract(staging, plan(book.build, staging, VERSION))
    return staging


def killed(book: Book, function: str, calls: int) -> None:
    arguments = [str(book.build), str(staged(book).folder), function, str(calls)]
    ended = subprocess.run([sys.executable, "-c", DOOMED_LOAD, *arguments], check=False)
    assert ended.returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    ("function", "calls"),
    [("_register", 1), ("_refuse_lost", 1), ("_slices", 2), ("check_rows", 1), ("_check", 5)],
    ids=["before it writes", "first rows written", "a slice written", "all rows written", "amid the checks"],
)
def test_a_load_killed_before_its_commit_leaves_no_trace(book: Book, function: str, calls: int) -> None:
    killed(book, function, calls)
    assert all(check.passed for check in run_checks(book.build))
    summary = book.run([OSLO_LATER, RIGA])
    assert (summary.new, summary.changed, summary.commitments) == (1, 1, 1)
    assert book.rows("SELECT action FROM commitments") == [("send tents",)]
    assert book.rows("SELECT count(*) FROM runs") == [(2,)]


def test_a_load_killed_after_its_commit_has_happened(book: Book) -> None:
    killed(book, "_summary", 2)
    assert all(check.passed for check in run_checks(book.build))
    book.runs += 1
    summary = book.run([OSLO_LATER, RIGA])
    assert (summary.unchanged, summary.commitments) == (2, 1)
    assert book.rows("SELECT run_id, new, changed, unchanged FROM runs ORDER BY number") == [
        ("run-1", 1, 0, 0),
        ("run-2", 1, 1, 0),
        ("run-3", 0, 0, 2),
    ]


def test_readers_keep_the_old_file_while_a_load_dies(book: Book) -> None:
    killed(book, "check_rows", 1)
    assert book.rows("SELECT action FROM commitments") == [("send medics",)]
