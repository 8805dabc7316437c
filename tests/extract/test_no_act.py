"""Acts that bind nobody: talk about a meeting itself, and what befalls somebody."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from flows.extract.components.cues import find_candidates
from flows.extract.components.no_act import binds_nobody
from flows.extract.components.no_act_lexicon import NoActLexicon, no_act_lexicon
from flows.extract.components.promisor import promisor_token
from tests.extract.documents import analysis


def rules(text: str) -> list[str]:
    """The rules by which acts of ``text`` bind nobody."""
    found = analysis(text)
    (sentence,) = [item.span for item in found.sentences]
    named = (
        binds_nobody(candidate, promisor_token(candidate), found.names)
        for candidate in find_candidates(sentence)
    )
    return sorted({rule for rule in named if rule is not None})


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("With that, I'll turn it over to the harbour master.", "meeting.floor"),
        ("We'll hand it back to the studio.", "meeting.floor"),
        ("With that, I will now introduce the mayor of Lima.", "meeting.introduce"),
        ("I will introduce her at noon.", "meeting.introduce"),
        ("I'm going to invite a discussion among the sailors.", "meeting.invite"),
        ("I will make clear that the pier is ours.", "meeting.clear"),
        ("I'll let the sailors think about it.", "meeting.let"),
        ("I will take a few questions about the ferry.", "meeting.questions"),
        ("And then we'll open it up for questions.", "meeting.questions"),
        ("Our next question will go to the back row.", "meeting.next"),
        ("We'll go to Ottilie Brandvold next.", "meeting.person"),
        ("We'll start with Mayor Ottilie Brandvold.", "meeting.person"),
        ("We'll unmute you in a second.", "meeting.line"),
        ("We will begin with opening remarks by the mayor.", "meeting.order"),
        ("I'll leave it there.", "meeting.order"),
        ("I will let the harbour master speak to that.", "meeting.let"),
        ("This call will be embargoed until noon.", "meeting.embargo"),
        ("Ada Berg said a walkout would put the yard out of business.", "forecast.brink"),
        ("Ada Berg said a walkout would cripple the ferries.", "forecast.effect"),
        ("Norway said it would signal that the dam is unsafe.", "forecast.sign"),
        ("Ada Berg said queues at the locks will continue for days.", "forecast.trouble"),
        ("Ada Berg said the step would hand the port to smugglers.", "forecast.step"),
        ("Norway is camping by the harbour.", "state.present"),
        ("Owners have until May to lodge an appeal.", "advice.objection"),
        ("The premier refused to be photographed.", "advice.unnamed"),
        ("The guards told the crew not to worry.", "advice.expect"),
        ("The port will stay shut, whoever asks Norway to open it.", "subject.indefinite"),
        ("The premier would not be drawn on the sale.", "meeting.drawn"),
        ("Norway flew to the reef by helicopter.", "travel.fly"),
        ("Norway spent two hours with the harbour master.", "travel.time"),
        ("The mission works to restore the reefs.", "description.habit"),
        ("The harbour fund, which aims to help sailors, sold a house.", "description.habit"),
        ("I would refer you to the coast guard.", "meeting.refer_you"),
        ("I will defer to the coast guard.", "meeting.defer"),
        ("We will get back to you on the ferry.", "meeting.refer"),
        ("I will just say that the pier is old.", "meeting.say"),
        ("I will speak of the pier later.", "meeting.topic"),
        ("I am happy to report that the pier is safe.", "meeting.glad"),
        ("The mayor would not be drawn on the sale of the pier.", "meeting.drawn"),
        ("We shall see.", "meeting.we_see"),
        ("Bakers were told to expect little flour this winter.", "advice.expect"),
        ("The shops were given until May to prepare.", "advice.time"),
        ("The repairs will take ten weeks to finish.", "forecast.span"),
        ("The bid to raise the wreck is expected to fail.", "forecast.fail"),
        ("The valley would see new jobs.", "forecast.experience"),
        ("The toll would be seen as fair.", "forecast.experience"),
        ("The dam would not withstand a flood.", "forecast.last"),
        ("The wells will run dry by May.", "forecast.run"),
        ("Ada Berg said the repairs would take longer.", "forecast.take"),
        ("Ada Berg said boats would come too late for the crew.", "forecast.late"),
        ("Ada Berg said the safety of the crew must come first.", "opinion.first"),
        ("It will be the third such flood.", "forecast.rank"),
        ("Peru is on track to become the largest port.", "forecast.course"),
        ("Fiji accepted a plan that would oblige it to sell the port.", "forecast.oblige"),
        ("The league has nine days to appeal.", "advice.time"),
        ("We will trust the court in Lima.", "state.mind"),
        ("I'm not going to get ahead of the mayor.", "meeting.decline"),
        ("I am going to hand it over to the mayor.", "meeting.floor"),
        ("We won't speculate about the tides.", "meeting.silence"),
        ("The islanders will suffer for years.", "forecast.befall"),
        ("They will pay a heavy price for it.", "forecast.price"),
        ("This Pact shall not apply to fishing boats.", "text.scope"),
        ("Nothing in the present Articles shall affect the rights of sailors.", "text.scope"),
        ("The limits in this order shall extend to ferries.", "text.scope"),
        ("This Pact shall enter into force in May.", "text.in_force"),
        ("The present Charter shall remain in force for ten years.", "text.in_force"),
        ("The cargo shall encompass all maps and charts.", "text.made_of"),
        ("The harbour council shall consist of nine sailors.", "text.made_of"),
        ("The talks in Lima will resume in May.", "schedule.begin"),
        ("The hearing is set to begin in May.", "schedule.begin"),
        ("The port will open on the day somebody offers to pay for it.", "subject.indefinite"),
        ("The second round will begin in May.", "schedule.begin"),
        ("The mayor declined to identify the sailors.", "saying.not"),
        ("The mayor would not confirm the visit.", "saying.would_not"),
        ("The mayor would not give figures.", "saying.no_details"),
        ("I won't pretend that the reef is safe.", "saying.pretend"),
        ("The premier will commend the sailors.", "saying.praise"),
        ("The premier will underscore the importance of the reef.", "saying.weight"),
        ("The mayor’s refusal to acknowledge the flood is sad.", "attitude.unsaid"),
        ("The mayor’s refusal to rule out a toll is sad.", "attitude.unsaid"),
        ("The mayor refused to come clean about the toll.", "attitude.come_clean"),
        ("The sailors will not be taken for fools.", "attitude.fooled"),
        ("I would not swap a day of it.", "attitude.swap"),
        ("Nothing in this annex shall relieve the yard of its duties.", "text.scope"),
        ("No liability will attach to the yard.", "text.effect"),
        ("The consent of the yard shall be presumed.", "text.fiction"),
        ("The envoys shall be entitled to enter the yard.", "text.leave_given"),
        ("The Act gives the harbour council a range of powers.", "text.powers"),
        ("Visitors will spend nine million dollars on the reef.", "forecast.public"),
        ("Peruvians will pay more for bread.", "forecast.public"),
        ("Voters are to choose a mayor on May 7.", "schedule.vote"),
        ("The wall would not stop him.", "forecast.hold"),
        ("Ada Berg said sweet talk will lead nowhere.", "forecast.nowhere"),
        ("We will win in the court in Lima.", "forecast.win"),
        ("The smugglers will commit any crime.", "forecast.crime"),
        ("The new judges will bring the skill that the court needs.", "praise.bring"),
        ("The stage will be located near the mill.", "state.place"),
        ("It will be ten days.", "forecast.how_long"),
    ],
)
def test_talk_about_the_meeting_and_what_befalls_bind_nobody(text: str, rule: str) -> None:
    assert rules(text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "We will turn the old yard into a school.",
        "I will introduce a bill on the piers.",
        "We will invite the sailors to Lima.",
        "I will make the piers safe.",
        "We will take the matter to the court in Lima.",
        "Norway will answer all questions of the committee.",
        "We will go to Peru next week.",
        "I will talk to President Macron about grain.",
        "We will open the port to grain ships.",
        "Norway will not draw on its fund for boats.",
        "Norway is going to wait for the boats.",
        "Owners have until May to lodge ten boats.",
        "The premier refused to name a minister.",
        "We will begin with ten boats and add more.",
        "Norway said it will send ten boats.",
        "We will get boats to the islands by May.",
        "We will not lose the trust of the islanders.",
        "We will let grain ships pass the strait.",
        "I would never mention the names of the sailors.",
        "Cases of theft will be referred to the harbour court.",
        "We won't stop there.",
        "Norway will pay the wages of the sailors.",
        "Norway aims to restore the reefs.",
        "Norway shall apply this Pact from May.",
        "Norway will resume the talks in May.",
        "Norway and Peru agreed that the talks will resume in May.",
        "Somebody at the port offered to pay for it.",
        "The Parties shall extend the pier.",
        "The mission is working to restore the reefs.",
        "Maps of the reef will be drawn on linen.",
        "We will see to it that the boats sail.",
        "Norway asked Fiji to prepare a list of boats.",
        "The toll will take effect on May 4.",
        "Norway will not fail to pay for the boats.",
        "The crew will see the repairs through.",
        "The envoys of Norway will see him.",
        "Norway will see the sailors in May.",
        "The union said its members will cripple the ferries.",
        "The union said the walkout will continue for days.",
        "The damage will be repaired by Norway.",
        "The decision will be announced by Norway.",
        "The increase will take effect in May.",
        "Norway is sharing its maps with Fiji.",
        "Norway flew two doctors to the reef.",
        "Norway will come to the talks.",
        "We will not miss the talks.",
        "Norway will be the host of the talks.",
        "Norway is on track to reopen the port.",
        "The league has nine days to sell the yard.",
        "Norway would oblige Fiji to sell the port.",
        "Norway spent two million dollars on the reef.",
        "The mayor refused to identify herself to the guards.",
        "The council would not confirm the nominee.",
        "The mayor would not give boats to the sailors.",
        "We will not deny boats to the sailors.",
        "The premier would never praise the toll.",
        "The premier will underscore the commitment of Norway to the reef.",
        "The mayor refused to see the sailors.",
        "The mayor refused to come to the talks.",
        "The toll will not be taken off.",
        "The envoys shall not be entitled to enter the yard.",
        "The pact gives the islands ten boats.",
        "The Norwegians will pay for the boats.",
        "Families will pay no toll.",
        "Families will pay more for the boats, Norway said.",
        "The sailors will choose a captain on May 7.",
        "Our plan will provide nine million dollars for the reef.",
        "A firm that will create 300 jobs asked for land.",
        "The guards would not stop him.",
        "Norway will go to the court.",
        "The Parties shall not commit any crime.",
        "The new judges will bring ten boats.",
        "The boats will be placed near the mill.",
    ],
)
def test_an_act_of_the_same_verb_with_another_object_may_bind(text: str) -> None:
    assert rules(text) == []


def test_the_lexicon_refuses_rules_that_could_never_match() -> None:
    rule = {"id": "x.y", "lemmas": ["go"], "subjects": "anyone", "followed_by": ["all the way home now"]}
    with pytest.raises(ValidationError, match="longer than"):
        NoActLexicon.model_validate({**no_act_lexicon().model_dump(), "act": [rule]})
