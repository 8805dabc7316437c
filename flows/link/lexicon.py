"""What linking knows of words, offices and its own weights: validated tables of ``lexicons/``."""

from __future__ import annotations

import csv
import functools
import tomllib
from pathlib import Path

from pydantic import Field, field_validator

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
    rarest_shared: float
    opening: float
    same_object: float
    meaning: float
    unshared: float
    same_numbers: float
    other_numbers: float
    shared_names: float
    swapped: float
    no_names: float
    context: float
    promisors: float
    other_voices: float
    other_government: float
    one_asked: float
    beneficiaries: float
    other_beneficiaries: float
    category: float
    amount: float
    amount_alone: float
    one_amount: float
    duty_here: float
    duty_elsewhere: float
    opposite_stance: float
    standing: float
    one_standing: float
    same_document: float
    years_apart: float
    days_apart: float
    later_event: float
    join: float = Field(gt=0, lt=1)
    share: float = Field(gt=0, lt=1)


class Zeal(Contract):
    """The parts, in order, of frames that only say with what zeal an act is meant ("do all we can")."""

    verbs: tuple[str, ...] = Field(min_length=1)
    means: tuple[str, ...] = Field(min_length=1)
    limits: tuple[str, ...] = Field(min_length=1)


class LinkLexicon(Contract):
    """The tables of ``linking.toml``, whose comments say what each is for."""

    stop_words: frozenset[str]
    base_forms: dict[str, str]
    initials: dict[str, str]
    idioms: dict[str, str]
    pointing_phrases: tuple[str, ...]
    frames: tuple[str, ...]
    zeal: Zeal
    same_words: tuple[tuple[str, ...], ...]
    opposite_acts: tuple[tuple[str, str], ...]
    event_acts: frozenset[str]
    event_phrases: tuple[str, ...]
    lasting_acts: dict[str, frozenset[str]]
    number_words: dict[str, str]
    light_words: frozenset[str]
    sum_words: frozenset[str]
    thing_pronouns: frozenset[str]
    party_pronouns: frozenset[str]
    verb_openers: frozenset[str]
    pronoun_followers: frozenset[str]
    clause_verbs: frozenset[str]
    supporting_acts: frozenset[str]
    forsaking_acts: frozenset[str]
    standing_words: frozenset[str]
    supporting_phrases: tuple[str, ...]
    standing_tails: tuple[str, ...]
    related_categories: tuple[frozenset[Category], ...]
    vague_names: frozenset[str]
    acts_for: dict[str, str]
    offices_of_own_voice: frozenset[str]
    offices_of_heads: frozenset[str]
    event_days: int = Field(gt=0)
    longest_days: int = Field(gt=0)
    near_days: int = Field(gt=0)
    least_deed: float = Field(gt=0, lt=1)
    largest_deed: float = Field(gt=1)

    @field_validator("same_words")
    @classmethod
    def _one_meaning_a_stem(cls, groups: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        """A stem in two groups would mean what the later one says."""
        stems = [stem for group in groups for stem in group]
        if twice := {stem for stem in stems if stems.count(stem) > 1}:
            raise ValueError(f"stems of two meanings: {', '.join(sorted(twice))}")
        return groups


@functools.cache
def load_lexicon() -> LinkLexicon:
    """Read ``linking.toml``; raises LinkLexiconError where it is no TOML or breaks its contract."""
    return _load("linking.toml", LinkLexicon)


@functools.cache
def load_weights() -> Weights:
    """Read ``weights.toml``; raises LinkLexiconError where it is no TOML or breaks its contract."""
    return _load("weights.toml", Weights)


def _load[Model: Contract](name: str, model: type[Model]) -> Model:
    """Read a TOML file of the lexicons by its contract."""
    file = LEXICON_FOLDER / name
    try:
        return model.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
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
