"""What of the force and certainty of an act its words settle, so that nothing is left to weigh.

The lexicon is ``lexicons/force.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.certainty import (
    goes_on,
    hedge_beside,
    is_drafted,
    is_hinted,
    is_weighing,
    only_proposes,
    warns_of_what_will_be,
)
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.deals import is_sought
from flows.extract.components.force_lexicon import force_lexicon
from flows.extract.components.force_meant import BINDING, is_own
from flows.extract.components.qualified import Settled
from flows.extract.components.threat import answers_harm, coerces, presses_to_yield, punishes_any
from models.vocabulary import Certainty, Force


def settled_by_words(candidate: Candidate, force: Force, certainty: Certainty) -> Iterator[Settled]:
    """What of an act that is not denied its words settle: "may sell" is possible.

    "Is halting its aid" and, in no law, "I shall pay" are pledges, "the offer still stands" is an offer.
    """
    vows = candidate.rule_id == "modal.shall" and is_own(candidate.act)
    if force == "pledge" and (vows or candidate.shape == "progressive"):
        yield "force"
    if force == "offer" and candidate.rule_id == cue_index().standing.id:
        yield "force"
    tentative = force_lexicon().tentative
    modal = syntax.modal_of(candidate.act) if candidate.shape == "modal" else None
    may = modal is not None and modal.lower_ in tentative.modals
    weighs = candidate.rule_id in tentative.rules or is_weighing(candidate.act) or is_sought(candidate)
    if certainty == "possible" and (may or weighs):
        yield "certainty"
    only_told = only_proposes(candidate) or is_drafted(candidate) or is_hinted(candidate.act)
    if (certainty == "probable" and only_told) or hedge_beside(candidate) or goes_on(candidate):
        yield "certainty"
    if candidate.rule_id == force_lexicon().ultimatum.id:
        yield from ("force", "certainty")
    if force == "threat" and certainty == "certain" and punishes_any(candidate.act):
        yield from ("force", "certainty")
    act = candidate.act
    if force == "threat" and (answers_harm(act) or coerces(act) or presses_to_yield(act)):
        yield "force"
    if is_sought(candidate) or (candidate.rule_id == BINDING and force == "obligation"):
        yield "force"
    if warns_of_what_will_be(candidate):
        yield "certainty"


def settled_by_no(candidate: Candidate) -> Iterator[Settled]:
    """What of an act that is not meant its words settle: who "has no plans to" act may plan to later."""
    if candidate.shape == "noun" and candidate.cue.lemma_.lower() in force_lexicon().no_plan.lemmas:
        yield "certainty"
