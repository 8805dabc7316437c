"""Lists of people, bodies and offices without names, of which the parse makes appositions."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Token

UNLISTED_TAGS = frozenset({"MD", "VBD", "VBP", "VBZ", "WDT", "WP"})  # of what no list of offices holds
LONGEST_OFFICE = 4  # words before the noun for it: "the Acting Deputy Attorney General"
FEWEST_OFFICES = 3
OPENING = frozenset({"nsubj", "dobj"})  # of the first: "the Mayor, … shall", "directs the Mayor, … to"


def listed_people(head: Token) -> list[Token]:
    """The rest of a list of three or more: "parents, members of the council, and shops"; empty for none.

    The second member has no article, as what only describes the first would often have, and a comma stands
    before the list's "and".
    """
    second = syntax.child(head, "appos")
    if second is None or not (_is_of_many(head) and _is_of_many(second)):
        return []
    bare = syntax.child(second, "det", "poss") is None
    if not bare or syntax.word_at(second.left_edge, -1) != ",":
        return []
    others = syntax.conjuncts(second)[1:]
    return [second, *others] if others and _closes_with_comma(others) else []


def _is_of_many(noun: Token) -> bool:
    return syntax.is_plural(noun) and is_people(noun)


def _closes_with_comma(others: list[Token]) -> bool:
    joined = others[-1].left_edge.nbor(-1)
    return joined.dep_ == "cc" and syntax.word_at(joined, -1) == ","


def listed_offices(head: Token) -> list[Token]:
    """Those who act or are told to in a list of offices: "the Mayor, the Envoy, and the Director shall".

    ``head`` is that of the first; empty where it opens no such list of three or more. Each has its article,
    so that the parse takes them for appositions; a comma stands before the list's "and".
    """
    if head.dep_ not in OPENING or head.pos_ != "PROPN" or not is_office(head):
        return []
    words = head.doc.tokens
    offices, place = [head], _comma_behind(head)
    while place is not None:
        closes = words[place + 1].lower_ == "and"
        article = words[place + 2 if closes else place + 1]
        office = _office_behind(article)
        if office is None:
            return []
        offices.append(office)
        if closes:
            return offices if len(offices) >= FEWEST_OFFICES else []
        place = _comma_behind(office)
    return []


def _comma_behind(office: Token) -> int | None:
    """Where the next comma before the verb stands; None where a clause or the verb comes first."""
    for word in office.doc[office.i + 1 : office.sent.end - 2]:
        if word.tag_ in UNLISTED_TAGS:
            return None
        if word.text == ",":
            return word.i
    return None


def _office_behind(article: Token) -> Token | None:
    """The noun for an office behind "the", at most with names before it: "the Deputy Attorney General"."""
    if article.lower_ != "the":
        return None
    for word in article.doc[article.i + 1 : article.i + 1 + LONGEST_OFFICE]:
        if is_office(word) and syntax.word_at(word, 1) != "general":
            return word
        if word.pos_ not in {"PROPN", "ADJ"}:
            return None
    return None


def is_office(noun: Token) -> bool:
    """Whether a noun is one for an office: "Secretary", "directors"."""
    return syntax.noun_lemma(noun) in party_lexicon().offices.lemmas
