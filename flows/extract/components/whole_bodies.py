"""Whole names of bodies of which the recogniser found a part, or nothing: "Dock and Ferry Workers' Union"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.named import Named
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Doc, Span, Token
from flows.extract.words import load_words


def with_words_before(span: Span, taken: Mapping[int, Named]) -> Span:
    """A name with what "and" or a small word joins to it before: "Dock and Mill Union", "Frutas del Sur"."""
    first = _before_and(span, taken) or _before_particle(span, taken)
    return Span(span.doc, first.i, span.end, span.label_) if first is not None else span


def _before_and(span: Span, taken: Mapping[int, Named]) -> Token | None:
    """The first of the words that "and" joins to the first of a body's name as others of its kinds."""
    last = _neighbour_before(span.doc, span.start, 2)
    if span.label_ != "ORG" or last is None or syntax.word_at(last, 1) != "and":
        return None
    if not (_is_free(last, taken) and last.dep_ in {"nmod", "compound"} and last.head == span.root):
        return None
    first = last
    while first.i and _is_free(before := first.nbor(-1), taken) and before.dep_ in {"nmod", "compound"}:
        first = before
    return first


def _before_particle(span: Span, taken: Mapping[int, Named]) -> Token | None:
    """The capitalised word before the small word right before a name: "Frutas" of "Frutas del Norte"."""
    small = _neighbour_before(span.doc, span.start, 1)
    word = _neighbour_before(span.doc, span.start, 2)
    if small is None or word is None or small.text not in load_words().name_particles:
        return None
    belongs = word.dep_ in {"compound", "nmod"} and small.i <= word.head.i < span.end
    return word if belongs and _is_free(word, taken) else None


def _neighbour_before(doc: Doc, place: int, distance: int) -> Token | None:
    return doc[place - distance] if place >= distance else None


def _is_free(token: Token, taken: Mapping[int, Named]) -> bool:
    """Whether a capitalised word is part of no other name."""
    proper = token.tag_ in {"NNP", "NNPS"} and token.text.istitle()
    return proper and not token.ent_type_ and token.i not in taken


def joined_to_place(span: Span, taken: Mapping[int, Named]) -> Named | None:
    """A body with the state or place that a small word joins to it: "Banco Central do Brasil"."""
    doc, place = span.doc, taken.get(span.end + 1)
    if span.label_ != "ORG" or place is None or place.kind not in {"state", "place"}:
        return None
    if doc[span.end].text not in load_words().name_particles:
        return None
    return Named(span.start, place.end, doc[span.start : place.end].text, "organisation", "ORG", "recognised")


def bodies_for(doc: Doc, taken: Mapping[int, Named]) -> Iterator[Named]:
    """Bodies whose cause ends their name, and that the recogniser overlooked: "the Movement for Peace"."""
    for noun in doc.tokens[1:-2]:
        cause = noun.nbor(2)
        if noun.tag_ != "NNP" or noun.nbor(-1).text != "the" or noun.nbor(1).text != "for":
            continue
        body = syntax.noun_lemma(noun) in actor_nouns().bodies.lemmas - party_lexicon().institutions.lemmas
        if body and _is_free(noun, taken) and _is_free(cause, taken):
            end = cause.i + 1
            while end < len(doc) and _is_free(doc[end], taken):
                end += 1
            yield Named(noun.i, end, doc[noun.i : end].text, "organisation", "ORG", "recognised")


def with_regions_before(doc: Doc, found: list[Named], parties: frozenset[str]) -> list[Named]:
    """Names that the word of a region opens as one name: "Scottish Liberal Democrats", "Bavarian Karhula".

    ``parties`` are the known bodies that have a branch of their own in a region.
    """
    regions = {named.end: named for named in found if (named.kind, named.via) == ("place", "demonym")}
    opened = {
        named: regions[named.start]
        for named in found
        if named.start in regions and _is_opened_by(doc, regions[named.start], named, parties)
    }
    gone = set(opened.values())
    return [
        replace(
            named,
            start=opened[named].start,
            name=doc[opened[named].start : named.end].text,
            via="recognised",
            iso3=None,
            wikidata_id=None,
        )
        if named in opened
        else named
        for named in found
        if named not in gone
    ]


def _is_opened_by(doc: Doc, region: Named, named: Named, parties: frozenset[str]) -> bool:
    """Whether a region's word belongs to a body's name: that of a party, or a lone one that it modifies."""
    word = doc[region.end - 1]
    belongs = word.dep_ in {"compound", "amod"} and named.start <= word.head.i < named.end
    if not belongs or named.kind != "organisation":
        return False
    alone = named.via == "recognised" and named.end - named.start == 1
    return named.name in parties or (alone and (word.tag_, word.dep_) == ("NNP", "compound"))
