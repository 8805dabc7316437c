"""Ledger lines: the records of one commitment, within and across documents."""

from __future__ import annotations

from pydantic import Field

from models.base import Contract


class LedgerRecord(Contract):
    """A record's place in a ledger line, and why it is there.

    ``joined_by`` names the features that joined it, none for the record that opened the line; ``score``
    says how surely it belongs there, 0 to 1, 1 for the record that opened the line.
    """

    ledger_id: str
    record_id: str
    joined_by: tuple[str, ...] = ()
    score: float = Field(ge=0, le=1)


class LedgerLine(Contract):
    """A line; ``parent_id`` names the line of a group that this one is a member's share of."""

    ledger_id: str
    parent_id: str | None = None
