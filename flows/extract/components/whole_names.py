"""Whole names: what the recogniser cut off, or took for another kind of name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from itertools import pairwise

from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.attribution_lexicon import attribution_lexicon
from flows.extract.components.named import Named
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Doc, Span, Token
from flows.extract.words import forms_of_address, load_words

MOST_PARTICLES = 2  # side by side: "de la"
PEOPLE_OR_BODIES = frozenset({"", "PERSON", "ORG"})  # labels of what may end a name
TWO_SYLLABLES = re.compile(r"[A-Z][a-z]+-[a-z]+")  # "Seo-yun", as no body is called
# A syllable of a Korean or Chinese name in Latin letters.
_SYLLABLE = re.compile(
    r"(?:ch|sh|zh|hw|kw|[bcdghjklmnpqrstxyz])?[wy]?(?:ae|eo|eu|ou|ia|ai|ao|ei|ie|iu|oe|ui|u[aeio]|oo|[aeiou])(?:ng|[nmklpth])?"
)


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


def with_second_syllable(span: Span) -> Span:
    """A surname and the syllable behind it with the second that the recogniser cut off: "Han Ki-won"."""
    behind = span.doc[span.end : span.end + 2]
    if span.label_ != "PERSON" or len(span) != 2 or len(behind) < 2 or behind[0].text != "-":
        return span
    apart = span[-1].whitespace_ or behind[0].whitespace_
    first, second = span[-1].text.lower(), behind[1].text
    whole = not apart and all(map(_SYLLABLE.fullmatch, (first, second)))
    whole = whole and second not in load_words().no_syllables
    return Span(span.doc, span.start, span.end + 2, span.label_) if whole else span


def with_particle(span: Span, taken: dict[int, Named]) -> Span:
    """A name with what small words join to it, which the recogniser cut off: "Ana Sol de la Torre"."""
    doc, last = span.doc, span.end
    while last < len(doc) and doc[last].text in load_words().name_particles:
        last += 1
    if last in {span.end, len(doc)} or last in taken or last - span.end > MOST_PARTICLES:
        return span
    name = doc[last]
    begins = name.tag_ == "NNP" and name.text.istitle() and not name.is_sent_start
    return (
        Span(doc, span.start, last + 1, span.label_)
        if begins and name.ent_type_ in PEOPLE_OR_BODIES
        else span
    )


def before_bracket(span: Span) -> Span:
    """A name without half a bracket that the recogniser took for its end: "Lake Survey Office (LSO"."""
    words = [token.text for token in span]
    if "(" not in words[1:] or ")" in words:
        return span
    return Span(span.doc, span.start, span.start + words.index("("), span.label_)


def without_title(span: Span) -> Span:
    """A person's name without the title that the recogniser took for a part of it, as a person's.

    "Archbishop Reed Lane" is Reed Lane; so is "First Lady Ana Sol" Ana Sol, whatever it was taken for, and
    "Ana Sol" behind "Gen." or "Ms.".
    """
    words = load_words()
    if span.start and span.doc[span.start - 1].lower_ in forms_of_address():
        return Span(span.doc, span.start, span.end, "PERSON")
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
    known = token.lower_ in not_ones_own() or token.lower_ in attribution_lexicon().unnamed.lemmas
    return not known and all(other.text != token.lower_ for other in token.doc)


@cache
def not_ones_own() -> frozenset[str]:
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
    honorifics = load_words().honorifics
    surnames = {behind.text for token, behind in pairwise(doc.tokens) if token.lower_ in honorifics}
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
