"""The step that links: lines in a first run, and what a later run changes in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from flows.settings import Settings
from flows.steps import STEPS, new_job, run_steps
from models import Document, Extraction
from tests.flows.extractors import FirstWords, first_words
from warehouse import query


class WholeTexts(FirstWords):
    """One record a document, whose action is the whole text."""

    def extract(self, documents: Sequence[Document]) -> Iterator[Extraction]:
        """Yield the record of each document."""
        for document in documents:
            found = first_words(document)
            (record,) = found.records
            whole = record.model_copy(
                update={"action": document.text, "start_char": 0, "end_char": len(document.text)}
            )
            yield found.model_copy(update={"records": (whole,)})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two documents with one promise, and one with another."""
    monkeypatch.setenv("PLEDGEBOOK_EXTRACTOR", "tests.flows.test_link_step:WholeTexts")
    folder = tmp_path / "inputs"
    folder.mkdir()
    (folder / "a.txt").write_text("Deliver forty mobile bakeries to Moldova")
    (folder / "b.txt").write_text("Deliver forty mobile bakeries to the government of Moldova")
    (folder / "c.txt").write_text("Reopen the consulate in Thessaloniki")
    return folder


def run(folder: Path, book: Path, full: bool = False) -> list[tuple[list[str], str]]:
    """Run all steps; returns the sources of each line and its id, the largest line first."""
    run_steps(new_job([folder], book, workers=1, full=full, settings=Settings()))
    rows = query(
        book,
        "SELECT list_sort(list(source_name)) AS sources, ledger_id FROM ledger_history"
        " GROUP BY ledger_id ORDER BY len(sources) DESC, sources",
    ).rows
    return [(list(sources), str(line)) for sources, line in rows]


def test_a_run_joins_records_across_documents(folder: Path, book: Path) -> None:
    assert [sources for sources, _ in run(folder, book)] == [["a.txt", "b.txt"], ["c.txt"]]


def test_a_later_document_joins_its_line_and_no_other_line_changes(folder: Path, book: Path) -> None:
    before = {line: sources for sources, line in run(folder, book)}
    (folder / "d.txt").write_text("Deliver forty bakeries to Moldova")
    after = {line: sources for sources, line in run(folder, book)}
    assert after.keys() == before.keys()
    assert sorted(after.values()) == [["a.txt", "b.txt", "d.txt"], ["c.txt"]]
    assert {line: sources for sources, line in run(folder, book, full=True)} == after


def test_a_changed_document_leaves_its_line(folder: Path, book: Path) -> None:
    ((_, line), _) = run(folder, book)
    (folder / "b.txt").write_text("Reopen the consulate general in Thessaloniki")
    after = run(folder, book)
    assert [sources for sources, _ in after] == [["b.txt", "c.txt"], ["a.txt"]]
    assert after[1][1] == line


def test_records_that_a_run_loaded_and_did_not_link_are_linked_by_the_next(folder: Path, book: Path) -> None:
    cut_off = STEPS[: [step.__name__ for step in STEPS].index("link")]
    run_steps(new_job([folder], book, workers=1, full=False, settings=Settings()), cut_off)
    assert [sources for sources, _ in run(folder, book)] == [["a.txt", "b.txt"], ["c.txt"]]


def test_an_unchanged_run_leaves_every_line_as_it_is(folder: Path, book: Path) -> None:
    assert run(folder, book) == run(folder, book)
