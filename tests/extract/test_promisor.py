"""Who stands for the promisor of an act by the syntax: a sentence in, the word out."""

from __future__ import annotations

import pytest

from flows.extract.components.cues import find_candidates
from flows.extract.components.promisor import promisor_token
from flows.extract.proposals import propose
from tests.extract.documents import analysis, records, token_at


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Monks and bakers who say they will not work marched.", "they", ["Monks", "bakers"]),
        (
            "Three lawmakers of the Skarn Party will leave.",
            "lawmakers",
            ["Three lawmakers of the Skarn Party"],
        ),
        ("A Swiss firm will leave.", "firm", ["Swiss firm"]),
        ("The head of the guild, a former mayor, will leave.", "head", ["head of the guild"]),
        ("Salt costs 90 Swiss francs in Fiji. The fisheries ministry will pay.", "ministry", ["Fiji"]),
        ("France met Germany. The Commission will write a text.", "Commission", ["European Commission"]),
        ("Five monks let it be known that they will leave.", "they", ["Five monks"]),
        # what tells which is meant of a bare noun
        ("States outside the basin will leave.", "States", ["States outside the basin"]),
        ("A union representing weavers will leave.", "union", ["union representing weavers"]),
        ("A union that pledged to pay will leave.", "union", ["union"]),
        ("The union, which speaks for weavers, will leave.", "union", ["union"]),
        ("The union in a letter said it will leave.", "union", ["union"]),
    ],
)
def test_who_is_bound_is_told_by_all_the_words_and_no_others(
    text: str, words: str, expected: list[str]
) -> None:
    found = analysis(text)
    assert [party.name for party in found.resolver.of(token_at(found, words))] == expected


def promising(text: str) -> list[tuple[str, str | None]]:
    """The acts of a sentence, each with the word that stands for who binds itself."""
    (sentence,) = [item.span for item in analysis(text).sentences]
    tokens = [(candidate.act.text, promisor_token(candidate)) for candidate in find_candidates(sentence)]
    return [(act, token.text if token is not None else None) for act, token in tokens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bakers will mend the oven.", ("mend", "bakers")),
        ("The oven will be mended by the bakers.", ("mended", "bakers")),
        ("The oven will be mended.", ("mended", None)),
        # what several do is not done by one: "bakers … is"
        ("The mayor says bakers should not pay, and is offering bread.", ("bread", "mayor")),
        # whom one speaks to doesn't act, whoever else is described does
        ("Mr. Chairman, Norway will mend the oven.", ("mend", "Norway")),
        ("And so, Madam Speaker, the bakers will mend the oven.", ("mend", "bakers")),
        ("The bakers will, Madam Speaker, mend the oven.", ("mend", "bakers")),
        ("Delegates, the bakers will mend the oven.", ("mend", "bakers")),
        ("Delegates, the oldest members, will mend the oven.", ("mend", "Delegates")),
        ("Speaker Berg, the oldest member, will mend the oven.", ("mend", "Berg")),
        ("The Speaker, Ada Berg, will mend the oven.", ("mend", "Speaker")),
        # who is asked, and who is bound by what others say
        ("Norway asked the bakers to mend the oven.", ("mend", "bakers")),
        ("The accord commits Norway to mending the oven.", ("mending", "Norway")),
        # whose policy or decision it is, for an empty "it"
        ("It is the policy of Norway to mend ovens.", ("mend", "Norway")),
        ("The oven is going to be mended.", ("going", None)),
        ("The oven is going to be mended by the bakers.", ("going", "bakers")),
        # what is arranged for somebody, others do
        ("The bakers are expected to mend the oven.", ("mend", "bakers")),
        ("The bakers are expected to be freed by Norway.", ("freed", "Norway")),
        ("The bakers are expected to be freed.", ("freed", None)),
        # a body of which a clause tells that stands behind its place
        ("A brewery in Oslo, which is to hire bakers, has shut.", ("hire", "brewery")),
        # who spends time on something
        ("Ada Berg has spent nine years committed to mending the pier.", ("mending", "Berg")),
        ("Ada Berg has spent a grant committed to mending the pier.", ("mending", "grant")),
    ],
)
def test_the_word_for_who_binds_itself_is_found(text: str, expected: tuple[str, str | None]) -> None:
    assert expected in promising(text)


