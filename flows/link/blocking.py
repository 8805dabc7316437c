"""Blocking: which subjects are worth comparing, found by the words of the same parties."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from flows.link.keys import Key, Numbers, numbers_of
from flows.link.subject import Matter, Subject, is_brief

KEY_STEMS = 7  # the heaviest stems of an action that make its keys,
OPENING_STEMS = 4  # beside those that it opens with
LEAST_WEIGHT = 0.9  # of the stems of one key together
LATE_WORD = 10  # stems from here on weigh less: they stand in lists and side clauses
LATE_SHARE = 0.6
MOST_PARTIES = 3  # of larger groups of promisors only the whole makes keys
NEIGHBOURS = 50  # subjects compared at most on either side for one key, the nearest in order
# Subjects that both have so many keys are near by two of them at least: of pairs with a single one, two
# thirds of all that would be compared, four in ten thousand are likely enough to join.
MANY_KEYS = 10
NO_KEYS: Numbers = np.array([], dtype=np.int64)


def keys_of(matter: Matter, parties: Iterable[str] | None = None) -> Iterator[Key]:
    """The keys of a matter: a party, and stems that together weigh enough to be worth a look.

    Two subjects that share none are never compared. ``parties`` stand in for the promisors' own keys.
    """
    stems = list(_stem_keys(matter))
    stems += [("for", name, matter.wording.verb) for name in matter.beneficiaries]
    if is_brief(matter):
        stems += [("for", name) for name in matter.beneficiaries]
    for party in party_keys(matter) if parties is None else parties:
        for chosen in stems:
            yield (matter.scope, party, *chosen)
        if matter.scope and matter.told_as:
            yield ("told", party, matter.told_as)


def party_keys(matter: Matter) -> list[str]:
    """A key for each promisor, or one for all where there are many, but for standing support."""
    names = sorted(matter.promisors)
    return names if len(names) <= MOST_PARTIES or matter.is_standing else ["+".join(names)]


def _stem_keys(matter: Matter) -> Iterator[Key]:
    wording = matter.wording
    weighed = [
        (weight * (1.0 if place < LATE_WORD else LATE_SHARE), stem)
        for place, (stem, weight) in enumerate(zip(wording.stems, wording.weights, strict=True))
    ]
    by_weight = sorted(weighed, key=lambda pair: (-pair[0], pair[1]))
    chosen = {*by_weight[:KEY_STEMS], *weighed[:OPENING_STEMS]}
    heaviest = sorted(chosen, key=lambda pair: (-pair[0], pair[1]))
    found = False
    for pair in itertools.combinations(heaviest, 2):
        if pair[0][0] + pair[1][0] >= LEAST_WEIGHT:
            found = True
            yield tuple(sorted(stem for _, stem in pair))
    for three in itertools.combinations(heaviest, 3):
        # such a pair among the three made a key of its own above
        if three[0][0] + three[1][0] < LEAST_WEIGHT <= sum(weight for weight, _ in three):
            found = True
            yield tuple(sorted(stem for _, stem in three))
    if not found:
        yield tuple(sorted(wording.stems))


def subject_keys(subject: Subject, parties: frozenset[str] | None = None) -> Numbers:
    """The numbers of a subject's keys, of ``parties`` in the place of its promisors where given."""
    return numbers_of(keys_of(subject.matter, parties))


def is_rich(n_keys: int, subject: Subject) -> bool:
    """Whether a subject of so many keys of its own is near to others as rich by two keys only."""
    return n_keys >= MANY_KEYS and not subject.matter.is_standing


class BlockIndex:
    """Finds, for a key, the subjects that have it, by their positions in a sequence.

    It notes the keys that shares are looked up by (``asked``).
    """

    def __init__(
        self, subjects: Sequence[Subject], keys_of_subject: Callable[[Subject], Numbers] | None = None
    ) -> None:
        """``keys_of_subject`` gives the keys of each subject where they are known."""
        self.subjects = subjects
        self._asked: list[Numbers] = []
        known = keys_of_subject or subject_keys
        self._is_standing = np.array([subject.matter.is_standing for subject in subjects], dtype=np.bool_)
        own = [known(subject) for subject in subjects]
        counts = [len(numbers) for numbers in own]
        self._is_rich = np.array([*map(is_rich, counts, subjects)], dtype=np.bool_)
        self._first = np.cumsum([0, *counts])
        self._own = np.concatenate([NO_KEYS, *own])
        owners = np.repeat(np.arange(len(subjects), dtype=np.int32), counts)
        order = np.lexsort((owners, self._own))
        self._hashes = self._own[order]
        self._owners = owners[order]

    @property
    def asked(self) -> list[Numbers]:
        """The keys that shares were looked up by, some more than once.

        An index of a part of the book answers as that of the whole if the part holds all records that have
        one of them.
        """
        return self._asked

    def keys_at(self, position: int) -> Numbers:
        """The keys of the subject at ``position``."""
        return self._own[self._first[position] : self._first[position + 1]]

    def near(self, wanted: Numbers, position: int, *, rich: bool) -> set[int]:
        """The positions that share a key of ``wanted``; of a long block the NEIGHBOURS on each side.

        Where the subject that looks is ``rich`` in keys of its own, those that are so too share two of them.
        Standing support, which lasts for years, is near to all of a block.
        """
        is_standing = position < len(self._is_standing) and bool(self._is_standing[position])
        starts = np.searchsorted(self._hashes, wanted, side="left")
        ends = np.searchsorted(self._hashes, wanted, side="right")
        blocks: list[npt.NDArray[np.int32]] = []
        held = starts < ends  # most keys of other parties than the promisors are nobody's
        for start, end in zip(starts[held].tolist(), ends[held].tolist(), strict=True):
            block = self._owners[start:end]
            if len(block) > NEIGHBOURS and not is_standing:
                blocks.append(block[self._is_standing[block]])
                middle = int(np.searchsorted(block, position))
                block = block[max(0, middle - NEIGHBOURS) : middle + NEIGHBOURS + 1]
            blocks.append(block)
        if not blocks:
            return set()
        found, shared = np.unique(np.concatenate(blocks), return_counts=True)
        if rich and not is_standing:
            found = found[(shared > 1) | ~self._is_rich[found]]
        return set(found.tolist())

    def near_own(self, position: int) -> set[int]:
        """The positions of the subjects near to that at ``position``, with itself where it has keys."""
        return self.near(self.keys_at(position), position, rich=bool(self._is_rich[position]))

    def asked_near(self, wanted: Numbers, position: int, *, rich: bool) -> set[int]:
        """What is near, told in ``asked``."""
        self._asked.append(wanted)
        return self.near(wanted, position, rich=rich)
