"""The measures of a document, which add up to those of a genre and of a whole gold file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from flows.scoring.counts import Counts, Share
from flows.scoring.gold import GoldRecord
from flows.scoring.matching import Sentence
from flows.scoring.names import count_names
from flows.scoring.paired import PairedDocument
from flows.scoring.predicted import Evidence, Predicted
from flows.scoring.slots import SLOTS, judge_slots

FORCE_GROUPS = {  # confusions inside a group are forgiven by the strict measure, not by the force slot
    "obligation": "binding",
    "agreement": "binding",
    "pledge": "binding",
    "plan": "soft",
    "offer": "soft",
    "refusal": "refusal",
    "threat": "threat",
}
NOTHING = Counts()


@dataclass(frozen=True, slots=True)
class Tally:
    """The measures of one or more documents.

    ``sentences`` asks only whether a sentence holds a commitment, ``detection`` whether a record was
    found; ``strict`` also wants the force's group, all promisors and the polarity. ``promisors``,
    ``beneficiaries`` and ``slots`` are of the pairs alone.
    """

    documents: int = 0
    sentences: Counts = NOTHING
    detection: Counts = NOTHING
    strict: Counts = NOTHING
    promisors: Counts = NOTHING
    beneficiaries: Counts = NOTHING
    slots: Mapping[str, Share] = field(default_factory=dict)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.documents + other.documents,
            self.sentences + other.sentences,
            self.detection + other.detection,
            self.strict + other.strict,
            self.promisors + other.promisors,
            self.beneficiaries + other.beneficiaries,
            {slot: self.slots.get(slot, Share()) + other.slots.get(slot, Share()) for slot in SLOTS},
        )


def tally(document: PairedDocument[Predicted]) -> Tally:
    """The measures of one document."""
    strict = sum(_is_strictly_right(gold, found) for gold, found in document.pairs)
    return Tally(
        documents=1,
        sentences=count_sentences(document),
        detection=document.detection,
        strict=Counts(strict, document.n_wanted, document.n_given),
        promisors=_sum(count_names(gold.promisors, found.promisors) for gold, found in document.pairs),
        beneficiaries=_sum(
            count_names(gold.beneficiaries, found.beneficiaries) for gold, found in document.pairs
        ),
        slots=_count_slots(document.pairs),
    )


def _is_strictly_right(gold: GoldRecord, found: Predicted) -> bool:
    """Whether the force's group, all promisors and, where readers agreed on it, the polarity are right."""
    promisors = count_names(gold.promisors, found.promisors)
    return (
        promisors.hits == promisors.gold == promisors.predicted
        and judge_slots(gold, found).get("polarity", True)
        and FORCE_GROUPS.get(found.force) in {FORCE_GROUPS.get(force) for force in gold.force}
    )


def count_sentences[Found: Evidence](document: PairedDocument[Found]) -> Counts:
    """Count sentences that hold a commitment at all; those of optional records are no false alarms."""
    wanted = _sentences(record.sentence for record in document.gold if not record.optional)
    spare = _sentences(record.sentence for record in document.gold if record.optional)
    found = _sentences(record.sentence for record in document.predicted)
    hits = sum(any(sentence.is_same(other) for other in found) for sentence in wanted)
    strangers = sum(not any(sentence.is_same(other) for other in wanted + spare) for sentence in found)
    return Counts(hits, len(wanted), hits + strangers)


def _sentences(texts: Iterable[str]) -> list[Sentence]:
    return [Sentence.of(text) for text in dict.fromkeys(texts)]


def _count_slots(pairs: Sequence[tuple[GoldRecord, Predicted]]) -> dict[str, Share]:
    shares = dict.fromkeys(SLOTS, Share())
    for gold, found in pairs:
        for slot, right in judge_slots(gold, found).items():
            shares[slot] += Share(int(right), 1)
    return shares


def _sum(counts: Iterable[Counts]) -> Counts:
    return sum(counts, NOTHING)
