"""What scoring needs to know of a predicted record: a model's ``Record``, or a row of a book."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from models.base import Contract


class Evidence(Protocol):
    """Where a record stands in its document: the sentence and the words of the act, verbatim."""

    @property
    def sentence(self) -> str: ...

    @property
    def action(self) -> str: ...


class Predicted(Evidence, Protocol):
    """A predicted record; ``models.Record`` and ``Prediction`` both are."""

    @property
    def force(self) -> str: ...

    @property
    def promisors(self) -> tuple[str, ...]: ...

    @property
    def beneficiaries(self) -> tuple[str, ...]: ...

    @property
    def polarity(self) -> str: ...

    @property
    def certainty(self) -> str: ...

    @property
    def category(self) -> str: ...

    @property
    def amount(self) -> float | None: ...

    @property
    def due_text(self) -> str | None: ...

    @property
    def due_start(self) -> dt.date | None: ...

    @property
    def due_end(self) -> dt.date | None: ...

    @property
    def condition(self) -> str | None: ...

    @property
    def speaker(self) -> str | None: ...

    @property
    def speaker_type(self) -> str: ...

    @property
    def direct(self) -> bool: ...

    @property
    def rule_id(self) -> str: ...


class Prediction(Contract):
    """A row of a book's commitments, as far as scoring reads it; the fields are those of ``Record``."""

    sentence: str
    action: str
    force: str
    promisors: tuple[str, ...]
    beneficiaries: tuple[str, ...] = ()
    polarity: str
    certainty: str
    category: str
    amount: float | None = None
    due_text: str | None = None
    due_start: dt.date | None = None
    due_end: dt.date | None = None
    condition: str | None = None
    speaker: str | None = None
    speaker_type: str
    direct: bool
    rule_id: str
