"""The forms of amounts: patterns of numbers, sums, measures and shares, and what a number is worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import isfinite

from flows.extract.components.amount_lexicon import AmountLexicon, Valuation, amount_lexicon


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lexicon made ready for use: patterns, and the units by their words in lower case."""

    money: re.Pattern[str]
    measure: re.Pattern[str]
    share: re.Pattern[str]
    number: re.Pattern[str]
    valuation: re.Pattern[str]
    purpose: re.Pattern[str]
    units: dict[str, tuple[str, str]]
    number_words: frozenset[str]


@cache
def grammar() -> Grammar:
    """The grammar of ``lexicons/amount.toml``, read once. Raises LexiconError where the file is wrong."""
    lexicon = amount_lexicon()
    number = _number_pattern(lexicon)
    signs = _either(sign for currency in lexicon.currency for sign in currency.signs)
    shared = {word: (word, each.id) for each in lexicon.shared_word for word in each.words}
    words = _either(iter({*shared, *(word for currency in lexicon.currency for word in currency.words)}))
    shares = _either(iter(lexicon.shares))
    measures = _either(word for measure in lexicon.measure for word in measure.words)
    upper = rf"(?:\s?[-–]\s?(?:{signs})?(?P<upper>{number})(?!\s?%))?"  # the other end of a range
    before = rf"(?<![\w$€£.,-])(?P<sign>{signs})\s?(?P<after_sign>{number}){upper}"
    behind = rf"(?<![\w$€£.,-])(?P<before_word>{number})[\s-](?P<word>(?i:{words}))(?!\w)"
    units = shared | {
        form.lower(): (currency.code, currency.id)
        for currency in lexicon.currency
        for form in (*currency.signs, *currency.words)
    }
    units |= {
        word.lower(): (measure.unit, measure.id) for measure in lexicon.measure for word in measure.words
    }
    numerals = (
        *lexicon.numbers,
        *lexicon.scales,
        *lexicon.fractions,
        *lexicon.shares,
    )
    return Grammar(
        money=re.compile(f"{before}|{behind}"),
        measure=re.compile(
            rf"(?<![\w$€£.,-])(?:(?P<part>(?i:{shares}))\sof\s)?"
            rf"(?P<number>{number})\s?-?(?P<word>(?i:{measures}))(?!\w)"
        ),
        share=_share_pattern(lexicon),
        number=re.compile(number),
        valuation=_valuation_pattern(lexicon.valuation),
        purpose=_purpose_pattern(lexicon.valuation),
        units=units,
        number_words=frozenset(word for form in numerals for word in re.findall(r"\w\w+", form.lower())),
    )


def _share_pattern(lexicon: AmountLexicon) -> re.Pattern[str]:
    """Shares in words: "half of it", "two thirds of the fleet"; "a quarter of a million" is a number."""
    shares, scales = _either(iter(lexicon.shares)), _either(iter(lexicon.scales))
    return re.compile(rf"(?<![\w-])(?P<share>(?i:{shares}))(?=\sof\s)(?!\sof\san?\s(?:{scales})\b)")


def _valuation_pattern(valuation: Valuation) -> re.Pattern[str]:
    """What stands between an act and the sum that values it."""
    joining, approximate = _either(iter(valuation.joining)), _either(iter(valuation.approximate))
    gap = valuation.longest_gap
    return re.compile(rf"[^.;:]{{0,{gap}}}?\b(?:{joining})\s(?:(?:{approximate})\s)*", re.IGNORECASE)


def _purpose_pattern(valuation: Valuation) -> re.Pattern[str]:
    """What stands between a sum and the act that it is for: "$3 million in aid | to", "… grant | to"."""
    form = rf"\s(?i:{_either(iter(valuation.forms))})(?:\s[\w-]+){{1,3}}"
    given = rf"(?:\s[\w-]+)?\s(?i:{_either(iter(valuation.given))})"
    giver = r"(?:\sfrom(?:\s[\w-]+){1,3})?"  # "a $3 million grant from Peru to rebuild"
    return re.compile(rf"(?:{form}|{given}{giver})?\sto\s")


def _either(words: Iterator[str]) -> str:
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=lambda w: (-len(w), w))
    )


def _number_pattern(lexicon: AmountLexicon) -> str:
    """Digits with their scale, numbers in words, and fractions of a scale."""
    scales = _either(iter(lexicon.scales))
    letters = _either(iter(lexicon.letter_scales))
    words = _either(iter(lexicon.numbers))
    digits = r"\d+(?:,\d{2,3})*(?:\.\d+)?"
    scaled = rf"{digits}(?:[\s-]?(?:{scales})(?!\w)|(?:{letters})(?!\w))?"
    spelled = (
        rf"(?:(?:{words}|an?)(?:[\s-](?:{words}))?(?:\s(?:{scales}))+|(?:{words})(?:-(?:{words}))?)(?!\w)"
    )
    fraction = rf"(?:an?\s)?(?:{_either(iter(lexicon.fractions))})(?:\sof)?(?:\san?)?[\s-](?:{scales})(?!\w)"
    halves = rf"(?:{words})\sand\s(?:an?\s)?half(?:\s(?:{scales}))?(?!\w)"
    return rf"(?i:{scaled}|{fraction}|{halves}|{spelled})"


def number_value(text: str) -> float | None:
    """The value of a number in digits or words ("1.2 billion", "half a million"); None for no finite one."""
    lexicon = amount_lexicon()
    value: float | None = None
    scale = 1.0
    for part in re.findall(r"\d[\d,]*(?:\.\d+)?|[a-z]+", text.lower()):
        if part[0].isdigit():
            value = float(part.replace(",", ""))
        elif part in lexicon.numbers:
            value = (value or 0) + lexicon.numbers[part]
        elif part in lexicon.fractions:
            value = (value or 0) + lexicon.fractions[part]
        elif part in lexicon.scales or part in lexicon.letter_scales:
            scale *= lexicon.scales.get(part) or lexicon.letter_scales[part]
    if value is None and scale == 1:
        return None
    product = (1 if value is None else value) * scale
    return product if isfinite(product) else None


def shows_number(text: str) -> bool:
    """Whether a text has a digit or a word without which there is no amount."""
    words = re.findall(r"\w+", text.lower())
    return not grammar().number_words.isdisjoint(words) or any(map(str.isdigit, text))
