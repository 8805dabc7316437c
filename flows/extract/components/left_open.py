"""Acts left open: what somebody does not, or will not, rule out, and so may do."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.cue_lexicon import cue_index, refuses
from flows.extract.parse import Token


def leaves_open(verb: Token) -> bool:
    """Whether a verb of ruling out is itself denied or refused: "did not rule out", "declined to rule out".

    Not where the act that is ruled out is the subject: "a strike is not ruled out" by nobody who is told.
    """
    if verb.lemma_.lower() not in cue_index().noun_lists["ruling_out"] or not syntax.is_verb(verb):
        return False
    if not refuses(verb) or syntax.is_passive(verb):
        return False
    return syntax.negation(verb) is not None or (verb.dep_ == "xcomp" and refuses(verb.head))
