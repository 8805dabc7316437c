"""Asking that binds whoever is asked: a court's order, and a request to which they have agreed."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index, is_one_of_lists
from flows.extract.parse import Token

ORDERING = frozenset({"order", "instruct", "direct", "command", "tell"})
OBLIGED = "obligation.oblige"
CONSENT = "agreement.consent"


def bound_by_asking(act: Token, verb: Token, asked: Token | None) -> Candidate | None:
    """What a verb that asks somebody for an act makes of it, where it binds them; None where it only asks.

    "The court ordered Peru to pay": a duty of Peru's. "The envoy persuaded both sides to meet": what they
    have agreed to do.
    """
    if not syntax.is_verb(act):
        return None
    if _orders_as_court(verb):
        return Candidate(
            act, verb, verb, OBLIGED, "obligation", "certain", "infinitive", speech=True, holder=asked
        )
    if _has_won_over(verb):
        return Candidate(act, verb, verb, CONSENT, "agreement", "certain", "infinitive", holder=asked)
    return None


def _orders_as_court(verb: Token) -> bool:
    """Whether a court tells somebody what to do, who then has to: "the court ordered Peru to pay"."""
    passive = syntax.is_passive(verb)
    asker = syntax.passive_agent(verb) if passive else syntax.child(verb, "nsubj")
    orders = verb.lemma_.lower() in ORDERING
    return orders and asker is not None and is_one_of_lists(asker, ("court",))


def _has_won_over(verb: Token) -> bool:
    """Whether those whom a verb asks agreed: "persuaded the sides to meet", not "tried to persuade"."""
    done = verb.tag_ in {"VBD", "VBN"} and syntax.modal_of(verb) is None and syntax.negation(verb) is None
    return done and verb.lemma_.lower() in cue_index().noun_lists["winning_over"]
