"""What an earlier run read of the same bytes is known again, and a run ends as if all had been read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from flows.ingest import IngestLimits
from flows.ingest.assemble import assemble
from flows.ingest.source import Draft
from flows.settings import Settings
from flows.steps import new_job, run_steps
from models import Document, RunSummary
from tests.conftest import rows_of
from warehouse import query

pytestmark = pytest.mark.usefixtures("simple_extractor")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A text with a sidecar, a copy of it, a file of lines of which one is broken, and an empty file."""
    folder = tmp_path / "inputs"
    folder.mkdir()
    (folder / "a.txt").write_text("Alpha will mend the old harbour wall.")
    (folder / "a.txt.meta.json").write_text('{"publisher": "Harbour Gazette"}')
    (folder / "b.txt").write_text("Alpha will mend the old harbour wall.")
    write_lines(folder, {"one": "Beta will plant a thousand oaks.", "two": "Gamma will repave the square."})
    (folder / "empty.txt").write_text("")
    return folder


@pytest.fixture
def assembled(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of the documents that are made from drafts, as they are made."""
    made: list[str] = []

    def noted(draft: Draft, limits: IngestLimits) -> Document:
        document = assemble(draft, limits)
        made.append(document.source_name)
        return document

    monkeypatch.setattr("flows.ingest.inputs.assemble", noted)
    yield made


def write_lines(folder: Path, texts: dict[str, str]) -> None:
    lines = [json.dumps({"id": name, "text": text}) for name, text in texts.items()]
    (folder / "lines.jsonl").write_text("\n".join([*lines, "{broken"]))


def run(inputs: Path | Sequence[Path], book: Path, full: bool = False) -> RunSummary:
    given = [inputs] if isinstance(inputs, Path) else inputs
    return run_steps(new_job(given, book, workers=1, full=full, settings=Settings())).summary


def outcomes(book: Path) -> list[tuple[object, ...]]:
    """What the last run says of each input."""
    rows = query(
        book,
        "SELECT number, source_name, uri, outcome, document_id, reason, detail FROM inputs"
        " WHERE run_id = (SELECT max_by(run_id, number) FROM runs) ORDER BY number",
    )
    return list(rows.rows)


def test_an_unchanged_folder_is_known_without_reading_it(
    folder: Path, book: Path, assembled: list[str]
) -> None:
    first = run(folder, book)
    assert (first.new, first.duplicate, first.quarantined) == (3, 1, 2)
    before, copies = rows_of(book), query(book, "FROM copies").rows
    assembled.clear()
    second = run(folder, book)
    assert (second.unchanged, second.duplicate, second.quarantined) == (3, 1, 2)
    assert assembled == []
    assert rows_of(book) == before
    assert query(book, "FROM copies").rows == copies


def test_a_known_input_is_told_of_as_one_that_was_read(folder: Path, book: Path) -> None:
    run(folder, book)
    run(folder, book)
    known = outcomes(book)
    run(folder, book, full=True)
    assert known == outcomes(book)


def test_a_full_run_reads_everything(folder: Path, book: Path, assembled: list[str]) -> None:
    run(folder, book)
    assembled.clear()
    run(folder, book, full=True)
    assert assembled == ["a.txt", "b.txt", "one", "two"]


def test_of_a_file_that_has_grown_only_the_new_line_is_made(
    folder: Path, book: Path, assembled: list[str]
) -> None:
    run(folder, book)
    assembled.clear()
    write_lines(
        folder,
        {
            "new": "Delta will open a night market.",
            "one": "Beta will plant a thousand oaks.",
            "two": "Gamma will repave the square.",
        },
    )
    summary = run(folder, book)
    assert (summary.new, summary.unchanged, summary.duplicate, summary.quarantined) == (1, 3, 1, 2)
    assert assembled == ["new"]
    assert [row[1] for row in outcomes(book)[:5]] == ["a.txt", "b.txt", "new", "one", "two"]


def test_another_sidecar_is_another_reading(folder: Path, book: Path, assembled: list[str]) -> None:
    run(folder, book)
    assembled.clear()
    (folder / "a.txt.meta.json").write_text('{"publisher": "Harbour Times"}')
    assert run(folder, book).changed == 1
    assert assembled == ["a.txt"]


def test_other_readers_read_again(
    folder: Path, book: Path, assembled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(folder, book)
    assembled.clear()
    monkeypatch.setattr("flows.ingest.remembering.reading_version", lambda: "another")
    assert run(folder, book).unchanged == 3
    assert len(assembled) == 4


def test_a_known_copy_takes_the_place_of_the_document_that_it_repeated(folder: Path, book: Path) -> None:
    run(folder, book)
    (folder / "a.txt").write_text("Alpha will sell the harbour.")
    summary = run(folder, book)
    assert (summary.changed, summary.new, summary.duplicate) == (1, 1, 0)
    texts = query(book, "SELECT source_name, text FROM documents WHERE source_name IN ('a.txt', 'b.txt')")
    assert sorted(texts.rows) == [
        ("a.txt", "Alpha will sell the harbour."),
        ("b.txt", "Alpha will mend the old harbour wall."),
    ]
    assert query(book, "SELECT count(*) FROM commitments").rows == ((4,),)


def test_a_known_version_that_counts_again_is_read(tmp_path: Path, book: Path) -> None:
    for name, text in {"1": "Alpha will mend the harbour.", "2": "Alpha will widen the harbour."}.items():
        (tmp_path / f"{name}.txt").write_text(text)
        (tmp_path / f"{name}.txt.meta.json").write_text('{"url": "https://harbour.example/plan"}')
    both = [tmp_path / "1.txt", tmp_path / "2.txt"]
    run(both, book)
    assert run(both, book).unchanged == 2
    assert query(book, "SELECT text FROM documents").rows == (("Alpha will widen the harbour.",),)
    assert run(both[:1], book).changed == 1
    assert query(book, "SELECT text FROM documents").rows == (("Alpha will mend the harbour.",),)


def test_an_id_that_was_given_twice_is_refused_in_every_run(folder: Path, book: Path) -> None:
    (folder / "more.jsonl").write_text(json.dumps({"id": "one", "text": "Epsilon will close the ferry."}))
    run(folder, book)
    first = outcomes(book)
    run(folder, book)
    reasons = [row[5] for row in first]
    assert reasons.count("duplicate_id") == 1
    assert [row[5:] for row in outcomes(book)] == [row[5:] for row in first]


def test_a_known_document_whose_id_is_free_again_is_loaded(folder: Path, book: Path) -> None:
    (folder / "more.jsonl").write_text(json.dumps({"id": "one", "text": "Epsilon will close the ferry."}))
    run(folder, book)
    (folder / "lines.jsonl").unlink()
    summary = run(folder, book)
    assert (summary.new, summary.unchanged, summary.quarantined) == (1, 1, 1)
    names = query(book, "SELECT text FROM documents WHERE source_name = 'one' ORDER BY text").rows
    assert [text for (text,) in names] == [
        "Beta will plant a thousand oaks.",
        "Epsilon will close the ferry.",
    ]


def test_what_goes_and_comes_back_is_known(folder: Path, book: Path, assembled: list[str]) -> None:
    run(folder, book)
    kept = (folder / "lines.jsonl").read_bytes()
    (folder / "lines.jsonl").unlink()
    run(folder, book)
    (folder / "lines.jsonl").write_bytes(kept)
    assembled.clear()
    assert run(folder, book).unchanged == 3
    assert assembled == []


def test_a_document_that_was_not_extracted_is_read_and_tried_again(
    folder: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLEDGEBOOK_EXTRACTOR", "tests.flows.extractors:Poisoned")
    (folder / "c.txt").write_text("RAISE the harbour wall.")
    assert run(folder, book).quarantined == 3
    monkeypatch.setenv("PLEDGEBOOK_EXTRACTOR", "tests.flows.extractors:FirstWords")
    assert run(folder, book).quarantined == 2
    assert query(book, "SELECT count(*) FROM commitments WHERE source_name = 'c.txt'").rows == ((1,),)
