"""Sums and measures in the words of an act that are not how much it does: prices, limits, parts, states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from flows.extract.components.amount_forms import grammar
from flows.extract.components.amount_lexicon import amount_lexicon
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.condition import ConditionFound
from flows.extract.components.sums import Amount
from flows.extract.parse import Span, Token
from flows.extract.syntax import CLAUSES_ON_NOUNS, ancestors, child, modal_of, neighbour

# What stands between a sum and the same in other money, and around what something is raised or cut from.
CONVERTED = re.compile(r"\s?\((?:[a-z]+\s){0,2}")
FROM = re.compile(r"\bfrom\s(?:[a-z]+\s){0,2}$")
TO = re.compile(r"(?:\s[a-z]+){0,2}\sto\s(?:[a-z]+\s){0,2}")
# Before a share that stands, and before the one that is put in its place: "the 9% rate to 7%".
BEFORE_RATE = re.compile(r"\b(?:the|its|their|his|her|our)\s(?:(?:current|present)\s)?$")
BEFORE_NEW_RATE = re.compile(r"\bto\s(?:[a-z]+\s){0,2}$")
ALL_BUT = re.compile(r"\ball but\s(?:[a-z]+\s)?$")  # before what is left out: "all but 5 percent of it"
# Behind a sum that is a limit on whom or what an act is for: "loans of $9,000 or less".
LIMIT = re.compile(r"\sor\s(?:less|under|below)\b")
LONGEST_LIMIT = 12  # characters
# Between a sum and other money that costs so much.
TO_OTHER = re.compile(r"\s(?:to|against|per)\s(?:the|a|one)\s(?:U\.?S\.?\s)?(?P<word>\w+)")
PERCENT = frozenset({"%", "percent", "cent"})
LONGEST_BEFORE = 120  # characters of the words right before an amount that tell what it is
LARGEST_PRICE = 100_000  # of one of several things


def apart_from(amounts: Iterable[Amount], condition: ConditionFound | None) -> Iterator[Amount]:
    """The amounts outside a condition: of "pay $9 in return for 50 tons of oil" the first."""
    for amount in amounts:
        if condition is None or not condition.start_char <= amount.start_char < condition.end_char:
            yield amount


def own_values(amounts: Iterable[Amount], text: str) -> Iterator[Amount]:
    """The amounts that the act is about.

    Not those that tell one in other money ("20 million euros ($22 million)"), nor those that something is
    raised or cut from ("from 6% to 2%"), nor those that are left out ("all but 2%").
    """
    found = list(amounts)
    for amount in found:
        converted = any(
            CONVERTED.fullmatch(text, other.end_char, amount.start_char)
            for other in found
            if other.end_char < amount.start_char
        )
        left = _stands_before(amount, FROM, text) and any(
            TO.fullmatch(text, amount.end_char, other.start_char)
            for other in found
            if other.start_char > amount.end_char
        )
        left = left or _is_changed(amount, found, text)
        spared = _stands_before(amount, ALL_BUT, text)
        if not (converted or left or spared or _is_rate(amount, text)):
            yield amount


def _is_changed(amount: Amount, found: list[Amount], text: str) -> bool:
    """Whether a share is what is put to another: "cut the 9% rate of the levy to 7%"."""
    told = _stands_before(amount, BEFORE_RATE, text)
    others = (other for other in found if other.unit == amount.unit and other.start_char > amount.end_char)
    return told and any(_stands_before(other, BEFORE_NEW_RATE, text) for other in others)


def _stands_before(amount: Amount, words: re.Pattern[str], text: str) -> bool:
    """Whether some words stand right before an amount: "all but | 5 percent"."""
    return words.search(text, max(0, amount.start_char - LONGEST_BEFORE), amount.start_char) is not None


def _is_rate(amount: Amount, text: str) -> bool:
    """Whether a sum tells what other money costs: "let it fall to 9 crowns to the dollar"."""
    other = TO_OTHER.match(text, amount.end_char)
    return other is not None and other["word"].lower() in grammar().units


def last_token(amount: Amount, action: Span) -> Token:
    """The last word of an amount of an act's sentence: "boats" of "ten boats"."""
    span = action.doc.char_span(amount.start_char, amount.end_char, alignment_mode="expand")
    assert span is not None
    return span[-1]


def up_to_act(inner: Token, action: Span) -> Iterator[Token]:
    """A word and what governs it inside the words of an act, up to the act itself, which is left out.

    In "pay for ten boats", from "boats": "boats", "for".
    """

    def is_below(token: Token) -> bool:
        return action.start <= token.i < action.end and token.i != action.root.i

    return takewhile(is_below, (inner, *ancestors(inner)))


def is_price(amount: Amount, action: Span) -> bool:
    """Whether the money is what one of several things costs ("$20 tickets")."""
    noun = last_token(amount, action).head
    return amount.value < LARGEST_PRICE and noun.tag_ == "NNS" and noun.idx >= amount.end_char


