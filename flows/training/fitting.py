"""Fitting: weighted rows of named binary features become a ``LinearModel``, always the same one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from flows.extract.components.linear import LinearModel

FEWEST_ROWS = 2  # a feature of a single row tells of that row alone
MOST_STEPS = 3000
WEIGHT_DECIMALS, BIAS_DECIMALS = 3, 4
SMALLEST_WEIGHT = 0.01  # a feature none of whose weights reaches this is left out


class Row(NamedTuple):
    """One thing to learn: its features, what it is, and how much it counts."""

    features: tuple[str, ...]
    label: str
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
