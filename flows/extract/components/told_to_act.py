"""Verbs that tell somebody to act, or give them time to."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.asked_list import acts_below_asked, may_be_asked
from flows.extract.components.cue_lexicon import cue_index, ways_to_ask
from flows.extract.components.time_to_act import given_time
from flows.extract.parse import Token


def sets_time_to_act(verb: Token) -> bool:
    """Whether a verb gives somebody a deadline, or some time to act: it gives and plans nothing else."""
    if any("given" in ways_to_ask(noun) for noun in syntax.children(verb, "dobj", "nsubjpass")):
        return True
    return "period" in ways_to_ask(verb) and any(given_time(verb))


def addresses(verb: Token) -> bool:
    """Whether a verb's object is told to act, and no act: "ordered the owner to leave"."""
    told = syntax.child(verb, "dobj")
    if told is not None and is_ordered_thing(verb, told):
        return False
    acts = [*filter(syntax.has_to, syntax.children(verb, "xcomp", "ccomp"))]
    if told is not None and may_be_asked(told):
        acts += filter(syntax.has_to, syntax.children(verb, "advcl"))
    acts += acts_below_asked(verb, told) if told is not None else ()
    return "object" in ways_to_ask(verb) and bool(acts)


def is_ordered_thing(verb: Token, noun: Token) -> bool:
    """Whether what stands behind a verb is aid that somebody orders, and nobody: "ordered aid to rebuild"."""
    aid = any(rule.light for rule in cue_index().nouns.get(noun.lemma_.lower(), ()))
    return aid and verb.lemma_ in {"order", "request"}
