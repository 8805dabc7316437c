"""Further parties of one promise, whose verb is left out: "Norway pledged $5 million, Peru $3 million"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Share:
    """What a further party gives.

    ``start`` is the place of the mark before the party, ``end`` that behind the number.
    """

    party: Token
    number: Token
    start: int
    end: int


def shares_behind(candidate: Candidate) -> list[Share]:
    """The shares that follow an act which promises a number of something."""
    first = _number_given(candidate.act)
    if first is None or candidate.force in {"request", "fulfilment"}:
        return []
    found: list[Share] = []
    place, end = first.i + 1, first.sent.end
    while place < end:
        share = _share_at(first.doc[place], end)
        if share is not None and _is_money(first) >= _has_sign(share):
            found.append(share)
        place = share.end if share is not None else place + 1
    return found


def shares_cue(act: Token) -> bool:
    """Whether an infinitive is what another party binds itself to by the same word, left out before it.

    "Norway is to send a ship and Peru to pay for it": "pay".
    """
    return act.dep_ == "conj" and syntax.has_to(act) and syntax.child(act, "nsubj") is not None


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
    after = mark.doc[number[-1].i + 1] if number and number[-1].i + 1 < end else None
    if not number or (after is not None and after.lower_ not in BEHIND):
        return None
    return Share(last, _head_of(number), mark.i, number[-1].i + 1)


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
