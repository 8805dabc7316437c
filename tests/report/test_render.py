"""Values as pages show them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from flows.report.render import actor_page, amount, day, line_page, record_page, web_address
from tests.report.sheets import data, tree, words


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (18.0, "tanks", "18 tanks"),
        (2.5, "percent", "2.5 percent"),
        (999_999.0, "EUR", "EUR 999,999"),
        (1.5e9, "USD", "USD 1.5 billion"),
        (61e12, "USD", "USD 61 trillion"),
        (25_000e12, "IDR", "IDR 25,000 trillion"),
        (-5e10, "USD", "USD -50,000,000,000"),
        (2_000_000.0, "people", "2 million people"),
        (200.0, "MW", "200 MW"),
        (7.0, None, "7"),
    ],
)
def test_amounts(value: float, unit: str | None, shown: str) -> None:
    assert amount(value, unit) == shown


def test_days_are_for_people_and_machines() -> None:
    assert day(dt.date(2024, 6, 1)) == '<time datetime="2024-06-01">1 Jun 2024</time>'
    assert (day(None), day(None, "<open>")) == ("undated", "&lt;open&gt;")


@pytest.mark.parametrize(
    "uri",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "",
    ],
)
def test_only_web_addresses_are_linked(uri: str) -> None:
    assert web_address(uri) is None


def test_web_addresses_are_linked_as_they_are() -> None:
    assert web_address("HTTPS://example.org/a?b") == "HTTPS://example.org/a?b"


def test_addresses_of_entries_name_their_sheet_by_the_first_digits_of_the_id() -> None:
    assert line_page("led_0a1b2c3d4e5f6071") == "commitments/0a1.html#led_0a1b2c3d4e5f6071"
    assert record_page("com_9", "led_0a1b", "doc_1") == "commitments/0a1.html#com_9"
    assert record_page("com_9", None, "doc_1") == "documents/doc_1.html#com_9"


def test_the_table_of_lines_leads_to_the_actors_as_the_pages_do(report: Path) -> None:
    about = data(report, "ledger")
    pages = [f"actors/{actor[:3]}.html#act_{actor}" for actor in about["actors"]]
    assert pages == [actor_page(name) for name in about["names"]]
    for name, page in zip(about["names"], pages, strict=True):
        file, _, anchor = page.partition("#")
        (article,) = tree(report / file).findall(f".//article[@id='{anchor}']")
        assert words(article.findall(".//h1")[0]) == name
