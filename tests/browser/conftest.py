"""A browser for all tests of the pages, and the reports that they open."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from typer.testing import CliRunner

from flows.cli import app
from flows.report import build_report
from tests.browser.chromium import WIDE, Troubles, find_browser, started
from tests.browser.hostile import hostile_book

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2024, 6, 1)
SEEDS = (
    *("communique-amber-lakes-summit.md", "joint-statement-cable.txt", "readout-norhaven-kestria-call.txt"),
    *("speech-housing-valdoria.txt", "wire-briefs.jsonl"),
)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium; ended after the last of these tests, because its loop is in the way of other ones."""
    executable = find_browser()
    if executable is None and not os.environ.get("CI"):
        pytest.skip("no Chromium: `scripts/browser.sh` installs it, PLEDGEBOOK_BROWSER names another")
    assert executable is not None, "CI must run the browser tests, and no Chromium is there"
    with started(executable) as running:
        yield running


@pytest.fixture
def troubles() -> Troubles:
    """What goes wrong in the pages of a test."""
    return Troubles()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser profile of a test's own."""
    made = browser.new_context(viewport=WIDE)
    made.set_default_timeout(10_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, troubles: Troubles) -> Iterator[Page]:
    """A page in which nothing may go wrong."""
    opened = context.new_page()
    troubles.watch(opened)
    yield opened
    assert troubles == []


@pytest.fixture(scope="package")
def seeds_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published warehouse of some seeds: one of each kind, for time."""
    published = tmp_path_factory.mktemp("seeds") / "pledgebook.duckdb"
    seeds = [str(ROOT / "seeds" / name) for name in SEEDS]
    result = CliRunner().invoke(
        app, ["run", *seeds, "--direct", "--workers", "1", "--warehouse", str(published)]
    )
    assert result.exit_code == 0, result.output
    return published


@pytest.fixture(scope="package")
def seeds_report(seeds_book: Path) -> Path:
    """The folder of the seeds' report."""
    return build_report(seeds_book, seeds_book.with_name("report"), TODAY).index.parent


@pytest.fixture(scope="package")
def hostile_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the report of a book whose every text is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    return build_report(hostile_book(folder).published, folder / "report", TODAY).index.parent
