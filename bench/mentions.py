"""Loading millions of mentions, and asking every view of that book.

    python -m bench.mentions [MILLIONS ...]      default: 1 5 20

Documents of a hundred mentions and a record each are staged as Parquet parts, as workers would leave
them; the table then holds the seconds of planning, of the load with its checks, and of publishing, and
a second table the seconds of counting the rows of each view and of its first hundred.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

import warehouse
from bench.processes import machine
from models import Block, Document, Entity, Extraction, Mention, Record
from warehouse import Run, StagingArea, build_file
from warehouse.arrow import arrow_schema, arrow_table
from warehouse.reading import ReadLimits

MENTIONS = 100  # in a document
DOCUMENTS = 5_000  # in a part
STATES = 190
WORD = "Oslo "


def main() -> None:
    """Load each number of millions, and print the tables."""
    print(machine())
    for millions in map(int, sys.argv[1:] or ("1", "5", "20")):
        with tempfile.TemporaryDirectory() as folder:
            _measure(millions, Path(folder) / "book.duckdb")


def _measure(millions: int, book: Path) -> None:
    area = StagingArea(book.parent / "staging")
    for part in range(millions * 1_000_000 // MENTIONS // DOCUMENTS):
        _stage(area, part)
    build = build_file(book)
    warehouse.migrate(build)
    plan, planning = _timed(lambda: warehouse.plan(build, area, "bench", False))
    run = Run("run_bench", dt.datetime.now(dt.UTC), "bench")
    summary, loading = _timed(lambda: warehouse.load(build, area, plan, run))
    _, publishing = _timed(lambda: warehouse.publish(build, book))
    rate, size = summary.mentions / loading, book.stat().st_size / 2**20
    print("\n| mentions | documents | plan | load, with checks | mentions a second | publish | file |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    print(
        f"| {summary.mentions:,} | {summary.inputs:,} | {planning:.1f} s | {loading:.1f} s | {rate:,.0f}"
        f" | {publishing:.1f} s | {size:,.0f} MB |",
        flush=True,
    )
    print("\n| view | rows | count | first 100 |\n| --- | ---: | ---: | ---: |")
    for view in warehouse.view_names(book):
        print(_view_row(book, view), flush=True)


def _view_row(book: Path, view: str) -> str:
    limits = ReadLimits(memory="4GB", threads=len(os.sched_getaffinity(0)), seconds=600)
    counted, counting = _timed(lambda: warehouse.query(book, f"SELECT count(*) FROM {view}", limits=limits))
    _, showing = _timed(lambda: warehouse.query(book, f"SELECT * FROM {view} LIMIT 100", limits=limits))
    return f"| {view} | {counted.rows[0][0]:,} | {counting:.2f} s | {showing:.2f} s |"


def _timed[Result](step: Callable[[], Result]) -> tuple[Result, float]:
    began = time.monotonic()
    return step(), time.monotonic() - began


def _stage(area: StagingArea, part: int) -> None:
    """Stage a part of documents and one of what was found in them."""
    documents = [_document(part * DOCUMENTS + number) for number in range(DOCUMENTS)]
    area.write_documents(documents, part)
    table = arrow_table([_found(document) for document in documents], Extraction)
    with_mentions = table.set_column(
        table.schema.get_field_index("mentions"), table.schema.field("mentions"), _mentions(documents)
    )
    pq.write_table(with_mentions, area.folder / f"extractions-{part:06d}.parquet", compression="zstd")


def _document(number: int) -> Document:
    text = WORD * MENTIONS + f"{number} will act."
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        document_id=Document.make_id(f"{number}", digest),
        source_name=f"{number}",
        uri=f"bench:{number}",
        text=text,
        sha256=digest,
        text_sha256=digest,
        n_chars=len(text),
        published_on=dt.date(2000, 1, 1) + dt.timedelta(days=number % 9000),
        blocks=(Block(kind="prose", start_char=0, end_char=len(text)),),
    )


def _found(document: Document) -> Extraction:
    """A record of the last three words, promised by one of the states; the mentions are added after."""
    start = document.text.index("will act.")
    state = int(document.sha256, 16) % STATES
    record = Record(
        record_id=Record.make_id(document.document_id, start, start + 9, "pledge"),
        document_id=document.document_id,
        sentence=document.text[start:],
        sentence_start=start,
        sentence_end=start + 9,
        action="will act.",
        start_char=start,
        end_char=start + 9,
        force="pledge",
        promisors=(f"State {state}",),
        beneficiaries=(f"State {(state * 7 + 1) % STATES}",),
        polarity="positive",
        certainty="certain",
        category="other",
        speaker_type="author",
        direct=False,
        confidence=0.5,
        rule_id="bench.mentions",
    )
    return Extraction(
        document_id=document.document_id,
        extractor_version="bench",
        n_sentences=1,
        entities=tuple(_states()),
        records=(record,),
    )


def _states() -> Iterator[Entity]:
    """The entities that mentions name; three are enough for their join."""
    for number in range(3):
        name = f"State {number}"
        yield Entity(entity_id=Entity.make_id("state", name), name=name, kind="state")


def _mentions(documents: list[Document]) -> pa.Array[Any]:
    """The mentions column: a hundred of the word for each document, made as arrays."""
    identities = np.repeat([document.document_id for document in documents], MENTIONS)
    places = np.tile(np.arange(MENTIONS, dtype=np.int32) * len(WORD), len(documents))
    states = np.array([state.entity_id for state in _states()])
    columns = {
        "mention_id": np.char.add(np.char.add(identities, "-"), places.astype(str)),
        "document_id": identities,
        "entity_id": states[places % len(states)],
        "text": np.full(len(places), WORD.strip()),
        "label": np.full(len(places), "GPE"),
        "start_char": places,
        "end_char": places + len(WORD.strip()),
    }
    fields = list(arrow_schema(Mention))
    arrays = [pa.array(columns[field.name], field.type) for field in fields]
    structs = pa.StructArray.from_arrays(arrays, fields=fields)
    offsets = pa.array(list(range(0, len(places) + 1, MENTIONS)), pa.int32())
    return pa.ListArray.from_arrays(offsets, structs, type=arrow_schema(Extraction).field("mentions").type)


if __name__ == "__main__":
    main()
