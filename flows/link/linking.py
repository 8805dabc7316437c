"""The linking of records into lines: all of them, or those that changed documents can touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from flows.link.blocking import NO_KEYS, BlockIndex, subject_keys
from flows.link.clustering import Edges
from flows.link.kept import Kept, Pairs
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
class Met:
    """Subjects that were compared and grouped, and the line in which each record stood before, by its id."""

    index: BlockIndex
    line_of: Mapping[str, str]
    matched: Matched

    @property
    def subjects(self) -> Sequence[Subject]:
        """All subjects that were at hand."""
        return self.index.subjects

    @property
    def askers(self) -> list[Asker]:
        """Those that were compared with all that is near: near ones that are not at hand are lacking."""
        fresh = sorted(self.matched.fresh)
        return [_asker(self.subjects[position], self.index.keys_at(position)) for position in fresh]

    @property
    def opened(self) -> frozenset[str]:
        """The first records of the subjects that were looked at with all that is near or kept."""
        return frozenset(self.subjects[position].records[0].record_id for position in self.matched.opened)

    @property
    def touched(self) -> set[str]:
        """The known lines that a grouped record stood in, or one that is gone."""
        present = {record.record_id for subject in self.subjects for record in subject.records}
        grouped = {
            record.record_id
            for group in self.matched.groups
            for position in group
            for record in self.subjects[position].records
        }
        return {line for record, line in self.line_of.items() if record in grouped or record not in present}


@dataclass(frozen=True)
class LikelyPairs:
    """The pairs of subjects that may be one commitment, by their first records, with how likely that is.

    The nodes of ``edges`` are places in ``record_ids``.
    """

    record_ids: Sequence[str]
    edges: Edges


@dataclass(frozen=True)
class Part:
    """What linking some records gave.

    ``lines`` and ``asked`` say what it went by beside those near to the askers (``Met``): with all records of
    these lines and keys at hand too, it is what linking the whole book gives. New lines are among them, as
    one that was not at hand may have such a name. Nothing is asked where that is what was linked. ``keys``
    are those by which to find again each record that was compared with all that is near; a record that
    repeats the first of its subject has none. ``pairs`` are all likely ones of these.
    """

    linking: Linking
    lines: frozenset[str]
    asked: Numbers
    keys: Mapping[str, Numbers]
    pairs: LikelyPairs


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
    met = meet(records, memory, ledger, changed_documents)
    return place(met, met.index, memory, ledger, whole=whole)


def meet(
    records: Iterable[LinkRecord],
    memory: Memory,
    ledger: Ledger,
    changed_documents: Collection[str] | None,
    opened: Collection[str] = (),
    pairs: Pairs | None = None,
) -> Met:
    """Compare and group the records, or those that ``changed_documents`` touch among them.

    ``opened`` are first records of subjects that are looked at too, as they were when fewer were at hand.
    ``pairs`` are those that the book keeps, so that only what is new or changed is compared; without them
    everything is.
    """
    subjects = memory.subjects.of(records)
    index = BlockIndex(subjects, memory.keys)
    line_of = _line_of(ledger.placed)
    fresh = _start(subjects, line_of, ledger.lessened, changed_documents)
    lines_at = {
        position: {line_of[record.record_id] for record in subject.records if record.record_id in line_of}
        for position, subject in enumerate(subjects)
    }
    again = {place for place, subject in enumerate(subjects) if subject.records[0].record_id in opened}
    start = fresh | again | _beside(fresh, lines_at)
    kept = Kept(subjects, fresh, pairs)
    matched = match(subjects, index, start, lines_at, memory.comparisons, kept)
    return Met(index, line_of, matched)


def place(met: Met, index: BlockIndex, memory: Memory, ledger: Ledger, *, whole: bool) -> Part:
    """The lines that groups of records make, and whose shares these are among those of ``index``.

    ``whole`` says that these are all there are, and that all of them were looked at.
    """
    matched, known, lines_before = met.matched, ledger.placed, ledger.lines
    line_before = _line_of(known)  # with more than met: no new line takes the name of one at hand
    placed = ledger_records(met.subjects, matched, line_before, memory.comparisons.weights)
    gone = (met.touched | lines_before.keys() - known.keys()) - placed.keys()

    members = {**known, **placed}
    line_of = _line_of({line: those for line, those in members.items() if line not in gone})
    lines = [line_of[subject.records[0].record_id] for subject in index.subjects]
    shares = Shares(index, lines, memory.membership, memory.comparisons, memory.keys, whole=whole)
    changed = {
        line
        for line, those in placed.items()
        if whole or line in ledger.lessened or _ids(those) != _ids(known.get(line, ()))
    }
    wanted = {line for line, old in lines_before.items() if old.parent_id in changed or old.parent_id in gone}
    wanted = (wanted | changed | shares.shares_near(changed)) - gone
    parents = {line: lines_before[line].parent_id for line in placed.keys() - wanted}
    parents |= shares.parents(wanted)
    now = [
        LedgerLine(ledger_id=line, parent_id=parents.get(line), n_linked=len(members[line]))
        for line in sorted(wanted | placed.keys())
    ]
    return Part(
        linking=_changes(now, members, known, lines_before, gone),
        lines=frozenset(met.touched | wanted | gone),
        asked=shares.asked,
        keys={
            record.record_id: NO_KEYS
            if repeats
            else _stored(met.subjects[position], met.index.keys_at(position))
            for position in sorted(matched.fresh)
            for repeats, record in enumerate(met.subjects[position].records)
        },
        pairs=LikelyPairs(
            record_ids=[subject.records[0].record_id for subject in met.subjects],
            edges=matched.compared,
        ),
    )


def _line_of(placed: Mapping[str, Iterable[LedgerRecord]]) -> dict[str, str]:
    """The line of each record, by its id."""
    return {record.record_id: line for line, records in placed.items() for record in records}


def _ids(records: Iterable[LedgerRecord]) -> set[str]:
    return {record.record_id for record in records}


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


def _beside(fresh: Collection[int], lines_at: Mapping[int, Collection[str]]) -> set[int]:
    """The subjects of lines that hold a fresh one.

    Such a line may be nearer to others than it was, also by its other subjects, though all of them stay.
    """
    grown = {line for position in fresh for line in lines_at[position]}
    return {position for position, lines in lines_at.items() if not grown.isdisjoint(lines)}


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
