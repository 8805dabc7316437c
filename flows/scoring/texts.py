"""Words of two texts, brought to a form in which they can be compared."""

from __future__ import annotations

import re
from collections import Counter

_QUOTES = str.maketrans({"’": "'", "“": '"', "”": '"'})
_POSSESSIVE_OR_ARTICLE = re.compile(r"'s\b|^the\s+")
_NO_PART_OF_A_WORD = re.compile(r"[^\w%.$€£ -]+")
_INFLECTION = re.compile(r"(ing|ed|es|s|e)$")
_SHORTEST_INFLECTED = 4  # letters
_FUNCTION_WORDS = {
    "a", "an", "and", "as", "at", "by", "for", "from", "her", "his", "in", "into",
    "its", "of", "on", "or", "our", "that", "the", "their", "to", "which", "with",
}  # fmt: skip


def normalised(text: str | None) -> str:
    """``text`` in small letters, without punctuation, possessives and a leading article; "" for none."""
    plain = (text or "").casefold().translate(_QUOTES).strip()
    return _NO_PART_OF_A_WORD.sub(" ", _POSSESSIVE_OR_ARTICLE.sub("", plain)).strip()


def words(text: str | None) -> list[str]:
    """The words of ``text``, normalised, in their order."""
    return [bare for word in normalised(text).split() if (bare := word.strip(".-"))]


def content_words(text: str | None) -> list[str]:
    """The words of ``text`` that are no articles, prepositions, conjunctions or possessives."""
    return [word for word in words(text) if word not in _FUNCTION_WORDS]


def overlap(one: Counter[str], other: Counter[str]) -> float:
    """The Dice overlap of two bags of words, 0 to 1; 0 where both are empty."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def content_overlap(one: str | None, other: str | None) -> float:
    """The Dice overlap of the content words of two texts, 0 to 1."""
    return overlap(Counter(content_words(one)), Counter(content_words(other)))


def stem(word: str) -> str:
    """``word`` without its inflection, as far as its ending tells."""
    return _INFLECTION.sub("", word) if len(word) >= _SHORTEST_INFLECTED else word
