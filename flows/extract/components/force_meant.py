"""Force and certainty of an act as its words, its text and the deals told there have it, "not" left aside.

The lexicon is ``lexicons/force.toml``; the defaults come with the cues (``lexicons/cues.toml``).
"""

from __future__ import annotations

from dataclasses import dataclass

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.certainty import hedged, is_drafted, is_hinted, is_weighing
from flows.extract.components.cue_lexicon import gives
from flows.extract.components.deals import deal_under, sought_by, terms_told
from flows.extract.components.duty import binds_by_law
from flows.extract.components.force_lexicon import TOLD_TO_COME, force_lexicon
from flows.extract.components.party_lexicon import means_speaker
from flows.extract.components.qualified import BOTH, NOTHING, ONLY_FORCE, Settled, Told
from flows.extract.components.verb_cues import is_decided
from flows.extract.parse import Token
from models.vocabulary import Certainty, Force

TO_COME = frozenset({TOLD_TO_COME, "plan.scheduled", "plan.added"})  # rules of what will be, as it is told
OBLIGING = "obligation.oblige"
LAID_DOWN = frozenset({"modal.must", "plan.be_to"})  # duties in a legal text: "the costs are to be shared"
UNDER_WAY = "progressive"
PLANNED = "plan.be_to"
BINDING = "pledge.commit"  # "commits Peru to peace"
CLAUSES = frozenset({"modal", "clause", "infinitive", "itself", "progressive"})  # shapes that may hold "will"


@dataclass(frozen=True)
class Meant:
    """Force and certainty of an act that nothing negates, and what of them is settled.

    ``by_deal`` says that they are those of the terms of a deal.
    """

    force: Force
    certainty: Certainty
    settled: frozenset[Settled]
    by_deal: bool


def force_meant(told: Told) -> Meant:
    """What an act does by what is ``told`` of it, if nothing negates it."""
    candidate = told.candidate
    force, certainty = _force_by_words(told), _certainty_by_words(candidate)
    settled = ONLY_FORCE if _is_readiness(candidate) else NOTHING
    if _is_laid_down_in_list(candidate, told.legal):
        force, settled = "obligation", ONLY_FORCE
    if told.legal and candidate.rule_id in LAID_DOWN:
        certainty, settled = "certain", BOTH
    if _only_promises(candidate, told.legal):
        force, settled = "pledge", ONLY_FORCE
    terms = None if told.by_text else terms_told(candidate)
    if terms is not None:
        force, certainty = terms
    if candidate.rule_id == PLANNED and is_decided(candidate.binder):
        force, certainty, settled = "pledge", "certain", BOTH
    if candidate.rule_id == BINDING and binds_by_law(candidate.binder):
        force = "obligation"
    return Meant(force, certainty, settled, terms is not None)


def is_own(act: Token) -> bool:
    """Whether who speaks tells what they themselves will do: "I shall send", "I shall, therefore, send"."""
    modal = syntax.modal_of(act)
    subject = syntax.subject_of(act) or (syntax.child(modal, "nsubj") if modal is not None else None)
    return subject is not None and means_speaker(subject)


def binds_itself(candidate: Candidate) -> bool:
    """Whether somebody lays a duty on themselves: "have bound themselves to pay"."""
    objects = syntax.children(candidate.binder, "dobj")
    return candidate.rule_id == OBLIGING and any(word.lower_.endswith(("self", "selves")) for word in objects)


def _force_by_words(told: Told) -> Force:
    """The force of a cue, or what its modal, its lead or a deal that is still sought makes of it."""
    candidate = told.candidate
    if candidate.lead is not None and candidate.lead.lemma_.lower() in force_lexicon().settling.lemmas:
        return "agreement"
    if _is_readiness(candidate):
        return "offer"
    force: Force = candidate.force if _seeking(candidate) is None else "plan"
    if candidate.shape not in CLAUSES:
        return force
    if candidate.rule_id == UNDER_WAY and told.cited and not told.by_text and gives(candidate.act):
        return "pledge"  # "Peru is sending aid, its premier said"
    return _force_of_modal(candidate, force, told.legal, told.by_text or told.cited)


def _certainty_by_words(candidate: Candidate) -> Certainty:
    """The certainty of a cue, or what drafts, seeking, hedges and hints make of it."""
    certainty: Certainty = "probable" if is_drafted(candidate) else candidate.certainty
    if (seeking := _seeking(candidate)) is not None:
        certainty = "possible" if is_weighing(seeking) else "probable"
    certainty = hedged(candidate, certainty)
    return "probable" if certainty == "certain" and is_hinted(candidate.act) else certainty


def _seeking(candidate: Candidate) -> Token | None:
    """The word behind which an agreement is still to come: "seeks" of "seeks a deal"; None elsewhere."""
    return sought_by(candidate) if candidate.force == "agreement" else None


def _is_readiness(candidate: Candidate) -> bool:
    """Whether a noun tells how ready somebody is for an act: "its readiness to lend boats"."""
    return candidate.shape == "noun" and candidate.cue.lemma_.lower() in force_lexicon().readiness.lemmas


def _is_laid_down_in_list(candidate: Candidate, legal: bool) -> bool:
    """Whether "shall" leads to a list of which an act is: "the harbour master shall take all steps to:".

    So does "will" of a legal text.
    """
    lead, subject = candidate.lead, candidate.holder
    if lead is None or subject is None or means_speaker(subject):
        return False
    modal = lead if lead.tag_ == "MD" else syntax.modal_of(lead)
    return modal is not None and modal.lower_ in ({"shall", "will"} if legal else {"shall"})


def _only_promises(candidate: Candidate, legal: bool) -> bool:
    """Whether words that oblige in a legal text are told of no duty: "Peru undertook to pay" of a report."""
    under_deal = any(deal_under(verb) is not None for verb in (candidate.act, candidate.binder))
    own_word = candidate.rule_id in force_lexicon().legal_words.rules or binds_itself(candidate)
    return not legal and not under_deal and own_word


def _force_of_modal(candidate: Candidate, force: Force, legal: bool, spoken_for: bool) -> Force:
    """ "Shall" and "will" of a treaty oblige; a reporter's bare "will" tells a plan.

    Who "is halting aid" gives its word; where another will go is a plan.
    """
    if candidate.shape == "progressive" and candidate.act.lemma_.lower() in force_lexicon().stopping.lemmas:
        return "pledge"
    if _is_going_to(candidate) and spoken_for:
        return "pledge"
    if candidate.rule_id == "modal.would" and not legal and _is_itinerary(candidate.act):
        return "plan"
    if candidate.rule_id == "modal.shall":
        return "obligation" if legal else "pledge"
    if candidate.rule_id in TO_COME:
        if legal:
            return "obligation"
        return "pledge" if spoken_for and not _is_itinerary(candidate.act) else "plan"
    if candidate.rule_id in LAID_DOWN and legal:
        return "obligation"
    return force


def _is_going_to(candidate: Candidate) -> bool:
    """Whether somebody is going to act, which says what "will" does: "is going to build a dam"."""
    going, act = candidate.act, syntax.acting_verb(candidate.act)
    return candidate.rule_id == UNDER_WAY and going != act and not _is_itinerary(act)


def _is_itinerary(act: Token) -> bool:
    """Whether an act is where another than the speaker will go: "she will visit", not "we will attend"."""
    others = syntax.subject_of(act) is not None and not is_own(act) and not syntax.is_passive(act)
    return others and act.lemma_.lower() in force_lexicon().itinerary.lemmas
