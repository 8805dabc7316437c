"""Lists of people and bodies without names whose second member the parse takes for an apposition."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.parse import Token


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
