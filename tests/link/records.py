"""Records to link, and the membership of a small world, for the tests of linking."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any

from flows.link import Membership
from flows.link.membership import Term
from models.base import stable_id
from models.ledger import LedgerRecord, Linking, LinkRecord

WORLD = Membership(
    members={"NATO": frozenset({"Germany", "Norway", "United States"})},
    acts_for={"Bundeswehr": "Germany", "European Commission": "European Union"},
    terms={"Olaf Scholz": (Term("Germany", "2021-12-08", "2025-05-06"),)},
    adjectives={"ukrainian": "Ukraine", "german": "Germany", "moldovan": "Moldova"},
    heads={
        "Germany": (
            Term("Olaf Scholz 2021-12-08", "2021-12-08", "2025-05-06"),
            Term("Friedrich Merz 2025-05-06", "2025-05-06"),
        )
    },
)


def pledge(action: str, day: str | None = "2023-01-25", document: str = "", **fields: Any) -> LinkRecord:
    """A pledge by Germany to Ukraine, in a document of its own by default."""
    published = dt.date.fromisoformat(day) if day else None
    name = document or f"{action} {day} {sorted(fields.items())}"
    values: dict[str, Any] = {
        "record_id": stable_id("com", name, action, str(sorted(fields.items()))),
        "document_id": stable_id("doc", name),
        "start_char": 10,
        "end_char": 10 + len(action),
        "published_on": published,
        "action": action,
        "force": "pledge",
        "promisors": ("Germany",),
        "beneficiaries": ("Ukraine",),
        "polarity": "positive",
        "category": "military",
    }
    return LinkRecord(**values | fields)


def partition(linking: Linking) -> set[frozenset[str]]:
    """The sets of record ids that stand in one line."""
    return {frozenset(record.record_id for record in placed) for placed in by_line(linking).values()}


def by_line(linking: Linking) -> dict[str, list[LedgerRecord]]:
    """The records of each line."""
    found: defaultdict[str, list[LedgerRecord]] = defaultdict(list)
    for record in linking.records:
        found[record.ledger_id].append(record)
    return dict(found)
