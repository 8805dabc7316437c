"""From the pages to the review and back: what was missed is added, ledger lines are joined and parted."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from typer.testing import CliRunner

from flows.cli import app
from flows.report import build_report
from tests.browser.axe import violations
from tests.browser.chromium import address
from tests.browser.conftest import TODAY
from tests.warehouse.book import document, one_book, record
from warehouse import query

# Characters that count twice in a browser's strings stand before the words, and the sentence stands twice.
SAID = "Dr. Aune of Marovia said that it would open two clinics, if rain allows."
TEXT = f"\U0001f33e Harvest \U0001f33e talks.\n\n{SAID} Nobody asked. {SAID} \U0001f33e It rained."
SELECT = """
([words, nth]) => {
  const texts = document.createTreeWalker(document.querySelector("section.text"), NodeFilter.SHOW_TEXT);
  let left = nth;
  while (texts.nextNode()) {
    const node = texts.currentNode;
    for (let at = node.data.indexOf(words); at >= 0; at = node.data.indexOf(words, at + 1)) {
      left -= 1;
      if (left > 0) continue;
      getSelection().setBaseAndExtent(node, at, node, at + words.length);
      return true;
    }
  }
  return false;
}
"""


def rows(sheet: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(sheet.removeprefix("\ufeff"), newline=""), strict=True))


def import_downloaded(page: Page, book: Path) -> list[dict[str, str]]:
    """Bring what the page hands out into the book; returns its rows. No row may be refused."""
    page.locator("#reviewer").fill("Bo")
    with page.expect_download() as download:
        page.locator("#download-button").click()
    sheet = book.with_name("verdicts.csv")
    shutil.copyfile(download.value.path(), sheet)
    result = CliRunner().invoke(app, ["review", "import", str(sheet), "--warehouse", str(book)])
    assert result.exit_code == 0, result.output
    return rows(sheet.read_text(encoding="utf-8"))


@pytest.fixture
def own_book(seeds_book: Path, tmp_path: Path) -> Path:
    """A copy of the seeds' book that a test may change."""
    shutil.copytree(seeds_book.parent, tmp_path / "book", ignore=shutil.ignore_patterns("report"))
    return tmp_path / "book" / seeds_book.name


@pytest.fixture
def write_pages(tmp_path: Path) -> Callable[[Path], Path]:
    """Writes the report of a book, always to the same folder."""
    return lambda book: build_report(book, tmp_path / "report", TODAY).index.parent


def expect_review(page: Page) -> None:
    """Wait until the review page shows what its address asks for."""
    expect(page.locator("#review")).to_be_visible()
    expect(page.locator("#reading")).to_be_hidden()


def test_every_kind_of_page_leads_to_its_records_and_back(page: Page, seeds_report: Path) -> None:
    page.goto(address(seeds_report, "ledger.html"))
    page.locator("#lines tbody tr").first.get_by_role("link", name="Review").click()
    expect_review(page)
    page.locator("#source").get_by_role("link", name="its line in the ledger").click()
    article = page.locator("article:visible")
    expect(article).to_have_count(1)
    record = article.locator("ol.history > li").first.get_attribute("id")
    article.get_by_role("link", name="Review this").first.click()
    expect_review(page)
    expect(page).to_have_url(re.compile(rf"record={record}"))
    page.locator("#source a").first.click()
    expect(page).to_have_url(re.compile(rf"/documents/doc_\w+\.html#{record}"))
    page.locator(f"#{record}").get_by_role("link", name="review").click()
    expect_review(page)
    expect(page).to_have_url(re.compile(rf"record={record}"))
    expect(page.locator("#view-text")).to_contain_text("of one document")


def test_an_actors_page_leads_to_its_records(page: Page, seeds_report: Path) -> None:
    page.goto(address(seeds_report, "actors.html"))
    page.locator("#actors a", has_text="Norhaven").first.click()
    page.locator("article:visible").get_by_role("link", name="Review what nobody").click()
    expect_review(page)
    shown = page.locator("#fields div", has=page.locator("dt", has_text=re.compile("Who|To whom")))
    assert "Norhaven" in " ".join(shown.all_inner_texts())


