"""Loading of the lexicons: TOML files whose entries carry rule ids and are validated by pydantic."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Protocol

from pydantic import BaseModel, ConfigDict

LEXICON_FOLDER = Path(__file__).parent / "lexicons"


class LexiconError(ValueError):
    """A lexicon file that is not valid TOML, has unknown keys, or uses a rule id twice."""


class LexiconModel(BaseModel):
    """The base of every lexicon entry: frozen, and unknown keys raise."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Lemmas(LexiconModel):
    """Words by lemma under one rule id; the lexicon says what they tell."""

    id: str
    lemmas: frozenset[str]


class Phrases(LexiconModel):
    """Phrases in lower case under one rule id."""

    id: str
    phrases: tuple[str, ...]


class Triggered(Protocol):
    """A rule that words trigger, by their lemmas."""

    @property
    def lemmas(self) -> Iterable[str]:
        """Those lemmas."""


def read_once[Lexicon: LexiconModel](name: str, model: type[Lexicon]) -> Callable[[], Lexicon]:
    """What gives the lexicon ``name``, which it reads when it is first asked; raises as ``load_lexicon``."""
    return cache(lambda: load_lexicon(name, model))


def load_lexicon[Lexicon: LexiconModel](
    name: str, model: type[Lexicon], folder: Path = LEXICON_FOLDER
) -> Lexicon:
    """Read ``folder/name.toml`` into ``model``.

    Raises LexiconError, naming the file and what is wrong, where the file breaks the model or uses a rule id
    twice.
    """
    path = folder / f"{name}.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        refuse_twice("rule ids", rule_ids(table))
        return model.model_validate(table)
    except ValueError as error:
        raise LexiconError(f"{path.name}: {error}") from error


def by_lemma[Rule: Triggered](rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """The rules by each of their lemmas, in their order."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        for lemma in rule.lemmas:
            found.setdefault(lemma, []).append(rule)
    return found


def rule_ids(table: object) -> Iterator[str]:
    """The rule ids in a lexicon's table, however deep."""
    if isinstance(table, dict):
        if isinstance(table.get("id"), str):
            yield table["id"]
        for value in table.values():
            yield from rule_ids(value)
    elif isinstance(table, list):
        for value in table:
            yield from rule_ids(value)


def refuse_twice(what: str, keys: Iterable[str]) -> None:
    """Raise ValueError where one of ``keys`` stands among them more than once."""
    if twice := sorted(key for key, times in Counter(keys).items() if times > 1):
        raise ValueError(f"{what} used twice: {', '.join(twice)}")
