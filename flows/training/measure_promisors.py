"""Measure whom the rules name, against labels of who binds himself; the judge is not asked.

    python -m flows.training.measure_promisors FOLDER [--wrong NUMBER] [--out FILE] [--before FILE]

FOLDER holds the documents that were labelled (``NAME.docs.jsonl``, ``id`` and ``text`` a line). Prints, for
each file and each kind of rule, how many labelled acts are still proposed, for how many of these exactly the
right parties are named, and precision, recall and F1 of names; with ``--wrong`` that many of the others, with
their sentences. ``--out`` keeps whom the rules named (JSON), and ``--before`` reads such a file and prints
what has become right since, and what wrong: a rule is worth keeping if the first is much the longer list.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.extract.analysis import Analysis
from flows.extract.proposals import propose
from flows.scoring.counts import Counts
from flows.scoring.names import count_names
from flows.training.examples import ExampleReader
from flows.training.pairs import DOCUMENTS_ENDING
from flows.training.promisor_labels import (
    PROMISORS_FOLDER,
    PromisorLabel,
    PromisorLabels,
    read_promisor_labels,
)

Named = dict[str, list[str]]  # whom the rules named for a labelled act, by its key


@dataclass(frozen=True, slots=True)
class LabelledAct:
    """A labelled act as the rules read it: its key, the file and rule it is of, and whom they name."""

    key: str
    file: str
    rule_id: str
    sentence: str
    label: PromisorLabel
    names: tuple[str, ...]

    @property
    def counts(self) -> Counts:
        """The names that were found, wanted and given."""
        return count_names(self.label.promisors, self.names)

    def is_right(self, names: Sequence[str]) -> bool:
        """Whether these are all of those who bind themselves, and nobody else."""
        counts = count_names(self.label.promisors, names)
        return counts.hits == counts.gold == counts.predicted


def main() -> None:
    """Read the folder, print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wrong", type=int, default=0, metavar="NUMBER")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--before", type=Path)
    arguments = parser.parse_args()
    acts = list(labelled_acts(arguments.folder))
    print("\n".join(table(acts)))
    wrong = [act for act in acts if not act.is_right(act.names)]
    print("\n".join(map(shown, wrong[: arguments.wrong])))
    if arguments.out is not None:
        arguments.out.write_text(json.dumps({act.key: act.names for act in acts}), encoding="utf-8")
    if arguments.before is not None:
        print("\n".join(changes(acts, json.loads(arguments.before.read_text(encoding="utf-8")))))


def labelled_acts(folder: Path) -> Iterator[LabelledAct]:
    """Every labelled act of the documents in ``folder`` that the rules propose.

    Raises OSError where a file can't be read, GoldError where one of labels breaks its contract, and
    ValueError where the folder has no labelled documents.
    """
    reader = ExampleReader()
    files = [
        (path, folder / f"{path.stem}{DOCUMENTS_ENDING}") for path in sorted(PROMISORS_FOLDER.glob("*.jsonl"))
    ]
    if not any(documents.exists() for _, documents in files):
        raise ValueError(f"{folder}: no documents of {PROMISORS_FOLDER}")
    for path, documents in files:
        if documents.exists():
            labels = read_promisor_labels(path)
            for analysis in reader.analyses(documents, labels.documents):
                yield from acts_of(analysis, labels, path.stem)


def acts_of(analysis: Analysis, labels: PromisorLabels, file: str) -> Iterator[LabelledAct]:
    """The labelled acts of one document, each once: as the first rule reads it that proposes it."""
    name = analysis.document.source_name
    seen: set[str] = set()
    for proposal in propose(analysis):
        label = labels.of(name, proposal)
        if label is None:
            continue
        key = f"{name}:{label.sentence}:{label.start}"
        if key not in seen:
            seen.add(key)
            names = tuple(party.name for party in proposal.promisors)
            rule_id = proposal.candidate.rule_id
            yield LabelledAct(key, file, rule_id, proposal.sentence.span.text, label, names)


def table(acts: Iterable[LabelledAct]) -> Iterator[str]:
    """Lines of a table: all acts, those of each file, and those of each kind of rule."""
    groups: defaultdict[str, list[LabelledAct]] = defaultdict(list)
    for act in acts:
        for group in ("all", act.file, f"rules {act.rule_id.split('.')[0]}"):
            groups[group].append(act)
    yield "| | acts | all right | P | R | F1 |\n| --- | --- | --- | --- | --- | --- |"
    for group, found in groups.items():
        counts = sum((act.counts for act in found), Counts())
        right = sum(act.is_right(act.names) for act in found)
        figures = f"{counts.precision:.3f} | {counts.recall:.3f} | {counts.f1:.3f}"
        yield f"| {group} | {len(found)} | {right} | {figures} |"


def changes(acts: Iterable[LabelledAct], before: Named) -> Iterator[str]:
    """Lines on the acts for which others are named than ``before``, and how many became right and wrong."""
    better: list[str] = []
    worse: list[str] = []
    for act in acts:
        former = before.get(act.key)
        if former is None or tuple(former) == act.names:
            continue
        line = f"{shown(act)}\n    before: {', '.join(former)}"
        was, is_now = act.is_right(former), act.is_right(act.names)
        if is_now and not was:
            better.append(line)
        elif was and not is_now:
            worse.append(line)
    yield from (f"right now: {line}" for line in better)
    yield from (f"wrong now: {line}" for line in worse)
    yield f"{len(better)} became right, {len(worse)} wrong"


def shown(act: LabelledAct) -> str:
    """An act in its sentence, whom the rules name and who is right."""
    label = act.label
    marked = (
        f"{act.sentence[: label.start]}[{act.sentence[label.start : label.end]}]{act.sentence[label.end :]}"
    )
    right = ", ".join(
        ("?" if name.optional else "") + "|".join(name.alternatives) for name in label.promisors
    )
    return f"{label.doc} ({act.rule_id}): {marked}\n    named: {', '.join(act.names)}; right: {right}"


if __name__ == "__main__":
    main()
