"""Loading of the lexicons: TOML files whose entries carry rule ids and are validated by pydantic."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

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


def load_lexicon[Lexicon: LexiconModel](
    name: str, model: type[Lexicon], folder: Path = LEXICON_FOLDER
) -> Lexicon:
    """Read ``folder/name.toml`` into ``model``.

    Raises LexiconError, naming the file and what is wrong, where the file breaks the model.
    """
    path = folder / f"{name}.toml"
    try:
        return model.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise LexiconError(f"{path.name}: {error}") from error
