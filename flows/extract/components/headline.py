"""Headings that tell what somebody will do with "to" alone: "Norland to sell ten boats"."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.cue_rules import PlainCue, VerbCue
from flows.extract.components.party_lexicon import is_institution
from flows.extract.parse import Span, Token

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NAMING_TAGS = NOUN_TAGS | {"JJ", "CD", "POS", "CC", ",", "IN", "DT"}
SHORTEST = 3  # words of a heading that tells an act


def headline_candidates(sentence: Span) -> Iterator[Candidate]:
    """The act of a heading in which nothing but names stands before "to", with whose it is.

    "Efforts to sell boats" is a heading too, and nobody's act. A verb that binds may pass for one of
    the names: "Norland Votes to Sell Boats".
    """
    if not sentence[-1].is_alpha or len(sentence) < SHORTEST:  # a sentence ends in a mark
        return
    to = next((word for word in sentence if word.tag_ not in NAMING_TAGS), None)
    if to is None or to.lower_ != "to" or not sentence.start < to.i < sentence.end - 1:
        return
    act, who = to.nbor(1), to.nbor(-1)
    if act.tag_ != "VB":
        return
    binding = _verb_taken_for_name(who) if who.i > sentence.start and _may_act(who.nbor(-1)) else None
    if binding is not None:
        yield _candidate(binding, act, who, who.nbor(-1))
    elif _may_act(who):
        yield _candidate(cue_index().plain.headline, act, to, who)


def _candidate(rule: PlainCue | VerbCue, act: Token, cue: Token, holder: Token) -> Candidate:
    return Candidate(act, cue, act, rule.id, rule.force, rule.certainty, "infinitive", holder=holder)


def _verb_taken_for_name(word: Token) -> VerbCue | None:
    """The rule of a capitalised verb that the tagger takes for a noun, by which its infinitive is an act."""
    if word.tag_ not in NOUN_TAGS or not word.text[0].isupper():
        return None
    if word.lower_ in cue_index().nouns:  # "Norland Drops Plan to Sell Boats"
        return None
    rules = cue_index().verbs.get(word.lower_.removesuffix("s"), ())
    return next((rule for rule in rules if "infinitive" in rule.complements), None)


def _may_act(who: Token) -> bool:
    """Whether a word before "to" is of somebody, by name or as people or a body; no "plan" of theirs."""
    named_act = who.lower_.removesuffix("s") in cue_index().nouns
    if who.tag_ not in NOUN_TAGS or named_act:
        return False
    body = is_institution(who)
    return body or is_actor(who) or who.ent_type_ in syntax.NAMED_LABELS
