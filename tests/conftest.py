"""What many tests need: a folder of documents, and a book that is read back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from warehouse import query

# How long an example takes says nothing about the code on a machine that others use too.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

Rows = dict[str, list[tuple[object, ...]]]

BOOK_VIEWS = ("documents", "mentions", "entities", "commitments", "requests", "fulfilments")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Where a test's warehouse is to be."""
    return tmp_path / "book" / "pledgebook.duckdb"


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """A folder of three documents."""
    folder = tmp_path / "inputs"
    folder.mkdir()
    for name, text in {"a": "Alpha will act.", "b": "Beta will act.", "c": "Gamma will act."}.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


@pytest.fixture
def simple_extractor(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Choose an extractor of tests/flows/extractors.py by its name, for speed or for trouble."""

    def choose(name: str) -> None:
        monkeypatch.setenv("PLEDGEBOOK_EXTRACTOR", f"tests.flows.extractors:{name}")

    choose("FirstWords")
    return choose


def rows_of(book: Path) -> Rows:
    """Every row of the book that a run may change, sorted."""
    return {view: sorted(query(book, f"SELECT * FROM {view}").rows, key=str) for view in BOOK_VIEWS}
