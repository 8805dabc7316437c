"""The linking of records into lines: all of them, or those that changed documents can touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from flows.link.blocking import BlockIndex, subject_keys
from flows.link.keys import Numbers, numbers_of
from flows.link.lexicon import load_weights
from flows.link.lines import ledger_records
from flows.link.matching import Comparisons, Matched, match
from flows.link.membership import Membership
from flows.link.shares import Shares
from flows.link.subject import Subject, Subjects
from models.ledger import LedgerLine, LedgerRecord, Linking, LinkRecord


@dataclass(frozen=True)
class Ledger:
    """The lines that are known, and the records in them.

    ``lessened`` are lines that hold other records than linking put in them, because some are gone.
    """

    lines: Mapping[str, LedgerLine]
    placed: Mapping[str, tuple[LedgerRecord, ...]]
    lessened: Collection[str]


NO_KEYS: Numbers = np.array([], dtype=np.int64)
STANDING = int(numbers_of([("standing",)])[0])  # marks the keys of standing support, which is near to all


@dataclass(frozen=True)
class Asker:
    """A record that looked for what is near to it by its keys, and whether all of each block is near.

    The keys are those that the book holds for it.
    """

    record_id: str
    keys: Numbers
    is_standing: bool


@dataclass(frozen=True)
class Part:
    """What linking some records gave.

    ``lines``, ``askers`` and ``asked`` say what it went by: with all records of these lines and keys, and
    those near to the askers, at hand, it is what linking the whole book gives. Where that is what was linked,
    there are no askers and nothing asked. ``keys`` are those by which
    to find again each record that was compared with all that is near; a record that repeats the first of
    its subject has none.
    """

    linking: Linking
    lines: frozenset[str]
    askers: tuple[Asker, ...]
    asked: frozenset[int]
    keys: Mapping[str, Numbers]


class Memory:
    """What linking works out of records and would work out again when more of them are at hand."""

    def __init__(self, membership: Membership, *, kept: bool = True) -> None:
        """Without ``kept`` for linking once: nothing is remembered."""
        self.membership = membership
        self.subjects = Subjects(membership, kept=kept)
        self.comparisons = Comparisons(load_weights(), kept=kept)
        self._kept = kept
        self._keys: dict[tuple[int, frozenset[str] | None], Numbers] = {}

    def keys(self, subject: Subject, parties: frozenset[str] | None = None) -> Numbers:
        """The keys of a subject, of ``parties`` in the place of its promisors where given."""
        if not self._kept:
            return subject_keys(subject, parties)
        named = id(subject), parties
        if named not in self._keys:
            self._keys[named] = subject_keys(subject, parties)
        return self._keys[named]


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
    lost a record, and the lines that change with these are linked; else every record. The records join
    alike either way, as long as no more than 50 subjects lie between two of the same party and words.
    Lines keep their ids as ``lines.name_groups`` says.
    """
    ledger, memory = ledger_of(known_lines, known_linked), Memory(membership, kept=False)
    return link_part(records, memory, ledger, changed_documents, whole=True).linking


def link_all(
    records: Iterable[LinkRecord],
    membership: Membership,
    known_lines: Iterable[LedgerLine],
    known_linked: Iterable[LedgerRecord],
) -> Part:
    """Link every record, with the keys of each."""
    memory = Memory(membership, kept=False)
    return link_part(records, memory, ledger_of(known_lines, known_linked), None, whole=True)


def ledger_of(known_lines: Iterable[LedgerLine], known_linked: Iterable[LedgerRecord]) -> Ledger:
    """The lines and all records in them."""
    lines = {line.ledger_id: line for line in known_lines}
    placed = by_line(known_linked)
    return Ledger(lines, placed, _lessened(lines, placed))


def link_part(
    records: Iterable[LinkRecord],
    memory: Memory,
    ledger: Ledger,
    changed_documents: Collection[str] | None,
    *,
    whole: bool,
) -> Part:
    """The same for some of the records, or all where ``whole``, with the lines in which they stand."""
    weights = memory.comparisons.weights
    known, lines_before = ledger.placed, ledger.lines
    subjects = memory.subjects.of(records)
    index = BlockIndex(subjects, memory.keys)
    line_of = {record.record_id: line for line, placed in known.items() for record in placed}
    start = _start(subjects, line_of, ledger.lessened, changed_documents)
    lines_at = {
        position: {line_of[record.record_id] for record in subject.records if record.record_id in line_of}
        for position, subject in enumerate(subjects)
    }
    matched = match(subjects, index, start, lines_at, memory.comparisons)
    placed = ledger_records(subjects, matched, line_of, weights)
    touched = _touched_lines(subjects, matched, line_of)
    gone = (touched | lines_before.keys() - known.keys()) - placed.keys()

    line_of |= {record.record_id: line for line, those in placed.items() for record in those}
    lines = [line_of[subject.records[0].record_id] for subject in subjects]
    shares = Shares(subjects, lines, memory.membership, weights, whole, memory.keys)
    wanted = {line for line, old in lines_before.items() if old.parent_id in placed or old.parent_id in gone}
    wanted = (wanted | placed.keys() | shares.shares_near(placed.keys(), index)) - gone
    parents = shares.parents(wanted)
    members = {**known, **placed}
    opened = sorted(matched.opened)
    now = [
        LedgerLine(ledger_id=line, parent_id=parents.get(line), n_linked=len(members[line]))
        for line in sorted(wanted)
    ]
    return Part(
        linking=_changes(now, members, known, lines_before, gone),
        lines=frozenset(touched | wanted | gone),
        askers=() if whole else tuple(_asker(subjects[place], index.keys_at(place)) for place in opened),
        asked=frozenset(index.asked | shares.asked),
        keys={
            record.record_id: NO_KEYS if place else _stored(subjects[position], index.keys_at(position))
            for position in opened
            for place, record in enumerate(subjects[position].records)
        },
    )


def _asker(subject: Subject, keys: Numbers) -> Asker:
    return Asker(subject.records[0].record_id, _stored(subject, keys), subject.matter.is_standing)


def _stored(subject: Subject, keys: Numbers) -> Numbers:
    """The keys of a subject as the book holds them."""
    return np.append(keys, STANDING) if subject.matter.is_standing else keys


def by_line(records: Iterable[LedgerRecord]) -> dict[str, tuple[LedgerRecord, ...]]:
    """The records of each line."""
    found: defaultdict[str, list[LedgerRecord]] = defaultdict(list)
    for record in records:
        found[record.ledger_id].append(record)
    return {line: tuple(placed) for line, placed in found.items()}


def _lessened(lines: Mapping[str, LedgerLine], known: Mapping[str, tuple[LedgerRecord, ...]]) -> set[str]:
    """The lines whose records are not as many as linking put in them."""
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
