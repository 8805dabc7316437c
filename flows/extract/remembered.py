"""What depends on a few attributes of a token alone, worked out once for each of their combinations."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from spacy.tokens import Doc, Token

MOST_REMEMBERED = 200_000  # combinations; bounds the memory of long runs


def keys_of(doc: Doc, attributes: list[str]) -> list[bytes]:
    """For every token a key that is the same where all ``attributes`` (spaCy's names, "ORTH") are."""
    names: list[int | str] = [*attributes]
    values = np.ascontiguousarray(doc.to_array(names).reshape(len(doc), len(names)))
    keys: list[bytes] = values.view(f"V{values.itemsize * len(names)}").ravel().tolist()
    return keys


class Remembered[Value]:
    """A question about tokens whose answer their ``attributes`` decide."""

    def __init__(self, attributes: Sequence[str], answer: Callable[[Token], Value]) -> None:
        self._attributes = list(attributes)
        self._answer = answer
        self._known: dict[bytes, Value] = {}

    def of(self, doc: Doc) -> list[Value]:
        """The answer for every token of ``doc``, in their order."""
        keys, known = keys_of(doc, self._attributes), self._known
        try:
            return [known[key] for key in keys]
        except KeyError:
            return [self._of_one(doc[position], key) for position, key in enumerate(keys)]

    def _of_one(self, token: Token, key: bytes) -> Value:
        if key in self._known:
            return self._known[key]
        value = self._answer(token)
        if len(self._known) < MOST_REMEMBERED:
            self._known[key] = value
        return value
