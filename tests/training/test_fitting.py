"""Fitting trees: they learn what two numbers say together, and the same rows give the same trees."""

from __future__ import annotations

import pytest

from flows.training.fitting import NumberRow, fit_trees

NAMES = ("height", "width")


def rows() -> list[NumberRow]:
    """A grid of which those are so that are high or wide, but not both."""
    sides = range(10)
    return [NumberRow((high, wide), (high > 4) != (wide > 6), 1.0) for high in sides for wide in sides]


def test_trees_learn_what_no_sum_of_the_numbers_says() -> None:
    model = fit_trees(rows(), NAMES)
    assert model.values == NAMES
    likely = {(row.values): model.probability(row.values) for row in rows()}
    assert all((likely[row.values] > 0.5) is row.label for row in rows())
    assert likely[2, 8] > 0.9 > 0.1 > likely[8, 8]


def test_the_same_rows_give_the_same_trees() -> None:
    assert fit_trees(rows(), NAMES) == fit_trees(rows(), NAMES)


def test_what_weighs_more_is_likelier() -> None:
    heavier = [row._replace(weight=9.0) if row.label else row for row in rows()]
    assert fit_trees(heavier, NAMES).bias > fit_trees(rows(), NAMES).bias


def test_rows_of_one_label_teach_nothing() -> None:
    with pytest.raises(ValueError, match="class"):
        fit_trees([row for row in rows() if row.label], NAMES)
