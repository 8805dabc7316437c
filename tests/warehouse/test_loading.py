"""What a load leaves in the book, and what it refuses."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import tempfile
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import Document
from tests.warehouse.book import START, VERSION, Book, document, one_book, record, refusal
from warehouse import (
    CheckFailed,
    PlanOutdated,
    Run,
    StagingError,
    WarehouseBusy,
    WarehouseError,
    checking,
    load,
    loading,
    migrate,
    plan,
    publish,
    run_checks,
)
from warehouse.checking import CheckResult, check_rows
from warehouse.connection import LEAST_AT_HAND

OSLO = document("Oslo will send medics to Riga.", "oslo.txt")
OSLO_LATER = document("Oslo will send tents to Riga.", "oslo.txt")
VILNIUS = document("Vilnius will host talks.", "vilnius.txt")
COPY = document("Oslo will send medics to Riga.", "second.txt")
LASTING = (
    "documents",
    "blocks",
    "extractions",
    "document_entities",
    "entities",
    "mentions",
    "records",
    "cues",
)
OUTCOMES = ("new", "unchanged", "changed", "duplicate", "quarantined")


def counts(book: Book, documents: list[Document], **kinds: object) -> dict[str, int]:
    summary = book.run(documents, **kinds)  # type: ignore[arg-type]  # passed through to run as given
    return {name: getattr(summary, name) for name in OUTCOMES if getattr(summary, name)}


def actions(book: Book) -> list[str]:
    return [action for (action,) in book.rows("SELECT action FROM commitments ORDER BY 1")]


def names(book: Book) -> list[str]:
    return [name for (name,) in book.rows("SELECT name FROM entities ORDER BY 1")]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A book of two documents, a pledge in each."""
    plan_of_talks = record(VILNIUS, "host talks", force="plan")
    return one_book(tmp_path, [OSLO, VILNIUS], record(OSLO, "send medics to Riga"), plan_of_talks)


def test_the_summary_counts_inputs_and_what_the_book_holds(tmp_path: Path) -> None:
    book = Book(tmp_path, records=[record(OSLO, "send medics")])
    summary = book.run([OSLO, VILNIUS, COPY], [refusal("empty.txt")])
    assert (summary.new, summary.duplicate, summary.quarantined, summary.inputs) == (2, 1, 1, 4)
    assert (summary.mentions, summary.entities, summary.commitments) == (3, 3, 1)
    assert summary.started_at == START + dt.timedelta(days=1)
    assert summary.finished_at.utcoffset() == dt.timedelta(0)


def test_what_was_found_is_the_same_in_many_slices_and_in_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = [document(f"Oslo will send {number} medics to Riga.", f"{number}.txt") for number in range(7)]
    records = [record(each, "medics to Riga") for each in documents]
    whole = one_book(tmp_path / "whole", documents, *records)
    monkeypatch.setattr(loading, "SLICE_BYTES", 1)
    sliced = one_book(tmp_path / "sliced", documents, *records)
    assert len(actions(sliced)) == len(documents)
    assert content(sliced) == content(whole)


def test_a_load_that_needs_more_memory_than_it_was_given_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits: list[int] = []

    def hungry(connection: duckdb.DuckDBPyConnection, run_id: str) -> list[CheckResult]:
        row = connection.execute("SELECT parse_formatted_bytes(current_setting('memory_limit'))").fetchone()
        limits.append(row[0] if row else 0)
        if len(limits) == 1:
            raise duckdb.OutOfMemoryException("too little")
        return check_rows(connection, run_id)

    monkeypatch.setattr(loading, "check_rows", hungry)
    book = one_book(tmp_path, [OSLO], record(OSLO, "send medics to Riga"))
    assert actions(book) == ["send medics to Riga"]
    assert limits[0] == pytest.approx(LEAST_AT_HAND, rel=0.01) and limits[1] > limits[0]


def test_a_load_of_which_a_check_lacks_memory_is_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def check(connection: duckdb.DuckDBPyConnection, file: Path) -> CheckResult:
        tried.append(file.stem)
        if len(tried) == 1:
            with suppress(duckdb.Error):
                connection.execute("SELECT error('nothing more can be done in this transaction')")
            raise duckdb.OutOfMemoryException("too little")
        return CheckResult(file.stem, "", 0, ())

    monkeypatch.setattr(checking, "_check", check)
    book = one_book(tmp_path, [OSLO], record(OSLO, "send medics to Riga"))
    assert actions(book) == ["send medics to Riga"]
    assert tried.count(tried[0]) == 2


