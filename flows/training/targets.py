"""What each of the judge's linear models learns of the examples: rows of features, label and weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from flows.extract.judge import NO, NOTHING, YES
from flows.scoring import GoldRecord
from flows.scoring.texts import normalised
from flows.training.examples import DocumentExample, ProposalExample, RecipientExample
from flows.training.fitting import Row
from models.vocabulary import CORE_FORCES

CORE = "core"
WHOLE_WEIGHT = 3.0  # of a proposal in a document annotated whole, to 1 of one that was labelled by itself
OPTIONAL_KIND_WEIGHT = 0.3  # of an optional record, where whether it is one is learned
OPTIONAL_FIELD_WEIGHT = 0.5  # of an optional record, where its fields are
LATER_ALTERNATIVE_WEIGHT = 0.6  # of a value that is right too, to 1 of the one named first


def kind_of(gold: GoldRecord | None) -> str:
    """The class of a proposal: ``core``, ``request``, ``fulfilment`` or ``none``."""
    if gold is None:
        return NOTHING
    return CORE if gold.is_core else gold.force[0]


def kind_rows(documents: Iterable[DocumentExample]) -> Iterator[Row]:
    """A row a proposal, with its kind."""
    for document in documents:
        for proposal in document.proposals:
            weight = OPTIONAL_KIND_WEIGHT if proposal.is_optional else 1.0
            yield Row(proposal.features, kind_of(proposal.gold), weight * reliance(document))


def reliance(document: DocumentExample) -> float:
    """How much what is in a document counts, to 1 of what was labelled by itself."""
    return WHOLE_WEIGHT if document.whole else 1.0


def force_rows(documents: Iterable[DocumentExample]) -> Iterator[Row]:
    """A row for the force of an annotated commitment.

    Where several are right, that of the rule if it is among them, so that like words are told alike; else a
    row for each, which together weigh as much as one.
    """
    for proposal, gold in _commitments(documents):
        forces = [force for force in gold.force if force in CORE_FORCES]
        yield from _alternatives(proposal, gold, forces, proposal.force)


def certainty_rows(documents: Iterable[DocumentExample]) -> Iterator[Row]:
    """The same of its certainties."""
    for proposal, gold in _commitments(documents):
        yield from _alternatives(proposal, gold, gold.certainty, proposal.certainty)


def beneficiary_rows(documents: Iterable[DocumentExample]) -> Iterator[Row]:
    """A row for each phrase beside an annotated commitment: whether it is a beneficiary.

    Those of which the annotator leaves it open are left out.
    """
    for document in documents:
        for proposal, gold in _commitments([document]):
            weight = OPTIONAL_FIELD_WEIGHT if gold.optional else 1.0
            for recipient in proposal.recipients:
                label = is_beneficiary(recipient, gold)
                if label is not None:
                    yield Row(recipient.features, label, weight * reliance(document))


def _commitments(documents: Iterable[DocumentExample]) -> Iterator[tuple[ProposalExample, GoldRecord]]:
    for document in documents:
        for proposal in document.proposals:
            if proposal.gold is not None and proposal.gold.is_core:
                yield proposal, proposal.gold


def _alternatives(
    proposal: ProposalExample, gold: GoldRecord, labels: Sequence[str], by_rule: str
) -> Iterator[Row]:
    whole = OPTIONAL_FIELD_WEIGHT if gold.optional else 1.0
    labels = [by_rule] if by_rule in labels else labels
    shares = [1.0, *[LATER_ALTERNATIVE_WEIGHT] * (len(labels) - 1)]
    for label, share in zip(labels, shares, strict=False):
        yield Row(proposal.features, label, whole * share / sum(shares))


def is_beneficiary(recipient: RecipientExample, gold: GoldRecord) -> str | None:
    """Yes or no by the annotated names that a phrase stands for; None where the last of them is optional."""
    names = set(map(normalised, recipient.names))
    matching = [item for item in gold.beneficiaries if names & set(map(normalised, item.alternatives))]
    if not matching:
        return NO
    return None if matching[-1].optional else YES
