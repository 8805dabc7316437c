"""Fit the weights of ``flows/link/comparison.py`` on annotated pairs of records.

    python -m flows.training.train_linking PAIRS

PAIRS is JSON Lines, a pair a line: ``one`` and ``other`` with the fields of ``LinkRecord``, ``same``, whether
they are one commitment, and ``pool``, the name of a part of the corpus that shares no commitment with others;
``measure_linking --pairs`` writes such a file from labels and a book.
Prints how well pairs are told apart by cross-validation over pools, and writes the weights. Pairs that
linking rules out before it weighs anything teach nothing, but count in the figures. The weights stay near
those that the file holds (``--near``), so that few pairs refine what many taught before, and some
(``--hold``) just as they are: of what a rule asks for and few pairs tell. Nothing is drawn at random: the
same pairs and weights give the same bytes.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score

from flows.link.comparison import features_of
from flows.link.lexicon import LEXICON_FOLDER, Weights
from flows.link.membership import Membership, load_membership
from flows.link.subject import subjects_of
from models.base import Contract
from models.ledger import LinkRecord

PULL = 15.0  # how strongly weights are held where they were, by the square of what a feature varies
LEAST_SPREAD = 0.05  # a feature that hardly varies is held too
MOST_STEPS = 50
ENOUGH = 1e-8  # a change of the weights below it ends the fit
WEIGHT_DECIMALS = 2
SHOWN_THRESHOLDS = (0.4, 0.5, 0.6, 0.7)
THRESHOLDS = ("join", "share")  # set by hand, not fitted
NAMES = tuple(name for name in Weights.model_fields if name not in {"intercept", *THRESHOLDS})

type Vector = NDArray[np.float64]


class AnnotatedPair(Contract):
    """Two records, whether they are one commitment, and the pool that they were drawn from."""

    one: LinkRecord
    other: LinkRecord
    same: bool
    pool: str


class Start(NamedTuple):
    """Where a fit begins: the intercept and the weights of ``NAMES``, and the features whose weights stay."""

    weights: Vector
    held: frozenset[str] = frozenset()


def main(given: Sequence[str] | None = None) -> None:
    """Read the pairs, print the figures, write the weights.

    Raises OSError where the file can't be read, ValueError where a line breaks its contract.
    """
    arguments = _arguments(given)
    pairs = read_pairs(arguments.pairs)
    rows = feature_rows(pairs, load_membership())
    before = Start(held_weights(arguments.near), frozenset(arguments.hold))
    scores = cross_validated(pairs, rows, before)
    print("\n".join(figures(pairs, scores)))
    weights = fitted(pairs, rows, before) | {"join": arguments.join, "share": arguments.share}
    arguments.out.write_text(as_toml(weights, arguments.card), encoding="utf-8")


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path)
    for name in ("--near", "--out"):
        parser.add_argument(name, type=Path, default=LEXICON_FOLDER / "weights.toml", metavar="FILE")
    parser.add_argument("--hold", nargs="*", default=(), choices=NAMES, metavar="FEATURE")
    parser.add_argument("--card", default="", help="what the pairs are, for the head of the file")
    parser.add_argument("--join", type=float, default=0.5, metavar="PROBABILITY")
    parser.add_argument("--share", type=float, default=0.5, metavar="PROBABILITY")
    return parser.parse_args(given)


def read_pairs(file: Path) -> list[AnnotatedPair]:
    """The pairs of a file. Raises OSError, or ValueError with the line's number."""
    pairs = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            pairs.append(AnnotatedPair.model_validate_json(line))
        except ValueError as error:
            raise ValueError(f"{file}:{number}: {error}") from error
    return pairs


def feature_rows(pairs: Iterable[AnnotatedPair], membership: Membership) -> list[Vector | None]:
    """The features of each pair in the order of ``NAMES``; None where linking rules it out."""
    return [_row(pair, membership) for pair in pairs]


