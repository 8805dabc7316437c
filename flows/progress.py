"""How steps tell an onlooker how far they are, without knowing who looks.

A step calls ``begin`` and ``advance``; whoever runs the steps chooses with ``reporting_to`` what
becomes of it. Where nobody looks, nothing happens.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Onlooker(Protocol):
    """Somebody who watches the steps of a run."""

    def begin(self, step: str, total: int | None) -> None:
        """``step`` starts; it has ``total`` things to do, or None where nobody knows."""

    def advance(self, count: int) -> None:
        """``count`` more things of the current step are done."""


class _Nobody:
    def begin(self, step: str, total: int | None) -> None:
        return None

    def advance(self, count: int) -> None:
        return None


_onlooker: ContextVar[Onlooker] = ContextVar("onlooker", default=_Nobody())  # noqa: B039


def begin(step: str, total: int | None = None) -> None:
    """Tell the onlooker that ``step`` starts."""
    _onlooker.get().begin(step, total)


def advance(count: int = 1) -> None:
    """Tell the onlooker that ``count`` more things are done."""
    _onlooker.get().advance(count)


@contextmanager
def reporting_to(onlooker: Onlooker) -> Iterator[None]:
    """Let ``onlooker`` watch every step that runs inside the ``with`` block."""
    token = _onlooker.set(onlooker)
    try:
        yield
    finally:
        _onlooker.reset(token)
