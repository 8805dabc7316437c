"""Shares: the lines in which members of a group take their part of what the group promises."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence

from flows.link.blocking import BlockIndex, is_rich
from flows.link.comparison import compare_share
from flows.link.keys import Numbers
from flows.link.lexicon import Weights
from flows.link.membership import Membership
from flows.link.subject import Subject


class Shares:
    """Finds the line of a group of which a member's line is a share.

    Only a line with one promisor is a share or has shares: "the United States and Japan" is neither.
    """

    def __init__(
        self,
        subjects: Sequence[Subject],
        lines: Sequence[str],
        membership: Membership,
        weights: Weights,
        whole: bool,
        keys: Callable[[Subject, frozenset[str] | None], Numbers],
    ) -> None:
        """``lines`` holds the line of each subject; ``whole`` says that there are no other subjects.

        What is looked up is then not told: of a large book it would take more memory than all else.

        ``keys`` gives the keys of a subject, with other parties in the place of its promisors where given.
        """
        self._keys = keys
        self._subjects = subjects
        self._lines = lines
        self._membership = membership
        self._weights = weights
        self._group_positions = [
            position for position, subject in enumerate(subjects) if _sole(subject) in membership.members
        ]
        present = {_sole(subjects[position]) for position in self._group_positions}
        self._groups = present if whole else membership.members.keys()  # others may be asked for
        of_groups = [subjects[position] for position in self._group_positions]
        self._index = BlockIndex(of_groups, lambda subject: keys(subject, None))
        self._look = BlockIndex.near if whole else BlockIndex.asked_near

    @property
    def asked(self) -> set[int]:
        """The keys by which shares were looked for among the groups' lines."""
        return self._index.asked

    def parents(self, wanted: Collection[str]) -> dict[str, str]:
        """The parent of each line of ``wanted`` that has one: that of the likeliest pair."""
        best: dict[str, tuple[float, str]] = {}
        for position, line in enumerate(self._lines):
            if line not in wanted:
                continue
            for other in self._near(position):
                score = self._score(other, position)
                if self._lines[other] != line and score >= self._weights.share:
                    best[line] = min(best.get(line, (0.0, "")), (-score, self._lines[other]))
        return {line: parent for line, (_, parent) in best.items()}

    def shares_near(self, changed: Collection[str], index: BlockIndex) -> set[str]:
        """The lines that may be shares of the changed ones; ``index`` is that of all subjects."""
        found: set[str] = set()
        for position in self._group_positions:
            if self._lines[position] in changed:
                subject = self._subjects[position]
                members = self._membership.members[_sole(subject)]
                near = self._near_of(index, subject, members, position)
                found.update(self._lines[other] for other in near)
        return found

    def _near(self, position: int) -> list[int]:
        """The positions of the groups' subjects that a member's subject may be a share of."""
        subject = self._subjects[position]
        groups = frozenset(self._membership.groups.get(_sole(subject), frozenset()) & self._groups)
        if not groups:
            return []
        place = bisect_left(self._group_positions, position)
        near = self._near_of(self._index, subject, groups, place)
        return [self._group_positions[place] for place in near]

    def _near_of(
        self, index: BlockIndex, subject: Subject, parties: frozenset[str], position: int
    ) -> set[int]:
        """What is near to a subject of one promisor if each of ``parties`` were that."""
        if not parties:
            return set()
        keys = self._keys(subject, parties)  # as many for each party as the subject has of its own
        return self._look(index, keys, position, rich=is_rich(len(keys) // len(parties), subject))

    def _score(self, group: int, member: int) -> float:
        found = compare_share(self._subjects[group], self._subjects[member], self._weights)
        return found.score if found else 0.0


def _sole(subject: Subject) -> str:
    """The only promisor of a subject; empty where there are several."""
    names = subject.matter.promisors
    return next(iter(names)) if len(names) == 1 else ""