def bound(text: str) -> list[str]:
    """The promisors of the last act of a text; nobody where it tells of no act."""
    found = propose(analysis(text))
    return [party.name for party in found[-1].promisors] if found else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whoever says that something must be done by others is not asked to do it
        ("Norway will mend the dam. The nets must be returned, Peru's envoy said.", ["Norway"]),
        ("Peru's envoy said that everything should be done.", []),
        # who asks is not who is asked
        ("Fiji accepted a loan from Peru but asked that it be paid through the bank.", ["Peru"]),
        # who hears of an act is not who will do it
        ('"I was told that the roof would be mended by May," said Ada Berg.', []),
        ("Norway will pay. The villagers were told that the dam would be mended.", ["Norway"]),
        # who minds or judges a plan has not made it
        ("Peru will sell the port. Miners marched against a plan to close the pit.", ["Peru"]),
        ("Bakers criticised a proposal to close the mill.", []),
        ("Ada Berg spoke. A plan to sell the port is old.", []),
        # what is asked for is not who is asked
        ("A petition asked for clean water, salaries in dollars and tents.", []),
        ("Lawyers spoke of telephone calls advising them to keep out.", ["Lawyers"]),
        # what people in a state ask for that it alone gives is asked of it
        ("Storms hit Peru. Peru raised a tax. Protesters demanded a new election.", ["Peru"]),
        ("Storms hit Peru. Peru raised a tax. The opposition called for a vote of no confidence.", ["Peru"]),
        ("Storms hit Peru. Peru raised a tax. The opposition called for calm.", []),
        # nor of any but a state what it alone gives, in whatever words
        ("Storms hit Peru. Peru raised a tax. Farmers demanded that the tax be cut.", ["Peru"]),
        ("Storms hit Peru. Peru raised a tax. The opposition demanded that the vote take place.", ["Peru"]),
        ("Storms hit Peru. Peru raised a tax. The opposition demanded that the concert take place.", []),
        # a bill is the state's that a report is about
        ("Peru's president spoke. Retired bakers wept. The bill would tax the mines.", ["Peru"]),
        # a modal goes on with the clause that is said, and not with who says so
        ("Berg said the guild would obey whatever is decided, but would not leave.", ["guild"]),
        # "she" is one person above it by any noun
        ("Ada Berg asked for the land. A farmer said she would sue.", ["farmer"]),
    ],
)
def test_who_only_speaks_or_hears_of_an_act_is_not_bound_by_it(text: str, expected: list[str]) -> None:
    assert bound(text) == expected


@pytest.mark.parametrize(
    ("text", "promisor"),
    [
        ("Peru got assurances that Fiji would carry no nets.", "Fiji"),
        ("Peru received a pledge of ten boats from Fiji.", "Fiji"),
        ("Peru gave assurances that Fiji would carry no nets.", "Peru"),
        ("Peru recalled the commitment of Fiji to peace.", "Fiji"),
        ("Peru recalled the commitment of nurses to Fiji.", "Peru"),
    ],
)
def test_a_promise_that_somebody_gets_is_anothers(text: str, promisor: str) -> None:
    assert set(bound(text)) == {promisor}


