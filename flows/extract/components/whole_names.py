"""Whole names: what the recogniser cut off, took for another kind of name, or overlooked in short forms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.attribution_lexicon import attribution_lexicon
from flows.extract.components.named import Named
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Doc, Span, Token
from flows.extract.words import load_words

SHORTEST_SHORT_FORM = 4  # letters of a word that stands for a body of several


def with_first_name(span: Span, taken: dict[int, Named]) -> Span:
    """A surname with the first name before it that the recogniser left out: "Skarn" of "Tilda Skarn"."""
    whole = span
    if any(token.whitespace_ for token in span[:-1]):
        return span
    while (
        whole.start and whole.start - 1 not in taken and _may_be_first_name(span.doc[whole.start - 1], span)
    ):
        whole = Span(span.doc, whole.start - 1, span.end, span.label_)
    return whole


def with_second_surname(span: Span) -> Span:
    """A full name with what a hyphen joins to it, which the recogniser cut off: "Tilda Skarn-Lund"."""
    behind = span.doc[span.end : span.end + 3]
    if span.label_ not in {"PERSON", "ORG"} or len(span) == 1 or len(behind) < 2 or behind[0].text != "-":
        return span
    last, second = span[-1], behind[1]
    apart = last.whitespace_ or behind[0].whitespace_ or second.ent_type_ not in {"", last.ent_type_}
    begins = second.tag_ != "NNP" or behind[-1].tag_ == "NNP"  # "Tilda Skarn-Ada Berg talks"
    whole = not apart and not begins and last.head == second
    return Span(span.doc, span.start, span.end + 2, span.label_) if whole else span


def without_title(span: Span) -> Span:
    """A person's name without the title that the recogniser took for a part of it, as a person's.

    "Archbishop Reed Lane" is Reed Lane; so is "First Lady Ana Sol" Ana Sol, whatever it was taken for.
    """
    words = load_words()
    if len(span) > 1 and span.label_ == "PERSON" and span[0].lower_ in words.titles:
        return Span(span.doc, span.start + 1, span.end, "PERSON")
    for second in (span.start, span.start + 1):
        title = span.doc[max(0, second - 1) : second + 1].text.lower()
        if second + 1 < span.end and title in words.long_titles:
            return Span(span.doc, second + 1, span.end, "PERSON")
    return span


def _may_be_first_name(token: Token, span: Span) -> bool:
    """Whether a capitalised word before a surname is no title, and no word that the document writes small."""
    belongs = token.tag_ == "NNP" and token.dep_ == "compound" and span.start <= token.head.i < span.end
    if not belongs or token.ent_type_ or not (token.is_alpha and token.text.istitle()):
        return False
    known = token.lower_ in _no_names() or token.lower_ in attribution_lexicon().unnamed.lemmas
    return not known and all(other.text != token.lower_ for other in token.doc)


@cache
def _no_names() -> frozenset[str]:
    """Words that are capitalised inside names, and before them, without being one's own."""
    lexicon = party_lexicon()
    lists = (
        lexicon.capitalised,
        actor_nouns().bodies,
        lexicon.businesses,
        lexicon.institutions,
        lexicon.offices,
        lexicon.places,
    )
    titles = load_words().before_names | load_words().titles | load_words().honorifics
    return titles.union(*(words.lemmas for words in lists))


def as_people(doc: Doc, found: list[Named]) -> list[Named]:
    """Names of several words that are a person's after all.

    Those that are taken for a person's as often as for a body's, and those whose last word the document
    gives a "Mr." elsewhere.
    """
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for named in found:
        if named.via == "recognised" and " " in named.name:
            kinds[named.name][named.kind] += 1
    surnames = {doc[i + 1].text for i in range(len(doc) - 1) if doc[i].lower_ in load_words().honorifics}
    return [
        replace(named, kind="person", label="PERSON")
        if named.name in kinds
        and named.kind not in {"person", "state"}
        and (_is_mostly_person(kinds[named.name]) or named.name.split()[-1] in surnames)
        and _has_names_alone(doc, named)
        else named
        for named in found
    ]


