"""Proposals: who may have bound itself to each act, and the words of the act."""

from __future__ import annotations

import pytest

from flows.extract.proposals import propose
from tests.extract.documents import analysis

Proposed = tuple[str, tuple[str, ...]]


def proposed(text: str) -> list[Proposed]:
    """The words and promisors of each proposal in a report."""
    found = propose(analysis(text))
    return [(proposal.action.text, tuple(party.name for party in proposal.promisors)) for proposal in found]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("We will mend the piers. The Reds will cut wages and wreck the piers.", ["mend the piers"]),
        ("We will wreck the old pier.", ["wreck the old pier"]),
        ("I will wreck the old pier.", ["wreck the old pier"]),
        ("Norway will destroy its mines.", ["destroy its mines"]),
        ("Norway’s premier said Norway would destroy the mines.", ["destroy the mines"]),
        ("The Reds have no plan to mend the piers.", []),
        ("The Reds have no plans to mend the piers.", ["mend the piers"]),
        ("We have no plan to sell the piers.", ["sell the piers"]),
        ("Fiji has no plan to sell the piers.", ["sell the piers"]),
    ],
)
def test_what_a_text_accuses_others_of_binds_nobody(text: str, bound: list[str]) -> None:
    found = propose(analysis(text, "speech", publisher="Fiji"))
    assert [proposal.action.text for proposal in found] == bound


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is to tell "me" something acts, though their opinion counts
        (
            "The mayor shall inform me of any leak that, in the mayor’s opinion, might harm us.",
            ("inform me of any leak that, in the mayor’s opinion, might harm us", ("mayor",)),
        ),
        # what promises, votes or agrees is nobody's thing, whatever it is called
        ("Donor clubs pledged $3 million for wells.", ("$3 million for wells", ("Donor clubs",))),
        ("A Peruvian runner is vowing to win.", ("win", ("Peruvian runner",))),
        # who acted last acts in a passive that names nobody
        (
            "Japan promised Peru a loan. The money will be spent on schools.",
            ("spent on schools", ("Japan",)),
        ),
        # the items of a list that a thing leads to are acts of who acted last
        (
            "Japan pledged to help Peru. The package includes:\n- Building two schools in Lima.",
            ("Building two schools in Lima", ("Japan",)),
        ),
        # a clause about something else is the act with its subject
        (
            "Japan pledged that the base on the island will stay.",
            ("the base on the island will stay", ("Japan",)),
        ),
        ("Japan pledged that it will stay.", ("stay", ("Japan",))),
        # who is committed to something is bound, whoever says so
        ("Ada Berg said that Japan is committed to a truce.", ("a truce", ("Japan",))),
        # whoever is told to do two things is asked for both
        (
            "Clerks told the country's food platforms to close early and make sure their ovens do not smoke.",
            ("make sure their ovens do not smoke", ("country's food platforms",)),
        ),
        # a passive goes on before another subject
        ("Fees will be cut and pensions raised, Norway said.", ("raised", ("Norway",))),
        # what others promised is theirs, not of whoever tells it
        (
            "Ada Berg said the $3 million pledged by Japan is spent.",
            ("the $3 million pledged by Japan", ("Japan",)),
        ),
        # who acts may stand far from its verb, before the auxiliary
        ("The two bakers had by Friday pledged 40 loaves.", ("40 loaves", ("two bakers",))),
        # a heading right before a sentence is nobody
        # who is spoken to is somebody, whatever they are called
        ("Peru asked the plenum to vote.", ("vote", ("plenum",))),
        ("Peru asked the radio stations for an hour of songs.", ("an hour of songs", ("radio stations",))),
        # who sets out to ask for something does to others what these face "or"
        (
            "Two premiers will fly to Fiji on Sunday to press the mill to sell its boats, or face a ban.",
            ("face a ban", ("Two premiers",)),
        ),
        # who warns of what another may do gives no leave, and is not bound
        ("Norway's envoy warned that Ada Berg may cancel a pact.", ("cancel a pact", ("Ada Berg",))),
        # what is denied of a promise leaves it standing
        ("Ada Berg denied that Japan's vow to lend boats is fading.", ("lend boats", ("Japan",))),
        # who undertakes something is somebody, and so is who stands behind a date
        ("Six of the funds have undertaken to buy the port.", ("buy the port", ("Six of the funds",))),
        ("At a summit on Friday Peru pledged to sell the port.", ("sell the port", ("Peru",))),
        (
            "On Monday, Japan, Peru and Fiji agreed to sell the port.",
            ("sell the port", ("Japan", "Peru", "Fiji")),
        ),
        # a word that the parse tears is one act
        ("Peru threatened counter-attacks.", ("counter-attacks", ("Peru",))),
        ("Clean Water – The ministry will dig six wells.", ("dig six wells", ("ministry",))),
        ("Cyber Security: Norway and Peru will train clerks.", ("train clerks", ("Norway", "Peru"))),
        # who promises is bound, not whom the promise is about
        (
            "Ada Berg promised that everyone in Peru would vote.",
            ("everyone in Peru would vote", ("Ada Berg",)),
        ),
        # nor those who are only described and gain by it
        (
            "An average family of four will receive 900 pounds, Japan promised.",
            ("receive 900 pounds", ("Japan",)),
        ),
        (
            "A typical household will be given a stove, the minister of labour said.",
            ("given a stove", ("minister of labour",)),
        ),
        ("Japan promised that Macau would enjoy free trade.", ("Macau would enjoy free trade", ("Japan",))),
        # a condition without "if" binds nobody, and who is warned less
        (
            "Peru warned Japan in a note that Lima would consider closing the port should the firm be sold.",
            ("consider closing the port", ("Peru",)),
        ),
        # what is out of the question is refused by whoever says so
        (
            "Ada Berg said that ending the curfew is out of the question.",
            ("ending the curfew", ("Ada Berg",)),
        ),
        (
            "Ada Berg said that opening the camp is out of question.",
            ("opening the camp", ("Ada Berg",)),
        ),
        # whoever is told to act is asked, by whatever words
        ("The judge ordered the owner of the yacht to leave.", ("leave", ("owner of the yacht",))),
        # nobody named has to do what is demanded in a passive, and the thing itself least
        (
            "Japan promised Peru a loan. Ada Berg demanded that the loan be paid this year.",
            ("paid this year", ("Japan",)),
        ),
        # who did what a participle tells stands behind "by"
        ("Ada Berg thanked the sailors evacuated by Peru.", ("evacuated by Peru", ("Peru",))),
        # a bare verb that the tagger takes for a noun begins its act
        ("Peru has repeated its demand that US trade freely.", ("trade freely", ("United States",))),
        # whom somebody gives something is not that somebody
        ("Ada Berg warned the miners, giving them two days to leave.", ("leave", ("miners",))),
        # what a named party gets somebody into is no gain
        ("Japan will get more people into work.", ("get more people into work", ("Japan",))),
        # things beside who acts, in one subject, do not act
        (
            "Lower fares, safer streets and Japan will be there, the mayor said.",
            ("be there", ("Japan",)),
        ),
        # somebody who stands for all of a kind binds nobody, but who is cited does
        ("An average family will pay less, Japan promised.", ("pay less", ("Japan",))),
        # the "US" is no "us"
        ("Peru repeated its demand that US ease the ban.", ("ease the ban", ("United States",))),
        # a clause that the parse hangs elsewhere says what the noun before it names
        (
            "The trip came after weeks of threats by Ada Berg that she would close the port.",
            ("close the port", ("Ada Berg",)),
        ),
        # who is to do what somebody proposes is asked
        (
            "Ada Berg called the league dull and suggested that other mayors leave as well.",
            ("leave as well", ("other mayors",)),
        ),
        # money does not act, but who says what it will do
        (
            "The European Commission said 20 million euros would pay for gas.",
            ("pay for gas", ("European Commission",)),
        ),
        # what is coordinated with a noun has the same owner
        (
            "Ada Berg welcomed Ole Lund's patience and promise to build a pier.",
            ("build a pier", ("Ole Lund",)),
        ),
        # whom somebody thanks for an act does it
        ("Norway thanked Peru for pledging to send more boats.", ("send more boats", ("Peru",))),
        ("Norway thanked Peru for its pledge to send more boats.", ("send more boats", ("Peru",))),
        (
            "We are grateful to Peru and Chad for committing to send more boats.",
            ("send more boats", ("Peru", "Chad")),
        ),
        # who promised is no less bound for being told of by another
        ("The trade promised to pay the crews, Ada Berg said.", ("pay the crews", ("trade",))),
        # who announces what another may do allows it
        (
            "Norway announced that Chad can draw on 3 million pounds in credits.",
            ("Chad can draw on 3 million pounds in credits", ("Norway",)),
        ),
        ("Norway announced that it can pay Peru.", ("pay Peru", ("Norway",))),
        # many who pledge together are not those who met
        ("Ada Berg praised a pledge among 20 states to build piers.", ("build piers", ("20 states",))),
        # an empty "it" stands for whose policy it announces
        ("It is the policy of Japan to protect its reefs.", ("protect its reefs", ("Japan",))),
        ("Ada Berg determined that it is necessary to extend the ban.", ("extend the ban", ("Ada Berg",))),
        # whom a text binds to doing something
        ("The accord commits Peru to mending the pier.", ("mending the pier", ("Peru",))),
        ("The loan agreement requires the city to mend the pier.", ("mend the pier", ("city",))),
        # who announced what is not who tells of it
        (
            "Japan recalled the plan unveiled by Peru in May to mend the pier.",
            ("mend the pier", ("Peru",)),
        ),
        # nobody in particular can be asked
        ("Japan urged the world to eat less salt.", ("eat less salt", ("world",))),
        # who is called on, though what is asked names nobody
        ("Ada Berg appealed to Japan for tents.", ("tents", ("Japan",))),
        # those who share a verb promise each their own
        ("Peru pledged $5 million, Japan $3 million.", ("$5 million", ("Peru",))),
        ("Peru pledged $5 million, Japan $3 million.", ("$3 million", ("Japan",))),
    ],
)
def test_an_act_is_proposed_with_who_may_have_bound_itself(text: str, expected: Proposed) -> None:
    assert expected in proposed(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Peru ordered state aid to top up the local funds.", "top up the local funds"),
        ("The average family will save $40.", "save $40"),
        ("The accord promises a new port.", "a new port"),  # a text is no party
        (
            "Ada Berg said that of the $3 million pledged to Peru much is spent.",
            "the $3 million pledged to Peru",
        ),
        ("The money will be spent on schools.", "spent on schools"),  # nobody acted before
        ("“I will take a few questions about Peru,” said Fumio Kishida.", "take a few questions about Peru"),
        ("“Peru will suffer great losses,” said Fumio Kishida.", "suffer great losses"),
        ("The premier called Lima on Friday to convey his thanks.", "convey his thanks"),
        ("Japan promised a loan. It rained. It rained. It rained. The money will be spent.", "spent"),
    ],
)
def test_an_act_is_not_proposed_where_nobody_may_have_bound_itself(text: str, words: str) -> None:
    assert words not in [action for action, _ in proposed(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who acts is not the one to whom it is done
        (
            "Norway will tear down the pier. The divers are to be paid a month's wages.",
            ("paid a month's wages", ("Norway",)),
        ),
        ("The anchors are due to be moved by Japan.", ("moved by Japan", ("Japan",))),
        ("Ada Berg said the pilots were expected to be sent home.", ("sent home", ("Ada Berg",))),
        ("Ada Berg said the pier would be mended by Easter.", ("mended by Easter", ("Ada Berg",))),
        # nor the one who gains
        ("Fiji is to get two ferries from Japan.", ("get two ferries from Japan", ("Japan",))),
        ("Ada Berg said Fiji would receive a loan.", ("receive a loan", ("Ada Berg",))),
        # letting somebody in, and what is one's duty to get, are acts of one's own
        ("Fiji will receive the envoys of Japan.", ("receive the envoys of Japan", ("Fiji",))),
        ("Fiji shall obtain a permit from Japan.", ("obtain a permit from Japan", ("Fiji",))),
        ("Fiji hopes to get a loan.", ("get a loan", ("Fiji",))),
        # a text stands for whose it is
        (
            "The accord between Fiji and Japan is due to be signed on Monday.",
            ("signed on Monday", ("Fiji", "Japan")),
        ),
    ],
)
def test_who_acts_is_not_taken_for_who_gains_or_to_whom_it_is_done(text: str, expected: Proposed) -> None:
    assert [found for found in proposed(text) if found[0] == expected[0]] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad's mayors said the divers would have the full support of Norway.",
            ("have the full support of Norway", ("Norway",)),
        ),
        ("Ada Berg said the divers would be exempt from fees.", ("be exempt from fees", ("Ada Berg",))),
        ("Ada Berg said boats would be subject to a toll.", ("be subject to a toll", ("Ada Berg",))),
        ("Ada Berg said the divers would face no toll.", ("face no toll", ("Ada Berg",))),
        (
            "Peru is advising its citizens to leave the port.",
            ("leave the port", ("Peru's citizens",)),
        ),
        (
            "Ada Berg said the pier would be governed by the Harbour Agreement.",
            ("governed by the Harbour Agreement", ("Ada Berg",)),
        ),
        ("Chad promised a pier. Ada Berg wants the fees cut.", ("the fees cut", ("Chad",))),
        ("Ada Berg wants the fees cut.", ("the fees cut", ("Ada Berg",))),
        ("Peru urges all Peruvians to leave the port.", ("leave the port", ("Peruvians",))),
        ("Peru is ordering its soldiers to leave the port.", ("leave the port", ("Peru",))),
    ],
)
def test_who_has_it_by_leave_of_another_or_is_asked_by_his_own_is_told_apart(
    text: str, expected: Proposed
) -> None:
    assert expected in proposed(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fiji will get two ferries.", "get two ferries"),
        ("Fiji will have access to the port.", "have access to the port"),
        ("Ada Berg said that she has been promised a house.", "a house"),
        ("The divers are to be paid a month's wages.", "paid a month's wages"),
        ("Ada Berg did not say where the boats would come from.", "come from"),
        ("Reporters asked whether Japan would send boats.", "send boats"),
        ("Peru will close the port. How that is to be paid for has not been explained.", "paid for"),
        ("Whether Peru will open the port could become clear in May.", "open the port"),
        ("It is unclear when Peru will open the port.", "open the port"),
        (
            "Ada Berg said Peru had offered villages near the pier a share of the fees.",
            "villages near the pier",
        ),
        ("Police threatened fishermen on Monday.", "fishermen"),
        ("The mayor threatened late ferries with closure.", "late ferries"),
        ("Peru promised fishermen that nobody would be fined.", "fishermen"),
        ("Peru asked Japan about the boats.", "Japan"),
        ("Peru has yet to announce that it will sell the port.", "sell the port"),
        ("Peru did not explain how it will sell the port.", "sell the port"),
        ("Peru was asked how it will sell the port.", "sell the port"),
        ("Peru is announcing a grant for the pier.", "announcing a grant for the pier"),
        ("Ada Berg was asked how long Peru planned to close the port.", "close the port"),
        ("Peru has yet to say which boat it will sell.", "sell"),
        ("Peru has not said for how long it will keep the port closed.", "keep the port closed"),
        (
            "“Who will pay the crews of Peru then?” asked Ada Berg, who stood on the pier.",
            "pay the crews of Peru then",
        ),
        (
            "Peru promised the bank's outgoing chief that it would not sell the loan.",
            "the bank's outgoing chief",
        ),
    ],
)
def test_what_is_only_asked_or_given_by_nobody_is_not_proposed(text: str, words: str) -> None:
    assert words not in [action for action, _ in proposed(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Peru is considering whether to sell the port.", "sell the port"),
        ("That is how Peru will pay for the port.", "pay for the port"),
        ("Peru will help whoever comes and will open the port.", "open the port"),
        ("Peru offered twenty doctors on Monday.", "twenty doctors"),
        ("Peru is announcing a grant for the pier.", "a grant for the pier"),
        (
            "Ada Berg said Peru had offered villages near the pier a share of the fees.",
            "a share of the fees",
        ),
        ("Peru is discussing whether it may sell the port.", "sell the port"),
        ("Peru outlined how it will sell the port.", "sell the port"),
        ("Peru described how Japan promised it the boats.", "the boats"),
        ("A toll, Peru's minister Ada Berg said, was off the table.", "A toll"),
        ("Peru pledged to cut fees, to mend the pier, and to lend boats.", "mend the pier"),
        ("“We will pay the crews,” said Ada Berg. “Who else?”", "pay the crews"),
    ],
)
def test_what_somebody_weighs_or_explains_is_proposed(text: str, words: str) -> None:
    assert words in [action for action, _ in proposed(text)]


