"""Clustering: from pairs that may be one commitment to groups, by mean probability."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

type Edge = tuple[int, int, float]
type Apart = Callable[[int, int], bool]

UNMET = 0.3  # what a pair without an edge counts in a mean


class Edges(NamedTuple):
    """Pairs of nodes, each once and in order, the lower node first, with their scores.

    Arrays, as a book has more of them than of anything else that linking holds.
    """

    one: npt.NDArray[np.int64]
    other: npt.NDArray[np.int64]
    score: npt.NDArray[np.float64]

    def at(self, places: npt.NDArray[np.int64] | npt.NDArray[np.bool_]) -> Edges:
        """Those at some places."""
        return Edges(self.one[places], self.other[places], self.score[places])

    def rows(self) -> Iterator[Edge]:
        """The edges one by one."""
        return zip(self.one.tolist(), self.other.tolist(), self.score.tolist(), strict=True)


def cluster(edges: Edges, join: float, weights: Mapping[int, int], apart: Apart) -> list[list[int]]:
    """Group the nodes of ``edges``, each group sorted, groups in the order of their first nodes.

    Two groups join while the mean score of all pairs between them is at least ``join``, the pair of
    groups with the highest mean first. A node counts as often as ``weights`` says. A pair without an edge
    scores 0, and counts UNMET of a pair: as a rule its words are too unlike to say anything. So one
    doubtful pair does not chain two groups together, and a joined group is no nearer to a third than the
    nearer of its two parts was: linking what is new relies on both (``matching.match``). The result
    depends on the edges and on the order of the nodes' numbers. A node that no edge of at least ``join``
    ends at is in no group. Nor are two nodes in one that are ``apart``, however near a third is to both:
    two groups that hold such nodes are as far from each other as can be, and so is a group that one of them
    is joined to, so that what is said of a joined group holds with them too.
    """
    found = (_Agglomeration(part, join, weights, apart).groups() for part in components(edges, join))
    return sorted(group for groups in found for group in groups)


def components(edges: Edges, join: float) -> Iterator[list[Edge]]:
    """The edges inside each component that edges of at least ``join`` connect.

    No groups of two such components can join, as the mean of scores is at most the highest of them.
    """
    root: dict[int, int] = {}

    def find(node: int) -> int:
        while root.setdefault(node, node) != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for one, other, _ in edges.at(edges.score >= join).rows():
        first, second = sorted((find(one), find(other)))
        root[second] = first
    roots = {node: find(node) for node in list(root)}
    inside: defaultdict[int, list[Edge]] = defaultdict(list)
    for edge in edges.rows():
        of_one = roots.get(edge[0])
        if of_one is not None and of_one == roots.get(edge[1]):
            inside[of_one].append(edge)
    yield from inside.values()


class _Between(NamedTuple):
    """The edges between two groups: their scores and how many pairs they are, both by the nodes' weights."""

    score: float
    pairs: int

    def __add__(self, other: tuple[float, int], /) -> _Between:  # type: ignore[override]
        return _Between(self.score + other[0], self.pairs + other[1])


class _Agglomeration:
    """The groups of one component and what is between them; a group goes by its first node."""

    def __init__(self, edges: list[Edge], join: float, weights: Mapping[int, int], apart: Apart) -> None:
        self._join = join
        self._apart = apart
        self._between: defaultdict[int, dict[int, _Between]] = defaultdict(dict)
        for one, other, score in edges:
            pairs = weights[one] * weights[other]
            self._between[one][other] = self._between[other][one] = _Between(score * pairs, pairs)
        self._members = {node: [node] for node in self._between}
        self._weights = {node: weights[node] for node in self._between}
        self._waiting = [
            (-mean, min(one, other), max(one, other))
            for one, other, _ in edges
            if (mean := self._mean(one, other)) >= join
        ]
        heapq.heapify(self._waiting)

    def groups(self) -> list[list[int]]:
        """Join groups until none are close enough."""
        while self._waiting:
            negative, first, second = heapq.heappop(self._waiting)
            if second not in self._between.get(first, {}) or self._mean(first, second) != -negative:
                continue  # one of them has joined another since
            if not self._are_apart(first, second):
                self._merge(first, second)
        return [sorted(self._members[first]) for first in sorted(self._members)]

    def _are_apart(self, first: int, second: int) -> bool:
        return any(self._apart(one, other) for one in self._members[first] for other in self._members[second])

    def _mean(self, first: int, second: int) -> float:
        score, met = self._between[first][second]
        unmet = self._weights[first] * self._weights[second] - met
        return score / (met + UNMET * unmet)

    def _merge(self, first: int, second: int) -> None:
        self._members[first] += self._members.pop(second)
        self._weights[first] += self._weights.pop(second)
        mine, theirs = self._between[first], self._between.pop(second)
        for other, between in theirs.items():
            self._between[other].pop(second)
            if other != first:
                mine[other] = self._between[other][first] = mine.get(other, _NOTHING) + between
        for other in mine:
            mean = self._mean(first, other)
            if mean >= self._join:
                heapq.heappush(self._waiting, (-mean, min(first, other), max(first, other)))


_NOTHING = _Between(0.0, 0)