def _has_names_alone(doc: Doc, named: Named) -> bool:
    """Whether all words of a name are capitalised, and none of them is for a body."""
    words = doc[named.start : named.end]
    bodies = load_words().company_words | party_lexicon().institutions.lemmas
    return all(word.tag_ == "NNP" and word.lower_ not in bodies for word in words)


def _is_mostly_person(kinds: Counter[str]) -> bool:
    return 0 < kinds["person"] >= kinds.total() - kinds["person"]


def short_forms(doc: Doc, found: list[Named]) -> list[Named]:
    """Give the first word of a body's name alone the whole name, also where it is found nowhere.

    "Skarn" of "Skarn Industries"; but no word for any body, no place, and no word of a person's name.
    """
    bodies = _bodies_by_first_word(doc, found)
    settled = [
        replace(bodies[word], start=named.start, end=named.end)
        if named.via == "recognised"
        and named.end - named.start == 1
        and (word := doc[named.start].text) in bodies
        and bodies[word].start < named.start
        else named
        for named in found
    ]
    return [*settled, *_overlooked(doc, settled, bodies)] if bodies else settled


def _bodies_by_first_word(doc: Doc, found: list[Named]) -> dict[str, Named]:
    full = (named.name.split() for named in found if named.kind == "person")
    people = {word for words in full if len(words) > 1 for word in words}
    bodies: defaultdict[str, dict[str, Named]] = defaultdict(dict)
    for named in found:
        word = doc[named.start].text
        if named.kind == "organisation" and named.end - named.start > 1 and named.name.startswith(f"{word} "):
            bodies[word].setdefault(named.name, named)
    small = {token.text for token in doc if token.is_lower}
    known = {doc[named.start].text for named in found if named.via == "name" and named.end - named.start == 1}
    return {
        word: next(iter(named.values()))
        for word, named in bodies.items()
        if len(named) == 1
        and next(iter(named.values())).via == "recognised"
        and word not in people | known
        and _may_stand_alone(word, small)
    }


def _may_stand_alone(word: str, small: set[str]) -> bool:
    proper = word.istitle() and word.isalpha() and len(word) >= SHORTEST_SHORT_FORM
    return proper and word.lower() not in small and word.lower() not in _no_names()


def _overlooked(doc: Doc, found: list[Named], bodies: dict[str, Named]) -> Iterator[Named]:
    """Short forms as subjects or owners that the recogniser overlooked."""
    covered = {i for named in found for i in range(named.start, named.end)}
    for token in doc:
        body = bodies.get(token.text)
        if body is None or token.i < body.start or token.i in covered:
            continue
        acts = token.pos_ == "PROPN" and token.dep_ in {"nsubj", "nsubjpass", "poss"}
        if acts and not syntax.children(token, "compound", "amod", "det"):
            yield replace(body, start=token.i, end=token.i + 1)


def by_direction(doc: Doc, found: list[Named]) -> list[Named]:
    """Give "the North" the name of the state of that direction, where the document names it, or all."""
    meant = _states_by_direction(doc, found)
    if not meant:
        return found
    covered = {
        i
        for named in found
        if named.via != "recognised" or named.end - named.start > 1
        for i in range(named.start, named.end)
    }
    states = {
        token.i: replace(meant[token.text], start=token.i, end=token.i + 1)
        for token in doc
        if token.text in meant and token.i not in covered and _is_alone(token)
    }
    return [*(named for named in found if named.start not in states), *states.values()]


def _states_by_direction(doc: Doc, found: list[Named]) -> dict[str, Named]:
    states = {named.name: named for named in found if named.kind == "state"}
    meant = {}
    for parts in load_words().parts:
        all_meant = any(token.text == parts.several for token in doc)
        for name, code, direction in zip(parts.states, parts.codes, parts.directions, strict=True):
            if name in states or all_meant:
                meant[direction] = Named(0, 1, name, "state", "GPE", "name", code)
    return meant


def _is_alone(token: Token) -> bool:
    """Whether a capitalised direction is a party of its own: "the North", not "the North Sea"."""
    determiner = syntax.child(token, "det")
    return (
        determiner is not None
        and determiner.lower_ == "the"
        and token.dep_ not in {"compound", "nmod"}
        and not syntax.children(token, "compound", "amod", "prep")
    )
