"""What each staged document is to the warehouse."""

from __future__ import annotations

from pathlib import Path

import pytest

from models import Document
from tests.warehouse.book import Book, document
from warehouse import Batch, Plan, StagingArea, WarehouseMissing, plan, shared_out

OSLO = document("Oslo will send medics.", "oslo.txt")
OSLO_LATER = document("Oslo will send medics and tents.", "oslo.txt")
OSLO_DATED = document("Oslo will send medics.", "oslo.txt", published_on="2024-05-01")
RIGA = document("Riga will host talks.", "riga.txt")
COPY = document("Oslo will send medics.", "second.txt")


def planned(book: Book, documents: list[Document], version: str = "test-1", full: bool = False) -> Plan:
    book.open()
    return plan(book.build, book.stage(documents), version, full)


def outcomes(made: Plan) -> list[tuple[str, bool]]:
    return [(each.outcome, each.extract) for each in made.documents]


def test_a_first_run_is_all_new(tmp_path: Path) -> None:
    made = planned(Book(tmp_path), [OSLO, RIGA])
    assert outcomes(made) == [("new", True), ("new", True)]
    assert made.n_to_extract == made.count("new") == 2


def test_the_same_document_is_unchanged(tmp_path: Path) -> None:
    book = Book(tmp_path)
    book.run([OSLO])
    assert outcomes(planned(book, [OSLO])) == [("unchanged", False)]


def test_an_unchanged_document_is_extracted_again_by_another_version_or_on_demand(tmp_path: Path) -> None:
    book = Book(tmp_path)
    book.run([OSLO])
    assert outcomes(planned(book, [OSLO], version="test-2")) == [("unchanged", True)]
    assert outcomes(planned(book, [OSLO], full=True)) == [("unchanged", True)]


@pytest.mark.parametrize("later", [OSLO_LATER, OSLO_DATED], ids=["text", "metadata"])
def test_other_text_or_metadata_under_the_same_uri_is_a_change(tmp_path: Path, later: Document) -> None:
    book = Book(tmp_path)
    book.run([OSLO])
    assert outcomes(planned(book, [later])) == [("changed", True)]


def test_the_first_to_hold_a_text_keeps_it(tmp_path: Path) -> None:
    book = Book(tmp_path)
    made = planned(book, [OSLO, COPY])
    assert outcomes(made) == [("new", True), ("duplicate", False)]
    assert made.documents[1].held_by == OSLO.document_id
    book.run([OSLO])
    assert outcomes(planned(book, [COPY, OSLO])) == [("duplicate", False), ("unchanged", False)]


def test_a_text_that_its_holder_gave_up_is_free(tmp_path: Path) -> None:
    book = Book(tmp_path)
    book.run([OSLO])
    assert outcomes(planned(book, [OSLO_LATER, COPY])) == [("changed", True), ("new", True)]


def test_two_sources_may_swap_their_texts(tmp_path: Path) -> None:
    book = Book(tmp_path)
    book.run([OSLO, RIGA])
    swapped = [document(RIGA.text, "oslo.txt"), document(OSLO.text, "riga.txt")]
    assert outcomes(planned(book, swapped)) == [("changed", True), ("changed", True)]


def test_an_input_given_twice_counts_once(tmp_path: Path) -> None:
    made = planned(Book(tmp_path), [OSLO, RIGA, OSLO])
    assert outcomes(made) == [("new", True), ("new", True), ("duplicate", False)]


def test_of_two_versions_in_one_run_the_last_counts_and_stays(tmp_path: Path) -> None:
    book = Book(tmp_path)
    assert outcomes(planned(book, [OSLO, OSLO_LATER])) == [("new", False), ("changed", True)]
    book.run([OSLO, OSLO_LATER])
    assert outcomes(planned(book, [OSLO, OSLO_LATER])) == [("unchanged", False), ("unchanged", False)]
    assert outcomes(planned(book, [OSLO])) == [("changed", True)]


def test_batches_name_the_part_and_the_documents_that_need_extraction(tmp_path: Path) -> None:
    book = Book(tmp_path)
    book.run([OSLO])
    batches = planned(book, [OSLO, RIGA, COPY, OSLO_LATER]).batches()
    assert [(batch.part.name, batch.document_ids) for batch in batches] == [
        ("documents-000000.parquet", (RIGA.document_id,)),
        ("documents-000001.parquet", (COPY.document_id, OSLO_LATER.document_id)),
    ]
    assert [batch.number for batch in batches] == [0, 1]


@pytest.mark.parametrize("sizes", [[], [1], [2], [3], [40, 1, 40], [1] * 30, [200, 200, 7]])
def test_the_last_documents_are_shared_out_in_small_batches(sizes: list[int]) -> None:
    whole = [
        Batch(number, Path(f"{number}.parquet"), tuple(f"doc-{number}-{place}" for place in range(size)))
        for number, size in enumerate(sizes)
    ]
    cut = shared_out(whole)
    assert [batch.number for batch in cut] == list(range(len(cut)))
    assert [(batch.part, each) for batch in cut for each in batch.document_ids] == [
        (batch.part, each) for batch in whole for each in batch.document_ids
    ]
    assert all(len(batch.document_ids) > 1 for batch in cut if sizes[int(batch.part.stem)] > 1)
    left = sum(sizes)
    for batch in cut:
        assert len(batch.document_ids) <= max(2, left / 8) + 1
        left -= len(batch.document_ids)


def test_the_plan_is_kept_beside_the_parts(tmp_path: Path) -> None:
    book = Book(tmp_path)
    book.run([OSLO])
    made = planned(book, [RIGA, COPY])
    assert StagingArea(made.folder).read_plan() == made
    assert made.based_on == "run-1"


def test_a_book_that_was_never_opened_is_missing(tmp_path: Path) -> None:
    book = Book(tmp_path)
    with pytest.raises(WarehouseMissing):
        plan(book.build, book.stage([OSLO]), "test-1")
