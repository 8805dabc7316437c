"""What linking knows of words, offices and its own weights: validated tables of ``lexicons/``."""

from __future__ import annotations

import csv
import functools
import tomllib
from pathlib import Path

from pydantic import Field

from models.base import Contract
from models.vocabulary import Category

LEXICON_FOLDER = Path(__file__).parent / "lexicons"


class LinkLexiconError(ValueError):
    """A table of linking that breaks its contract; the message names the file."""


class Weights(Contract):
    """The weights of the comparison: the log odds that two records are one commitment.

    ``join`` is the mean probability from which clusters join, ``share`` that from which a member's line
    is a share of its group's.
    """

    intercept: float
    action: float
    containment: float
    spelling: float
    information: float
    phrase: float
    opening: float
    same_brief: float
    promisors: float
    beneficiaries: float
    other_beneficiaries: float
    category: float
    amount: float
    due: float
    other_numbers: float
    opposite_stance: float
    years_apart: float
    join: float = Field(gt=0, lt=1)
    share: float = Field(gt=0, lt=1)


class LinkLexicon(Contract):
    """The tables of ``linking.toml``, whose comments say what each is for."""

    stop_words: frozenset[str]
    base_forms: dict[str, str]
    initials: dict[str, str]
    idioms: tuple[str, ...]
    pointing_phrases: tuple[str, ...]
    same_acts: tuple[tuple[str, ...], ...]
    opposite_acts: tuple[tuple[str, str], ...]
    event_acts: frozenset[str]
    related_categories: tuple[frozenset[Category], ...]
    vague_names: frozenset[str]
    acts_for: dict[str, str]
    offices_of_own_voice: frozenset[str]
    event_days: int = Field(gt=0)
    longest_days: int = Field(gt=0)
    weights: Weights


@functools.cache
def load_lexicon() -> LinkLexicon:
    """Read ``linking.toml``; raises LinkLexiconError where it is no TOML or breaks its contract."""
    file = LEXICON_FOLDER / "linking.toml"
    try:
        return LinkLexicon.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except ValueError as error:
        raise LinkLexiconError(f"{file.name}: {error}") from error


@functools.cache
def load_word_weights() -> dict[str, float]:
    """Read ``word_weights.csv``: the weight, 0 to 1, of each common stem; a rarer one weighs 1.

    Raises LinkLexiconError, with the line, where a weight is no number from 0 to 1.
    """
    file = LEXICON_FOLDER / "word_weights.csv"
    weights: dict[str, float] = {}
    with file.open(encoding="utf-8", newline="") as handle:
        for number, row in enumerate(csv.DictReader(handle), start=2):
            try:
                weight = float(row["weight"])
            except (KeyError, ValueError) as error:
                raise LinkLexiconError(f"{file.name}:{number}: {error}") from error
            if not 0 <= weight <= 1:
                raise LinkLexiconError(f"{file.name}:{number}: {weight} lies outside 0 to 1")
            weights[row["stem"]] = weight
    return weights
