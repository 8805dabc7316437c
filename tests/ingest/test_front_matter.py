"""Front matter in, metadata and the rest of the text out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from flows.ingest import read_inputs
from flows.ingest.front_matter import split_front_matter
from flows.ingest.lexicons import front_matter_rules
from flows.ingest.source import RefusedError
from models import Document, Metadata

PROSE = "Norhaven will send twelve ships to the strait before the year is out."
LIMIT = 100_000


def metadata(written: str, fence: str = "---") -> Metadata:
    found, rest = split_front_matter(f"{fence}\n{written}\n{fence}\n{PROSE}", "a.md", LIMIT)
    assert rest == PROSE
    return found


def test_a_post_of_a_site_generator(tmp_path: Path) -> None:
    path = tmp_path / "2024-05-03-ships.md"
    path.write_text(
        "---\nlayout: post\ntitle: Twelve ships\ndate: 2024-05-03 23:30:00 -0500\ntags: [navy, grain]\n"
        "description: What the ministry says\nauthor: Ada Renfrew\nlink: https://example.org/ships\n"
        f"draft: false\n---\n{PROSE}\n"
    )
    (found,) = read_inputs([path])
    assert isinstance(found, Document)
    assert (found.title, found.author, found.uri) == (
        "Twelve ships", "Ada Renfrew", "https://example.org/ships",
    )  # fmt: skip
    assert (found.published_on, found.published_precision, found.published_source) == (
        dt.date(2024, 5, 3), "day", "metadata",
    )  # fmt: skip
    assert found.text == PROSE


def test_toml_as_hugo_writes_it() -> None:
    written = 'title = "Twelve ships"\ndate = 2024-05-03T23:30:00-05:00\n[params]\nauthor = "x"'
    found = metadata(written, "+++")
    assert (found.title, found.published, found.author) == ("Twelve ships", dt.date(2024, 5, 3), None)


@pytest.mark.parametrize(
    ("written", "date", "precision"),
    [
        ("date: 2024-05-03", dt.date(2024, 5, 3), "day"),
        ("Date: 2024-05-03T23:30:00Z", dt.date(2024, 5, 3), "day"),
        ("publishDate: May 3, 2024", dt.date(2024, 5, 3), "day"),
        ("date: Friday, 3 May 2024", dt.date(2024, 5, 3), "day"),
        ("pubdate: Fri, 03 May 2024 23:30:00 -0500", dt.date(2024, 5, 3), "day"),
        ("date: May 2024", dt.date(2024, 5, 1), "month"),
        ("published: 2024-05", dt.date(2024, 5, 1), "month"),
        ("published: 2024", dt.date(2024, 1, 1), "year"),
        ("published: true\ndate: 2024-05-03", dt.date(2024, 5, 3), "day"),
        ("date: 2024-05-03\npublished: 2024-05-01", dt.date(2024, 5, 1), "day"),
        ("date: 2024-13-45", None, None),
        ("date: yesterday", None, None),
        ("date: 03/05/2024", None, None),
        ("date: [2024, 5]", None, None),
        ("lastmod: 2024-05-03", None, None),
    ],
)
def test_dates(written: str, date: dt.date | None, precision: str | None) -> None:
    found = metadata(written)
    assert (found.published, found.published_precision) == (date, precision)


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("source: https://example.org/1", {"url": "https://example.org/1"}),
        ("source: Elsborg Courier", {"publisher": "Elsborg Courier"}),
        ("url: /posts/ships/\nlink: https://example.org/2", {"url": "https://example.org/2"}),
        ("permalink: /ships.html", {}),
        ("authors:\n- Ada Renfrew\n- Bo Tarn", {"author": "Ada Renfrew, Bo Tarn"}),
        ("author: {name: Ada Renfrew, email: a@example.org}", {"author": "Ada Renfrew"}),
        ("author:\n- {name: Ada Renfrew}", {}),
        ("title: 2024", {"title": "2024"}),
        ("title: No", {"title": "No"}),
        ("title:", {}),
        ("title: null", {}),
        ("lang: en-GB", {"language": "en-GB"}),
        ("genre: ballad", {}),
        ("genre: speech", {"genre": "speech"}),
        ("colour: red", {}),
        ("", {}),
    ],
)
def test_names_and_values(written: str, known: dict[str, str]) -> None:
    assert metadata(written) == Metadata.model_validate(known)


def test_lines_between_two_breaks_that_are_no_front_matter_stay() -> None:
    text = f"---\n{PROSE}\n---\nKestria will pay."
    assert split_front_matter(text, "a.md", LIMIT) == (Metadata(), text)


@pytest.mark.parametrize(
    ("fence", "written"),
    [("---", "title: a: b"), ("---", "a: [" + "[" * 5000), ("---", "? [a]\n: b"), ("+++", "title = ships")],
)
def test_what_cannot_be_parsed_is_refused(fence: str, written: str) -> None:
    with pytest.raises(RefusedError, match="front matter") as refused:
        metadata(written, fence)
    assert refused.value.reason == "broken_metadata"


def test_nothing_is_built_and_nothing_grows() -> None:
    doubling = "a0: &a0 [x, x]\n" + "".join(f"a{n + 1}: &a{n + 1} [*a{n}, *a{n}]\n" for n in range(60))
    assert metadata(f"{doubling}author: [*a60, *a60]\ntitle: Ships") == Metadata(title="Ships")
    built = metadata('title: !!python/object/apply:os.getcwd []\nauthor: !!python/name:os.sep ""')
    assert built == Metadata()
    long = "x" * 900
    assert metadata(f"a: &a {long}\nauthor: [*a, *a, *a]") == Metadata()


def test_every_key_of_the_rules_stands_once() -> None:
    keys = [rule.key for rule in front_matter_rules()]
    assert len(set(keys)) == len(keys)
