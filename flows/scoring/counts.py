"""Counts of what was found, what was wanted and what was given, and the figures that follow."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """``hits`` of ``gold`` wanted and ``predicted`` given items; counts of several documents add up."""

    hits: int = 0
    gold: int = 0
    predicted: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.hits + other.hits, self.gold + other.gold, self.predicted + other.predicted)

    @property
    def precision(self) -> float:
        """The share of predictions that are right, 0 to 1; 0 without any."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of gold that was found, 0 to 1; 0 without any."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1; 0 where both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """``right`` of ``asked`` judgements."""

    right: int = 0
    asked: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.asked + other.asked)

    @property
    def value(self) -> float:
        """The share that is right, 0 to 1; 0 where nothing was asked."""
        return self.right / self.asked if self.asked else 0.0


@dataclass(frozen=True, slots=True)
class RuleCounts:
    """What one rule's records were: right, right on an optional record, or false alarms."""

    hits: int = 0
    optional: int = 0
    false_alarms: int = 0

    def __add__(self, other: RuleCounts) -> RuleCounts:
        return RuleCounts(
            self.hits + other.hits, self.optional + other.optional, self.false_alarms + other.false_alarms
        )

    @property
    def precision(self) -> float | None:
        """Hits in hits and false alarms, 0 to 1; None where the rule has only optional ones."""
        judged = self.hits + self.false_alarms
        return self.hits / judged if judged else None