def is_of_whole(amount: Amount, action: Span) -> bool:
    """Whether money is that of a whole of which the act is a part ("as part of a $10 billion package")."""
    for token in ancestors(last_token(amount, action)):
        if token.i <= action.start or token.i >= action.end:
            return False
        part = token.head.lemma_ in amount_lexicon().count.share_words or token.head.pos_ == "NUM"
        part_of = token.lower_ == "of" and part  # "$4 billion of the $5 billion"
        if token.dep_ == "prep" and (part_of or token.lower_ == "under"):
            return True
    return False


def is_of_share(amount: Amount, action: Span) -> bool:
    """Whether money is that of a whole of which the act handles a share: "pays 9% of a budget of $2bn"."""
    above = up_to_act(last_token(amount, action), action)
    return any(token.lower_ == "of" and token.head.lower_ in PERCENT for token in above)


def is_included(amount: Amount, action: Span) -> bool:
    """Whether the amount is told as a part of another: "$9 million for roads, including $2 million for …"."""
    inside = ancestors(last_token(amount, action))
    return any(token.lower_ == "including" and action.start < token.i < action.end for token in inside)


def is_told_of(amount: Amount, action: Span) -> bool:
    """Whether the money is of what the act tells about, or what tells whom it is for.

    "Discuss how the bank spends $2 million", "a tax on those who earn over $90,000", "$9,000 or less", "a
    tax on anything below $9,000".
    """
    lexicon = amount_lexicon().count
    last = last_token(amount, action)
    behind = action.doc.text[amount.end_char : amount.end_char + LONGEST_LIMIT]
    if LIMIT.match(behind):
        return True
    for token in up_to_act(last, action):
        if asks_how(token):
            return True
        describes = token.dep_ in CLAUSES_ON_NOUNS and is_people(token.head)
        if describes and token.lemma_ in lexicon.earning_verbs:
            return True
        if token.dep_ == "pobj" and token.lemma_ in lexicon.means_nouns and is_people(token.head.head):
            return True
        if token.lemma_ in lexicon.fund_words and token.dep_ == "pobj" and token.head.lower_ == "from":
            return True  # "pay them from a $9 million fund"
        limits = token.dep_ == "prep" and token.lower_ in lexicon.limiting_words
        if limits and (token.head.pos_ == "PRON" or token.head.tag_ == "NNS"):
            return True
        if token.dep_ == "pobj" and token.head.lower_ == "at" and token.i > last.i:
            return True  # "start work at its $9 million mill"
    return False


def asks_how(clause: Token) -> bool:
    """Whether a clause is what "how", "why" or "whether" opens: "report on how he passed three gates"."""
    return clause.dep_ in {"ccomp", "pcomp"} and any(
        word.lower_ in amount_lexicon().count.question_words for word in clause.lefts
    )


def is_conditional(amount: Amount, action: Span) -> bool:
    """Whether the amount stands in a clause of time or condition inside the act's words."""
    above = up_to_act(last_token(amount, action), action)
    return any(token.dep_ == "advcl" and child(token, "mark") is not None for token in above)


def is_measured(amount: Amount, action: Span) -> bool:
    """Whether a share or measure is how much the act does, not a description or a condition."""
    if amount.value == 0:
        return False  # "a tariff of 0 percent" is a state of things
    if _tells_where(amount, action) or _is_stretch(amount, action) or is_spacing(amount, action):
        return False
    told = _describes(amount, action) or is_conditional(amount, action) or is_told_of(amount, action)
    return not (told or _is_all(amount, action))


def _tells_where(amount: Amount, action: Span) -> bool:
    """Whether the measure is a distance at which something is: "at a site 20 kilometers away"."""
    behind = neighbour(last_token(amount, action))
    return behind is not None and behind.lower_ in amount_lexicon().count.placing_words


def is_spacing(amount: Amount, action: Span) -> bool:
    """Whether a measure tells how far apart things are: "a guard every ten kilometres"."""
    before = action.doc.text[action.start_char : amount.start_char].split()
    return bool(before) and before[-1].lower() in amount_lexicon().count.spacing_words


def is_in_whole(amount: Amount, action: Span) -> bool:
    """Whether what is counted is what the act takes a number of: the ten of "two of its ten boats".

    So in "the first of ten boats".
    """
    of = last_token(amount, action).head
    number = of.head
    behind = of.idx < amount.start_char and action.start <= number.i < of.i
    counts = number.pos_ == "NUM" or number.lower_ in amount_lexicon().count.picking_words
    return of.lower_ == "of" and counts and behind


def _is_stretch(amount: Amount, action: Span) -> bool:
    """Whether a share is one of several stretches: "the first half of next year"."""
    before = neighbour(last_token(amount, action), -1)
    return before is not None and before.lower_ in amount_lexicon().count.ordering_words


def _is_all(amount: Amount, action: Span) -> bool:
    """Whether "100 percent of" something only says that all of it is what the act handles."""
    return amount.value == 100 and last_token(amount, action).dep_ == "dobj"


def _describes(amount: Amount, action: Span) -> bool:
    """Whether the measure stands in a relative clause about how things are, not about what will be."""
    for token in ancestors(last_token(amount, action)):
        if token.i < action.start or token.i >= action.end:
            return False
        states = token.dep_ == "relcl" or (token.lemma_ == "be" and token.i != action.root.i)
        if states and modal_of(token) is None:
            return True
    return False
