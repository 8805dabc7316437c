"""The words of an action as linking compares them: weighted stems, its verb, its numbers."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import snowballstemmer  # type: ignore[import-untyped]  # the package has no types

from flows.link.lexicon import load_lexicon, load_word_weights

MOST_STEMS = 24  # later words are a list's tail or a side clause
NAME_BONUS = 0.25  # a name says more than a word of the same frequency
NUMBER_WEIGHT = 0.6
SHORT_WORD = 3  # letters of words that headings leave small
LEAST_HEADING = 4  # longer words of a heading at least,
HEADING_SHARE = 0.8  # and the share of them that is capitalised

# initials, numbers with their ordinal ending, words with the number that belongs to them ("COVID-19")
_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:-\d+)?")
_stemmer = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Wording:
    """An action's stems with their weights (0 to 1.25), in the order of the text, without repetition.

    ``verb`` is the stem of its first word that says anything, ``numbers`` its numerals, ``names`` the
    stems of its capitalised words but the first; ``information``, the sum of the weights, is how much the
    words say together. ``is_event`` marks an act that happens once.
    """

    stems: tuple[str, ...]
    weights: tuple[float, ...]
    verb: str
    numbers: frozenset[str]
    names: frozenset[str]
    is_event: bool
    weight_of: Mapping[str, float] = field(compare=False, repr=False)
    information: float = field(compare=False)


def word_the_text(text: str, adjectives: Mapping[str, str]) -> Wording:
    """The wording of an action or sentence; ``adjectives`` maps states' lower-case adjectives to names."""
    weights: dict[str, float] = {}
    numbers: set[str] = set()
    names: set[str] = set()
    tokens = _TOKEN.findall(_join_idioms(without_frames(text)))
    is_heading = _is_heading(tokens)
    for token in tokens:
        if len(weights) == MOST_STEMS:
            break
        number = _number(token)
        if number:
            numbers.add(number)
            weights.setdefault(number, NUMBER_WEIGHT)
        else:
            names.update(_add_words(weights, token, adjectives, is_heading))
    verb = next(iter(weights), "")
    return Wording(
        stems=tuple(weights),
        weights=tuple(weights.values()),
        verb=verb,
        numbers=one_object(frozenset(numbers)),
        names=one_object(frozenset(names)),
        is_event=_is_event(text, verb, weights),
        weight_of=weights,
        information=sum(weights.values()),
    )


@functools.lru_cache(maxsize=1 << 16)
def one_object(names: frozenset[str]) -> frozenset[str]:
    """The same object for equal sets: most of a book's are, and an empty one takes 200 bytes too."""
    return names


def without_frames(text: str) -> str:
    """The text without the words that only say that an act is meant: "do everything we can to help"."""
    return _frame_pattern().sub(" ", text)


@functools.cache
def _frame_pattern() -> re.Pattern[str]:
    """Any of the frames and of those of zeal, as whole words and with either apostrophe."""
    lexicon = load_lexicon()
    zeal = lexicon.zeal
    how_far = f"(?:{_any_of(zeal.means)})(?: (?:{_any_of(zeal.limits)}))? to"
    zealous = f"(?:{_by_first_letter(zeal.verbs)}) (?i:{how_far})"
    return re.compile(rf"\b(?:{zealous}|{_by_first_letter(lexicon.frames)})\b")


def _by_first_letter(phrases: Iterable[str]) -> str:
    """The pattern of any of some phrases, whose first letters say at once that none stands at a place."""
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        by_letter[phrase[0]].append(phrase[1:])
    return "|".join(
        f"[{letter}{letter.upper()}](?i:{_any_of(rests)})" for letter, rests in sorted(by_letter.items())
    )


def _any_of(phrases: Iterable[str]) -> str:
    """The pattern of any of some phrases, longer ones first."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace("'", "['’]") for phrase in ordered)


def _is_event(action: str, verb: str, stems: Collection[str]) -> bool:
    """Whether the act happens once, so that the same words a season later are another act."""
    lexicon = load_lexicon()
    happens = verb in lexicon.event_acts and lexicon.lasting_acts.get(verb, frozenset()).isdisjoint(stems)
    return happens or any(phrase in action.lower() for phrase in lexicon.event_phrases)


def _join_idioms(text: str) -> str:
    """The text with a word of its own for each idiom."""
    idioms = load_lexicon().idioms
    lower = text.lower()
    if not any(idiom in lower for idiom in idioms):
        return text
    return _idiom_pattern().sub(lambda found: idioms[found.group().lower()], text)


@functools.cache
def _idiom_pattern() -> re.Pattern[str]:
    idioms = sorted(load_lexicon().idioms, key=lambda idiom: (-len(idiom), idiom))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, idioms))})\b", flags=re.IGNORECASE)


def _number(token: str) -> str:
    """The number that a token is, in digits or as a word; empty for other words."""
    if token[0].isdigit() and token[-1].isdigit():
        return token.replace(",", "")
    return load_lexicon().number_words.get(token.lower(), "")


def _is_heading(tokens: Sequence[str]) -> bool:
    """Whether nearly all longer words are capitalised, so that a capital marks no name."""
    long_words = [token for token in tokens if len(token) > SHORT_WORD and token[0].isalpha()]
    capital = sum(token[0].isupper() for token in long_words)
    is_long = len(long_words) >= LEAST_HEADING and tokens[0][0].isupper()
    return is_long and capital >= HEADING_SHARE * len(long_words)


def stems_of_name(name: str) -> tuple[str, ...]:
    """The stems of a party's name."""
    return tuple(stem for stem, _ in _weighed_stems(name))


def _add_words(
    weights: dict[str, float], token: str, adjectives: Mapping[str, str], is_heading: bool
) -> list[str]:
    """Add a word's stem, or those of the party that its initials or adjective name; gives a name's stems."""
    capital = token[0].isupper()
    party = load_lexicon().initials.get(token) or (adjectives.get(token.lower()) if capital else None)
    named = party is not None or (capital and bool(weights) and not is_heading)
    bonus = NAME_BONUS if named else 0.0
    stems = _weighed_stems(party or token)
    for stem, weight in stems:
        weights.setdefault(stem, weight + bonus)
    return [stem for stem, _ in stems] if named else []


@functools.lru_cache(maxsize=1 << 17)
def _weighed_stems(words: str) -> tuple[tuple[str, float], ...]:
    """The stems of words that say anything, each with its weight."""
    stems = [stem for word in words.lower().split() if (stem := stem_of(word))]
    return tuple((stem, load_word_weights().get(stem, 1.0)) for stem in stems)


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
    return {stem: group[0] for group in load_lexicon().same_words for stem in group}
