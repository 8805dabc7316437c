"""Files of the given paths, folders walked in sorted order."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from glob import glob
from itertools import takewhile
from pathlib import Path, PurePath

from flows.ingest.limits import IngestLimits
from flows.ingest.metadata import SIDECAR_SUFFIX, read_sidecar
from flows.ingest.source import Refusal, RefusedError, Source

_REFERENCE_FOLDER = "reference"
_PATTERN = re.compile(r"[*?\[]")


def file_sources(path: Path, limits: IngestLimits) -> Iterator[Source | Refusal]:
    """A source for each file that ``path`` means, or a refusal that names it.

    A folder's files come sorted by name; hidden ones, sidecars and the tables of a folder called
    ``reference`` are no documents. A path that does not exist but holds ``*``, ``?`` or ``[`` is a
    pattern, whose files come in the same way; ``**`` is any number of folders.
    """
    absolute = path.absolute()
    if _PATTERN.search(str(path)) and not absolute.exists():
        yield from _matching(absolute, limits)
    elif absolute.is_dir():
        for inside in _walk(absolute):
            yield _source(inside, absolute, limits)
    else:
        yield _source(absolute, absolute.parent, limits)


def root_of(path: Path) -> Path:
    """The file or folder in which all files lie that ``path`` may mean."""
    absolute = path.absolute()
    is_pattern = _PATTERN.search(str(path)) and not absolute.exists()
    return (
        Path(*takewhile(lambda part: not _PATTERN.search(part), absolute.parts)) if is_pattern else absolute
    )


def _matching(pattern: Path, limits: IngestLimits) -> Iterator[Source | Refusal]:
    """The files that match a pattern; links may not lead out of the folder in which the pattern begins."""
    folder = root_of(pattern)
    found = sorted(glob(str(pattern), recursive=True))  # noqa: PTH207  # Path.glob finds hidden files too
    files = [path for path in map(Path, found) if not path.is_dir() and not is_beside_document(path)]
    if not files:
        yield Refusal(pattern.name, pattern.as_uri(), "unreadable", f"no file matches: {pattern}")
    for path in files:
        yield _source(path, folder, limits)


def _walk(folder: Path) -> Iterator[Path]:
    """The document files under a folder; folders behind links are not entered."""
    for name in sorted(os.listdir(folder)):  # noqa: PTH208  # a million names are lighter than paths
        if name.startswith("."):
            continue
        entry = folder / name
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry)
        elif not is_beside_document(entry):
            yield entry


def is_beside_document(path: PurePath) -> bool:
    """Whether a file is no document itself but tells of some: a sidecar, a reference table."""
    is_table = path.suffix.lower() == ".csv" and path.parent.name == _REFERENCE_FOLDER
    return is_table or path.name.endswith(SIDECAR_SUFFIX)


def _source(path: Path, folder: Path, limits: IngestLimits) -> Source | Refusal:
    """The source of one file, with its sidecar's metadata; links may not lead out of the folder given."""
    uri, place = path.as_uri(), str(path)
    try:
        mode = path.stat().st_mode
        if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
            raise RefusedError("unsafe", f"{place}: a link that leads out of {folder}")
        if not stat.S_ISREG(mode):
            raise RefusedError("unsupported", f"{place}: neither a file nor a folder")
        metadata = read_sidecar(path, limits.metadata_bytes)
    except FileNotFoundError:
        return Refusal(path.name, uri, "unreadable", f"no such file: {place}")
    except OSError as error:
        return Refusal(path.name, uri, "unreadable", f"{place}: {error.strerror or error}")
    except RefusedError as error:
        return Refusal(path.name, uri, error.reason, error.detail)
    return Source(path.name, uri, place, lambda: path.open("rb"), metadata)
