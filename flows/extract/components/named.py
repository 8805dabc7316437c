"""A name where it stands: which tokens name whom, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from models.vocabulary import EntityKind

Via = Literal["name", "demonym", "seat", "recognised", "dateline"]


@dataclass(frozen=True, slots=True)
class Named:
    """The tokens ``start`` to ``end`` (exclusive) of a document and whom they name.

    ``via`` says how: by a name, by a demonym ("Dutch"), by a seat of power ("Kyiv", which acts as its
    state but is also a place), recognised without the reference, or as where a report was written ("KYIV —").
    """

    start: int
    end: int
    name: str
    kind: EntityKind
    label: str
    via: Via
    iso3: str | None = None
    wikidata_id: str | None = None
