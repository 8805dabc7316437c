"""Wordings with other states in place of those that they name."""

from __future__ import annotations

from flows.extract.reference import load_reference
from flows.extract.wording import Wording
from flows.training.swapping import with_other_states

REFERENCE = load_reference()


def test_a_state_its_people_and_capital_give_way_to_others_of_the_same_sort() -> None:
    wording = Wording("news ; told ; Peru ; modal will", "Peru will ", "feed Chilean guests", " in Lima.", 3)
    (swapped,) = with_other_states([wording], REFERENCE)
    new_state = swapped.about.split(" ; ")[2]
    states = {state.name for state in REFERENCE.states.values()}
    demonyms = {form for state in REFERENCE.states.values() for form in state.demonyms}
    capitals = {form for state in REFERENCE.states.values() for form in state.capitals}
    assert new_state in states - {"Peru"}
    assert swapped.before == f"{new_state} will "
    assert swapped.act.split()[1] in demonyms
    assert swapped.after.strip(" in.") in capitals
    assert (swapped.act.split()[0], swapped.act.split()[2], swapped.first) == ("feed", "guests", 3)


def test_a_wording_that_names_no_state_gives_none_and_the_same_order_gives_the_same() -> None:
    plain = Wording("news ; told ; miners ; pledge vow", "Miners vowed to ", "sing", ".", 0)
    named = Wording("news ; told ; Peru ; pledge vow", "Peru vowed to ", "sing", ".", 0)
    first = list(with_other_states([plain, named, plain, named], REFERENCE))
    assert len(first) == 2
    assert first == list(with_other_states([plain, named, plain, named], REFERENCE))
