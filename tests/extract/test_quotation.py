"""Quotations: which words stand inside marks, also over sentences, paragraphs and missing marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.extract.components.quotation import Quotations, find_quotations


def quoted(text: str) -> list[str]:
    return [text[found.start_char : found.end_char] for found in in_lines(text).found]


def in_lines(text: str) -> Quotations:
    """The quotations of a text whose paragraphs are its lines."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append((start, start + len(line)))
        start += len(line) + 1
    return find_quotations(text, paragraphs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will pay,” he said.", ["“We will pay,”"]),
        ('"We will pay," he said.', ['"We will pay,"']),
        ("«We will pay», he said.", ["«We will pay»"]),
        ("„We will pay”, he said.", ["„We will pay”"]),
        ("“We will pay. We will do it soon. Wait,” he said.", ["“We will pay. We will do it soon. Wait,”"]),
        ("“We will,” he said, “pay.”", ["“We will,”", "“pay.”"]),
        ('"We will," he said, "pay."', ['"We will,"', '"pay."']),
        ('The ("new") road.', ['"new"']),
        ('It is 5" long.', []),
        ("It is the ministers’ plan, they said.", []),
        ("He’s sure that ‘maybe’ is no answer.", []),
        ("", []),
    ],
)
def test_quotations_are_found_with_their_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_without_a_closing_mark_ends_with_its_paragraph() -> None:
    text = "“We will pay.\n“We will pay twice,” he said."
    assert quoted(text) == ["“We will pay.", "“We will pay twice,”"]
    assert [found.closed for found in in_lines(text).found] == [False, True]


def test_an_opening_mark_ends_a_quotation_that_was_left_open() -> None:
    text = "“We will pay, he said. “We will pay twice,” he said."
    assert quoted(text) == ["“We will pay, he said. ", "“We will pay twice,”"]


def test_a_closing_mark_alone_quotes_nothing() -> None:
    assert quoted("We will pay,” he said.") == []


def test_words_between_two_quotations_are_in_neither() -> None:
    text = "“We will,” he said, “pay.”"
    found = in_lines(text)
    first, second = found.at(text.index("will")), found.at(text.index("pay"))
    assert found.at(text.index("said")) is None
    assert first is not None
    assert second is not None
    assert (text[first.start_char], first != second) == ("“", True)


def test_text_outside_of_paragraphs_is_left_alone() -> None:
    text = "“No,” he said. “Yes,” she said."
    (found,) = find_quotations(text, [(15, len(text))]).found
    assert text[found.start_char : found.end_char] == "“Yes,”"


TEXTS = st.text(alphabet="“”„«»\"'a .(\n—", max_size=60)


@given(TEXTS)
def test_quotations_are_in_order_in_range_and_apart(text: str) -> None:
    reached = 0
    for found in in_lines(text).found:
        assert reached <= found.start_char < found.end_char <= len(text)
        reached = found.end_char


@given(TEXTS)
def test_a_closed_quotation_holds_its_marks_and_no_line_break(text: str) -> None:
    for found in in_lines(text).found:
        inside = text[found.start_char : found.end_char]
        assert inside[0] in '“„«"'
        assert "\n" not in inside
        assert not found.closed or inside[-1] in '”»"'


@given(TEXTS)
def test_every_position_is_in_the_one_quotation_around_it(text: str) -> None:
    quotations = in_lines(text)
    for position in range(len(text)):
        around = [found for found in quotations.found if found.start_char <= position < found.end_char]
        assert quotations.at(position) == (around[0] if around else None)
