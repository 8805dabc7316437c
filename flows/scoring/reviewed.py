"""Analysts' verdicts as gold: what a reviewed document holds, in the form of an annotated one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from flows.scoring.gold import Gold, GoldName, GoldRecord

_TEXTS = ("due_text", "due_start", "due_end", "condition", "speaker", "amount", "unit")
_VALUES = ("force", "polarity", "certainty", "category", "speaker_type")


def reviewed_gold(documents: Sequence[str], commitments: Iterable[Mapping[str, Any]]) -> Gold:
    """The gold of ``documents``: each of ``commitments``, a row of that view, with one right value a field.

    A row names its document under ``document``. A document without a row holds no commitment.
    """
    return Gold(documents=tuple(documents), records=tuple(map(_record, commitments)))


def _record(row: Mapping[str, Any]) -> GoldRecord:
    values: dict[str, Any] = {name: (row[name],) for name in _VALUES}
    values |= {name: () if row[name] is None else (row[name],) for name in _TEXTS}
    values |= {name: _names(row[name]) for name in ("promisors", "beneficiaries")}
    values |= {name: row[name] for name in ("sentence", "action", "direct")}
    return GoldRecord(doc=row["document"], **values)


def _names(names: Iterable[str]) -> tuple[GoldName, ...]:
    return tuple(GoldName(alternatives=(name,)) for name in names)
