"""Names that are a part of a hyphenated word: "Norway-led", "pro-Norway", "Rheinfeld-Norway"."""

from __future__ import annotations

from flows.extract.components.named import Named
from flows.extract.components.names import Names
from flows.extract.parse import Doc

HYPHENS = frozenset({"-", "‑", "–"})
DESCRIBING_TAGS = frozenset({"VBN", "VBD", "VBG", "JJ", "RB"})  # of "led", "backed", "friendly", "only"


def is_part_of_word(doc: Doc, names: Names, named: Named) -> bool:
    """Whether a name only tells of what kind another is, so that who bears it does not act.

    "The Norway-led force", "pro-Norway lawmakers", and a firm's venture in a state ("Rheinfeld-Norway"); in
    "US-Japan talks" both sides act.
    """
    return _describes(doc, named.end) or _follows_unlike(doc, names, named)


def _describes(doc: Doc, end: int) -> bool:
    """Whether a hyphen without spaces and a participle or adjective come right behind a name."""
    if end + 1 >= len(doc) or doc[end].text not in HYPHENS:
        return False
    joined = not doc[end - 1].whitespace_ and not doc[end].whitespace_
    return joined and doc[end + 1].tag_ in DESCRIBING_TAGS


def _follows_unlike(doc: Doc, names: Names, named: Named) -> bool:
    """Whether a hyphen without spaces and a word that names nobody of the like stand right before a name."""
    start = named.start
    if start < 2 or doc[start - 1].text not in HYPHENS:
        return False
    before = doc[start - 2]
    if before.whitespace_ or doc[start - 1].whitespace_:
        return False
    other = names.at(before)
    return other is None or (other.via == "recognised") != (named.via == "recognised")