def test_what_a_text_of_a_state_cites_from_another_of_its_texts_binds_the_state() -> None:
    text = "I have signed the attached notice stating that the ban on salt is to remain in force."
    own = propose(analysis(text, "press_release", publisher="The White House"))
    told = {proposal.action.text: proposal.promisors[0].name for proposal in own}
    assert told["remain in force"] == "United States"
    assert "remain in force" not in dict(proposed(text))


def test_it_binds_nobody_where_it_is_a_thing() -> None:
    text = "The money comes from the budget of the town. It will pay for two ferries."
    assert [proposal for proposal in propose(analysis(text)) if "pay" in proposal.action.text] == []
    text = "The airline is in debt. It will pay for two ferries."
    assert [proposal.promisors[0].name for proposal in propose(analysis(text))] == ["airline"]


def test_a_person_does_not_do_what_is_done_to_that_person() -> None:
    text = "Ada Berg promised to come. She was invited to Lima to talk."
    assert [who for act, who in proposed(text) if act.startswith("invited")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chad held talks in Lima. Peru asked for a bridge.", ("a bridge", ("Chad",))),
        ("Peru and Chad held talks in Lima. Chad asked for a bridge.", ("a bridge", ("Peru",))),
        ("Chad thanked Peru for the boats. It asked for fuel.", ("fuel", ("Peru",))),
        ("The union told Peru on Friday that it wants higher fees.", ("higher fees", ("Peru",))),
        ("After meeting Ada Berg, the union asked to see the books.", ("see the books", ("Ada Berg",))),
        ("At talks with Chad, Peru insisted on full payment.", ("full payment", ("Chad",))),
        ("In response to Chad's request for boats, Peru sent two.", ("boats", ("Peru",))),
        ("The union met the mayor and asked for a road.", ("a road", ("mayor",))),
        ("The union wants two seats from the mayor.", ("two seats from the mayor", ("mayor",))),
    ],
)
def test_who_is_asked_without_a_name_is_who_the_asker_deals_with(text: str, expected: Proposed) -> None:
    assert expected in proposed(text)


