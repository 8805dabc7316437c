"""What "not" makes of an act: a refusal, a promise to leave it undone, a ban, or nothing at all.

The lexicon is ``lexicons/force.toml``.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.deals import deal_under
from flows.extract.components.denial import is_denied, keeps_open, may_be_unwilling
from flows.extract.components.force_lexicon import force_lexicon
from flows.extract.components.force_meant import Meant, binds_itself
from flows.extract.components.force_settled import settled_by_no
from flows.extract.components.qualified import Qualified, Told
from flows.extract.components.spared import is_duty
from flows.extract.parse import Token
from models.vocabulary import Force


def is_undone(told: Told) -> bool:
    """Whether what denies an act leaves nothing of it: "denied that it would pay", "would not refuse"."""
    return is_denied(told.candidate) or (told.inner is not None and keeps_open(told.candidate, told.inner))


def denies_duty(told: Told) -> bool:
    """Whether it is denied that somebody has to act: "will not have to pay"."""
    candidate = told.candidate
    verbs = ((candidate.act, told.inner), (candidate.binder, told.outer))
    return any(no and is_duty(verb) for verb, no in verbs)


def denier_of_will(told: Told) -> Token | None:
    """The word that denies that somebody means to act: "not" of "is not ready to"; None where none does."""
    same = told.outer is not None and told.outer == told.inner
    if same and told.candidate.rule_id in force_lexicon().word_given.rules:
        return None  # "promised no cuts" is a promise
    return told.outer


def unwilling(told: Told, meant: Meant, denied_by: Token) -> Qualified | None:
    """The refusal of who "does not plan to" act; None where "has not promised to" binds nobody."""
    candidate = told.candidate
    meant_to = meant.force in {"plan", "offer"} and told.inner is None
    if not meant_to or not may_be_unwilling(candidate):
        return None
    return Qualified("refusal", "negative", "probable", denied_by, frozenset(settled_by_no(candidate)))


def left_undone(told: Told, meant: Meant) -> Qualified | None:
    """What somebody binds themselves not to do: "will not sell"; None for "has not lent it anything"."""
    if meant.force == "fulfilment":
        return None
    force = force_of_denial(meant.force, told)
    return Qualified(force, "negative", meant.certainty, told.inner, meant.settled)


def is_barred(candidate: Candidate) -> bool:
    """Whether somebody cannot act by a law or deal: "under the law the ministry cannot sell the pier"."""
    terms = force_lexicon().terms
    modal = syntax.modal_of(candidate.act) if candidate.shape == "modal" else None
    cannot = modal is not None and modal.lower_ in terms.barring
    return cannot and deal_under(candidate.act, terms.deals | terms.laws) is not None


def force_of_denial(force: Force, told: Told) -> Force:
    """The force of an act that will not be done: a refusal, or the ``force`` it has where that may forbid."""
    if force in {"obligation", "agreement", "request", "threat", "fulfilment"} or told.legal:
        return force
    candidate = told.candidate
    gives_word = candidate.rule_id in force_lexicon().word_given.rules or binds_itself(candidate)
    return force if gives_word and force == "pledge" else "refusal"
