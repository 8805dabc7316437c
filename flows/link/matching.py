"""Matching: from the subjects that changed to the lines that they can touch, compared and clustered."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from flows.link.blocking import BlockIndex
from flows.link.clustering import Edges, cluster
from flows.link.comparison import compare, compare_share
from flows.link.lexicon import Weights
from flows.link.subject import Subject

LEAST_SCORE = 0.2  # a less likely pair counts as no pair

PLACE_BITS = 32  # of a pair of positions as one number


class Partners:
    """Each position's likely partners, the likeliest first."""

    def __init__(self, edges: Edges) -> None:
        of, partner = (np.concatenate(ends) for ends in ((edges.one, edges.other), (edges.other, edges.one)))
        order = np.lexsort((partner, -np.concatenate((edges.score, edges.score)), of))
        self._of, self._partner = of[order], partner[order]

    def at(self, position: int) -> list[int]:
        """The partners of a position; where two are as likely, the earlier first."""
        first, last = np.searchsorted(self._of, (position, position + 1))
        found: list[int] = self._partner[first:last].tolist()
        return found


@dataclass(frozen=True)
class Matched:
    """Groups of subjects, by position, and each position's likely partners.

    Every subject of a line that was reached is in one group; the others stay in the lines they are in.
    ``opened`` are the positions that were compared with all that is near to them.
    """

    groups: tuple[tuple[int, ...], ...]
    partners: Partners
    opened: frozenset[int]


class Comparisons:
    """The scores of pairs of subjects; where ``kept``, each is worked out once while the subjects live."""

    def __init__(self, weights: Weights, *, kept: bool) -> None:
        self.weights = weights
        self._kept = kept
        self._scores: dict[tuple[int, int], float] = {}
        self._shares: dict[tuple[int, int], float] = {}

    def score(self, one: Subject, other: Subject) -> float:
        """How likely two subjects are one commitment; 0 below LEAST_SCORE. Their order counts for nothing."""
        pair = (id(one), id(other)) if id(one) < id(other) else (id(other), id(one))
        known = self._scores.get(pair)
        if known is None:
            found = compare(one, other, self.weights, LEAST_SCORE)
            known = found.score if found is not None and found.score >= LEAST_SCORE else 0.0
            if self._kept:
                self._scores[pair] = known
        return known

    def share(self, group: Subject, member: Subject) -> float:
        """How likely a member's subject is a share of a group's."""
        pair = id(group), id(member)
        known = self._shares.get(pair)
        if known is None:
            found = compare_share(group, member, self.weights)
            known = found.score if found else 0.0
            if self._kept:
                self._shares[pair] = known
        return known


def match(
    subjects: Sequence[Subject],
    index: BlockIndex,
    start: Collection[int],
    lines_at: Mapping[int, Collection[str]],
    comparisons: Comparisons,
) -> Matched:
    """Compare the subjects at ``start``, and those of the lines that change with them, and cluster them.

    ``lines_at`` names the known lines of each position. A line takes part where a subject that changed, or
    one of a group that is no line as it was, may join one of its own. Two groups join only where a pair
    between them scores as much as their mean must, and in the order of their means, so a line that
    comes out as it was has met nothing that it did not meet before: what is behind it stays as it is.
    """
    matching = _Matching(subjects, index, lines_at, comparisons)
    matching.open(start)
    while True:
        groups = matching.groups()
        changed = matching.changed(groups)
        if not changed:
            return Matched(tuple(groups), Partners(matching.edges()), frozenset(matching.opened))
        matching.open(changed)


class _Matching:
    """The subjects that take part, and the pairs among them and around those that were opened."""

    def __init__(
        self,
        subjects: Sequence[Subject],
        index: BlockIndex,
        lines_at: Mapping[int, Collection[str]],
        comparisons: Comparisons,
    ) -> None:
        self.opened: set[int] = set()
        self._subjects = subjects
        self._index = index
        self._lines_at = lines_at
        self._comparisons = comparisons
        self._join = comparisons.weights.join
        self._pairs, self._scores = array("q"), array("d")  # of likely pairs; some come twice
        self._part: set[int] = set()
        self._known: set[frozenset[int]] = set()
        self._positions: defaultdict[str, set[int]] = defaultdict(set)
        for position, lines in lines_at.items():
            for line in lines:
                self._positions[line].add(position)

    def open(self, positions: Iterable[int]) -> None:
        """Compare these with all that is near, and bring in the lines that they may join."""
        reached = set(positions)
        for position in sorted(reached - self.opened):
            self.opened.add(position)
            for other in self._near(position) - self.opened:
                if self._compare(position, other) >= self._join:
                    reached.add(other)
        self._bring_in(reached)

    def groups(self) -> list[tuple[int, ...]]:
        """The groups of all that takes part, in the order of their first subjects, whatever else does."""
        counts = {position: len(self._subjects[position].documents) for position in self._part}
        found = [tuple(group) for group in cluster(self.edges(), self._join, counts)]
        alone = self._part - {position for group in found for position in group}
        return sorted([*found, *((position,) for position in alone)])

    def edges(self) -> Edges:
        """The likely pairs of which both take part."""
        pairs, first = np.unique(np.array(self._pairs, np.int64), return_index=True)
        found = Edges(pairs >> PLACE_BITS, pairs & (1 << PLACE_BITS) - 1, np.array(self._scores)[first])
        part = np.fromiter(self._part, np.int64, len(self._part))
        return found.at(np.isin(found.one, part) & np.isin(found.other, part))

    def changed(self, groups: Iterable[tuple[int, ...]]) -> set[int]:
        """The subjects not yet opened of the groups that are no line as it was."""
        members = {position for group in groups if frozenset(group) not in self._known for position in group}
        return members - self.opened

    def _bring_in(self, positions: Iterable[int]) -> None:
        """Let subjects take part with their whole lines, and compare these with what takes part."""
        new: set[int] = set()
        waiting = list(positions)
        while waiting:
            position = waiting.pop()
            if position in self._part or position in new:
                continue
            new.add(position)
            for line in self._lines_at.get(position, ()):
                self._known.add(frozenset(self._positions[line]))
                waiting.extend(self._positions[line])
        self._part |= new
        for position in sorted(new - self.opened):
            for other in (self._near(position) & self._part) - self.opened:
                self._compare(position, other)

    def _near(self, position: int) -> set[int]:
        return self._index.near_own(position) - {position}

    def _compare(self, one: int, other: int) -> float:
        score = self._comparisons.score(self._subjects[one], self._subjects[other])
        if score:
            self._pairs.append(min(one, other) << PLACE_BITS | max(one, other))
            self._scores.append(score)
        return score
