"""Matching: from the subjects that changed to the lines that they can touch, compared and clustered."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from flows.link.apart import never_in_one_line
from flows.link.blocking import BlockIndex
from flows.link.clustering import Edges, cluster
from flows.link.comparison import compare, compare_share
from flows.link.kept import Kept
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
    ``opened`` are the positions of which all that is near or kept was looked at, ``fresh`` those of them that
    were compared anew. ``compared`` are the likely pairs of these, whether both are in a group or not.
    """

    groups: tuple[tuple[int, ...], ...]
    partners: Partners
    opened: frozenset[int]
    fresh: frozenset[int]
    compared: Edges


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
    kept: Kept,
) -> Matched:
    """Compare the subjects at ``start``, and those of the lines that change with them, and cluster them.

    At ``start`` is all that is in a line of which a subject changed. Where all that is fresh is there, no
    others are compared: what is ``kept`` tells of them.
    ``lines_at`` names the known lines of each position. A line takes part where a subject that changed, or
    one of a group that is no line as it was, may join one of its own. What is behind a line that comes out
    as it was stays as it is. For two groups join only where a pair between them scores as much as their
    mean must, so a group that changed meets nothing behind that line. And the line grows by the same steps as
    when it was last linked, as does each line behind it, and of the steps of two lines always the one of the
    higher mean comes first, whatever else there is: their parts met as they did then, and did not join, as
    their mean was too low or some of them are apart, which no step undoes (``cluster``). All of this needs a
    pair to score the same whenever it is compared.
    """
    matching = _Matching(subjects, index, lines_at, comparisons, kept)
    matching.open(start)
    while True:
        groups = matching.groups()
        changed = matching.changed(groups)
        if not changed:
            return matching.matched(groups)
        matching.open(changed)


class _Matching:
    """The subjects that take part, and the pairs among them and around those that were opened."""

    def __init__(
        self,
        subjects: Sequence[Subject],
        index: BlockIndex,
        lines_at: Mapping[int, Collection[str]],
        comparisons: Comparisons,
        kept: Kept,
    ) -> None:
        self.opened: set[int] = set()
        self._subjects = subjects
        self._index = index
        self._lines_at = lines_at
        self._comparisons = comparisons
        self._kept = kept
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
        new = sorted(reached - self.opened)
        kept = self._kept.likely(new)
        for position in new:
            self.opened.add(position)
            likely = kept[position] if position in kept else self._compared(position)
            self._note(position, likely)
            reached.update(other for other, score in likely if score >= self._join)
        self._bring_in(reached)

    def groups(self) -> list[tuple[int, ...]]:
        """The groups of all that takes part, in the order of their first subjects, whatever else does."""
        counts = {position: len(self._subjects[position].documents) for position in self._part}
        found = [tuple(group) for group in cluster(self.edges(), self._join, counts, self._apart)]
        alone = self._part - {position for group in found for position in group}
        return sorted([*found, *((position,) for position in alone)])

    def edges(self) -> Edges:
        """The likely pairs of which both take part."""
        return self._of_part(self._found())

    def matched(self, groups: Iterable[tuple[int, ...]]) -> Matched:
        """What came out."""
        fresh = self.opened & self._kept.fresh
        ends, found = np.fromiter(fresh, np.int64, len(fresh)), self._found()
        return Matched(
            groups=tuple(groups),
            partners=Partners(self._of_part(found)),
            opened=frozenset(self.opened),
            fresh=frozenset(fresh),
            compared=found.at(np.isin(found.one, ends) | np.isin(found.other, ends)),
        )

    def changed(self, groups: Iterable[tuple[int, ...]]) -> set[int]:
        """The subjects not yet opened of the groups that are no line as it was."""
        members = {position for group in groups if frozenset(group) not in self._known for position in group}
        return members - self.opened

    def _bring_in(self, positions: Iterable[int]) -> None:
        """Let subjects take part with their whole lines, and note their pairs with what takes part."""
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
        for position, likely in self._kept.likely(new - self.opened).items():
            self._note(position, [(other, score) for other, score in likely if other in self._part])
        for position in sorted((new - self.opened) & self._kept.fresh):
            self._note(position, self._compared(position, self._part))

    def _compared(self, position: int, among: Collection[int] | None = None) -> list[tuple[int, float]]:
        """What is likely of all that is near, or only ``among`` some; not what was told from there."""
        near = self._index.near_own(position) - (self.opened & self._kept.fresh) - {position}
        near = near if among is None else near.intersection(among)
        scored = ((other, self._score(position, other)) for other in near)
        return [(other, score) for other, score in scored if score]

    def _note(self, position: int, likely: Iterable[tuple[int, float]]) -> None:
        """Hold a position's likely pairs."""
        for other, score in likely:
            self._pairs.append(min(position, other) << PLACE_BITS | max(position, other))
            self._scores.append(score)

    def _score(self, one: int, other: int) -> float:
        # the earlier first: a pair scores the same to the last bit whichever of the two is opened
        return self._comparisons.score(self._subjects[min(one, other)], self._subjects[max(one, other)])

    def _apart(self, one: int, other: int) -> bool:
        return never_in_one_line(self._subjects[one], self._subjects[other])

    def _of_part(self, found: Edges) -> Edges:
        """Those of some pairs of which both take part."""
        part = np.fromiter(self._part, np.int64, len(self._part))
        return found.at(np.isin(found.one, part) & np.isin(found.other, part))

    def _found(self) -> Edges:
        """The likely pairs, each once."""
        pairs, first = np.unique(np.array(self._pairs, np.int64), return_index=True)
        return Edges(pairs >> PLACE_BITS, pairs & (1 << PLACE_BITS) - 1, np.array(self._scores)[first])
