"""People or bodies of several kinds, whose nouns the parse may list beside theirs: "bus and ferry crews"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns, is_actor, is_person
from flows.extract.parse import Token

TELLING_APART = ("det", "poss", "nummod", "prep", "relcl", "acl", "appos")  # of a noun that is a head itself
SHARED = frozenset({"the", "these", "those"})  # before the first of several kinds, and meant for the people


def first_kind(people: Token) -> Token | None:
    """The first of several nouns that only tell of what kind people are; None where they tell of others.

    "bus" for "workers" of "Danish bus, rail and ferry workers", which the parse takes for three things.
    """
    own = syntax.child(people, "compound")
    if people.dep_ != "conj" or people.tag_ != "NNS" or own is None or not _are_people_or_bodies(people):
        return None
    first = syntax.conjunction_head(people)
    *kinds, last = syntax.conjuncts(first)
    told = any(_is_told_apart(word) for word in (*kinds, people))
    alone = last == people and own.left_edge.i == people.left_edge.i and not told
    return first if alone and all(_is_of_thing(word) for word in kinds) else None


def is_kind_of_people(noun: Token, people: Token) -> bool:
    """Whether a noun before people or bodies is of a thing and tells only of what kind they are.

    "Sugar farmers", "oil companies".
    """
    return _are_people_or_bodies(people) and not is_actor(noun) and not _is_told_apart(noun)


def without_kinds(heads: list[Token]) -> list[Token]:
    """Coordinated nouns, of such people alone the last: "workers" of "bus, rail and ferry workers"."""
    return heads[-1:] if first_kind(heads[-1]) == heads[0] else heads


def _is_of_thing(noun: Token) -> bool:
    """Whether a word is a noun for a thing, written small, though it may be tagged as a name: "tram"."""
    return noun.tag_ in {"NN", "NNP"} and noun.is_lower and not is_actor(noun)


def _are_people_or_bodies(noun: Token) -> bool:
    """Whether a word is a noun for people, or for several bodies: "companies"."""
    several = syntax.is_plural(noun) and syntax.noun_lemma(noun) in actor_nouns().bodies.lemmas
    return several or is_person(noun)


def _is_told_apart(noun: Token) -> bool:
    return any(word.lower_ not in SHARED for word in syntax.children(noun, *TELLING_APART))
