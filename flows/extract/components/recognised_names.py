"""Recognised names: what spaCy's recogniser takes for a name that the reference does not know."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns, is_person
from flows.extract.components.capitals import is_headline
from flows.extract.components.known_people import KnownPeople, as_person
from flows.extract.components.named import Named
from flows.extract.components.no_names import NoNames, is_portfolio
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.whole_bodies import joined_to_place, with_words_before
from flows.extract.components.whole_names import (
    before_bracket,
    with_first_name,
    with_particle,
    with_second_surname,
    with_second_syllable,
    without_title,
)
from flows.extract.parse import Doc, Span, Token
from flows.extract.reference import Reference
from flows.extract.remembered import Remembered
from flows.extract.words import forms_of_address, load_words
from models.vocabulary import EntityKind

RECOGNISED_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
BREAKS = frozenset({"(", ")", "[", "]", ":", ";", "—", "–"})  # inside no body's name
NAME_TAGS = frozenset({"NNP", "NNPS", "JJ", "IN", "DT", "CC", "HYPH", "POS"})  # inside a body's name
LONGEST_SURNAME = 4  # tokens: "López Obrador", "von der Leyen"
OPENING_NO_NAME = frozenset({"the", "this", "only"})  # before a name, no part of it
ENDING_NO_NAME = frozenset({"'s", "’s", "'", "’", "of", "and"})  # behind a name, no part of it


class RecognisedNames:
    """Finds them beside the names of the reference, which ``taken`` holds by token."""

    def __init__(self, reference: Reference, people: KnownPeople) -> None:
        self._people = people
        self._title_words = Remembered(self._may_end_title)
        self._title_ends = frozenset(title.split()[-1] for title in reference.titles)

    def of(self, doc: Doc, taken: dict[int, Named], day: dt.date | None) -> Iterator[Named]:
        """The names that the recogniser finds in ``doc``."""
        no_names = NoNames(doc)
        for entity in map(before_bracket, doc.ents):
            body = self._of_known_body(entity, taken) or _around_known_body(entity, taken)
            if body is not None:
                yield body
                continue
            span = _clean_name(entity, {} if _is_named_after_place(entity, taken) else taken)
            if span is not None and _is_named_after_place(span, taken):
                yield Named(span.start, span.end, _plain(span.text), "organisation", "ORG", "recognised")
                continue
            span = _whole_name(without_title(span), taken) if span is not None else None
            joined = joined_to_place(span, taken) if span is not None else None
            if joined is not None:
                yield joined
                continue
            kind = RECOGNISED_KINDS.get(span.label_) if span is not None else None
            if kind is None or span is None or any(i in taken for i in range(span.start, span.end)):
                continue
            if not any(token.text[:1].isupper() for token in span) or no_names.has(span):
                continue
            if _is_told_for_place(span):
                kind = "place"
            if _are_people_of_body(span, taken):
                continue
            if kind == "person":
                before = taken.get(span.start - 1)
                if before is not None and before.kind == "person":
                    continue  # what a headline says that person does
                span = with_first_name(self._without_headline(span, day), taken)
            yield Named(span.start, span.end, _plain(span.text), kind, span.label_, "recognised")

    def titled(self, doc: Doc, taken: dict[int, Named], day: dt.date | None) -> Iterator[Named]:
        """Surnames after a title ("President Lula") that the recogniser overlooked."""
        for start, ends_title in enumerate(self._title_words.of(doc), start=1):
            if not ends_title or start in taken or start == len(doc):
                continue
            for end in range(min(start + LONGEST_SURNAME, len(doc)), start, -1):
                if not doc[end - 1].text[:1].isupper() or any(i in taken for i in range(start, end)):
                    continue
                named = Named(start, end, doc[start:end].text, "person", "PERSON", "recognised")
                person = self._people.by_title(doc, named, day, certain=True)
                if person is not None:
                    yield as_person(named, person)
                    break

    def _of_known_body(self, entity: Span, taken: dict[int, Named]) -> Named | None:
        """The body whose name opens with a known one: "Boeing Co." is that one, "NATO Studio" its own."""
        if entity.label_ != "ORG":
            return None
        span = _without_article(entity)
        known = taken.get(span.start)
        if known is None or known.kind != "organisation" or known.via != "name":
            return None
        behind = span.doc[known.end : span.end]
        if any(token.text in BREAKS for token in behind):
            return None
        tail = [token for token in behind if _is_word(token)]
        if known.start != span.start or not tail or any(token.i in taken for token in tail):
            return None
        if tail[-1].tag_ != "NNP" or tail[-1].text.casefold() in self._title_ends:
            return None
        if all(token.text.casefold().rstrip(".") in load_words().company_words for token in tail):
            return replace(known, end=tail[-1].i + 1)
        if any(token.tag_ != "NNP" for token in tail) or is_headline(entity):
            return None
        return Named(span.start, tail[-1].i + 1, _plain(span.text), "organisation", "ORG", "recognised")

    def _without_headline(self, span: Span, day: dt.date | None) -> Span:
        """A person's name without the verb of a headline behind it: "President Biden Visiting Peru"."""
        if len(span) < 2 or not span[-1].text.endswith("ing"):
            return span
        first = Named(span.start, span.start + 1, span[0].text, "person", "PERSON", "recognised")
        return span[:1] if self._people.by_title(span.doc, first, day, certain=True) is not None else span

    def _may_end_title(self, token: Token) -> bool:
        return token.text[:1].isupper() and token.text.casefold() in self._title_ends


