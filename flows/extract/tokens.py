"""Tokens: how a text comes apart, as spaCy's tokenizer says, each word taken apart once.

spaCy remembers how words come apart, too, but in each text only up to the first word that has a rule of its
own ("don't", "U.S."), and few words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.tokens import Doc

MOST_REMEMBERED = 65_536  # words; bounds the memory of long runs


class RememberingTokenizer:
    """Gives the very tokens of ``tokenizer``, which has to keep its rules from then on."""

    def __init__(self, tokenizer: Any) -> None:  # spaCy ships no types for its own
        self._tokenize: Callable[[str], Doc] = tokenizer
        self._met: set[str] = set()
        tokenizer.max_cache_size = MOST_REMEMBERED

    def __call__(self, text: str) -> Doc:
        """The tokens of ``text``."""
        new = set(text.split()) - self._met
        if len(self._met) + len(new) <= MOST_REMEMBERED:
            self._met |= new
            for word in new:  # by itself, so that no other word keeps it from being remembered
                self._tokenize(word)
        return self._tokenize(text)
