"""What depends on a few attributes of a token alone, worked out once for each of their combinations."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from spacy.tokens import Doc, Token

MOST_REMEMBERED = 200_000  # combinations; bounds the memory of long runs


class Remembered[Value]:
    """A question about tokens whose answer their ``attributes`` (spaCy's names, "ORTH") decide."""

    def __init__(self, attributes: Sequence[str], answer: Callable[[Token], Value]) -> None:
        self._attributes: list[int | str] = list(attributes)
        self._answer = answer
        self._known: dict[Hashable, Value] = {}

    def of(self, doc: Doc) -> list[Value]:
        """The answer for every token of ``doc``, in their order."""
        rows = doc.to_array(self._attributes).tolist()
        keys: list[Hashable] = [tuple(row) for row in rows] if len(self._attributes) > 1 else rows
        known = self._known
        try:
            return [known[key] for key in keys]
        except KeyError:
            return [self._of_one(doc[position], key) for position, key in enumerate(keys)]

    def _of_one(self, token: Token, key: Hashable) -> Value:
        if key in self._known:
            return self._known[key]
        value = self._answer(token)
        if len(self._known) < MOST_REMEMBERED:
            self._known[key] = value
        return value
