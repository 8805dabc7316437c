"""Clauses in which nobody binds itself: rumours, forecasts, definitions, preambles, headings of memoranda."""

from __future__ import annotations

import pytest

from flows.extract.components.cues import find_candidates
from flows.extract.components.unbinding import unbinding_clause
from tests.extract.documents import analysis


def rules(text: str) -> list[str]:
    """The rules by which clauses of ``text`` bind nobody."""
    (sentence,) = [item.span for item in analysis(text, "treaty").sentences]
    named = (unbinding_clause(candidate) for candidate in find_candidates(sentence))
    return sorted({rule for rule in named if rule is not None})


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Rumour in the port has it that Norway will lend ten boats.", "hearsay.rumour"),
        ("It had been rumoured that Norway would lend ten boats.", "hearsay.rumour"),
        ("There were rumours that Norway would lend ten boats.", "hearsay.rumour"),
        ("Traders forecast that Norway would lend ten boats.", "hearsay.forecast"),
        ("It ends unless it is said that Norway will lend boats.", "condition.of_another"),
        ("Fiji will pay only after Peru agrees to lend boats.", "condition.of_another"),
        (
            "Fiji would pay only after the bank agreed to help and the crews promised to stay.",
            "condition.of_another",
        ),
        ("Fiji called off a race that was due to begin in May.", "choice.called_off"),
        ("The court ruled that Ada Berg may sell the pier.", "text.ruled"),
        ("Fiji ignores the fact that the port will be sold.", "hearsay.supposed"),
        ("Ada Berg is confident that Norway will lend ten boats.", "opinion.trust"),
        ("The line, which usually guarantees a seat, is empty.", "habit.adverb"),
        ("Surveys show that half of all crews wish to leave.", "hearsay.poll"),
        ("Fiji warned that this would break the law of the sea.", "forecast.warned"),
        ("Fiji warned that selling the reef would ruin its crews.", "forecast.warned"),
        ("The yard closed, warning that it cannot pay its crews.", "forecast.warned"),
        ("The owners came close to offering a rise of 9 per cent.", "choice.nearly"),
        ("Peru was annoyed that the bank was going to sell the port.", "opinion.trust"),
        ("It was not clear that Peru was going to pay.", "opinion.trust"),
        ("The yard keeps out any owner who refuses a check.", "subject.picked"),
        ("Norway said it would be unfair to close the port.", "opinion.judging"),
        ("Norway supplies about half of the gas.", "habit.share"),
        ("Norway has offered to lend more rather than accept a loss.", "choice.passed_over"),
        ("The leaflet claimed that Norway would sell the port.", "hearsay.forecast"),
        ("The ferries sail once the ports have agreed on a price.", "condition.of_another"),
        ("A loan was set up for any sailor who wishes to leave.", "subject.picked"),
        ("Norway acts only in return for a firm promise that boats will follow.", "condition.awaited"),
        ("Norway must sell the port if it is to pay its debts.", "condition.of_another"),
        ("“Host” means the Party on whose soil the drill shall begin.", "text.definition"),
        ("Traders think that Norway will lend ten boats.", "hearsay.forecast"),
        ("The ferries sail as long as the ports promise to pay.", "condition.of_another"),
        ("The loan depends on both ports signing a pact.", "condition.depended"),
        ("Ada Berg did not say that she would lend ten boats.", "hearsay.unsaid"),
        ("Nobody has announced that the port will be sold.", "hearsay.unsaid"),
        ("Ada Berg has denied promising to lend ten boats.", "hearsay.disowned"),
        ("The crews were worried that they would be dismissed.", "opinion.trust"),
        ("Ada Berg is pleased that the crews will be spared.", "opinion.trust"),
        ("Norway regularly announces loans.", "habit.adverb"),
        ("The bank lends to crews that agree to stay.", "subject.picked"),
        ("The bank would speak to anybody who would pay half.", "subject.picked"),
        ("Host; means the Party on whose soil the drill shall begin;", "text.definition"),
        ("Thank you so much for your commitment to the islands.", "thanks.hearer"),
        ("Recalling that the Parties shall keep the boats,", "text.preamble"),
        ("Wishing to keep a bond by which skills shall be shared,", "text.preamble"),
        ("Ada Berg would leave before she would sign it.", "choice.passed_over"),
        ("For years Ada Berg has shown her commitment to building boats.", "praise.trait"),
        ("Our commitment to them must last.", "praise.bond"),
        ("Norway’s commitment to the sailors is old.", "praise.bond"),
        ("The danger is that Norway will sell the port.", "hearsay.supposed"),
        ("The pact is open to abuse by smugglers.", "state.exposed"),
        ("Norway has no credible plan to mend the piers.", "attitude.lacked"),
        ("Neither Norway nor Fiji has a serious plan to mend the piers.", "attitude.lacked"),
        ("That is what Norway aims to do.", "pointer.what"),
        ("Let me promise the sailors of the bay.", "pointer.hearers"),
        ("A review that proposed a cut to fares was lost.", "advice.study"),
        ("Norway had nine years to sign pacts with Peru.", "past.time_had"),
        ("A sailor will visit the clinic on average ten times a year.", "habit.average"),
        ("Norway ended a strike that had threatened to halt its boats.", "forecast.warned"),
        ("Ada Berg signed the bill on the tolls.", "past.enacted"),
        ("Norway has given up hope of being lent boats.", "hope.lost"),
        ("Norway will make sure that its crew is ready to sail.", "state.seen_to"),
        ("SUBJECT: A Decision to Lend Boats", "text.heading"),
        ("Memorandum on the Plan to Lend Boats", "text.heading"),
    ],
)
def test_what_is_only_said_defined_wished_or_headed_binds_nobody(text: str, rule: str) -> None:
    assert rules(text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "Norway will lend ten boats.",
        "Ada Berg would leave before the boats arrive.",
        "Norway has shown its commitment to building boats.",
        "Our commitment to them is that nobody will pay.",
        "Our commitment to Fiji must last.",
        "Norway reaffirmed its commitment to the sailors.",
        "Norway deepened its commitment to the sailors with a loan.",
        "The fact is that Norway will sell the port.",
        "The plan is that Norway will sell the port.",
        "Norway is open to talks with Fiji.",
        "Norway has no concrete plan to mend the piers.",
        "Norway has a serious plan to mend the piers.",
        "What Norway will do is lend ten boats.",
        "Norway promised more teachers.",
        "It was a boat that it promised the council of the bay.",
        "Norway promised the teachers whom the schools need.",
        "The mayor proposed a cut to fares.",
        "Norway met for nine years to sign pacts with Peru.",
        "Norway will lend on average ten boats a year.",
        "A sailor will receive on average nine dollars.",
        "Norway ended a walkout by a union that had threatened to halt its boats.",
        "Ada Berg signed a pact on the tolls.",
        "Norway spoke of its hope of being lent boats.",
        "Norway made it clear that its crew is ready to sail.",
        "Norway will lend ten boats unless it rains.",
        "Fiji warned that it would break the truce.",
        "Fiji’s envoy warned the bank in a letter that Peru would consider cutting back herring co-operation "
        "should Norsk Hydro be given a pier.",
        "Fiji's assembly set a term, warning that MEPs will not ratify the pact this year if Peru is late.",
        "Fiji warned that sanctions would follow.",
        "Fiji warned that tolls would be raised.",
        "The owners are close to signing a pact.",
        "The owner, who refuses a check, is at sea.",
        "Norway will usually lend ten boats.",
        "Norway always stands ready to lend ten boats.",
        "The sailors, who wish to leave, are ready to pay.",
        "Norway said that it would lend ten boats.",
        "The crew will march unless the rise promised by Fiji is in the letter.",
        "Norway had until this week refused to lend boats.",
        "Norway is pleased that Fiji will lend ten boats.",
        "Two crews that agree to stay have asked for boats.",
        "Norway relies on boats that will be lent by Fiji.",
        "Norway sold it in exchange for a promise by Fiji to lend boats.",
        "Norway is to lend ten boats if it rains.",
        "This means that Norway will lend ten boats.",
        "Norway said it would be a partner of Fiji.",
        "Norway will supply about half of the gas.",
        "Ada Berg is confident that she will lend ten boats.",
        "Norway gave its word that the boats will follow.",
        "The premier predicts that she will lend ten boats.",
        "Recalling the storm, Norway will lend ten boats.",
        "A memorandum to lend boats was signed.",
        "The envoy thanked Norway for its commitment to the islands.",
        "Ada Berg signed a bill that will require crews to report their catch.",
        "Ada Berg signed a bill to mend the piers.",
        "Fiji sailed only after Peru had agreed to lend boats.",
        "Norway will sail if it rains and Peru will lend boats.",
        "Ada Berg said that Norway may sell the pier.",
    ],
)
def test_any_other_clause_may_bind(text: str) -> None:
    assert rules(text) == []
