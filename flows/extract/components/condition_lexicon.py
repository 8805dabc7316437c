"""The words that open conditions: ``lexicons/condition.toml``."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import model_validator

from flows.extract.lexicon import LexiconModel, read_once, refuse_twice

Kind = Literal["clause", "phrase", "fixed"]


class Opener(LexiconModel):
    """Words that open a condition, and what must hold for them to.

    ``form``: what follows is a finite clause, a clause or a phrase without a verb ("verbless"), a subject
    and its verb ("inverted": "should it fail"), or the opener may be a mere "participle" ("provided").
    ``denied_act``: the act is one that will not be done. ``behind``: they stand behind the act.
    ``asks``: behind words such as "ask" and "discuss" they open a question.
    ``aside_after_comma``: behind the act and a comma they open a remark, no condition.
    ``terms``: the nouns that may stand behind the opener, any where there are none (behind that of a clause,
    none). ``no_terms``: nouns there
    that tell what something is, not on what it depends.
    ``doing``: so may a verb: "upon leaving the port".
    ``pointing_back``: what "that" or "this" behind the opener points to has been done, and is no condition.
    """

    id: str
    words: tuple[str, ...]
    attachment: Literal["loose", "strict"]
    denied_act: bool = False
    behind: bool = False
    form: Literal["finite", "verbless", "inverted", "participle"] = "finite"
    aside_after_comma: bool = False
    asks: bool = False
    terms: frozenset[str] = frozenset()
    no_terms: frozenset[str] = frozenset()
    doing: bool = False
    pointing_back: bool = False


class Excluded(LexiconModel):
    """Phrases that only look like conditions, and words before or above an opener that make none of it."""

    phrases: tuple[str, ...]
    before: frozenset[str]
    whether_words: frozenset[str]
    telling_words: frozenset[str]


class ConditionLexicon(LexiconModel):
    """All of ``condition.toml``; no words open two kinds of conditions."""

    clause: tuple[Opener, ...]
    phrase: tuple[Opener, ...]
    fixed: tuple[Opener, ...]
    excluded: Excluded
    taken_for_nouns: frozenset[str]

    @model_validator(mode="after")
    def _unambiguous(self) -> ConditionLexicon:
        rules = (*self.clause, *self.phrase, *self.fixed)
        refuse_twice("openers", (words for rule in rules for words in rule.words))
        return self


condition_lexicon = read_once("condition", ConditionLexicon)


@cache
def openers() -> dict[str, list[tuple[list[str], Opener, Kind]]]:
    """The words of every rule by the first of them, longest first."""
    lexicon = condition_lexicon()
    kinds: tuple[tuple[tuple[Opener, ...], Kind], ...] = (
        (lexicon.clause, "clause"),
        (lexicon.phrase, "phrase"),
        (lexicon.fixed, "fixed"),
    )
    found = [(words.split(), rule, kind) for rules, kind in kinds for rule in rules for words in rule.words]
    index: dict[str, list[tuple[list[str], Opener, Kind]]] = {}
    for words, rule, kind in sorted(found, key=lambda item: (-len(item[0]), item[0])):
        index.setdefault(words[0], []).append((words, rule, kind))
    return index


@cache
def excluded_phrases() -> dict[str, list[list[str]]]:
    """The words of every excluded phrase, by the first of them."""
    found: dict[str, list[list[str]]] = {}
    for phrase in condition_lexicon().excluded.phrases:
        words = phrase.split()
        found.setdefault(words[0], []).append(words)
    return found
