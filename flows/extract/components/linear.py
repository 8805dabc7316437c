"""A multinomial logistic regression over named binary features, evaluated with numpy."""

from __future__ import annotations

import numpy as np

from flows.extract.lexicon import LexiconModel


class LinearModel(LexiconModel):
    """A weight for every known feature and class; a feature that it does not know counts nothing."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]

    def probabilities(self, features: list[str]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """The probability of each class, in the order of ``classes``; they add up to 1."""
        known = [self.weights[feature] for feature in features if feature in self.weights]
        scores = np.array([self.bias, *known]).sum(axis=0)
        powers = np.exp(scores - scores.max())
        return np.asarray(powers / powers.sum())
