"""Parsed sentences for the tests of components that read a dependency parse."""

from __future__ import annotations

from functools import cache

from spacy.language import Language

from flows.extract.parse import Doc, Span, Token
from flows.extract.parser import load_parser


@cache
def pipeline() -> Language:
    """The model that the extractor uses by default."""
    return load_parser()


@cache
def parsed(text: str) -> Doc:
    """The parse of ``text``."""
    return Doc(pipeline()(text))


def sentence(text: str) -> Span:
    """All of ``text`` as one sentence."""
    return parsed(text)[:]


def act(text: str, words: str) -> tuple[Token, Span, Span]:
    """The acting word, the act's span, and the sentence: ``words`` begin with the acting word."""
    start = text.index(words)
    span = parsed(text).char_span(start, start + len(words))
    assert span is not None, f"{words!r} cuts a token"
    return span[0], span, sentence(text)