@pytest.mark.parametrize(
    "text",
    [
        "The union asked for a road.",
        "It rained in Peru. The union asked for a road.",
        "The union told reporters that it wants a road.",
        "The union met the mayors of Peru and Chad and called for a road.",
        "Peru met Chad and Fiji. Peru asked for a road.",
    ],
)
def test_nobody_is_asked_where_no_one_is_told(text: str) -> None:
    assert "a road" not in [action for action, _ in proposed(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad asked Peru for ten tugs. Peru declined.", ("declined", ("Peru",))),
        ("Chad asked Peru and Fiji for tugs, and both refused.", ("refused", ("Peru", "Fiji"))),
        ("Chad invited Peru to the fair. Lima said no.", ("said no", ("Peru",))),
        (
            "Chad asked Peru for a loan. Its minister, Ada Berg, said that was out of the question.",
            ("that was out of the question", ("Ada Berg",)),
        ),
        ("Peru says it does not bargain with pirates.", ("bargain with pirates", ("Peru",))),
        ("Peru says the door is open to Chad.", ("the door is open to Chad", ("Peru",))),
        ("Peru said Chad would not have to pay.", ("have to pay", ("Peru",))),
        ("Peru promised Chad that its bakers would not need to pay.", ("need to pay", ("Peru",))),
    ],
)
def test_who_says_no_or_spares_others_is_bound(text: str, expected: Proposed) -> None:
    assert expected in proposed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose in May. Exports declined.",
        "Peru declined.",
        "Chad asked Peru for ten tugs. Chad declined.",
        "Chad asked Peru for ten tugs. Peru declined by half.",
        "Peru said that was out of the question.",
        "Chad will not have to pay.",
    ],
)
def test_nobody_says_no_to_what_nobody_asked(text: str) -> None:
    said_no = ("declined", "that was out of the question", "have to pay")
    assert [action for action, _ in proposed(text) if action in said_no] == []


