"""The published file opens in DuckDB clients older than the one that wrote it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.warehouse.book import document, one_book, record

OLDER = "duckdb==1.5.*"
OSLO = document("Oslo will send tanks by May.", "oslo.txt", published_on="2024-04-01")
READER = """
import sys, duckdb
book = duckdb.connect(sys.argv[1], read_only=True)
views = book.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
for (name,) in views:
    book.execute(f"FROM {name}").fetchall()
for macro in ("deadlines(DATE '2024-04-02')", "new_since('none')", "search('tanks')"):
    print(macro, len(book.execute(f"FROM {macro}").fetchall()))
print(duckdb.__version__.startswith("1.5."), len(views) > 15)
"""


def older_client(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Python with an older DuckDB, in an environment of its own."""
    isolated = ("run", "--no-project", "--isolated", "--quiet", "--python", "3.12", "--with", OLDER)
    command = ["uv", *isolated, "python", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


def test_every_view_answers_in_an_older_client(tmp_path: Path) -> None:
    if shutil.which("uv") is None or older_client("-c", "import duckdb").returncode:
        pytest.skip(f"{OLDER} can't be had here")
    pledge = record(OSLO, "send tanks", due_text="by May", due_end="2024-05-31")
    book = one_book(tmp_path, [OSLO], pledge)
    asked = older_client("-c", READER, str(book.published))
    assert asked.stderr == ""
    assert asked.stdout.splitlines() == [
        "deadlines(DATE '2024-04-02') 1",
        "new_since('none') 1",
        "search('tanks') 1",
        "True True",
    ]
