"""Likely pairs that the book keeps, so that only what is new or changed is compared."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from flows.link.subject import Subject

type Likely = Mapping[str, Mapping[str, float]]


class Pairs(Protocol):
    """The pairs of subjects that were found likely to be one commitment when last compared."""

    def of(self, record_ids: Collection[str]) -> Likely:
        """How likely each is one commitment with others, by the first records of the subjects.

        It tells of these records at least.
        """


class Kept:
    """What need not be compared: the pairs of subjects that are not ``fresh``, by their positions."""

    def __init__(self, subjects: Sequence[Subject], fresh: Collection[int], pairs: Pairs | None) -> None:
        """Without ``pairs`` nothing is kept, and all subjects are fresh."""
        everything = range(len(subjects))
        self.fresh = frozenset(everything if pairs is None else fresh)
        self._pairs = pairs
        self._name = {
            position: subjects[position].records[0].record_id
            for position in everything
            if position not in self.fresh
        }
        self._position = {name: position for position, name in self._name.items()}

    def likely(self, positions: Collection[int]) -> dict[int, list[tuple[int, float]]]:
        """The likely pairs of each of these that is not fresh, with others that are not."""
        names = {position: self._name[position] for position in positions if position in self._name}
        if not names or self._pairs is None:
            return {}
        known = self._pairs.of(names.values())
        return {
            position: [
                (self._position[other], score)
                for other, score in known.get(name, {}).items()
                if other in self._position
            ]
            for position, name in names.items()
        }
