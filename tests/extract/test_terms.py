"""What a text does by its own words: its terms in, whom they bind out."""

from __future__ import annotations

import pytest

from tests.extract.documents import records
from tests.extract.test_proposals import Proposed

SIGNED = "Fiji and Peru signed a peace accord in Lima. "


def bound(text: str, force: str = "obligation") -> list[Proposed]:
    """The words and promisors of the records of one force in a report."""
    return [(found.action, found.promisors) for found in records(text) if found.force == force]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "it" and "the document" go on with the text that was named before
        (SIGNED + "It grants the miners a pardon.", "grants the miners a pardon"),
        (SIGNED + "The document forbids raids on the pass.", "forbids raids on the pass"),
        # what others may do by it
        (SIGNED + "It allows Chilean crews to fish there.", "allows Chilean crews to fish there"),
        # what is to be done by it
        (
            SIGNED + "The accord provides for 300 miners to be moved to camps.",
            "300 miners to be moved to camps",
        ),
    ],
)
def test_the_terms_of_a_text_bind_whose_it_is(text: str, expected: str) -> None:
    assert bound(text) == [(expected, ("Fiji", "Peru"))]


@pytest.mark.parametrize("words", ["Under its terms", "By its terms", "By the terms of the accord"])
def test_a_party_does_what_the_terms_of_a_deal_tell(words: str) -> None:
    told = bound(SIGNED + f"{words} Peru opens two passes.", "agreement")
    assert ("opens two passes", ("Peru",)) in told


@pytest.mark.parametrize(
    ("text", "promisors"),
    [
        ("A communiqué issued in Lima by Fiji and Peru ended the row. It lifts all fees.", ("Fiji", "Peru")),
        ("The order was signed by the Fijian government. It halts all payments.", ("Fiji",)),
    ],
)
def test_a_text_is_of_who_makes_it_in_its_sentence(text: str, promisors: tuple[str, ...]) -> None:
    assert [found for _, found in bound(text)] == [promisors]


@pytest.mark.parametrize(
    "text",
    [
        "Fiji met Peru. It grants a pardon to miners every year.",  # no text
        "Fiji hailed the accord. The premier slept. It bans nets.",  # another thing between
        "Chilean laws allow crews to fish at night.",  # how things stand
        "Bakers met in Lima. The order was signed by its head on Monday. It halts all payments.",
        "The order restates the promise of Fiji to lend boats.",  # the promise is the act
    ],
)
def test_what_no_text_does_is_no_term(text: str) -> None:
    assert bound(text) == []


def test_what_is_done_after_a_deal_is_done_by_its_parties() -> None:
    text = "Fiji's army and the Reef Front ended the war with a treaty signed in Lima. "
    text += "Revenue from shells is to be split evenly."
    assert bound(text, "plan") == [("split evenly", ("Fiji", "Reef Front"))]


def test_what_a_state_alone_can_change_it_changes() -> None:
    assert bound("Norway's bakers struck on Monday. The curfew is to be lifted at dawn.", "plan") == [
        ("lifted at dawn", ("Norway",))
    ]
    assert bound("Norway's bakers struck on Monday. The ovens are to be lit at dawn.", "plan") == []


@pytest.mark.parametrize(
    ("text", "force", "certainty"),
    [
        ("The accord calls for the miners to leave two passes.", "obligation", "certain"),
        (SIGNED + "It calls for the miners to leave two passes.", "obligation", "certain"),
        ("The plan calls for the miners to leave two passes.", "plan", "probable"),
        (
            "The mayor of Lima showed her plan. It calls for the miners to leave two passes.",
            "plan",
            "probable",
        ),
    ],
)
def test_a_text_that_calls_for_somebody_to_act_asks_nobody(text: str, force: str, certainty: str) -> None:
    record = records(text)[-1]
    assert (record.force, record.certainty, record.promisors) == (force, certainty, ("miners",))
    assert (record.action, record.requested_by) == ("leave two passes", ())


@pytest.mark.parametrize(
    ("text", "asker"),
    [
        ("Peru wrote about the treaty. It calls for Fiji to leave two passes.", ("Peru",)),
        ("Peru calls for Fiji to leave two passes.", ("Peru",)),
        ("The report calls for Fiji to leave two passes.", ()),
        ("The accord calls on Fiji to leave two passes.", ()),
    ],
)
def test_who_or_what_only_asks_lays_nothing_down(text: str, asker: tuple[str, ...]) -> None:
    (record,) = records(text)
    assert (record.force, record.promisors, record.requested_by) == ("request", ("Fiji",), asker)
