"""The lexicon of amounts, ``lexicons/amount.toml``: numbers, units, and which counted things are amounts."""

from __future__ import annotations

from functools import cache

from pydantic import field_validator

from flows.extract.lexicon import LexiconModel, read_once, refuse_twice


class Currency(LexiconModel):
    """A currency's ISO 4217 code, the signs before a number and the words behind one."""

    id: str
    code: str
    signs: tuple[str, ...]
    words: tuple[str, ...]


class SharedWord(LexiconModel):
    """Words for the money of several states, and each state's currency by its ISO 3166 code."""

    id: str
    words: frozenset[str]
    codes: dict[str, str]


class Measure(LexiconModel):
    """A unit, and the words behind a number that stand for it."""

    id: str
    unit: str
    words: tuple[str, ...]


class Count(LexiconModel):
    """Which counted nouns are amounts."""

    id: str
    invariant_nouns: frozenset[str]
    not_promised: frozenset[str]
    time_units: frozenset[str]
    talking_verbs: frozenset[str]
    question_words: frozenset[str]
    spacing_words: frozenset[str]
    weight_words: frozenset[str]
    number_words: frozenset[str]
    limiting_words: frozenset[str]
    paying_out_verbs: frozenset[str]
    extending_words: frozenset[str]
    moving_verbs: frozenset[str]
    leaving_verbs: frozenset[str]
    sent_nouns: frozenset[str]
    planning_nouns: frozenset[str]
    changing_verbs: frozenset[str]
    earning_verbs: frozenset[str]
    means_nouns: frozenset[str]
    asking_verbs: frozenset[str]
    adding_words: frozenset[str]
    part_words: frozenset[str]
    placing_words: frozenset[str]
    ordering_words: frozenset[str]
    picking_words: frozenset[str]
    share_words: frozenset[str]
    fund_words: frozenset[str]
    linking_prepositions: frozenset[str]
    providing_words: frozenset[str]
    numbering: frozenset[str]


class Valuation(LexiconModel):
    """Words that join a sum of money to the act before or behind it."""

    joining: tuple[str, ...]
    approximate: tuple[str, ...]
    forms: tuple[str, ...]
    given: tuple[str, ...]
    longest_gap: int


class AmountLexicon(LexiconModel):
    """``lexicons/amount.toml``."""

    numbers: dict[str, int]
    scales: dict[str, int]
    letter_scales: dict[str, int]
    fractions: dict[str, float]
    shares: dict[str, float]
    currency: tuple[Currency, ...]
    shared_word: tuple[SharedWord, ...]
    home_word: tuple[SharedWord, ...]
    measure: tuple[Measure, ...]
    valuation: Valuation
    count: Count

    @field_validator("currency")
    @classmethod
    def _unambiguous(cls, currencies: tuple[Currency, ...]) -> tuple[Currency, ...]:
        forms = (form for currency in currencies for form in (*currency.signs, *currency.words))
        refuse_twice("signs and words of currencies", forms)
        return currencies


amount_lexicon = read_once("amount", AmountLexicon)


@cache
def money_words() -> frozenset[str]:
    """The last words of what money is called: "kroner" of "Danish kroner"."""
    lexicon = amount_lexicon()
    words = (word for currency in lexicon.currency for word in currency.words)
    shared = (word for each in (*lexicon.shared_word, *lexicon.home_word) for word in each.words)
    return frozenset(word.split()[-1].lower() for word in (*words, *shared))
