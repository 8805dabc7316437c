"""Linking new records into a book of which only what they can reach is read.

What linking looks up, it tells: whatever of it is not at hand is fetched and all is linked again, until
nothing is missing; what was worded and compared once is not again. What it then says is what linking the
whole book would say, but for records that have more than ``blocking.NEIGHBOURS`` others of the same party and
words on a side: new ones part their neighbours, and lines that these do not touch are left as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

import numpy as np

from flows.link.blocking import MANY_KEYS, NEIGHBOURS, NO_KEYS, BlockIndex
from flows.link.kept import Likely
from flows.link.keys import Numbers
from flows.link.linking import STANDING, Asker, Ledger, Memory, Met, Part, by_line, meet, place
from flows.link.membership import Membership
from models.ledger import LedgerLine, LedgerRecord, LinkRecord


class Book(Protocol):
    """What linking asks of the records and lines that there are."""

    @property
    def n_records(self) -> int:
        """How many records there are."""

    def records_of(self, record_ids: Collection[str]) -> Sequence[LinkRecord]:
        """The records of these ids."""

    def near(
        self, askers: Sequence[Asker], neighbours: int, many_keys: int, standing: int
    ) -> Collection[str]:
        """The ids of the records that are near to each asker by its keys, or say the same as it.

        Of a long block the ``neighbours`` on each side, in the order of publication, and those with the
        key ``standing``; by two keys at least where asker and record have ``many_keys`` and neither has
        that one. Records that repeat one of these are among them, and others may be.
        """

    def with_keys(self, keys: Numbers) -> Collection[str]:
        """The ids of all records that the book keeps one of ``keys`` of, with those that repeat them."""

    def pairs_of(self, record_ids: Collection[str]) -> Iterable[tuple[str, str, float]]:
        """The likely pairs that the book keeps of these records, each once, with how likely they are."""

    def places(self, record_ids: Collection[str]) -> Sequence[LedgerRecord]:
        """Where these records stand, those of them that stand in a line."""

    def members_of(self, lines: Collection[str]) -> Collection[str]:
        """The ids of all records of ``lines``."""

    def lines_with_children(self, lines: Collection[str]) -> Sequence[LedgerLine]:
        """The lines of these ids, and those whose parents they are."""


LEAST_WORTH = 5000  # records that may be read in parts however small the book is,
LARGEST_SHARE = 0.5  # and the share of a large one


def link_reached(
    book: Book, membership: Membership, unsettled: Collection[str], lessened: Collection[str] = ()
) -> Part | None:
    """Link the records ``unsettled``, those of the lines ``lessened``, and all that they can touch.

    ``unsettled`` are the records that are new or changed, of which the book keeps no keys. None where they
    reach so much of the book that linking all of it at once takes less.
    """
    most = max(LEAST_WORTH, LARGEST_SHARE * book.n_records)
    reach, memory = _Reach(book, most), Memory(membership)
    reach.fetch({*unsettled, *book.members_of(lessened)})
    reach.fetch_lines(lessened)
    changed = {record.document_id for record in reach.records.values() if record.record_id in set(unsettled)}
    opened: frozenset[str] = frozenset()
    while not reach.is_too_much:
        ledger = reach.ledger(lessened)
        met = meet(reach.records.values(), memory, ledger, changed, opened, reach.pairs)
        opened = met.opened
        partners = reach.pairs.partners(opened, memory.comparisons.weights.join)
        if not reach.lacks(met.touched, askers=met.askers, partners=partners):
            return _placed(met, reach, memory, lessened)
    return None


def _placed(met: Met, reach: _Reach, memory: Memory, lessened: Collection[str]) -> Part | None:
    """The lines of what met, with all that is at hand where their shares are looked for."""
    while not reach.is_too_much:
        index = BlockIndex(memory.subjects.of(reach.records.values()), memory.keys)
        part = place(met, index, memory, reach.ledger(lessened), whole=False)
        if not reach.lacks(part.lines, keys=part.asked):
            return part
    return None


class _KeptPairs:
    """The likely pairs that the book keeps, each fetched once."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._likely: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self._asked: set[str] = set()

    def of(self, record_ids: Collection[str]) -> Likely:
        """How likely these, and others, are one commitment with others."""
        new = set(record_ids) - self._asked
        self._asked |= new
        for one, other, score in self._book.pairs_of(new) if new else ():
            self._likely[one][other] = self._likely[other][one] = score
        return self._likely

    def partners(self, record_ids: Collection[str], join: float) -> set[str]:
        """Those that these are likely enough to ``join``, as far as their pairs were asked for."""
        return {
            other
            for record in record_ids
            for other, score in self._likely.get(record, {}).items()
            if score >= join
        }


class _Reach:
    """The records and lines that are at hand.

    ``is_too_much`` says that more than ``most`` records were asked for; they are not read then.
    """

    def __init__(self, book: Book, most: float) -> None:
        self.is_too_much = False
        self._most = most
        self.records: dict[str, LinkRecord] = {}
        self.pairs = _KeptPairs(book)
        self._book = book
        self._places: dict[str, LedgerRecord] = {}
        self._lines: dict[str, LedgerLine] = {}
        self._asked = NO_KEYS
        self._askers: set[str] = set()
        self._whole: set[str] = set()

    def ledger(self, lessened: Collection[str]) -> Ledger:
        """The lines at hand."""
        return Ledger(self._lines, by_line(self._places.values()), lessened)

    def lacks(
        self,
        lines: Collection[str],
        *,
        askers: Iterable[Asker] = (),
        partners: Collection[str] = (),
        keys: Numbers = NO_KEYS,
    ) -> bool:
        """Fetch the records of lines and keys, those near to askers, and partners with all of their lines.

        Whether any was not at hand.
        """
        before = len(self.records), len(self._lines)
        new_keys = np.setdiff1d(keys, self._asked, assume_unique=True)
        new_lines = set(lines) - self._whole
        new_askers = [asker for asker in askers if asker.record_id not in self._askers]
        new_lines |= {place.ledger_id for place in self._book.places(set(partners) - self.records.keys())}
        self._asked = np.concatenate([self._asked, new_keys])
        self._askers |= {asker.record_id for asker in new_askers}
        self._whole |= new_lines
        near = self._book.near(new_askers, NEIGHBOURS, MANY_KEYS, STANDING)
        self.fetch({*near, *self._book.with_keys(new_keys), *self._book.members_of(new_lines)})
        self.fetch_lines(new_lines)
        return self.is_too_much or before != (len(self.records), len(self._lines))

    def fetch(self, record_ids: Iterable[str]) -> None:
        """Bring in records with the lines in which they stand, unless that makes too much."""
        new = set(record_ids) - self.records.keys()
        self.is_too_much = len(self.records) + len(new) > self._most
        if self.is_too_much:
            return
        self.records |= {record.record_id: record for record in self._book.records_of(new)}
        places = self._book.places(new)
        self._places |= {place.record_id: place for place in places}
        self.fetch_lines({place.ledger_id for place in places} - self._lines.keys())

    def fetch_lines(self, lines: Collection[str]) -> None:
        """Bring in lines, and those whose parents they are."""
        found = [line for line in self._book.lines_with_children(lines) if line.ledger_id not in self._lines]
        self._lines |= {line.ledger_id: line for line in found}
