"""The example queries run, and the pages written from the database are up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.book import Book, document, one_book, record
from warehouse import query
from warehouse.documentation import ExampleQuery, example_queries, queries_markdown, schema_markdown

EXAMPLES = example_queries()
PLEDGE = document(
    "Oslo will send Ukraine ammunition worth 5 if Kyiv asks by May 2024.",
    "oslo.txt",
    published_on="2023-07-01",
)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """A book whose one pledge has every field that the queries ask for."""
    sent = record(
        PLEDGE,
        "send Ukraine ammunition worth 5",
        promisors=("United States",),
        beneficiaries=("Ukraine",),
        amount=5.0,
        unit="EUR",
        condition="if Kyiv asks",
        due_text="by May 2024",
        due_end="2024-05-31",
        speaker="an official",
        speaker_type="anonymous",
    )
    return one_book(tmp_path_factory.mktemp("book"), [PLEDGE], sent)


def test_there_are_enough_examples_each_with_its_own_question() -> None:
    assert len(EXAMPLES) >= 15
    assert len({example.question for example in EXAMPLES}) == len(EXAMPLES)
    assert all(example.question.endswith("?") for example in EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_runs(book: Book, example: ExampleQuery) -> None:
    assert query(book.published, example.sql).columns


@pytest.mark.parametrize(
    "name",
    ["01", "02", "03", "04", "05", "06", "07", "08", "11", "12", "16", "18", "19", "20"],
)
def test_an_example_finds_the_pledge(book: Book, name: str) -> None:
    (example,) = [each for each in EXAMPLES if each.name.startswith(name)]
    assert len(query(book.published, example.sql).rows) == 1


def test_the_page_of_queries_shows_question_statement_and_answer(book: Book) -> None:
    page = queries_markdown(book.published)
    assert "## What has been promised to Ukraine, and how firmly?\n\n```sql\nSELECT" in page
    assert (
        "| United States | send Ukraine ammunition worth 5 | pledge | certain | other | 2023-07-01 |" in page
    )


def test_the_page_of_the_schema_is_up_to_date() -> None:
    page = (Path(__file__).parents[2] / "docs" / "schema.md").read_text(encoding="utf-8")
    assert page == schema_markdown()


def test_the_page_of_queries_asks_the_questions_of_today() -> None:
    page = (Path(__file__).parents[2] / "docs" / "queries.md").read_text(encoding="utf-8")
    asked = [f"## {example.question}\n\n```sql\n{example.sql.strip()}\n```\n" for example in EXAMPLES]
    assert [question for question in asked if question not in page] == []
    assert page.count("\n## ") == len(EXAMPLES)
