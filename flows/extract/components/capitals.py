"""Sentences whose capitals mislead."""

from __future__ import annotations

from flows.extract.parse import Span

SHORTEST_LOWERED = 5  # letters of a word that headlines capitalise


def is_headline(span: Span) -> bool:
    """Whether words stand in a sentence that capitalises all but its small words, which misleads.

    A text that is cut into no sentences is a title.
    """
    if not span.doc.is_cut:
        return True
    return not any(token.is_lower and len(token) >= SHORTEST_LOWERED for token in span.sent)
