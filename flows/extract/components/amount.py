"""How much is promised: money, shares and measures by their form, counted things by the parse.

Here all amounts of a sentence are found, and the one that an act is about is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract.components.amount_forms import grammar, shows_number
from flows.extract.components.amount_lexicon import amount_lexicon
from flows.extract.components.condition import ConditionFound
from flows.extract.components.counted_things import counts_in, is_no_thing
from flows.extract.components.handled import is_handled, noun_before
from flows.extract.components.no_amount import (
    apart_from,
    is_conditional,
    is_in_whole,
    is_included,
    is_measured,
    is_of_share,
    is_of_whole,
    is_price,
    is_spacing,
    is_told_of,
    last_token,
    own_values,
)
from flows.extract.components.sums import Amount, measures_in, money_in
from flows.extract.parse import Span
from flows.extract.syntax import is_passive

PERCENT = "percent"


def find_amounts(span: Span) -> list[Amount]:
    """All amounts of a span, in the order of the text, none overlapping another.

    Money goes before measures, and these before counts, which need the parse to have a counted noun.
    """
    found: list[Amount] = []
    for amount in (*money_in(span), *measures_in(span), *counts_in(span)):
        if all(amount.end_char <= other.start_char or other.end_char <= amount.start_char for other in found):
            found.append(amount)
    return sorted(found, key=lambda amount: amount.start_char)


def amount_of_action(action: Span, condition: ConditionFound | None = None) -> Amount | None:
    """How much the act of ``action`` gives, takes or limits; None where it names no amount.

    The largest sum of money; else the first share or measure; else the first counted thing that the
    act itself handles. A span's root must be its act: the acting verb, or the noun that names it. What
    stands in the words of its ``condition`` is asked in return.
    """
    if not shows_number(action.sent.text):
        return None
    text = action.doc.text
    sums = list(money_in(action))
    money = [
        amount
        for amount in own_values(apart_from(sums, condition), text)
        if not (
            is_price(amount, action)
            or is_conditional(amount, action)
            or is_told_of(amount, action)
            or is_of_share(amount, action)
        )
    ]
    if money:
        own = [amount for amount in money if not is_of_whole(amount, action)] or money
        total = [amount for amount in own if not is_included(amount, action)]
        return max(total or [*own, *_paid(action)], key=lambda amount: amount.value)
    if (value := _told_behind(action) or _told_before(action)) is not None:
        return value
    measures = (
        amount
        for amount in own_values(apart_from(measures_in(action), condition), text)
        if is_measured(amount, action)
    )
    counts = (
        amount
        for amount in own_values(apart_from(_no_sums(counts_in(action), sums), condition), text)
        if is_handled(amount, action) and not (is_in_whole(amount, action) or is_spacing(amount, action))
    )
    return next(measures, None) or next(counts, None) or _counted_beside(action) or next(_paid(action), None)


def _no_sums(counts: Iterator[Amount], sums: list[Amount]) -> Iterator[Amount]:
    """The counted things that are no money: "ten boats", not the crowns of "a fund of 50 billion crowns"."""
    money = {(each.end_char, each.rule_id) for each in sums}
    return (count for count in counts if (count.end_char, count.rule_id) not in money)


def _told_behind(action: Span) -> Amount | None:
    """The sum that values the act right behind its words ("buy 50 ships, worth over $8 billion")."""
    rest = action.doc[action.end : action.sent.end]
    joined = grammar().valuation.match(rest.text)
    if joined is None:
        return None
    at = rest.start_char + joined.end()
    return next((amount for amount in money_in(rest) if amount.start_char == at), None)


def _told_before(action: Span) -> Amount | None:
    """The sum that is given for an act right before it ("pledged $3 million to rebuild the harbour")."""
    before = action.doc[action.sent.start : action.start]
    return next((amount for amount in money_in(before) if _leads_to(amount, action)), None)


def _leads_to(amount: Amount, action: Span) -> bool:
    """Whether "to", and a few words for the sum's form at most, stand between an amount and the act."""
    between = action.doc.text[amount.end_char : action.start_char]
    return grammar().purpose.fullmatch(between) is not None


def _counted_beside(action: Span) -> Amount | None:
    """The counted things that the act handles though they stand before it: what "two hostages will be
    released", "300 soldiers will leave", "400 troops to join the patrol" or "six towns it will leave" count.
    """
    noun = noun_before(action)
    if noun is None or is_no_thing(noun):
        return None
    counting = noun.head.head if noun.dep_ == "pobj" and noun.head.head.pos_ == "NUM" else noun
    phrase = action.doc[counting.left_edge.i : noun.i + 1]
    return next((amount for amount in counts_in(phrase) if last_token(amount, action).i == noun.i), None)


def _paid(action: Span) -> Iterator[Amount]:
    """The sums that are the subject of an act done to them: "about $16 million will be released".

    So with a measure of it: "a park of ten hectares will be made".
    """
    noun = noun_before(action)
    if noun is not None and (
        is_passive(action.root) or action.root.lemma_ in amount_lexicon().count.paying_out_verbs
    ):
        subject = action.doc[noun.left_edge.i : min(noun.right_edge.i + 1, action.root.i)]
        yield from money_in(subject)
        yield from (amount for amount in measures_in(subject) if amount.unit != PERCENT)
