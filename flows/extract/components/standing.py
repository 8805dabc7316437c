"""Standing offers: "the door remains open to Peru", "the invitation still stands".

The lexicon is ``[standing]`` of ``lexicons/cues.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.parse import Token


def standing_offers(verb: Token) -> Iterator[Candidate]:
    """The clause of a verb that says that an offer stands, with whose it is, if that is told."""
    if not says_that_offer_stands(verb):
        return
    offer = syntax.child(verb, "nsubj")
    owner = syntax.child(offer, "poss") if offer is not None else None
    rule_id = cue_index().standing.id
    yield Candidate(verb, verb, verb, rule_id, "offer", "probable", "predicate", holder=owner)


def says_that_offer_stands(verb: Token) -> bool:
    """Whether a verb's subject is an offer or an open door, and it says that it is still to be had."""
    standing = cue_index().standing
    lemma = verb.lemma_.lower()
    offer = syntax.child(verb, "nsubj") if lemma in standing.verbs | standing.copulas else None
    if offer is None or offer.lemma_.lower() not in standing.nouns | standing.doors:
        return False
    told = {word.lower_ for word in syntax.children(verb, "acomp", "oprd", "advmod", "prep")}
    if offer.lemma_.lower() in standing.doors:
        return lemma in standing.copulas and bool(told & standing.open)
    behind = " ".join(word.lower_ for word in verb.doc.tokens[verb.i + 1 : verb.i + 5])
    return lemma in standing.verbs or bool(told & standing.states) or "on the table" in behind
