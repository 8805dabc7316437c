"""One parsed document with everything that the components found out about it as a whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.language import Language
from spacy.tokens import Doc as Parsed

from flows.extract.components.attribution import Attributor
from flows.extract.components.authorship import AuthorFinder
from flows.extract.components.dateline import with_datelines
from flows.extract.components.event_dates import DatedEvent, dated_events
from flows.extract.components.force_lexicon import text_speaks
from flows.extract.components.name_finder import NameFinder
from flows.extract.components.names import Names
from flows.extract.components.party import Party
from flows.extract.components.proclaimed import Proclaimed, proclaimed
from flows.extract.components.quotation import Quotations, find_quotations
from flows.extract.components.resolver import PartyResolver
from flows.extract.components.turns import find_turns
from flows.extract.parse import Doc, Span, Token
from flows.extract.reference import Reference
from flows.extract.words import load_words
from models import Block, Document

OPENING_WORDS = 6  # of a bullet, in which the parser sees no end of a sentence
FIRST_WORDS = 1  # the same of any other block
SENTENCE_BLOCKS = frozenset({"title", "heading", "prose", "list_item"})


@dataclass(frozen=True)
class BlockSentence:
    """A sentence with the block that it stands in; ``number`` counts the sentences of the document."""

    span: Span
    block: Block
    number: int


@dataclass(frozen=True)
class Analysis:
    """A document, its parse, and what was found out about it."""

    document: Document
    doc: Doc
    sentences: tuple[BlockSentence, ...]
    names: Names
    quotations: Quotations
    attributor: Attributor
    resolver: PartyResolver
    voice: Party | None

    @property
    def speaks(self) -> bool:
        """Whether the text speaks for those whose it is: by its genre or, where that is unknown, as "we"."""
        genre = self.document.genre
        return text_speaks(genre) or (genre is None and bool(self.resolver.authors))

    @cached_property
    def proclaimed(self) -> list[Proclaimed]:
        """The days, weeks and months that the document proclaims, to date acts by them."""
        return proclaimed((sentence.span for sentence in self.sentences), self.document.published_on)

    @cached_property
    def dated_events(self) -> list[DatedEvent]:
        """The events that the document dates itself, found when a record first asks for one."""
        return dated_events((sentence.span for sentence in self.sentences), self.document.published_on)

    @cached_property
    def states_named(self) -> tuple[str, ...]:
        """The states that the document names, by ISO 3166 code, the most often named first."""
        named = Counter(found.iso3 for found in self.names.found if found.iso3 is not None)
        return tuple(state for state, _ in named.most_common())


def start_sentences_at_blocks(doc: Parsed, document: Document) -> Parsed:
    """Mark the first token of every block as a sentence start, before the parser runs.

    The parser then keeps headings, bullets and paragraphs apart. Nor may it end a sentence behind the first
    word of a block, or inside the words that open a bullet before any mark: it takes the name there
    ("- Ulvik Holdings agreed") for a heading, most of all below one ("Peru and Fiji will pay"). Nor may it
    end one between an hour and its zone ("by 5 p.m. Eastern time").
    """
    starts = iter(sorted({edge for block in document.blocks for edge in (block.start_char, block.end_char)}))
    bullets = {block.start_char for block in document.blocks if block.kind == "list_item"}
    edge = next(starts, None)
    opening = 0  # tokens left in which no sentence may end
    places = doc.to_array("IDX").tolist()
    for going_on in _behind_hours().finditer(document.text):
        start, end = going_on.span("behind")
        for within in range(bisect_left(places, start), bisect_left(places, end)):
            doc[within].is_sent_start = False
    at = 0
    while opening or edge is not None:
        if not opening:
            at = bisect_left(places, edge, at)  # nothing is to be said of the tokens before
        if at == len(doc):
            break
        token = doc[at]
        at += 1
        if edge is not None and token.idx >= edge and not token.is_space:
            token.is_sent_start = True
            opening = OPENING_WORDS if edge in bullets else FIRST_WORDS
            while edge is not None and edge <= token.idx:
                opening = OPENING_WORDS if edge in bullets else opening
                edge = next(starts, None)
        elif opening:
            token.is_sent_start = False
            opening = opening - 1 if token.is_alpha or token.nbor(-1).is_sent_start else 0
    return doc


@cache
def _behind_hours() -> re.Pattern[str]:
    """Finds the halves of a day and, ``behind`` them, the words with which a sentence goes on: its zone."""
    words = load_words()
    halves, zones = ("|".join(map(re.escape, each)) for each in (words.halves, words.zones))
    zone = rf"(?:(?i:{zones})\b(?: (?i:daylight|standard))?(?: (?i:time))?|[a-z])"
    # What may stand before is asked last: a pattern that opens with it is tried at every letter of a text.
    return re.compile(rf"(?:{halves}) (?<=\b(?:{halves}) )(?=(?P<behind>\(?{zone}))")


class Analyst:
    """Turns parses into analyses, with one reference and one tokenizer."""

    def __init__(self, nlp: Language, reference: Reference) -> None:
        self._nlp = nlp
        self._reference = reference
        self._name_finder = NameFinder(reference)
        self._author_finder = AuthorFinder(nlp, reference, self._name_finder)

    def analyse(self, document: Document, parsed: Parsed) -> Analysis:
        """The analysis of ``document``, whose text ``parsed`` parses."""
        doc = Doc(parsed)
        paragraphs = [(block.start_char, block.end_char) for block in document.blocks]
        names = with_datelines(self._name_finder.find(doc, document.published_on), doc, document)
        quotations = find_quotations(document.text, paragraphs)
        sentences = tuple(_sentences_in_blocks(document, doc))
        attributor = Attributor(
            quotations, find_turns(document.text, paragraphs), [sentence.span for sentence in sentences]
        )
        authorship = self._author_finder.find(document, doc, names, quotations)
        resolver = PartyResolver(
            doc,
            names,
            attributor,
            self._reference,
            document.published_on,
            authorship.authors,
            authorship.participants,
            document.title or "",
            is_treaty=document.genre == "treaty",
            voice=authorship.voice,
            publishers=authorship.publishers,
        )
        return Analysis(document, doc, sentences, names, quotations, attributor, resolver, authorship.voice)


def _sentences_in_blocks(document: Document, doc: Doc) -> list[BlockSentence]:
    """The sentences that lie in blocks of the report itself, white space at their ends cut off."""
    blocks = [block for block in document.blocks if block.kind in SENTENCE_BLOCKS]
    found: list[BlockSentence] = []
    at = 0
    for sentence in doc.sents:
        span = _without_space(sentence)
        if span is None:
            continue
        while at < len(blocks) and blocks[at].end_char <= span.start_char:
            at += 1
        if at < len(blocks) and blocks[at].start_char <= span.start_char:
            found.append(BlockSentence(span, blocks[at], len(found)))
    return found


def _without_space(sentence: Span) -> Span | None:
    start, end = sentence.start, sentence.end
    doc = sentence.doc
    while start < end and doc[start].is_space:
        start += 1
    while end > start and doc[end - 1].is_space:
        end -= 1
    return doc[start:end] if end > start else None


def first_word(span: Span) -> Token:
    """The first token of a sentence that is a word, its bullet or number skipped."""
    return next((token for token in span if token.is_alpha), span[0])
