"""The review page: judged by key, kept in the browser, and taken to the book as a sheet."""

from __future__ import annotations

import csv
import io
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect
from typer.testing import CliRunner

from flows.cli import app
from flows.report import build_report
from tests.browser.axe import violations
from tests.browser.chromium import PHONE, WIDE, address
from tests.browser.conftest import TODAY
from warehouse import query


def open_review(page: Page, report: Path, fragment: str = "") -> None:
    page.goto(address(report, "review.html", fragment))
    expect(page.locator("#review")).to_be_visible()


def press(page: Page, keys: str) -> None:
    """Press keys one after the other, as an analyst would."""
    for key in keys:
        page.keyboard.press(key)


def shown_id(page: Page) -> str:
    """The record that the address names, asked of the page: the driver hears of it a moment later."""
    found = re.search(r"record=(com_\w+)", page.evaluate("location.hash"))
    return found[1] if found else ""


def progress(page: Page) -> tuple[int, int]:
    """How many of how many records are judged."""
    done, of = re.findall(r"\d+", page.locator("#progress-text").inner_text())
    return int(done), int(of)


def downloaded(page: Page, reviewer: str = "Ana López") -> str:
    """The text of the sheet that the page hands out."""
    page.locator("#reviewer").fill(reviewer)
    with page.expect_download() as download:
        page.locator("#download-button").click()
    assert re.fullmatch(r"pledgebook-review-\d{8}-\d{4}\.csv", download.value.suggested_filename)
    return Path(download.value.path()).read_text(encoding="utf-8")


def rows(sheet: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(sheet.removeprefix("\ufeff"), newline=""), strict=True))


def import_sheet(book: Path, sheet: str) -> str:
    """What `pledgebook review import` says of a sheet."""
    file = book.with_name("verdicts.csv")
    file.write_text(sheet, encoding="utf-8", newline="")
    result = CliRunner().invoke(app, ["review", "import", str(file), "--warehouse", str(book)])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_sentence_stands_in_its_paragraph_with_its_roles(page: Page, seeds_report: Path) -> None:
    open_review(page, seeds_report)
    action = page.locator("#fields div", has=page.locator("dt", has_text="Action")).locator("dd").inner_text()
    marked = page.locator("#evidence .sentence mark.role-action").all_inner_texts()
    assert "".join(marked) in action or action in "".join(marked)
    assert action in page.locator("#evidence .sentence").inner_text()


def test_keys_judge_and_move(page: Page, seeds_report: Path) -> None:
    open_review(page, seeds_report)
    first = shown_id(page)
    _, total = progress(page)
    press(page, "a")
    second = shown_id(page)
    press(page, "r")
    assert progress(page) == (2, total)
    press(page, "kk")
    assert shown_id(page) == first
    expect(page.locator("#badge")).to_have_text("accepted")
    press(page, "j")
    assert shown_id(page) == second
    expect(page.locator("#badge")).to_have_text("rejected")
    press(page, "s")
    assert shown_id(page) not in (first, second)
    assert progress(page) == (2, total)


def test_undo_takes_back_verdict_after_verdict(page: Page, seeds_report: Path) -> None:
    open_review(page, seeds_report)
    first = shown_id(page)
    press(page, "ar")
    press(page, "u")
    assert progress(page)[0] == 1
    press(page, "u")
    assert (shown_id(page), progress(page)[0]) == (first, 0)
    press(page, "u")
    expect(page.locator("#said")).to_have_text("There is nothing to undo.")


def test_undo_restores_the_verdict_that_was_there_before(page: Page, seeds_report: Path) -> None:
    open_review(page, seeds_report)
    press(page, "akr")
    press(page, "u")
    expect(page.locator("#badge")).to_have_text("accepted")


def test_verdicts_and_name_survive_a_reload(page: Page, seeds_report: Path) -> None:
    open_review(page, seeds_report)
    page.locator("#reviewer").fill("Ana")
    page.locator("#card-title").focus()
    press(page, "aas")
    before = shown_id(page)
    page.reload()
    expect(page.locator("#review")).to_be_visible()
    assert progress(page)[0] == 2
    assert shown_id(page) == before
    expect(page.locator("#reviewer")).to_have_value("Ana")
    expect(page.locator("#download-button")).to_have_text("Download 2 verdicts")


