"""Sums without a verb, as speeches add them to what is promised: "And another $9 million for schools."."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.parse import Span, Token

ADDING = frozenset(
    {"and", "plus", "a", "an", "another", "extra", "additional", "further", "also", "up", "to", "over"}
)
FOR_WHAT = frozenset({"for", "to", "in", "toward", "towards"})  # behind a sum, before what it is spent on
PAST_SUM = frozenset({"more", "extra", "alone", "a", "each", "every", "year", "over", "additional"})


def bare_sums(span: Span) -> Iterator[Candidate]:
    """The sum that a sentence without a verb promises, where it opens with one and tells what it is for."""
    sum_of_money = _opening_sum(span)
    if sum_of_money is None or _tells(span.root) or not _is_for_something(sum_of_money):
        return
    act = span.root if span.root.i >= sum_of_money.i else sum_of_money
    yield Candidate(act, act, act, "bullet.noun", "pledge", "certain", "bullet")


def _opening_sum(span: Span) -> Token | None:
    """The mark of the currency that opens a sentence, words that only add the sum to another before it."""
    skipped = list(takewhile(lambda token: token.is_punct or token.lower_ in ADDING, span))
    behind = span.start + len(skipped)
    first = span.doc[behind] if behind < span.end else None
    return first if first is not None and first.tag_ == "$" else None


def _tells(root: Token) -> bool:
    """Whether the top of a sentence is a verb, or has a subject: "$9 million was lost"."""
    return syntax.is_verb(root) or root.pos_ == "AUX" or syntax.child(root, "nsubj", "nsubjpass") is not None


def _is_for_something(sum_of_money: Token) -> bool:
    """Whether a sum's number is followed by what it is for: "$9 million more for piers", no "of debt"."""
    behind = sum_of_money.doc[sum_of_money.i + 1 : sum_of_money.sent.end]
    words = [token for token in behind if token.pos_ != "NUM" and token.lower_ not in PAST_SUM]
    return bool(words) and words[0].lower_ in FOR_WHAT
