"""What readers take and give: a source of bytes, a draft of a document, and a refusal."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from flows.ingest.limits import IngestLimits
from models import Metadata
from models.vocabulary import BlockKind, Reason

HEAD_BYTES = 8192
_ALWAYS_ALLOWED = 16 * 2**20  # bytes that a container may expand to however small it is


class RefusedError(Exception):
    """An input that cannot become a document, with the reason and words for an analyst."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason: Reason = reason
        self.detail = detail


class Allowance:
    """What may still come out of one outermost compressed file or archive of ``packed`` bytes.

    All that lies in it draws on the one allowance, so that bombs inside bombs add up.
    """

    def __init__(self, packed: int, limits: IngestLimits) -> None:
        self._bytes = min(limits.container_bytes, max(_ALWAYS_ALLOWED, limits.container_ratio * packed))
        self._members = limits.container_members

    @property
    def is_spent(self) -> bool:
        """Whether nothing more may come out."""
        return self._bytes < 0 or self._members < 0

    def draw_member(self, place: str) -> None:
        """Count a member; raises RefusedError(unsafe) on one too many."""
        self._members -= 1
        if self._members < 0:
            raise RefusedError("unsafe", f"{place}: more members than an archive may have")

    def draw_bytes(self, count: int, place: str) -> None:
        """Count expanded bytes; raises RefusedError(unsafe) on too many for what they were packed in."""
        self._bytes -= count
        if self._bytes < 0:
            raise RefusedError("unsafe", f"{place}: expands to more bytes than its container may hold")


@dataclass(frozen=True)
class Source:
    """Something that holds bytes: a file, a stream inside a compressed file, a member of an archive.

    ``place`` is how a message names it. ``metadata`` is what a sidecar says of it; it wins over what
    the bytes say of themselves. ``depth`` counts the containers around it, ``allowance`` is what may
    still come out of the outermost of them; where there is none, ``open`` gives streams that can seek.
    """

    name: str
    uri: str
    place: str
    open: Callable[[], BinaryIO]
    metadata: Metadata = field(default_factory=Metadata)
    depth: int = 0
    allowance: Allowance | None = None

    def head(self) -> bytes:
        """The first bytes, enough to tell the format; raises OSError where it cannot be read."""
        with self.open() as stream:
            return read_up_to(stream, HEAD_BYTES)

    def read(self, limit: int) -> bytes:
        """All bytes; raises RefusedError(too_large) where there are more than ``limit``."""
        with self.open() as stream:
            data = read_up_to(stream, limit + 1)
        if len(data) > limit:
            raise RefusedError("too_large", f"{self.place} is larger than {limit:,} bytes")
        return data


@dataclass(frozen=True)
class Passage:
    """A paragraph that a reader knows the kind of; None leaves the kind to be found."""

    text: str
    kind: BlockKind | None = None


@dataclass(frozen=True)
class Draft:
    """A document as its reader found it, before cleaning.

    ``content`` is raw text, whose paragraphs are yet to be found, or the passages that the format
    itself marks. ``sha256`` is of the bytes it was read from.
    """

    name: str
    uri: str
    place: str
    sha256: str
    content: str | tuple[Passage, ...]
    metadata: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True)
class Refusal:
    """A part of a source that was set aside while the rest is read on."""

    name: str
    uri: str
    reason: Reason
    detail: str
    sha256: str | None = None


Found = Draft | Refusal | Source


def read_up_to(stream: BinaryIO, limit: int) -> bytes:
    """At most ``limit`` bytes of a stream that may return fewer than asked at a time."""
    parts: list[bytes] = []
    left = limit
    while left > 0 and (part := stream.read(min(left, 2**20))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def digest(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
