"""The words of an action as linking compares them: weighted stems, its verb, its numbers."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import snowballstemmer  # type: ignore[import-untyped]  # the package has no types

from flows.link.lexicon import load_lexicon, load_word_weights

MOST_STEMS = 18  # later words are a list's tail or a side clause
NAME_BONUS = 0.25  # a name says more than a word of the same frequency
NUMBER_WEIGHT = 0.6

# initials, numbers with their ordinal ending, words with the number that belongs to them ("COVID-19")
_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:-\d+)?")
_stemmer = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Wording:
    """An action's stems with their weights (0 to 1.25), in the order of the text, without repetition.

    ``verb`` is the stem of its first word that says anything, ``numbers`` its numerals; ``information``,
    the sum of the weights, is how much the words say together.
    """

    stems: tuple[str, ...]
    weights: tuple[float, ...]
    verb: str
    numbers: frozenset[str]
    weight_of: Mapping[str, float] = field(compare=False, repr=False)
    information: float = field(compare=False)


def word_the_action(action: str, adjectives: Mapping[str, str]) -> Wording:
    """The wording of an action; ``adjectives`` maps lower-case adjectives of states to their names."""
    weights: dict[str, float] = {}
    numbers: set[str] = set()
    for token in _TOKEN.findall(_join_idioms(action)):
        if len(weights) == MOST_STEMS:
            break
        if token[-1].isdigit() and token[0].isdigit():
            number = token.replace(",", "")
            numbers.add(number)
            weights.setdefault(number, NUMBER_WEIGHT)
        else:
            _add_words(weights, token, adjectives)
    return Wording(
        stems=tuple(weights),
        weights=tuple(weights.values()),
        verb=next(iter(weights), ""),
        numbers=frozenset(numbers),
        weight_of=weights,
        information=sum(weights.values()),
    )


def _join_idioms(action: str) -> str:
    """The action with each idiom as one word, so that its small words count."""
    for idiom in load_lexicon().idioms:
        action = re.sub(rf"\b{idiom}\b", idiom.replace(" ", ""), action, flags=re.IGNORECASE)
    return action


def _add_words(weights: dict[str, float], token: str, adjectives: Mapping[str, str]) -> None:
    """Add a word's stem, or those of the party that its initials or adjective name."""
    named = token[0].isupper()
    name = load_lexicon().initials.get(token) or (adjectives.get(token.lower()) if named else None)
    for word in (name or token).split():
        stem = stem_of(word.lower())
        if stem:
            bonus = NAME_BONUS if named and weights else 0.0
            weights.setdefault(stem, load_word_weights().get(stem, 1.0) + bonus)


@functools.lru_cache(maxsize=1 << 17)
def stem_of(word: str) -> str:
    """The stem that stands for a lower-case word and those of its meaning; empty for a stop word."""
    lexicon = load_lexicon()
    if word in lexicon.stop_words:
        return ""
    stem: str = _stemmer.stemWord(lexicon.base_forms.get(word, word))
    return _class_of_stem().get(stem, stem)


@functools.cache
def _class_of_stem() -> dict[str, str]:
    return {stem: group[0] for group in load_lexicon().same_acts for stem in group}
