"""`pledgebook sql` and `pledgebook check`."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from flows.cli import app

QUERY = "SELECT source_name, promisors, certainty FROM commitments ORDER BY source_name"


@pytest.fixture
def built(inputs: Path, book: Path, simple_extractor: object) -> Path:
    """A published book of three documents."""
    assert CliRunner().invoke(app, ["run", "--direct", str(inputs), "--warehouse", str(book)]).exit_code == 0
    return book


def sql(book: Path, query: str, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["sql", query, "--warehouse", str(book), *arguments])


def test_a_table_for_people(built: Path) -> None:
    printed = sql(built, QUERY).stdout
    assert [line.split() for line in printed.splitlines() if "a.txt" in line] == [
        ["│", "a.txt", "│", "Norway", "│", "certain", "│"]
    ]


def test_csv_for_programs(built: Path) -> None:
    rows = list(csv.reader(io.StringIO(sql(built, QUERY, "--format", "csv").stdout)))
    assert rows[0] == ["source_name", "promisors", "certainty"]
    assert rows[1] == ["a.txt", '["Norway"]', "certain"]


def test_csv_of_many_rows_holds_lists_as_json_in_rows_that_have_any(built: Path) -> None:
    query = (
        "SELECT n, CASE WHEN n % 700 = 3 THEN [n, NULL] END AS some, NULL AS never, n = 4 AS four,"
        " {'é': DATE '2031-02-03'} AS fields FROM range(2100) AS t(n)"
    )
    lines = sql(built, query, "--format", "csv").stdout.splitlines()
    assert lines[0] == "n,some,never,four,fields"
    assert lines[1:] == [
        f"{n},{f'"[{n}, null]"' if n % 700 == 3 else ''},,{n == 4}," + '"{""é"": ""2031-02-03""}"'
        for n in range(2100)
    ]


def test_json_for_programs(built: Path) -> None:
    rows = json.loads(sql(built, QUERY, "--format", "json").stdout)
    assert rows[0] == {"source_name": "a.txt", "promisors": ["Norway"], "certainty": "certain"}
    assert len(rows) == 3


@pytest.mark.parametrize(
    "query",
    ["DELETE FROM store.documents", "SELECT * FROM read_csv('/etc/passwd')", "SELECT 1; SELECT 2", "SELEC 1"],
)
def test_what_is_not_one_reading_query_is_refused_on_one_line(built: Path, query: str) -> None:
    result = sql(built, query)
    assert result.exit_code == 1
    assert result.stderr.startswith("pledgebook: ")
    assert "Traceback" not in result.stderr


def test_an_unknown_format_is_wrong_usage(built: Path) -> None:
    assert sql(built, QUERY, "--format", "xml").exit_code == 2


@pytest.mark.parametrize("command", [["sql", "SELECT 1"], ["check"]])
def test_without_a_warehouse_the_user_is_told_how_to_get_one(command: list[str], tmp_path: Path) -> None:
    result = CliRunner().invoke(app, [*command, "--warehouse", str(tmp_path / "none.duckdb")])
    assert result.exit_code == 1
    assert "pledgebook run" in result.stderr


def test_check_names_every_check_and_passes_on_a_sound_book(built: Path) -> None:
    result = CliRunner().invoke(app, ["check", "--warehouse", str(built)])
    assert result.exit_code == 0
    assert {line.split()[-1] for line in result.stdout.splitlines()} == {"ok"}


def test_check_of_a_file_that_is_no_warehouse_fails_on_one_line(tmp_path: Path) -> None:
    broken = tmp_path / "broken.duckdb"
    broken.write_bytes(b"nothing of the kind" * 500)
    result = CliRunner().invoke(app, ["check", "--warehouse", str(broken)])
    assert result.exit_code == 1
    assert result.stderr == f"pledgebook: {broken} is no warehouse\n"


@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["sql", "SELECT 1"],
        ["run", "--direct"],
        ["export", "--out", "views"],
        ["review", "import", "table.csv"],
    ],
)
def test_a_file_of_another_kind_is_no_warehouse_and_stays_alone(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    table = tmp_path / "table.csv"
    table.write_text("a,b\n1,2\n")
    result = CliRunner().invoke(app, [*command, "--warehouse", str(table)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"pledgebook: {table} is no warehouse\n"
    assert list(tmp_path.iterdir()) == [table]


def test_a_query_loads_none_of_the_heavy_libraries(built: Path) -> None:
    code = (
        "import sys; from flows.cli import app\n"
        "try:\n    app(sys.argv[1:])\n"
        "finally:\n    print(sys.modules.keys() & {'spacy', 'prefect', 'pyarrow', 'pydantic'})"
    )
    command = [sys.executable, "-c", code, "sql", "SELECT 1", "--warehouse", str(built)]
    assert (
        subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1] == "set()"
    )
