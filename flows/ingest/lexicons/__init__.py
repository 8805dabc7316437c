"""Rules of ingestion as data, validated when they are loaded."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import Field, field_validator

from models.base import Contract
from models.vocabulary import BlockKind, Genre

# A person's name: two to five capitalised words, initials and particles among them.
_NAME = r"(?:[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|de|da|van|von|der|den|al|bin|la|le|el)){1,4})"


class LineRule(Contract):
    """A pattern that tells the kind of a whole line; see line_kinds.toml."""

    id: str
    kind: BlockKind
    pattern: str
    examples: tuple[str, ...] = Field(min_length=1)
    max_words: int = Field(default=25, gt=0)
    cased: bool = False
    at: Literal["start", "end", "anywhere"] = "anywhere"

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        expanded = pattern.replace("{name}", _NAME)
        re.compile(expanded)
        return expanded

    def matches(self, line: str) -> bool:
        """Whether the rule's pattern is the whole of ``line``; where it may stand is not looked at."""
        return line.count(" ") < self.max_words and bool(_compiled(self.pattern, self.cased).fullmatch(line))


class GenreRule(Contract):
    """A pattern in one field of a document that tells its genre; see genres.toml."""

    id: str
    genre: Genre
    field: Literal["title", "kind", "url", "publisher", "opening", "text"]
    pattern: str

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        re.compile(pattern)
        return pattern

    def matches(self, value: str) -> bool:
        """Whether the pattern stands in the field's value."""
        return bool(_compiled(self.pattern, False).search(value))


class FrontMatterRule(Contract):
    """The names of one of the metadata in front matter; see front_matter.toml."""

    id: str
    key: Literal["id", "title", "author", "publisher", "url", "published", "language", "genre"]
    names: tuple[str, ...] = Field(min_length=1)


class WordRule(Contract):
    """Words that tell facts; see fact_words.toml."""

    id: str
    words: tuple[str, ...] = Field(min_length=1)


@cache
def _compiled(pattern: str, cased: bool) -> re.Pattern[str]:
    return re.compile(pattern, 0 if cased else re.IGNORECASE)


def _rules(file_name: str) -> list[dict[str, object]]:
    """The ``[[rule]]`` tables of a lexicon; raises ValueError on other keys and on an id used twice."""
    tables = tomllib.loads(resources.files(__name__).joinpath(file_name).read_text("utf-8"))
    if set(tables) != {"rule"}:
        raise ValueError(f"{file_name}: expected [[rule]] tables alone, found {sorted(tables)}")
    rules: list[dict[str, object]] = tables["rule"]
    ids = [rule.get("id") for rule in rules]
    if len(set(map(str, ids))) != len(ids):
        raise ValueError(f"{file_name}: an id is used twice")
    return rules


@cache
def line_rules() -> tuple[LineRule, ...]:
    """The rules of line_kinds.toml, in file order."""
    return tuple(LineRule.model_validate(rule) for rule in _rules("line_kinds.toml"))


@cache
def genre_rules() -> tuple[GenreRule, ...]:
    """The rules of genres.toml, in file order."""
    return tuple(GenreRule.model_validate(rule) for rule in _rules("genres.toml"))


@cache
def front_matter_rules() -> tuple[FrontMatterRule, ...]:
    """The rules of front_matter.toml, in file order."""
    return tuple(FrontMatterRule.model_validate(rule) for rule in _rules("front_matter.toml"))


@cache
def fact_words() -> frozenset[str]:
    """The words of fact_words.toml."""
    rules = [WordRule.model_validate(rule) for rule in _rules("fact_words.toml")]
    return frozenset(word for rule in rules for word in rule.words)
