"""A book against a gold file: for all documents, by genre, by rule and by document, with every error."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flows.scoring.counts import RuleCounts
from flows.scoring.gold import Gold, GoldRecord
from flows.scoring.paired import PairedDocument, pair_document
from flows.scoring.predicted import Predicted
from flows.scoring.slots import judge_slots
from flows.scoring.tallies import Tally, tally

UNKNOWN_GENRE = "unknown"


@dataclass(frozen=True, slots=True)
class Missed:
    """A gold record that no prediction was paired with."""

    document: str
    gold: GoldRecord


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    """A prediction that no gold record was paired with."""

    document: str
    predicted: Predicted


@dataclass(frozen=True, slots=True)
class WrongSlot:
    """A slot of a pair that is wrong."""

    document: str
    slot: str
    gold: GoldRecord
    predicted: Predicted


@dataclass(frozen=True, slots=True)
class Report:
    """The measures of all documents, of each genre, rule and document, and every error behind them."""

    total: Tally
    genres: Mapping[str, Tally]
    rules: Mapping[str, RuleCounts]
    documents: Mapping[str, Tally]
    missed: tuple[Missed, ...]
    false_alarms: tuple[FalseAlarm, ...]
    wrong_slots: tuple[WrongSlot, ...]


def score(
    gold: Gold, predicted: Mapping[str, Sequence[Predicted]], genres: Mapping[str, str] | None = None
) -> Report:
    """Score the predictions of each document that ``gold`` names; others do not count.

    ``predicted`` and ``genres`` have the names of ``GoldRecord.doc`` as keys; predictions are of the
    seven forces of a commitment. A document without a genre counts as ``unknown``.
    """
    paired = {name: pair_document(gold.core_of(name), predicted.get(name, ())) for name in gold.documents}
    tallies = {name: tally(document) for name, document in paired.items()}
    return Report(
        total=sum(tallies.values(), Tally()),
        genres=_by_genre(tallies, genres or {}),
        rules=_by_rule(paired.values()),
        documents=tallies,
        missed=tuple(Missed(name, record) for name, document in paired.items() for record in document.missed),
        false_alarms=tuple(
            FalseAlarm(name, record) for name, document in paired.items() for record in document.false_alarms
        ),
        wrong_slots=tuple(
            WrongSlot(name, slot, wanted, found)
            for name, document in paired.items()
            for wanted, found in document.pairs
            for slot, is_right in judge_slots(wanted, found).items()
            if not is_right
        ),
    )


def _by_genre(tallies: Mapping[str, Tally], genres: Mapping[str, str]) -> dict[str, Tally]:
    by_genre: defaultdict[str, Tally] = defaultdict(Tally)
    for name, of_document in tallies.items():
        by_genre[genres.get(name, UNKNOWN_GENRE)] += of_document
    return dict(sorted(by_genre.items()))


def _by_rule(documents: Iterable[PairedDocument[Predicted]]) -> dict[str, RuleCounts]:
    """What the records of each rule were, by the rule that decided the force."""
    rules: defaultdict[str, RuleCounts] = defaultdict(RuleCounts)
    for document in documents:
        for _, record in document.pairs:
            rules[record.rule_id] += RuleCounts(hits=1)
        for record in document.on_optional:
            rules[record.rule_id] += RuleCounts(optional=1)
        for record in document.false_alarms:
            rules[record.rule_id] += RuleCounts(false_alarms=1)
    return dict(sorted(rules.items()))
