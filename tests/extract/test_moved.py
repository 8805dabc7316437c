"""Things that are moved and people who are sent: proposals in, with who is bound by what is told of them."""

from __future__ import annotations

import pytest

from tests.extract.test_proposals import Proposed, proposed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # things do nothing of themselves: who tells of them is bound, or whose they are
        ("Ada Berg said that thirty tents would follow in May.", ("follow in May", ("Ada Berg",))),
        ("Norway said the lorries will cross on Monday.", ("cross on Monday", ("Norway",))),
        # also where who tells of them has no name
        ("A palace spokesman said the lorries would cross.", ("cross", ("palace spokesman",))),
        ("Norway's tugs are to tow the wreck.", ("tow the wreck", ("Norway",))),
        # people who are sent act for who tells of them, unless words tell them apart
        ("Ada Berg said that 200 soldiers would stay in Lima.", ("stay in Lima", ("Ada Berg",))),
        ("Ada Berg said that the officers would stay in Lima.", ("stay in Lima", ("officers",))),
        ("Ada Berg said that 200 Peruvian soldiers would stay.", ("stay", ("Peru",))),
        ("Ada Berg said that ten bakers would stay in Lima.", ("stay in Lima", ("ten bakers",))),
        ("Ada Berg said that the 60 soldiers would stay.", ("stay", ("Ada Berg",))),
        ("Ada Berg said that the first ten bakers would stay in Lima.", ("stay in Lima", ("Ada Berg",))),
        ("Ada Berg said that ten bakers sang and that others would stay.", ("stay", ("Ada Berg",))),
        ("Ada Berg said a retired judge would chair the talks.", ("chair the talks", ("Ada Berg",))),
        # ships and trains go where who tells of them has them go
        ("Ada Berg said the trains would carry the tents.", ("carry the tents", ("Ada Berg",))),
        ("Ada Berg said that two white ships would come.", ("come", ("Ada Berg",))),
        # people who are tried are brought there by who tells of it, and courts are for that one to call on
        (
            "Ada Berg said ten men would appear in court on Friday.",
            ("appear in court on Friday", ("Ada Berg",)),
        ),
        (
            "Ada Berg said the men would be tried by a harbour court.",
            ("tried by a harbour court", ("Ada Berg",)),
        ),
        ("Ada Berg said the bakers would appear in a play.", ("appear in a play", ("bakers",))),
        # what is done to people, or what they may do by leave, binds who tells of it
        (
            "Norway said that the bakers will be able to sell bread in Lima.",
            ("be able to sell bread in Lima", ("Norway",)),
        ),
        ("Norway said that the boats would have safe passage.", ("have safe passage", ("Norway",))),
        (
            "Ada Berg said the rebels would serve their sentences in Fiji.",
            ("serve their sentences in Fiji", ("Ada Berg",)),
        ),
        (
            "Ada Berg said that the bakers would be reached by radio broadcasts.",
            ("reached by radio broadcasts", ("Ada Berg",)),
        ),
        # what people will have, lose, see or pay at most is for who tells of it to see to
        ("Norway said every household would have a tent.", ("have a tent", ("Norway",))),
        (
            "Norway said that those who sail would have their papers stamped.",
            ("have their papers stamped", ("Norway",)),
        ),
        ("Norway said that pupils would pay no more than $2.", ("pay no more than $2", ("Norway",))),
        ("The guild is to lose its licence, Ada Berg said.", ("lose its licence", ("Ada Berg",))),
        ("Bakers will see their rents fall, Ada Berg said.", ("see their rents fall", ("Ada Berg",))),
        (
            "Norway will mend the port. Under the contract Peru gets a discount of 20 percent this year.",
            ("gets a discount of 20 percent this year", ("Norway",)),
        ),
        # what people are subject to is laid down by others
        ("Norway said that the bakers will be subject to a fee.", ("be subject to a fee", ("Norway",))),
        # where people will be and what none will do is the word of who tells it, unless it is their own
        ("Ada Berg said that sixty men would be on the pier.", ("be on the pier", ("Ada Berg",))),
        ("Ada Berg said no pupil would walk to school.", ("walk to school", ("Ada Berg",))),
        ("Ada Berg said that the bakers would pay no more.", ("pay no more", ("Ada Berg",))),
        ("Ada Berg said the crew would have a meeting.", ("have a meeting", ("crew",))),
        ("Ada Berg said that Peru would pay no more than $2.", ("pay no more than $2", ("Peru",))),
        (
            "Under an accord between Norway and Fiji, bakers may sell bread in Lima.",
            ("sell bread in Lima", ("Norway", "Fiji")),
        ),
    ],
)
def test_who_moves_or_lets_others_act_is_bound(text: str, expected: Proposed) -> None:
    assert expected in proposed(text)


@pytest.mark.parametrize(
    "text",
    [
        # nobody tells of the tents, or whose they are
        "Thirty tents will follow in May.",
        # who wants something done to people, or to itself, does not do it
        "Ada Berg wants the prisoners freed.",
        "Peru wants to be paid for its tugs.",
        "The bakers want the ovens to be sold.",
        # who asks is not asked
        "Peru will mend the pier. It asked that the tugs be left behind.",
        # what takes place is held by no analyst
        "Analysts plan a survey. The vote will be held in May.",
        "The rebels are to stand trial in Fiji.",
        "Ada Berg said that the repairs would take until May.",
        "We send our love and prayers to her children.",
    ],
)
def test_what_is_done_to_somebody_is_no_act_of_theirs(text: str) -> None:
    words = ("follow", "freed", "paid", "sold", "left", "held", "stand", "take", "send")
    assert not [action for action, _ in proposed(text) if action.startswith(words)]
