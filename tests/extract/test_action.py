"""Actions: the verbatim words from the acting verb or noun to the end of its complements."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flows.extract.components.action import action_span, without_copula
from tests.extract.parsing import parsed, sentence


def action(text: str, head: str) -> str:
    """The action that the word ``head``, where it stands first, heads."""
    return action_span(next(token for token in sentence(text) if token.text == head)).text


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Norland will send ten boats to Sudland.", "send", "send ten boats to Sudland"),
        ("Norland vowed to send Sudland ten boats.", "send", "send Sudland ten boats"),
        ("There are pilots to whom it promised free passage.", "passage", "free passage"),
        ("Norland will send boats and ammunition.", "send", "send boats and ammunition"),
        ("Norland will repair the bridge that the flood broke.", "repair",
         "repair the bridge that the flood broke"),
        ("Norland will try to free the pilots.", "try", "try to free the pilots"),
        # a verb before the act that is coordinated with another one before it cuts nothing off
        ("To deepen the port and to repair its piers, Norland will begin to publish figures.", "begin",
         "begin to publish figures"),
        ("Norland will not close the port, the envoy said.", "close", "close the port"),
        ("Norland will, the envoy said, close the port.", "close", "close the port"),
        ("Norland will equip the drivers and train the guards.", "equip", "equip the drivers"),
        # a participle describes what is coordinated, and is no second verb
        ("Norland must free all crews and detained pilots.", "free", "free all crews and detained pilots"),
        ("Norland will equip the drivers and train the guards.", "train", "train the guards"),
        ("Norland will adopt and implement the standard.", "adopt", "adopt and implement the standard"),
        ("Norland will send ten boats, and Sudland will send rice.", "send", "send ten boats"),
        ("Norland will retaliate.", "retaliate", "retaliate"),
        ("We will continue to fund schools and build roads.", "continue", "continue to fund schools"),
        ("We will keep working with and helping the islanders.", "keep",
         "keep working with and helping the islanders"),
        ("They agreed to re-open the bridge.", "re-open", "re-open the bridge"),
        # two verbs with one object below the act, of which the parse hangs the second on the act
        ("Norland will move two million crowns to programs that support and strengthen the harbour towns.",
         "move", "move two million crowns to programs that support and strengthen the harbour towns"),
        # what is coordinated below a verb of aspect shares an object there
        ("Norland will continue to trade with and lend money to the islanders.", "continue",
         "continue to trade with and lend money to the islanders"),
        # a purpose behind a comma is no other act of a list
        ("We will continue to take steps, as necessary, to protect our herders from drought, to mend the "
         "wells and widen the roads.", "continue",
         "continue to take steps, as necessary, to protect our herders from drought, to mend the wells and "
         "widen the roads"),
        # what is coordinated with a purpose or a clause in the act is no other act
        ("This joint council will use both harbour and customs inspection powers to lower tolls and widen "
         "choice.", "use", "use both harbour and customs inspection powers to lower tolls and widen choice"),
        ("I call upon all Norlanders, schools, firms and clubs to join in walks that raise awareness and "
         "help protect the coast.", "join", "join in walks that raise awareness and help protect the coast"),
        # so with what a noun in the act is for, in the same form
        ("Norland will double its efforts to refill the reservoir and prepare for another drought.", "double",
         "double its efforts to refill the reservoir and prepare for another drought"),
        ("Sudland is dedicated to guarding the bay through patrols to deter thieves and sharing its charts.",
         "guarding", "guarding the bay through patrols to deter thieves"),
        # what only leads to a list is no part of it
        ("Norland will take further steps to:", "take", "take further steps"),
        ("Norland will back local answers to our needs, including:", "back",
         "back local answers to our needs"),
        # what tells why, concedes or sums the act up is no part of it
        ("Norland will close four of its nine posts in the hills because of the cold.", "close",
         "close four of its nine posts in the hills"),
        ("Norland will continue to feed those hurt by the floods as 900 families have lost their homes.",
         "continue", "continue to feed those hurt by the floods"),
        ("Norland said it will not tow the wreck this year, a move likely to please the fishers.", "tow",
         "tow the wreck this year"),
        ("Norland must mend its piers, something it has failed to do since March.", "mend", "mend its piers"),
        ("Norland will provide patrols, at Sudland's request.", "provide", "provide patrols"),
        ("Norland must keep the clinics open, in spite of a strike that began in May.", "keep",
         "keep the clinics open"),
        ("Norland will send two ships, despite protests by its unions.", "send", "send two ships"),
        ("The bank wants Norland to devalue the crown, a step that Ms. Berg has ruled out.", "devalue",
         "devalue the crown"),
        ("It would meet for the first time in the spring, though the town remains to be chosen.", "meet",
         "meet for the first time in the spring"),
        # what the act is taken for, what led to it, what is left out and what others do
        ("Norland will sell its ferries to a Sudland yard, in what the unions call a fire sale.", "sell",
         "sell its ferries to a Sudland yard"),
        ("Norland has agreed to lease Sudland the old pier, in a deal that its press welcomed.", "lease",
         "lease Sudland the old pier"),
        ("Norland promised to spend the toll on buoys, in an effort to win over its pilots.", "spend",
         "spend the toll on buoys"),
        ("The towns are to run the ferries by 2031, under a bill passed in May.", "run",
         "run the ferries by 2031"),
        ("Norland would take no more wrecks, after riots at the yard.", "take", "take no more wrecks"),
        ("Norland said it would cut its fleet by a wide margin, without naming a figure.", "cut",
         "cut its fleet by a wide margin"),
        ("They will ask for the text to be sent to the court for a review first, which could take two years.",
         "ask", "ask for the text to be sent to the court for a review first"),
        ("Norland will dig a canal from the lake to the sea, paid for by its neighbours.", "dig",
         "dig a canal from the lake to the sea"),
        ("Norland suggested that pilots attend as guests, an idea that Sudland waved aside.", "attend",
         "attend as guests"),
        ("Norland will run the port on its own, as had been planned from the start.", "run",
         "run the port on its own"),
        ("Norland will close its ports to all Sudland ships – further squeezing Sudland.", "close",
         "close its ports to all Sudland ships"),
        ("Norland will lend the town a ferry, provided that donors pay its crew.", "lend",
         "lend the town a ferry"),
        # verbs below the act that share an object or a preposition
        ("We will stop their fleet by finding and sinking the boats they hide.", "stop",
         "stop their fleet by finding and sinking the boats they hide"),
        ("Norland will work together to detect and counter Sudland's smuggling rings.", "work",
         "work together to detect and counter Sudland's smuggling rings"),
        # a coordinated verb in the past, and one that is denied on its own
        ("He said that he will go back to the harbour, and told the crew that he may sell.", "go",
         "go back to the harbour"),
        ("Norland may take “further steps”, a phrase that its lawyers are still weighing.", "take",
         "take “further steps”"),
        ("The mayor wanted to ask voters whether the port should be sold, which her foes saw as a trick.",
         "ask", "ask voters whether the port should be sold"),
        # what has an adverb behind it shares no object
        ("The council will meet regularly and set rules for the port.", "meet", "meet regularly"),
        # verbs that share the object behind the second, whatever stands in front
        ("At the first chance, the council will consult with and report on the towns.", "consult",
         "consult with and report on the towns"),
        # words that only lead on
        ("Norland will mend the dykes in order to:", "mend", "mend the dykes"),
        ('The boycott would begin next Tuesday at noon "if the owners are still deaf".', "begin",
         "begin next Tuesday at noon"),
        # the verb that says what is done
        ("Norland is not going to expel the envoy.", "going", "expel the envoy"),
        ("The minister says she will have to close nine clinics.", "have", "close nine clinics"),
        ("Norland is going to have to close nine clinics.", "going", "close nine clinics"),
        ("Mr. Berg said his first task would be to win a pact.", "be", "win a pact"),
        # a coordinated verb with an auxiliary of its own
        ("The keeper says Norland will appeal and is not leaving.", "appeal", "appeal"),
        # a list of which the parse hangs the rest elsewhere, and what is no such list
        ("Today, President Berg announced her intent to nominate Olav Dahl for Under Secretary of Ports for "
         "Pilots & Harbours, Karin R. Moe for Under Secretary of Ports (Lights), and Nils Lund for Under "
         "Secretary of Ports for Ferries & Canals.", "nominate",
         "nominate Olav Dahl for Under Secretary of Ports for Pilots & Harbours, Karin R. Moe for Under "
         "Secretary of Ports (Lights), and Nils Lund for Under Secretary of Ports for Ferries & Canals"),
        ("Norland will send boats to Sudland, a state of reefs, and Sudland will send rice, salt, and oil.",
         "send", "send boats to Sudland"),
        ("Norland will continue the work of mending dykes, teaching the law, and insisting on fines for who "
         "burns reeds.", "continue", "continue the work of mending dykes, teaching the law, and insisting on "
         "fines for who burns reeds"),
        # a clause that closes the sentence, also where white space follows
        ("The towns would not go along, saying the plan left them with all the debts.\n", "go", "go along"),
        # phrases and verbs below the act that stand side by side
        ("The firms commit to sharing tide data across the fleet and with schools.", "sharing",
         "sharing tide data across the fleet and with schools"),
        ("The council will pay for tutors to help them enter into and persist through the course.", "pay",
         "pay for tutors to help them enter into and persist through the course"),
        ("Norland would consider closing the port should the firm be sold.", "consider",
         "consider closing the port"),
    ],
)  # fmt: skip
def test_the_action_of_a_verb_runs_to_the_end_of_its_complements(text: str, head: str, expected: str) -> None:
    assert action(text, head) == expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Norland announced a grant for farmers.", "grant", "a grant for farmers"),
        ("The treaty provides for an exchange of prisoners.", "exchange", "an exchange of prisoners"),
        ("Norland pledged 18 boats and 40 lorries.", "boats", "18 boats and 40 lorries"),
        (
            "Norland offered spare buoys from its yards to the Sudland navy.",
            "buoys",
            "spare buoys from its yards to the Sudland navy",
        ),
        ("Norland offered aid with ferries and piers.", "aid", "aid with ferries and piers"),
        (
            "The premier ordered crown aid to supplement local rescue efforts.",
            "efforts",
            "crown aid to supplement local rescue efforts",
        ),
        # for whom and what for, which the parse hangs on the verb
        (
            "Tired envoys approved a fund early on Sunday to help poor towns rebuild.",
            "fund",
            "a fund early on Sunday to help poor towns rebuild",
        ),
        (
            "We opened the port, confirmed our dedication to the safety of Sudland, and left.",
            "dedication",
            "our dedication to the safety of Sudland",
        ),
        (
            "Two days ago, I announced a donation of sonar equipment to protect our ports from storms.",
            "donation",
            "a donation of sonar equipment to protect our ports from storms",
        ),
    ],
)
def test_the_action_of_a_noun_is_its_phrase(text: str, head: str, expected: str) -> None:
    assert action(text, head) == expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        # on what the act depends, and remarks behind it
        ("Norland will lend Sudland a ferry if the harbour reopens.", "lend", "lend Sudland a ferry"),
        ("Norland will lend Sudland a ferry because the harbour froze.", "lend", "lend Sudland a ferry"),
        ("Norland will keep the road closed until the ice has melted.", "keep", "keep the road closed"),
        ("Norland will buy the old mill, which burned in May.", "buy", "buy the old mill"),
        ("Norland will buy a mill, hoping to create jobs.", "buy", "buy a mill"),
        ("Norland will sail on Sunday, since the rains have cut the road.", "sail", "sail on Sunday"),
        # what else is said
        ("They say the toll will be kept but that refunds to mills will be capped.", "kept", "kept"),
        ("Norland said that it would lend boats and that life in the port was calm.", "lend", "lend boats"),
        ("Norland will open a school to train nurses.", "open", "open a school to train nurses"),
        ("Norland will buy the mill that burned in May.", "buy", "buy the mill that burned in May"),
        # who says it, inside the words
        ("Norland will, Anna Berg told reporters, lend Sudland a ferry.", "lend", "lend Sudland a ferry"),
        ("Norland will lend Sudland a ferry, according to the mayor.", "lend", "lend Sudland a ferry"),
        ("Norland will lend Sudland two ferries, the bank forecast.", "lend", "lend Sudland two ferries"),
        ("Norland will support efforts to rebuild the piers, recognizing different local needs.", "support",
         "support efforts to rebuild the piers"),
        ("Norland will help Sudland, with other neighbours sharing the cost.", "help", "help Sudland"),
        # quotation marks keep their partners
        ("“Norland will lend Sudland a ferry,” the mayor said.", "lend", "lend Sudland a ferry"),
        ('The mayor said, "Norland will lend Sudland a ferry"', "lend", "lend Sudland a ferry"),
        ("Norland will offer what it calls a “fair deal.”", "offer", "offer what it calls a “fair deal.”"),
        ("Norland will offer a “fair deal” to farmers.", "offer", "offer a “fair deal” to farmers"),
        # a condition of what stands before it, which the parse puts on top
        ("But we are fully prepared to defend Malta and support Malta, and there will be consequences should "
         "Libya make that reckless choice.", "make", "make that reckless choice"),
        # objects that the parse hangs on the verb
        ("Norland will discuss the drought, and the fate of the herders.", "discuss",
         "discuss the drought, and the fate of the herders"),
    ],
)  # fmt: skip
def test_conditions_remarks_and_lone_marks_are_no_part_of_an_action(
    text: str, head: str, expected: str
) -> None:
    assert action(text, head) == expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("There will be no talks with Sudland.", "be", "no talks with Sudland"),
        ("There will be ferries for all.", "be", "ferries for all"),
        ('There will be "no easy terms" for Sudland.', "be", '"no easy terms" for Sudland'),
        ("Norland will be a friend of Sudland.", "be", "be a friend of Sudland"),
    ],
)
def test_what_there_will_be_is_the_act(text: str, head: str, expected: str) -> None:
    verb = next(token for token in sentence(text) if token.text == head)
    assert without_copula(action_span(verb), verb).text == expected


PIECES = ["Norland", "will", "send", "boats", ",", "and", "to", "“", "”", ".", "the", "envoy", "said", "-"]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14))
@example(["and", "-", "and", "and", "“", "will", "Norland"])
def test_an_action_holds_its_head_inside_its_sentence_and_ends_without_a_comma(words: list[str]) -> None:
    doc = parsed(" ".join(words))
    for token in doc:
        if token.is_alpha:
            span = action_span(token)
            assert token.sent.start <= span.start <= token.i < span.end <= token.sent.end
            assert span[-1].text not in {",", ".", "-"} or len(span) == 1
