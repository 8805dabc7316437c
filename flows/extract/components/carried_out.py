"""Acts told of a measure that whoever set it up carries out: "a review was announced. It will report in May".

The lexicon is ``[carried_out]`` of ``lexicons/parties.toml``. What a measure is hoped to do is no act of
anybody: "the fund will create jobs".
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.denial import negation_of_act
from flows.extract.components.no_act import is_of_thing
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Token

POINTING = frozenset({"it", "this", "these", "they"})
DEFINITE = frozenset({"the", "this", "these", "that", "those", "both"})


def is_carried_out(candidate: Candidate) -> bool:
    """Whether an act is what a measure does as whoever is behind it has it do, and no effect of it.

    That something will not be is theirs too: "there will be no cuts".
    """
    act, lexicon = candidate.act, party_lexicon().carried_out
    if candidate.shape != "modal" or not syntax.is_verb(act) or syntax.is_passive(act):
        return False
    if act.lemma_ == "take":
        return any(word.lemma_ in lexicon.taken for word in syntax.children(act, "dobj"))
    if act.lemma_ != "be":
        return act.lemma_.lower() in lexicon.lemmas
    if syntax.child(act, "expl") is not None:
        ruled_out = syntax.child(act, "attr", "dobj")
        seen_to = ruled_out is not None and syntax.noun_lemma(ruled_out) not in lexicon.following
        return seen_to and negation_of_act(candidate) is not None
    return any(word.lower_ in lexicon.states for word in syntax.children(act, "acomp"))


def measure_of(candidate: Candidate) -> Token | None:
    """The noun or pronoun for a measure that an act is told of: "review" of "the review will report"."""
    subject = syntax.subject_of(candidate.act) if is_carried_out(candidate) else None
    if subject is None or subject.lower_ in POINTING:
        return subject
    definite = any(word.lower_ in DEFINITE for word in syntax.children(subject, "det"))
    return subject if definite and subject.pos_ in {"NOUN", "PROPN"} else None


def sets_up(candidate: Candidate, measure: Token) -> bool:
    """Whether an act sets up what a noun names: "will open a fund" for "the fund", "bans nets" for "the ban".

    "It" and "this" may stand for what an act is told of, "the fund will focus on crews", or for its money.
    """
    act = candidate.act
    things = [act, *(part for thing in syntax.children(act, "dobj") for part in syntax.conjuncts(thing))]
    if measure.lower_ in POINTING:
        of_measure = is_carried_out(candidate) and is_of_thing(syntax.subject_of(act))
        return of_measure or any(word.tag_ == "$" for thing in things[1:] for word in thing.subtree)
    lemma = syntax.noun_lemma(measure)
    return any(syntax.noun_lemma(thing) == lemma for thing in things)
