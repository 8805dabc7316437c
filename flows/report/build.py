"""The report as a whole: every page written beside, then put in place of the one before."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from flows.report.actors import write_actor_list, write_actors
from flows.report.commitments import write_commitments
from flows.report.documents import write_document_lists, write_documents
from flows.report.ledger import write_ledger_page
from flows.report.overview import write_overview
from flows.report.render import FOLDER, Renderer
from flows.report.review import write_review
from flows.report.shares import WHOLE, Share, number_for, shares
from flows.report.timeline import write_timeline
from warehouse import ReportReader

MARK = "pledgebook-report.txt"  # in the folder of each report: only such a folder is ever replaced
MARK_TEXT = "Written by `pledgebook report`, which replaces this whole folder. Open index.html.\n"


SMALL = 500  # documents; for fewer it takes longer to start a process than to write their pages


class ReportError(Exception):
    """The report can't be written where it was asked for."""


@dataclass(frozen=True)
class ReportSummary:
    """Where the report lies and how many of each thing have a page."""

    index: Path
    lines: int
    documents: int
    actors: int


def build_report(published: Path, out: Path, today: dt.date, workers: int = 1) -> ReportSummary:
    """Write the pages of the book ``published`` to the folder ``out``, as of the day ``today``.

    A report that lies there is replaced when the new one is complete. ``workers`` processes share the pages
    of a large book. Raises ReportError where ``out`` holds anything else, and what ``ReportReader`` raises.
    """
    with ReportReader(published) as reader, _replaced(out) as folder:
        shutil.copytree(FOLDER / "static", folder / "static")
        job = _Job(published, folder, today)
        if workers == 1 or reader.row("book")["n_documents"] < SMALL:
            counts = [job.write(WHOLE)]
            _write_single_pages(reader, job)
        else:
            with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
                written = pool.map(job.write, shares(number_for(workers)))
                _write_single_pages(reader, job)
                counts = list(written)
    return ReportSummary(out / "index.html", *(sum(column) for column in zip(*counts, strict=True)))


@dataclass(frozen=True)
class _Job:
    """Where the book is and where its pages go; other processes write shares of them."""

    published: Path
    folder: Path
    today: dt.date

    def write(self, share: Share) -> tuple[int, int, int]:
        """Write the lines, documents and actors of a share; returns how many of each there are."""
        with ReportReader(self.published) as reader:
            renderer = self.renderer(reader)
            return (
                write_commitments(reader, renderer, self.today, share),
                write_documents(reader, renderer, self.folder, share),
                write_actors(reader, renderer, self.today, share),
            )

    def renderer(self, reader: ReportReader) -> Renderer:
        """What writes pages of this report."""
        with_page = [actor["name"] for actor in reader.stream("actor_names", most=None)]
        return Renderer(self.folder, reader.row("book"), with_page)


def _write_single_pages(reader: ReportReader, job: _Job) -> None:
    """Write the pages of which there is one each."""
    renderer = job.renderer(reader)
    write_overview(reader, renderer)
    write_ledger_page(reader, renderer, job.folder, job.today)
    write_timeline(reader, renderer, job.today)
    write_review(reader, renderer, job.folder)
    write_actor_list(reader, renderer, job.today)
    write_document_lists(reader, renderer)


@contextmanager
def _replaced(out: Path) -> Iterator[Path]:
    """A new folder that takes the place of ``out`` when the block ends without an error."""
    _refuse_others(out)
    fresh, old = (out.with_name(f".{out.name}.{os.getpid()}.{part}") for part in ("new", "old"))
    try:
        fresh.mkdir(parents=True)
        (fresh / MARK).write_text(MARK_TEXT, encoding="utf-8")
        yield fresh
        if out.exists():
            out.rename(old)
        fresh.rename(out)
    except OSError as error:
        raise ReportError(f"{out} can't be written: {error}") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _refuse_others(out: Path) -> None:
    """Raise ReportError where ``out`` is something that this program did not write."""
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise ReportError(f"{out} holds other files than a report's; name another folder")
    if out.exists() and not out.is_dir():
        raise ReportError(f"{out} is a file")
