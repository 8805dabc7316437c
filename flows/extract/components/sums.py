"""Sums and measures: money, shares and units, which their form alone tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flows.extract.components.amount_forms import grammar, number_value
from flows.extract.components.amount_lexicon import amount_lexicon
from flows.extract.parse import Span

LARGEST = 1e18  # what is larger is a misreading


@dataclass(frozen=True, slots=True)
class Amount:
    """A value and its unit: an ISO 4217 code, a measure, or the words for the things counted.

    ``doc.text[start_char:end_char]`` are its words; ``word`` is the one for the unit, in lower case.
    """

    value: float
    unit: str
    start_char: int
    end_char: int
    rule_id: str
    word: str = ""


def money_in(span: Span) -> Iterator[Amount]:
    """The sums of money in a span: $3 million for "a grant of $2-3 million", the upper end of a range."""
    for match in grammar().money.finditer(span.text):
        form = match["sign"] or match["word"]
        value = number_value(match["upper"] or match["after_sign"] or match["before_word"])
        yield from _amount(span, match, value, form)


def measures_in(span: Span) -> Iterator[Amount]:
    """The measures of a span, then its shares in words: 9 bcm, 50 percent for "half of it"."""
    for match in grammar().measure.finditer(span.text):
        value, part = number_value(match["number"]), match["part"]  # "a quarter of one percent"
        if value is not None and part is not None:
            value = round(value * amount_lexicon().shares[part.lower()], 4)
        yield from _amount(span, match, value, match["word"])
    for match in grammar().share.finditer(span.text):
        share = amount_lexicon().shares[match["share"].lower()]
        yield from _amount(span, match, round(100 * share, 2), "percent")


def _amount(span: Span, match: re.Match[str], value: float | None, form: str) -> Iterator[Amount]:
    unit, rule_id = grammar().units[re.sub(r"\s", " ", form).lower()]
    if value is not None and value <= LARGEST:
        start = span.start_char + match.start()
        yield Amount(value, unit, start, span.start_char + match.end(), rule_id, form.lower())


def in_currency_of(amount: Amount, states: Sequence[str], home: Sequence[str] = ()) -> Amount:
    """The amount in the money of the first of ``states`` (ISO 3166 codes) whose money the word may be.

    "500 pesos" are Dominican in a report on the Dominican Republic. What only a state itself calls so is in
    the money of ``home``, the states whose text it is: "$5" of Canada's.
    """
    lexicon = amount_lexicon()
    for words, among in ((lexicon.home_word, home), (lexicon.shared_word, states)):
        for shared in words:
            state = next((state for state in among if state in shared.codes), None)
            if amount.word in shared.words and state is not None:
                return replace(amount, unit=shared.codes[state], rule_id=shared.id)
    return amount