def test_what_a_text_orders_of_nobody_its_own_state_is_to_do() -> None:
    ordered = propose(
        analysis("I direct that the flags be lowered.", "press_release", publisher="The White House")
    )
    assert [(found.action.text, found.promisors[0].name) for found in ordered] == [
        ("lowered", "United States")
    ]
    assert proposed("The mayor directed that the flags be lowered.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whom a text or court bars is bound, not the court
        ("A judge barred Peru's government from selling the pier.", ("selling the pier", ("Peru",))),
        ("Peru's constitution forbids selling the forest.", ("selling the forest", ("Peru",))),
        ("The accord between Peru and Chad lifts all fees.", ("lifts all fees", ("Peru", "Chad"))),
    ],
)
def test_a_text_binds_whose_it_is_and_whom_it_names(text: str, expected: Proposed) -> None:
    assert expected in proposed(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Fiji signed a pact. Under it, Peru gets two tugs.", ("gets two tugs", ("Fiji",))),
        ("Peru and Fiji signed a pact. Under it, Peru lends two tugs.", ("lends two tugs", ("Peru",))),
        (
            "Peru and Fiji signed a pact. Under it, 900 sailors get a house.",
            ("get a house", ("Peru", "Fiji")),
        ),
    ],
)
def test_under_it_stands_what_a_deal_lays_down(text: str, expected: Proposed) -> None:
    assert expected in proposed(text)


