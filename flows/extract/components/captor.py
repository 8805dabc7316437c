"""Who holds what is to be freed or given back, and alone can: "the pilots held by Fiji will be freed"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.agentless import is_done_by_nobody
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Token

RELATIVE = frozenset({"WP", "WDT"})  # "men who hold boats" hold others


def captor_of(candidate: Candidate) -> Token | None:
    """Who took those whom an act that names nobody would free; None where its words do not say so.

    "Fiji" of "the pilots held by Fiji will be freed" and of "the boats that Fiji seized will be returned".
    """
    act = candidate.act
    if act.lemma_.lower() not in party_lexicon().freeing.lemmas or not is_done_by_nobody(act):
        return None
    subject = syntax.child(act, "nsubjpass")
    clauses = syntax.children(subject, "acl", "relcl") if subject is not None else []
    held = (clause for clause in clauses if clause.lemma_.lower() in cue_index().noun_lists["holding"])
    captors = (syntax.passive_agent(clause) or syntax.child(clause, "nsubj") for clause in held)
    return next((captor for captor in captors if captor is not None and captor.tag_ not in RELATIVE), None)
