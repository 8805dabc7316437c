"""The linking of records into lines: all of them, or those that changed documents can touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from flows.link.blocking import BlockIndex
from flows.link.lexicon import Weights, load_weights
from flows.link.lines import ledger_records
from flows.link.matching import Matched, match
from flows.link.membership import Membership
from flows.link.shares import Shares
from flows.link.subject import Subject, subjects_of
from models.ledger import LedgerLine, LedgerRecord, Linking, LinkRecord


def link(
    records: Iterable[LinkRecord],
    membership: Membership,
    known_lines: Iterable[LedgerLine] = (),
    known_linked: Iterable[LedgerRecord] = (),
    changed_documents: Collection[str] | None = None,
) -> Linking:
    """Join records into ledger lines, and say what that changes in the lines that are known.

    ``records`` are all records there are; a known record that is not among them is gone. With
    ``changed_documents`` only the records of these documents, those in no known line, those whose line
    lost a record, and all that these can touch are linked; else every record. The records join alike
    either way, as long as no more than 50 subjects lie between two of the same party and words. Lines
    keep their ids as ``lines.name_groups`` says.
    """
    weights = load_weights()
    known = _by_line(known_linked)
    lines_before = {line.ledger_id: line for line in known_lines}
    subjects = subjects_of(records, membership)
    index = BlockIndex(subjects)
    line_of = {record.record_id: line for line, placed in known.items() for record in placed}
    start = _start(subjects, line_of, _lessened(lines_before, known), changed_documents)
    matched = _match_whole_lines(subjects, index, start, line_of, weights)
    placed = ledger_records(subjects, matched, line_of, weights)
    gone = (_touched_lines(subjects, matched, line_of) | lines_before.keys() - known.keys()) - placed.keys()

    line_of |= {record.record_id: line for line, those in placed.items() for record in those}
    lines = [line_of[subject.records[0].record_id] for subject in subjects]
    shares = Shares(subjects, lines, membership, weights)
    wanted = {line for line, old in lines_before.items() if old.parent_id in placed or old.parent_id in gone}
    wanted = (wanted | placed.keys() | shares.shares_near(placed.keys(), index)) - gone
    parents = shares.parents(wanted)
    members = known | placed
    now = [
        LedgerLine(ledger_id=line, parent_id=parents.get(line), n_linked=len(members[line]))
        for line in sorted(wanted)
    ]
    return _changes(now, members, known, lines_before, gone)


def _by_line(records: Iterable[LedgerRecord]) -> dict[str, tuple[LedgerRecord, ...]]:
    found: defaultdict[str, list[LedgerRecord]] = defaultdict(list)
    for record in records:
        found[record.ledger_id].append(record)
    return {line: tuple(placed) for line, placed in found.items()}


def _lessened(lines: Mapping[str, LedgerLine], known: Mapping[str, tuple[LedgerRecord, ...]]) -> set[str]:
    """The lines that hold other records than linking put in them, because some are gone."""
    return {
        name for name, placed in known.items() if name not in lines or lines[name].n_linked != len(placed)
    }


def _start(
    subjects: Sequence[Subject],
    line_of: Mapping[str, str],
    lessened: Collection[str],
    changed: Collection[str] | None,
) -> set[int]:
    """The positions of the subjects at which linking starts."""
    if changed is None:
        return set(range(len(subjects)))
    present = {record.record_id for subject in subjects for record in subject.records}
    shaken = {line for record, line in line_of.items() if record not in present} | set(lessened)
    for subject in subjects:
        own = (record.record_id for record in subject.records if record.document_id in changed)
        shaken.update(line_of[record] for record in own if record in line_of)
    return {
        position
        for position, subject in enumerate(subjects)
        for record in subject.records
        if record.record_id not in line_of or line_of[record.record_id] in shaken
    }


def _match_whole_lines(
    subjects: Sequence[Subject],
    index: BlockIndex,
    start: set[int],
    line_of: Mapping[str, str],
    weights: Weights,
) -> Matched:
    """Match from ``start``, and once more where lines of other weights or words were reached in part."""
    while True:
        matched = match(subjects, index, start, weights)
        reached = {position for group in matched.groups for position in group}
        touched = _touched_lines(subjects, matched, line_of)
        missed = {
            position
            for position, subject in enumerate(subjects)
            if position not in reached and line_of.get(subject.records[0].record_id) in touched
        }
        if not missed:
            return matched
        start |= missed


def _touched_lines(subjects: Sequence[Subject], matched: Matched, line_of: Mapping[str, str]) -> set[str]:
    """The known lines that a matched record stood in, or one that is gone."""
    present = {record.record_id for subject in subjects for record in subject.records}
    matched_records = {
        record.record_id for group in matched.groups for place in group for record in subjects[place].records
    }
    return {line for record, line in line_of.items() if record in matched_records or record not in present}


def _changes(
    lines: Sequence[LedgerLine],
    placed: Mapping[str, tuple[LedgerRecord, ...]],
    known: Mapping[str, tuple[LedgerRecord, ...]],
    lines_before: Mapping[str, LedgerLine],
    gone: Collection[str],
) -> Linking:
    """The lines whose records, reasons or parent are not as they were."""
    changed = [
        line
        for line in lines
        if line != lines_before.get(line.ledger_id)
        or set(placed[line.ledger_id]) != set(known.get(line.ledger_id, ()))
    ]
    return Linking(
        lines=tuple(changed),
        records=tuple(record for line in changed for record in placed[line.ledger_id]),
        gone=tuple(sorted(gone)),
    )
