"""Wordings with other words of like meaning in place of some."""

from __future__ import annotations

import pytest
from spacy.vocab import Vocab
from thinc.api import NumpyOps

from flows.extract.wording import Wording
from flows.training import rewording
from flows.training.rewording import neighbours_in, with_other_words

VECTORS = {
    "bridge": (1.0, 0.1, 0.0),
    "viaduct": (1.0, 0.2, 0.0),
    "tunnels": (0.9, 0.2, 0.1),
    "soldiers": (0.0, 1.0, 0.1),
    "troopers": (0.0, 1.0, 0.2),
    "against": (0.0, 0.0, 1.0),
}


@pytest.fixture
def vocabulary() -> Vocab:
    vocabulary = Vocab()
    for word, vector in VECTORS.items():
        vocabulary.set_vector(word, NumpyOps().asarray1f(vector))
    vocabulary["against"].is_stop = True
    return vocabulary


def wording(act: str) -> Wording:
    return Wording("news ; told ; Peru ; modal will", "Peru will ", act, ".", 2)


def test_neighbours_mean_the_same_and_end_alike_where_some_do(vocabulary: Vocab) -> None:
    seen = [wording(" ".join((*VECTORS, "unheard")))] * rewording.LEAST_SEEN
    neighbours = neighbours_in(seen, vocabulary)
    assert neighbours["soldiers"] == ["troopers"]
    assert neighbours["bridge"] == ["viaduct", "tunnels"]
    assert neighbours["tunnels"] == ["viaduct", "bridge"]
    assert "against" not in neighbours
    assert "unheard" not in neighbours


def test_rare_words_have_no_neighbours(vocabulary: Vocab) -> None:
    assert neighbours_in([wording("bridge viaduct")] * (rewording.LEAST_SEEN - 1), vocabulary) == {}


def test_only_words_with_neighbours_change_and_the_rest_of_a_wording_stays() -> None:
    act = "paint a bridge of Peru " * 40
    (changed,) = with_other_words([wording(act)], {"bridge": ["viaduct"], "peru": ["chile"]}, 1)
    assert changed.act.replace("viaduct", "bridge") == act
    assert 0 < changed.act.count("viaduct") < 40
    assert (changed.about, changed.before, changed.after, changed.first) == (
        "news ; told ; Peru ; modal will",
        "Peru will ",
        ".",
        2,
    )


def test_each_is_given_so_many_times_and_the_same_order_gives_the_same() -> None:
    wordings = [wording("paint a bridge " * 9), wording("sing")]
    neighbours = {"bridge": ["viaduct", "tunnels"]}
    first = list(with_other_words(wordings, neighbours, 3))
    assert len(first) == 6
    assert first == list(with_other_words(wordings, neighbours, 3))
    assert len(set(first[:3])) > 1
