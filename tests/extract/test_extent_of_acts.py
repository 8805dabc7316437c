"""Where acts end, and the subjects that name them: sentences in, the records' words out."""

from __future__ import annotations

import pytest

from tests.extract.documents import records


def actions(text: str) -> list[str]:
    return [record.action for record in records(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what happens is named by the subject, whoever says so
        ("The company said the fee would take effect in May.", "the fee would take effect in May"),
        ("The envoy said that talks will be held in Lima on Friday.", "talks will be held in Lima on Friday"),
        ("The minister said steps would be taken against smugglers.",
         "steps would be taken against smugglers"),
        # who acts names no act, and the passive of other verbs says what is done
        ("The minister said his government would continue.", "continue"),
        ("The minister said the gifts would be sold in May.", "sold in May"),
    ],
)  # fmt: skip
def test_a_subject_that_names_what_happens_is_part_of_the_act(text: str, expected: str) -> None:
    assert actions(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council will begin testing the new buoys, thereby giving crews a safer channel.",
         "begin testing the new buoys"),
        ("Fiji and Peru have said they will let hundreds of sailors stranded on reefs come home, reversing a "
         "habit of towing their boats away.",
         "let hundreds of sailors stranded on reefs come home"),
        ("The bank will keep funding the bridge – a vital link for the islands.", "keep funding the bridge"),
        ("Ada Berg said: “I will call a new — a guild meeting of all smiths.”",
         "call a new — a guild meeting of all smiths"),
        ("Norway will keep the tolls set out in Order 67, as amended by Order 77, Order 93, and Order 99.",
         "keep the tolls set out in Order 67, as amended by Order 77, Order 93, and Order 99"),
        ("The bank will keep funding three things – a bridge, a pier and a road.",
         "keep funding three things – a bridge, a pier and a road"),
        ("Peru is sending a third tug to Fiji, where floods set off by a heavy storm destroyed moorings "
         "along the northern quay.",
         "sending a third tug to Fiji"),
        ("Peru will send tugs where ice has crushed the moorings.",
         "send tugs where ice has crushed the moorings"),
        ("The two guilds agreed to share the pier after weeks of floods that had wrecked nine boats.",
         "share the pier"),
        ("Peru has asked Fiji to reopen the strait to its boats after checks on nine reefs showed no oil.",
         "reopen the strait to its boats"),
        ("The council will end the ban on nets after the vote.", "end the ban on nets after the vote"),
        ("Norway will force banks to take losses under a rescue agreed in Lima.",
         "force banks to take losses"),
        ("The mayor said the sale would be stopped, according to the envoy.", "stopped"),
        ("Envoys from the islands will attend, as well as Peruvian delegates from the ports.", "attend"),
        ("The agency will print actual fares, not estimates.", "print actual fares, not estimates"),
        ("Peru has refused to step aside since the harbour board said it lost the vote.", "step aside"),
    ],
)  # fmt: skip
def test_what_is_told_beside_an_act_is_no_part_of_it(text: str, expected: str) -> None:
    assert expected in actions(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru has offered cheap berths and work to those who lost their boats.",
         ["cheap berths and work to those who lost their boats"]),
        ("The governor said night patrols would be cut but not ended.", ["cut", "ended"]),
        ("The firm is to shut two yards in the north that were flooded in May and ship their cranes to Peru.",
         ["shut two yards in the north that were flooded in May", "ship their cranes to Peru"]),
        ("The two mayors will discuss how the towns can deepen the port, lower tolls, and train more pilots.",
         ["discuss how the towns can deepen the port, lower tolls, and train more pilots"]),
        ("Fiji has sent a search team, Peru three aircraft, and Norway 150 tons of food.",
         ["sent a search team"]),
        ("Fiji has sent a search team, three aircraft, and 150 tons of food.",
         ["sent a search team, three aircraft, and 150 tons of food"]),
        ("Norway will hasten the sale of three million tickets already printed and print another three "
         "million by the end of 2028.",
         ["hasten the sale of three million tickets already printed",
          "print another three million by the end of 2028"]),
    ],
)  # fmt: skip
def test_and_joins_what_has_one_form(text: str, expected: list[str]) -> None:
    assert actions(text) == expected


