"""Clauses of what will not be, or hangs on another act: "called off talks that were due to be held".

So with what somebody must first do, "only after Peru agreed to pay", and what a court lets be done, "ruled
that she may run". The lexicon is ``lexicons/no_acts.toml``.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.no_act_lexicon import Conditional
from flows.extract.parse import Token

AFTER = "after"
AS = frozenset({"as"})
ONLY = "only"
MAY = frozenset({"may", "can", "could", "might"})


def is_called_off(candidate: Candidate, verbs: frozenset[str]) -> bool:
    """Whether a relative clause tells what was to be done with what is called off: "talks due to be held"."""
    clause, verb = candidate.binder, candidate.binder.head.head
    while clause.dep_ in {"acomp", "xcomp"}:
        clause, verb = clause.head, clause.head.head.head
    thing = clause.head
    return (
        candidate.force == "plan"
        and clause.dep_ in {"relcl", "acl", "amod"}
        and thing.dep_ in {"dobj", "nsubjpass"}
        and verb.lemma_.lower() in verbs
        and syntax.negation(verb) is None
    )


def is_ruled(candidate: Candidate, verbs: frozenset[str]) -> bool:
    """Whether somebody who decides over others tells what they may do: "ruled that she may run"."""
    clause = syntax.conjunction_head(candidate.act)
    modal = syntax.modal_of(candidate.act) if candidate.shape == "modal" else None
    allowed = modal is not None and modal.lower_ in MAY
    return allowed and clause.dep_ == "ccomp" and clause.head.lemma_.lower() in verbs


def is_marked(word: Token, marks: frozenset[str]) -> bool:
    """Whether one of ``marks`` opens the clause of a verb, and no mere phrase: "had until May refused to"."""
    return any(
        mark.lower_ in marks and syntax.child(mark, "pobj") is None for mark in syntax.children(word, "mark")
    )


def is_condition(word: Token, conditional: Conditional) -> bool:
    """Whether another act depends on the clause of a verb: "unless it pays", "as long as it pays"."""
    if word.head.lower_ in conditional.measured and is_marked(word, AS):
        return True
    return is_marked(word, conditional.lemmas) or _comes_first(word) or _goes_on_with(word, conditional)


def _comes_first(verb: Token) -> bool:
    """Whether "only after" opens a verb's clause below what is ahead: "would sail only after Peru agreed".

    What was done only after a promise leaves it standing: "sailed only after Peru had agreed to pay".
    """
    marks = syntax.children(verb, "mark") if syntax.modal_of(verb.head) is not None else ()
    return any(mark.lower_ == AFTER and syntax.word_at(mark, -1) == ONLY for mark in marks)


def _goes_on_with(verb: Token, conditional: Conditional) -> bool:
    """Whether a verb goes on with a condition, which the parse joins to the act that hangs on it.

    "Agreed" of "would sail only if Peru asked and Chad agreed to pay": who acts would have a modal.
    """
    act = verb.head
    joined = verb.dep_ == "conj" and syntax.child(verb, "nsubj") is not None
    if not joined or syntax.modal_of(act) is None or syntax.modal_of(verb) is not None:
        return False
    clauses = (clause for clause in syntax.children(act, "advcl") if act.i < clause.i < verb.i)
    return any(clause.tag_ == verb.tag_ and is_marked(clause, conditional.led_by) for clause in clauses)
