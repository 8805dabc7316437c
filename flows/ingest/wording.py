"""The words of a document's report, to compare it with another's."""

from __future__ import annotations

import re
import zlib
from array import array
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from flows.ingest.lexicons import fact_words
from models import Document

LEAST_SIMILARITY = 0.85
FEWEST_WORDS = 25  # under which two texts are alike by chance
_MOST_WORDS_COMPARED = 20_000
_REPORT = ("title", "heading", "prose", "list_item")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Wording:
    """The words of a report in order, as numbers, four bytes each, and which of them tell facts.

    Facts are names, figures, number words and negations: texts that follow one pattern differ in them.
    Bylines, datelines, captions and boilerplate are no part of a report.
    """

    words: array[int]
    facts: frozenset[int]


def wording(document: Document) -> Wording:
    """The wording of a document."""
    words: array[int] = array("I")
    facts: set[int] = set()
    for block in document.blocks:
        if block.kind not in _REPORT:
            continue
        for word in _WORD.findall(document.text, block.start_char, block.end_char):
            number = zlib.crc32(word.casefold().encode())
            words.append(number)
            if _tells_fact(word):
                facts.add(number)
    return Wording(words, frozenset(facts))


def similarity(one: Wording, other: Wording, least: float = LEAST_SIMILARITY) -> float:
    """The share of the words of both that they have in common, in the same order.

    0 where it is less than ``least``, and where each tells facts that the other lacks.
    """
    shared: float = Indel.normalized_similarity(
        one.words[:_MOST_WORDS_COMPARED], other.words[:_MOST_WORDS_COMPARED], score_cutoff=least
    )
    if not shared or (one.facts.difference(other.words) and other.facts.difference(one.words)):
        return 0.0
    return shared


def _tells_fact(word: str) -> bool:
    return not word.islower() or word in fact_words() or any(map(str.isdigit, word))
