"""A book in which every text that comes from outside tries to be something else than text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from models import Document, Record
from models.base import stable_id
from models.ledger import LedgerLine, LedgerRecord
from tests.warehouse.book import Book, document, one_book, record
from warehouse import publish, write_ledger

# What runs sets ``hacked``, what becomes an element has the id or class ``injected``.
NAUGHTY = (
    "</script><script>window.hacked = 1</script>",
    '"><img id="injected" src="x" onerror="window.hacked = 1">',
    "' onmouseover='window.hacked = 1' autofocus onfocus='window.hacked = 1",
    "</title></textarea></style></noscript><b class=injected>",
    "<svg class=injected onload=window.hacked=1>",
    "<!-- <b class=injected>",
    "--><b class=injected>",
    "]]><b class=injected>",
    "\\u003cb class=injected\\u003e",
    "&lt;b&gt; &amp; &#60;b&#62; &nbsp",
    "');window.hacked=1//",
    "\\');window.hacked=1//",
    "`${window.hacked = 1}`",
    "{{ 7 * 7 }}{% if x %}{# no comment #}",
    "javascript:window.hacked=1",
    "data:text/html,<script>window.hacked=1</script>",
    "__proto__",
    "constructor",
    "\u202eright to left override\u202c",
    "\u2066isolate without an end",
    "\u200fمرحبا (world) 1-2-3",
    "line\u2028and paragraph\u2029separators",
    "\ufeffa mark and \u200bzero width",
    "👩‍👩‍👧‍👦 \U0001f3f4\U000e0067\U000e0062 z̸̢͝a̶l̷g̴o̵",
    "=HYPERLINK(A1)",
    "@SUM(1+1)",
    "+1-1",
    "' OR 1=1 --",
    "../../../../etc/passwd%00",
    "?a=b&c=d#e",
    "\\",
    "x" * 300,
)
NAUGHTY_ADDRESS = "javascript:window.hacked=1//https://example.org"


def hostile_book(folder: Path) -> Book:
    """For each naughty string a document and a ledger line of two records, with it in every field of text."""
    documents = [_document(number, words) for number, words in enumerate(NAUGHTY)]
    pairs = [(_pledge(of, words), _delivery(of, words)) for of, words in zip(documents, NAUGHTY, strict=True)]
    book = one_book(folder / "book", documents, *(record for pair in pairs for record in pair))
    lines = [stable_id("led", pledge.record_id) for pledge, _ in pairs]
    members = [
        LedgerRecord(ledger_id=line, record_id=each.record_id, joined_by=(words,) if place else (), score=0.5)
        for line, pair, words in zip(lines, pairs, NAUGHTY, strict=True)
        for place, each in enumerate(pair)
    ]
    write_ledger(book.build, [LedgerLine(ledger_id=line) for line in lines], members)
    publish(book.build, book.published)
    return book


def _document(number: int, words: str) -> Document:
    text = f"Envoy {words} said: we will send {words} to {words} by {words} if {words} agrees."
    return document(
        text,
        f"{number}-{words}"[:200],
        uri=f"{NAUGHTY_ADDRESS}/{number}" if number % 2 else f"https://example.org/{number}?{words}",
        title=words,
        publisher=words,
        published_on=dt.date(2024, 1, 1 + number % 28),
    )


def _pledge(of: Document, words: str) -> Record:
    return record(
        of,
        f"send {words} to {words} by {words} if {words} agrees",
        promisors=(words, NAUGHTY[0]),
        beneficiaries=(words,),
        amount=2.5e6,
        unit=words,
        due_text=f"by {words}",
        due_end=dt.date(2024, 5, 1),
        condition=f"if {words} agrees",
        speaker=words,
        speaker_type="named",
        rule_id=words,
        confidence=0.5,
    )


def _delivery(of: Document, words: str) -> Record:
    return record(of, f"send {words}", force="fulfilment", promisors=(words,), beneficiaries=(NAUGHTY[1],))
