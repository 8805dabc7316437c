"""Near-duplicates through a whole run: files in, rows of the book out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from flows.settings import Settings
from flows.steps import new_job, run_steps
from models import RunSummary
from warehouse import query, run_checks

pytestmark = pytest.mark.usefixtures("simple_extractor")

REPORT = (
    "Norhaven will send 200 tonnes of grain to Elsborg before the end of March, its minister of trade "
    "announced at the harbour. The ships are to leave as soon as the ice on the river has gone, and the "
    "crews have been told to be ready from the first day of the month."
)
VERSION = f"{REPORT} She smiled."
OTHER = REPORT.replace("200", "300")
NEW_TEXT = (
    "Kestria closes its harbours for the winter, as it does every year once the storms have begun. The crews "
    "of the tugs go home to their villages, and the towns on the coast wait for the first ships of spring."
)
COPIES = """
    SELECT c.source_name, d.source_name, c.same_text FROM store.copies AS c
    JOIN documents AS d ON d.document_id = c.copy_of ORDER BY 1
"""


def run(book: Path, inputs: Sequence[Path], workers: int = 1, full: bool = False) -> RunSummary:
    summary = run_steps(new_job(inputs, book, workers, full, Settings())).summary
    assert all(result.passed for result in run_checks(book))
    return summary


def write(folder: Path, **texts: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return [folder / f"{name}.txt" for name in texts]


def names(book: Path) -> list[str]:
    return [name for (name,) in query(book, "SELECT source_name FROM documents ORDER BY 1").rows]


def test_a_copy_is_linked_and_not_extracted(tmp_path: Path, book: Path) -> None:
    inputs = write(tmp_path / "in", a=REPORT, b=VERSION, c=OTHER, d=VERSION)
    summary = run(book, inputs)
    assert (summary.new, summary.duplicate, summary.commitments) == (2, 2, 2)
    assert names(book) == ["a.txt", "c.txt"]
    assert query(book, COPIES).rows == (("b.txt", "a.txt", False), ("d.txt", "a.txt", False))
    details = dict(query(book, "SELECT source_name, detail FROM inputs").rows)
    assert details["b.txt"] == "nearly the same as a.txt: 98 % of the words, in the same order"
    assert details["c.txt"] is None


def test_a_document_given_twice_is_no_copy_of_itself(tmp_path: Path, book: Path) -> None:
    line = json.dumps({"id": "a", "text": REPORT})
    (tmp_path / "in.jsonl").write_text("\n".join([line, json.dumps({"id": "c", "text": NEW_TEXT}), line]))
    summary = run(book, [tmp_path / "in.jsonl"])
    assert (summary.new, summary.duplicate, summary.quarantined) == (2, 1, 0)
    assert names(book) == ["a", "c"]


def test_neither_order_nor_workers_change_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLEDGEBOOK_PART_DOCUMENTS", "1")
    inputs = write(tmp_path / "in", a=REPORT, b=VERSION, c=OTHER, d=VERSION, e=REPORT)
    (tmp_path / "in" / "e.txt.meta.json").write_text(json.dumps({"published": "2024-03-01"}))
    found = []
    for number, (order, workers) in enumerate([(inputs, 1), (inputs[::-1], 2), (inputs[2:] + inputs[:2], 1)]):
        book = tmp_path / f"book{number}.duckdb"
        run(book, order, workers)
        found.append((names(book), query(book, COPIES).rows))
    assert found[0] == found[1] == found[2]
    assert found[0][0] == ["c.txt", "e.txt"]  # of equal texts the one that is known to be the earliest


def test_what_is_in_the_book_comes_first(tmp_path: Path, book: Path) -> None:
    a, b, c = write(tmp_path / "in", a=REPORT, b=VERSION, c=OTHER)
    assert run(book, [b, c]).new == 2
    for _ in range(2):
        summary = run(book, [a, b, c])
        assert (summary.unchanged, summary.duplicate) == (2, 1)
        assert query(book, COPIES).rows == (("a.txt", "b.txt", False),)
    assert (run(book, [a, b, c], full=True).duplicate, names(book)) == (1, ["b.txt", "c.txt"])


def test_a_document_loaded_before_signatures_were_kept_is_compared_too(tmp_path: Path, book: Path) -> None:
    import duckdb

    from warehouse import build_file

    a, b = write(tmp_path / "in", a=REPORT, b=VERSION)
    run(book, [a])
    with duckdb.connect(str(build_file(book))) as connection:
        connection.execute("UPDATE store.signatures SET method = 'another'")
    assert run(book, [b]).duplicate == 1
    assert query(book, "SELECT count(DISTINCT method), count(*) FROM store.signatures").rows == ((1, 1),)


def test_a_copy_is_free_once_what_it_repeats_has_changed(tmp_path: Path, book: Path) -> None:
    a, b = write(tmp_path / "in", a=REPORT, b=VERSION)
    run(book, [a, b])
    a.write_text(NEW_TEXT)
    summary = run(book, [a, b])
    assert (summary.changed, summary.new, summary.duplicate) == (1, 1, 0)
    assert query(book, "SELECT text FROM store.document_versions").rows == ((REPORT,),)
    assert query(book, COPIES).rows == ()


def test_a_later_version_of_one_source_is_no_copy_of_itself(tmp_path: Path, book: Path) -> None:
    (a,) = write(tmp_path / "in", a=REPORT)
    run(book, [a])
    a.write_text(VERSION)
    assert run(book, [a]).changed == 1
    assert query(book, "SELECT text FROM documents").rows == ((VERSION,),)
    assert query(book, "SELECT text FROM store.document_versions").rows == ((REPORT,),)


def test_a_document_that_becomes_a_copy_gives_up_its_place(tmp_path: Path, book: Path) -> None:
    a, b = write(tmp_path / "in", a=REPORT, b=NEW_TEXT)
    run(book, [a, b])
    b.write_text(VERSION)
    assert run(book, [a, b]).duplicate == 1
    assert (names(book), query(book, COPIES).rows) == (["a.txt"], (("b.txt", "a.txt", False),))
