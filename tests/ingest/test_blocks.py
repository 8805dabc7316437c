"""Blocks: text in, kinds out."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.ingest.blocks import find_blocks
from flows.ingest.cleaning import clean
from flows.ingest.lexicons import LineRule, genre_rules, line_rules
from flows.ingest.paragraphs import find_paragraphs

LONG = "The two governments met on the island and talked about the price of grain for most of the day."


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Each block of a plain text as its kind and words."""
    return [
        (block.kind, text[block.start_char : block.end_char])
        for block in find_blocks(text, find_paragraphs(text), title)
    ]


@pytest.mark.parametrize("rule", line_rules(), ids=lambda rule: rule.id)
def test_every_line_rule_matches_its_examples(rule: LineRule) -> None:
    assert [example for example in rule.examples if not rule.matches(example)] == []
    for example in rule.examples:
        first = next(other for other in line_rules() if other.matches(example))
        assert first.kind == rule.kind


def test_genre_rules_load() -> None:
    fields = {"title", "kind", "url", "publisher", "opening", "text"}
    assert {rule.field for rule in genre_rules()} == fields


def test_unknown_keys_of_a_rule_raise() -> None:
    with pytest.raises(ValueError, match="colour"):
        LineRule.model_validate(
            {"id": "x", "kind": "byline", "pattern": "a", "examples": ["a"], "colour": "red"}
        )


@pytest.mark.parametrize(
    "line",
    [
        "The press secretary said that more reading rooms would be opened.",
        "We will share our data with the coast guard.",
        "Subscribe to the treaty and its protocols we shall, the minister said on Monday in Elsborg.",
        "Print media will be supported with ten million crowns.",
        "By Monday the government will publish the list.",
        "By 2030 Kestria will close its last plant.",
        "Follow-up talks will be held in May.",
        "The White House will send a delegation.",
        "Watch groups will monitor the ceasefire.",
        "(c) in consultation with the mayors, repair the piers;",
    ],
)
def test_sentences_are_no_furniture(line: str) -> None:
    assert [rule.id for rule in line_rules() if rule.matches(line)] == []


def test_article_with_player_heading_and_credit() -> None:
    top, end = "Click play to hear this story\nVoiced by AI", "Ada Renfrew contributed reporting."
    text = f"{top}\n{LONG}\nWhat comes next\n{LONG}\n{end}"
    assert [kind for kind, _ in kinds(text)] == [
        "boilerplate", "boilerplate", "prose", "heading", "prose", "byline",
    ]  # fmt: skip


def test_short_sentences_are_prose_and_not_headings() -> None:
    text = f"{LONG}\nThe talks go on.\n{LONG}\n“Nobody left the room,” she said\n{LONG}"
    assert kinds(text)[1] == ("prose", "The talks go on.")


def test_list_items_leave_their_markers_out() -> None:
    text = f"{LONG}\n- Build two ports.\n• Send a ship;\n2. Close the mine.\n(b) Open the road."
    assert kinds(text)[1:] == [
        ("list_item", "Build two ports."),
        ("list_item", "Send a ship;"),
        ("list_item", "Close the mine."),
        ("list_item", "Open the road."),
    ]


def test_items_of_a_list_in_tags_are_list_items() -> None:
    text = clean(
        "<LIST> A new council will:\n<li> Plant four thousand trees along the canal. </li>\n"
        "<li class='next'> - Reopening the market hall </li> </LIST>\n<p>It said so.\n</ul>"
    )
    assert kinds(text) == [
        ("prose", "A new council will:"),
        ("list_item", "Plant four thousand trees along the canal."),
        ("list_item", "Reopening the market hall"),
        ("prose", "It said so."),
    ]


def test_treaty_articles_and_signatures() -> None:
    article = "Article 1\nUse of the waters\n\n1. The Parties shall use the waters fairly."
    text = f"TREATY OF PEACE\n\n{article}\n\n{LONG}\n\nFor Marovia\nT. OSEI"
    assert kinds(text) == [
        ("title", "TREATY OF PEACE"),
        ("heading", "Article 1"),
        ("heading", "Use of the waters"),
        ("list_item", "The Parties shall use the waters fairly."),
        ("prose", LONG),
        ("byline", "For Marovia"),
        ("byline", "T. OSEI"),
    ]


def test_title_known_from_metadata_and_date_line() -> None:
    text = f"Grain talks end\n\nFriday, 3 May 2024\n\n{LONG}"
    assert kinds(text, "Grain talks end") == [
        ("title", "Grain talks end"),
        ("dateline", "Friday, 3 May 2024"),
        ("prose", LONG),
    ]


def test_dateline_is_parted_from_its_paragraph() -> None:
    assert kinds(f"ELSBORG, May 3, 2024 — {LONG}") == [
        ("dateline", "ELSBORG, May 3, 2024 —"),
        ("prose", LONG),
    ]


def test_dash_after_a_subject_is_no_dateline() -> None:
    line = "NATO – which met in Port Sable – will decide in May."
    assert kinds(f"{LONG}\n{line}")[1] == ("prose", line)


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The two governments met on the island and talked about the price of\n"
        "grain for most of the day. They will meet again in the autumn, when the\n"
        "harvest is in and the new parliament has been sworn in by the king.\n\n"
        "Norhaven will send twelve ships to the strait before the year is out\n"
        "if the storm season allows it."
    )
    assert [words.count("\n") for _, words in kinds(text)] == [2, 1]


def test_more_short_lines_than_headings_are_a_list() -> None:
    names = "\n".join(f"Minister {letter}, Harbour Department" for letter in "ABCDEF")
    assert [kind for kind, _ in kinds(f"{LONG}\n{names}\n{LONG}")] == ["prose", *["list_item"] * 6, "prose"]


def test_captions_and_wiki_headings() -> None:
    text = f"{LONG}\nThe harbour at dawn. Image: Ada Renfrew.\n== The harvest ==\n{LONG}"
    assert kinds(text)[1:3] == [
        ("caption", "The harbour at dawn. Image: Ada Renfrew."),
        ("heading", "The harvest"),
    ]


LINES = st.one_of(
    st.sampled_from(
        [LONG, "What comes next", "- Build two ports.", "Share", "Article 4", "OSLO – It rains.", ""]
    ),
    st.text(max_size=60),
)


@given(st.lists(LINES, max_size=12))
def test_blocks_are_ordered_and_cover_every_word(lines: list[str]) -> None:
    text = clean("\n".join(lines))
    blocks = find_blocks(text, find_paragraphs(text), None)
    assert all(0 <= block.start_char < block.end_char <= len(text) for block in blocks)
    assert all(one.end_char <= other.start_char for one, other in pairwise(blocks))
    covered = "".join(text[block.start_char : block.end_char] for block in blocks)
    wanted = sum(map(str.isalpha, text))
    markers = sum(
        line.strip()[:6].count(letter)
        for line in text.split("\n")
        for letter in set(filter(str.isalpha, line[:8]))
    )
    assert wanted - markers <= sum(map(str.isalpha, covered)) <= wanted


def test_seed_article_blocks() -> None:
    article = Path(__file__).parents[2] / "seeds" / "000_2ceb528c8538ea49.txt"
    text = clean(article.read_text("utf-8"))
    found = [kind for kind, _ in kinds(text)]
    assert found[:2] == ["boilerplate", "boilerplate"]
    assert found[-1] == "byline"
    assert [words for kind, words in kinds(text) if kind == "heading"] == [
        "Last minute details",
        "NATO aspirations",
    ]
    assert found.count("prose") == 24
