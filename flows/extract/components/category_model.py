"""The linear model of categories, and what it and the encoder say together.

Its weights (``weights/category.json.gz``) are made by ``flows/training/train_category.py``; their card is
``weights/category.md``.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray
from pydantic import model_validator

from flows.extract.lexicon import LexiconModel
from models.vocabulary import CATEGORIES, Category

WEIGHTS_FILE = Path(__file__).parent.parent / "weights" / "category.json.gz"

# Below this probability of the likeliest category the sentence is read too, and this is the reading's share
# of the geometric mean of both; chosen on a fifth of the documents, from which neither learned (the card).
ASKED_BELOW = 0.7
READ_SHARE = 0.4
LEAST = 1e-6  # probability that counts as none

Ask = Callable[[], NDArray[np.float64]]  # gives the probability of each of CATEGORIES, as the encoder reads


class CategoryWeights(LexiconModel):
    """A multinomial logistic regression: a weight for every known feature and class."""

    classes: tuple[Category, ...]
    bias: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]

    @model_validator(mode="after")
    def _one_weight_a_class(self) -> Self:
        if any(len(row) != len(self.classes) for row in (self.bias, *self.weights.values())):
            raise ValueError("the bias and every feature need one weight a class")
        return self


@dataclass(frozen=True)
class Model:
    """The weights as a matrix: ``rows`` gives a feature's row, columns are in the order of ``classes``."""

    classes: tuple[Category, ...]
    bias: np.ndarray[tuple[int], np.dtype[np.float64]]
    rows: dict[str, int]
    matrix: np.ndarray[tuple[int, int], np.dtype[np.float64]]

    def probabilities(self, features: dict[str, float]) -> NDArray[np.float64]:
        """The probability of each class of an act with these features, together 1."""
        rows = self.rows
        numbers = [rows[name] for name in features if name in rows]
        values = [value for name, value in features.items() if name in rows]
        scores = self.bias
        if numbers:
            scores = scores + np.array(values) @ self.matrix.take(numbers, axis=0)
        shares: NDArray[np.float64] = np.exp(scores - scores.max())
        return shares / shares.sum()


@lru_cache(maxsize=1)
def category_model(path: Path = WEIGHTS_FILE) -> Model:
    """The model; raises OSError or ValueError where the file is missing or breaks its contract."""
    weights = CategoryWeights.model_validate(json.loads(gzip.decompress(path.read_bytes())))
    rows = {name: row for row, name in enumerate(weights.weights)}
    matrix = np.array(list(weights.weights.values())).reshape(len(rows), len(weights.classes))
    return Model(weights.classes, np.array(weights.bias), rows, matrix)


def likeliest(features: dict[str, float], ask: Ask, ask_in_text: Ask | None) -> Category:
    """The likeliest category of an act with these features.

    ``ask`` lets the encoder read the act's sentence, where the linear model is in doubt. Where both together
    find no matter, ``ask_in_text`` lets it read the text before the sentence too; None where that is not to
    tell.
    """
    model = category_model()
    linear = model.probabilities(features)
    if linear.max() >= ASKED_BELOW:
        return model.classes[int(np.argmax(linear))]
    category = _together(linear, ask())
    if category == "other" and ask_in_text is not None:
        return _together(linear, ask_in_text())
    return category


def _together(linear: NDArray[np.float64], reading: NDArray[np.float64]) -> Category:
    """What the linear model, whose classes have an order of their own, and a reading find likeliest."""
    classes = category_model().classes
    read_as = dict(zip(CATEGORIES, reading.tolist(), strict=True))
    read = np.array([read_as[category] for category in classes])
    odds = (1 - READ_SHARE) * np.log(linear + LEAST) + READ_SHARE * np.log(read + LEAST)
    return classes[int(np.argmax(odds))]