@pytest.mark.parametrize(
    ("before", "force"),
    [("Norway and Peru signed a pact.", "agreement"), ("A ship passed the bridge.", "plan")],
)
def test_what_is_to_be_done_under_it_is_agreed_where_it_is_a_deal(before: str, force: str) -> None:
    found = propose(analysis(f"{before} Under it, Norway was to send boats."))
    assert [each.qualified.force for each in found if each.action.text == "send boats"] == [force]


def test_where_a_deal_was_made_is_none_of_its_parties() -> None:
    found = proposed("Peru and Chad met in Lisbon. The Lisbon accord entitles the islands to two seats.")
    assert found
    assert not any("Portugal" in who for _, who in found)


def test_a_court_that_keeps_a_thing_from_harm_is_not_bound() -> None:
    assert proposed("A court in Lima barred the pier from being sold.") == []


def test_what_a_budget_requests_is_asked_of_the_legislature() -> None:
    text = "The Budget requests $14 billion for dams."
    found = propose(analysis(text, "press_release", publisher="The White House"))
    assert [(each.promisors[0].name, each.qualified.force) for each in found] == [
        ("United States Congress", "request")
    ]
    assert proposed("The bakers request $14 billion for dams.") == []


def test_a_law_of_which_nothing_tells_whose_it_is_binds_nobody_who_was_named_before() -> None:
    assert proposed("Peru has two chambers. The constitution forbids selling the forest.") == []
    assert proposed("Peru and Chad met. The accord lifts all fees.") == [("lifts all fees", ("Peru", "Chad"))]


@pytest.mark.parametrize("adverb", ["", "firmly "])
def test_who_is_committed_to_an_act_is_bound(adverb: str) -> None:
    found = proposed(f"Peru is {adverb}committed to helping crews mend nets.")
    assert found == [("helping crews mend nets", ("Peru",))]


def test_who_takes_out_a_loan_promises_nothing_by_it() -> None:
    assert proposed("Ada Berg took out the largest grant to finance repairs of her boat.") == []
    assert proposed("Ada Berg gave the largest grant to finance repairs of her boat.") != []
