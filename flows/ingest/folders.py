"""Files of the given paths, folders walked in sorted order."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import takewhile
from pathlib import Path, PurePath

from flows.ingest.limits import IngestLimits
from flows.ingest.metadata import SIDECAR_SUFFIX, read_sidecar, sidecar_of
from flows.ingest.source import Refusal, RefusedError, Source

_REFERENCE_FOLDER = "reference"
_PATTERN = re.compile(r"[*?\[]")
_ANY_FOLDERS = "**"


def file_sources(path: Path, limits: IngestLimits) -> Iterator[Source | Refusal]:
    """A source for each file that ``path`` means, or a refusal that names it.

    A folder's files come sorted by name; hidden ones, sidecars and the tables of a folder called
    ``reference`` are no documents. Folders behind links are not entered, and one that cannot be listed
    is refused. A path that does not exist but holds ``*``, ``?`` or ``[`` is a pattern, whose files come
    in the same way; ``**`` is any number of folders.
    """
    absolute = path.absolute()
    if _PATTERN.search(str(path)) and not os.path.lexists(absolute):
        yield from _matching(absolute, limits)
    elif os.path.isdir(absolute):  # noqa: PTH112  # Path.is_dir raises where a folder above is locked
        for inside in _walk(absolute, lambda _: True):
            yield _source(inside, absolute, limits) if isinstance(inside, Path) else inside
    else:
        yield _source(absolute, absolute.parent, limits)


def root_of(path: Path) -> Path:
    """The file or folder in which all files lie that ``path`` may mean."""
    absolute = path.absolute()
    is_pattern = _PATTERN.search(str(path)) and not os.path.lexists(absolute)
    return (
        Path(*takewhile(lambda part: not _PATTERN.search(part), absolute.parts)) if is_pattern else absolute
    )


def _matching(pattern: Path, limits: IngestLimits) -> Iterator[Source | Refusal]:
    """The files that match a pattern; links may not lead out of the folder in which the pattern begins."""
    folder = root_of(pattern)
    depth = len(folder.parts)
    wanted = pattern.parts[depth:]
    found_any = False
    for inside in _walk(folder, lambda entry: _leads_to(entry.parts[depth:], wanted)):
        if isinstance(inside, Refusal):
            found_any = True
            yield inside
        elif _fits(inside.parts[depth:], wanted):
            found_any = True
            yield _source(inside, folder, limits)
    if not found_any:
        yield Refusal(pattern.name, pattern.as_uri(), "unreadable", f"no file matches: {pattern}")


def _leads_to(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether a folder of this path may hold files that match a pattern."""
    exact = list(takewhile(_ANY_FOLDERS.__ne__, pattern))
    is_deep_enough = len(exact) == len(pattern) and len(parts) >= len(pattern)
    return not is_deep_enough and all(fnmatchcase(*pair) for pair in zip(parts, exact, strict=False))


def _fits(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether a path of these parts matches a pattern."""
    if not pattern:
        return not parts
    if pattern[0] == _ANY_FOLDERS:
        return _fits(parts, pattern[1:]) or (bool(parts) and _fits(parts[1:], pattern))
    return bool(parts) and fnmatchcase(parts[0], pattern[0]) and _fits(parts[1:], pattern[1:])


def _walk(folder: Path, may_enter: Callable[[Path], bool]) -> Iterator[Path | Refusal]:
    """The document files under a folder, and a refusal of each folder that cannot be listed."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208  # a million names are lighter than paths
    except OSError as error:
        yield Refusal(folder.name, folder.as_uri(), "unreadable", f"{folder}: {error.strerror or error}")
        return
    for name in names:
        if name.startswith("."):
            continue
        entry = folder / name
        if _is_folder(entry):
            if may_enter(entry):
                yield from _walk(entry, may_enter)
        elif not is_beside_document(entry):
            yield entry


def _is_folder(entry: Path) -> bool:
    """Whether this is a folder and no link to one; False where it has vanished or is locked."""
    try:
        return stat.S_ISDIR(entry.lstat().st_mode)
    except OSError:
        return False


def is_beside_document(path: PurePath) -> bool:
    """Whether a file is no document itself but tells of some: a sidecar, a reference table."""
    is_table = path.suffix.lower() == ".csv" and path.parent.name == _REFERENCE_FOLDER
    return is_table or path.name.endswith(SIDECAR_SUFFIX)


def _source(path: Path, folder: Path, limits: IngestLimits) -> Source | Refusal:
    """The source of one file, with its sidecar's metadata; links may not lead out of the folder given."""
    uri, place = path.as_uri(), str(path)
    try:
        mode = path.stat().st_mode
        for file in (path, sidecar_of(path)):
            _check_link(file, folder)
        _check_kind(mode, place)
        metadata = read_sidecar(path, limits.metadata_bytes)
    except FileNotFoundError:
        return Refusal(path.name, uri, "unreadable", f"no such file: {place}")
    except OSError as error:
        return Refusal(path.name, uri, "unreadable", f"{place}: {error.strerror or error}")
    except RefusedError as error:
        return Refusal(path.name, uri, error.reason, error.detail)
    return Source(path.name, uri, place, lambda: path.open("rb"), metadata)


def _check_link(path: Path, folder: Path) -> None:
    """Raise RefusedError(unsafe) on a link that leads out of ``folder``."""
    # os.path.realpath, as Path.resolve raises on links that lead in a circle
    if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        raise RefusedError("unsafe", f"{path}: a link that leads out of {folder}")


def _check_kind(mode: int, place: str) -> None:
    """Raise RefusedError(unsupported) on what is no file."""
    if stat.S_ISDIR(mode):  # those that are none were entered
        raise RefusedError("unsupported", f"{place}: a link to a folder, which is not followed")
    if not stat.S_ISREG(mode):
        raise RefusedError("unsupported", f"{place}: a pipe or a device; pipe its words to - instead")
