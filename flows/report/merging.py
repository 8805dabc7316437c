"""Several ordered streams of rows, read side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Row = dict[str, Any]


class Follower:
    """A stream that is ordered by a text column ``key`` (rows without one come last), read key by key."""

    def __init__(self, rows: Iterator[Row], key: str) -> None:
        self._rows = rows
        self._key = key
        self._next = next(rows, None)

    def take(self, key: str) -> list[Row]:
        """The rows of ``key``; those of the keys before it are passed over. Ask in ascending order."""
        found = []
        while self._next is not None and self._next[self._key] is not None and self._next[self._key] <= key:
            if self._next[self._key] == key:
                found.append(self._next)
            self._next = next(self._rows, None)
        return found
