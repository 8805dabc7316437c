"""An analyst's verdicts in, what the pages say of them out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from flows.report import build_report
from models.verdict import Verdict, VerdictKind
from tests.report.sheets import LINE, PROMISE, TODAY, data, promise_document, small_book, tree, words
from tests.warehouse.book import Book
from warehouse import publish_verdicts

ACTION = "send Ukraine 18 tanks by May"


def judge(book: Book, kind: VerdictKind, action: str, **more: object) -> None:
    """Publish a verdict on the record of the promise whose action it is."""
    of = promise_document()
    ((record_id, sentence),) = book.rows("SELECT record_id, sentence FROM records WHERE action = ?", action)
    start = PROMISE.index(action)
    values = {
        "verdict": kind,
        "commitment_id": record_id,
        "document_id": of.document_id,
        "uri": of.uri,
        "sentence": sentence,
        "sentence_start": 0,
        "action": action,
        "start_char": start,
        "end_char": start + len(action),
        "reviewed_by": "A. Lind",
        "reviewed_at": dt.datetime(2024, 2, 3, tzinfo=dt.UTC),
    }
    publish_verdicts(book.published, [Verdict.model_validate(values | more)])


def test_a_correction_shows_both_values_and_who_gave_it(tmp_path: Path) -> None:
    book = small_book(tmp_path)
    judge(book, "correct", ACTION, fields={"certainty": "probable"}, note="'if' <weakens> it")
    build_report(book.published, tmp_path / "pages", TODAY)
    page = tree(tmp_path / "pages" / "commitments" / f"{LINE[4:7]}.html")
    (verdict,) = page.findall(".//div[@class='verdict']")
    assert words(verdict.findall("p")[0]) == "Corrected by A. Lind on 3 Feb 2024. 'if' <weakens> it"
    assert words(verdict.findall("ul/li")[0]) == "certainty: certain probable"


def test_what_was_judged_waits_no_longer(tmp_path: Path) -> None:
    book = small_book(tmp_path)
    judge(book, "accept", ACTION)
    build_report(book.published, tmp_path / "pages", TODAY)
    index = data(tmp_path / "pages", "review-0")
    waiting = [action for action, done in zip(index["action"], index["reviewed"], strict=True) if not done]
    assert waiting == ["rains", "sent Ukraine 18 tanks"]


def test_a_rejected_record_is_on_no_page(tmp_path: Path) -> None:
    book = small_book(tmp_path)
    judge(book, "reject", "rains")
    summary = build_report(book.published, tmp_path / "pages", TODAY)
    assert summary.lines == 1
    page = tree(tmp_path / "pages" / "documents" / f"{promise_document().document_id}.html")
    assert len(page.findall(".//section[@class='records']/ol/li")) == 1
