"""Where acts begin and end behind words that only lead to them: proposals in, spans out."""

from __future__ import annotations

import pytest

from tests.extract.test_proposals import proposed


@pytest.mark.parametrize(
    ("text", "expected", "wrong"),
    [
        ("Peru will not hesitate to close the port.", "close the port", "hesitate to close the port"),
        ("Peru will refuse to close the port.", "close the port", "refuse to close the port"),
        ("Peru will refuse the gift.", "refuse the gift", "the gift"),
        ("Peru withdrew an offer to host the fair.", "host the fair", "withdrew an offer to host the fair"),
        ("Peru dropped plans to buy ten tugs.", "buy ten tugs", "dropped plans to buy ten tugs"),
        (
            "Ada Berg announced that bakers plan to sue the mayor.",
            "sue the mayor",
            "bakers plan to sue the mayor",
        ),
        ("Ada Berg warned that her men would fight on.", "fight on", "her men would fight on"),
        ("Ada Berg promised that the pier would stay.", "the pier would stay", "stay"),
        (
            "Fiji promised that its cranes would lift the wreck.",
            "lift the wreck",
            "its cranes would lift the wreck",
        ),
        ("Fiji promised that its bell would toll.", "its bell would toll", "toll"),
        (
            "Peru has promised gear worth $3 million, to be sent once the port opens.",
            "gear worth $3 million",
            "sent once the port opens",
        ),
        ("Peru set out the terms on which it would sell the pier.", "sell the pier", "the terms"),
        (
            "Peru has threatened more than once to close the port.",
            "close the port",
            "more than once to close the port",
        ),
        ("Ada Berg promised beds at ten clinics.", "beds at ten clinics", "beds"),
        ("Ada Berg promised beds at a summit.", "beds", "beds at a summit"),
        ("The operator guarantees a ferry every two hours.", "a ferry every two hours", "a ferry"),
        (
            "Peru announced a no-fishing zone off its coast.",
            "a no-fishing zone off its coast",
            "zone off its coast",
        ),
        (
            "Peru will leave the talks despite protests in Lima.",
            "leave the talks",
            "leave the talks despite protests in Lima",
        ),
        (
            "Peru said it will close two ports following four days of storms.",
            "close two ports",
            "close two ports following four days of storms",
        ),
        (
            "Ada Berg said she will step down, after weeks of quarrels over the pier.",
            "step down",
            "step down, after weeks of quarrels over the pier",
        ),
        (
            "Fiji asked Peru to send divers after the collapse of a dam.",
            "send divers",
            "send divers after the collapse of a dam",
        ),
        (
            "Peru will help towns that were cut off after the collapse of a dam.",
            "help towns that were cut off after the collapse of a dam",
            "help towns that were cut off",
        ),
        (
            "Peru will free ten divers under a pact reached in May.",
            "free ten divers",
            "free ten divers under a pact reached in May",
        ),
        (
            "Peru will send 400 divers to Fiji, its biggest such mission since 1990.",
            "send 400 divers to Fiji",
            "send 400 divers to Fiji, its biggest such mission since 1990",
        ),
        (
            "Fiji said it will allow visits by Norwegian monitors, a key demand of the mayor.",
            "allow visits by Norwegian monitors",
            "allow visits by Norwegian monitors, a key demand of the mayor",
        ),
        (
            "Peru will send a report to the mayor that includes:",
            "send a report to the mayor",
            "send a report to the mayor that includes",
        ),
        (
            "Peru has promised to mend such piers, including, for example:",
            "mend such piers",
            "mend such piers, including, for example",
        ),
        (
            "Peru and Fiji agreed to a pact to open the port, settle old quarrels, and pay the crews.",
            "a pact to open the port, settle old quarrels, and pay the crews",
            "a pact to open the port",
        ),
        (
            "Peru will keep working on a deal that frees the crews, opens the port, and ends the war.",
            "keep working on a deal that frees the crews, opens the port, and ends the war",
            "keep working on a deal that frees the crews",
        ),
        (
            "Peru is committed to the safety of the crews, the peace of the port, and their right to sail.",
            "the safety of the crews, the peace of the port, and their right to sail",
            "the safety of the crews",
        ),
        (
            "Peru has agreed to invest $5 million in Fiji to mend and widen its quays, as well as to further "
            "open its own port to Fijian boats, all while paying a 3% toll.",
            "invest $5 million in Fiji to mend and widen its quays",
            "invest $5 million in Fiji to mend and widen its quays, as well",
        ),
        ("Ada Berg announced the truce Tuesday in Lima.", "the truce", "the truce Tuesday in Lima"),
        (
            "Ada Berg announced the closure of the port on Monday.",
            "the closure of the port",
            "the closure of the port on Monday",
        ),
    ],
)
def test_an_act_has_its_own_words(text: str, expected: str, wrong: str) -> None:
    actions = [action for action, _ in proposed(text)]
    assert expected in actions
    assert wrong not in actions


@pytest.mark.parametrize(
    ("text", "expected", "missing"),
    [
        # what a clause tells of others goes on behind "and"
        (
            "Peru plans to fund crews so that they can train divers and sell herring in May.",
            "fund crews so that they can train divers and sell herring in May",
            "fund crews so that they can train divers",
        ),
        (
            "Peru is committed to helping crews mend nets and sell herring.",
            "helping crews mend nets and sell herring",
            "helping crews mend nets",
        ),
        (
            "Peru shall list the piers of which a guild is the owner and repair the rest.",
            "repair the rest",
            "list the piers of which a guild is the owner and repair the rest",
        ),
        (
            "Peru is committed to doing all it can to reopen the port.",
            "doing all it can to reopen the port",
            "doing all it can",
        ),
        ("Peru shall name the mills that:", "name the mills", "name the mills that"),
    ],
)
def test_what_and_joins_belongs_to_the_verb_of_its_form(text: str, expected: str, missing: str) -> None:
    actions = [action for action, _ in proposed(text)]
    assert expected in actions
    assert missing not in actions


def test_a_list_behind_to_goes_on_where_the_parse_hangs_it_on_the_verb() -> None:
    text = "Peru recommits to helping prevent floods, lending those who fled tents, and mending dams in May."
    actions = [action for action, _ in proposed(text)]
    assert actions[:1] == ["helping prevent floods"]
    assert {"lending those who fled tents", "mending dams in May"} <= set(actions)


def test_a_further_act_is_of_who_does_the_first() -> None:
    text = "Peru shall list the piers of which a guild is the owner and repair the rest."
    assert ("repair the rest", ("Peru",)) in proposed(text)


def test_steps_that_somebody_is_told_to_take_are_theirs() -> None:
    text = "Norway ordered Peru to take steps to reopen the mills and refund the fees."
    assert all(who == ("Peru",) for _, who in proposed(text))
