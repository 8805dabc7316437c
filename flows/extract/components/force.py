"""Force, polarity and certainty: what the words do, whether they bind not to act, and how surely.

The lexicon is ``lexicons/force.toml``; the defaults come with the cues (``lexicons/cues.toml``).
"""

from __future__ import annotations

from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.certainty import hedge_beside, will_ponder
from flows.extract.components.denial import denies_own_act, said_of, will_refuse
from flows.extract.components.duty import duty_told
from flows.extract.components.force_denied import (
    denier_of_will,
    denies_duty,
    force_of_denial,
    is_barred,
    is_undone,
    left_undone,
    unwilling,
)
from flows.extract.components.force_lexicon import TOLD_TO_COME, force_lexicon
from flows.extract.components.force_meant import Meant, force_meant, is_own
from flows.extract.components.force_settled import settled_by_words
from flows.extract.components.left_open import leaves_open
from flows.extract.components.qualified import (
    BOTH,
    ONLY_FORCE,
    Qualified,
    Settled,
    Told,
    as_told,
    possible,
)
from flows.extract.components.spared import is_spared
from flows.extract.components.threat import answers_harm_to_other, eases, harms_unhesitatingly, threatens
from models.vocabulary import Certainty, Genre, Polarity

PROHIBITING = "obligation.prohibited"  # of legal texts alone: elsewhere what is banned is told of others
CALLING_OFF = "refusal.call_off"
READY = "offer.ready"


def qualify(candidate: Candidate, genre: Genre | None, cited: bool) -> Qualified | None:
    """The force, polarity and certainty of ``candidate``; None where its binder is denied.

    ``cited`` says whether somebody is cited for it. "Has not promised to send" binds nobody and gives
    None, and so does "would not refuse to send"; "does not plan to" and "is not ready to" are refusals, and
    "would not rule out sending" is a plan.
    """
    told = as_told(candidate, genre, cited)
    if told.inner is None and will_ponder(candidate) and not told.legal:
        return possible(None)
    if _is_for_another_text(told):
        return None
    if leaves_open(candidate.binder):
        return possible(told.inner)
    meant = force_meant(told)
    by_words = _barred(told) or _denying_own_act(told) or _of_duty(told, meant.certainty)
    if by_words is not None:
        return by_words
    if is_undone(told):
        return None
    if denies_duty(told):
        promise = Qualified("pledge", "negative", meant.certainty, told.inner)
        return promise if is_spared(candidate) else None
    if (denied_by := denier_of_will(told)) is not None:
        return unwilling(told, meant, denied_by)
    return _of_act(told, meant)


def _is_for_another_text(told: Told) -> bool:
    """Whether words bind nobody in such a text: a ban that is reported, a right that a treaty keeps."""
    if told.legal:
        return told.candidate.cue.lemma_.lower() in force_lexicon().kept_right.lemmas
    return told.candidate.rule_id == PROHIBITING


def _barred(told: Told) -> Qualified | None:
    """The duty of who cannot act by a law or deal; None for anybody else."""
    if told.inner is None or not is_barred(told.candidate):
        return None
    return Qualified("obligation", "negative", "certain", told.inner, BOTH)


def _denying_own_act(told: Told) -> Qualified | None:
    """The refusal of who denies an act of their own; None for anybody else."""
    if told.inner is not None or not denies_own_act(told.candidate):
        return None
    return Qualified("refusal", "negative", "certain", told.candidate.act.head, ONLY_FORCE)


def _of_duty(told: Told, certainty: Certainty) -> Qualified | None:
    """What it does to tell others that they will have to act; None where nobody is told so."""
    candidate = told.candidate
    plain = told.inner is None and told.outer is None and not told.legal
    if not plain or (duty := duty_told(candidate)) is None:
        return None
    by_somebody = not syntax.is_passive(syntax.acting_verb(candidate.act))
    if duty == "obligation" and by_somebody and hedge_beside(candidate) is None:
        return Qualified(duty, "positive", "certain", None, BOTH)
    return Qualified(duty, "positive", certainty, None, ONLY_FORCE)


def _of_act(told: Told, meant: Meant) -> Qualified | None:
    """What somebody does who means an act, or means to leave it undone."""
    candidate = told.candidate
    if candidate.rule_id == CALLING_OFF and told.inner is None and eases(candidate.act):
        return Qualified("pledge", "positive", meant.certainty, None, ONLY_FORCE)  # "called off its strike"
    if meant.force == "refusal":
        polarity: Polarity = "negative" if told.inner is None else "positive"
        return Qualified("refusal", polarity, meant.certainty, told.inner)
    if told.inner is not None:
        return left_undone(told, meant)
    if will_refuse(candidate):
        return Qualified(force_of_denial(meant.force, told), "negative", meant.certainty, None)
    return _affirmed(told, meant)


def _affirmed(told: Told, meant: Meant) -> Qualified:
    """What somebody does who means an act, which is a threat where it is to make another give way."""
    candidate, force, certainty = told.candidate, meant.force, meant.certainty
    if candidate.rule_id == READY and _is_threat(candidate):
        return Qualified("threat", "positive", certainty, None, ONLY_FORCE)
    if force in {"pledge", "plan"} and _is_threat(candidate):
        if _is_promised_to_other(candidate):
            return Qualified("pledge", "positive", certainty, None, ONLY_FORCE)
        force = "threat"
    settled = meant.settled | frozenset(settled_by_words(candidate, force, certainty))
    if meant.by_deal:
        settled = BOTH
    if force == "plan" and not (told.cited or told.legal) and _is_reported(told):
        settled |= ONLY_FORCE
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


def _is_reported(told: Told) -> bool:
    """Whether a report tells of itself what others will do: "the council will close the pier"."""
    candidate, act = told.candidate, told.candidate.act
    own_modal = any(word.tag_ == "MD" for word in syntax.children(act, "aux"))  # not "or face a ban"
    to_come = candidate.rule_id == TOLD_TO_COME and act == candidate.binder and own_modal
    return to_come and not (told.by_text or is_own(act))


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
