"""Whether a text is English: by its commonest words, and by a classifier where those are few."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from models.base import Contract

SAMPLE_CHARACTERS = 1500
_FEWEST_LETTERS = 60  # under which no verdict is given
_ENGLISH_SHARE = 0.12  # of common words, at which a text is English without asking the classifier
_LEAST_PROBABILITY = 0.95
_WORD = re.compile(r"[^\W\d_]+")


class LanguageLexicon(Contract):
    """The contents of languages.toml."""

    common_english: frozenset[str]
    names: dict[str, str]


def other_language(text: str) -> str | None:
    """The name of the language of ``text`` where it is surely not English, else None."""
    sample = text[:SAMPLE_CHARACTERS]
    words = _WORD.findall(sample.lower())
    if sum(map(len, words)) < _FEWEST_LETTERS:
        return None
    common = sum(1 for word in words if word in _lexicon().common_english)
    if common >= _ENGLISH_SHARE * len(words):
        return None
    code, probability = _classifier().classify(sample)
    surely = probability >= _LEAST_PROBABILITY or not _is_mostly_latin(sample)
    return _lexicon().names.get(str(code), str(code)) if code != "en" and surely else None


def _is_mostly_latin(text: str) -> bool:
    """Whether most letters are below U+0250, as English ones are; other scripts leave no doubt."""
    letters = [character for character in text if character.isalpha()]
    return 2 * sum(1 for letter in letters if letter < "\u0250") > len(letters)


@cache
def _lexicon() -> LanguageLexicon:
    source = resources.files("flows.ingest.lexicons").joinpath("languages.toml")
    return LanguageLexicon.model_validate(tomllib.loads(source.read_text("utf-8")))


@cache
def _classifier() -> Any:
    # Imported here: most texts are English by their words alone, and need not wait for it
    from py3langid.langid import (  # type: ignore[import-untyped]  # it ships no types
        MODEL_FILE,
        LanguageIdentifier,
    )

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
