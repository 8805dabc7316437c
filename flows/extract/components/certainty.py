"""Certainty: how surely an act will be done, by the words above and beside it.

The words stand in ``lexicons/force.toml``.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.denial import no_of
from flows.extract.components.force_lexicon import WILL, Hedge, force_lexicon
from flows.extract.parse import Token
from models.vocabulary import Certainty

SEEKING = "plan.seek"


def will_ponder(candidate: Candidate) -> bool:
    """Whether what somebody will do is to think about an act: "would consider a sale"."""
    verb = candidate.act
    ponders = candidate.shape == "modal" and verb.lemma_.lower() in force_lexicon().pondering.lemmas
    judged = (word for word in syntax.children(verb, "oprd", "acomp", "ccomp") if not syntax.is_verb(word))
    taken = next(judged, None) is not None  # "will consider it illegal"
    return ponders and candidate.rule_id in WILL and not syntax.is_passive(verb) and not taken


def warns_of_what_will_be(candidate: Candidate) -> bool:
    """Whether somebody warns of what they will do, not of what they may: "warned that it would close"."""
    warning = force_lexicon().warning
    modal = syntax.modal_of(candidate.act) if candidate.rule_id in warning.rules else None
    return modal is not None and modal.lower_ in warning.modals and not is_weighing(candidate.act)


def is_weighing(verb: Token) -> bool:
    """Whether a verb leaves open whether what it is about will be: "is negotiating", "is considering"."""
    if not syntax.is_verb(verb):
        return False
    rules = cue_index().verbs.get(verb.lemma_.lower(), ())
    return any(rule.id in force_lexicon().tentative.rules for rule in rules)


def only_proposes(candidate: Candidate) -> bool:
    """Whether somebody only puts an act forward: "proposed a truce"."""
    proposes = candidate.cue.lemma_.lower() in force_lexicon().proposing.lemmas
    return candidate.force == "offer" and proposes


def is_drafted(candidate: Candidate) -> bool:
    """Whether an act is what a text that is no law yet would do: "the bill would end the fee"."""
    subject = syntax.child(candidate.act, "nsubj") if candidate.rule_id == "modal.would" else None
    return subject is not None and syntax.noun_lemma(subject) in force_lexicon().drafts.lemmas


def hedge_beside(candidate: Candidate) -> Hedge | None:
    """The rule of the first word beside an act or its cue that lowers its certainty: "would probably pay"."""
    for word in (*candidate.act.children, *candidate.binder.children):
        for hedge in force_lexicon().hedge:
            if word.lower_ in hedge.words:
                return hedge
    return None


def goes_on(candidate: Candidate) -> bool:
    """Whether somebody only goes on with what they do: "we continue to lend boats".

    Not where going on is itself to come: "we look forward to continuing to lend boats".
    """
    goes = candidate.cue.lemma_.lower() in force_lexicon().going_on.lemmas and candidate.cue.dep_ != "pcomp"
    return goes and candidate.rule_id == SEEKING


def hedged(candidate: Candidate, certainty: Certainty) -> Certainty:
    """The certainty of an act by the words beside it, ``certainty`` where none of them says more."""
    tentative = force_lexicon().tentative
    hedge = hedge_beside(candidate)
    if hedge is not None:
        return hedge.certainty
    if candidate.shape in {"clause", "infinitive"} and candidate.binder.i != candidate.act.i:
        modal = syntax.modal_of(candidate.binder) if syntax.is_verb(candidate.binder) else None
        if modal is not None and modal.lower_ in {*tentative.modals, "can"}:
            return "possible"
    modal = syntax.modal_of(candidate.act) if syntax.is_verb(candidate.act) else None
    if candidate.shape == "modal" and candidate.cue.dep_ == "conj":
        modal = candidate.cue  # "could not pay, and would not"
    if modal is not None and modal.lower_ in tentative.modals:
        return "certain" if _forbids(candidate.act, modal) else "possible"
    if candidate.shape == "progressive" and is_weighing(candidate.act):
        return "possible"
    return "certain" if warns_of_what_will_be(candidate) or goes_on(candidate) else certainty


def is_hinted(act: Token) -> bool:
    """Whether somebody only hints that they will act: "hinted that it would pay"."""
    return act.dep_ == "ccomp" and act.head.lemma_.lower() in force_lexicon().hinting.lemmas


def _forbids(act: Token, modal: Token) -> bool:
    """Whether "may" grants nobody leave: "no member may levy a toll"."""
    subject = syntax.child(act, "nsubj", "nsubjpass")
    return modal.lower_ == "may" and subject is not None and no_of(subject) is not None
