"""Phrases that date an act by an event: "before the vote", "at the summit in Suva"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from flows.extract.components.time_lexicon import EventRule, grammar
from flows.extract.parse import Span, Token

UNIT_NOUN = re.compile("(?:hour|day|week|month|year)s?")
WORD_OR_HYPHEN = re.compile(r"\w+|-")  # the tokens of a preposition such as "in the run-up to"


def events_in(sentence: Span) -> Iterator[tuple[Span, Token, EventRule]]:
    """Prepositional phrases headed by a noun that the lexicon knows as an event: phrase, noun and rule."""
    for token in sentence:
        if token.dep_ not in {"pobj", "pcomp", "conj"} or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        for rule in grammar().events:
            if token.lemma_ not in rule.nouns and token.lower_ not in rule.nouns:
                continue
            start = _preposition_before(token, rule.prepositions, sentence)
            if start is not None and not _names_place(token, start):
                yield sentence.doc[start : _event_end(token)], token, rule
                break


def is_holiday(noun: Token) -> bool:
    """Whether a name is that of a day or season that dates an act: "by Easter"."""
    return noun.pos_ == "PROPN" and any(
        rule.names_days and noun.text in rule.nouns for rule in grammar().events
    )


@cache
def _tokens_of(prepositions: tuple[str, ...]) -> list[list[str]]:
    """The tokens of each preposition, the longest first."""
    return sorted((WORD_OR_HYPHEN.findall(phrase) for phrase in prepositions), key=len, reverse=True)


def _preposition_before(noun: Token, prepositions: tuple[str, ...], sentence: Span) -> int | None:
    """Where the longest of ``prepositions`` that ends just before the noun's phrase begins."""
    left = noun.left_edge.i
    for words in _tokens_of(prepositions):
        start = left - len(words)
        if start >= sentence.start and [t.lower_ for t in noun.doc[start:left]] == words:
            # "two days before the summit" is another day than the summit's
            return None if start > 0 and UNIT_NOUN.fullmatch(noun.doc[start - 1].lower_) else start
    return None


def _names_place(noun: Token, start: int) -> bool:
    """Whether "at" tells where and how, of an occasion that is not known: "complain at a meeting"."""
    return noun.doc[start].lower_ == "at" and any(word.lower_ in {"a", "an"} for word in noun.lefts)


def _event_end(noun: Token) -> int:
    """The end of the event's phrase: its noun and what prepositions and dates add right behind it."""
    end = noun.i + 1
    for child in noun.rights:
        short = child.right_edge.i - child.i < 8
        bidden = any(noun.lemma_ in grammar().bidding for noun in child.children)
        if child.left_edge.i == end and short and not bidden and child.dep_ in {"prep", "npadvmod", "nummod"}:
            end = child.right_edge.i + 1
    return end
