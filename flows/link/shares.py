"""Shares: the lines in which members of a group take their part of what the group promises."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence

import numpy as np

from flows.link.blocking import NO_KEYS, BlockIndex, is_rich
from flows.link.keys import Numbers
from flows.link.matching import Comparisons
from flows.link.membership import Membership
from flows.link.subject import Subject


class Shares:
    """Finds the line of a group of which a member's line is a share.

    Only a line with one promisor is a share or has shares: "the United States and Japan" is neither.
    """

    def __init__(
        self,
        index: BlockIndex,
        lines: Sequence[str],
        membership: Membership,
        comparisons: Comparisons,
        keys: Callable[[Subject, frozenset[str] | None], Numbers],
        *,
        whole: bool,
    ) -> None:
        """``lines`` holds the line of each subject of ``index``; ``whole`` says that there are no others.

        What is looked up is then not told: of a large book it would take more memory than all else.

        ``keys`` gives the keys of a subject, with other parties in the place of its promisors where given.
        """
        self._keys = keys
        self._index = index
        self._subjects = subjects = index.subjects
        self._lines = lines
        self._membership = membership
        self._comparisons = comparisons
        self._group_positions = [
            position for position, subject in enumerate(subjects) if _sole(subject) in membership.members
        ]
        present = {_sole(subjects[position]) for position in self._group_positions}
        self._groups = present if whole else membership.members.keys()  # others may be asked for
        of_groups = [subjects[position] for position in self._group_positions]
        self._index_of_groups = BlockIndex(of_groups, lambda subject: keys(subject, None))
        self._look = BlockIndex.near if whole else BlockIndex.asked_near

    @property
    def asked(self) -> Numbers:
        """The keys by which shares were looked for among the groups' lines, each once."""
        return np.unique(np.concatenate([NO_KEYS, *self._index_of_groups.asked, *self._index.asked]))

    def parents(self, wanted: Collection[str]) -> dict[str, str]:
        """The parent of each line of ``wanted`` that has one: that of the likeliest pair."""
        best: dict[str, tuple[float, str]] = {}
        for position, line in enumerate(self._lines):
            if line not in wanted:
                continue
            for other in self._near(position):
                if self._lines[other] == line:
                    continue
                score = self._comparisons.share(self._subjects[other], self._subjects[position])
                if score >= self._comparisons.weights.share:
                    best[line] = min(best.get(line, (0.0, "")), (-score, self._lines[other]))
        return {line: parent for line, (_, parent) in best.items()}

    def shares_near(self, changed: Collection[str]) -> set[str]:
        """The lines that may be shares of the changed ones."""
        found: set[str] = set()
        for position in self._group_positions:
            if self._lines[position] in changed:
                subject = self._subjects[position]
                members = self._membership.members[_sole(subject)]
                near = self._near_of(self._index, subject, members, position)
                found.update(self._lines[other] for other in near)
        return found

    def _near(self, position: int) -> list[int]:
        """The positions of the groups' subjects that a member's subject may be a share of."""
        subject = self._subjects[position]
        groups = frozenset(self._membership.groups.get(_sole(subject), frozenset()) & self._groups)
        if not groups:
            return []
        place = bisect_left(self._group_positions, position)
        near = self._near_of(self._index_of_groups, subject, groups, place)
        return [self._group_positions[place] for place in near]

    def _near_of(
        self, index: BlockIndex, subject: Subject, parties: frozenset[str], position: int
    ) -> set[int]:
        """What is near to a subject of one promisor if each of ``parties`` were that."""
        if not parties:
            return set()
        keys = self._keys(subject, parties)  # as many for each party as the subject has of its own
        return self._look(index, keys, position, rich=is_rich(len(keys) // len(parties), subject))


def _sole(subject: Subject) -> str:
    """The only promisor of a subject; empty where there are several."""
    names = subject.matter.promisors
    return next(iter(names)) if len(names) == 1 else ""
