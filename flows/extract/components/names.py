"""Names: all that a document names, by the words that name it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from flows.extract.components.named import Named
from flows.extract.parse import Token
from models.vocabulary import EntityKind


class Names:
    """All names of one document, by token."""

    def __init__(self, found: list[Named]) -> None:
        self.found = sorted(found, key=lambda named: named.start)
        self._ends = [named.end for named in self.found]
        self._by_token = {i: named for named in self.found for i in range(named.start, named.end)}
        self._counts = Counter(named.name for named in found)
        self._last_words = frozenset(name.split()[-1] for name in self._counts if " " in name)

    def at(self, token: Token) -> Named | None:
        """The name that ``token`` is part of, or None."""
        return self._by_token.get(token.i)

    def count(self, name: str) -> int:
        """How often the document names whom ``name`` names."""
        return self._counts[name]

    def any_ends_with(self, word: str) -> bool:
        """Whether the last of several words of a name is ``word``."""
        return word in self._last_words

    def before(self, position: int, *kinds: EntityKind) -> Iterator[Named]:
        """The names of ``kinds`` that end at or before token ``position``, the nearest first."""
        for number in range(bisect_right(self._ends, position) - 1, -1, -1):
            if not kinds or self.found[number].kind in kinds:
                yield self.found[number]

    def after(self, position: int) -> Iterator[Named]:
        """The names that begin behind token ``position``, the nearest first."""
        first = bisect_right(self.found, position, key=lambda named: named.start)
        return islice(self.found, first, None)
