"""The words of a document's report, and whether they are another's over again.

Reports that follow one pattern share most of their words and tell of different things: a declaration for
another state, next month's report. What sets them apart are their dates and their facts: names, figures,
number words and negations. So does what a later version adds: past a length, it has news of its own.
"""

from __future__ import annotations

import datetime as dt
import re
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import Indel

from flows.ingest.lexicons import fact_words
from models import Document

LEAST_SIMILARITY = 0.85
FEWEST_WORDS = 25  # under which two texts are alike by chance
_MOST_WORDS_COMPARED = 20_000
_LONGEST_ADDITION = 40  # words, in one place
_MOST_DAYS_APART = 30
_REPORT = ("title", "heading", "prose", "list_item")
_LONGEST_WORD = 40
_WORD = re.compile(r"\w+")
_BEFORE_SENTENCE = re.compile(r"[.!?:;•()\[\]\"“”‘’\n]")


type Kind = Literal["fact", "plain", "capital"]  # a capital is a name where it opens no sentence


@dataclass(frozen=True)
class Wording:
    """The words of a report in order, as numbers, four bytes each, and which of them, sorted, tell facts.

    Bylines, datelines, captions and boilerplate are no part of a report.
    """

    words: array[int]
    facts: array[int]
    published_on: dt.date | None


def wording(document: Document) -> Wording:
    """The wording of a document."""
    text, words = document.text, array("I")
    facts: set[int] = set()
    first_words: set[int] = set()  # of sentences: capitalised, names or not
    plain: set[int] = set()
    of_kind = {"fact": facts, "plain": plain, "capital": facts}
    for block in document.blocks:
        if block.kind not in _REPORT:
            continue
        reached = block.start_char
        for found in _WORD.finditer(text, block.start_char, block.end_char):
            number, kind = _numbered(found[0])
            words.append(number)
            opens = kind == "capital" and _opens_sentence(text, block.start_char, reached, found.start())
            (first_words if opens else of_kind[kind]).add(number)
            reached = found.end()
    return Wording(words, array("I", sorted(facts | (first_words - plain))), document.published_on)


def _numbered(word: str) -> tuple[int, Kind]:
    """A word's number and kind; what is longer than words are is not remembered."""
    return _number_and_kind(word) if len(word) <= _LONGEST_WORD else _number_and_kind.__wrapped__(word)


@lru_cache(maxsize=1 << 16)
def _number_and_kind(word: str) -> tuple[int, Kind]:
    number = zlib.crc32(word.casefold().encode())
    if word in fact_words() or any(map(str.isdigit, word)):
        return number, "fact"
    return number, "plain" if word.islower() else "capital"


def _opens_sentence(text: str, block_start: int, reached: int, start: int) -> bool:
    """Whether a sentence may begin with the word at ``start``; the word before it ends at ``reached``."""
    between = text[reached:start]
    return reached == block_start or (between != " " and bool(_BEFORE_SENTENCE.search(between)))


def similarity(one: Wording, first: Wording, least: float = LEAST_SIMILARITY) -> float:
    """The share of the words of both that they have in common, in the same order.

    0 where that is less than ``least``, where more than 30 days lie between the two, where facts stand in
    the place of other facts, and where ``one`` adds a stretch of more than 40 words that tells facts.
    """
    if _apart(one.published_on, first.published_on):
        return 0.0
    words, first_words = one.words[:_MOST_WORDS_COMPARED], first.words[:_MOST_WORDS_COMPARED]
    shared: float = Indel.normalized_similarity(words, first_words, score_cutoff=least)
    if not shared:
        return 0.0
    facts, first_facts = frozenset(one.facts), frozenset(first.facts)
    if facts.difference(first.words) and first_facts.difference(one.words):  # each tells what the other lacks
        return 0.0
    for lost, added in _changes(first_words, words):
        tells_facts = not facts.isdisjoint(added)
        if tells_facts and (len(added) > _LONGEST_ADDITION or not first_facts.isdisjoint(lost)):
            return 0.0
    return shared


def _apart(day: dt.date | None, other: dt.date | None) -> bool:
    return day is not None and other is not None and abs((day - other).days) > _MOST_DAYS_APART


def _changes(before: array[int], after: array[int]) -> Iterator[tuple[array[int], array[int]]]:
    """The stretches of words that were lost, each with those that stand in its place."""
    kept_before = kept_after = 0
    for block in Indel.opcodes(before, after).as_matching_blocks():
        lost, added = before[kept_before : block.a], after[kept_after : block.b]
        if lost or added:
            yield lost, added
        kept_before, kept_after = block.a + block.size, block.b + block.size
