"""Ledger lines: the records of one commitment, within and across documents."""

from __future__ import annotations

import datetime as dt

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

from models.base import Contract
from models.vocabulary import Category, Force, Polarity

# Linking holds those of a whole book at once: with slots one takes a quarter of what a model takes
_EXACT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True, config=_EXACT)
class LinkRecord:
    """What linking needs to know of a record, with the day on which its document was published.

    The fields are those of ``Record``; ``published_on`` is None where nothing dates the document.
    """

    record_id: str
    document_id: str
    start_char: int = Field(ge=0)
    end_char: int
    published_on: dt.date | None = None
    sentence: str = ""
    action: str = Field(min_length=1)
    force: Force
    promisors: tuple[str, ...] = Field(min_length=1)
    beneficiaries: tuple[str, ...] = ()
    polarity: Polarity
    category: Category
    amount: float | None = None
    unit: str | None = None
    due_start: dt.date | None = None
    due_end: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=_EXACT)
class LedgerRecord:
    """A record's place in a ledger line, and why it is there.

    ``joined_by`` names the features, each with its value, that it has in common with the record
    ``joined_to`` of the line; the record that opened the line has neither. ``score`` says how surely it
    belongs there, 0 to 1, 1 for the record that opened the line.
    """

    ledger_id: str
    record_id: str
    joined_by: tuple[str, ...] = ()
    joined_to: str | None = None
    score: float = Field(ge=0, le=1)


@dataclass(frozen=True, slots=True, kw_only=True, config=_EXACT)
class LedgerLine:
    """A line; ``parent_id`` names the line of a group that this one is a member's share of.

    ``n_linked`` is how many records linking put in it, 0 where its parent is gone since: a line that holds
    another number now is linked again.
    """

    ledger_id: str
    parent_id: str | None = None
    n_linked: int = Field(default=0, ge=0)


class Linking(Contract):
    """What linking changes: lines with all their records, and the ids of lines that are no more.

    Lines that it did not touch are not in it. ``lines`` are sorted by id, ``records`` by line and, in
    it, in the order in which they were published.
    """

    lines: tuple[LedgerLine, ...] = ()
    records: tuple[LedgerRecord, ...] = ()
    gone: tuple[str, ...] = ()
