"""Acts told without who acts: proposals in, with who is found for them elsewhere."""

from __future__ import annotations

import pytest

from tests.extract.test_proposals import Proposed, proposed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a promise told in a passive is that of who bound itself last
        (
            "Norway will mend the school. The bakers were promised new ovens.",
            ("new ovens", ("Norway",)),
        ),
        ("Norway will mend the school. Each cook has been offered a stove.", ("a stove", ("Norway",))),
        ("Norway will mend the school. A garden is planned for 2027.", ("A garden", ("Norway",))),
        (
            "Peru pledged tents. The stoves promised in May are late.",
            ("The stoves promised in May", ("Peru",)),
        ),
        # but of whoever "by" names, be it behind what is promised
        (
            "Norway will mend the school. The cooks have been promised a raise by Peru.",
            ("a raise by Peru", ("Peru",)),
        ),
        # by what something is done is nobody's name
        ("Ada Berg said that ninety flats would be handed out by lot.", ("handed out by lot", ("Ada Berg",))),
        # a deal is signed by those whom its phrase names, else by who agreed before
        (
            "The truce between Fiji and Peru was signed in May.",
            ("The truce between Fiji and Peru", ("Fiji", "Peru")),
        ),
        (
            "Fiji and Peru agreed on a border. The accord was signed in Lima.",
            ("The accord", ("Fiji", "Peru")),
        ),
        # what somebody receives, others give: who bound itself last, or the parties of the deal
        (
            "Norway will close the harbor. Owners are to receive a new boat.",
            ("receive a new boat", ("Norway",)),
        ),
        (
            "Under an accord between Norway and Fiji, bakers are to receive new ovens.",
            ("receive new ovens", ("Norway", "Fiji")),
        ),
        (
            "Norway and Peru have ended a quarrel. Under the accord, Peru is to receive half of the catch.",
            ("receive half of the catch", ("Norway",)),
        ),
        (
            "Chad and Fiji signed an accord. Peru praised it. Under the accord, the pier will be rebuilt.",
            ("rebuilt", ("Chad", "Fiji")),
        ),
    ],
)
def test_who_acts_is_found_where_the_clause_names_nobody(text: str, expected: Proposed) -> None:
    assert expected in proposed(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bakers were promised new ovens.", "new ovens"),  # nobody acted before
        # nobody promises to itself, and none is whoever tells of a promise to them
        ("Norway will mend the school. Norway was promised new ovens.", "new ovens"),
        ("Norway will mend the school. Norway is to receive new ovens.", "receive new ovens"),
        # those who are only described may be anybody
        ("The cooks will march. The bakers were promised new ovens.", "new ovens"),
        # who does something binds itself to nothing
        ("Norway is mending a pier. The bakers were promised new ovens.", "new ovens"),
        # who gets what is promised is no act, nor is an event that is scheduled
        ("Norway will mend the school. The bakers were promised new ovens.", "The bakers"),
        ("Norway will mend the school. A vote is planned for 2027.", "A vote"),
        # one party alone signs no deal
        ("Norway will mend the school. The accord was signed in Lima.", "The accord"),
        # who is told of beside what others promised did not promise it
        ("Norway will leave the club over the stoves promised in May.", "the stoves promised in May"),
        # a verb that the parse takes for a participle has its own act
        (
            "Norway will wait. The crew, who had a map, offered to sail.",
            "The crew, who had a map, offered to sail",
        ),
    ],
)
def test_nobody_acts_who_receives_or_is_only_told_of(text: str, words: str) -> None:
    assert words not in [action for action, _ in proposed(text)]
