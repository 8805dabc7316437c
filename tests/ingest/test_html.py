"""Saved pages in, documents out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from flows.ingest import read_inputs
from models import Document, Quarantined

ARTICLE = """
<p>Norhaven will send <b>twelve ships</b> to the strait before the year is out, its defence
minister said on Friday.</p>
<h2>What comes next</h2>
<p>The ships will sail from Port Sable.<br>They carry grain and medicine for the towns along the coast.</p>
<ul><li>Six ships go <a href="/n">north</a></li><li><p>Six ships go south</p></li></ul>
<p>Kestria has promised to open its harbours for the crews as soon as the storm warnings are lifted.</p>
"""
HEAD = """
<meta charset="{charset}"><title>Twelve ships for the strait | Elsborg Courier</title>
<meta property="og:title" content="Twelve ships for the strait">
<meta property="og:site_name" content="Elsborg Courier">
<meta name="author" content="Ada Renfrew">
<meta property="article:published_time" content="2024-05-03T09:30:00Z">
<link rel="canonical" href="https://courier.example/ships">
"""


def page(article: str = ARTICLE, charset: str = "utf-8", head: str = HEAD) -> bytes:
    text = (
        f"<!DOCTYPE html><html lang='en'><head>{head.format(charset=charset)}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/s'>Sport</a></li></ul></nav>"
        f"<article><h1>Twelve ships for the strait</h1>{article}</article>"
        "<script>alert('Norhaven')</script>"
        "<footer>© Elsborg Courier. All rights reserved.</footer></body></html>"
    )
    return text.encode(charset)


def read_page(path: Path, data: bytes) -> Document:
    path.write_bytes(data)
    (found,) = read_inputs([path])
    assert isinstance(found, Document), found
    return found


def test_article_without_its_surroundings(tmp_path: Path) -> None:
    found = read_page(tmp_path / "ships.html", page())
    blocks = [(block.kind, found.text[block.start_char : block.end_char]) for block in found.blocks]
    assert ("heading", "What comes next") in blocks
    assert ("list_item", "Six ships go north") in blocks
    assert ("list_item", "Six ships go south") in blocks
    assert "The ships will sail from Port Sable. They carry grain" in found.text
    for foreign in ("Sport", "alert", "rights reserved", "<"):
        assert foreign not in found.text


def test_page_metadata(tmp_path: Path) -> None:
    found = read_page(tmp_path / "ships.html", page())
    assert found.title == "Twelve ships for the strait"
    assert (found.publisher, found.author, found.uri) == (
        "Elsborg Courier", "Ada Renfrew", "https://courier.example/ships",
    )  # fmt: skip
    assert (found.published_on, found.published_source) == (dt.date(2024, 5, 3), "page")


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By <b>Ada Renfrew</b><br>March 25, 2015", "Ada Renfrew"),
        ("By <b>Ada Renfrew</b><br>25 March 2015", "Ada Renfrew"),
        ("By <b>Ada March</b><br>April 2015", "Ada March"),
        ("By <b>Ada May</b>", "Ada May"),
        ("By <b>Ada May</b><br>2015", "Ada May"),
        ("By <b>Ada May</b><br>May 3, 2015", "Ada May"),
    ],
)
def test_a_month_after_the_author_belongs_to_the_date(tmp_path: Path, byline: str, author: str) -> None:
    article = f'<div class="byline author">{byline}</div>{ARTICLE}'
    found = read_page(tmp_path / "p.html", page(article, head="<title>x</title>"))
    assert found.author == author


def test_a_page_is_known_by_its_content(tmp_path: Path) -> None:
    assert read_page(tmp_path / "ships.txt", page()).title == "Twelve ships for the strait"


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "utf-16"])
def test_declared_encodings(tmp_path: Path, charset: str) -> None:
    article = ARTICLE.replace("its defence\nminister", "minister José Núñez")
    assert "minister José Núñez said" in read_page(tmp_path / "p.html", page(article, charset)).text


def test_a_year_in_the_text_does_not_date_the_page(tmp_path: Path) -> None:
    article = (
        ARTICLE + "<p>The harbour was built in 1911 and rebuilt on March 4, 1952, after the great fire.</p>"
    )
    assert read_page(tmp_path / "p.html", page(article, head="<title>x</title>")).published_on is None


@pytest.mark.parametrize(
    "data", [b"<html></html>", b"<!DOCTYPE html><html><body><script>x()</script></body></html>"]
)
def test_a_page_without_an_article_is_empty(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "p.html"
    path.write_bytes(data)
    (found,) = read_inputs([path])
    assert isinstance(found, Quarantined)
    assert found.reason == "empty"


def test_elements_deeper_than_the_parser_goes_are_refused_and_not_cut_off(tmp_path: Path) -> None:
    last = "<p>Kestria will pay for the grain.</p>"
    for tag, deep, deepest in (("div", 200, 300), ("font", 200, 3000)):
        kept = read_page(tmp_path / "p.html", page(ARTICLE + f"<{tag}>" * deep + last))
        assert kept.text.endswith("Kestria will pay for the grain.")
        path = tmp_path / "q.html"
        path.write_bytes(page(f"<{tag}>" * deepest + ARTICLE + last))
        (found,) = read_inputs([path])
        assert isinstance(found, Quarantined)
        assert (found.reason, "too deeply" in found.detail) == ("unsafe", True)
