"""The report as a whole: every page written beside, then put in place of the one before."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flows.report.actors import write_actors
from flows.report.commitments import write_commitments
from flows.report.documents import write_documents
from flows.report.ledger import write_ledger_page
from flows.report.overview import write_overview
from flows.report.render import FOLDER, Renderer
from flows.report.review import write_review
from flows.report.timeline import write_timeline
from warehouse import ReportReader

MARK = "pledgebook-report.txt"  # in the folder of each report: only such a folder is ever replaced
MARK_TEXT = "Written by `pledgebook report`, which replaces this whole folder. Open index.html.\n"


class ReportError(Exception):
    """The report can't be written where it was asked for."""


@dataclass(frozen=True)
class ReportSummary:
    """Where the report lies and how many of each thing have a page."""

    index: Path
    lines: int
    documents: int
    actors: int


def build_report(published: Path, out: Path, today: dt.date) -> ReportSummary:
    """Write the pages of the book ``published`` to the folder ``out``, as of the day ``today``.

    A report that lies there is replaced when the new one is complete. Raises ReportError where ``out``
    holds anything else, and what ``ReportReader`` raises.
    """
    with ReportReader(published) as reader, _replaced(out) as folder:
        shutil.copytree(FOLDER / "static", folder / "static")
        renderer = Renderer(folder, reader.row("book"))
        write_overview(reader, renderer)
        write_ledger_page(reader, renderer, folder, today)
        write_timeline(reader, renderer, today)
        write_review(reader, renderer, folder)
        n_actors = write_actors(reader, renderer, today)
        n_documents = write_documents(reader, renderer)
        n_lines = write_commitments(reader, renderer, today)
    return ReportSummary(out / "index.html", n_lines, n_documents, n_actors)


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
