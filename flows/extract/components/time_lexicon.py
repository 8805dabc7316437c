"""The lexicon of time expressions, ``lexicons/time.toml``, and the grammar that it makes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import Field, model_validator

from flows.extract.components.date_parts import Bound, Part, Which
from flows.extract.lexicon import LexiconModel, load_lexicon

Kind = Literal[
    "date", "range", "month", "year", "day", "period", "duration", "length", "past", "vague", "recurrent",
    "event", "clause",
]  # fmt: skip
Orientation = Literal["past", "future", "any"]


class Preposition(LexiconModel):
    """Prepositions that bound an act in the same way; "since" looks back whatever follows."""

    bound: Bound
    words: tuple[str, ...]
    orientation: Orientation = "any"


class TimeRule(LexiconModel):
    """A form of time expression; ``prepositions`` narrows those that may introduce it.

    ``inside_event``: it dates an act only as part of the phrase of an event ("before the June summit").
    ``needs`` names the signs one of which stands in all text that the pattern matches.
    """

    id: str
    pattern: str
    needs: str
    kind: Kind
    needs_preposition: bool = False
    inside_event: bool = False
    prepositions: tuple[str, ...] = ()
    orientation: Orientation = "any"


class EventRule(LexiconModel):
    """Nouns (lemmas) that date an act when one of ``prepositions`` stands before their phrase.

    ``names_days``: they are names of days and seasons, which nobody is.
    """

    id: str
    prepositions: tuple[str, ...]
    nouns: frozenset[str]
    names_days: bool = False


class Feast(LexiconModel):
    """Names of a feast, in lower case, and its day: a fixed one, or counted from Easter Sunday.

    ``lasts``: for how many days it goes on.
    """

    words: tuple[str, ...]
    month: int | None = None
    day: int | None = None
    from_easter: int | None = None
    lasts: int = 1


class ClauseRule(LexiconModel):
    """A conjunction whose clause in the present tense dates an act that lies ahead."""

    id: str
    word: str
    bound: Bound
    behind_comma: bool = True
    dated: bool = False


class Continuation(LexiconModel):
    """Words behind a form of ``rule`` that say from what it is counted, which the calendar does not tell.

    ``openings``: the words with which such an expression begins, any where there are none.
    """

    id: str
    rule: str
    words: frozenset[str]
    openings: tuple[str, ...] = ("",)


class Lemmas(LexiconModel):
    """A set of lemmas."""

    lemmas: frozenset[str]


class Words(LexiconModel):
    """Phrases, in lower case."""

    words: tuple[str, ...]


class Ending(Lemmas):
    """Verbs that end what lasts; ``particles`` make such of any verb ("call off")."""

    particles: frozenset[str]


class Dating(LexiconModel):
    """Verbs that say when an event is, nouns that stand for an event named before, and conjunctions
    whose clause dates the main one."""

    verbs: frozenset[str]
    generic_nouns: frozenset[str]
    conjunctions: frozenset[str]


class TimeLexicon(LexiconModel):
    """``lexicons/time.toml``."""

    names: dict[str, str]
    signs: dict[str, tuple[str, ...]]
    preposition: tuple[Preposition, ...]
    which: dict[Which, tuple[str, ...]]
    part: dict[Part, tuple[str, ...]]
    quarter: dict[int, tuple[str, ...]]
    offset: dict[int, tuple[str, ...]]
    years_ahead: dict[int, tuple[str, ...]]
    number_words: dict[int, tuple[str, ...]]
    ordinals: dict[int, tuple[str, ...]]
    firmness: Words
    rule: tuple[TimeRule, ...]
    feast: tuple[Feast, ...]
    event: tuple[EventRule, ...]
    clause: tuple[ClauseRule, ...]
    continuation: tuple[Continuation, ...]
    dating: Dating
    marks: Lemmas
    lasting: Lemmas = Field(description="nouns whose length is how long an act lasts")
    ending: Ending = Field(description="verbs that end what lasts")
    happening: Lemmas = Field(description="nouns of which a month right behind tells when they will be")
    made: Lemmas = Field(description="nouns that a day right behind tells the making of")
    bidding: Lemmas = Field(description="nouns that tell at whose wish something is done")
    naming: Lemmas = Field(description="verbs that give days a name")
    begun: Lemmas = Field(description="words that open a time that begins on a day")
    saying: Lemmas = Field(description="verbs at which a past expression dates the words, not the act")

    @model_validator(mode="after")
    def _known_signs(self) -> TimeLexicon:
        if unknown := {rule.needs for rule in self.rule} - set(self.signs):
            raise ValueError(f"rules need unknown signs: {sorted(unknown)}")
        if unknown := {each.rule for each in self.continuation} - {rule.id for rule in self.rule}:
            raise ValueError(f"continuations of unknown rules: {sorted(unknown)}")
        return self


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lexicon made ready for use: patterns, and words looked up by meaning.

    ``patterns`` holds each rule with its own pattern and that of what may introduce it.
    """

    patterns: tuple[tuple[TimeRule, re.Pattern[str], re.Pattern[str]], ...]
    signs: dict[str, tuple[str, ...]]
    bounds: dict[str, Bound]
    looking_back: frozenset[str]
    which: dict[str, Which]
    part: dict[str, Part]
    quarter: dict[str, int]
    offset: dict[str, int]
    years_ahead: dict[str, int]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    firmness: re.Pattern[str]
    inside_events: frozenset[str]
    feasts: dict[str, Feast]
    events: tuple[EventRule, ...]
    clauses: tuple[ClauseRule, ...]
    continuations: tuple[Continuation, ...]
    dating: Dating
    marks: frozenset[str]
    lasting: frozenset[str]
    ending: Ending
    happening: frozenset[str]
    made: frozenset[str]
    bidding: frozenset[str]
    naming: frozenset[str]
    begun: tuple[str, ...]
    saying: frozenset[str]