@pytest.mark.parametrize(
    ("text", "promisors"),
    [
        # of what people will do another only warns
        ("A guild head, Ada Berg, warned that weavers will strike over pay.", ["weavers"]),
        ("Peru warned that soldiers would fire on smugglers.", ["Peru"]),
        # what they will lose is done to them, and what they ought to do is asked of them
        ("The guild head, Ada Berg, warned that weavers who rest will lose a day's wages.", ["Ada Berg"]),
        ("The guild head, Ada Berg, warned that weavers should not strike.", ["weavers"]),
        ("Peru's ministry warned that Fiji must stay away.", ["Fiji"]),
        # by whose leave somebody may act
        ("Peru accepted that Fiji may fish in the bay.", ["Peru"]),
        ("Peru heard that Fiji may fish in the bay.", ["Fiji"]),
        # who mediates, and diplomats of whom nothing tells whose they are, only tell of others
        ("The mediator, Ada Berg, said peacekeepers would guard the pier.", ["peacekeepers"]),
        ("The minister, Ada Berg, said peacekeepers would guard the pier.", ["Ada Berg"]),
        ("Fiji pledged $5 million, but a diplomat said a part of it would be held back.", ["Fiji"]),
        ("Fiji pledged $5 million, but a Peruvian diplomat said two piers would be mended.", ["Peru"]),
        # whose word it is to whom somebody speaks
        ("The envoy, Ada Berg, said that you promised her two boats.", []),
        ("The envoy, Ada Berg, said that you were promised two boats.", ["Ada Berg"]),
        ("A guild head, Ada Berg, warned that her weavers will strike over pay.", ["Ada Berg"]),
        # who agrees is bound, whoever tells of it
        ("Pilots at the airline agreed to a cut in pay, the guild said.", ["Pilots"]),
        # who is only familiar with what others do
        ("A man familiar with the plan said four Fijian officers would be posted to the dam.", ["Fiji"]),
        ("Peru spoke. Two Fijian diplomats will be posted there, a man familiar with it said.", ["Fiji"]),
        ("A man familiar with the plan said the dam would be sold.", []),
        # whom others put on trial
        ("Fijian officials will be brought before a court.", []),
        ("Fijian soldiers will be sent to prison.", []),
        ("Fijian soldiers will be sent to the dam.", ["Fiji"]),
        # those for whom negotiators and lawyers deal
        ("Negotiators for Fiji and Mali agreed to share the dam.", ["Fiji", "Mali"]),
        (
            "Negotiators for Fiji's government and opposition agreed to share the dam.",
            ["Fiji", "opposition"],
        ),
        ("Lawyers for crews of the ferries will appeal.", ["Lawyers for crews of the ferries"]),
        # people of several kinds are nobody's state, nor things beside people
        ("Danish bus, rail and ferry drivers will stop.", ["Danish bus, rail and ferry drivers"]),
        ("Danish bus, rail and ferry drivers say they will wait.", ["Danish bus, rail and ferry drivers"]),
        ("The Danish bus and ferry drivers will stop.", ["Danish bus and ferry drivers"]),
        ("The bank and ferry drivers will stop.", ["bank", "ferry drivers"]),
        ("Danish bus, tram and ferry drivers say they will wait.", ["Danish bus, tram and ferry drivers"]),
        ("Danish oil and gas companies will wait.", ["Danish oil and gas companies"]),
        ("The Danish navy and oil companies will wait.", ["Denmark", "oil companies"]),
        ("Many state and local inspectors agreed to wait.", ["Many state and local inspectors"]),
        ("Peruvian sugar and rice farmers agreed to wait.", ["Peruvian sugar and rice farmers"]),
        ("Monks and ferry workers will stop.", ["Monks", "ferry workers"]),
        # a government and rebels, of which the parse makes one
        (
            "The Sri Lankan government and Tamil Tiger rebels agreed to free monks.",
            ["Sri Lanka", "Liberation Tigers of Tamil Eelam"],
        ),
        ("Mali's government and northern traders agreed to free monks.", ["Mali", "northern traders"]),
        # with whom a deal is made
        ("Peru signed an accord with Fiji.", ["Peru", "Fiji"]),
        ("Peru signed an accord with reservations.", ["Peru"]),
        ("Peru signed an accord with the Fijian envoy.", ["Peru", "Fiji"]),
        ("Peru signed an accord with rebels.", ["Peru", "rebels"]),
        ("Fijian bakers in Peru signed a deal with the government.", ["Fijian bakers in Peru"]),
        ("Chad met Fiji and Mali. Peru signed a deal with both.", ["Peru"]),
        # who alone can lift what they imposed, whoever tells of it
        ("The tolls imposed by Peru will be lifted in May, Fiji said.", ["Peru"]),
        ("The tolls that Peru put on salt will be halved, Fiji said.", ["Peru"]),
        ("Peru's ban on Fijian salt will be eased, Fiji's envoy said.", ["Peru"]),
        ("The tolls faced by Peru will be lifted in May, Fiji said.", ["Fiji"]),
        ("The tolls imposed by Peru will be fought in court, Fiji said.", ["Fiji"]),
        # who alone can free whom they hold, or give back what they took
        ("The monks held by Mali will be freed in May, Fiji said.", ["Mali"]),
        ("The nets that Mali seized will be handed back, Fiji's envoy said.", ["Mali"]),
        ("The monks held by Mali will be fed, Fiji said.", ["Fiji"]),
        ("Smugglers who seized the nets will be freed, Ada Berg said.", ["Ada Berg"]),
        ("The monks held by Mali will be freed by Chad, Fiji said.", ["Chad"]),
        # whose deal another announces or brings about
        ("Norway's envoy announced the truce between Mali and Chad.", ["Mali", "Chad"]),
        ("Norway's envoy announced the truce.", ["Norway"]),
        ("Mali and Chad signed a truce brokered by Norway.", ["Mali", "Chad"]),
        ("Mali sold the boats under a truce brokered by Norway.", []),
        # whose commitment it is of which something tells
        ("The grant shows the mayor's commitment to clean streets.", ["mayor"]),
        ("Ms. Berg hailed the United States’ unwavering pledge to sell nets.", ["United States"]),
        # who does both of two things, and a noun on both sides of "by"
        ("The maps will be printed and sold by the guild.", ["guild"]),
        ("The maps will be printed, and the guild will be paid by Peru.", ["Peru"]),
        ("The curfew will be lifted street by street, Peru said.", ["Peru"]),
    ],
)
def test_whoever_the_sentence_names_for_an_act_is_bound(text: str, promisors: list[str]) -> None:
    assert bound(text) == promisors


