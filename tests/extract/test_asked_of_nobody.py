"""Requests that name nobody: who is asked, as far as the text lets one tell."""

from __future__ import annotations

import pytest

from tests.extract.documents import records
from tests.extract.test_proposals import proposed

Asked = tuple[str, tuple[str, ...], tuple[str, ...]]


def asked(text: str) -> list[Asked]:
    """What each request of a report asks for, of whom, and who asks."""
    return [
        (found.action, found.promisors, found.requested_by)
        for found in records(text)
        if found.force == "request"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whoever answers in the next sentence
        (
            "Chad asked for seeds. Peru offered ten sacks of maize.",
            [("seeds", ("Peru",), ("Chad",))],
        ),
        # the employer of those who ask for more pay
        (
            "Bread is dear. The bakers' union is asking for a rise of 9 per cent. The employers met in Lima.",
            [("a rise of 9 per cent", ("employers",), ("bakers' union",))],
        ),
        # whom the same asker asked just before
        (
            "Norway urged Peru to reopen the canal. It also called for the release of two divers.",
            [
                ("reopen the canal", ("Peru",), ("Norway",)),
                ("the release of two divers", ("Peru",), ("Norway",)),
            ],
        ),
        # the state in which people ask that something be done
        (
            "Norwegian herders have asked that the pass be cleared.",
            [("cleared", ("Norway",), ("Norwegian herders",))],
        ),
        (
            "Norwegian brewers want a cut in the levy.",
            [("a cut in the levy", ("Norway",), ("Norwegian brewers",))],
        ),
        # whose word is wanted, or whose money
        (
            "Norway demanded guarantees that Peru would pay.",
            [("guarantees that Peru would pay", ("Peru",), ("Norway",))],
        ),
        (
            "Chad demanded easier terms for a loan of ten million dollars from the World Bank.",
            [
                (
                    "easier terms for a loan of ten million dollars from the World Bank",
                    ("World Bank",),
                    ("Chad",),
                )
            ],
        ),
        # who is called somewhere
        ("Norway called the Peruvian envoy to a meeting.", [("a meeting", ("Peru",), ("Norway",))]),
        # whom the parse puts behind a particle
        (
            "On Reef Day, I call on all Fijians to ensure that they can swim.",
            [("ensure that they can swim", ("Fiji",), ())],
        ),
    ],
)
def test_who_is_asked_may_be_told_elsewhere(text: str, expected: list[Asked]) -> None:
    assert asked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chad asked for seeds. Peru lost a match.",
        "Chad asked for seeds. A Peruvian envoy declined to comment.",
        "The bakers' union asked for a new flag. The employers met in Lima.",
        "Norway urged Peru to reopen the canal. Chad called for calm.",
        "Norway called the Peruvian envoy to order.",
    ],
)
def test_a_request_of_nobody_stays_out_where_nothing_tells(text: str) -> None:
    assert [found for found in asked(text) if "canal" not in found[0]] == []


def test_who_acts_in_spite_of_what_is_asked_was_asked() -> None:
    text = "Norway ended talks without opening the mill, despite calls from Peru for more flour."
    assert ("more flour", ("Norway",)) in proposed(text)


def test_who_tells_that_they_were_asked_did_not_ask() -> None:
    assert asked("Peru said that it had been asked to lend two boats.") == [("lend two boats", ("Peru",), ())]


def test_aid_that_is_ordered_is_told_nothing() -> None:
    text = "Norway's premier ordered state aid to rebuild the pier."
    assert asked(text) == []
    assert [(found.action, found.force) for found in records(text)] == [
        ("state aid to rebuild the pier", "pledge")
    ]
    assert asked("Norway's premier ordered the guild to rebuild the pier.")


def test_no_day_and_no_stretch_of_time_is_asked_or_asked_for() -> None:
    text = "Peru's union asked last May for a year's delay. The Fijian board turned that down."
    found = [(record.action, record.force) for record in records(text)]
    assert found == [("a year's delay", "request"), ("turned that down", "refusal")]


@pytest.mark.parametrize(
    ("asker", "name"),
    [
        ("The Reef Forum, a fishers' group,", "Reef Forum"),
        ("Amnesty International, a London-based rights group,", "Amnesty International"),
    ],
)
def test_who_is_described_before_calling_on_others_asks(asker: str, name: str) -> None:
    (record,) = records(f"{asker} called on Fiji to open the reef.")
    assert (record.promisors, record.requested_by, record.speaker) == (("Fiji",), (name,), name)


@pytest.mark.parametrize("act", ["do what the firms had promised", "do what the firms had promised to do"])
def test_who_promised_what_others_are_asked_to_do_does_not_ask(act: str) -> None:
    (record,) = records(f"The mayor, Ana Sol, said the crews were being asked to {act}.")
    assert (record.promisors, record.requested_by, record.speaker) == (("crews",), ("Ana Sol",), "Ana Sol")


@pytest.mark.parametrize("thing", ["the vote to be put off", "them to be put off", "the pact to be signed"])
def test_who_expects_that_something_is_done_asks_nobody(thing: str) -> None:
    assert asked(f"Most votes are due in May, but Norway expects {thing}.") == []


def test_who_expects_somebody_to_act_asks_them() -> None:
    assert asked("Norway expects Peru to pay its debts.") == [("pay its debts", ("Peru",), ("Norway",))]
