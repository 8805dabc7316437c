"""What earlier readings gave, by keys that name the bytes and all else that they were read by.

Two keys save the work: that of a whole file, whose items are then known without opening it, and that of
a draft, which a reader found in a file that has changed elsewhere.
"""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from flows.ingest.limits import IngestLimits
from flows.ingest.source import Draft, Passage, Source
from models import Quarantined
from models import document as document_contract
from models.reading import KnownDocument

KEY_DIGITS = 32
_CHUNK = 2**20
_CODE = (Path(__file__).parent, Path(document_contract.__file__))
_LIBRARIES = (
    "charset-normalizer", "feedparser", "ftfy", "markdown-it-py", "pyarrow", "py3langid", "pypdfium2",
    "python-docx", "pyyaml", "striprtf", "trafilatura", "warcio",
)  # fmt: skip


class Memory:
    """The items of earlier readings; an empty one where nothing is to be known again."""

    def __init__(self, items: Iterable[tuple[str | None, KnownDocument | Quarantined]] = ()) -> None:
        """``items`` come with the keys of their sources, None where not all that a source gave is here."""
        self._items = tuple(items)
        self._by_source: defaultdict[str, list[KnownDocument | Quarantined]] = defaultdict(list)
        self._by_draft: dict[str, KnownDocument] = {}
        for source, item in self._items:
            if source is not None:
                self._by_source[source].append(item)
            if isinstance(item, KnownDocument):
                self._by_draft[item.draft_key] = item

    def of_source(self, key: str) -> Collection[KnownDocument | Quarantined]:
        """All that the source of this key gave, in order; nothing where it is not known."""
        return self._by_source.get(key, ())

    def of_draft(self, key: str) -> KnownDocument | None:
        """The document that the draft of this key became."""
        return self._by_draft.get(key)

    def without(self, fingerprints: Collection[str]) -> Memory:
        """The same without the documents of these fingerprints, so that they are read again."""
        left = {source for source, item in self._items if source and _fingerprint(item) in fingerprints}
        return Memory(
            (None if source in left else source, item)
            for source, item in self._items
            if _fingerprint(item) not in fingerprints
        )


class Opened:
    """A file as it was when its key was taken."""

    def __init__(self, source: Source, limits: IngestLimits) -> None:
        """Read the bytes of ``source``. Raises OSError where that can't be done."""
        self._source = source
        with source.open() as stream:
            self._stamp = _stamp(stream)
            read = _digest(stream)
        context = (source.name, source.uri, source.place, source.metadata.model_dump_json())
        self.key = _key(limits, *context, read)

    def is_as_it_was(self) -> bool:
        """Whether the file was left alone since. Raises OSError where it can't be opened any more."""
        with self._source.open() as stream:
            return _stamp(stream) == self._stamp


def draft_key(draft: Draft, limits: IngestLimits) -> str:
    """The key of all that ``assemble`` makes a document from."""
    metadata = draft.metadata.model_dump_json()
    return _key(limits, draft.name, draft.uri, draft.sha256, metadata, *_contents(draft.content))


@cache
def reading_version() -> str:
    """A digest of the code and word lists of this package and of the versions of what it reads with.

    It changes whenever the same bytes could give another document.
    """
    digest = hashlib.sha256()
    for root in _CODE:
        for file in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if file.suffix in {".py", ".toml", ".csv", ".txt"}:
                digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\0".encode())
    return digest.hexdigest()


def _key(limits: IngestLimits, *parts: str) -> str:
    digest = hashlib.sha256()
    for part in (reading_version(), limits.model_dump_json(), *parts):
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.hexdigest()[:KEY_DIGITS]


def _contents(content: str | tuple[Passage, ...]) -> Iterator[str]:
    if isinstance(content, str):
        yield content
        return
    for passage in content:
        yield passage.kind or ""
        yield passage.text


def _stamp(stream: BinaryIO) -> tuple[int, int, int]:
    status = os.fstat(stream.fileno())
    return status.st_ino, status.st_size, status.st_mtime_ns


def _digest(stream: BinaryIO) -> str:
    digest = hashlib.sha256()
    while data := stream.read(_CHUNK):
        digest.update(data)
    return digest.hexdigest()


def _fingerprint(item: KnownDocument | Quarantined) -> str | None:
    return item.fingerprint if isinstance(item, KnownDocument) else None
