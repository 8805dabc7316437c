"""What the English model gets wrong about words: ``lexicons/words.toml``."""

from __future__ import annotations

from functools import cache
from typing import Annotated

from pydantic import Field

from flows.extract.lexicon import LexiconModel, read_once


class Parts(LexiconModel):
    """States of one name: the plural that means all, and their names, codes and the directions for each."""

    several: str
    states: tuple[str, ...]
    codes: tuple[str, ...]
    directions: tuple[str, ...]


class OperativeVerbs(LexiconModel):
    """Verbs that open the lines of a resolution, as written, and words that may follow them (``before``)."""

    verbs: tuple[str, ...]
    before: tuple[str, ...]


class People(LexiconModel):
    """A people, the words that it shares with a state's, and the nouns and states that tell which."""

    id: str
    words: frozenset[str]
    nouns: frozenset[str]
    shared_nouns: frozenset[str]
    states: frozenset[str]


class Words(LexiconModel):
    """Words with a hyphen, verbs to forget, contracted ones, and words that are or end names, or are none.

    ``halves`` of the day end no sentence before one of ``zones``.

    Forms of ``of_none`` are shared by states and mean none of them alone.
    """

    prefixes: tuple[str, ...]
    hyphenated: tuple[Annotated[str, Field(pattern="-")], ...]
    hyphenated_nouns: tuple[Annotated[str, Field(pattern="-")], ...]
    unheard_verbs: frozenset[str]
    contractions: dict[str, str]
    operative: OperativeVerbs
    halves: tuple[str, ...]
    zones: tuple[str, ...]
    remarks: frozenset[str]
    no_names: frozenset[str]
    feasts: frozenset[str]
    storms_and_ships: frozenset[str]
    name_suffixes: frozenset[str]
    name_particles: frozenset[str]
    no_syllables: frozenset[str]
    name_prepositions: frozenset[str]
    company_words: frozenset[str]
    company_openings: frozenset[str]
    of_none: frozenset[str]
    honorifics: frozenset[str]
    short_titles: frozenset[str]
    before_names: frozenset[str]
    titles: frozenset[str]
    long_titles: frozenset[str]
    parts: tuple[Parts, ...]
    peoples: tuple[People, ...]


load_words = read_once("words", Words)


@cache
def forms_of_address() -> frozenset[str]:
    """What stands before a person's name in small letters, however much of the name follows."""
    return load_words().honorifics | load_words().short_titles
