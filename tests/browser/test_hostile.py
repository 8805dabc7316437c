"""Text that would rather be markup, script, address or formula, through every page: it stays text."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.chromium import PHONE, address, wider_than_window
from tests.browser.hostile import NAUGHTY

# Elements that only hostile text could have made, attributes that it could have broken into, addresses
# that run, and direction marks that are not kept apart from the words around them.
SUSPECTS = r"""
() => {
  const found = [];
  if (window.hacked !== undefined) found.push("ran");
  const made = ".injected, #injected, [onerror], [onload], [onfocus], [onmouseover]";
  for (const each of document.querySelectorAll(made)) found.push(`made ${each.outerHTML.slice(0, 80)}`);
  for (const each of document.querySelectorAll("[href], [src]")) {
    const address = new URL(each.getAttribute("href") ?? each.getAttribute("src"), location.href);
    if (!["file:", "https:", "http:"].includes(address.protocol))
      found.push(`leads to ${each.outerHTML.slice(0, 80)}`);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const apart = (element, data) => {
    if (element === null) return false;
    if (element.matches("bdi, [dir=auto], script, option, datalist, noscript, title, desc")) return true;
    // Every block is kept apart from other blocks; only its own words count here.
    const isolated = getComputedStyle(element).unicodeBidi !== "normal";
    return isolated ? element.textContent.trim() === data.trim() : apart(element.parentElement, data);
  };
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (/[\u202a-\u202e\u2066-\u2069]/.test(data) && !apart(parentElement, data))
      found.push(`not kept apart in ${parentElement.outerHTML.slice(0, 80)}`);
  }
  return found;
}
"""


def test_hostile_text_stays_text_on_every_page_and_fits_a_phone(page: Page, hostile_report: Path) -> None:
    assert len(list((hostile_report / "documents").glob("doc_*.html"))) == len(NAUGHTY)
    page.set_viewport_size(PHONE)
    found = []
    for each in sorted(hostile_report.rglob("*.html")):
        page.goto(each.as_uri())
        name = each.relative_to(hostile_report)
        found += [f"{name}: {suspect}" for suspect in page.evaluate(SUSPECTS)]
        if wider_than_window(page):
            found.append(f"{name}: wider than the window")
    assert found == []


def test_hostile_text_is_shown_as_it_is(page: Page, hostile_report: Path) -> None:
    page.goto(address(hostile_report, "actors.html"))
    names = set(page.locator("main tbody bdi").all_text_contents())
    assert {words for words in NAUGHTY if words not in names} == set()


def test_hostile_text_passes_the_ledger(page: Page, hostile_report: Path) -> None:
    page.goto(address(hostile_report, "ledger.html"))
    for words in NAUGHTY:
        page.locator("#q").fill(words)
        expect(page.locator("#lines tbody tr").first).to_be_visible()
    assert page.evaluate(SUSPECTS) == []


def test_hostile_text_passes_the_review(page: Page, hostile_report: Path) -> None:
    page.goto(address(hostile_report, "review.html"))
    expect(page.locator("#review")).to_be_visible()
    suspects = []
    for _ in range(2 * len(NAUGHTY)):
        page.keyboard.press("j")
        suspects += page.evaluate(SUSPECTS)
    page.keyboard.press("c")
    suspects += page.evaluate(SUSPECTS)
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    assert suspects + page.evaluate(SUSPECTS) == []
