"""Nouns: number, lemma, and what stands behind a preposition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.extract.parse import Token
from flows.extract.syntax.labels import CLAUSES_ON_NOUNS, TIME_LABELS
from flows.extract.syntax.tree import child, children, conjuncts, neighbour, word_at
from flows.extract.syntax.verbs import has_to

PARAGRAPH_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?")
INDEFINITE = frozenset({"a", "an"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})


def is_plural(noun: Token) -> bool:
    """Whether a noun or name is tagged as a plural: "boats", "Koreas"."""
    return noun.tag_ in PLURAL_TAGS


def is_indefinite(noun: Token) -> bool:
    """Whether a noun has the article of what is told of for the first time: "a boat", "an envoy"."""
    determiner = child(noun, "det")
    return determiner is not None and determiner.lower_ in INDEFINITE


def begins_with_a(noun: Token) -> bool:
    """Whether a noun's phrase begins with "a" or "an", whatever word has it: "a move", "a bank's deal"."""
    return noun.left_edge.lower_ in INDEFINITE


def noun_lemma(token: Token) -> str:
    """The singular of a noun in lower case, also of one that is capitalised as a name."""
    lemma = token.lemma_.lower()
    if token.tag_ == "NNP" and lemma.endswith("men"):
        return f"{lemma[:-3]}man"  # "Fishermen" at the head of a sentence
    if token.tag_ != "NNPS":
        return lemma
    return lemma.removesuffix("ies") + "y" if lemma.endswith("ies") else lemma.removesuffix("s")


def clauses_on(noun: Token) -> list[Token]:
    """The clauses that hang on a noun: "boats to sell", "boats that sank"."""
    return children(noun, *CLAUSES_ON_NOUNS)


def is_paragraph_number(token: Token) -> bool:
    """Whether a number is that of a paragraph, at its head: "1.2" of "1.2 Boats shall carry a lamp", "4" of
    "4. Urges both crews to leave".
    """
    if token.text.isdigit() and token.i == token.sent.start and word_at(token, 1) == ".":
        return True
    if PARAGRAPH_NUMBER.fullmatch(token.text) is None or token.i != token.sent.start:
        return False
    behind = neighbour(token)
    return behind is not None and behind.text.istitle() and behind.pos_ != "NUM"  # "2.5 Million"


def taken_for_dative(token: Token) -> bool:
    """Whether a parse that makes a receiver part of what it receives is wrong: "gave the Trust free storage".

    A noun with an article of its own modifies nothing, but behind a hyphen ("a no-fishing zone").
    """
    beside = token.dep_ in {"nmod", "compound"} and token.head.dep_ == "dobj"
    return beside and child(token, "det") is not None and word_at(token, -1) != "-"


def parted_object(act: Token) -> Token | None:
    """The object of a verb with a particle that the parse hangs on the verb above, behind an insertion.

    "charts" of "promised to hand over, by May, all charts".
    """
    above, particle = act.head, child(act, "prt")
    if act.dep_ != "xcomp" or particle is None or child(act, "dobj") is not None:
        return None
    thing = child(above, "dobj")
    parted = thing is not None and thing.i > act.i and word_at(thing.left_edge, -1) == ","
    return thing if parted and word_at(particle, 1) == "," else None


def noun_after(head: Token, prepositions: tuple[str, ...]) -> Token | None:
    """The noun behind the first of ``prepositions`` below ``head``, days aside ("called on Friday to …")."""
    for preposition in children(head, "prep", "dative"):
        if preposition.lower_ in prepositions:
            noun = child(preposition, "pobj")
            if noun is None or noun.ent_type_ not in TIME_LABELS:
                return noun
    return None


def complements_of(head: Token, prepositions: tuple[str, ...]) -> Iterator[Token]:
    """The nouns and verbs behind those of ``prepositions`` that stand below ``head``.

    The parse may take the "to" before a gerund for that of an infinitive: "committed to further easing it".
    """
    joined = (each for preposition in children(head, "prep") for each in conjuncts(preposition))
    for preposition in joined:  # "agreed to a truce and to free trade"
        if preposition.lower_ in prepositions:
            yield from children(preposition, "pobj", "pcomp")
    if "to" in prepositions:
        yield from (verb for verb in children(head, "xcomp") if verb.tag_ == "VBG" and has_to(verb))
