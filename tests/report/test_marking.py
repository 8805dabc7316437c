"""Spans of a record in, marked text out."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from flows.report.marking import LONG_PARAGRAPH, Segment, Span, marked, paragraph_of, segments, spans_of

TEXT = "It said President Lind will pay Norway 5 euros by May if asked."


def evidence(**changes: Any) -> dict[str, Any]:
    """A row of evidence on TEXT, with some of its columns changed."""
    row: dict[str, Any] = {
        "start_char": TEXT.index("pay"),
        "end_char": TEXT.index(" if"),
        "sentence": TEXT,
        "sentence_start": 0,
        "sentence_end": len(TEXT),
        "paragraph": TEXT,
        "paragraph_start": 0,
        "promisors": ["Anna Lind"],
        "beneficiaries": [],
        "speaker": None,
        "condition": None,
        "due_text": None,
        "cues": [],
        "names": [],
    }
    return row | changes


def place(words: str, **more: str) -> dict[str, Any]:
    """Where words stand in TEXT."""
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), **more}


def roles_of(row: dict[str, Any]) -> dict[str, set[str]]:
    """The words of each role."""
    found: dict[str, set[str]] = {}
    for span in spans_of(row):
        found.setdefault(span.role, set()).add(TEXT[span.start : span.end])
    return found


def test_a_party_that_is_named_is_marked_with_its_whole_name() -> None:
    row = evidence(
        cues=[place("Lind", role="promisor", rule_id="r")],
        names=[place("President Lind", name="Somebody else")],
    )
    assert roles_of(row) == {"action": {"pay Norway 5 euros by May"}, "promisor": {"President Lind"}}


def test_names_in_the_sentence_are_marked_by_the_part_that_they_play() -> None:
    row = evidence(
        beneficiaries=["Norway"],
        speaker="It",
        names=[place("Norway", name="Norway"), place("It", name="It"), place("May", name="May")],
    )
    roles = roles_of(row)
    assert (roles["beneficiary"], roles["speaker"], "promisor" in roles) == ({"Norway"}, {"It"}, False)


def test_time_and_condition_are_marked_where_they_stand_and_amounts_by_their_rule() -> None:
    row = evidence(
        due_text="by May", condition="if asked", cues=[place("5 euros", role="amount", rule_id="r")]
    )
    roles = roles_of(row)
    assert (roles["time"], roles["condition"], roles["amount"]) == ({"by May"}, {"if asked"}, {"5 euros"})


def test_rules_that_decide_without_naming_are_cues_and_those_on_whole_stretches_are_not_marked() -> None:
    row = evidence(
        cues=[place("will", role="force", rule_id="r"), place(TEXT, role="quotation", rule_id="q")]
    )
    assert roles_of(row)["cue"] == {"will"}


def test_words_that_are_not_in_the_sentence_are_not_marked() -> None:
    assert "condition" not in roles_of(evidence(condition="unless it snows"))


def test_segments_are_cut_where_a_role_begins_or_ends() -> None:
    spans = [Span(12, 16, "action"), Span(14, 18, "time"), Span(0, 3, "cue")]
    assert segments("abcdefgh", 10, spans) == [
        Segment("ab", ()),
        Segment("cd", ("action",)),
        Segment("ef", ("action", "time")),
        Segment("gh", ("time",)),
    ]


spans_in_a_text = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 20), st.sampled_from(["action", "time", "cue"])).map(
        lambda drawn: Span(drawn[0], drawn[0] + drawn[1], drawn[2])
    ),
    max_size=6,
)


@given(st.text(min_size=1, max_size=30), st.integers(0, 20), spans_in_a_text)
def test_segments_together_are_the_text_and_every_character_has_the_roles_of_its_spans(
    text: str, start: int, spans: list[Span]
) -> None:
    found = segments(text, start, spans)
    assert "".join(segment.text for segment in found) == text
    by_character = [set(segment.roles) for segment in found for _ in segment.text]
    expected = [
        {span.role for span in spans if span.start <= at < span.end} for at in range(start, start + len(text))
    ]
    assert by_character == expected


def test_a_long_paragraph_is_shown_around_its_sentence() -> None:
    before, after = "Before. " * LONG_PARAGRAPH, " After." * LONG_PARAGRAPH
    shift = len(before)
    row = evidence(
        paragraph=before + TEXT + after,
        start_char=shift + TEXT.index("pay"),
        end_char=shift + TEXT.index(" if"),
        sentence_start=shift,
        sentence_end=shift + len(TEXT),
    )
    shown = paragraph_of(row)
    text = "".join(segment.text for segment in shown)
    assert TEXT in text
    assert (text[0], text[-1], len(text) < LONG_PARAGRAPH) == ("…", "…", True)
    assert [segment.text for segment in shown if segment.roles] == ["pay Norway 5 euros by May"]


def test_marks_escape_their_words_and_tell_which_roles_end() -> None:
    html = marked([Segment("<b>", ("action",)), Segment("&", ("action", "time")), Segment("'\"", ())])
    assert html == (
        '<mark class="role-action" data-ends="">&lt;b&gt;</mark>'
        '<mark class="role-action role-time" data-ends="action, time">&amp;</mark>&#39;&#34;'
    )