def test_a_list_in_a_relative_clause_goes_on_behind_an_act_that_closes_its_own() -> None:
    text = (
        "My council will read petitions and deliver tools that advance safe sailing, mend old quarrels, "
        "strengthen crews, and enhance the standing of all pilots."
    )
    assert actions(text) == ["read petitions", text[text.index("deliver") : -1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji has agreed in principle to lend Peru a tug.",
         "lend Peru a tug"),
        ("The ministry asked Fiji on Monday for tugs to move the wreck.", "tugs to move the wreck"),
        ("Fiji has pledged 300 troops to build clinics in Peru.", "300 troops to build clinics in Peru"),
        ("Fiji promised the islanders to build clinics.", "build clinics"),
        ("The officers have vowed to hand over, by the end of May, any charts of the reef.",
         "hand over, by the end of May, any charts of the reef"),
        ("Fiji will divide the seats according to strength in the council.",
         "divide the seats according to strength in the council"),
        ("Fiji reaffirmed its commitment to ensuring every crew has an equal share of the catch.",
         "ensuring every crew has an equal share of the catch"),
        ("Fiji gave notice on Monday that it was leaving the herring board, a process that takes a year.",
         "leaving the herring board"),
        ("Oslo vowed in a note of intent to halve the toll.", "halve the toll"),
        ("Fiji will work with its ports to ensure that tolls are falling, as well as to move crews to stay.",
         "work with its ports to ensure that tolls are falling, as well as to move crews to stay"),
    ],
)  # fmt: skip
def test_an_act_has_all_that_it_needs_and_nothing_before_it(text: str, expected: str) -> None:
    assert actions(text) == [expected]


def test_who_is_called_on_to_act_is_no_act_wherever_the_infinitive_hangs() -> None:
    text = "We continue to call for Peru’s harbour authorities to release full, clear and detailed fares."
    assert all(record.promisors == ("Peru",) for record in records(text))
    assert actions(text)[0].startswith("release full")


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ('"I would not ask a driver for papers, and I won\'t," the nurse said.', "ask a driver for papers"),
        ("Norland said it will pay in full, and so will others.", "pay in full"),
        ("Norland will not pay us, and frankly, neither will others.", "pay us"),
        (
            "Norland will not lift the ban simply because Wexland does.",
            "lift the ban simply because Wexland does",
        ),
        ("Norland will open the mill by May, two months behind its plan.", "open the mill by May"),
        ("Norland promised to shelter 900 crews, more than any other state.", "shelter 900 crews"),
        ("Norland said it would not raise the fare, having raised it in May.", "raise the fare"),
        (
            'Norland said it would not stop a vote, "although it would be too late".',
            "stop a vote",
        ),
        ("He praised the officers whom Norland undertook to train last year.", "train"),
        ("Norland asked the bureau to check if the fee was paid.", "check if the fee was paid"),
    ],
)
def test_what_echoes_measures_or_recalls_is_no_part_of_an_act(text: str, action: str) -> None:
    assert actions(text) == [action]


def test_what_goes_on_behind_what_is_let_is_an_act_of_its_own() -> None:
    found = records("Norway will let the cooks sail through its strait but will not lend them boats.")
    assert [(record.action, record.promisors) for record in found] == [
        ("let the cooks sail through its strait", ("Norway",)),
        ("lend them boats", ("Norway",)),
    ]
    helps = records("The council will help the cooks mend the oven and will pay them for it.")
    assert {record.promisors for record in helps} == {("council",)}


def test_what_is_let_may_be_two_acts_of_one() -> None:
    assert actions("Norway will let the cooks sail and fish.") == ["let the cooks sail and fish"]
