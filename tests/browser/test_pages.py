"""Every page of a real book's report: it opens, leads on, is accessible, and asks nobody for anything."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, unquote, urldefrag

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.axe import violations
from tests.browser.chromium import PHONE, WIDE, address, wider_than_window

MAIN_PAGES = ("index", "ledger", "actors", "documents", "timeline", "review")
FOLDERS = ("commitments", "documents", "actors")
VIEWS = ("ledger", "review")  # pages whose fragments ask for something


class Links(HTMLParser):
    """The ids of a page and where it leads."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.hrefs: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element's id, and what a link or script names."""
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in ("href", "src") and value:
                self.hrefs.append(value)


def all_pages(report: Path) -> list[Path]:
    return sorted(report.rglob("*.html"))


def kinds_of_pages(report: Path) -> list[Path]:
    """The main pages, and of each folder the page that holds most."""
    largest = (max((report / each).glob("*.html"), key=lambda page: page.stat().st_size) for each in FOLDERS)
    return [*(report / f"{name}.html" for name in MAIN_PAGES), *largest]


def test_every_page_opens_with_a_heading_and_without_trouble(page: Page, seeds_report: Path) -> None:
    pages = all_pages(seeds_report)
    assert {each.stem for each in pages} > set(MAIN_PAGES)
    titles = set()
    for each in pages:
        page.goto(each.as_uri())
        titles.add(page.title())
        assert page.locator("h1").count() >= 1, each
        assert page.title().endswith("· Pledgebook"), each
    assert len(titles) > len(MAIN_PAGES)


def test_every_link_leads_to_a_page_and_a_place_in_it(seeds_report: Path) -> None:
    read = {each: Links(each) for each in all_pages(seeds_report)}
    places = {each.stem for each in read}.union(*(links.ids for links in read.values()))
    broken = []
    for page, links in read.items():
        for href in links.hrefs:
            path, fragment = urldefrag(href)
            if path.startswith(("https:", "http:", "data:")):
                continue
            target = (page.parent / unquote(path)).resolve() if path else page
            if not target.is_file():
                broken.append(f"{page.name}: {href}")
            elif target.stem in VIEWS:
                asked = parse_qs(fragment)
                named = {name for key in ("line", "record", "document") for name in asked.get(key, [])}
                broken += [f"{page.name}: {href} names {name}" for name in sorted(named - places)]
            elif fragment and target in read and fragment not in read[target].ids:
                broken.append(f"{page.name}: {href}")
    assert broken == []


def test_the_policy_forbids_what_the_pages_do_not_need(seeds_report: Path) -> None:
    for each in all_pages(seeds_report):
        text = each.read_text(encoding="utf-8")
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
        assert policy, each
        assert "default-src 'none'" in policy[1]
        assert "unsafe" not in policy[1]
        assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|<style", text), each


def test_evidence_leads_to_the_commitment_and_its_document(page: Page, seeds_report: Path) -> None:
    page.goto(address(seeds_report, "ledger.html"))
    line = page.locator("#lines tbody tr").first.locator("th a")
    action = line.inner_text()
    line.click()
    article = page.locator("article:visible")
    expect(article).to_have_count(1)
    expect(article.get_by_role("heading", level=1)).to_have_text(action)
    expect(article.locator("blockquote mark.role-action").first).to_be_visible()
    record = article.locator("ol.history > li").first
    words = "".join(record.locator("blockquote mark.role-action").all_inner_texts())
    record.locator("a").first.click()
    assert "/documents/" in page.url
    named = page.locator(f"#{page.url.partition('#')[2]}")
    expect(named).to_be_in_viewport()
    named.get_by_role("link", name="in the text").click()
    place = page.locator(f'[id="{page.url.partition("#")[2]}"]')
    expect(place).to_be_in_viewport()
    assert words in page.locator("section.text").inner_text().replace("\n", " ") or " " in words


def test_an_actor_shows_what_it_promised(page: Page, seeds_report: Path) -> None:
    page.goto(address(seeds_report, "actors.html"))
    page.locator("#actors a", has_text="Norhaven").first.click()
    article = page.locator("article:visible")
    expect(article).to_have_count(1)
    expect(article.get_by_role("heading", level=1)).to_have_text("Norhaven")
    expect(article.locator("table.lines a").first).to_be_visible()


@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["phone", "wide"])
def test_every_kind_of_page_is_accessible_and_fits(
    page: Page, seeds_report: Path, viewport: ViewportSize
) -> None:
    page.set_viewport_size(viewport)
    found = []
    for each in kinds_of_pages(seeds_report):
        page.goto(each.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        found += [f"{each.name}: {fault}" for fault in violations(page)]
        if wider_than_window(page):
            found.append(f"{each.name}: wider than the window")
    assert found == []


def test_every_kind_of_page_fits_a_tablet(page: Page, seeds_report: Path) -> None:
    page.set_viewport_size({"width": 768, "height": 1024})
    found = []
    for each in kinds_of_pages(seeds_report):
        page.goto(each.as_uri())
        if each.stem == "ledger":
            expect(page.locator("#lines tbody")).not_to_be_empty()
        if wider_than_window(page):
            found.append(each.name)
    assert found == []


def test_main_pages_read_without_scripts(browser: Browser, seeds_report: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name in ("ledger", "review"):
        page.goto(address(seeds_report, f"{name}.html"))
        assert "needs JavaScript" in page.locator("main").inner_text()
    page.goto(address(seeds_report, "timeline.html"))
    expect(page.locator("main ol a, main table a").first).to_be_visible()
    context.close()
