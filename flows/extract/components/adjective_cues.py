"""Predicative adjectives and participles that bind their subject: "is ready to pay", "committed to aid"."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.apart import apart_from_adjective
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.cue_rules import AdjectiveCue
from flows.extract.components.duty import duty_of_being
from flows.extract.components.object_acts import is_sum, prepositional_acts
from flows.extract.components.standing import says_that_offer_stands
from flows.extract.components.verb_cues import only_says
from flows.extract.parse import Token

PREDICATIVE = frozenset({"acomp", "ROOT", "conj", "oprd", "amod", "advcl", "ccomp", "relcl", "acl", "xcomp"})


def adjective_candidates(adjective: Token) -> Iterator[Candidate]:
    """The acts to which an adjective binds its subject by its rules: "pay" of "is ready to pay".

    What stands apart from it counts only where a rule finds no other: "is due in Lima on Monday to sign".
    """
    for rule in cue_index().adjectives.get(adjective.lower_, ()):
        yield from list(_by_rule(adjective, rule)) or apart_from_adjective(adjective, rule)


def offers_act(be: Token) -> bool:
    """Whether an adjective behind "be" offers an act of its own: "would be happy to pay"."""
    adjective = syntax.child(be, "acomp") if be.lemma_ == "be" else None
    if adjective is None:
        return False
    offers = (rule for rule in cue_index().adjectives.get(adjective.lower_, ()) if rule.force == "offer")
    return any(True for rule in offers for _ in _by_rule(adjective, rule))


def _by_rule(adjective: Token, rule: AdjectiveCue) -> Iterator[Candidate]:
    if adjective.dep_ not in PREDICATIVE or syntax.child(adjective, "dobj") is not None:
        return
    binder = adjective.head if adjective.dep_ in {"acomp", "oprd"} else adjective
    if binder.lemma_ in rule.not_behind or (rule.behind and binder.lemma_ not in rule.behind):
        return
    duty = duty_of_being(binder) if rule.force == "offer" else None
    for act in syntax.children(adjective, "xcomp", "advcl", "ccomp"):
        says = rule.force != "plan" and only_says(act)  # "pleased to announce that we will pay"
        if says or not syntax.is_infinitive(act):
            continue
        if duty is not None:
            cue, modal = duty
            yield Candidate(act, cue, binder, modal.id, modal.force, modal.certainty, "modal")
        else:
            yield Candidate(act, adjective, binder, rule.id, rule.force, rule.certainty, "infinitive")
    if says_that_offer_stands(binder):  # "the door is open to Peru": no act is done to Peru
        return
    heads = (adjective, binder) if rule.sums else (adjective,)  # "is good | for $3 million"
    behind = (act for head in dict.fromkeys(heads) for act in prepositional_acts(head, rule.prepositions))
    for act in (act for act in behind if is_sum(act) or not rule.sums):
        yield Candidate(act, adjective, binder, rule.id, rule.force, rule.certainty, "preposition")
