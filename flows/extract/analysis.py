"""One parsed document with everything that the components found out about it as a whole."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from flows.extract.components.attribution import Attributor, find_turns
from flows.extract.components.force import text_speaks
from flows.extract.components.names import Named, NameFinder, Names
from flows.extract.components.party import Party, PartyResolver, party_of
from flows.extract.components.quotation import Quotations, find_quotations
from flows.extract.reference import Reference
from models import Block, Document
from models.vocabulary import EntityKind

_ABOUT = re.compile(r"\b(?:on|regarding|following|after|about|concerning|to mark|marking)\b", re.I)
_STATEMENT_BY = re.compile(r"\b(?:statement|remarks|address|message|letter|speech)s? (?:by|from|of)\b", re.I)
_JOINED = re.compile(r"(?<=[A-Za-z.])[-–](?=[A-Z])")  # "U.S.-EU", two parties
OPENING_TOKENS = 45  # where a joint text names those whose it is
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


def start_sentences_at_blocks(doc: Doc, document: Document) -> Doc:
    """Mark the first token of every block as a sentence start, before the parser runs.

    The parser then keeps headings, bullets and paragraphs apart.
    """
    starts = iter(sorted({edge for block in document.blocks for edge in (block.start_char, block.end_char)}))
    edge = next(starts, None)
    for token in doc:
        if edge is None:
            break
        if token.idx >= edge and not token.is_space:
            token.is_sent_start = True
            while edge is not None and edge <= token.idx:
                edge = next(starts, None)
    return doc


class Analyst:
    """Turns parses into analyses, with one reference and one tokenizer."""

    def __init__(self, nlp: Language, reference: Reference) -> None:
        self._nlp = nlp
        self._reference = reference
        self._name_finder = NameFinder(reference)

    def analyse(self, document: Document, doc: Doc) -> Analysis:
        """The analysis of ``document``, whose text ``doc`` parses."""
        paragraphs = [(block.start_char, block.end_char) for block in document.blocks]
        names = self._name_finder.find(doc, document.published_on)
        quotations = find_quotations(document.text, paragraphs)
        sentences = tuple(_sentences_in_blocks(document, doc))
        attributor = Attributor(
            quotations, find_turns(document.text, paragraphs), [sentence.span for sentence in sentences]
        )
        authors = self._authors(document, names)
        participants = self._participants(document, authors)
        resolver = PartyResolver(
            doc, names, attributor, self._reference, document.published_on, authors, participants
        )
        voice = self._voice(document, resolver.authors)
        return Analysis(document, doc, sentences, names, quotations, attributor, resolver, voice)

    def _voice(self, document: Document, authors: tuple[Party, ...]) -> Party | None:
        """The person whose speech or statement a text is: named by its title, or in office on its day."""
        title = document.title or ""
        day = document.published_on or _year_in(title)
        if document.genre == "speech" or _STATEMENT_BY.search(title):
            for named in self._name_finder.find(self._nlp(title), document.published_on).found:
                if named.kind == "person":
                    return party_of(named)
            for word in re.findall(r"[A-Z][a-z]{3,}", title):
                people = self._reference.by_surname(word, day)
                if people and (len(people) == 1 or day is not None):
                    return Party(people[0].name, "person", people[0].iso3)
        if document.genre == "speech" and day is not None:
            for author in authors:
                held = self._reference.holders("President", author.iso3 or author.name, day)
                if len(held) == 1:
                    return Party(held[0].name, "person", held[0].iso3)
        return None

    def _authors(self, document: Document, names: Names) -> tuple[Party, ...]:
        """The parties whose text a document is; none for news, "Parties" for a treaty.

        Those of a joint title ("Joint Statement of Japan and France"), of a joint text's opening where the
        title names none, else the publisher.
        """
        if not text_speaks(document.genre):
            return ()
        if document.genre == "treaty":
            return (Party("Parties", "group"),)
        publisher = self._parties_in(document.publisher or "")
        if document.genre != "communique":
            return publisher
        title = self._parties_in(_ABOUT.split(document.title or "", maxsplit=1)[0])
        if title and title != publisher:
            return title
        opening = _parties_at_opening(names)
        return opening if len(opening) > 1 else title or publisher

    def _participants(self, document: Document, authors: tuple[Party, ...]) -> tuple[Party, ...]:
        """Whom "the leaders" or "both sides" means: a readout's title names the other side."""
        if document.genre != "readout" or not document.title:
            return authors
        named = self._known_in(_ABOUT.split(document.title, maxsplit=1)[0])
        own = {author.iso3 for author in authors if author.iso3}
        people = [party for party in _parties(named, {"person"}) if party.iso3 not in own]
        others = people or [
            party for party in _parties(named, {"state", "organisation"}) if party not in authors
        ]
        return (*authors, *(people or others))

    def _parties_in(self, text: str) -> tuple[Party, ...]:
        """The states and organisations that a title or publisher names; unknown ones where it names none."""
        known = _parties(self._known_in(text), {"state", "organisation"})
        if known or not text:
            return known
        found = self._name_finder.find(self._nlp(text), None).found
        return _parties(found, {"place", "organisation"})

    def _known_in(self, text: str) -> list[Named]:
        """The names of the reference in a title, whose capitals mislead the recogniser."""
        return self._name_finder.find(self._nlp.make_doc(_JOINED.sub(" - ", text)), None).found


def _parties(names: list[Named], kinds: set[EntityKind]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for named in names:
        if named.kind in kinds:
            found.setdefault(named.name, party_of(named))
    return tuple(found.values())


def _year_in(title: str) -> dt.date | None:
    """The middle of the year that a title names, for a text without a date."""
    year = re.search(r"\b(?:1[89]|20)\d\d\b", title)
    return dt.date(int(year[0]), 6, 30) if year else None


def _parties_at_opening(names: Names) -> tuple[Party, ...]:
    """The states and organisations that a text names in its opening."""
    found: dict[str, Party] = {}
    for named in names.found:
        if named.start >= OPENING_TOKENS:
            break
        if named.kind in {"state", "organisation"} and named.via in {"name", "demonym"}:
            found.setdefault(named.name, party_of(named))
    return tuple(found.values())


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