def test_a_second_run_changes_no_row(book: Book) -> None:
    before = content(book)
    assert counts(book, [OSLO, VILNIUS]) == {"unchanged": 2}
    assert content(book) == before


def test_every_input_has_its_outcome_and_reason(book: Book) -> None:
    book.run([OSLO, OSLO_LATER, COPY], [refusal("b.bin", reason="binary", detail="b.bin is not text")])
    rows = book.rows(
        "SELECT source_name, outcome, reason, detail FROM inputs WHERE run_id = 'run-2' ORDER BY number"
    )
    assert rows == [
        ("oslo.txt", "unchanged", None, None),
        ("oslo.txt", "changed", None, None),
        ("second.txt", "new", None, None),
        ("b.bin", "quarantined", "binary", "b.bin is not text"),
    ]


def test_a_changed_document_replaces_its_rows_and_keeps_its_history(book: Book) -> None:
    book.records.append(record(OSLO_LATER, "send tents to Riga"))
    assert counts(book, [OSLO_LATER]) == {"changed": 1}
    assert actions(book) == ["host talks", "send tents to Riga"]
    assert book.rows("SELECT document_id, text, replaced_by, replaced_in FROM store.document_versions") == [
        (OSLO.document_id, OSLO.text, OSLO_LATER.document_id, "run-2")
    ]


def test_a_document_may_change_back(book: Book) -> None:
    book.run([OSLO_LATER])
    assert counts(book, [OSLO]) == {"changed": 1}
    assert book.rows("SELECT document_id FROM documents WHERE source_name = 'oslo.txt'") == [
        (OSLO.document_id,)
    ]
    versions = book.rows("SELECT document_id, replaced_in FROM store.document_versions ORDER BY 2")
    assert versions == [(OSLO.document_id, "run-2"), (OSLO_LATER.document_id, "run-3")]


def test_a_version_overtaken_in_its_own_run_is_kept_in_the_history(tmp_path: Path) -> None:
    book = Book(tmp_path)
    assert counts(book, [OSLO, OSLO_LATER]) == {"new": 1, "changed": 1}
    assert book.rows("SELECT document_id, replaced_by FROM store.document_versions") == [
        (OSLO.document_id, OSLO_LATER.document_id)
    ]
    assert counts(book, [OSLO, OSLO_LATER]) == {"unchanged": 2}


def test_a_source_that_becomes_a_copy_gives_up_its_document(book: Book) -> None:
    assert counts(book, [document(OSLO.text, "vilnius.txt")]) == {"duplicate": 1}
    assert book.rows("SELECT source_name FROM documents") == [("oslo.txt",)]
    assert book.rows("SELECT document_id, replaced_by FROM store.document_versions") == [
        (VILNIUS.document_id, OSLO.document_id)
    ]


def test_an_entity_goes_when_nothing_names_it_and_stays_while_something_does(book: Book) -> None:
    assert names(book) == ["Oslo", "Riga", "Vilnius"]
    book.run([document("Riga waits.", "vilnius.txt")])
    assert names(book) == ["Oslo", "Riga"]


def test_another_extractor_version_replaces_what_was_found(book: Book) -> None:
    book.version, book.records = "test-2", [record(OSLO, "send medics")]
    assert counts(book, [OSLO]) == {"unchanged": 1}
    assert actions(book) == ["host talks", "send medics"]
    versions = book.rows(
        "SELECT source_name, extractor_version, extracted_by FROM document_details ORDER BY 1"
    )
    assert versions == [("oslo.txt", "test-2", "run-2"), ("vilnius.txt", "test-1", "run-1")]


def test_a_document_whose_extraction_failed_keeps_its_text_and_is_tried_again(tmp_path: Path) -> None:
    book = Book(tmp_path, records=[record(OSLO, "send medics")])
    crash = refusal("oslo.txt", stage="extract", reason="extractor_failed", detail="it broke")
    summary = book.run([OSLO, VILNIUS], [crash], failing=["oslo.txt"])
    assert (summary.new, summary.quarantined) == (1, 1)
    assert book.rows("SELECT count(*) FROM documents") == [(2,)]
    assert book.rows("SELECT reason, detail FROM quarantine") == [("extractor_failed", "it broke")]
    assert counts(book, [OSLO, VILNIUS]) == {"unchanged": 2}
    assert actions(book) == ["send medics"]


def test_a_failed_second_extraction_leaves_the_first(book: Book) -> None:
    crash = refusal("oslo.txt", stage="extract", reason="timeout", detail="too slow")
    assert book.run([OSLO], [crash], failing=["oslo.txt"], full=True).quarantined == 1
    assert "send medics to Riga" in actions(book)