@pytest.mark.parametrize(("nth", "name"), [(1, "first"), (2, "second")])
def test_selected_words_are_added_at_their_place(
    page: Page, tmp_path: Path, write_pages: Callable[[Path], Path], nth: int, name: str
) -> None:
    of = document(TEXT, "clinics.txt")
    book = one_book(tmp_path / "book", [of], record(of, "rained", promisors=("It",))).published
    words = "open two clinics"
    page.goto(address(write_pages(book), f"documents/{of.document_id}.html"))
    assert page.evaluate(SELECT, [words, nth])
    expect(page.locator("#missed-words")).to_have_value(words)
    page.keyboard.press("m")
    expect_review(page)
    expect(page.locator("#evidence .sentence")).to_have_text(re.compile(re.escape(SAID)))
    expect(page.locator("#field-promisors")).to_be_focused()
    page.keyboard.press("Control+Enter")
    expect(page.locator("#fault-promisors")).to_have_text("Somebody must bind themselves.")
    page.locator("#field-promisors").fill("Marovia")
    page.locator("#field-category").select_option("social")
    page.locator("#field-condition").fill("if rain allows")
    assert violations(page) == []
    page.keyboard.press("Control+Enter")
    expect(page.locator("#said")).to_contain_text("Added: Marovia: open two clinics")
    (row,) = import_downloaded(page, book)
    place = TEXT.index(words) if name == "first" else TEXT.rindex(words)
    assert (row["verdict"], row["start_char"], row["sentence"]) == ("add", str(place), SAID)
    found = query(
        book, "SELECT start_char, end_char, sentence_start, condition FROM records WHERE rule_id = 'analyst'"
    ).rows
    assert found == ((place, place + len(words), place - SAID.index(words), "if rain allows"),)
    page.locator("#said").page.goto(address(write_pages(book), f"documents/{of.document_id}.html"))
    expect(page.locator("section.records")).to_contain_text(words)


def test_typed_words_are_found_or_said_to_be_missing(page: Page, seeds_report: Path) -> None:
    largest = max((seeds_report / "documents").glob("doc_*.html"), key=lambda each: each.stat().st_size)
    page.goto(largest.as_uri())
    page.keyboard.press("m")
    page.keyboard.type("words that no text has")
    page.keyboard.press("Enter")
    expect(page.locator("#missed-said")).to_contain_text("no such words")
    words = " ".join(page.locator("section.text p[data-start]").last.inner_text().split()[1:3])
    page.locator("#missed-words").fill(words)
    page.keyboard.press("Enter")
    expect_review(page)
    expect(page.locator("#field-action")).to_have_value(words)
    page.keyboard.press("Escape")
    expect(page.locator("#correction")).to_be_hidden()
    expect(page.locator("#download-button")).to_be_disabled()


@pytest.mark.parametrize(
    "fragment",
    [
        "add=doc_0&at=1&from=0&action=a&sentence=ba",
        "add={document}&at=x&from=0&action=a&sentence=ba",
        "add={document}&at=9&from=0&action=a&sentence=ba",
        "add={document}&at=0&from=1&action=a&sentence=ba",
        "add={document}&at=1&from=0",
    ],
)
def test_an_address_that_names_no_place_adds_nothing(page: Page, seeds_report: Path, fragment: str) -> None:
    known = next((seeds_report / "documents").glob("doc_*.html")).stem
    page.goto(address(seeds_report, "review.html", fragment.format(document=known)))
    expect(page.locator("#trouble")).to_contain_text("no such place")
    expect(page.locator("#correction")).to_be_hidden()


