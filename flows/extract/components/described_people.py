"""Described people: names between commas behind who somebody is, whatever the recogniser makes of them.

"The head of the carters' guild, Tilda Skarn, said …": "Tilda" alone may be taken for a name, or for a body's.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.description import is_kind_of_body
from flows.extract.components.named import Named
from flows.extract.components.office import is_of_person, one_holds
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.whole_names import TWO_SYLLABLES
from flows.extract.parse import Doc, Token
from flows.extract.words import forms_of_address, load_words

LONGEST_DESCRIPTION = 14  # tokens from the noun that says who somebody is to the name
FEWEST_WORDS, MOST_WORDS = 2, 4  # of a name
LABELS = frozenset({"", "PERSON", "ORG"})  # of the recogniser, on words that may name a person
CLOSING = frozenset({",", "."})  # behind such a name
DETERMINING = frozenset({"det", "poss"})


def with_described_people(doc: Doc, found: list[Named]) -> list[Named]:
    """The names of ``found``, and of people who are described before, in place of parts of theirs."""
    taken = {i: named for named in found for i in range(named.start, named.end)}
    people = [person for comma in _commas(doc) if (person := _person_behind(doc, comma, taken)) is not None]
    replaced = {taken.get(i) for person in people for i in range(person.start, person.end)}
    return [*(named for named in found if named not in replaced), *people]


def _commas(doc: Doc) -> Iterator[int]:
    """Where a comma stands before a capitalised word that is tagged as a name."""
    for comma in range(1, len(doc) - FEWEST_WORDS):
        if doc[comma].text == "," and doc[comma + 1].tag_ == "NNP" and doc[comma + 1].text.istitle():
            yield comma


def _person_behind(doc: Doc, comma: int, taken: dict[int, Named]) -> Named | None:
    """The person named between a comma and the next where a description of one ends at the first."""
    first = comma + 2 if _is_demonym(taken.get(comma + 1)) else comma + 1
    end = _end_of_name(doc, first)
    words, text = doc.tokens[first:end], doc[first:end].text
    if doc[end].text not in CLOSING or not FEWEST_WORDS <= len(text.split()) <= MOST_WORDS:
        return None
    inside = {taken[word.i] for word in words if word.i in taken}
    if any(named.via != "recognised" or named.kind == "state" for named in inside):
        return None
    if any(word.ent_type_ not in LABELS for word in words) or not _may_name_person(words):
        return None
    own = bool(TWO_SYLLABLES.fullmatch(text.split()[-1]))
    return (
        Named(first, end, text, "person", "PERSON", "recognised")
        if _describes_person(doc, comma, own)
        else None
    )


def _is_demonym(named: Named | None) -> bool:
    """Whether one word only tells from where the bearer of the name behind it is: "Latvian Juris Ozols"."""
    return named is not None and named.via == "demonym" and named.end - named.start == 1


def _end_of_name(doc: Doc, start: int) -> int:
    """Where the capitalised words from ``start`` on end, with what hyphens join to them."""
    end = start
    while end < len(doc) - 1 and not doc[end].is_sent_start:
        joined = doc[end].text == "-" or (doc[end - 1].text == "-" and doc[end].is_alpha)
        if not (joined or (doc[end].text.istitle() and doc[end].tag_ == "NNP")):
            break
        end += 1
    return end


def _may_name_person(words: list[Token]) -> bool:
    """Whether none of the words is a title, or one for a body, an office or a place: "Karhula Province"."""
    lists = (
        load_words().titles,
        forms_of_address(),
        actor_nouns().persons.lemmas,
        load_words().company_words,
        actor_nouns().bodies.lemmas,
        party_lexicon().institutions.lemmas,
        party_lexicon().places.lemmas,
        party_lexicon().offices.lemmas,
    )
    return not any(word.lower_ in known for word in words for known in lists)


def _describes_person(doc: Doc, comma: int, own: bool) -> bool:
    """Whether a phrase that ends before a comma says who one person is: "the head of the carters' guild,".

    What is named behind "a guild" may be that, but for a name that only a person has (``own``).
    """
    last = doc[comma - 1]
    of_body = is_kind_of_body(last) and syntax.is_indefinite(last)
    for word in reversed(doc.tokens[max(0, comma - LONGEST_DESCRIPTION) : comma]):
        if word.is_punct or syntax.is_verb(word):
            return False
        if word.tag_ == "NN" and is_of_somebody(word):
            told = any(child.dep_ in DETERMINING for child in word.children)
            return told and (own or not of_body)
        if word.is_sent_start:
            return False
    return False


def is_behind_person(doc: Doc, named: Named) -> bool:
    """Whether a noun for a person stands right before the comma before a name: "by a judge, Reed Lane,".

    Or a person's name closes who one is: "a lawyer for a group of bakers, Reed Lane,".
    """
    comma = named.start - 1
    if comma <= 0 or doc[comma].text != ",":
        return False
    person = named.label == "PERSON" and " " in named.name
    return is_of_somebody(doc[comma - 1]) or (person and _describes_person(doc, comma, own=False))


def is_of_somebody(word: Token) -> bool:
    """Whether a noun is of a person, and of no firm as "supplier" may be: "judge", "lawyer", "envoy"."""
    lemma = word.lemma_.lower()
    return lemma in one_holds() or is_of_person(lemma)
