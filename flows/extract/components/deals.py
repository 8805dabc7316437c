"""Deals: acts that are terms of one, and agreements that are still to come."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.force_lexicon import force_lexicon
from flows.extract.components.terms import named_before, told_by_text
from flows.extract.parse import Token
from models.vocabulary import Certainty, Force

BY_TEXT = "obligation.text"  # the rule of what a text provides or calls for


def is_sought(candidate: Candidate) -> bool:
    """Whether what somebody does is to seek an agreement, which is a plan."""
    return candidate.force == "agreement" and sought_by(candidate) is not None


def sought_by(candidate: Candidate) -> Token | None:
    """The word by which an agreement is still to come: "close to an agreement", "negotiating a deal"."""
    sought = force_lexicon().sought
    head = candidate.cue.head
    if candidate.shape == "object" and candidate.cue.tag_ == "VBG":
        return candidate.cue if candidate.cue.lemma_.lower() in sought.lemmas else None
    if candidate.shape != "noun":
        return None
    if head.lower_ in sought.prepositions and candidate.cue.dep_ == "pobj":
        return head
    governor = head.head if head.dep_ == "prep" else head
    return governor if governor.lemma_.lower() in sought.lemmas else None


def terms_told(candidate: Candidate) -> tuple[Force, Certainty] | None:
    """What an act does that is told as a term of a deal, and how surely; None where it is none.

    "Under the accord, Peru is to leave" is an agreement and certain, "under a draft accord, it would leave"
    is probable. Under a law or ruling it is a duty; under a plan it "would" leave if others agreed: a plan.
    So is what "the plan calls for Peru" to do.
    """
    terms = force_lexicon().terms
    if _is_under_draft(candidate):
        return "plan", "probable"
    if candidate.rule_id == BY_TEXT and syntax.is_for_whom(candidate.act):
        text = told_by_text(candidate.cue, ("settled",))
        planned = text is not None and syntax.noun_lemma(text) in force_lexicon().drafts.ideas
        return ("plan", "probable") if planned else None
    if candidate.rule_id not in terms.rules:
        return None
    verbs = {
        syntax.conjunction_head(verb).i: syntax.conjunction_head(verb)
        for verb in (candidate.act, candidate.binder)
    }
    for verb in verbs.values():
        deal = deal_under(verb, terms.deals | terms.laws)
        if deal is None:
            continue
        open_to_change = {word.lower_ for word in deal.children} & terms.not_settled
        force: Force = "obligation" if syntax.noun_lemma(deal) in terms.laws else "agreement"
        if not open_to_change:
            return force, "certain"
        return (force, "probable") if open_to_change <= terms.drafted else None
    return None


def _is_under_draft(candidate: Candidate) -> bool:
    """Whether one would act under what nobody has settled: "under the plan, the mills would pay half"."""
    act, drafts = candidate.act, force_lexicon().drafts
    under = syntax.noun_after(act, ("under",)) if candidate.rule_id == "modal.would" else None
    if under is None or under.i > act.i or act.dep_ == "ccomp":
        return False
    return syntax.noun_lemma(under) in drafts.lemmas | drafts.ideas


def deal_under(verb: Token, deals: frozenset[str] | None = None) -> Token | None:
    """The deal under which a verb says that something is to be done: "under (the terms of) the accord".

    ``deals``: the nouns for what counts as one, those for deals alone where none are given.
    """
    terms = force_lexicon().terms
    deals = terms.deals if deals is None else deals
    noun = syntax.noun_after(verb, ("under",)) or _told_before(verb)
    noun = named_before(noun, deals) if noun is not None else None
    if noun is not None and syntax.noun_lemma(noun) in terms.parts:
        owned = syntax.child(noun, "poss")
        if owned is not None and owned.lower_ == "its":
            return noun
        noun = syntax.noun_after(noun, ("of",))
    return noun if noun is not None and syntax.noun_lemma(noun) in deals else None


def _told_before(verb: Token) -> Token | None:
    """What "under" opens a sentence with where the parse hangs it on more that is told of it.

    "Under the accord, signed in May, the crews are to leave".
    """
    aside = (
        clause
        for clause in syntax.children(verb, "advcl")
        if clause.tag_ in syntax.PAST_TAGS and clause.i < verb.i and syntax.child(clause, "nsubj") is None
    )
    return next((noun for clause in aside if (noun := syntax.noun_after(clause, ("under",)))), None)