def _whole_name(span: Span, taken: dict[int, Named]) -> Span:
    """A name with what the recogniser cut off before and behind it."""
    return with_words_before(with_particle(with_second_syllable(with_second_surname(span)), taken), taken)


def _is_named_after_place(entity: Span, taken: dict[int, Named]) -> bool:
    """Whether an organisation's own name opens with a state or place ("Vietnam Airlines")."""
    if entity.label_ != "ORG":
        return False
    entity = _without_article(entity)
    if is_portfolio(entity):
        return False
    tags = [token.tag_ for token in entity]
    if not set(tags) <= NAME_TAGS or tags[-1] not in {"NNP", "NNPS"}:
        return False
    inside = {taken[i] for i in range(entity.start, entity.end) if i in taken}
    if len(inside) != 1:
        return False
    named = inside.pop()
    behind = entity.doc[named.end : entity.end]
    if len(behind) and behind[0].tag_ == "POS":
        return False  # "Peru's Labor Council", but "the Swiss People's Party"
    if len(behind) == 1 and entity[-1].lower_ in party_lexicon().governing.lemmas:
        return False  # "the Peru Government"
    proper = sum(tag in {"NNP", "NNPS"} for tag in tags)
    joined = entity.doc[named.start - 1].text in load_words().name_particles  # "Banco Nacional de Bolivia"
    opens = named.start == entity.start or proper == len(entity) or joined
    return named.kind in {"state", "place"} and opens and proper > named.end - named.start


def _around_known_body(entity: Span, taken: dict[int, Named]) -> Named | None:
    """A body in whose name a known one stands: "National Karhula Brewers Union" is not Karhula."""
    span = _without_article(entity)
    if entity.label_ != "ORG" or any(token.tag_ not in {"NNP", "NNPS"} for token in span):
        return None
    inside = [taken[token.i] for token in span if token.i in taken]
    apart = span[0].i not in taken and span[-1].i not in taken
    body = syntax.noun_lemma(span[-1]) in actor_nouns().bodies.lemmas
    if not (apart and body and inside and all(named.kind == "organisation" for named in inside)):
        return None
    return Named(span.start, span.end, _plain(span.text), "organisation", "ORG", "recognised")


def _is_told_for_place(span: Span) -> bool:
    """Whether the words before a name tell that it is of a place: "near Karhula", "the town of Karhula"."""
    before = syntax.neighbour(span[0], -1)
    if before is None or before.lower_ != "of":
        return before is not None and before.lower_ == "near" and span.label_ == "PERSON"
    whole = syntax.neighbour(before, -1)
    return whole is not None and syntax.noun_lemma(whole) in party_lexicon().places.lemmas


def _are_people_of_body(span: Span, taken: dict[int, Named]) -> bool:
    """Whether a word behind a known body only tells of its people: "Trustees" of "World Bank Trustees"."""
    body = taken.get(span.start - 1)
    people = len(span) == 1 and span[0].tag_ == "NNPS" and is_person(span[0])
    return people and body is not None and (body.kind, body.via) == ("organisation", "name")


def _without_article(entity: Span) -> Span:
    return entity[1:] if len(entity) > 1 and entity[0].lower_ == "the" else entity


def _clean_name(entity: Span, taken: dict[int, Named]) -> Span | None:
    """The entity without article, titles, possessive, white space and known names at its ends.

    None if nothing is left.
    """
    start, end = _behind_place(entity), entity.end
    doc = entity.doc
    while start < end and (
        start in taken
        or doc[start].lower_ in OPENING_NO_NAME | forms_of_address()
        or not _is_word(doc[start])
    ):
        start += 1
    while end > start and (doc[end - 1].lower_ in ENDING_NO_NAME or not _is_word(doc[end - 1])):
        end -= 1
    return Span(doc, start, end, entity.label_) if end > start else None


def _behind_place(entity: Span) -> int:
    """Where a name begins that the recogniser joins to the place before it: "In Lima the Board said"."""
    first = entity.start
    opens = first > 0 and entity.doc[first - 1].text == "In" and entity.doc[first - 1].is_sent_start
    article = next((token.i for token in entity if token.text == "the"), first) if opens else first
    return article if article > first and entity.doc[article - 1].tag_ == "NNP" else first


def _is_word(token: Token) -> bool:
    return any(char.isalnum() for char in token.text)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
