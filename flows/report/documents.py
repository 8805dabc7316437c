"""The pages of documents: the whole text, its evidence marked, and the records that rest on it."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup, escape

from flows.report.marking import Span, marked, segments, spans_of
from flows.report.merging import Follower, Row
from flows.report.render import Renderer, document_page, sheet_of
from flows.report.review import write_records
from flows.report.shares import Share
from warehouse import ReportReader

LISTED = 200  # documents in the list of the newest; the lists of the years have them all
Notes = Mapping[
    int, Sequence[tuple[int, str]]
]  # by the character after an action: number and id of its records


class Block(NamedTuple):
    """A stretch of a document's text, from character ``start`` on; ``kind`` as in models.document.Block."""

    kind: str
    start: int
    words: Markup


def write_documents(reader: ReportReader, renderer: Renderer, folder: Path, share: Share) -> int:
    """Write the pages of a share of the documents, and their records' data for the review page.

    Returns how many documents there are.
    """
    ids = share.bounds("doc")
    evidence = Follower(reader.stream("evidence", by_line=False, **ids), "document_id")
    n_documents = 0
    for sheet, group in groupby(
        reader.stream("documents", **ids), key=lambda document: sheet_of(document["document_id"])
    ):
        on_sheet: list[Row] = []
        for document in group:
            records = evidence.take(document["document_id"])
            _write_document(renderer, document, records)
            on_sheet += records
            n_documents += 1
        write_records(folder, sheet, on_sheet)
    return n_documents


def _write_document(renderer: Renderer, document: Row, records: Sequence[Row]) -> None:
    renderer.write(
        document_page(document["document_id"]),
        "document.html.jinja",
        "Documents",
        document=document,
        records=records,
        blocks=list(blocks_of(document, records)),
    )


def write_document_lists(reader: ReportReader, renderer: Renderer) -> None:
    """Write the list of the newest documents, and one of each year."""
    documents = reader.rows("document_list")
    by_year = {year: list(some) for year, some in groupby(documents, key=_year)}
    years = [(year, f"documents/year-{year}.html", len(some)) for year, some in by_year.items()]
    for page, year, some in [
        ("documents.html", None, documents[:LISTED]),
        *((page, year, by_year[year]) for year, page, _ in years),
    ]:
        renderer.write(
            page,
            "documents.html.jinja",
            "Documents",
            documents=some,
            n_documents=len(documents),
            year=year,
            years=years,
        )


def _year(document: Row) -> str:
    return str(document["published_on"].year) if document["published_on"] else "undated"


def blocks_of(document: Row, records: Sequence[Row]) -> Iterator[Block]:
    """The whole text in blocks, what stands between blocks included, with evidence and notes marked."""
    notes = _notes(records)
    spans = deque(sorted(span for record in records for span in spans_of(record)))
    here: list[Span] = []
    for kind, start, end in _stretches(document):
        here = [span for span in here if span.end > start]
        while spans and spans[0].start < end:
            here.append(spans.popleft())
        yield Block(kind, start, _with_notes(document["text"][start:end], start, here, notes))


def _notes(records: Sequence[Row]) -> Notes:
    notes = defaultdict(list)
    for number, record in enumerate(records, start=1):
        notes[record["end_char"]].append((number, record["record_id"]))
    return notes


def _stretches(document: Row) -> Iterator[tuple[str, int, int]]:
    """The blocks and, as prose, every stretch between them that holds more than white space."""
    reached = 0
    end_of_text = {"kind": "prose", "start": document["n_chars"], "end": document["n_chars"]}
    for block in [*document["blocks"], end_of_text]:
        if document["text"][reached : block["start"]].strip():
            yield "prose", reached, block["start"]
        if block["end"] > block["start"]:
            yield block["kind"], block["start"], block["end"]
        reached = block["end"]


def _with_notes(text: str, start: int, spans: Sequence[Span], notes: Notes) -> Markup:
    """Marked text in which a numbered link to each record stands behind the words of its action."""
    if not spans:
        return escape(text)
    words, at = [], start
    for segment in segments(text, start, spans):
        at += len(segment.text)
        words += [marked([segment]), *(_note(*note) for note in notes.get(at, ()))]
    return Markup("".join(words))


def _note(number: int, record_id: str) -> str:
    return (
        f'<a class="note" id="at-{record_id}" href="#{record_id}" aria-label="record {number}">{number}</a>'
    )
