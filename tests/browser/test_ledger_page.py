"""The ledger's page: search, filter and order, the filter in the address, and a book of 50,000 lines."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from itertools import batched, cycle, islice
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from flows.report.data_files import write_data
from tests.browser.chromium import PHONE, address

MANY = 50_000


def count(page: Page) -> int:
    """How many lines the page says there are."""
    found = re.search(r"[\d,]+", page.locator("#count").inner_text())
    assert found
    return int(found[0].replace(",", ""))


def texts(page: Page) -> list[str]:
    return page.locator("#lines tbody tr").all_inner_texts()


def expect_narrowed(page: Page) -> None:
    """Wait until the page says "so many of all lines"."""
    expect(page.locator("#count")).to_have_text(re.compile(r"^[\d,]+ of [\d,]+ lines\.$"))


def shares(page: Page) -> list[int]:
    """How sure each line is, in percent."""
    cells = page.locator("#lines tbody td.number").all_inner_texts()
    return [int(cell.removesuffix(" %")) for cell in cells]


def open_ledger(page: Page, report: Path, fragment: str = "") -> None:
    page.goto(address(report, "ledger.html", fragment))
    expect(page.locator("#lines tbody")).not_to_be_empty()


def test_words_narrow_the_lines_and_stay_in_the_address(page: Page, seeds_report: Path) -> None:
    open_ledger(page, seeds_report)
    everything = count(page)
    page.locator("#q").fill("norhaven")
    expect_narrowed(page)
    narrowed = count(page)
    assert 0 < narrowed < everything
    assert all("Norhaven" in text for text in texts(page))
    address_of_view = page.url
    page.goto("about:blank")
    page.goto(address_of_view)
    expect(page.locator("#q")).to_have_value("norhaven")
    expect_narrowed(page)
    assert count(page) == narrowed
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("#count")).to_have_text(f"{everything} lines.")


def test_on_a_phone_filters_are_folded_away_until_they_are_asked_for_or_in_use(
    page: Page, seeds_report: Path
) -> None:
    page.set_viewport_size(PHONE)
    open_ledger(page, seeds_report)
    more = page.get_by_role("button", name="More filters")
    expect(page.locator("#q")).to_be_visible()
    expect(page.locator("#promisor")).to_be_hidden()
    more.click()
    expect(more).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#promisor")).to_be_visible()
    more.click()
    expect(page.locator("#promisor")).to_be_hidden()
    page.goto("about:blank")
    open_ledger(page, seeds_report, "promisor=Norhaven")
    expect(page.locator("#promisor")).to_be_visible()


def test_filters_join(page: Page, seeds_report: Path) -> None:
    open_ledger(page, seeds_report, "strongest_force=pledge&promisor=Norhaven")
    expect(page.locator("#strongest_force")).to_have_value("pledge")
    expect(page.locator("#promisor")).to_have_value("Norhaven")
    shown = texts(page)
    assert shown
    assert all("pledge" in text and "Norhaven" in text for text in shown)
    page.locator("#promisor").fill("")
    expect(page.locator("#lines tbody tr")).not_to_have_count(len(shown))
    assert len(texts(page)) > len(shown)


def test_lines_are_ordered_as_asked(page: Page, seeds_report: Path) -> None:
    open_ledger(page, seeds_report, "sort=confidence")
    rising = shares(page)
    assert rising == sorted(rising)
    assert rising[0] < rising[-1]
    page.locator("#sort").select_option("-confidence")
    expect(page.locator("#lines tbody td.number").first).to_have_text(f"{rising[-1]} %")
    assert shares(page) == rising[::-1]


def test_a_filter_that_matches_nothing_says_so(page: Page, seeds_report: Path) -> None:
    open_ledger(page, seeds_report)
    page.locator("#q").fill("no line has these words")
    expect(page.locator("#count")).to_contain_text(re.compile(r"\b(0|No)\b"))


def test_the_lines_of_the_view_are_downloaded(page: Page, seeds_report: Path) -> None:
    open_ledger(page, seeds_report, "strongest_force=plan")
    shown = count(page)
    with page.expect_download() as download:
        page.locator("#download").click()
    text = Path(download.value.path()).read_text(encoding="utf-8").removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert len(rows) == shown


def read_data(report: Path, name: str) -> Any:
    """The value of a data file."""
    text = (report / "data" / f"{name}.js").read_text(encoding="ascii")
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


@pytest.fixture(scope="module")
def large_report(seeds_report: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds' report with its ledger lines repeated to 50,000, the actions numbered."""
    report = tmp_path_factory.mktemp("large") / "report"
    shutil.copytree(seeds_report, report)
    about = read_data(report, "ledger")
    columns = read_data(report, about["chunks"][0])
    size = 10_000
    places = islice(cycle(range(len(columns["id"]))), MANY)
    for number, some in enumerate(batched(places, size)):
        chunk = {name: [values[place] for place in some] for name, values in columns.items()}
        chunk["action"] = [f"{action} no{number * size + at}" for at, action in enumerate(chunk["action"])]
        write_data(report, f"ledger-{number}", chunk)
    write_data(report, "ledger", about | {"n": MANY, "chunks": [f"ledger-{n}" for n in range(MANY // size)]})
    return report


def test_fifty_thousand_lines_open_and_filter(page: Page, large_report: Path) -> None:
    open_ledger(page, large_report)
    expect(page.locator("#count")).to_contain_text("50,000")
    assert 0 < page.locator("#lines tbody tr").count() <= 500
    page.locator("#q").fill("no49999")
    expect(page.locator("#count")).to_have_text("1 of 50,000 lines.")
    expect(page.locator("#lines tbody tr")).to_have_count(1)
    page.locator("#q").fill("")
    expect(page.locator("#count")).to_have_text("50,000 lines.")
    page.locator("#strongest_force").select_option("plan")
    expect_narrowed(page)
    assert 0 < count(page) < MANY
    first = page.locator("#lines tbody th").first.inner_text()
    page.locator("#next").click()
    expect(page.locator("#lines tbody th").first).not_to_have_text(first)
    assert all("plan" in text for text in texts(page))
