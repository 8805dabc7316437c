"""A parse read off spaCy's arrays answers as spaCy does."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc as ParsedDoc
from spacy.tokens import Span as ParsedSpan

from flows.extract import syntax
from flows.extract.parse import Doc, Span
from flows.extract.parser import tokenized
from tests.extract.parsing import parsed, pipeline

TEXTS = (
    "",
    "Peru",
    "  The council of Lima, which met on Monday (as planned), will lend Chile  $3 million by May 2030. "
    "“We won't wait,” said its chair, Ana Rojas.\nTwenty-one ships? Never!",
    "A hearing is scheduled on the issue today that was raised by the mayor of Oslo.",  # branches cross
)
ATTRIBUTES = (
    "i", "idx", "text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "whitespace_", "is_space",
    "is_punct", "is_alpha", "is_lower", "is_quote", "like_num", "is_sent_start",
)  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_answer_as_those_of_spacy(text: str) -> None:
    for ours, theirs in zip(parsed(text), pipeline()(text), strict=True):
        assert [getattr(ours, name) for name in ATTRIBUTES] == [getattr(theirs, name) for name in ATTRIBUTES]
        assert len(ours) == len(theirs)
        assert ours.head.i == theirs.head.i
        assert (ours.left_edge.i, ours.right_edge.i) == (theirs.left_edge.i, theirs.right_edge.i)
        assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)
        for name in ("children", "lefts", "rights", "subtree"):
            assert [token.i for token in getattr(ours, name)] == [
                token.i for token in getattr(theirs, name)
            ], (theirs, name)


@pytest.mark.parametrize("text", TEXTS)
def test_spans_answer_as_those_of_spacy(text: str) -> None:
    ours, theirs = parsed(text), pipeline()(text)
    assert ours.text == theirs.text
    for start in range(-3, len(theirs) + 2):
        for end in (start - 1, start + 1, start + 4, len(theirs)):
            span, other = ours[start:end], theirs[start:end]
            assert (span.start, span.end, span.text) == (other.start, other.end, other.text)
            if other:
                assert (span.start_char, span.end_char) == (other.start_char, other.end_char)
                assert span.root.i == other.root.i
                assert span.sent.text == other.sent.text
                assert (span[0].i, span[-1].i) == (other[0].i, other[-1].i)
            if len(other) > 1:
                assert span[1:-1].text == other[1:-1].text


@pytest.mark.parametrize("text", TEXTS)
def test_sentences_entities_and_chunks_are_those_of_spacy(text: str) -> None:
    ours, theirs = parsed(text), pipeline()(text)
    assert [span.text for span in ours.sents] == [span.text for span in theirs.sents]
    assert [(span.text, span.label_) for span in ours.ents] == [(e.text, e.label_) for e in theirs.ents]
    assert [span.text for span in ours[:].noun_chunks] == [span.text for span in theirs[:].noun_chunks]


@pytest.mark.parametrize("mode", ["strict", "expand"])
def test_characters_lead_to_the_same_tokens(mode: str) -> None:
    ours, theirs = parsed(TEXTS[2]), pipeline()(TEXTS[2])
    for start in range(len(TEXTS[2])):
        for end in (start + 1, start + 6, start + 15):
            span, other = ours.char_span(start, end, mode), theirs.char_span(start, end, alignment_mode=mode)
            assert _bounds(span) == _bounds(other), (start, end)


def _bounds(span: Span | ParsedSpan | None) -> tuple[int, int] | None:
    return None if span is None else (span.start, span.end)


def test_a_text_that_was_only_tokenized_can_be_read() -> None:
    doc = Doc(tokenized(pipeline(), "Minister of Finance"))
    assert [token.head.i for token in doc] == [0, 1, 2]
    assert doc[1:].root.text == "of"
    assert len(doc.sents) == 1
    assert not doc.is_cut
    assert parsed("Minister of Finance").is_cut


def test_what_lies_outside_is_no_token() -> None:
    doc = parsed("Peru helps Chile.")
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc[3].nbor(1)
    with pytest.raises(IndexError):
        doc[1:3][2]


def test_spans_are_equal_where_they_stand_in_one_text_alike() -> None:
    doc, other = parsed("Peru helps Chile."), parsed("Peru helps Chile!")
    assert doc[0:2] == Span(doc, 0, 2)
    assert hash(doc[0:2]) == hash(Span(doc, 0, 2))
    assert doc[0:2] != doc[0:3]
    assert doc[0:2] != other[0:2]


def test_a_subject_with_an_apposition_before_it_stands_for_itself() -> None:
    """A parse may hang what stands before a subject on it as an apposition."""
    words, heads = ["Ores", "Peru", "sells"], [1, 2, 2]
    made = ParsedDoc(pipeline().vocab, words=words, heads=heads, deps=["appos", "nsubj", "ROOT"])
    subject = Doc(made)[1]
    assert syntax.antecedent(subject) == subject