def test_lines_are_joined_and_parted(page: Page, own_book: Path, write_pages: Callable[[Path], Path]) -> None:
    lines = (
        "SELECT ledger_id FROM ledger WHERE list_contains(promisors, 'Norhaven') ORDER BY ledger_id LIMIT 2"
    )
    (one,), (other,) = query(own_book, lines).rows
    members = f"SELECT count(*) FROM records WHERE ledger_id IN ('{one}', '{other}')"
    ((both,),) = query(own_book, members).rows

    page.goto(address(write_pages(own_book), f"commitments/{one[4:7]}.html", one))
    page.locator(f"#{one}").get_by_role("link", name="Join it with another").click()
    expect(page.locator("#joining")).to_be_visible()
    page.locator("#joining-words").fill(other)
    expect(page.locator("#joining-lines li")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("#line-text")).to_contain_text("To be joined with another line")
    (row,) = import_downloaded(page, own_book)
    assert (row["verdict"], row["merge_with"]) == ("merge", other)
    assert query(own_book, f"SELECT n_records FROM ledger WHERE ledger_id = '{other}'").rows == ((both,),)

    report = write_pages(own_book)
    page.goto(address(report, f"commitments/{other[4:7]}.html", other))
    taken = row["commitment_id"]
    page.locator(f"#{taken}").get_by_role("link", name="Take it out of this line").click()
    expect_review(page)
    expect(page.locator("#split")).to_be_focused()
    expect(page.locator("#view-text")).to_contain_text(f"{both} records")
    page.keyboard.press("Enter")
    expect(page.locator("#line-text")).to_contain_text("To be taken out of its line")
    (row,) = import_downloaded(page, own_book)
    assert (row["commitment_id"], row["verdict"]) == (taken, "split")
    line = f"SELECT n_records FROM ledger JOIN records USING (ledger_id) WHERE record_id = '{taken}'"
    assert query(own_book, line).rows == ((1,),)


def test_the_likeliest_line_comes_first_and_words_find_others(page: Page, seeds_report: Path) -> None:
    page.goto(address(seeds_report, "review.html", "actor=Norhaven"))
    expect_review(page)
    page.keyboard.press("m")
    page.locator("#joining-words").fill("valdoria")
    for found in page.locator("#joining-lines li").all():
        assert "valdoria" in found.inner_text().lower()
    page.locator("#joining-words").fill("no line has these")
    expect(page.locator("#join")).to_be_disabled()
    page.keyboard.press("Escape")
    expect(page.locator("#joining")).to_be_hidden()
    expect(page.locator("#line-text")).not_to_contain_text("joined")


def test_what_is_kept_can_be_seen_undone_and_removed(page: Page, seeds_report: Path) -> None:
    page.goto(address(seeds_report, "review.html"))
    expect_review(page)
    page.keyboard.press("m")
    page.locator("#joining-words").fill("norhaven")
    page.keyboard.press("Enter")
    expect(page.locator("#joining")).to_be_hidden()
    expect(page.locator("#line-text")).to_contain_text("joined")
    page.keyboard.press("a")
    page.locator("#kept summary").click()
    kept = page.locator("#kept-rows tr")
    expect(kept).to_have_count(2)
    assert [text.split("\t")[0] for text in kept.all_inner_texts()] == [
        "joined with another line",
        "accepted",
    ]
    kept.filter(has_text="accepted").get_by_role("button", name="Remove").click()
    expect(kept).to_have_count(1)
    page.locator("#card-title").focus()
    page.keyboard.press("u")
    page.keyboard.press("u")
    expect(kept).to_have_count(0)


def test_the_whole_book_waits_and_is_narrowed_by_publisher_actor_and_confidence(
    page: Page, seeds_book: Path, seeds_report: Path
) -> None:
    ((waiting, doubtful),) = query(
        seeds_book, "SELECT count(*), count(*) FILTER (round(100 * confidence) <= 60) FROM records"
    ).rows
    page.goto(address(seeds_report, "review.html"))
    expect_review(page)
    expect(page.locator("#view-text")).to_contain_text(f"; {waiting} records")
    page.locator("details.choose summary").first.click()
    page.locator("#most").fill("60")
    page.locator("#most").press("Enter")
    expect(page.locator("#view-text")).to_contain_text(f"at most 60 % sure; {doubtful} record")
    page.goto(address(seeds_report, "review.html", "publisher=nobody+of+this+name"))
    expect(page.locator("#end-title")).to_have_text("No record matches")
