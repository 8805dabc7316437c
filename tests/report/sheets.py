"""A small book of two ledger lines, its report, and the pages of it as trees."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from models import CueHit, Document
from models.ledger import LedgerLine, LedgerRecord
from tests.warehouse.book import Book, document, one_book, record
from warehouse import publish, write_ledger

TODAY = dt.date(2024, 6, 1)
PROMISE = "Minister Olsen said Norway will send Ukraine 18 tanks by May if Sweden agrees. It rains."
DELIVERY = "Norway has sent Ukraine 18 tanks."
LINE, OTHER_LINE = "led_1a2b000000000000", "led_f00d000000000000"


def promise_document() -> Document:
    """What a minister promised."""
    return document(
        PROMISE,
        "promise.txt",
        uri="https://example.org/promise",
        title="Tanks <promised>",
        publisher="The Wire",
        published_on=dt.date(2024, 1, 5),
    )


def delivery_document() -> Document:
    """What became of it, in an undated document that has no web address."""
    return document(DELIVERY, "delivery.txt", uri="javascript:alert(1)//", publisher="The Courier")


def small_book(folder: Path) -> Book:
    """A promise that is delivered in another document, and a refusal that stands alone."""
    promise, delivery = promise_document(), delivery_document()
    sentence_end = PROMISE.index(" It rains.")
    promised = record(
        promise,
        "send Ukraine 18 tanks by May",
        sentence=PROMISE[:sentence_end],
        sentence_end=sentence_end,
        beneficiaries=("Ukraine",),
        amount=18,
        unit="tanks",
        due_text="by May",
        due_end=dt.date(2024, 5, 31),
        condition="if Sweden agrees",
        speaker="Olsen",
        speaker_type="named",
        category="military",
        cues=(CueHit(rule_id="force.will", role="force", start_char=27, end_char=31),),
    )
    sent = {"beneficiaries": ("Ukraine",), "amount": 18, "unit": "tanks"}
    delivered = record(delivery, "sent Ukraine 18 tanks", force="fulfilment", **sent)
    refused = record(promise, "rains", force="refusal", promisors=("It",), sentence=PROMISE, confidence=0.2)
    book = one_book(folder / "book", [promise, delivery], promised, delivered, refused)
    lines = [LedgerLine(ledger_id=LINE), LedgerLine(ledger_id=OTHER_LINE)]
    members = [
        LedgerRecord(ledger_id=LINE, record_id=promised.record_id, score=1),
        LedgerRecord(ledger_id=LINE, record_id=delivered.record_id, joined_by=("amount=18",), score=0.8),
        LedgerRecord(ledger_id=OTHER_LINE, record_id=refused.record_id, score=1),
    ]
    write_ledger(book.build, lines, members)
    publish(book.build, book.published)
    return book


def tree(page: Path) -> ElementTree.Element:
    """A page as a tree; its templates close what they open, so that XML's strict reader takes it."""
    text = page.read_text(encoding="utf-8").removeprefix("<!DOCTYPE html>")
    for void in ("meta", "link", "img", "input", "rect"):
        text = _closed(text, void)
    return ElementTree.fromstring(re.sub(r" (defer|hidden|disabled)(?=[ >])", r' \1=""', text))


def _closed(text: str, void: str) -> str:
    parts = text.split(f"<{void} ")
    closed = [parts[0]]
    for part in parts[1:]:
        attributes, _, rest = part.partition(">")
        closed.append(f"{attributes.removesuffix('/')}/>{rest}")
    return f"<{void} ".join(closed)


def words(element: ElementTree.Element) -> str:
    """All text in an element, white space made one."""
    return " ".join("".join(element.itertext()).split())


def data(report: Path, name: str) -> Any:
    """What a data file hands to the page."""
    text = (report / "data" / f"{name}.js").read_text(encoding="ascii")
    start = f'pledgebook.receive("{name}",'
    assert text.startswith(start)
    return json.loads(text.removeprefix(start).removesuffix(");\n"))