@cache
def grammar() -> Grammar:
    """The grammar of ``lexicons/time.toml``, read once. Raises LexiconError where the file is wrong."""
    lexicon = load_lexicon("time", TimeLexicon)
    bounds = {word: group.bound for group in lexicon.preposition for word in group.words}
    return Grammar(
        patterns=tuple(
            (rule, _compiled(rule, lexicon.names), _introduction(rule.prepositions or bounds))
            for rule in lexicon.rule
        ),
        signs=lexicon.signs,
        bounds=bounds,
        looking_back=frozenset(
            word for group in lexicon.preposition if group.orientation == "past" for word in group.words
        ),
        which={word: meaning for meaning, words in lexicon.which.items() for word in words},
        part={word: meaning for meaning, words in lexicon.part.items() for word in words},
        quarter={word: number for number, words in lexicon.quarter.items() for word in words},
        offset={word: days for days, words in lexicon.offset.items() for word in words},
        years_ahead={word: years for years, words in lexicon.years_ahead.items() for word in words},
        numbers={word: number for number, words in lexicon.number_words.items() for word in words},
        ordinals={word: number for number, words in lexicon.ordinals.items() for word in words},
        firmness=re.compile(_any_space(rf" (?:{'|'.join(lexicon.firmness.words)})(?!\w)"), re.IGNORECASE),
        inside_events=frozenset(rule.id for rule in lexicon.rule if rule.inside_event),
        feasts={word: feast for feast in lexicon.feast for word in feast.words},
        events=lexicon.event,
        clauses=lexicon.clause,
        continuations=lexicon.continuation,
        dating=lexicon.dating,
        marks=lexicon.marks.lemmas,
        lasting=lexicon.lasting.lemmas,
        ending=lexicon.ending,
        happening=lexicon.happening.lemmas,
        made=lexicon.made.lemmas,
        bidding=lexicon.bidding.lemmas,
        naming=lexicon.naming.lemmas,
        begun=tuple(sorted(lexicon.begun.lemmas)),
        saying=lexicon.saying.lemmas,
    )


def _compiled(rule: TimeRule, names: dict[str, str]) -> re.Pattern[str]:
    """The rule's pattern with its fragments filled in, and no word cut at either side."""
    core = rule.pattern
    while (expanded := _expand(core, names)) != core:
        core = expanded
    return re.compile(_any_space(rf"(?<![\w'’-])(?:{core})(?!\w)"))


def _any_space(pattern: str) -> str:
    """The pattern with every space standing for white space of any length."""
    return pattern.replace(" ?", r"\s*").replace(" ", r"\s+")


def _introduction(words: Iterable[str]) -> re.Pattern[str]:
    """What may stand before a rule's match: one of the prepositions, and "at least" or "about"."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    approximately = "(?:(?:at least|around|about|approximately|just|roughly) )?"
    return re.compile(
        _any_space(rf"(?<![\w'’-])(?P<preposition>{'|'.join(longest_first)}) {approximately}$"), re.IGNORECASE
    )


def _expand(pattern: str, names: dict[str, str]) -> str:
    for name, fragment in names.items():
        pattern = pattern.replace("{" + name + "}", fragment)
    return pattern
