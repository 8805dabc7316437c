"""From paths to documents: each source goes to its reader, each draft becomes a document or is set aside."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

from flows.ingest.addresses import STANDARD_INPUT, is_address, is_file
from flows.ingest.assemble import assemble
from flows.ingest.cleaning import clean_line
from flows.ingest.folders import file_sources, root_of
from flows.ingest.limits import IngestLimits
from flows.ingest.readers import reader_for
from flows.ingest.remembering import Memory, Opened, draft_key
from flows.ingest.source import Draft, Found, Refusal, RefusedError, Source
from flows.ingest.standard_input import standard_input
from models import Document, Quarantined
from models.reading import KnownDocument, Reading, SourceRead

Event = Document | KnownDocument | Quarantined | Reading | SourceRead


def read_inputs(
    inputs: Sequence[Path | str], limits: IngestLimits | None = None
) -> Iterator[Document | Quarantined]:
    """The documents of files and folders, one at a time, in the order given, folders sorted.

    An input is the path of a file or folder, a pattern such as ``news/**/*.html``, a web address, or
    ``-`` for standard input. What cannot be read comes as Quarantined in its place and never stops the
    rest. An id seen before in this call with another text is a ``duplicate_id``; whether two texts are
    the same is not decided here. Memory holds one document, and 32 bytes for each id seen.
    """
    for item, _ in read_with_formats(inputs, limits or IngestLimits()):
        yield item


def read_again(
    inputs: Sequence[Path | str], memory: Memory, limits: IngestLimits | None = None
) -> Iterator[Event]:
    """As ``read_inputs``, where what ``memory`` knows comes as KnownDocument, from bytes that were not read.

    After each item of a file that was read comes its Reading, and after the last a SourceRead, where all
    that the file gave may be known again: not where it could not be read, or changed meanwhile. What is
    piped in or fetched is always read, and not to be remembered.
    """
    bounds = limits or IngestLimits()
    texts_by_id: dict[str, str] = {}
    for given in inputs:
        for found in _sources(given, bounds):
            if isinstance(found, Source) and is_file(given):
                yield from _read_file(found, memory, bounds, texts_by_id)
            else:
                for draft, _ in _open(found, bounds, ()):
                    yield _finish(draft, bounds, texts_by_id)


def roots_of(inputs: Sequence[Path | str]) -> list[str]:
    """With what the addresses of the inputs' files begin."""
    return [root_of(Path(given)).as_uri() for given in inputs if is_file(given)]


def _read_file(
    source: Source, memory: Memory, limits: IngestLimits, texts_by_id: dict[str, str]
) -> Iterator[Event]:
    """The items of a file as its key knows them, else as they are read, each with its Reading."""
    opened = _opened(source, limits)
    recalled = memory.of_source(opened.key) if opened else ()
    for each in recalled:
        yield _unless_taken(each, texts_by_id) if isinstance(each, KnownDocument) else each
    if recalled:
        return
    whole = True
    numbers = itertools.count()
    for draft, _ in _open(source, limits, ()):
        whole = whole and not (isinstance(draft, Refusal) and draft.reason == "unreadable")
        item, known = _finish_knowing(draft, memory, limits, texts_by_id)
        yield item
        yield Reading.of(source.uri, next(numbers), known)
    if opened and whole and _is_as_it_was(opened):
        yield SourceRead(source_uri=source.uri, source_key=opened.key)


def _opened(source: Source, limits: IngestLimits) -> Opened | None:
    try:
        return Opened(source, limits)
    except OSError:
        return None


def _is_as_it_was(opened: Opened) -> bool:
    try:
        return opened.is_as_it_was()
    except OSError:
        return False


def _finish_knowing(
    draft: Draft | Refusal, memory: Memory, limits: IngestLimits, texts_by_id: dict[str, str]
) -> tuple[Document | KnownDocument | Quarantined, KnownDocument | Quarantined]:
    """A draft's document, known or made, or its quarantine row, and what to remember of it."""
    if isinstance(draft, Refusal):
        refused = _quarantined(draft.name, draft.uri, draft, draft.sha256)
        return refused, refused
    key = draft_key(draft, limits)
    place = clean_line(draft.place)
    if known := memory.of_draft(key):
        known = known.model_copy(update={"place": place})
        return _unless_taken(known, texts_by_id), known
    try:
        document = assemble(draft, limits)
    except RefusedError as error:
        refused = _quarantined(draft.name, draft.uri, error, draft.sha256)
        return refused, refused
    known = KnownDocument.of(document, key, _identifier(draft), place)
    taken = _unless_taken(known, texts_by_id)
    return (taken if isinstance(taken, Quarantined) else document), known


