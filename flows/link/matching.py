"""Matching: from the subjects that changed to all that they can touch, compared and clustered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flows.link.blocking import BlockIndex
from flows.link.clustering import Edge, cluster
from flows.link.comparison import compare
from flows.link.lexicon import Weights
from flows.link.subject import Subject

LEAST_SCORE = 0.2  # a less likely pair counts as no pair

type Partners = dict[int, list[tuple[float, int]]]


@dataclass(frozen=True)
class Matched:
    """Groups of subjects, by position, and each position's likely partners with their scores.

    Every subject that was reached is in one group; those that were not stay in the lines they are in.
    """

    groups: tuple[tuple[int, ...], ...]
    partners: Partners


def match(subjects: Sequence[Subject], index: BlockIndex, start: Iterable[int], weights: Weights) -> Matched:
    """Compare the subjects at ``start``, and whatever they lead to, and cluster them.

    A subject leads to those that may be one commitment with it. All that is reached forms whole
    connected components, so that their groups are those that comparing everything would give.
    """
    edges: list[Edge] = []
    waiting = sorted(set(start), reverse=True)
    reached, compared = set(waiting), set[int]()
    while waiting:
        position = waiting.pop()
        compared.add(position)
        for other in index.near(index.keys_at(position), position) - compared:
            found = compare(subjects[position], subjects[other], weights)
            if found is not None and found.score >= LEAST_SCORE:
                edges.append((min(position, other), max(position, other), found.score))
                if other not in reached:
                    reached.add(other)
                    waiting.append(other)
    counts = {position: len(subjects[position].documents) for position in reached}
    groups = [tuple(group) for group in cluster(edges, weights.join, counts)]
    alone = reached - {position for group in groups for position in group}
    return Matched((*groups, *((position,) for position in sorted(alone))), _partners(edges))


def _partners(edges: Iterable[Edge]) -> Partners:
    """Each position's partners, the likeliest first."""
    found: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for one, other, score in edges:
        found[one].append((-score, other))
        found[other].append((-score, one))
    return {
        position: [(-score, other) for score, other in sorted(pairs)] for position, pairs in found.items()
    }
