"""Category: which of the codebook's sixteen kinds of act a commitment is about.

The lexicon is ``lexicons/category.toml``: weighted lemmas and phrases, the action's before the sentence's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pydantic import Field
from spacy.tokens import Span, Token

from flows.extract.lexicon import LexiconError, LexiconModel, load_lexicon
from models.vocabulary import CATEGORIES, Category

NO_CUE = "category.none"


class Cue(LexiconModel):
    """Words of one category with the weight of each match."""

    id: str
    category: Category
    weight: float = Field(gt=0)
    lemmas: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class CategoryLexicon(LexiconModel):
    """All of ``category.toml``."""

    sentence_share: float = Field(ge=0, le=1)
    cue: tuple[Cue, ...]


@dataclass(frozen=True)
class Compiled:
    """The lexicon's entries by their first word, longest first."""

    sentence_share: float
    entries: dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]


@lru_cache(maxsize=1)
def category_lexicon() -> Compiled:
    """The lexicon, ready to match; raises LexiconError where the file breaks its model or repeats words."""
    lexicon = load_lexicon("category", CategoryLexicon)
    seen: dict[tuple[str, ...], Cue] = {}
    for cue in lexicon.cue:
        for text in (*cue.lemmas, *cue.phrases):
            words = tuple(text.split())
            if words in seen:
                raise LexiconError(f"category.toml: {text!r} stands in {seen[words].id} and {cue.id}")
            seen[words] = cue
    entries: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for words in sorted(seen, key=lambda words: (-len(words), words)):
        entries.setdefault(words[0], []).append((words, seen[words]))
    return Compiled(lexicon.sentence_share, {first: tuple(found) for first, found in entries.items()})


def category_of(action: Span, sentence: Span, force: str) -> tuple[Category, str]:
    """The category of ``action``, which stands in ``sentence``, and the id of the rule that says so."""
    scores: dict[Category, float] = {}
    strongest: dict[Category, tuple[float, str]] = {}
    for cue, inside in matches(action, sentence):
        weight = cue.weight if inside else cue.weight * category_lexicon().sentence_share
        scores[cue.category] = scores.get(cue.category, 0.0) + weight
        strongest[cue.category] = max(strongest.get(cue.category, (0.0, "")), (weight, cue.id))
    if not scores:
        return "other", NO_CUE
    best = max(scores, key=lambda category: (scores[category], -CATEGORIES.index(category)))
    return best, strongest[best][1]


def matches(action: Span, sentence: Span) -> Iterator[tuple[Cue, bool]]:
    """The cues in the sentence, in its order, each with whether it stands within the action."""
    tokens = [token for token in sentence if not token.is_punct and not token.is_space]
    position = 0
    while position < len(tokens):
        found = _entry_at(tokens, position)
        if found is None:
            position += 1
            continue
        length, cue = found
        yield cue, action.start <= tokens[position].i < action.end
        position += length


def _entry_at(tokens: list[Token], position: int) -> tuple[int, Cue] | None:
    """The longest entry that starts at ``position``: how many tokens it takes, and its cue."""
    first = tokens[position]
    entries = category_lexicon().entries
    for form in dict.fromkeys((first.lower_, first.lemma_.lower())):
        for words, cue in entries.get(form, ()):
            rest = tokens[position + 1 : position + len(words)]
            if len(rest) == len(words) - 1 and all(map(_is_word, rest, words[1:])):
                return len(words), cue
    return None


def _is_word(token: Token, word: str) -> bool:
    return word in (token.lower_, token.lemma_.lower())
