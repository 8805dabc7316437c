"""Metadata of documents: sidecar files, front matter and the keys of a JSON line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import ValidationError
from pydantic_core import from_json

from flows.ingest.source import RefusedError
from models import Metadata

SIDECAR_SUFFIX = ".meta.json"
_PUBLISHED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:\d\d[\d:.+Z -]*)?)?)?")


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of a file lies, if it has one."""
    return path.with_name(path.name + SIDECAR_SUFFIX)


def read_sidecar(path: Path, limit: int) -> Metadata:
    """What ``path``'s sidecar file says, empty where there is none.

    Raises RefusedError(broken_metadata) on what is not a JSON object of the known keys, and
    (too_large) on more than ``limit`` bytes.
    """
    sidecar = sidecar_of(path)
    if not sidecar.is_file():
        return Metadata()
    with sidecar.open("rb") as stream:
        return parse_sidecar(stream, str(sidecar), limit)


def parse_sidecar(stream: BinaryIO, place: str, limit: int) -> Metadata:
    """What an open sidecar file says; raises as ``read_sidecar`` does."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise RefusedError("too_large", f"{place} is larger than {limit:,} bytes")
    try:
        fields = from_json(data.removeprefix(b"\xef\xbb\xbf"))
    except ValueError as error:
        raise RefusedError("broken_metadata", f"{place}: not JSON: {error}") from error
    if not isinstance(fields, dict):
        raise RefusedError("broken_metadata", f"{place}: expected a JSON object")
    return to_metadata(fields, place)


def to_metadata(fields: dict[str, Any], place: str) -> Metadata:
    """Validated metadata of raw key and value pairs.

    ``published`` may be a day, a month ("2023-07") or a year, with or without a time, and sets
    ``published_precision``. Blank texts count as absent. Raises RefusedError(broken_metadata), with
    ``place`` and the key named, on an unknown key or a value of the wrong kind.
    """
    known = {key: None if value == "" else value for key, value in fields.items()}
    try:
        if known.get("published") is not None:
            known["published"], precision = _read_published(known["published"])
            known.setdefault("published_precision", precision)
            known.setdefault("published_source", "metadata")
        return Metadata.model_validate(known)
    except ValidationError as error:
        raise RefusedError("broken_metadata", f"{place}: {describe(error)}") from error
    except ValueError as error:
        raise RefusedError("broken_metadata", f"{place}: published: {error}") from error


def fitting(said: Mapping[str, Any]) -> Metadata:
    """Metadata of what a file says of itself where no contract binds it: what does not fit is left out.

    Texts lose outer and double spaces; ``published`` is read as in ``to_metadata``.
    """
    metadata = Metadata()
    for key, value in said.items():
        text = " ".join(value.split()) if isinstance(value, str) else value
        if text:
            try:
                metadata = merge(to_metadata({key: text}, key), metadata)
            except RefusedError:
                continue
    return metadata


def describe(error: ValidationError) -> str:
    """A validation error in one line: each key with what is wrong with it."""
    return "; ".join(
        f"{'.'.join(map(str, item['loc'])) or 'value'}: {item['msg']}"
        for item in error.errors(include_url=False)
    )


def merge(stronger: Metadata, weaker: Metadata) -> Metadata:
    """Metadata whose every key comes from ``stronger`` where it gives one, the date's three together."""
    given = {key: value for key, value in stronger if value is not None}
    if stronger.published is not None:
        weaker = weaker.model_copy(update={"published_source": None, "published_precision": None})
    return weaker.model_copy(update=given)


def _read_published(value: object) -> tuple[dt.date, str]:
    """A date and its precision; raises ValueError on what is neither a date nor an ISO text of one."""
    if isinstance(value, dt.datetime):
        return value.date(), "day"
    if isinstance(value, dt.date):
        return value, "day"
    if isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 9999:
        return dt.date(value, 1, 1), "year"  # front matter's YAML reads a bare year as a number
    match = _PUBLISHED.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        given = repr(value[:40]) if isinstance(value, str) else type(value).__name__
        raise ValueError(f"expected a date such as 2023-07-09, 2023-07 or 2023, got {given}")
    year, month, day = match.groups()
    precision = "day" if day else "month" if month else "year"
    return dt.date(int(year), int(month or 1), int(day or 1)), precision
