"""Acts that the parse hangs elsewhere than on the words that commit to them."""

from __future__ import annotations

import pytest

from flows.extract.components.cues import find_candidates
from flows.extract.proposals import propose
from tests.extract.documents import analysis
from tests.extract.parsing import sentence


def acts(text: str) -> list[str]:
    """The words of each proposal in a report."""
    return [proposal.action.text for proposal in propose(analysis(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norland shall sit in Lima in May, adopt its rules and present its accounts.",
            ["sit in Lima in May", "adopt its rules", "present its accounts"],
        ),
        (
            "Peru said it would build ten schools, put up signs and never again sell the mill.",
            ["build ten schools", "put up signs", "sell the mill"],
        ),
        (
            "Fiji said it would keep the tax below two percent, leave bread alone and sell a mill.",
            ["keep the tax below two percent", "leave bread alone", "sell a mill"],
        ),
        # with a modal of its own
        (
            'The council will rehire all 40 bakers "without loss of pay", will pay half of the fees withheld '
            "since May 3, and will mend the pier.",
            [
                'rehire all 40 bakers "without loss of pay"',
                "pay half of the fees withheld since May 3",
                "mend the pier",
            ],
        ),
    ],
)
def test_a_bare_verb_goes_on_with_the_modal_before_it(text: str, expected: list[str]) -> None:
    assert acts(text) == expected


def test_a_past_tense_behind_a_modal_is_no_act_to_come() -> None:
    assert acts("Norland will host the fair and closed its mill.") == ["host the fair"]


def test_or_denies_each_verb_of_a_list() -> None:
    found = propose(analysis("Norland will not sell the mill, lend it to Peru or pawn it."))
    assert [proposal.qualified.polarity for proposal in found] == ["negative"] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Berg promised the envoy of Peru in May to visit Lima.", ["visit Lima"]),
        ("The bakers committed themselves to bake again in spring.", ["bake again in spring"]),
        ("Peru promised the mayor a boat, and not to raise the toll.", ["a boat", "raise the toll"]),
        ("Peru agreed to a truce and to meet again in May.", ["a truce", "meet again in May"]),
        ("The firm says it is to cut 300 jobs.", ["cut 300 jobs"]),
        ("The sailors have refused for four days to put to sea.", ["put to sea"]),
        ("Fiji offered in addition to equip a school.", ["equip a school"]),
        ("Peru is due in Lima on Monday to sign the pact.", ["sign the pact"]),
        ("The treaty obliges mills in Fiji to take its coins.", ["take its coins"]),
        # what for something is promised is no act beside it, nor is it one to which "it" points
        ("Peru promised a loan in May to rebuild the port.", ["a loan in May to rebuild the port"]),
        ("It is to the credit of Peru that it pays.", []),
        ("Peru knows how hard it is to pay.", []),
        ("Peru offered no bread in May to feed Fiji.", []),
        ("Peru has refused for years, and the bakers met to sail.", []),
    ],
)
def test_an_infinitive_may_stand_apart_from_its_verb(text: str, expected: list[str]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru lays out its plan to invest in mills and bakers, build roads, and feed its towns.",
            ["invest in mills and bakers", "build roads", "feed its towns"],
        ),
        # what the same party has done besides is no part of the list
        ("Peru kept its promise to guard the ports, and built piers.", ["guard the ports"]),
    ],
)
def test_a_verb_goes_on_with_a_list_from_which_the_parse_cuts_it(text: str, expected: list[str]) -> None:
    assert acts(text) == expected


def test_a_gerund_goes_on_with_a_list_from_which_the_parse_cuts_it() -> None:
    text = "Peru has been committed to working with mills to cut waste and dust, and improving bread."
    found = find_candidates(sentence(text))
    assert [candidate.act.text for candidate in found] == ["working", "improving"]
