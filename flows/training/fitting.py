"""Fitting: weighted rows become a model, always the same one.

Rows of named binary features become a ``LinearModel``, rows of numbers a ``TreeModel``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from flows.extract.components.linear import LinearModel
from flows.extract.components.trees import LEAF, Tree, TreeModel

FEWEST_ROWS = 2  # a feature of a single row tells of that row alone
MOST_STEPS = 3000
WEIGHT_DECIMALS, BIAS_DECIMALS = 3, 4
SMALLEST_WEIGHT = 0.01  # a feature none of whose weights reaches this is left out
TREES, LEAVES, SLOWNESS = 80, 8, 0.1
FEWEST_IN_A_LEAF = 60  # rows, or a twentieth of all where that is less
TREE_DECIMALS = 5


class Row(NamedTuple):
    """One thing to learn: its features, what it is, and how much it counts."""

    features: tuple[str, ...]
    label: str
    weight: float


class NumberRow(NamedTuple):
    """One thing to learn by numbers: whether it is so, and how much it counts."""

    values: tuple[float, ...]
    label: bool
    weight: float


def fit(rows: Iterable[Row], strength: float) -> LinearModel:
    """Fit a multinomial logistic regression, its weights rounded.

    ``strength`` is scikit-learn's C: the smaller, the nearer the weights stay to zero. Raises
    ValueError where the rows have fewer than two labels.
    """
    given = list(rows)
    labels = {row.label for row in given}
    if len(labels) < 2:
        raise ValueError(f"{len(given)} rows with the labels {sorted(labels)}: nothing to tell apart")
    counts = Counter(feature for row in given for feature in row.features)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(
        [{feature: 1 for feature in row.features if counts[feature] >= FEWEST_ROWS} for row in given]
    )
    regression = LogisticRegression(C=strength, max_iter=MOST_STEPS)
    regression.fit(matrix, [row.label for row in given], sample_weight=[row.weight for row in given])
    return _linear(vectorizer, regression)


def _linear(vectorizer: DictVectorizer, regression: LogisticRegression) -> LinearModel:
    columns, bias = regression.coef_, regression.intercept_
    if len(columns) == 1:  # of two classes scikit-learn keeps the second's lead over the first
        columns = np.vstack([-columns / 2, columns / 2])
        bias = np.concatenate([-bias / 2, bias / 2])
    names = vectorizer.get_feature_names_out()
    return LinearModel(
        classes=tuple(str(name) for name in regression.classes_),
        bias=tuple(round(float(value), BIAS_DECIMALS) for value in bias),
        weights={
            str(name): tuple(round(float(value), WEIGHT_DECIMALS) for value in weights)
            for name, weights in zip(names, columns.T, strict=True)
            if np.abs(weights).max() >= SMALLEST_WEIGHT
        },
    )


def fit_trees(rows: Iterable[NumberRow], names: Sequence[str]) -> TreeModel:
    """Fit boosted trees by scikit-learn, their numbers rounded; ``names`` are those of the rows' values.

    Raises ValueError where the rows are all of one label.
    """
    given = list(rows)
    boosting = GradientBoostingClassifier(
        n_estimators=TREES,
        max_leaf_nodes=LEAVES,
        max_depth=None,
        min_samples_leaf=max(1, min(FEWEST_IN_A_LEAF, len(given) // 20)),
        learning_rate=SLOWNESS,
        random_state=0,
    )
    weights = [row.weight for row in given]
    boosting.fit([row.values for row in given], [row.label for row in given], sample_weight=weights)
    share = float(boosting.init_.class_prior_[1])
    return TreeModel(
        values=tuple(names),
        bias=round(float(np.log(share / (1 - share))), TREE_DECIMALS),
        trees=tuple(_tree(tree.tree_) for tree in boosting.estimators_[:, 0]),
    )


def _tree(fitted: Any) -> Tree:
    """A tree of scikit-learn, whose leaves have no way to the left."""
    leaves = fitted.children_left < 0
    return Tree(
        asked=tuple(int(asked) for asked in np.where(leaves, LEAF, fitted.feature)),
        most=_rounded(np.where(leaves, 0, fitted.threshold)),
        left=tuple(int(node) for node in np.where(leaves, 0, fitted.children_left)),
        right=tuple(int(node) for node in np.where(leaves, 0, fitted.children_right)),
        added=_rounded(np.where(leaves, SLOWNESS * fitted.value[:, 0, 0], 0)),
    )


def _rounded(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(round(float(value), TREE_DECIMALS) for value in values)
