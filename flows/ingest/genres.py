"""The genre of a document that does not say its own: guessed from title, collection, address, shape."""

from __future__ import annotations

from flows.ingest.lexicons import genre_rules
from models.vocabulary import Genre

OPENING_CHARACTERS = 1000


def guess_genre(
    *, title: str | None, kind: str | None, url: str | None, publisher: str | None, text: str
) -> Genre | None:
    """The genre of the first rule that matches, or None; ``kind`` is what its collection calls it."""
    fields = {
        "title": title,
        "kind": kind,
        "url": url,
        "publisher": publisher,
        "opening": text[:OPENING_CHARACTERS],
    }
    for rule in genre_rules():
        value = fields[rule.field]
        if value and rule.matches(value):
            return rule.genre
    return None
