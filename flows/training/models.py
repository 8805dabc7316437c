"""The judge's models: fitted on documents, and what they say of documents that they have not seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sklearn.model_selection import GroupKFold

from flows.extract.components.linear import LinearModel
from flows.extract.components.trees import TreeModel
from flows.extract.components.votes import VALUES, Vote, chances, values_of, worth_reading
from flows.extract.encoder import KINDS
from flows.extract.judge import NOTHING, YES, Doubt, with_reading
from flows.training.examples import DocumentExample, ProposalExample, RecipientExample
from flows.training.fitting import NumberRow, fit, fit_trees
from flows.training.readings import ProposalReading, Readings
from flows.training.targets import (
    CORE,
    OPTIONAL_FIELD_WEIGHT,
    beneficiary_rows,
    certainty_rows,
    force_rows,
    is_beneficiary,
    kind_rows,
    reliance,
)

FOLDS = 5
STRENGTH = 0.3  # scikit-learn's C
BENEFICIARY_STRENGTH = 0.1


@dataclass(frozen=True, slots=True)
class JudgeModels:
    """The linear models by what they tell; see ``flows.extract.judge.JudgeWeights``."""

    kind: LinearModel
    force: LinearModel
    certainty: LinearModel
    beneficiary: LinearModel


@dataclass(frozen=True, slots=True)
class JudgedProposal:
    """What the models say of one proposal.

    ``probability`` is that of a commitment; ``leads`` tells whether a request or a fulfilment is less
    likely. ``votes`` are of the example's recipients; ``recipients``, once they are weighed, the
    probabilities that each is a beneficiary.
    """

    example: ProposalExample
    probability: float
    leads: bool
    force: str
    certainty: str
    votes: tuple[Vote, ...]
    recipients: tuple[float, ...] = ()

    @property
    def sentence(self) -> str:
        """The proposal's sentence."""
        return self.example.sentence

    @property
    def action(self) -> str:
        """The words of its act."""
        return self.example.action

    def is_kept(self, threshold: float) -> bool:
        """Whether it is a commitment at ``threshold``."""
        return self.leads and self.probability >= threshold


@dataclass(frozen=True, slots=True)
class JudgedDocument:
    """A document and its proposals, judged by models that did not learn from it."""

    example: DocumentExample
    proposals: tuple[JudgedProposal, ...]


def fit_models(documents: Sequence[DocumentExample]) -> JudgeModels:
    """Fit the linear ones.

    Raises ValueError where the documents lack examples of two classes for one of them.
    """
    return JudgeModels(
        kind=fit(kind_rows(documents), STRENGTH),
        force=fit(force_rows(documents), STRENGTH),
        certainty=fit(certainty_rows(documents), STRENGTH),
        beneficiary=fit(beneficiary_rows(documents), BENEFICIARY_STRENGTH),
    )


def judged(
    documents: Sequence[DocumentExample], models: JudgeModels, readings: Readings, doubt: Doubt
) -> Iterator[JudgedDocument]:
    """What ``models`` say of ``documents``, with what encoders say of them."""
    for document in documents:
        read = zip(document.proposals, readings.get(document.name, ()), strict=True)
        yield JudgedDocument(
            document, tuple(_judged(proposal, models, reading, doubt) for proposal, reading in read)
        )


def cross_validated(
    documents: Sequence[DocumentExample], readings: Readings, doubt: Doubt
) -> Iterator[JudgedDocument]:
    """The same of each document by models fitted on four fifths of the others, parts of a text together.

    Raises ValueError where there are fewer than five texts.
    """
    sources = [document.source for document in documents]
    for train, test in GroupKFold(FOLDS).split(documents, groups=sources):
        models = fit_models([documents[number] for number in train])
        yield from judged([documents[number] for number in test], models, readings, doubt)


def _judged(
    proposal: ProposalExample, models: JudgeModels, reading: ProposalReading, doubt: Doubt
) -> JudgedProposal:
    linear = models.kind.by_class(list(proposal.features))
    kinds = with_reading(linear, lambda: dict(zip(KINDS, reading.kinds, strict=True)), doubt)
    probability = kinds.get(CORE, 0.0)
    return JudgedProposal(
        example=proposal,
        probability=probability,
        leads=all(probability >= other for kind, other in kinds.items() if kind != NOTHING),
        force=_likeliest(models.force, proposal.features),
        certainty=_likeliest(models.certainty, proposal.features),
        votes=tuple(
            _vote(models.beneficiary, recipient, read)
            for recipient, read in zip(proposal.recipients, reading.parties, strict=True)
        ),
    )


def _vote(model: LinearModel, recipient: RecipientExample, read: float | None) -> Vote:
    linear = model.by_class(list(recipient.features))[YES]
    return Vote(linear, read, recipient.stands, recipient.kind, frozenset(recipient.names))


def fit_recipients(documents: Sequence[JudgedDocument]) -> TreeModel:
    """Fit the trees that weigh votes, on documents that the voters did not learn from."""
    return fit_trees(_vote_rows(documents), VALUES)


def _vote_rows(documents: Sequence[JudgedDocument]) -> Iterator[NumberRow]:
    """A row for each phrase beside an annotated commitment, where its annotator does not leave it open."""
    for document in documents:
        for proposal in document.proposals:
            gold = proposal.example.gold
            if gold is None or not worth_reading(vote.linear for vote in proposal.votes):
                continue
            weight = reliance(document.example) * (OPTIONAL_FIELD_WEIGHT if gold.optional else 1.0)
            for number, recipient in enumerate(proposal.example.recipients):
                label = is_beneficiary(recipient, gold)
                if label is not None:
                    yield NumberRow(values_of(proposal.votes, number), label == YES, weight)


def weighed(documents: Sequence[JudgedDocument], trees: TreeModel) -> Iterator[JudgedDocument]:
    """The documents with the probability of each recipient."""
    for document in documents:
        proposals = (
            replace(proposal, recipients=tuple(chances(proposal.votes, trees)))
            for proposal in document.proposals
        )
        yield replace(document, proposals=tuple(proposals))


def cross_weighed(documents: Sequence[JudgedDocument]) -> Iterator[JudgedDocument]:
    """The same by trees fitted on four fifths of the others, parts of a text together."""
    sources = [document.example.source for document in documents]
    for train, test in GroupKFold(FOLDS).split(documents, groups=sources):
        trees = fit_recipients([documents[number] for number in train])
        yield from weighed([documents[number] for number in test], trees)


def _likeliest(model: LinearModel, features: tuple[str, ...]) -> str:
    probabilities = model.by_class(list(features))
    return max(probabilities, key=lambda name: (probabilities[name], name))
