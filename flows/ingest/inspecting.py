"""What reading inputs would give, for a person to look at before a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from flows.ingest.inputs import read_with_formats
from flows.ingest.limits import IngestLimits
from flows.ingest.near_duplicates import NearDuplicates
from models import Document, Quarantined
from models.base import Contract


class Inspected(Contract):
    """A document or a refusal, with the formats it was read from (the outermost first).

    ``same_as`` is the name of the first document of the same text, ``similar_to`` that of the first one
    that it nearly repeats, with ``similarity``, the share of words that the two have in common.
    """

    found: Document | Quarantined
    formats: tuple[str, ...]
    same_as: str | None = None
    similar_to: str | None = None
    similarity: float | None = None


def inspect(inputs: Sequence[Path | str], limits: IngestLimits | None = None) -> Iterator[Inspected]:
    """What ``read_inputs`` would read, in its order, and what repeats what within it."""
    names_by_text: dict[str, str] = {}
    names_by_id: dict[str, str] = {}
    seen = NearDuplicates()
    for found, formats in read_with_formats(inputs, limits or IngestLimits()):
        if isinstance(found, Quarantined):
            yield Inspected(found=found, formats=formats)
        elif found.text_sha256 in names_by_text:
            yield Inspected(found=found, formats=formats, same_as=names_by_text[found.text_sha256])
        else:
            names_by_text[found.text_sha256] = names_by_id[found.document_id] = found.source_name
            near = seen.add(found)
            yield Inspected(
                found=found,
                formats=formats,
                similar_to=near and names_by_id[near.copy_of],
                similarity=near and near.similarity,
            )