def _row(pair: AnnotatedPair, membership: Membership) -> Vector | None:
    (one,), (other,) = (subjects_of([record], membership) for record in (pair.one, pair.other))
    features = features_of(one, other)
    return None if features is None else np.array([features[name] for name in NAMES])


def held_weights(file: Path) -> Vector:
    """The intercept and weights of a file, in the order of ``NAMES``; raises OSError or ValueError."""
    weights = Weights.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    return np.array([getattr(weights, name) for name in ("intercept", *NAMES)])


def cross_validated(pairs: Sequence[AnnotatedPair], rows: Sequence[Vector | None], before: Start) -> Vector:
    """The probability of each pair by weights fitted on the other pools; 0 where it is ruled out."""
    scores = np.zeros(len(pairs))
    for pool in sorted({pair.pool for pair in pairs}):
        learnt = [place for place, pair in enumerate(pairs) if pair.pool != pool]
        weights = _fit([pairs[place] for place in learnt], [rows[place] for place in learnt], before)
        for place, row in enumerate(rows):
            if pairs[place].pool == pool and row is not None:
                scores[place] = _probabilities(np.array([1.0, *row]), weights)
    return scores


def _fit(pairs: Sequence[AnnotatedPair], rows: Sequence[Vector | None], start: Start) -> Vector:
    """The weights that make the pairs likeliest while they stay near ``start``, by Newton's method."""
    known = [(row, pair.same) for row, pair in zip(rows, pairs, strict=True) if row is not None]
    features = np.array([[1.0, *row] for row, _ in known])
    same = np.array([same for _, same in known], dtype=float)
    pull = PULL * np.maximum(features.std(axis=0), LEAST_SPREAD) ** 2
    weights = start.weights.copy()
    free = np.array([name not in start.held for name in ("intercept", *NAMES)])
    for _ in range(MOST_STEPS):
        likely = _probabilities(features, weights)
        slope = features.T @ (likely - same) + pull * (weights - start.weights)
        bend = (features.T * (likely * (1 - likely))) @ features + np.diag(pull)
        step = np.linalg.solve(bend[np.ix_(free, free)], slope[free])
        weights[free] -= step
        if np.abs(step).max() < ENOUGH:
            break
    return weights


def _probabilities(features: Vector, weights: Vector) -> Vector:
    likely: Vector = 1 / (1 + np.exp(-(features @ weights)))
    return likely


def figures(pairs: Sequence[AnnotatedPair], scores: Vector) -> Iterator[str]:
    """Average precision, and precision and recall of pairs from some probabilities on."""
    same = np.array([pair.same for pair in pairs])
    yield f"{len(pairs)} pairs, {same.sum()} of one commitment, in {len({pair.pool for pair in pairs})} pools"
    yield f"average precision {average_precision_score(same, scores):.3f}"
    for threshold in SHOWN_THRESHOLDS:
        joined = scores >= threshold
        right = (joined & same).sum()
        yield (
            f"from {threshold}: precision {right / max(1, joined.sum()):.2f}, recall {right / same.sum():.2f}"
        )


def fitted(pairs: Sequence[AnnotatedPair], rows: Sequence[Vector | None], before: Start) -> dict[str, float]:
    """The intercept and the weight of each feature, fitted on all pairs and rounded."""
    named = zip(("intercept", *NAMES), _fit(pairs, rows, before), strict=True)
    return {name: round(float(weight), WEIGHT_DECIMALS) for name, weight in named}


def as_toml(weights: dict[str, float], card: str) -> str:
    """The file of the weights, with what they are at its head."""
    head = [
        "# The log odds that two records are one commitment: what each feature of comparison.py adds.",
        "# Written by flows/training/train_linking.py; bench/linking.md says how well they do.",
        *(f"# {line}" for line in card.splitlines()),
        "# join: the mean probability from which clusters join; share: that from which a member's line is",
        "# a share of its group's. Both are set by hand.",
    ]
    return "\n".join([*head, *(f"{name} = {weight}" for name, weight in weights.items()), ""])


if __name__ == "__main__":
    main()