def test_another_tab_sees_the_verdicts(page: Page, context: BrowserContext, seeds_report: Path) -> None:
    open_review(page, seeds_report)
    other = context.new_page()
    open_review(other, seeds_report)
    press(page, "a")
    expect(other.locator("#progress-text")).to_have_text(re.compile(r"^1 of "))


def test_everything_is_announced(page: Page, seeds_report: Path) -> None:
    open_review(page, seeds_report)
    press(page, "a")
    said = page.locator("#announcement[role=status]").inner_text()
    assert re.match(r"Accepted: .+ 1 of \d+ judged\. Now .+", said, re.DOTALL)
    assert page.locator("#evidence .sentence").inner_text()[:20] in said


def test_a_correction_is_checked_before_it_is_kept(page: Page, seeds_report: Path) -> None:
    open_review(page, seeds_report)
    press(page, "c")
    expect(page.locator("#field-promisors")).to_be_focused()
    page.keyboard.press("Control+Enter")
    expect(page.locator("#fault-correction")).to_contain_text("Nothing differs")
    for field, value, fault in [
        ("promisors", " ; ", "Somebody must bind themselves."),
        ("action", "words of another text", "These words are not in the sentence."),
        ("amount", "many", "Write a number such as 2500000 or 2.5."),
    ]:
        control = page.locator(f"#field-{field}")
        before = control.input_value()
        control.fill(value)
        page.keyboard.press("Control+Enter")
        expect(page.locator(f"#fault-{field}")).to_have_text(fault)
        expect(control).to_be_focused()
        control.fill(before)
    assert progress(page)[0] == 0
    page.keyboard.press("Escape")
    expect(page.locator("#correction")).to_be_hidden()
    expect(page.locator("#card-title")).to_be_focused()


def test_a_known_name_is_suggested_for_the_last_of_several(page: Page, seeds_report: Path) -> None:
    open_review(page, seeds_report)
    press(page, "c")
    page.locator("#field-beneficiaries").fill("Utopia; norh")
    options = page.locator("#names-beneficiaries option")
    assert "Utopia; Norhaven" in options.evaluate_all("options => options.map(option => option.value)")


def test_letters_in_a_note_judge_nothing_and_the_note_goes_with_the_verdict(
    page: Page, seeds_report: Path
) -> None:
    open_review(page, seeds_report)
    first = shown_id(page)
    press(page, "n")
    page.keyboard.type('a "rare" case, really')
    page.keyboard.press("Enter")
    assert progress(page)[0] == 0
    press(page, "r")
    (row,) = rows(downloaded(page))
    assert (row["commitment_id"], row["verdict"], row["note"]) == (first, "reject", 'a "rare" case, really')


def test_keys_can_be_turned_off(page: Page, seeds_report: Path) -> None:
    open_review(page, seeds_report)
    press(page, "?")
    expect(page.locator("#help")).to_be_visible()
    press(page, "a")
    page.locator("#single-keys").uncheck()
    page.get_by_role("button", name="Close").click()
    press(page, "ar")
    assert progress(page)[0] == 0
    page.get_by_role("button", name="Accept").click()
    assert progress(page)[0] == 1


def test_the_address_chooses_and_shares_what_is_reviewed(page: Page, seeds_report: Path) -> None:
    open_review(page, seeds_report, "order=newest&force=pledge&size=3&batch=2")
    expect(page.locator("#batch-text")).to_have_text(re.compile(r"^Batch 2 of "))
    _, size = progress(page)
    for _ in range(size):
        expect(page.locator("#fields div", has_text="Force").locator("dd")).to_contain_text("pledge")
        press(page, "j")
    page.locator("details.choose:not([hidden]) summary").first.click()
    page.locator("#q").fill("norhaven")
    page.locator("#q").press("Enter")
    expect(page).to_have_url(re.compile(r"q=norhaven"))
    assert "force=pledge" in page.url
    page.locator("#force").select_option("")
    expect(page).not_to_have_url(re.compile("force"))


def test_a_link_to_a_record_opens_it_and_one_to_none_says_so(page: Page, seeds_report: Path) -> None:
    open_review(page, seeds_report)
    press(page, "jjj")
    fourth = shown_id(page)
    open_review(page, seeds_report, f"record={fourth}")
    assert shown_id(page) == fourth
    page.goto(address(seeds_report, "review.html", "record=com_0&order=worst&batch=x&force=%3Cb%3E"))
    expect(page.locator("#trouble")).to_contain_text("not in this book")
    expect(page.locator("#card")).to_be_visible()


