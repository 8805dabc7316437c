"""When acts are due: the year, and the few days of an act that is near when a document tells of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from flows.link.lexicon import load_lexicon
from models.ledger import LinkRecord


@dataclass(frozen=True, slots=True)
class NearTerm:
    """The days from ``first`` to ``last`` on which an act is due that is only days away when told."""

    first: dt.date
    last: dt.date

    def is_over_before(self, other: NearTerm, told_on: dt.date) -> bool:
        """Whether these days were over before the other act began and was first told of, on ``told_on``.

        A day that slips is told of anew before it has passed, and one that is told of afterwards is the same.
        """
        return self.last < min(other.first, told_on)


def near_term(record: LinkRecord) -> NearTerm | None:
    """The days on which a record's act is due; None where they are open or not near its document."""
    told_on, first, last = record.published_on, record.due_start, record.due_end
    if told_on is None or first is None or last is None:
        return None
    is_near = abs((last - told_on).days) <= load_lexicon().near_days
    return NearTerm(first, last) if is_near else None


def due_year(record: LinkRecord) -> int | None:
    """The year by which the act is due; a year before the document's dates something else."""
    due = record.due_end or record.due_start
    if due is None or (record.published_on and due.year < record.published_on.year):
        return None
    return due.year
