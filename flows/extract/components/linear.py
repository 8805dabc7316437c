"""A multinomial logistic regression over named binary features, evaluated with numpy."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from flows.extract.lexicon import LexiconModel


class LinearModel(LexiconModel):
    """A weight for every known feature and class; a feature that it does not know counts nothing."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]

    def probabilities(self, features: list[str]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """The probability of each class, in the order of ``classes``; they add up to 1."""
        rows, matrix = self._rows
        known = [0, *filter(None, map(rows.get, features))]  # none of them is the bias, row 0
        scores = np.add.reduce(matrix.take(known, axis=0), axis=0)
        powers = np.exp(scores - max(scores.tolist()))
        return np.asarray(powers / np.add.reduce(powers))

    def by_class(self, features: list[str]) -> dict[str, float]:
        """The same probabilities by class."""
        return dict(zip(self.classes, self.probabilities(features).tolist(), strict=True))

    @cached_property
    def _rows(self) -> tuple[dict[str, int], np.ndarray[tuple[int, int], np.dtype[np.float64]]]:
        """The row of every feature in a matrix of weights whose first row is the bias."""
        rows = {feature: row for row, feature in enumerate(self.weights, start=1)}
        return rows, np.array([self.bias, *self.weights.values()]).reshape(len(rows) + 1, len(self.classes))
