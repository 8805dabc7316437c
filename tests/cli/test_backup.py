"""`pledgebook backup` and `pledgebook restore`."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from flows.cli import app
from flows.lock import sole_writer
from tests.conftest import rows_of
from warehouse import verdicts_file
from warehouse.paths import build_file


def command(*arguments: object) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)))


@pytest.fixture
def built(inputs: Path, book: Path, simple_extractor: object) -> Path:
    """A published book of three documents, with a journal."""
    assert command("run", "--direct", inputs, "--warehouse", book).exit_code == 0
    verdicts_file(build_file(book)).write_text("")
    return book


def backed_up(book: Path, into: Path) -> Path:
    """The folder of a new backup."""
    result = command("backup", "--warehouse", book, "--out", into)
    assert result.exit_code == 0
    return Path(result.stdout.strip())


def test_a_restored_book_holds_what_was_backed_up_and_can_be_built_on(
    built: Path, inputs: Path, tmp_path: Path
) -> None:
    before = rows_of(built)
    backup = backed_up(built, tmp_path / "backups")
    (inputs / "d.txt").write_text("Delta will act.")
    assert command("run", "--direct", inputs, "--warehouse", built).exit_code == 0
    later = rows_of(built)

    assert command("restore", backup, "--warehouse", built).exit_code == 0
    assert rows_of(built) == before
    again = command("run", "--direct", inputs, "--warehouse", built)
    assert "1 new, 3 unchanged" in again.stdout
    assert rows_of(built) == later


def test_what_is_replaced_is_kept(built: Path, inputs: Path, tmp_path: Path) -> None:
    backup = backed_up(built, tmp_path / "backups")
    (inputs / "d.txt").write_text("Delta will act.")
    command("run", "--direct", inputs, "--warehouse", built)
    later = rows_of(built)
    replaced = Path(command("restore", backup, "--warehouse", built).stdout.split()[-1])
    assert command("restore", replaced, "--warehouse", built).exit_code == 0
    assert rows_of(built) == later


def test_no_run_undoes_a_restore_that_was_cut_off(built: Path, inputs: Path, tmp_path: Path) -> None:
    before = rows_of(built)
    backup = backed_up(built, tmp_path / "backups")
    late = inputs / "d.txt"
    late.write_text("Delta will act.")
    command("run", "--direct", inputs, "--warehouse", built)
    journal = verdicts_file(build_file(built))
    in_the_way = journal.with_name(f".{journal.name}.restoring")
    in_the_way.mkdir()
    assert (
        command("restore", backup, "--warehouse", built).exit_code == 1
    )  # the book is back, the journal not
    in_the_way.rmdir()
    late.unlink()
    assert command("run", "--direct", inputs, "--warehouse", built).exit_code == 0
    assert rows_of(built) == before


def test_a_lost_book_comes_back(built: Path, tmp_path: Path) -> None:
    before = rows_of(built)
    backup = backed_up(built, tmp_path / "backups")
    built.unlink()
    build_file(built).unlink()
    assert command("restore", backup, "--warehouse", built).exit_code == 0
    assert rows_of(built) == before


@pytest.mark.parametrize("damage", ["flipped", "missing", "no manifest"])
def test_a_damaged_backup_replaces_nothing(built: Path, tmp_path: Path, damage: str) -> None:
    before = rows_of(built)
    backup = backed_up(built, tmp_path / "backups")
    copy = backup / built.name
    match damage:
        case "flipped":
            data = bytearray(copy.read_bytes())
            data[len(data) // 2] ^= 0xFF
            copy.write_bytes(data)
        case "missing":
            copy.unlink()
        case _:
            (backup / "manifest.json").unlink()
    result = command("restore", backup, "--warehouse", built)
    assert result.exit_code == 1
    assert str(backup) in result.stderr
    assert "Errno" not in result.stderr
    assert rows_of(built) == before


def test_nothing_is_restored_under_a_run(built: Path, tmp_path: Path) -> None:
    backup = backed_up(built, tmp_path / "backups")
    with sole_writer(built, "run_other"):
        result = command("restore", backup, "--warehouse", built)
    assert result.exit_code == 1
    assert "run_other" in result.stderr


def test_there_must_be_something_to_back_up(book: Path) -> None:
    result = command("backup", "--warehouse", book)
    assert result.exit_code == 1
    assert str(book) in result.stderr
