"""The report of the small book, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.report import build_report
from tests.report.sheets import TODAY, small_book


@pytest.fixture(scope="package")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small book's report."""
    folder = tmp_path_factory.mktemp("report")
    build_report(small_book(folder).published, folder / "pages", TODAY)
    return folder / "pages"