def test_a_record_set_aside_does_not_set_its_document_aside(tmp_path: Path) -> None:
    book = Book(tmp_path, records=[record(OSLO, "send medics")])
    summary = book.run([OSLO], [refusal("oslo.txt", stage="validate", reason="invalid_record")])
    assert (summary.new, summary.quarantined, summary.commitments) == (1, 0, 1)
    assert book.rows("SELECT reason FROM quarantine") == [("invalid_record",)]


def test_a_document_that_no_step_accounts_for_is_refused(book: Book) -> None:
    before = content(book)
    with pytest.raises(StagingError, match=r"copy-2\.txt"):
        book.run([document("Copenhagen will pay.", "copy-2.txt")], failing=["copy-2.txt"])
    publish(book.build, book.published)
    assert content(book) == before


def test_a_failed_check_rolls_everything_back(book: Book) -> None:
    before = content(book)
    off = record(OSLO_LATER, "send tents").model_copy(update={"action": "send cakes"})
    book.records = [off]
    with pytest.raises(CheckFailed, match="evidence_records"):
        book.run([OSLO_LATER])
    publish(book.build, book.published)
    assert content(book) == before


def test_a_broken_part_rolls_everything_back(book: Book) -> None:
    before = content(book)
    staging = book.stage([OSLO_LATER])
    made = plan(book.build, staging, VERSION)
    (staging.folder / "extractions-000000.parquet").write_bytes(b"PAR1 no more")
    with pytest.raises(StagingError):
        load(book.build, staging, made, Run("run-2", START, VERSION))
    publish(book.build, book.published)
    assert content(book) == before


def test_the_same_run_loads_once(book: Book) -> None:
    staging = book.stage([OSLO_LATER])
    made = plan(book.build, staging, VERSION)
    book.extract(staging, made)
    run = Run("run-2", START, VERSION)
    first = load(book.build, staging, made, run)
    assert load(book.build, staging, made, run) == first
    publish(book.build, book.published)
    assert book.rows("SELECT count(*) FROM runs") == [(2,)]


def test_a_plan_made_before_another_load_is_refused(book: Book) -> None:
    staging = book.stage([OSLO_LATER])
    stale = plan(book.build, staging, VERSION)
    book.run([OSLO])
    with pytest.raises(PlanOutdated):
        load(book.build, staging, stale, Run("late", START, VERSION))


def test_a_run_without_inputs_is_recorded(book: Book) -> None:
    assert counts(book, []) == {}
    assert book.rows("SELECT count(*) FROM runs") == [(2,)]


def test_a_file_that_is_no_database_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "book.build.duckdb").write_text("not a database, but long enough to have a header" * 50)
    with pytest.raises(WarehouseError, match="can't be opened"):
        migrate(tmp_path / "book.build.duckdb")


def content(book: Book) -> dict[str, list[str]]:
    """Every row of every table but those that log the runs, without run ids."""
    rows = "SELECT COLUMNS(lambda column_name: column_name <> 'run_id') FROM store."
    return {name: sorted(map(repr, book.rows(rows + name))) for name in LASTING}


SOME_WORDS = st.sampled_from(["Oslo", "Riga", "sends", "café", "two 😀", "Paris"])
WORDS = st.lists(SOME_WORDS, min_size=1, max_size=5)


@settings(max_examples=5, deadline=None)
@given(texts=st.lists(WORDS.map(" ".join), min_size=1, max_size=5, unique=True), data=st.data())
def test_order_and_batching_make_no_difference(texts: list[str], data: st.DataObject) -> None:
    documents = [document(text, f"{number}.txt") for number, text in enumerate(texts)]
    records = [record(each, each.text) for each in documents]
    shuffled = data.draw(st.permutations(documents))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(shuffled)), max_size=2)))
    bounds = [0, *cuts, len(shuffled)]
    with tempfile.TemporaryDirectory() as folder:
        together = Book(Path(folder) / "together", records=records)
        apart = Book(Path(folder) / "apart", records=records)
        together.run(documents)
        for start, end in pairwise(bounds):
            apart.run(shuffled[start:end])
        assert content(apart) == content(together)
        assert all(check.passed for check in run_checks(apart.build))


def test_a_file_held_by_another_process_is_busy(book: Book, tmp_path: Path) -> None:
    holder = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print(1, flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(book.build)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(WarehouseBusy, match="held by another process"):
            migrate(book.build)
        with pytest.raises(WarehouseBusy):
            publish(book.build, book.published)
        other.kill()


def test_the_file_may_be_moved_with_its_views(book: Book, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere.duckdb"
    book.published.rename(moved)
    with duckdb.connect(str(moved), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM commitments").fetchone() == (2,)
