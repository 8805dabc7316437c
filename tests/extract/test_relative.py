"""Relative clauses: what they say was promised, agreed or refused is the noun before them."""

from __future__ import annotations

import pytest

from flows.extract.components.cues import find_candidates
from flows.extract.proposals import propose
from tests.extract.documents import analysis
from tests.extract.parsing import sentence

# Sentence, the rule, the head of what it tells, and who binds itself.
TOLD = [
    ("Fishermen still wait for the $5 million that Norway pledged.", "pledge.verb", "million", "Norway"),
    ("Farmers wait for the pumps Norway promised.", "pledge.verb", "pumps", "Norway"),
    ("Chad spoke of a truce, which Norway has ruled out.", "refusal.verb", "truce", "Norway"),
    ("The loan to which Norway agreed in May is late.", "agreement.agree", "loan", "Norway"),
    ("The yard has built the ferries Norway committed to.", "pledge.commit", "ferries", "Norway"),
    ("The tax that was proposed by Norway would hit banks.", "offer.verb", "tax", "Norway"),
]


@pytest.mark.parametrize(("text", "rule", "head", "party"), TOLD)
def test_what_a_relative_clause_tells_is_the_noun_before_it(
    text: str, rule: str, head: str, party: str
) -> None:
    found = [proposal for proposal in propose(analysis(text)) if proposal.candidate.rule_id == rule]
    (proposal,) = found
    assert proposal.candidate.act.text == head
    assert [each.name for each in proposal.promisors] == [party]


def test_the_words_of_the_act_leave_out_the_clause_that_tells_of_it() -> None:
    (proposal,) = propose(analysis("Chad spoke of a truce with Fiji, which Norway has ruled out."))
    assert proposal.action.text == "a truce with Fiji"


def test_what_is_done_with_the_noun_is_an_act_of_its_own() -> None:
    found = propose(analysis("The rebels rejected the tents that Norway promised in March."))
    assert sorted(proposal.qualified.force for proposal in found) == ["pledge", "refusal"]


@pytest.mark.parametrize(
    "text",
    [
        "The day when Norway offered aid was cold.",
        "The pledge that Norway confirmed is old.",
        "The port that Norway promised to rebuild is closed.",
        "The ban that Norway would approve is old.",
        "The fund to which Norway promised $5 million is empty.",
        "The boats with which Norway offered help are small.",
    ],
)
def test_a_clause_with_an_act_of_its_own_tells_nothing_of_the_noun(text: str) -> None:
    heads = {candidate.act.text for candidate in find_candidates(sentence(text))}
    assert heads.isdisjoint({"day", "pledge", "port", "boats", "ban", "fund"})
