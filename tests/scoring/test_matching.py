"""Which prediction is which gold record."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.scoring import pair_records
from tests.scoring.sample import FERRY, FERRY_DOCUMENT, gold_record, said


@dataclass(frozen=True)
class Said:
    """A sentence and an action, which is all that pairing reads."""

    sentence: str
    action: str


BOTH = "Kestria will send ferries to the islands and repair the quay before winter."


def paired(gold: list[Said], predicted: list[Said]) -> list[tuple[int, int]]:
    return sorted(pair_records(gold, predicted))


def test_the_same_act_of_the_same_sentence_is_a_pair() -> None:
    assert paired([Said(BOTH, "repair the quay")], [Said(BOTH, "repair the quay before winter")]) == [(0, 0)]


def test_a_gold_record_pairs_with_a_record_of_the_models() -> None:
    assert pair_records([gold_record()], [said(FERRY_DOCUMENT, FERRY, "lend Norhaven")]) == [(0, 0)]


def test_two_acts_of_one_sentence_stay_apart() -> None:
    gold = [Said(BOTH, "send ferries to the islands"), Said(BOTH, "repair the quay")]
    assert paired(gold, [Said(BOTH, "repair the quay"), Said(BOTH, "send ferries")]) == [(0, 1), (1, 0)]


def test_a_record_pairs_once_and_with_the_most_alike() -> None:
    gold = [Said(BOTH, "send ferries"), Said(BOTH, "send ferries to the islands")]
    assert paired(gold, [Said(BOTH, "send ferries to the islands")]) == [(1, 0)]


def test_among_equals_the_earlier_come_first() -> None:
    twice = [Said(BOTH, "send ferries"), Said(BOTH, "send ferries")]
    assert pair_records(twice, twice[:1]) == [(0, 0)]
    assert pair_records(twice, twice) == [(0, 0), (1, 1)]


@pytest.mark.parametrize(
    ("action", "pairs"),
    [
        ("send boats, doctors, food and tents", [(0, 0)]),  # the same head, and a quarter of the words
        ("sends boats, doctors, food, tents and ferries", [(0, 0)]),  # the same head in another form
        ("lend boats, doctors, food, tents and ferries", []),
        ("send boats, doctors, food, tents, blankets, stoves, fuel, coal, wood, bread and salt", []),
        ("lend ferries", [(0, 0)]),  # half of the words, another head
        ("lend ferries and buses and trams", []),
    ],
)
def test_a_shared_head_needs_less_of_the_rest(action: str, pairs: list[tuple[int, int]]) -> None:
    assert paired([Said(BOTH, "send ferries")], [Said(BOTH, action)]) == pairs


@pytest.mark.parametrize(
    "sentence",
    [
        "Kestria will send ferries to the islands",
        "“" + BOTH + "” he said.",
        BOTH.replace("before winter", "this autumn"),
    ],
)
def test_sentences_cut_or_worded_a_little_differently_are_the_same(sentence: str) -> None:
    assert paired([Said(BOTH, "send ferries")], [Said(sentence, "send ferries")]) == [(0, 0)]


@pytest.mark.parametrize("sentence", ["The market opens at six in the morning.", "…", ""])
def test_another_sentence_or_none_is_no_pair(sentence: str) -> None:
    assert paired([Said(BOTH, "send ferries")], [Said(sentence, "send ferries")]) == []


def test_actions_without_content_words_do_not_match() -> None:
    assert paired([Said(BOTH, "to the")], [Said(BOTH, "to the")]) == []


ACTIONS = st.lists(
    st.sampled_from(["send", "repair", "ferries", "quay", "islands", "winter"]), min_size=1, max_size=5
).map(" ".join)
RECORDS = st.lists(st.builds(Said, st.just(BOTH), ACTIONS), max_size=6)


@given(RECORDS, RECORDS)
def test_pairing_is_one_to_one_and_leaves_no_match_unpaired(gold: list[Said], predicted: list[Said]) -> None:
    pairs = pair_records(gold, predicted)
    rows, columns = {i for i, _ in pairs}, {j for _, j in pairs}
    assert len(rows) == len(columns) == len(pairs)
    for i in set(range(len(gold))) - rows:
        for j in set(range(len(predicted))) - columns:
            assert pair_records([gold[i]], [predicted[j]]) == []


@given(RECORDS)
def test_records_pair_with_themselves_completely(records: list[Said]) -> None:
    assert len(pair_records(records, records)) == len(records)
