"""Votes: what two models say of each phrase that may be a beneficiary, weighed beside the others.

A linear model knows how a phrase stands to the act, the encoder what the sentence says. Neither looks at what
is said of the other phrases, where mostly one is the beneficiary: boosted trees do.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from flows.extract.components.trees import TreeModel

PLACES = ("inside", "before", "after", "earlier")
KINDS = ("state", "organisation", "person", "group", "words", "pronoun", "other")
VALUES = (
    "linear", "read", "unread", *PLACES, *KINDS,
    "read of rivals", "linear of rivals", "read elsewhere", "phrases",
)  # fmt: skip
NOBODY = -6.0  # log odds in the place of a rival's where there is none
LEAST = 1e-4  # keeps log odds finite
LEAST_LINEAR = 0.08  # where the linear model gives every phrase less, nobody else is asked
DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Vote:
    """What is said of one phrase: two probabilities that it is a beneficiary, and what it is.

    ``read`` is the encoder's, None where it could not be asked. ``place`` and ``kind`` are those of a
    ``Standing``; ``names`` are of whom the phrase stands for.
    """

    linear: float
    read: float | None
    place: str
    kind: str
    names: frozenset[str]


def worth_reading(linear: Iterable[float]) -> bool:
    """Whether any phrase of an act is likely enough, to the linear model, for others to be asked."""
    return any(probability >= LEAST_LINEAR for probability in linear)


def chances(votes: Sequence[Vote], trees: TreeModel) -> list[float]:
    """The probability that each phrase is a beneficiary; 0 for all where none was worth reading."""
    if not worth_reading(vote.linear for vote in votes):
        return [0.0] * len(votes)
    return [trees.probability(values_of(votes, number)) for number in range(len(votes))]


def values_of(votes: Sequence[Vote], number: int) -> tuple[float, ...]:
    """The numbers that the trees ask for, in the order of ``VALUES``, of one of an act's votes."""
    vote = votes[number]
    others = [other for place, other in enumerate(votes) if place != number]
    rivals = [other for other in others if other.names != vote.names]
    same = [other for other in others if other.names == vote.names]
    return (
        _log_odds(vote.linear),
        0.0 if vote.read is None else _log_odds(vote.read),
        float(vote.read is None),
        *(float(vote.place == place) for place in PLACES),
        *(float(vote.kind == kind) for kind in KINDS),
        _highest(other.read for other in rivals),
        _highest(other.linear for other in rivals),
        _highest(other.read for other in same),
        float(len(votes)),
    )


def _highest(probabilities: Iterable[float | None]) -> float:
    given = (_log_odds(probability) for probability in probabilities if probability is not None)
    return max(chain(given, [NOBODY]))


def _log_odds(probability: float) -> float:
    kept = min(max(probability, LEAST), 1 - LEAST)
    return round(math.log(kept / (1 - kept)), DECIMALS)
