"""Votes: trees that are walked as they are written, and phrases that are weighed beside each other."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from flows.extract.components.trees import LEAF, Tree, TreeModel
from flows.extract.components.votes import LEAST_LINEAR, VALUES, Vote, chances, values_of, worth_reading

LINEAR, RIVALS = VALUES.index("linear"), VALUES.index("linear of rivals")


def stump(asked: int, most: float, left: float, right: float) -> Tree:
    """A tree of one question."""
    return Tree(
        asked=(asked, LEAF, LEAF), most=(most, 0, 0), left=(1, 0, 0), right=(2, 0, 0), added=(0, left, right)
    )


def vote(linear: float, name: str, read: float | None = 0.5) -> Vote:
    """A vote for a state in the act's words."""
    return Vote(linear, read, "inside", "state", frozenset({name}))


def test_a_tree_goes_left_up_to_its_bound_and_right_above() -> None:
    tree = stump(0, 2.0, -1.0, 1.0)
    assert [tree.of((value,)) for value in (1.9, 2.0, 2.1)] == [-1.0, -1.0, 1.0]


def test_the_trees_of_a_model_add_up_to_log_odds() -> None:
    model = TreeModel(values=("size",), bias=0.5, trees=(stump(0, 0, -0.5, 1), stump(0, 5, 0, 1)))
    assert model.probability((-1.0,)) == pytest.approx(0.5)
    assert model.probability((1.0,)) == pytest.approx(0.8176, abs=1e-4)
    assert model.probability((6.0,)) == pytest.approx(0.9241, abs=1e-4)


@pytest.mark.parametrize(
    "change",
    [{"left": (0, 0, 0)}, {"right": (3, 0, 0)}, {"added": (0, 1)}],
    ids=["leads back to the root", "leads to no node", "a column is short"],
)
def test_a_tree_that_leads_nowhere_is_refused(change: dict[str, tuple[float, ...]]) -> None:
    with pytest.raises(ValidationError):
        Tree.model_validate({**stump(0, 1, 0, 1).model_dump(), **change})


def test_a_model_that_asks_for_an_unknown_number_is_refused() -> None:
    with pytest.raises(ValidationError, match="no name"):
        TreeModel(values=("size",), bias=0, trees=(stump(1, 0, 0, 1),))


def test_a_phrase_is_told_of_its_rivals_and_of_where_else_it_is_named() -> None:
    votes = [vote(0.5, "Peru", 0.9), vote(0.8, "Chile", None), vote(0.2, "Peru", 0.1)]
    first, second, third = (dict(zip(VALUES, values_of(votes, at), strict=True)) for at in range(3))
    assert first["linear"] == 0
    assert first["linear of rivals"] == third["linear of rivals"] == pytest.approx(1.3863)
    assert first["read elsewhere"] == -third["read elsewhere"] == pytest.approx(-2.1972)
    assert (second["unread"], second["read"]) == (1, 0)
    assert second["read of rivals"] == pytest.approx(2.1972)
    assert first["read of rivals"] == third["read of rivals"] == second["read elsewhere"] == -6
    assert {each["phrases"] for each in (first, second, third)} == {3}


def test_a_likely_rival_makes_a_phrase_less_likely() -> None:
    trees = TreeModel(values=VALUES, bias=0, trees=(stump(LINEAR, 0, -1, 1), stump(RIVALS, 1, 1, -2)))
    alone = chances([vote(0.6, "Peru")], trees)
    beside = chances([vote(0.6, "Peru"), vote(0.9, "Chile")], trees)
    assert beside[0] < 0.5 < alone[0]
    assert beside[1] == alone[0]


def test_where_the_linear_model_sees_nobody_nobody_else_is_asked() -> None:
    sure = TreeModel(values=VALUES, bias=9, trees=())
    low = LEAST_LINEAR / 2
    assert chances([vote(low, "Peru"), vote(low, "Chile")], sure) == [0, 0]
    assert min(chances([vote(low, "Peru"), vote(LEAST_LINEAR, "Chile")], sure)) > 0.99
    assert not worth_reading([low, low])
    assert worth_reading([low, LEAST_LINEAR])
