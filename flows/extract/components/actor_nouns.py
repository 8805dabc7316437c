"""Common nouns for those who can act: people, bodies, houses that stand for one, and territories.

The lexicon is ``lexicons/nouns.toml``. A phrase that one of these nouns heads is a party under its own words
where no name stands for it: "the buyer", "a brigade", "the province".
"""

from __future__ import annotations

from functools import cache

from pydantic import model_validator

from flows.extract import syntax
from flows.extract.lexicon import Lemmas, LexiconModel, read_once, refuse_twice
from flows.extract.parse import Token


class ActorNouns(LexiconModel):
    """All of ``nouns.toml``: nouns in the singular and in lower case, each of one kind."""

    persons: Lemmas
    bodies: Lemmas
    houses: Lemmas
    territories: Lemmas

    @model_validator(mode="after")
    def _each_of_one_kind(self) -> ActorNouns:
        """Raise where a noun stands under two kinds or is not in lower case."""
        kinds = (self.persons, self.bodies, self.houses, self.territories)
        listed = [lemma for kind in kinds for lemma in kind.lemmas]
        refuse_twice("nouns", listed)
        if capitals := sorted(lemma for lemma in listed if lemma != lemma.lower()):
            raise ValueError(f"nouns in capitals: {', '.join(capitals)}")
        return self


actor_nouns = read_once("nouns", ActorNouns)


@cache
def inhabited() -> frozenset[str]:
    """The nouns for people, bodies and territories, without the houses."""
    nouns = actor_nouns()
    return nouns.persons.lemmas | nouns.bodies.lemmas | nouns.territories.lemmas


def is_actor(token: Token) -> bool:
    """Whether a word is a noun for who can act, in any number: "buyers", "the brigade"."""
    lemma = syntax.noun_lemma(token)
    return lemma in inhabited() or lemma in actor_nouns().houses.lemmas


def is_person(token: Token) -> bool:
    """Whether a word is a noun for people: "buyers", "the passengers", "an ex-mayor"."""
    return without_former(syntax.noun_lemma(token)) in actor_nouns().persons.lemmas


def without_former(lemma: str) -> str:
    """A noun without the "ex-" of who was such before: "mayor" of "ex-mayor"."""
    return lemma.removeprefix("ex-")
