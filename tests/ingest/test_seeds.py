"""The project's own documents: all of them load, and their expected records stand in them word for word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flows.ingest import read_inputs
from models import Document
from models.vocabulary import CATEGORIES, CERTAINTIES, FORCES

ROOT = Path(__file__).parents[2]
EXPECTED = [
    json.loads(line) for line in (ROOT / "tests/expected/seeds.jsonl").read_text("utf-8").splitlines()
]


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    found = list(read_inputs([ROOT / "seeds"]))
    assert [item for item in found if not isinstance(item, Document)] == []
    return {item.source_name: item for item in found if isinstance(item, Document)}


def test_every_seed_document_is_dated_and_has_a_genre(documents: dict[str, Document]) -> None:
    assert [name for name, document in documents.items() if not document.published_on] == []
    assert {document.genre for document in documents.values()} == {
        "news", "communique", "treaty", "readout", "speech", "fact_sheet",
    }  # fmt: skip


def test_every_seed_document_but_the_article_has_expectations(documents: dict[str, Document]) -> None:
    assert {record["doc"] for record in EXPECTED} == set(documents) - {"000_2ceb528c8538ea49.txt"}


@pytest.mark.parametrize("record", [record for record in EXPECTED if not record.get("empty")])
def test_expected_records_are_verbatim(documents: dict[str, Document], record: dict[str, str]) -> None:
    document = documents[record["doc"]]
    assert record["sentence"] in document.text
    assert record["action"] in record["sentence"]
    start = document.text.index(record["sentence"])
    inside = [
        block
        for block in document.blocks
        if block.start_char <= start and start + len(record["sentence"]) <= block.end_char
    ]
    assert [block.kind in ("prose", "list_item") for block in inside] == [True]


@pytest.mark.parametrize("record", [record for record in EXPECTED if not record.get("empty")])
def test_expected_values_are_of_the_codebook(record: dict[str, str]) -> None:
    for field, allowed in (("force", FORCES), ("category", CATEGORIES), ("certainty", CERTAINTIES)):
        assert set(record[field].split("|")) <= set(allowed)
