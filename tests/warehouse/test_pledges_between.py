"""Rows in, rows out for the sums of the view pledges_between."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.book import document, one_book, record
from tests.warehouse.test_ledger import link

TOLD = document("Oslo will give Riga 5. Oslo will give Riga 7.", "told.txt")
MONEY = {"promisors": ("Oslo",), "beneficiaries": ("Riga",), "unit": "EUR"}
AMOUNTS = "SELECT category, n_commitments, amounts FROM pledges_between ORDER BY category"


def test_a_line_of_two_categories_counts_once(tmp_path: Path) -> None:
    less = record(TOLD, "give Riga 5", amount=5.0, category="economic", **MONEY)
    more = record(TOLD, "give Riga 7", amount=7.0, category="financial", **MONEY)
    book = one_book(tmp_path, [TOLD], less, more)
    assert book.rows(AMOUNTS) == [("economic", 1, {"EUR": 5.0}), ("financial", 1, {"EUR": 7.0})]
    link(book, less, more)
    assert book.rows(AMOUNTS) == [("economic", 1, {}), ("financial", 1, {"EUR": 7.0})]


@pytest.mark.parametrize(
    "fields", [{"force": "refusal"}, {"force": "pledge", "polarity": "negative"}, {"force": "threat"}]
)
def test_what_is_refused_ruled_out_or_threatened_is_no_promised_sum(
    tmp_path: Path, fields: dict[str, str]
) -> None:
    given = record(TOLD, "give Riga 7", amount=7.0, category="financial", **MONEY)
    withheld = record(TOLD, "give Riga 5", amount=5.0, category="financial", **MONEY, **fields)
    book = one_book(tmp_path, [TOLD], given, withheld)
    assert book.rows(AMOUNTS) == [("financial", 2, {"EUR": 7.0})]
