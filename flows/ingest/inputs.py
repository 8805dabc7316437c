"""From paths to documents: each source goes to its reader, each draft becomes a document or is set aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from flows.ingest.addresses import is_address
from flows.ingest.assemble import assemble
from flows.ingest.cleaning import clean_line
from flows.ingest.folders import file_sources
from flows.ingest.limits import IngestLimits
from flows.ingest.readers import reader_for
from flows.ingest.source import Draft, Found, Refusal, RefusedError, Source
from flows.ingest.standard_input import MARK, standard_input
from models import Document, Quarantined


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
    if str(given) == MARK:
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
        _check_id(draft, document, texts_by_id)
    except RefusedError as error:
        return _quarantined(draft.name, draft.uri, error, draft.sha256)
    return document


def _check_id(draft: Draft, document: Document, texts_by_id: dict[str, str]) -> None:
    """Raise RefusedError(duplicate_id) where the metadata's id was given to another text before."""
    identifier = draft.metadata.id
    if identifier and texts_by_id.setdefault(identifier, document.text_sha256) != document.text_sha256:
        raise RefusedError(
            "duplicate_id", f"{draft.place}: id {identifier!r} was given to another text before"
        )


def _quarantined(name: str, uri: str, why: Refusal | RefusedError, sha256: str | None) -> Quarantined:
    return Quarantined(
        source_name=clean_line(name),
        uri=clean_line(uri),
        stage="ingest",
        reason=why.reason,
        detail=clean_line(why.detail),
        sha256=sha256,
    )
