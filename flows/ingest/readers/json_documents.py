"""A JSON file that holds one document or a list of them."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic_core import from_json, to_json

from flows.ingest.encodings import decode
from flows.ingest.limits import IngestLimits
from flows.ingest.readers.base import Reader
from flows.ingest.readers.records import draft_of_record
from flows.ingest.source import Draft, Found, Refusal, RefusedError, Source, digest


def _recognises(name: str, head: bytes) -> bool:
    return name.lower().endswith(".json")


def _read(source: Source, limits: IngestLimits) -> Iterator[Found]:
    text = decode(source.read(limits.document_bytes)).removeprefix("\ufeff")
    if not text.strip():
        raise RefusedError("empty", f"{source.place}: empty")
    try:
        value = from_json(text)
    except ValueError as error:
        raise RefusedError("broken_json", f"{source.place}: not JSON: {error}") from error
    if not isinstance(value, list):
        yield _read_record(value, source, source.place)
        return
    if not value:
        raise RefusedError("empty", f"{source.place}: an empty list")
    if not any(isinstance(record, dict) for record in value):
        raise RefusedError("broken_json", f"{source.place}: a list of other things than JSON objects")
    for number, record in enumerate(value, 1):
        yield _read_record(record, source, f"{source.place}, item {number}")


def _read_record(record: object, source: Source, place: str) -> Draft | Refusal:
    sha256 = digest(to_json(record))
    try:
        return draft_of_record(record, source, place, sha256)
    except RefusedError as error:
        return Refusal(source.name, source.uri, error.reason, error.detail, sha256)


READER = Reader("JSON", _recognises, _read)
