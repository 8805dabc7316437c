"""Force, polarity and certainty: what the words do, whether they bind not to act, and how surely.

The lexicon is ``lexicons/force.toml``; the defaults come with the cues (``lexicons/cues.toml``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.certainty import (
    goes_on,
    hedge_beside,
    hedged,
    is_drafted,
    is_hinted,
    is_weighing,
    only_proposes,
    warns_of_what_will_be,
    will_ponder,
)
from flows.extract.components.cue_lexicon import cue_index, gives
from flows.extract.components.deals import deal_under, is_sought, sought_by, terms_told
from flows.extract.components.denial import (
    denial_of_cue,
    denies_own_act,
    is_denied,
    keeps_open,
    may_be_unwilling,
    negation_of_act,
    said_of,
    will_refuse,
)
from flows.extract.components.duty import binds_by_law, duty_told
from flows.extract.components.force_lexicon import TOLD_TO_COME, force_lexicon, text_speaks
from flows.extract.components.left_open import leaves_open
from flows.extract.components.party_lexicon import means_speaker
from flows.extract.components.spared import is_duty, is_spared
from flows.extract.components.threat import (
    answers_harm,
    answers_harm_to_other,
    coerces,
    eases,
    harms_unhesitatingly,
    presses_to_yield,
    punishes_any,
    threatens,
)
from flows.extract.components.verb_cues import is_decided
from flows.extract.parse import Token
from models.vocabulary import Certainty, Force, Genre, Polarity

Settled = Literal["force", "certainty"]
TO_COME = frozenset({TOLD_TO_COME, "plan.scheduled", "plan.added"})  # rules of what will be, as it is told
OBLIGING = "obligation.oblige"
LAID_DOWN = frozenset({"modal.must", "plan.be_to"})  # duties in a legal text: "the costs are to be shared"
PROHIBITING = "obligation.prohibited"  # of legal texts alone: elsewhere what is banned is told of others
UNDER_WAY = "progressive"
PLANNED = "plan.be_to"
BINDING = "pledge.commit"  # "commits Peru to peace"
CALLING_OFF = "refusal.call_off"
READY = "offer.ready"
_BOTH: frozenset[Settled] = frozenset({"force", "certainty"})


@dataclass(frozen=True)
class Qualified:
    """What a candidate does, with the words that negate or hedge it.

    ``settled`` names those of force and certainty that the words leave no choice of.
    """

    force: Force
    polarity: Polarity
    certainty: Certainty
    negated_by: Token | None
    settled: frozenset[Settled] = frozenset()


def qualify(candidate: Candidate, genre: Genre | None, cited: bool) -> Qualified | None:
    """The force, polarity and certainty of ``candidate``; None where its binder is denied.

    ``cited`` says whether somebody is cited for it. "Has not promised to send" binds nobody and gives
    None, and so does "would not refuse to send"; "does not plan to" and "is not ready to" are refusals, and
    "would not rule out sending" is a plan.
    """
    force, certainty = candidate.force, candidate.certainty
    legal = genre in force_lexicon().legal.genres
    inner = negation_of_act(candidate)
    outer = denial_of_cue(candidate)
    if inner is None and will_ponder(candidate) and not legal:
        return _possible(None)
    if candidate.rule_id == PROHIBITING and not legal:
        return None
    if legal and candidate.cue.lemma_.lower() in force_lexicon().kept_right.lemmas:
        return None
    if leaves_open(candidate.binder):
        return _possible(inner)
    if is_drafted(candidate):
        certainty = "probable"
    if force == "agreement" and (seeking := sought_by(candidate)) is not None:
        force, certainty = "plan", "possible" if is_weighing(seeking) else "probable"
    settled: frozenset[Settled] = frozenset()
    if candidate.shape in {"modal", "clause", "infinitive", "itself", "progressive"}:
        force = _force_of_modal(candidate, force, legal, text_speaks(genre) or cited)
        if candidate.rule_id == UNDER_WAY and cited and not text_speaks(genre) and gives(candidate.act):
            force = "pledge"  # "Peru is sending aid, its premier said"
    if candidate.shape == "noun" and candidate.cue.lemma_.lower() in force_lexicon().readiness.lemmas:
        force, settled = "offer", frozenset({"force"})
    if candidate.lead is not None and candidate.lead.lemma_.lower() in force_lexicon().settling.lemmas:
        force = "agreement"
    certainty = hedged(candidate, certainty)
    if certainty == "certain" and is_hinted(candidate.act):
        certainty = "probable"
    if _is_laid_down_in_list(candidate, legal):
        force, settled = "obligation", frozenset({"force"})
    if legal and candidate.rule_id in LAID_DOWN:
        certainty, settled = "certain", _BOTH
    promised = _only_promises(candidate, legal)
    if promised:
        force, settled = "pledge", frozenset({"force"})
    terms = None if text_speaks(genre) else terms_told(candidate)
    if terms is not None:
        force, certainty = terms
    if candidate.rule_id == PLANNED and is_decided(candidate.binder):
        force, certainty, settled = "pledge", "certain", _BOTH
    if candidate.rule_id == BINDING and binds_by_law(candidate.binder):
        force = "obligation"
    if inner is not None and _is_barred(candidate):
        return Qualified("obligation", "negative", "certain", inner, _BOTH)
    if inner is None and denies_own_act(candidate):
        return Qualified("refusal", "negative", "certain", candidate.act.head, frozenset({"force"}))
    if inner is None and outer is None and not legal and (duty := duty_told(candidate)) is not None:
        by_somebody = not syntax.is_passive(syntax.acting_verb(candidate.act))
        if duty == "obligation" and by_somebody and hedge_beside(candidate) is None:
            return Qualified(duty, "positive", "certain", None, _BOTH)
        return Qualified(duty, "positive", certainty, None, frozenset({"force"}))
    if is_denied(candidate) or (inner is not None and keeps_open(candidate, inner)):
        return None
    if any(no and is_duty(verb) for verb, no in ((candidate.act, inner), (candidate.binder, outer))):
        return Qualified("pledge", "negative", certainty, inner) if is_spared(candidate) else None
    if outer is not None and outer == inner and candidate.rule_id in force_lexicon().word_given.rules:
        outer = None  # "promised no cuts" is a promise
    if outer is not None:
        if force not in {"plan", "offer"} or inner is not None or not may_be_unwilling(candidate):
            return None
        return Qualified("refusal", "negative", "probable", outer, frozenset(_settled_by_no(candidate)))
    if candidate.rule_id == CALLING_OFF and inner is None and eases(candidate.act):
        return Qualified(
            "pledge", "positive", certainty, None, frozenset({"force"})
        )  # "called off its strike"
    if force == "refusal":
        return Qualified(force, "negative" if inner is None else "positive", certainty, inner)
    if inner is not None:
        if force == "fulfilment":  # "has not lent it anything"
            return None
        return Qualified(_force_of_denial(force, candidate, legal), "negative", certainty, inner, settled)
    if will_refuse(candidate):
        return Qualified(_force_of_denial(force, candidate, legal), "negative", certainty, None)
    if candidate.rule_id == READY and _is_threat(candidate):
        return Qualified("threat", "positive", certainty, None, frozenset({"force"}))
    if force in {"pledge", "plan"} and _is_threat(candidate):
        if _is_promised_to_other(candidate):
            return Qualified("pledge", "positive", certainty, None, frozenset({"force"}))
        force = "threat"
    settled = _BOTH if terms is not None else settled | frozenset(_settled(candidate, force, certainty))
    if force == "plan" and not (cited or legal) and _is_reported(candidate, genre):
        settled |= {"force"}
    return Qualified(force, "positive", certainty, None, settled)


def _is_threat(candidate: Candidate) -> bool:
    """Whether an act is to make another give way, so what one "will not hesitate to" do to them."""
    act, done = candidate.act, said_of(candidate)
    if done == act or act.lemma_.lower() not in force_lexicon().unhesitating.lemmas:
        return threatens(act)
    return threatens(done) or harms_unhesitatingly(done)


def _is_promised_to_other(candidate: Candidate) -> bool:
    """Whether somebody promises to answer what harms another: "promised to respond to any raid on Fiji"."""
    word = candidate.cue.lemma_.lower() in force_lexicon().assuring.lemmas
    return word and answers_harm_to_other(candidate.act)


def _is_reported(candidate: Candidate, genre: Genre | None) -> bool:
    """Whether a report tells of itself what others will do: "the council will close the pier"."""
    act = candidate.act
    own_modal = any(word.tag_ == "MD" for word in syntax.children(act, "aux"))  # not "or face a ban"
    told = candidate.rule_id == TOLD_TO_COME and act == candidate.binder and own_modal
    return told and not (text_speaks(genre) or _is_own(act))


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
    own_word = candidate.rule_id in force_lexicon().legal_words.rules or _binds_itself(candidate)
    return not legal and not under_deal and own_word


def _binds_itself(candidate: Candidate) -> bool:
    """Whether somebody lays a duty on themselves: "have bound themselves to pay"."""
    objects = syntax.children(candidate.binder, "dobj")
    return candidate.rule_id == OBLIGING and any(word.lower_.endswith(("self", "selves")) for word in objects)


def _possible(negated_by: Token | None) -> Qualified:
    """What somebody may do, or leave undone: "did not rule out closing the port"."""
    polarity: Polarity = "positive" if negated_by is None else "negative"
    return Qualified("plan", polarity, "possible", negated_by, _BOTH)


def _settled(candidate: Candidate, force: Force, certainty: Certainty) -> Iterator[Settled]:
    """What of an act that is not denied its words settle: "may sell" is possible.

    "Is halting its aid" and, in no law, "I shall pay" are pledges, "the offer still stands" is an offer.
    """
    vows = candidate.rule_id == "modal.shall" and _is_own(candidate.act)
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


def _settled_by_no(candidate: Candidate) -> Iterator[Settled]:
    """What of an act that is not meant its words settle: who "has no plans to" act may plan to later."""
    if candidate.shape == "noun" and candidate.cue.lemma_.lower() in force_lexicon().no_plan.lemmas:
        yield "certainty"


def settled_together(qualified: Qualified, candidate: Candidate, parties: int) -> Qualified:
    """What several ``parties`` decide is an agreement: "Peru and Chad decided to scrap the fee".

    So is the deal that they announce, and what "the four mayors" decide.
    """
    lexicon = force_lexicon()
    if qualified.force != "pledge":
        return qualified
    subject = syntax.subject_of(candidate.binder)
    counted = (
        subject is not None
        and subject.tag_ == "NNS"
        and (
            syntax.child(subject, "nummod") is not None or subject.lemma_.lower() in lexicon.deciding.parties
        )
    )
    decides = candidate.cue.lemma_.lower() in lexicon.deciding.lemmas and (parties > 1 or counted)
    deal = candidate.shape == "object" and candidate.act.lemma_.lower() in lexicon.terms.deals
    if decides or (deal and parties > 1):
        settled: frozenset[Settled] = qualified.settled | {"force"}
        return replace(qualified, force="agreement", settled=settled)
    return qualified


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
    others = syntax.subject_of(act) is not None and not _is_own(act) and not syntax.is_passive(act)
    return others and act.lemma_.lower() in force_lexicon().itinerary.lemmas


def _is_own(act: Token) -> bool:
    """Whether who speaks tells what they themselves will do: "I shall send", "I shall, therefore, send"."""
    modal = syntax.modal_of(act)
    subject = syntax.subject_of(act) or (syntax.child(modal, "nsubj") if modal is not None else None)
    return subject is not None and means_speaker(subject)


def _is_barred(candidate: Candidate) -> bool:
    """Whether somebody cannot act by a law or deal: "under the law the ministry cannot sell the pier"."""
    terms = force_lexicon().terms
    modal = syntax.modal_of(candidate.act) if candidate.shape == "modal" else None
    cannot = modal is not None and modal.lower_ in terms.barring
    return cannot and deal_under(candidate.act, terms.deals | terms.laws) is not None


def _force_of_denial(force: Force, candidate: Candidate, legal: bool) -> Force:
    if force in {"obligation", "agreement", "request", "threat", "fulfilment"} or legal:
        return force
    gives_word = candidate.rule_id in force_lexicon().word_given.rules or _binds_itself(candidate)
    return force if gives_word and force == "pledge" else "refusal"
