"""The genre of a document that does not say its own: guessed from title, collection, address, shape."""

from __future__ import annotations

import re

from flows.ingest.lexicons import genre_rules
from models.vocabulary import Genre

OPENING_CHARACTERS = 1000
FEWEST_SELF_REFERENCES = 3  # a report's writer says "we" once or twice at most
_QUOTED = re.compile(r"[“„\"][^“”„\"\n]*(?:[”\"]|$)", re.MULTILINE)
_SELF_REFERENCE = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us|[Oo]urselves)\b")


def guess_genre(
    *, title: str | None, kind: str | None, url: str | None, publisher: str | None, text: str
) -> Genre | None:
    """The genre of the first rule that matches, or None; ``kind`` is what its collection calls it.

    A text of no known genre that says "we" of itself, outside quotations, is a press release: its author
    speaks.
    """
    fields = {
        "title": title,
        "kind": kind,
        "url": url,
        "publisher": publisher,
        "opening": text[:OPENING_CHARACTERS],
        "text": text,
    }
    for rule in genre_rules():
        value = fields[rule.field]
        if value and rule.matches(value):
            return rule.genre
    return "press_release" if _speaks_of_itself(text) else None


def _speaks_of_itself(text: str) -> bool:
    outside = _QUOTED.sub(" ", text)
    return len(_SELF_REFERENCE.findall(outside)) >= FEWEST_SELF_REFERENCES
