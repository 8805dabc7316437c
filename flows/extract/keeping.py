"""Which of the proposed acts a document's records tell: those that the judge keeps, each act once."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.analysis import Analysis
from flows.extract.components.cue_lexicon import gives
from flows.extract.components.force_lexicon import force_lexicon
from flows.extract.judge import Judge, Judgement
from flows.extract.proposals import Proposal, propose


def kept_proposals(analysis: Analysis, judge: Judge) -> list[tuple[Proposal, Judgement]]:
    """The proposals that the judge keeps, one an act: the likelier where two share their words."""
    judged = [(proposal, judge.of(proposal, analysis)) for proposal in propose(analysis)]
    kept = [pair for pair in judged if pair[1].kept]
    kept = [pair for pair in kept if not any(_shares_object(pair[0], other[0]) for other in kept)]
    ranked = sorted(kept, key=lambda pair: (-pair[1].probability, pair[0].action.start))
    by_sentence: dict[int, list[tuple[Proposal, Judgement]]] = {}
    for pair in ranked:
        beside = by_sentence.setdefault(pair[0].sentence.number, [])
        if not any(_same_act(pair[0], other[0]) for other in beside):
            beside.append(pair)
    chosen = [
        pair
        for beside in by_sentence.values()
        for pair in beside
        if not any(_is_part_of(pair[0], other[0]) for other in beside)
    ]
    return sorted(_delivering(chosen), key=lambda pair: (pair[0].action.start, pair[0].action.end))


def _delivering(kept: list[tuple[Proposal, Judgement]]) -> Iterator[tuple[Proposal, Judgement]]:
    """Those kept, less past acts that neither give anything nor fulfil what the document tells."""
    bound = {name for pair in kept if pair[1].kind != "fulfilment" for name in _names(pair[0])}
    for pair in kept:
        fulfils = gives(pair[0].candidate.act) or not bound.isdisjoint(_names(pair[0]))
        if pair[1].kind != "fulfilment" or fulfils:
            yield pair


def _names(proposal: Proposal) -> Iterator[str]:
    return (party.name for party in proposal.promisors)


def _same_act(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals begin at the same word or one is nearly all of the other."""
    if one.action.start == other.action.start:
        return True
    shared = min(one.action.end, other.action.end) - max(one.action.start, other.action.start)
    return shared >= 0.8 * max(len(one.action), len(other.action))


def _shares_object(second: Proposal, first: Proposal) -> bool:
    """Whether a verb goes with that of another act, of which it is part: "lead | and support a club"."""
    one, other = second.candidate, first.candidate
    together = one.cue.i == other.cue.i and second.action.end == first.action.end
    return together and one.act in syntax.conjuncts(other.act) and _is_part_of(second, first)


def _is_part_of(inner: Proposal, outer: Proposal) -> bool:
    """Whether an act is only the purpose or content of another by the same party.

    What a noun in that other act gives one's word for is one of its own: "will honour its pledge to pay".
    """
    same_party = {party.name for party in inner.promisors} == {party.name for party in outer.promisors}
    if inner is outer or not same_party or _is_named_within(inner, outer):
        return False
    return outer.action.start < inner.action.start and inner.action.end <= outer.action.end


def _is_named_within(inner: Proposal, outer: Proposal) -> bool:
    """Whether a noun inside an act, and not that act, is a pledge of what another does."""
    candidate, action = inner.candidate, outer.action
    names = candidate.shape == "noun" and candidate.rule_id in force_lexicon().word_given.rules
    return names and action.start <= candidate.cue.i < action.end and candidate.cue != outer.candidate.act
