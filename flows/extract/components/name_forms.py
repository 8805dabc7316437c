"""Forms of names: where a name that the reference knows may begin in a document, and what it may name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.extract.components.named import Via
from flows.extract.parse import Doc, Token
from flows.extract.reference import Name, Reference
from flows.extract.remembered import Remembered

Readings = tuple[tuple[Via, tuple[Name, ...]], ...]
KnownForms = list[tuple[int, Readings]]  # ends of the forms from one word on, the longest first
ARTICLES_OF_NAMES = frozenset({"al", "el"})  # written small before names that the reference knows
MOST_REMEMBERED = 50_000  # forms; bounds the memory of long runs
LONGEST_NAME = 8  # tokens; longer names of the reference are found by their acronyms and aliases
_ELIDED = re.compile(r"[dl]['’][A-ZÀ-Ý]")  # an article or "de" before a vowel: "Val d'Azur"
LINKING_WORDS = frozenset(
    {"of", "the", "and", "for", "in", "on", "de", "des", "du", "to", "against", "al", "bin", "'s", "’s"}
)


class NameForms:
    """Looks up forms in one reference; remembers only what it has looked up."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._readings: dict[str, Readings] = {}
        self._openers = Remembered(self._may_open)

    def of(self, doc: Doc) -> Iterator[tuple[int, KnownForms]]:
        """The positions at which the reference knows a form, with the forms from there on."""
        for start, opens in enumerate(self._openers.of(doc)):
            if opens and (known := self._known_from(doc, start)):
                yield start, known

    def lookup(self, text: str) -> Readings:
        """What a form can name, by name, then demonym, then seat of power."""
        known = self._readings.get(text)
        if known is not None:
            return known
        readings: Readings = (
            ("name", self._reference.names(text)),
            ("demonym", self._reference.demonym(text)),
            ("seat", self._reference.seat(text)),
        )
        if len(self._readings) < MOST_REMEMBERED:
            self._readings[text] = readings
        return readings

    def _known_from(self, doc: Doc, start: int) -> KnownForms:
        """The ends of the forms from ``start`` on that the reference knows, with what they can name, the
        longest first."""
        forms = [(end, self.lookup(text)) for end, text in reversed(_possible_forms(doc, start))]
        return [(end, readings) for end, readings in forms if any(names for _, names in readings)]

    def _may_open(self, token: Token) -> bool:
        written = token.text[:1].isupper() or token.text in ARTICLES_OF_NAMES
        return written and self._reference.opens_name(token.text)


def _possible_forms(doc: Doc, start: int) -> list[tuple[int, str]]:
    """The ends of what may be a name from ``start`` on, each with the words up to there."""
    forms = []
    words = ""
    for end, last in enumerate(doc.tokens[start : start + LONGEST_NAME], start=start + 1):
        text = last.text
        if end > start + 1 and last.is_sent_start:
            break
        if text[:1].isupper() or text[:1].isdigit() or _ELIDED.match(text):
            forms.append((end, words + text))
        elif text.lower() not in LINKING_WORDS and text not in {"-", "–", "&", "/", ".", ","}:
            break
        words += text + last.whitespace_
    return forms
