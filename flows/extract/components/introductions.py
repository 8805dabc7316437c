"""Introductions: where a joint text tells who its "we" is: "We, the ministers of ports of Peru and Chad"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from flows.extract import syntax
from flows.extract.components.named import Named
from flows.extract.parse import Doc, Token

LONGEST_INTRODUCTION = 16  # tokens behind "we" in which it is told who they are
IN_CHARGE = frozenset({"responsible", "competent"})  # "the ministers responsible for ports"


def introductions(token: Token) -> Iterator[Token]:
    """Each "of" behind the office of those who are "we": "We, the ministers of ports of Peru and Chad"."""
    if token.lower_ != "we":
        return
    behind = token.doc.tokens[token.i + 1 : token.i + LONGEST_INTRODUCTION]
    words = list(takewhile(lambda word: not syntax.is_verb(word), behind))
    office = [word for word in takewhile(_is_within_office, words) if word.text != ","]
    if len(office) > 1 and office[0].lower_ == "the" and syntax.is_plural(office[-1]):
        yield from (word for word in words if word.lower_ == "of")


def _is_within_office(word: Token) -> bool:
    """Whether a word may be of an office before what it is over: "ministers" of "ministers for ports"."""
    return word.pos_ != "ADP" and word.lower_ not in IN_CHARGE


def ends_list(doc: Doc, names: list[Named]) -> bool:
    """Whether names are a list up to its end: "and" stands before the last and no further one behind it."""
    last = names[-1]
    between = doc[names[-2].end : last.start] if len(names) > 1 else ()
    goes_on = last.end < len(doc) and doc[last.end].lower_ == "and"
    return any(token.lower_ == "and" for token in between) and not goes_on
