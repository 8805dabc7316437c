"""What depends on a few attributes of a token alone, worked out once for each of their combinations."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import cast

from spacy.tokens import Doc, Span, Token

MOST_REMEMBERED = 200_000  # combinations; bounds the memory of long runs


class Remembered[Value]:
    """A question about tokens whose answer their ``attributes`` (spaCy's names, "ORTH") decide."""

    def __init__(self, attributes: Sequence[str], answer: Callable[[Token], Value]) -> None:
        self._attributes = list(attributes)
        self._answer = answer
        self._known: dict[Hashable, Value] = {}

    def of(self, words: Doc | Span) -> list[Value]:
        """The answer for every token of ``words``, in their order."""
        # A Span has a Doc's method too, though its type does not tell, and takes no names.
        numbers: list[int | str] = [words.vocab.strings[name] for name in self._attributes]
        rows = cast("Doc", words).to_array(numbers)
        keys: Iterable[Hashable] = rows.tolist() if rows.ndim == 1 else map(tuple, rows.tolist())
        found = []
        for position, key in enumerate(keys):
            value = self._known.get(key)
            if value is None:
                value = self._answer(words[position])
                if len(self._known) < MOST_REMEMBERED:
                    self._known[key] = value
            found.append(value)
        return found
