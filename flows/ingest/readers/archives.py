"""Archives of files, zip and tar: each member is read like a file of its own, nothing is unpacked to disk."""

from __future__ import annotations

import re
import stat
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import IO, Any, BinaryIO, NamedTuple, cast

from flows.ingest.containers import BoundedReads, enter, member_of, metered, seekable
from flows.ingest.folders import is_beside_document
from flows.ingest.limits import IngestLimits
from flows.ingest.metadata import SIDECAR_SUFFIX, parse_sidecar
from flows.ingest.readers.base import Reader
from flows.ingest.source import Allowance, Found, Refusal, RefusedError, Source
from models import Metadata
from models.vocabulary import Reason

_LARGEST_DIRECTORY = 16 * 2**20  # bytes of a zip's directory, of about 200,000 members, or of a tar's names
_LARGEST_HEADERS = 2**20  # bytes, of one member of a tar
_READ_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
_LEADS_OUT = re.compile(r"[/\\]|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|$)", re.DOTALL)
_OFFICE_PART = "[Content_Types].xml"
_COPIES_OF_MAC = "__MACOSX"


class _Member(NamedTuple):
    """A file in an archive; ``problem`` says why it is not to be opened."""

    path: str
    open: Callable[[], BinaryIO]
    problem: tuple[Reason, str] | None


def _read_zip(source: Source, limits: IngestLimits) -> Iterator[Found]:
    allowance = enter(source, limits)
    with seekable(source, limits) as stream:
        bounded = cast(IO[bytes], BoundedReads(stream, _LARGEST_DIRECTORY, source.place))
        with zipfile.ZipFile(bounded) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if any(info.filename == _OFFICE_PART for info in infos):
                raise RefusedError(
                    "unsupported", f"{source.place}: an Office file of a kind that no reader knows"
                )
            members = [_zip_member(archive, info) for info in infos]
            yield from _sources(members, source, limits, allowance)


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> _Member:
    problem: tuple[Reason, str] | None = None
    if stat.S_ISLNK(info.external_attr >> 16):
        problem = "unsafe", "a symbolic link"
    elif info.flag_bits & 1:
        problem = "unreadable", "encrypted"
    elif info.compress_type not in _READ_METHODS:
        problem = "unsupported", "compressed by a method that is not read"
    return _Member(info.filename, cast(Any, partial(archive.open, info)), problem)


def _recognises_tar(name: str, head: bytes) -> bool:
    return head[257:262] == b"ustar" or (name.lower().endswith(".tar") and len(head) >= 512)


def _read_tar(source: Source, limits: IngestLimits) -> Iterator[Found]:
    allowance = enter(source, limits)
    with seekable(source, limits) as stream:
        bounded = BoundedReads(stream, _LARGEST_HEADERS, source.place)
        bounded.headers_begin()
        members: list[_Member] = []
        problem = None
        with tarfile.open(fileobj=cast(IO[bytes], bounded), mode="r:") as archive:
            try:
                for member in _tar_members(archive, bounded, source.place):
                    members.append(member)
                    if len(members) > limits.container_members:
                        break
            except (tarfile.TarError, EOFError, ValueError) as error:
                problem = f"{source.place}: broken after {len(members)} members: {error}"
            bounded.headers_end()
            yield from _sources(members, source, limits, allowance)
        if problem:
            yield Refusal(source.name, source.uri, "unreadable", problem)


def _tar_members(archive: tarfile.TarFile, bounded: BoundedReads, place: str) -> Iterator[_Member]:
    """The members of a tar but its folders; raises RefusedError(unsafe) on names that fill the memory."""
    left = _LARGEST_DIRECTORY
    while (info := archive.next()) is not None:
        left -= len(info.name)
        if left < 0:
            raise RefusedError("unsafe", f"{place}: names of more than {_LARGEST_DIRECTORY:,} characters")
        if not info.isdir():
            yield _tar_member(archive, info)
        bounded.headers_begin()


def _tar_member(archive: tarfile.TarFile, info: tarfile.TarInfo) -> _Member:
    problem: tuple[Reason, str] | None = None
    if info.issparse():
        problem = "unsupported", "a file with holes"
    elif not info.isreg():
        problem = "unsafe", "a link" if info.issym() or info.islnk() else "a device"
    info.sparse, info.pax_headers = None, {}  # they may be large, and are not asked for again
    return _Member(info.name, cast(Any, partial(archive.extractfile, info)), problem)


def _sources(
    members: Iterable[_Member], source: Source, limits: IngestLimits, allowance: Allowance
) -> Iterator[Source | Refusal]:
    """The sources of an archive's members, sorted by path; each takes the metadata of its sidecar."""
    files = sorted((member for member in members if not _is_hidden(member.path)), key=lambda file: file.path)
    if not files:
        raise RefusedError("empty", f"{source.place}: an archive without files")
    for _ in files:
        allowance.draw_member(source.place)
    sidecars = {file.path: file for file in files if file.path.endswith(SIDECAR_SUFFIX)}
    for file in files:
        if is_beside_document(PurePosixPath(file.path)):
            continue
        yield _source(file, sidecars.get(file.path + SIDECAR_SUFFIX), source, limits, allowance)
        if allowance.is_spent:
            raise RefusedError("unsafe", f"{source.place}: the rest of it is left, as too much came out")


def _is_hidden(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return (
        any(part.startswith(".") and not part.startswith("..") for part in parts) or _COPIES_OF_MAC in parts
    )


def _source(
    file: _Member, sidecar: _Member | None, source: Source, limits: IngestLimits, allowance: Allowance
) -> Source | Refusal:
    name = PurePosixPath(file.path).name
    inside = member_of(source, name, file.path, file.open, allowance)
    reason, problem = file.problem or (None, "")
    if _LEADS_OUT.match(file.path):
        reason, problem = "unsafe", "a path that leads out of the archive"
    if reason:
        return Refusal(name, inside.uri, reason, f"{inside.place}: {problem}")
    if sidecar is None:
        return inside
    try:
        metadata = _metadata(sidecar, inside.place + SIDECAR_SUFFIX, limits, allowance)
    except RefusedError as error:
        return Refusal(name, inside.uri, error.reason, error.detail)
    return member_of(source, name, file.path, file.open, allowance, metadata)


def _metadata(sidecar: _Member, place: str, limits: IngestLimits, allowance: Allowance) -> Metadata:
    if sidecar.problem:
        reason, problem = sidecar.problem
        raise RefusedError(reason, f"{place}: {problem}")
    with metered(sidecar.open(), allowance, place) as stream:
        return parse_sidecar(stream, place, limits.metadata_bytes)


ZIP = Reader("zip", lambda name, head: head.startswith((b"PK\x03\x04", b"PK\x05\x06")), _read_zip)
TAR = Reader("tar", _recognises_tar, _read_tar)
