"""What every reader offers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flows.ingest.limits import IngestLimits
from flows.ingest.source import Found, Source


@dataclass(frozen=True)
class Reader:
    """A format's reader.

    ``recognises(name, head)`` tells by the first bytes, and by the name where bytes cannot tell.
    ``read(source, limits)`` yields drafts, refusals of parts, and sources that it contains; it may
    raise RefusedError where nothing more can be read, and its libraries' errors.
    """

    name: str
    recognises: Callable[[str, bytes], bool]
    read: Callable[[Source, IngestLimits], Iterator[Found]]
