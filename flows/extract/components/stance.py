"""Stances: what somebody says of themselves that they do not do, as a rule: "Peru says it does not bargain".

The lexicon is ``[stance]`` of ``lexicons/cues.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import saying_verbs
from flows.extract.components.cue_lexicon import Candidate, cue_index
from flows.extract.parse import Token


def stances(verb: Token) -> Iterator[Candidate]:
    """The act that a verb in the present denies of whoever says so, or whose position it is."""
    stance = cue_index().stance
    if verb.lemma_.lower() not in stance.lemmas or syntax.negation(verb) is None:
        return
    does = any(aux.lemma_ == "do" and aux.tag_ in {"VBZ", "VBP"} for aux in syntax.auxiliaries(verb))
    with_whom = syntax.noun_after(verb, stance.prepositions)
    if not does or with_whom is None or verb.dep_ != "ccomp":
        return
    position = _position(verb.head, stance.nouns)
    if position is not None or verb.head.lemma_.lower() in saying_verbs():
        holder = syntax.child(position, "poss") if position is not None else None
        yield Candidate(verb, verb, verb, stance.id, "plan", "certain", "itself", holder=holder)


def _position(be: Token, nouns: frozenset[str]) -> Token | None:
    """The noun of which a clause tells what it is: "its policy is that it does not"."""
    subject = syntax.child(be, "nsubj") if be.lemma_ == "be" else None
    return subject if subject is not None and subject.lemma_.lower() in nouns else None
