"""What a run reports about itself."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from models.base import Contract


class RunSummary(Contract):
    """The counts of one run; ``inputs`` is the sum of the five outcomes."""

    run_id: str
    started_at: dt.datetime
    finished_at: dt.datetime
    extractor_version: str
    new: int = Field(ge=0)
    unchanged: int = Field(ge=0)
    changed: int = Field(ge=0)
    duplicate: int = Field(ge=0)
    quarantined: int = Field(ge=0)
    mentions: int = Field(ge=0)
    entities: int = Field(ge=0)
    commitments: int = Field(ge=0)

    @property
    def inputs(self) -> int:
        """How many inputs the run saw."""
        return self.new + self.unchanged + self.changed + self.duplicate + self.quarantined

    @property
    def seconds(self) -> float:
        """How long the run took."""
        return (self.finished_at - self.started_at).total_seconds()
