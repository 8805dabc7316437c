"""Measures: a text that tells what one includes, does, costs or rules out in, whom that binds out."""

from __future__ import annotations

import pytest

from flows.extract.proposals import propose
from models.vocabulary import Genre
from tests.extract.documents import analysis

OWN = "We will mend the ferries. The Harbour Party stands by us.\n"


def acts(text: str, genre: Genre | None = "press_release") -> list[tuple[str, tuple[str, ...]]]:
    """The proposals of a text's last line as action and promisors."""
    found = analysis(text, genre, publisher="Harbour Party" if genre == "press_release" else None)
    last = text.rindex("\n") + 1
    return [
        (proposal.action.text, tuple(party.name for party in proposal.promisors))
        for proposal in propose(found)
        if proposal.action.start_char >= last
    ]


def of_rule(text: str, rule: str, genre: Genre | None = "press_release") -> list[str]:
    """The actions of a text's last line that one rule proposes."""
    found = analysis(text, genre, publisher="Harbour Party")
    last = text.rindex("\n") + 1
    return [
        proposal.action.text
        for proposal in propose(found)
        if proposal.candidate.rule_id == rule and proposal.action.start_char >= last
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("This includes hiring forty more pilots.", ["hiring forty more pilots"]),
        (
            "These steps will include setting up depots, renewing fares and raising the pay of crews.",
            ["setting up depots", "renewing fares", "raising the pay of crews"],
        ),
        ("The work will involve, for the first time, moving the crane.", ["moving the crane"]),
    ],
)
def test_what_a_measure_includes_is_an_act_of_whose_text_it_is(sentence: str, expected: list[str]) -> None:
    assert of_rule(OWN + sentence, "bullet.verb") == expected
    assert of_rule(OWN + sentence, "bullet.verb", "news") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The work will not include moving the crane.",
        "Our achievements include opening two piers.",
        "The captain's duties will include checking the engine.",
        "The island's sports include sailing and diving.",
    ],
)
def test_what_is_left_out_done_or_usual_is_no_act(sentence: str) -> None:
    assert of_rule(OWN + sentence, "bullet.verb") == []


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        ("Norway will open a quay review.", "The review will report by May 2024.", "report by May 2024"),
        ("Norway will ban plastic nets.", "The ban will apply from 1 May 2024.", "apply from 1 May 2024"),
        (
            "Norway will set up a fare scheme.",
            "The scheme will be available to crews.",
            "be available to crews",
        ),
        ("Norway will spend $4 million on piers.", "This will go towards a crane.", "go towards a crane"),
    ],
)
@pytest.mark.parametrize("genre", ["news", None])
def test_who_set_a_measure_up_has_it_carried_out(
    before: str, sentence: str, expected: str, genre: Genre | None
) -> None:
    assert acts(f"{before}\n{sentence}", genre) == [(expected, ("Norway",))]


def test_it_goes_on_with_the_measure_of_the_sentence_before() -> None:
    text = "Norway will open a quay review.\nThe review will look at fares.\nIt will also report on pay."
    assert acts(text, "news") == [("report on pay", ("Norway",))]


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("Norway will open a fare scheme.", "The scheme will create jobs."),
        ("Norway will open a fare scheme.", "A scheme will start in May."),
        ("Norway will open a fare scheme.", "The harvest will start in May."),
        ("Norway will not open a fare scheme.", "The scheme will be open to crews."),
        ("Norway will spend $4 million on piers.", "This will create jobs."),
        ("A quay review opened.", "The review will report by May 2024."),
    ],
)
def test_effects_other_things_and_measures_of_nobody_bind_nobody(before: str, sentence: str) -> None:
    assert acts(f"{before}\n{sentence}", "news") == []


def test_an_unlabelled_text_that_says_we_has_its_measures_carried_out() -> None:
    own = "The Harbour Party will mend the ferries, and we will hire pilots.\n"
    assert acts(own + "The discount will remain for pensioners.", None) == [
        ("remain for pensioners", ("Harbour Party",))
    ]
    assert acts(own + "The discount will create jobs.", None) == []


@pytest.mark.parametrize("genre", ["news", None])
def test_who_governs_rules_out_what_will_not_be_under_them(genre: Genre | None) -> None:
    text = "It rained.\nUnder a Harbour Party government, there will be no cuts to the ferries."
    assert acts(text, genre) == [("be no cuts to the ferries", ("Harbour Party",))]
    assert acts("It rained.\nUnder the timetable there will be no ferries on Sunday.", genre) == []
    assert acts("It rained.\nUnder the Harbour Party there will be long queues.", genre) == []


def test_nobody_rules_out_what_only_follows() -> None:
    own = "The Harbour Party will mend the ferries, and we will hire pilots.\n"
    assert acts(own + "There will be no cuts to the ferries.", None) == [
        ("be no cuts to the ferries", ("Harbour Party",))
    ]
    assert acts(own + "There will be no harm to the ferries.", None) == []


def test_an_unlabelled_text_that_says_we_gives_what_others_will_receive() -> None:
    own = (
        "The Harbour Party will mend the ferries, and we will hire pilots. It rained. It snowed. It froze.\n"
    )
    assert acts(own + "These islands will receive extra coal.", None) == [
        ("receive extra coal", ("Harbour Party",))
    ]


def test_a_text_is_not_by_the_plan_that_acts_in_it() -> None:
    text = (
        "The Quay Renewal Package will lift wages. The Quay Renewal Package will cut waste. "
        "The Harbour Party will mend the ferries, and we will hire pilots.\n"
        "The discount will remain for crews."
    )
    assert acts(text, None) == [("remain for crews", ("Harbour Party",))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("And an extra $9 million for schools on Mull.", "an extra $9 million for schools on Mull"),
        ("$3 million in aid so that piers are safe.", "$3 million in aid so that piers are safe"),
        ("Another $5 million to mend the pier.", "Another $5 million to mend the pier"),
    ],
)
def test_a_sum_without_a_verb_adds_to_what_was_promised(sentence: str, expected: str) -> None:
    promised = OWN + "We will give crews $20 million. "
    assert of_rule(promised + sentence, "bullet.noun") == [expected]
    assert of_rule(promised + sentence, "bullet.noun", "news") == []
    assert of_rule(OWN + "The rain fell on the piers. " + sentence, "bullet.noun") == []


@pytest.mark.parametrize(
    "sentence",
    ["$6 billion of debt.", "$40 million thrown away by the council.", "$4 million for piers was lost."],
)
def test_a_sum_that_is_owed_lost_or_told_of_adds_nothing(sentence: str) -> None:
    assert of_rule(OWN + "We will give crews $20 million. " + sentence, "bullet.noun") == []
