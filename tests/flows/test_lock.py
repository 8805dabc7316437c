"""One writer at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows.lock import WarehouseBusyError, lock_file, sole_writer

HOLD_AND_DIE = """
import os, sys
from pathlib import Path
from flows.lock import sole_writer
with sole_writer(Path(sys.argv[1]), "run_killed"):
    os.kill(os.getpid(), 9)
"""


def test_a_second_writer_is_told_who_holds_the_warehouse(tmp_path: Path) -> None:
    warehouse = tmp_path / "book.duckdb"
    with (
        sole_writer(warehouse, "run_first"),
        pytest.raises(WarehouseBusyError, match=rf"run_first \(process {os.getpid()} on "),
        sole_writer(warehouse, "run_second"),
    ):
        pass


def test_the_lock_is_free_again_afterwards(tmp_path: Path) -> None:
    warehouse = tmp_path / "new folder" / "book.duckdb"
    for run in ("run_first", "run_second"):
        with sole_writer(warehouse, run):
            assert run in lock_file(warehouse).read_text()
    assert lock_file(warehouse).read_text() == ""


def test_a_killed_holder_leaves_no_lock(tmp_path: Path) -> None:
    warehouse = tmp_path / "book.duckdb"
    killed = subprocess.run([sys.executable, "-c", HOLD_AND_DIE, str(warehouse)], check=False)
    assert killed.returncode == -9
    assert "run_killed" in lock_file(warehouse).read_text()
    with sole_writer(warehouse, "run_next"):
        assert "run_next" in lock_file(warehouse).read_text()
