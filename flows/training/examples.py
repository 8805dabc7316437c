"""Annotated documents as the judge sees them: every proposal, paired with what an annotator wrote."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.extract.analysis import Analysis, Analyst, start_sentences_at_blocks
from flows.extract.components.beneficiary import (
    place_of,
    recipient_features,
    standings,
)
from flows.extract.components.recipients import Recipient, recipients
from flows.extract.features import features_of
from flows.extract.parse import Span
from flows.extract.parser import load_parser, tokenized
from flows.extract.proposals import Proposal, propose
from flows.extract.reference import load_reference
from flows.extract.wording import Wording, wording_of
from flows.ingest import read_inputs
from flows.scoring import Gold, GoldRecord, pair_records, read_gold
from flows.scoring.measures import UNKNOWN_GENRE
from flows.training.labels import Labels, read_labels
from flows.training.pairs import FilePair
from models import Document
from models.vocabulary import Category

BATCH_DOCUMENTS = 32

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RecipientExample:
    """A phrase beside an act that may be a beneficiary: its features, and the parties it stands for.

    ``stands`` and ``kind`` are the place and kind of its ``Standing``. ``place`` is its character of the
    wording's sentence, None where it stands elsewhere.
    """

    features: tuple[str, ...]
    names: tuple[str, ...]
    stands: str
    kind: str
    place: int | None = None


@dataclass(frozen=True, slots=True)
class ProposalExample:
    """A proposal and the gold record that it was paired with, None where annotators saw nothing.

    ``force`` and ``certainty`` are what the rules say. ``recipients`` are those of annotated
    commitments alone; their features hold the annotated force.
    """

    sentence: str
    action: str
    wording: Wording
    features: tuple[str, ...]
    force: str
    certainty: str
    gold: GoldRecord | None
    recipients: tuple[RecipientExample, ...] = ()

    @property
    def is_optional(self) -> bool:
        """Whether the annotator leaves open if this is a record."""
        return self.gold is not None and self.gold.optional


@dataclass(frozen=True, slots=True)
class DocumentExample:
    """A document's proposals, in the order of its text, and all that annotators found in it.

    Where single proposals were labelled, ``whole`` is false and it has those alone.
    """

    name: str
    genre: str
    proposals: tuple[ProposalExample, ...]
    gold: tuple[GoldRecord, ...]
    whole: bool = True

    @property
    def commitments(self) -> list[GoldRecord]:
        """What annotators found, less requests and fulfilments."""
        return [record for record in self.gold if record.is_core]

    @property
    def source(self) -> str:
        """The text that a document is cut from."""
        return source_of(self.name)


def source_of(name: str) -> str:
    """The text that a document of this name is cut from: parts share what stands before the dot."""
    return name.split(".")[0]


@dataclass(frozen=True, slots=True)
class AnnotatedAct:
    """A proposal that annotators took for a record, its document, and what they wrote of it.

    ``whole`` tells whether the document was annotated whole.
    """

    document: Document
    proposal: Proposal
    gold: GoldRecord
    whole: bool

    @property
    def categories(self) -> tuple[Category, ...]:
        """The right categories; none where annotators did not agree or did not say."""
        return () if "category" in self.gold.unsure else self.gold.category


class ExampleReader:
    """Reads files with one spaCy model, ``nlp`` (loaded here, about two seconds), and one reference."""

    def __init__(self) -> None:
        self.nlp = load_parser()
        self._analyst = Analyst(self.nlp, load_reference())

    def read(self, pair: FilePair) -> Iterator[DocumentExample]:
        """Every document that the annotations name, in the order of the files.

        Of labelled documents only the labelled proposals are read. Documents that ingestion sets aside
        come without proposals, last, and are named in the log, so that their records count as missed.
        Raises GoldError where the annotations break their contract, and ValueError where no document that
        they name can be read.
        """
        annotations = _annotations(pair)
        named = _named(pair.documents, annotations.documents)
        for analysis in self._analyses(named):
            yield _example(analysis, annotations)
        read = {document.source_name for document in named}
        if isinstance(annotations, Gold):
            for name in annotations.documents:
                if name not in read:
                    yield DocumentExample(name, UNKNOWN_GENRE, (), _records(name, annotations))

    def acts(self, pair: FilePair) -> Iterator[AnnotatedAct]:
        """What annotators took for a record, of all that is proposed in a pair's documents.

        Raises as ``read``.
        """
        annotations = _annotations(pair)
        for analysis in self.analyses(pair.documents, annotations.documents):
            for proposal, gold in _paired(analysis, annotations):
                if gold is not None:
                    yield AnnotatedAct(analysis.document, proposal, gold, isinstance(annotations, Gold))

    def unlabelled(self, path: Path) -> Iterator[tuple[Wording, list[str]]]:
        """Every proposal of the documents in a file as the encoder reads it, and its features.

        Raises as ``read_inputs``.
        """
        documents = [found for found in read_inputs([path]) if isinstance(found, Document)]
        for analysis in self._analyses(documents):
            for proposal in propose(analysis):
                yield wording_of(proposal, analysis.document), features_of(proposal, analysis)

    def analyses(self, path: Path, names: Collection[str]) -> Iterator[Analysis]:
        """The analyses of the documents in a file that ``names`` has, in the order of the file.

        Documents that ingestion sets aside are named in the log. Raises ValueError where none can be read.
        """
        return self._analyses(_named(path, names))

    def _analyses(self, documents: Sequence[Document]) -> Iterator[Analysis]:
        prepared = (
            start_sentences_at_blocks(tokenized(self.nlp, document.text), document) for document in documents
        )
        parsed = self.nlp.pipe(prepared, batch_size=BATCH_DOCUMENTS)
        for document, doc in zip(documents, parsed, strict=True):
            yield self._analyst.analyse(document, doc)


def _named(path: Path, names: Collection[str]) -> list[Document]:
    """The documents in a file that ``names`` has; raises ValueError where none can be read."""
    documents: list[Document] = []
    for found in read_inputs([path]):
        if isinstance(found, Document):
            documents.append(found)
        else:
            log.warning("%s: %s: %s", found.source_name, found.reason, found.detail)
    named = [document for document in documents if document.source_name in names]
    if not named:
        raise ValueError(f"{path}: none of the annotated documents could be read")
    return named


def _annotations(pair: FilePair) -> Gold | Labels:
    return read_labels(pair.annotations) if pair.labelled else read_gold(pair.annotations)


def _example(analysis: Analysis, annotations: Gold | Labels) -> DocumentExample:
    name, genre = analysis.document.source_name, analysis.document.genre or UNKNOWN_GENRE
    found = _paired(analysis, annotations)
    examples = tuple(_proposal_example(proposal, analysis, record) for proposal, record in found)
    if isinstance(annotations, Gold):
        return DocumentExample(name, genre, examples, _records(name, annotations))
    labelled = tuple(record for _, record in found if record is not None)
    return DocumentExample(name, genre, examples, labelled, whole=False)


def _paired(analysis: Analysis, annotations: Gold | Labels) -> list[tuple[Proposal, GoldRecord | None]]:
    """The proposals that annotators judged, each with what they wrote of it, None where that is nothing."""
    name, proposals = analysis.document.source_name, propose(analysis)
    if isinstance(annotations, Labels):
        return list(_labelled(name, proposals, annotations))
    gold = _records(name, annotations)
    words = [_Words(proposal.sentence.span.text, proposal.action.text) for proposal in proposals]
    paired = {j: gold[i] for i, j in pair_records(gold, words)}
    return [(proposal, paired.get(number)) for number, proposal in enumerate(proposals)]


def _records(name: str, annotations: Gold) -> tuple[GoldRecord, ...]:
    return tuple(record for record in annotations.records if record.doc == name)


@dataclass(frozen=True, slots=True)
class _Words:
    """The evidence of a proposal, as pairing asks for it."""

    sentence: str
    action: str


def _labelled(
    name: str, proposals: Sequence[Proposal], labels: Labels
) -> Iterator[tuple[Proposal, GoldRecord | None]]:
    """The labelled proposals, each with its record."""
    for proposal in proposals:
        sentence, action = proposal.sentence.span, proposal.action
        offset = sentence.start_char
        label = labels.of(name, sentence.text, action.start_char - offset, action.end_char - offset)
        if label is not None:
            yield proposal, label.as_record(sentence.text, action.text)


def _proposal_example(proposal: Proposal, analysis: Analysis, gold: GoldRecord | None) -> ProposalExample:
    return ProposalExample(
        sentence=proposal.sentence.span.text,
        action=proposal.action.text,
        wording=wording_of(proposal, analysis.document),
        features=tuple(features_of(proposal, analysis)),
        force=proposal.qualified.force,
        certainty=proposal.qualified.certainty,
        gold=gold,
        recipients=tuple(_recipients(proposal, analysis, gold)),
    )


def _recipients(
    proposal: Proposal, analysis: Analysis, gold: GoldRecord | None
) -> Iterator[RecipientExample]:
    if gold is None or not gold.is_core:
        return
    act, sentence = proposal.candidate.act, proposal.sentence.span
    wording = wording_of(proposal, analysis.document)
    phrases = recipients(act, sentence, proposal.promisors, analysis.resolver, analysis.names)
    beside = standings(phrases, act, proposal.action)
    for recipient, standing in zip(phrases, beside, strict=True):
        yield RecipientExample(
            features=tuple(recipient_features(standing, beside, act, gold.force[0])),
            names=tuple(party.name for party in recipient.parties),
            stands=standing.place,
            kind=standing.kind,
            place=_place(recipient, sentence, wording),
        )


def _place(recipient: Recipient, sentence: Span, wording: Wording) -> int | None:
    place = place_of(recipient, sentence)
    return None if place is None else wording.place_of(place)
