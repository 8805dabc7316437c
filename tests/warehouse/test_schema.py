"""One contract, three dresses: pydantic fields, Parquet columns and table columns agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args, get_origin

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pydantic import BaseModel

from models import Block, CueHit, Document, Entity, Extraction, Mention, Quarantined, Record, RunSummary
from models.reading import Reading
from tests.warehouse.book import document, extraction, record, refusal
from warehouse import StagingArea, migrate
from warehouse.arrow import arrow_schema
from warehouse.paths import SQL_FOLDER
from warehouse.staging import document_schema, extraction_schema

# the table of each contract; what the table adds; what it keeps elsewhere
TABLES: dict[str, tuple[type[BaseModel], set[str], set[str]]] = {
    "documents": (Document, {"fingerprint", "run_id"}, {"blocks"}),
    "document_versions": (Document, {"fingerprint", "run_id", "replaced_by", "replaced_in"}, {"blocks"}),
    "blocks": (Block, {"document_id", "position"}, set()),
    "extractions": (Extraction, {"run_id"}, {"entities", "mentions", "records"}),
    "document_entities": (Entity, {"document_id"}, set()),
    "entities": (Entity, set(), set()),
    "mentions": (Mention, set(), set()),
    "records": (Record, set(), {"cues"}),
    "cues": (CueHit, {"record_id", "document_id", "position"}, set()),
    "quarantine": (Quarantined, {"run_id", "number"}, set()),
    "runs": (RunSummary, {"number"}, set()),
    "readings": (Reading, {"source_key"}, set()),
}
SQL_TYPES = {
    pa.string(): "VARCHAR",
    pa.int32(): "INTEGER",
    pa.float64(): "DOUBLE",
    pa.bool_(): "BOOLEAN",
    pa.date32(): "DATE",
    pa.timestamp("us"): "TIMESTAMP",
}


@pytest.fixture(scope="module")
def columns(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, tuple[str, bool, str | None]]]:
    """For each table and view its columns: type, whether NULL is allowed, comment."""
    file = tmp_path_factory.mktemp("schema") / "book.build.duckdb"
    migrate(file)
    with duckdb.connect(str(file), read_only=True) as connection:
        rows = connection.execute(
            "SELECT schema_name, table_name, column_name, data_type, is_nullable, comment"
            " FROM duckdb_columns() WHERE NOT internal"
        ).fetchall()
    found: dict[str, dict[str, tuple[str, bool, str | None]]] = {}
    for schema, table, column, *rest in rows:
        found.setdefault(f"{schema}.{table}", {})[column] = tuple(rest)
    return found


Columns = dict[str, dict[str, tuple[str, bool, str | None]]]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_fields_of_its_contract(columns: Columns, table: str) -> None:
    contract, added, elsewhere = TABLES[table]
    of_table = columns[f"store.{table}"]
    assert set(of_table) - added == set(contract.model_fields) - elsewhere
    for field in arrow_schema(contract):
        if field.name not in elsewhere:
            assert of_table[field.name][:2] == (sql_type(field.type), field.nullable), field.name


def sql_type(arrow: pa.DataType) -> str:
    if isinstance(arrow, pa.ListType):
        return sql_type(arrow.value_type) + "[]"
    return SQL_TYPES[arrow]


@pytest.mark.parametrize("table", TABLES)
def test_a_comment_names_every_allowed_value(columns: Columns, table: str) -> None:
    contract, _, _ = TABLES[table]
    for name, values in closed_sets(contract):
        comment = columns[f"store.{table}"][name][2] or ""
        assert [value for value in values if value not in comment] == [], name


def closed_sets(contract: type[BaseModel]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, info in contract.model_fields.items():
        for option in (info.annotation, *get_args(info.annotation)):
            if get_origin(option) is Literal:
                yield name, get_args(option)


def test_parquet_parts_have_the_schema_of_their_contract(tmp_path: Path) -> None:
    staging = StagingArea(tmp_path)
    oslo = document("Oslo will help.", "oslo.txt")
    parts = {
        staging.write_documents([oslo], 0): document_schema(),
        staging.write_extractions([extraction(oslo, record(oslo, "help"))], 0): extraction_schema(),
        staging.write_quarantine([refusal("a.txt")], "ingest", 0): arrow_schema(Quarantined),
    }
    for part, schema in parts.items():
        assert part is not None
        assert pq.read_schema(part).remove_metadata() == schema


def test_a_field_without_a_column_type_is_refused() -> None:
    class Odd(BaseModel):
        either: int | str

    with pytest.raises(TypeError, match="either"):
        arrow_schema(Odd)


def test_every_table_view_and_column_says_what_it_holds(tmp_path: Path) -> None:
    migrate(tmp_path / "book.build.duckdb")
    with duckdb.connect(str(tmp_path / "book.build.duckdb"), read_only=True) as connection:
        silent = connection.execute(
            "SELECT table_name FROM duckdb_tables() WHERE schema_name <> 'derived' AND comment IS NULL"
            " UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL"
            " UNION ALL SELECT table_name || '.' || column_name FROM duckdb_columns()"
            " WHERE NOT internal AND schema_name <> 'derived' AND comment IS NULL"
            " UNION ALL SELECT function_name FROM duckdb_functions()"
            " WHERE NOT internal AND function_type LIKE '%macro' AND comment IS NULL"
        ).fetchall()
    assert silent == []


CONTRACT = {
    "commitments": """
        commitment_id VARCHAR, document_id VARCHAR, source_name VARCHAR, published_on DATE, sentence VARCHAR,
        action VARCHAR, start_char INTEGER, end_char INTEGER, force VARCHAR, promisors VARCHAR[],
        beneficiaries VARCHAR[], polarity VARCHAR, certainty VARCHAR, category VARCHAR, amount DOUBLE,
        unit VARCHAR, due_text VARCHAR, due_start DATE, due_end DATE, condition VARCHAR, speaker VARCHAR,
        speaker_type VARCHAR, direct BOOLEAN, confidence DOUBLE, rule_id VARCHAR, ledger_id VARCHAR""",
    "documents": """
        document_id VARCHAR, source_name VARCHAR, uri VARCHAR, title VARCHAR, publisher VARCHAR,
        published_on DATE, language VARCHAR, text VARCHAR, sha256 VARCHAR, n_chars INTEGER""",
    "entities": "entity_id VARCHAR, name VARCHAR, kind VARCHAR, iso3 VARCHAR, wikidata_id VARCHAR",
    "mentions": """
        mention_id VARCHAR, document_id VARCHAR, entity_id VARCHAR, text VARCHAR, label VARCHAR,
        start_char INTEGER, end_char INTEGER""",
    "quarantine": """
        source_name VARCHAR, uri VARCHAR, stage VARCHAR, reason VARCHAR, detail VARCHAR, run_id VARCHAR""",
}
CONTRACT["requests"] = CONTRACT["commitments"] + ", requested_by VARCHAR[]"
CONTRACT["fulfilments"] = CONTRACT["commitments"]


@pytest.mark.parametrize("view", CONTRACT)
def test_the_views_that_readers_rely_on_keep_their_columns(columns: Columns, view: str) -> None:
    promised = [tuple(column.split()) for column in CONTRACT[view].split(",")]
    assert [(name, rest[0]) for name, rest in columns[f"main.{view}"].items()] == promised


def test_every_view_file_says_its_grain_first() -> None:
    for file in (SQL_FOLDER / "views").glob("*.sql"):
        assert file.read_text(encoding="utf-8").startswith("-- Grain: "), file.name
