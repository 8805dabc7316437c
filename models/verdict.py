"""What an analyst says of a record, kept apart from the machine's records and keyed by its evidence."""

from __future__ import annotations

import datetime as dt
from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from models.base import Contract, stable_id

VerdictKind = Literal["accept", "reject", "correct", "merge", "split", "add"]
VERDICT_KINDS: tuple[str, ...] = get_args(VerdictKind)


class Verdict(Contract):
    """One analyst's verdict on one record, or on words that the machine missed.

    The evidence (document, sentence, action and their offsets) says what was judged, so that the
    verdict still finds its record after another extractor has read the document, and the sentence
    after the source has changed. ``fields`` holds, for ``correct``, the right values of the fields
    that were wrong and, for ``add``, those of the whole record: as text, names as a JSON list, None
    where the text gives none. ``merge_with`` names, for ``merge``, a commitment of the ledger line that
    this one's line joins.
    """

    verdict: VerdictKind
    commitment_id: str | None = None
    document_id: str
    uri: str
    sentence: str = Field(min_length=1)
    sentence_start: int = Field(ge=0)
    action: str = Field(min_length=1)
    start_char: int = Field(ge=0)
    end_char: int
    fields: dict[str, str | None] = Field(default_factory=dict)
    merge_with: str | None = None
    reviewed_by: str = Field(min_length=1)
    reviewed_at: dt.datetime
    note: str | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if bool(self.fields) != (self.verdict in ("correct", "add")):
            raise ValueError("corrected values belong to the verdicts correct and add, which need some")
        if bool(self.merge_with) != (self.verdict == "merge"):
            raise ValueError("merge, and no other verdict, names a commitment to merge with")
        return self

    @property
    def verdict_id(self) -> str:
        """The verdict's id, from its content."""
        return stable_id("ver", self.model_dump_json())