def test_a_batch_ends_with_what_is_left_to_do(page: Page, seeds_report: Path) -> None:
    open_review(page, seeds_report, "size=3")
    press(page, "asr")
    expect(page.locator("#end-title")).to_have_text("The rest of this batch is skipped")
    expect(page.locator("#end-title")).to_be_focused()
    page.get_by_role("button", name="Look at what you skipped").click()
    press(page, "a")
    expect(page.locator("#end-title")).to_have_text("This batch is done")
    page.get_by_role("button", name="Next batch").last.click()
    expect(page.locator("#batch-text")).to_have_text(re.compile(r"^Batch 2 of "))
    assert progress(page)[0] == 0


def test_verdicts_are_forgotten_only_when_asked_twice(page: Page, seeds_report: Path) -> None:
    open_review(page, seeds_report)
    press(page, "ar")
    page.locator("#kept summary").click()
    page.locator("#forget").click()
    expect(page.locator("#forgetting-text")).to_contain_text("keeps 2 verdicts, 2 of which")
    page.get_by_role("button", name="Keep them").click()
    assert progress(page)[0] == 2
    page.locator("#forget").click()
    page.get_by_role("button", name="Forget them").click()
    expect(page.locator("#progress-text")).to_have_text(re.compile(r"^0 of "))
    page.reload()
    expect(page.locator("#review")).to_be_visible()
    assert progress(page)[0] == 0


def test_no_key_loses_an_unsaved_correction(page: Page, seeds_report: Path) -> None:
    open_review(page, seeds_report)
    first = shown_id(page)
    press(page, "c")
    page.locator("#field-promisors").fill("Utopia")
    page.locator("#cancel").focus()
    press(page, "arsjku")
    assert (shown_id(page), progress(page)[0]) == (first, 0)
    expect(page.locator("#field-promisors")).to_have_value("Utopia")


def test_no_sheet_without_a_name(page: Page, seeds_report: Path) -> None:
    open_review(page, seeds_report)
    press(page, "a")
    page.locator("#download-button").click()
    expect(page.locator("#fault-reviewer")).to_contain_text("Who reviewed?")
    expect(page.locator("#reviewer")).to_be_focused()


def test_verdicts_reach_the_book_and_leave_the_queue(page: Page, seeds_book: Path, tmp_path: Path) -> None:
    shutil.copytree(seeds_book.parent, tmp_path / "book", ignore=shutil.ignore_patterns("report"))
    book = tmp_path / "book" / seeds_book.name
    report = build_report(book, tmp_path / "report", TODAY).index.parent
    open_review(page, report)
    accepted = shown_id(page)
    press(page, "a")
    rejected = shown_id(page)
    press(page, "r")
    corrected = shown_id(page)
    press(page, "c")
    page.locator("#field-promisors").fill("Norway; =Sweden")
    page.locator("#field-category").select_option("justice")
    page.locator("#field-due_end").fill("2031-12-31")
    page.keyboard.press("Control+Enter")
    sheet = downloaded(page, "Ana, the reader")
    assert [row["commitment_id"] for row in rows(sheet)] == [accepted, rejected, corrected]

    assert "3 verdicts new, 0 known, 0 rows refused" in import_sheet(book, sheet)
    told = query(
        book, "SELECT record_id, verdict, reviewed_by FROM records WHERE reviewed_by IS NOT NULL"
    ).rows
    assert sorted(told) == sorted(
        [(accepted, "accept", "Ana, the reader"), (corrected, "correct", "Ana, the reader")]
    )
    assert query(book, f"SELECT count(*) FROM records WHERE record_id = '{rejected}'").rows == ((0,),)
    fields = query(book, f"SELECT field FROM reviews WHERE commitment_id = '{corrected}'").rows
    assert sorted(fields) == [("category",), ("due_end",), ("promisors",)]
    names = query(book, f"SELECT promisors, category FROM records WHERE record_id = '{corrected}'").rows
    assert names == ((["Norway", "=Sweden"], "justice"),)

    build_report(book, report, TODAY)
    page.reload()
    expect(page.locator("#review")).to_be_visible()
    assert progress(page)[0] == 0
    waiting = set()
    for _ in range(progress(page)[1]):
        waiting.add(shown_id(page))
        press(page, "j")
    assert len(waiting) > 10
    assert waiting.isdisjoint({accepted, rejected, corrected})