def _unless_taken(known: KnownDocument, texts_by_id: dict[str, str]) -> KnownDocument | Quarantined:
    """The document, set aside where its id was given to another text before."""
    try:
        _check_id(known.identifier, known.text_sha256, known.place, texts_by_id)
    except RefusedError as error:
        return _quarantined(known.source_name, known.uri, error, known.sha256)
    return known


def read_with_formats(
    inputs: Sequence[Path | str], limits: IngestLimits
) -> Iterator[tuple[Document | Quarantined, tuple[str, ...]]]:
    """As ``read_inputs``, each item with the formats that it was read from, the outermost first."""
    texts_by_id: dict[str, str] = {}
    for given in inputs:
        for found in _sources(given, limits):
            for draft, formats in _open(found, limits, ()):
                yield _finish(draft, limits, texts_by_id), formats


def _sources(given: Path | str, limits: IngestLimits) -> Iterator[Source | Refusal]:
    """The sources that an input means; only a text is a web address, since a path has no double slash."""
    if str(given) == STANDARD_INPUT:
        yield from standard_input(limits)
    elif isinstance(given, str) and is_address(given):
        from flows.ingest.web import web_source  # httpx takes half a second to import

        yield web_source(given, limits)
    else:
        yield from file_sources(Path(given), limits)


def _open(
    found: Found, limits: IngestLimits, formats: tuple[str, ...]
) -> Iterator[tuple[Draft | Refusal, tuple[str, ...]]]:
    """The drafts and refusals of a source, those of the sources that it contains among them."""
    if not isinstance(found, Source):
        yield found, formats
        return
    try:
        head = found.head()
        if not head:
            raise RefusedError("empty", f"{found.place}: empty")
        reader = reader_for(found.name, head)
        if reader is None:
            raise RefusedError("unsupported", f"{found.place}: a format that no reader knows")
        formats = (*formats, reader.name)
        for inside in reader.read(found, limits):
            yield from _open(inside, limits, formats)
    except RefusedError as error:
        yield Refusal(found.name, found.uri, error.reason, _with_place(error.detail, found)), formats
    except RecursionError:
        problem = f"{found.place}: its parts lie in one another too deeply to be read"
        yield Refusal(found.name, found.uri, "unsafe", problem), formats
    except OSError as error:
        problem = error.strerror or str(error) or type(error).__name__
        yield Refusal(found.name, found.uri, "unreadable", _with_place(problem, found)), formats
    except Exception as error:  # a hostile file may raise anything in a format's library; the run goes on
        problem = f"{type(error).__name__}: {error}"
        yield Refusal(found.name, found.uri, "unreadable", _with_place(problem, found)), formats


def _with_place(detail: str, source: Source) -> str:
    return detail if source.place in detail else f"{source.place}: {detail}"


def _finish(
    draft: Draft | Refusal, limits: IngestLimits, texts_by_id: dict[str, str]
) -> Document | Quarantined:
    """The draft's document, or its quarantine row."""
    if isinstance(draft, Refusal):
        return _quarantined(draft.name, draft.uri, draft, draft.sha256)
    try:
        document = assemble(draft, limits)
        _check_id(_identifier(draft), document.text_sha256, draft.place, texts_by_id)
    except RefusedError as error:
        return _quarantined(draft.name, draft.uri, error, draft.sha256)
    return document


def _identifier(draft: Draft) -> str | None:
    """The metadata's id, in characters that every table can hold."""
    given = draft.metadata.id
    return given and given.encode("utf-8", "backslashreplace").decode("utf-8")


def _check_id(identifier: str | None, text_sha256: str, place: str, texts_by_id: dict[str, str]) -> None:
    """Raise RefusedError(duplicate_id) where the metadata's id was given to another text before."""
    if identifier and texts_by_id.setdefault(identifier, text_sha256) != text_sha256:
        raise RefusedError("duplicate_id", f"{place}: id {identifier!r} was given to another text before")


def _quarantined(name: str, uri: str, why: Refusal | RefusedError, sha256: str | None) -> Quarantined:
    return Quarantined(
        source_name=clean_line(name),
        uri=clean_line(uri),
        stage="ingest",
        reason=why.reason,
        detail=clean_line(why.detail),
        sha256=sha256,
    )
