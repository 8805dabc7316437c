"""Clustering: from pairs that may be one commitment to groups, by mean probability."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable

type Edge = tuple[int, int, float]


def cluster(edges: Iterable[Edge], join: float) -> list[list[int]]:
    """Group the nodes of ``edges``, each group sorted, groups in the order of their first nodes.

    Two groups join while the mean score of all pairs between them is at least ``join``, the pair of
    groups with the highest mean first; a pair without an edge scores 0. So one doubtful pair does not
    chain two groups together. The result depends on the edges and on the order of the nodes' numbers,
    not on the order of the edges. A node without edges is in no group.
    """
    return [group for part in components(edges) for group in _Agglomeration(part, join).groups()]


def components(edges: Iterable[Edge]) -> list[list[Edge]]:
    """The edges of each connected component, sorted, components in the order of their first nodes."""
    root: dict[int, int] = {}

    def find(node: int) -> int:
        while root.setdefault(node, node) != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    known = sorted(edges)
    for one, other, _ in known:
        first, second = sorted((find(one), find(other)))
        root[second] = first
    parts: defaultdict[int, list[Edge]] = defaultdict(list)
    for edge in known:
        parts[find(edge[0])].append(edge)
    return [parts[first] for first in sorted(parts)]


class _Agglomeration:
    """The groups of one component and the summed scores between them; a group goes by its first node."""

    def __init__(self, edges: list[Edge], join: float) -> None:
        self._join = join
        self._between: defaultdict[int, dict[int, float]] = defaultdict(dict)
        for one, other, score in edges:
            self._between[one][other] = self._between[other][one] = score
        self._members = {node: [node] for node in self._between}
        self._waiting = [(-score, min(one, other), max(one, other)) for one, other, score in edges]
        heapq.heapify(self._waiting)

    def groups(self) -> list[list[int]]:
        """Join groups until none are close enough."""
        while self._waiting:
            negative, first, second = heapq.heappop(self._waiting)
            if -negative < self._join:
                break
            if second in self._between.get(first, {}) and self._mean(first, second) == -negative:
                self._merge(first, second)
        return [sorted(self._members[first]) for first in sorted(self._members)]

    def _mean(self, first: int, second: int) -> float:
        pairs = len(self._members[first]) * len(self._members[second])
        return self._between[first][second] / pairs

    def _merge(self, first: int, second: int) -> None:
        self._members[first] += self._members.pop(second)
        mine, theirs = self._between[first], self._between.pop(second)
        for other, score in theirs.items():
            self._between[other].pop(second)
            if other != first:
                mine[other] = self._between[other][first] = mine.get(other, 0.0) + score
        for other in mine:
            mean = self._mean(first, other)
            if mean >= self._join:
                heapq.heappush(self._waiting, (-mean, min(first, other), max(first, other)))
