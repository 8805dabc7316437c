"""One record as a document: the keys of the contract, typed, and what collections add to them.

A record is an object of a JSON file or a row of a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from pydantic_core import to_json

from flows.ingest.genres import guess_genre
from flows.ingest.metadata import merge, to_metadata
from flows.ingest.source import Draft, Refusal, RefusedError, Source, digest
from models import Metadata
from models.vocabulary import Genre

_METADATA_KEYS = frozenset(Metadata.model_fields)
_KIND_KEYS = ("kind", "category")  # what collections call a document's genre
READ_KEYS = _METADATA_KEYS | {"text", *_KIND_KEYS}


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


def read_row(row: dict[str, Any], number: int, source: Source) -> Draft | Refusal:
    """The draft of a table's row ``number``, counted from 1; a row that does not fit is set aside.

    Numbers serve as ids. A row without an id is called by its number, which is no id: tables of the
    same name may lie in several folders.
    """
    place = f"{source.place}, row {number}"
    identifier = row.get("id")
    has_id = identifier is not None and identifier != ""
    if not has_id or (isinstance(identifier, int) and not isinstance(identifier, bool)):
        row = {**row, "id": str(identifier) if has_id else f"{source.name}:{number}"}
    sha256 = digest(to_json(row, fallback=str))
    try:
        draft = draft_of_record(row, source, place, sha256)
    except RefusedError as error:
        return Refusal(source.name, f"{source.uri}#{number}", error.reason, error.detail, sha256)
    return draft if has_id else replace(draft, metadata=draft.metadata.model_copy(update={"id": None}))


def check_columns(names: Sequence[str], place: str) -> None:
    """Raise RefusedError(broken_metadata) where no column holds the text, or two have a known name."""
    if "text" not in names:
        listed = ", ".join(names[:20])
        raise RefusedError("broken_metadata", f"{place}: no column is called text; its columns are: {listed}")
    twice = sorted(name for name in READ_KEYS if names.count(name) > 1)
    if twice:
        raise RefusedError("broken_metadata", f"{place}: more than one column is called {twice[0]}")


def column_name(name: str) -> str:
    """A column's name as the contract spells it."""
    return name.strip().lower()


def _genre_of_kind(record: dict[str, Any], metadata: Metadata, text: str) -> Genre | None:
    """The genre that the title tells, or the collection's own name for the kind of document."""
    kind = next((record[key] for key in _KIND_KEYS if isinstance(record.get(key), str)), None)
    return guess_genre(
        title=metadata.title, kind=kind, url=metadata.url, publisher=metadata.publisher, text=text
    )
