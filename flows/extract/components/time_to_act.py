"""Time that somebody has, or is given, for an act: "has two days to leave", "gave Peru until May to pay"."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.parse import Token

ENDING = frozenset({"until", "till"})


def given_time(verb: Token) -> Iterator[tuple[Token, Token]]:
    """The acts that somebody is given some time for, with whom: "gave the rebels two days to leave"."""
    given = next((noun for noun in _objects(verb) if noun.ent_type_ not in syntax.TIME_LABELS), None)
    if given is not None and given.pos_ != "ADP":
        yield from ((act, given) for act in acts_within_period(verb))


def acts_within_period(verb: Token) -> Iterator[Token]:
    """The acts for which a verb tells how long somebody has: "has two days to leave", "until May to pay"."""
    period = next((noun for noun in _objects(verb) if noun.ent_type_ in syntax.TIME_LABELS), None)
    period = period or next((word for word in syntax.children(verb, "prep") if word.lower_ in ENDING), None)
    if period is None:
        return
    for act in (*syntax.clauses_on(period), *syntax.children(verb, "advcl", "xcomp")):
        if syntax.has_to(act) and act.i > period.i:
            yield act


def _objects(verb: Token) -> list[Token]:
    """What a verb gives or has, and to whom it gives it, who may be its subject in a passive."""
    return syntax.children(verb, "dobj", "dative", "nsubjpass")