@pytest.mark.parametrize(
    ("text", "promisors"),
    [
        ("The requesting agency shall pay for the nets.", ["requesting agency"]),
        ("The nets shall be paid for by the host government.", ["host government"]),
        ("The Government shall pay for the nets.", ["Parties"]),
        ("The Members of the Lake League shall pay for the nets.", ["Members of the Lake League"]),
        ("The Lake League shall pay for the nets.", ["Lake League"]),
        ("The authorities of the sending State shall count the nets.", ["authorities of the sending State"]),
        ("The authorities of Peru shall count the nets.", ["Peru"]),
    ],
)
def test_a_treaty_binds_those_whom_it_tells_apart(text: str, promisors: list[str]) -> None:
    found = records(text, genre="treaty")
    assert [list(record.promisors) for record in found] == [promisors]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The guild's demand is for the owners to sell the mill.", ["owners"]),
        ("Our request is for every Fijian to plant a palm.", ["Fijian"]),
        ("Fiji's chief urged every Fijian to plant a palm.", ["Fijian"]),
        # what is only to be done is asked of nobody, and waiting asks nothing
        ("The guild's demand is for the mill to be sold.", []),
        ("The guild was glad for the owners to sell the mill.", []),
    ],
)
def test_whoever_a_request_is_for_is_asked(text: str, asked: list[str]) -> None:
    assert bound(text) == asked
