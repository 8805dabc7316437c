"""`pledgebook report`: where it writes, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from flows.cli import app
from tests.warehouse.book import document, one_book, record
from warehouse import migrate


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of one commitment that is in no ledger line yet."""
    source = document("Norway will send tanks.")
    return one_book(tmp_path_factory.mktemp("book"), [source], record(source, "send tanks")).published


def report(warehouse: Path, out: Path) -> Result:
    """Call the command."""
    return CliRunner().invoke(app, ["report", "--warehouse", str(warehouse), "--out", str(out)])


def test_it_ends_with_the_address_of_the_first_page(warehouse: Path, tmp_path: Path) -> None:
    result = report(warehouse, tmp_path / "pages")
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[-1] == f"report:    {tmp_path / 'pages' / 'index.html'}"
    assert (tmp_path / "pages" / "index.html").is_file()


def test_a_record_in_no_line_is_found_in_its_document(warehouse: Path, tmp_path: Path) -> None:
    report(warehouse, tmp_path / "pages")
    (page,) = (tmp_path / "pages" / "documents").glob("doc_*.html")
    assert "send tanks" in page.read_text(encoding="utf-8")


def test_a_folder_of_other_files_is_refused(warehouse: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    result = report(warehouse, tmp_path)
    assert (result.exit_code, "holds other files" in result.output) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_without_a_warehouse_it_says_how_to_get_one(tmp_path: Path) -> None:
    result = report(tmp_path / "none.duckdb", tmp_path / "pages")
    assert (result.exit_code, "pledgebook run" in result.output) == (1, True)


def test_a_warehouse_of_an_older_schema_is_named_as_such_and_the_report_stays(
    warehouse: Path, tmp_path: Path
) -> None:
    out = tmp_path / "pages"
    report(warehouse, out)
    before = (out / "index.html").read_bytes()
    old = tmp_path / "old.duckdb"
    migrate(old, up_to=1)
    result = report(old, out)
    assert result.exit_code == 1
    assert "another version" in result.output
    assert "pledgebook run" in result.output
    assert "SELECT" not in result.output
    assert (out / "index.html").read_bytes() == before
