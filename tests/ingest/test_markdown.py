"""Markdown in: which words come out, and what is refused rather than lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.ingest import IngestLimits, read_inputs
from models import Document, Quarantined

PROSE = "Norhaven will send twelve ships to the strait before the year is out."


def read(path: Path, text: str, **limits: int) -> Document | Quarantined:
    path.write_text(text)
    (found,) = read_inputs([path], IngestLimits(**limits))
    return found


def text_of(path: Path, text: str) -> str:
    found = read(path, text)
    assert isinstance(found, Document), found
    return found.text


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("They *will*\nsail  \nsoon\\\nfrom `Port Sable`.", "They will sail soon from Port Sable."),
        (r"Not \*marked\* &amp; not &lt;b&gt;", "Not *marked* & not"),
        ("![A ship](s.png) The [ship][1] sails.\n\n[1]: https://example.org", "The ship sails."),
        ("<https://example.org> has it.", "https://example.org has it."),
    ],
)
def test_words_without_marks(tmp_path: Path, source: str, words: str) -> None:
    assert text_of(tmp_path / "a.md", source) == words


@pytest.mark.parametrize("opening", ["> ", "- ", "> - "])
def test_deep_quotations_and_lists_are_read(tmp_path: Path, opening: str) -> None:
    found = text_of(tmp_path / "a.md", f"Before.\n\n{opening * 30}{PROSE}\n\nAfter.")
    assert found == f"Before.\n\n{PROSE}\n\nAfter."


@pytest.mark.parametrize("opening", ["> ", "- ", "> - "])
def test_deeper_ones_than_the_parser_goes_are_refused_and_not_lost(tmp_path: Path, opening: str) -> None:
    found = read(tmp_path / "a.md", f"Before.\n\n{opening * 300}{PROSE}\n\nAfter.")
    assert isinstance(found, Quarantined)
    assert (found.reason, "too deeply" in found.detail) == ("unsafe", True)


def test_the_deepest_level_that_is_read_loses_nothing(tmp_path: Path) -> None:
    for depth in range(90, 110):
        found = read(tmp_path / "a.md", ">" * depth + " " + PROSE)
        assert isinstance(found, Quarantined) or found.text == PROSE


@pytest.mark.parametrize("item", ["- a\n", "1. a\n", "- - - a\n"])
def test_more_list_items_than_a_text_may_have_are_not_parsed_to_their_end(tmp_path: Path, item: str) -> None:
    found = read(tmp_path / "a.md", item * 400, text_paragraphs=50)
    assert isinstance(found, Quarantined)
    assert (found.reason, "list items" in found.detail) == ("too_large", True)
    assert isinstance(read(tmp_path / "b.md", item * 10, text_paragraphs=50), Document)
