"""The extractor: spaCy's parse, then our components in order, document by document."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from spacy.tokens import Doc

from flows.extract.analysis import Analysis, Analyst, start_sentences_at_blocks
from flows.extract.assemble import assemble
from flows.extract.judge import Judgement, load_judge
from flows.extract.parser import LONGEST_TEXT, load_parser, tokenized
from flows.extract.proposals import Proposal, propose
from flows.extract.reference import load_reference
from flows.extract.version import extractor_version
from models import Block, Document, Extraction, Quarantined
from models.document import in_parts

BATCH_DOCUMENTS = 32
BATCH_CHARACTERS = (
    50_000  # more would need more memory at once, about a kilobyte a character, and be no faster
)


@dataclass(frozen=True)
class Explanation:
    """What the rules find in one sentence: its extraction, and every proposal with its judgement."""

    text: str
    extraction: Extraction
    judged: tuple[tuple[Proposal, Judgement], ...]


class Extractor:
    """Loads the model once (about two seconds) and extracts any number of documents.

    ``model`` is a spaCy model's name or path; None means the English model that is installed with the
    project. Raises OSError where the model cannot be loaded.
    """

    def __init__(self, model: str | None = None) -> None:
        self._nlp = load_parser(model)
        self._analyst = Analyst(self._nlp, load_reference())
        self._judge = load_judge()
        self.version = extractor_version()

    def extract(self, documents: Iterable[Document]) -> Iterator[Extraction | Quarantined]:
        """One result a document, in their order; a document that fails is quarantined and says why."""
        for batch in in_parts(documents, BATCH_DOCUMENTS, BATCH_CHARACTERS):
            yield from self._extract_batch(batch)

    def analyse(self, document: Document) -> Analysis:
        """One document's analysis, for training and for ``explain``."""
        return self._analyst.analyse(document, self.parse([document])[0])

    def explain(self, sentence: str) -> Explanation:
        """What the rules find in one sentence, kept or not; raises ValueError where it is empty."""
        document = _document_of(sentence)
        analysis = self.analyse(document)
        judged = tuple((proposal, self._judge.of(proposal, analysis)) for proposal in propose(analysis))
        return Explanation(document.text, assemble(analysis, self._judge, self.version), judged)

    def _extract_batch(self, documents: list[Document]) -> Iterator[Extraction | Quarantined]:
        fitting = [document for document in documents if document.n_chars <= LONGEST_TEXT]
        parses = dict(zip((document.document_id for document in fitting), self.parse(fitting), strict=True))
        for document in documents:
            if document.document_id in parses:
                yield self._extract_one(document, parses[document.document_id])
            else:
                detail = f"{document.n_chars:,} characters; the parser takes up to {LONGEST_TEXT:,}"
                yield document.set_aside("extract", "too_large", detail)

    def parse(self, documents: list[Document]) -> list[Doc]:
        """The parses of ``documents``, before any component of ours has read them."""
        prepared = (
            start_sentences_at_blocks(tokenized(self._nlp, document.text), document) for document in documents
        )
        return list(self._nlp.pipe(prepared, batch_size=BATCH_DOCUMENTS))

    def _extract_one(self, document: Document, doc: Doc) -> Extraction | Quarantined:
        try:
            with _garbage_kept():
                return assemble(self._analyst.analyse(document, doc), self._judge, self.version)
        except Exception as error:
            return document.set_aside("extract", "extractor_failed", f"{type(error).__name__}: {error}")


@contextmanager
def _garbage_kept() -> Iterator[None]:
    """Put garbage collection off to the end of a document.

    Hardly anything made for a document refers to itself, and looking for what does, hundreds of times a
    document, takes a sixth of our components' time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _document_of(sentence: str) -> Document:
    """A document of one paragraph, as ``explain`` needs it."""
    text = " ".join(sentence.split())
    if not text:
        raise ValueError("the sentence is empty")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        document_id=Document.make_id("sentence", digest),
        source_name="sentence",
        uri="explain:",
        text=text,
        sha256=digest,
        text_sha256=digest,
        n_chars=len(text),
        blocks=(Block(kind="prose", start_char=0, end_char=len(text)),),
    )
