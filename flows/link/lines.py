"""Ledger lines of groups of subjects: their ids, their records, and why each record stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from flows.link.comparison import Comparison, compare
from flows.link.lexicon import Weights
from flows.link.matching import Matched, Partners
from flows.link.subject import Subject, order_of
from models.base import stable_id
from models.ledger import LedgerRecord, LinkRecord

LEAST_SAY = 0.3  # log odds from which a feature is named as a reason
SAME_WORDS = ("same words 1.00",)


def ledger_records(
    subjects: Sequence[Subject], matched: Matched, line_of: Mapping[str, str], weights: Weights
) -> dict[str, tuple[LedgerRecord, ...]]:
    """The records of each matched group under its line's id, in the order of publication.

    ``line_of`` maps records to the lines that they stood in before (``name_groups``).
    """
    groups = [_records_of(subjects, group) for group in matched.groups]
    names = name_groups(groups, line_of)
    return {
        name: tuple(_placed(name, subjects, group, matched.partners, weights))
        for name, group in zip(names, matched.groups, strict=True)
    }


def name_groups(groups: Sequence[Sequence[LinkRecord]], line_of: Mapping[str, str]) -> list[str]:
    """An id for each group of records, which are in the order of publication.

    A line's id goes with its first record that is left; of several ids that meet in a group the one
    whose record is oldest stays. A group without one is named after its first record's evidence.
    """
    opened: dict[str, LinkRecord] = {}
    for record in sorted((record for group in groups for record in group), key=order_of):
        line = line_of.get(record.record_id)
        if line is not None:
            opened.setdefault(line, record)
    heads = {record.record_id: line for line, record in opened.items()}
    taken = set(line_of.values())
    names = []
    for group in groups:
        kept = next((heads[record.record_id] for record in group if record.record_id in heads), None)
        names.append(kept or _new_name(group[0], taken))
    return names


def _new_name(first: LinkRecord, taken: set[str]) -> str:
    """An id from a record's evidence, another one where a line has it that the record has left."""
    evidence = (first.document_id, first.start_char, first.end_char)
    name = stable_id("led", *evidence)
    while name in taken:
        name = stable_id("led", *evidence, name)
    taken.add(name)
    return name


def _records_of(subjects: Sequence[Subject], group: Iterable[int]) -> list[LinkRecord]:
    return sorted((record for position in group for record in subjects[position].records), key=order_of)


def _placed(
    name: str, subjects: Sequence[Subject], group: tuple[int, ...], partners: Partners, weights: Weights
) -> list[LedgerRecord]:
    """A group's records with the reasons of each; subjects stand in the order of their first records."""
    placed: list[tuple[LinkRecord, LedgerRecord]] = []
    for position in group:
        first, *others = subjects[position].records
        partner = _partner(position, group, partners)
        if partner is None:
            placed.append((first, LedgerRecord(ledger_id=name, record_id=first.record_id, score=1)))
        else:
            placed.append((first, _joined(name, subjects[position], subjects[partner], weights)))
        placed.extend((record, _repeated(name, record, first)) for record in others)
    return [record for _, record in sorted(placed, key=lambda pair: order_of(pair[0]))]


def _partner(position: int, group: tuple[int, ...], partners: Partners) -> int | None:
    """The likeliest partner among the earlier subjects of the group, else among all; None for the first."""
    members = set(group)
    inside = [other for other in partners.at(position) if other in members]
    if position == group[0] or not inside:
        return None
    return next((other for other in inside if other < position), inside[0])


def _joined(name: str, subject: Subject, partner: Subject, weights: Weights) -> LedgerRecord:
    """The first record of a subject, with what joined it to the partner."""
    reason = compare(subject, partner, weights)
    if reason is None:
        raise ValueError("partners can be one commitment, or they would be none")
    return LedgerRecord(
        ledger_id=name,
        record_id=subject.records[0].record_id,
        joined_by=explain(reason, weights),
        joined_to=partner.records[0].record_id,
        score=round(reason.score, 4),
    )


def _repeated(name: str, record: LinkRecord, first: LinkRecord) -> LedgerRecord:
    """A record that says the same words of the same parties as the first of its subject."""
    return LedgerRecord(
        ledger_id=name,
        record_id=record.record_id,
        joined_by=SAME_WORDS,
        joined_to=first.record_id,
        score=1,
    )


def explain(comparison: Comparison, weights: Weights) -> tuple[str, ...]:
    """The features that speak for joining, each with its value, the weightiest first."""
    says = {name: getattr(weights, name) * value for name, value in comparison.features.items()}
    named = sorted(
        (name for name, say in says.items() if say >= LEAST_SAY), key=lambda name: (-says[name], name)
    )
    return tuple(f"{name.replace('_', ' ')} {comparison.features[name]:.2f}" for name in named)
