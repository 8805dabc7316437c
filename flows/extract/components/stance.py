"""Stances: what somebody says of themselves that they do not do, as a rule: "Peru says it does not bargain".

The lexicon is ``[stance]`` of ``lexicons/cues.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import saying_verbs
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.parse import Token


def stances(verb: Token) -> Iterator[Candidate]:
    """The act that a verb in the present denies of whoever says so, or whose position it is."""
    stance = cue_index().stance
    if _has_given_up(verb):
        yield Candidate(verb, verb, verb, stance.id, "plan", "certain", "itself")
        return
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


def _has_given_up(verb: Token) -> bool:
    """Whether somebody says that they, or theirs, no longer do something: "says it no longer buys oil"."""
    denied = syntax.negation(verb)
    no_longer = denied is not None and denied.lower_ == "no" and syntax.word_at(denied, 1) == "longer"
    subject = syntax.child(verb, "nsubj")
    if not no_longer or subject is None or verb.tag_ not in syntax.PRESENT_TAGS | {"VBD"}:
        return False
    own = subject.pos_ == "PRON" or syntax.child(subject, "poss") is not None
    acts = verb.lemma_ not in cue_index().plain.scheduled.not_verbs and not syntax.auxiliaries(verb)
    return own and acts and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in saying_verbs()


def _position(be: Token, nouns: frozenset[str]) -> Token | None:
    """The noun of which a clause tells what it is: "its policy is that it does not"."""
    subject = syntax.child(be, "nsubj") if be.lemma_ == "be" else None
    return subject if subject is not None and subject.lemma_.lower() in nouns else None
