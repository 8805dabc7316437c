"""Further parties of one promise, whose verb is left out: "Norway pledged $5 million, Peru $3 million".

So with things: "Norway has sent a ship, Peru two aircraft, and Fiji 20 tons of rice".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.parse import Token

BEFORE = frozenset({",", ";", "and"})  # a party that gives its share
BEHIND = frozenset({",", ";", "and", ".", "to", "for", "over", ":"})  # such a share
CURRENCIES = frozenset({"$", "€", "£", "¥"})
OF_NUMBER = frozenset({"CD", "$"})
NO_SHARE = frozenset({*syntax.TIME_LABELS, "ORDINAL", "PERCENT"})
LONGEST_NAME = 6  # tokens
THINGS = frozenset({"NN", "NNS"})
LONGEST_THING = 3  # tokens


@dataclass(frozen=True)
class Share:
    """What a further party gives.

    ``start`` is the place of the mark before the party, ``end`` that behind the number, or what it counts.
    """

    party: Token
    number: Token
    start: int
    end: int
    counts: bool


def shares_behind(candidate: Candidate) -> list[Share]:
    """The shares that follow an act which promises a number of something."""
    act, first = candidate.act, _number_given(candidate.act)
    gives_thing = syntax.is_verb(act) and syntax.child(act, "dobj") is not None
    if candidate.force == "request" or (first is None and not gives_thing):
        return []
    found: list[Share] = []
    begin = first or act
    place, end = begin.i + 1, act.sent.end
    while place < end:
        share = _share_at(act.doc[place], end)
        if share is not None and _goes_with(share, candidate, first):
            found.append(share)
        place = share.end if share is not None else place + 1
    return found


def _goes_with(share: Share, candidate: Candidate, given: Token | None) -> bool:
    """Whether a share may be one of what an act gives: things beside things, sums beside sums.

    A bare number is one only beside the number ``given``: ", Rule 12" behind "Rule 11" is none.
    """
    of_money = given is not None and _is_money(given)
    if share.counts:
        return not of_money and syntax.is_verb(candidate.act)
    may_be_sum = given is not None and of_money >= _has_sign(share)
    return candidate.force != "fulfilment" and may_be_sum


def shares_cue(act: Token) -> bool:
    """Whether an infinitive is what another party binds itself to by the same word, left out before it.

    "Norway is to send a ship and Peru to pay for it": "pay".
    """
    return act.dep_ == "conj" and syntax.has_to(act) and syntax.child(act, "nsubj") is not None


def bound_beside(candidate: Candidate) -> Candidate | None:
    """What another party is bound to by the same verb, left out before it.

    "mend" of "commits Norway to open the port and Peru to mend it", which the parse hangs elsewhere.
    """
    act, bound = candidate.act, candidate.holder or syntax.child(candidate.binder, "dobj")
    if candidate.shape != "infinitive" or bound is None or not candidate.binder.i < bound.i < act.i:
        return None
    for word in act.doc.tokens[act.i + 1 : act.sent.end]:
        if word.lower_ != "to" or word.dep_ != "aux" or word.head.left_edge != word:
            continue
        party = syntax.neighbour(word, -1)
        if party is not None and party.dep_ == "conj" and _stands_beside(party, bound):
            return replace(candidate, act=word.head, holder=party, alone=True)
    return None


def _stands_beside(party: Token, bound: Token) -> bool:
    """Whether "and" joins a name before an infinitive to one that is bound: "Peru to …, and Fiji to"."""
    joined = syntax.word_at(party.left_edge, -1) == "and"
    return joined and _names_party(party) and _names_party(bound) and party not in syntax.conjuncts(bound)


def _number_given(act: Token) -> Token | None:
    """The number of what an act gives: "$5 million", "send 40 trucks"."""
    heads = (act, *syntax.children(act, "dobj")) if syntax.is_verb(act) else (act,)
    for head in heads:
        for word in (head, *syntax.children(head, "nummod")):
            if word.tag_ == "CD" and word.ent_type_ not in NO_SHARE:
                return word
    return None


def _is_money(number: Token) -> bool:
    return number.ent_type_ == "MONEY"


def _has_sign(share: Share) -> bool:
    words = share.number.doc[share.party.i + 1 : share.end]
    return any(word.text in CURRENCIES for word in words)


def _share_at(mark: Token, end: int) -> Share | None:
    """The share that a comma or "and" opens: ", Peru $3 million", "; and Peru, $3 million"."""
    if mark.lower_ not in BEFORE:
        return None
    words = mark.doc.tokens[mark.i : end]
    names = [word for word in words if word.lower_ not in BEFORE and word.lower_ != "the"]
    party = names[0] if names else None
    if party is None or not _names_party(party):
        return None
    name = list(takewhile(_names_party, mark.doc.tokens[party.i : min(end, party.i + LONGEST_NAME)]))
    last, behind = name[-1], name[-1].i + 1
    if behind < end and mark.doc[behind].text == "," and mark.text == ";":
        behind += 1
    number = list(_number_from(mark.doc.tokens[behind:end]))
    if not number:
        return None
    close = number[-1].i + 1
    things = list(takewhile(_is_of_thing, mark.doc.tokens[close : min(end, close + LONGEST_THING)]))
    if things and things[-1].tag_ in THINGS:
        close = things[-1].i + 1
    after = mark.doc[close] if close < end else None
    if things and after is not None and after.lower_ == "of":
        close = after.right_edge.i + 1
    elif (things and close == number[-1].i + 1) or (after is not None and after.lower_ not in BEHIND):
        return None
    return Share(last, number[0] if things else _head_of(number), mark.i, close, bool(things))


def _is_of_thing(word: Token) -> bool:
    """Whether a word is of what a number counts: "20 | field nurses"."""
    return (word.tag_ in THINGS or word.tag_ == "JJ") and word.ent_type_ not in syntax.NAMED_LABELS


def _names_party(word: Token) -> bool:
    """Whether a word is of a party's name, which the recogniser may miss beside a number."""
    return word.ent_type_ in syntax.NAMED_LABELS or (word.tag_ == "NNP" and word.ent_type_ not in NO_SHARE)


def _number_from(words: tuple[Token, ...] | list[Token]) -> Iterator[Token]:
    """The words of the number that a phrase begins with: "$3 million", "a hundred million dollars"."""
    for place, word in enumerate(words):
        opening = place == 0 and word.lower_ in {"a", "about", "another", "some"}
        counts = word.tag_ in OF_NUMBER or word.ent_type_ == "MONEY"
        if word.ent_type_ in NO_SHARE | syntax.NAMED_LABELS or not (counts or opening):
            return
        yield word


def _head_of(number: list[Token]) -> Token:
    """The word of a number that hangs on none of its others."""
    within = {word.i for word in number}
    return next((word for word in number if word.head.i not in within), number[-1])