def test_a_rejection_that_the_book_holds_is_taken_back(page: Page, seeds_book: Path, tmp_path: Path) -> None:
    shutil.copytree(seeds_book.parent, tmp_path / "book", ignore=shutil.ignore_patterns("report"))
    book = tmp_path / "book" / seeds_book.name
    report = build_report(book, tmp_path / "report", TODAY).index.parent
    open_review(page, report)
    expect(page.locator("#rejected")).to_be_hidden()
    rejected = shown_id(page)
    page.locator("#note").fill("only a <wish>")
    page.keyboard.press("Enter")
    press(page, "r")
    import_sheet(book, downloaded(page, "Ana, the reader"))
    build_report(book, report, TODAY)
    page.evaluate("localStorage.clear()")

    page.goto("about:blank")
    open_review(page, report, f"record={rejected}")
    expect(page.locator("#trouble")).to_contain_text("An analyst has rejected the record")
    row = page.locator("#rejected-rows tr")
    expect(row).to_contain_text("Ana, the reader")
    expect(row).to_contain_text("only a <wish>")
    row.get_by_role("button", name="Take back").click()
    expect(row).to_contain_text("to be accepted")
    assert violations(page) == []
    row.get_by_role("button", name="Leave it rejected").click()
    expect(page.locator("#download-button")).to_be_disabled()
    row.get_by_role("button", name="Take back").click()
    press(page, "u")
    expect(page.locator("#download-button")).to_be_disabled()
    row.get_by_role("button", name="Take back").click()
    sheet = downloaded(page, "Bo")
    assert [(row["commitment_id"], row["verdict"]) for row in rows(sheet)] == [(rejected, "accept")]

    import_sheet(book, sheet)
    told = query(book, "SELECT verdict, reviewed_by FROM records WHERE record_id = ?", [rejected]).rows
    assert told == (("accept", "Bo"),)
    build_report(book, report, TODAY)
    page.goto("about:blank")
    open_review(page, report, f"record={rejected}")
    expect(page.locator("#rejected")).to_be_hidden()
    expect(page.locator("#trouble")).to_be_empty()
    assert shown_id(page) == rejected


def test_what_was_downloaded_is_not_downloaded_twice_but_can_be(page: Page, seeds_report: Path) -> None:
    open_review(page, seeds_report)
    press(page, "a")
    first = rows(downloaded(page))
    page.locator("#card-title").focus()
    expect(page.locator("#download-button")).to_have_text("Download 1 again")
    press(page, "a")
    second = rows(downloaded(page))
    assert len(first) == len(second) == 1
    assert first[0]["commitment_id"] != second[0]["commitment_id"]
    assert len(rows(downloaded(page))) == 2


def test_verdicts_of_another_report_of_the_book_are_kept_and_told(page: Page, seeds_report: Path) -> None:
    open_review(page, seeds_report)
    press(page, "a")
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((each) => each.includes(".com_"));
          const verdict = JSON.parse(localStorage.getItem(key));
          verdict.id = verdict.cells.commitment_id = "com_gone";
          localStorage.setItem(key.replace(/com_.*/, "com_gone"), JSON.stringify(verdict));
        }"""
    )
    page.reload()
    expect(page.locator("#download-button")).to_have_text("Download 2 verdicts")
    assert "com_gone" in {row["commitment_id"] for row in rows(downloaded(page))}


@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["phone", "wide"])
def test_every_state_is_accessible(page: Page, seeds_report: Path, viewport: ViewportSize) -> None:
    page.set_viewport_size(viewport)
    open_review(page, seeds_report, "size=25")
    for summary in page.locator("details.choose:not([hidden]) summary").all():
        summary.click()
    press(page, "ak")
    assert violations(page) == []
    press(page, "m")
    expect(page.locator("#joining")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    press(page, "c")
    page.locator("#field-action").fill("nothing of the kind")
    page.keyboard.press("Control+Enter")
    assert violations(page) == []
    page.keyboard.press("Escape")
    press(page, "?")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.goto(address(seeds_report, "review.html", "q=nobodyhasthisname"))
    expect(page.locator("#end-title")).to_have_text("No record matches")
    assert violations(page) == []
