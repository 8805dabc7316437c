"""One JSON object as a document: the keys of the contract, typed, and what collections add to them."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from flows.ingest.genres import guess_genre
from flows.ingest.metadata import merge, to_metadata
from flows.ingest.source import Draft, RefusedError, Source
from models import Metadata
from models.vocabulary import Genre

_METADATA_KEYS = frozenset(Metadata.model_fields)
_KIND_KEYS = ("kind", "category")  # what collections call a document's genre


def draft_of_record(record: object, source: Source, place: str, sha256: str) -> Draft:
    """The draft of a JSON object with ``id`` and ``text``; keys outside the contract are left out.

    Raises RefusedError: ``broken_json`` where it is no object, ``broken_metadata`` where a key of the
    contract is missing or of the wrong kind.
    """
    if not isinstance(record, dict):
        raise RefusedError("broken_json", f"{place}: expected a JSON object, found {type(record).__name__}")
    metadata = to_metadata({key: record[key] for key in _METADATA_KEYS & record.keys()}, place)
    text = record.get("text")
    if not isinstance(text, str):
        raise RefusedError("broken_metadata", f"{place}: text: expected a text")
    if not metadata.id:
        raise RefusedError("broken_metadata", f"{place}: id: expected a text")
    uri = metadata.url or f"{source.uri}#{quote(metadata.id, safe='')}"
    genre = metadata.genre or _genre_of_kind(record, metadata, text)
    described = merge(source.metadata, metadata.model_copy(update={"genre": genre}))
    return Draft(metadata.id, uri, place, sha256, text, described)


def _genre_of_kind(record: dict[str, Any], metadata: Metadata, text: str) -> Genre | None:
    """The genre that the title tells, or the collection's own name for the kind of document."""
    kind = next((record[key] for key in _KIND_KEYS if isinstance(record.get(key), str)), None)
    return guess_genre(
        title=metadata.title, kind=kind, url=metadata.url, publisher=metadata.publisher, text=text
    )
