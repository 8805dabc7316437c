"""How well judged documents agree with their annotators, by the measures of ``flows.scoring``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows.scoring import GoldRecord
from flows.scoring.counts import Counts, Share
from flows.scoring.names import count_names
from flows.scoring.paired import pair_document
from flows.scoring.tallies import count_sentences
from flows.training.models import JudgedDocument, JudgedProposal


@dataclass(frozen=True, slots=True)
class Found:
    """Commitments found at one threshold: records, sentences, and the records of each genre."""

    detection: Counts
    sentences: Counts
    genres: dict[str, Counts]


def found_at(documents: Sequence[JudgedDocument], threshold: float) -> Found:
    """Count what is kept at ``threshold``; of proposals that share an act, none is chosen."""
    detection = sentences = Counts()
    genres: defaultdict[str, Counts] = defaultdict(Counts)
    for document in documents:
        kept = [proposal for proposal in document.proposals if proposal.is_kept(threshold)]
        paired = pair_document(document.example.commitments, kept)
        detection += paired.detection
        sentences += count_sentences(paired)
        genres[document.example.genre] += paired.detection
    return Found(detection, sentences, dict(sorted(genres.items())))


def beneficiaries_at(documents: Sequence[JudgedDocument], threshold: float) -> Counts:
    """Count the beneficiaries of annotated commitments that are found at ``threshold``."""
    total = Counts()
    for proposal, gold in _firm_commitments(documents):
        names = [
            name
            for recipient, probability in zip(proposal.example.recipients, proposal.recipients, strict=True)
            if probability >= threshold
            for name in recipient.names
        ]
        total += count_names(gold.beneficiaries, names)
    return total


@dataclass(frozen=True, slots=True)
class Fields:
    """How often the force and the certainty of annotated commitments are right, learned and by rule."""

    force: Share
    force_by_rule: Share
    certainty: Share
    certainty_by_rule: Share


def fields_right(documents: Sequence[JudgedDocument]) -> Fields:
    """Count forces and certainties; any alternative is right. Labels have no certainty."""
    firm = list(_firm_commitments(documents))
    certain = [(found, gold) for found, gold in firm if gold.certainty]
    return Fields(
        force=_right(found.force in gold.force for found, gold in firm),
        force_by_rule=_right(found.example.force in gold.force for found, gold in firm),
        certainty=_right(found.certainty in gold.certainty for found, gold in certain),
        certainty_by_rule=_right(found.example.certainty in gold.certainty for found, gold in certain),
    )


def _right(verdicts: Iterable[bool]) -> Share:
    return sum((Share(int(right), 1) for right in verdicts), Share())


def _firm_commitments(documents: Sequence[JudgedDocument]) -> Iterator[tuple[JudgedProposal, GoldRecord]]:
    for document in documents:
        for proposal in document.proposals:
            gold = proposal.example.gold
            if gold is not None and gold.is_core and not gold.optional:
                yield proposal, gold
