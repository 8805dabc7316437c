"""`pledgebook run`: exit codes, what a second run changes, trouble with documents and with other runs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from typer.testing import CliRunner, Result

from flows.cli import app
from flows.lock import sole_writer
from tests.conftest import rows_of
from warehouse import build_file, query

pytestmark = pytest.mark.usefixtures("simple_extractor")


def run(*arguments: object) -> Result:
    """`pledgebook run --direct` with these arguments, in this process."""
    return CliRunner().invoke(app, ["run", "--direct", *map(str, arguments)])


@pytest.mark.parametrize(
    "arguments",
    [["run", "--workers", "0"], ["run", "--workers", "many"], ["run", "--swiftly"], ["publish"], []],
)
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    assert CliRunner().invoke(app, arguments).exit_code == 2


def test_a_folder_as_warehouse_is_wrong_usage(tmp_path: Path) -> None:
    assert run("--warehouse", tmp_path).exit_code == 2


def test_documents_are_loaded_and_shown(inputs: Path, book: Path) -> None:
    result = run(inputs, "--warehouse", book)
    assert result.exit_code == 0
    assert "3 new, 0 unchanged, 0 changed, 0 duplicate, 0 quarantined" in result.stdout
    assert "3 mentions, 1 entities, 3 commitments" in result.stdout
    assert "Alpha" in result.stdout
    assert query(book, "SELECT action FROM commitments ORDER BY source_name").rows == (
        ("Alpha",), ("Beta",), ("Gamma",),
    )  # fmt: skip


def test_a_second_run_changes_no_row(inputs: Path, book: Path) -> None:
    run(inputs, "--warehouse", book)
    before = rows_of(book)
    result = run(inputs, "--warehouse", book)
    assert result.exit_code == 0
    assert "0 new, 3 unchanged" in result.stdout
    assert rows_of(book) == before
    assert query(book, "SELECT count(*) FROM runs").rows == ((2,),)


def test_a_changed_document_replaces_its_rows(inputs: Path, book: Path) -> None:
    run(inputs, "--warehouse", book)
    (inputs / "b.txt").write_text("Delta will act.")
    result = run(inputs, "--warehouse", book)
    assert "0 new, 2 unchanged, 1 changed" in result.stdout
    actions = query(book, "SELECT action FROM commitments ORDER BY action").rows
    assert actions == (("Alpha",), ("Delta",), ("Gamma",))


def test_verdicts_whose_words_have_changed_are_told_once(inputs: Path, book: Path, tmp_path: Path) -> None:
    run(inputs, "--warehouse", book)
    ids = query(book, "SELECT commitment_id FROM commitments").rows
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("commitment_id,verdict\n" + "".join(f"{each},accept\n" for (each,) in ids))
    importing = ["review", "import", str(sheet), "--by", "ana", "--warehouse", str(book)]
    assert CliRunner().invoke(app, importing).exit_code == 0
    (inputs / "a.txt").write_text("Delta will act.")
    assert "1 verdict no longer applies (see the view reviews)" in run(inputs, "--warehouse", book).stdout
    (inputs / "b.txt").write_text("Delta will wait.")
    (inputs / "c.txt").write_text("Delta will vote.")
    assert "2 verdicts no longer apply (see the view reviews)" in run(inputs, "--warehouse", book).stdout
    assert "no longer" not in run(inputs, "--warehouse", book).stdout


def test_full_extracts_unchanged_documents_again(inputs: Path, book: Path) -> None:
    run(inputs, "--warehouse", book)
    before = rows_of(book)
    result = run(inputs, "--warehouse", book, "--full")
    assert "0 new, 3 unchanged" in result.stdout
    assert "Alpha" in result.stdout  # the table shows what this run extracted
    assert rows_of(book) == before


def test_the_number_of_workers_changes_no_row(
    inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLEDGEBOOK_PART_DOCUMENTS", "1")
    books = [tmp_path / f"{workers}" / "book.duckdb" for workers in (1, 3)]
    for workers, book in zip((1, 3), books, strict=True):
        assert run(inputs, "--warehouse", book, "--workers", workers).exit_code == 0
    assert rows_of(books[0]) == rows_of(books[1])


def test_bad_inputs_are_named_and_the_rest_loads(inputs: Path, book: Path) -> None:
    (inputs / "empty.txt").write_text("")
    (inputs / "lines.jsonl").write_text('{"id": "one", "text": "Epsilon will act."}\n{"id": "two", "te\n')
    result = run(inputs, inputs / "nowhere.txt", "--warehouse", book)
    assert result.exit_code == 3
    assert "4 new, 0 unchanged, 0 changed, 0 duplicate, 3 quarantined" in result.stdout
    refused = dict(query(book, "SELECT reason, detail FROM quarantine").rows)
    assert refused.keys() == {"empty", "broken_json", "unreadable"}
    assert "lines.jsonl" in refused["broken_json"] and "2" in refused["broken_json"]
    assert "nowhere.txt" in refused["unreadable"]


def test_nothing_but_bad_input_is_exit_code_1(tmp_path: Path, book: Path) -> None:
    result = run(tmp_path / "nowhere.txt", "--warehouse", book)
    assert result.exit_code == 1
    assert "nowhere.txt" in result.stdout
    assert query(book, "SELECT reason FROM quarantine").rows == (("unreadable",),)


def test_no_input_at_all_is_exit_code_1(tmp_path: Path, book: Path) -> None:
    (tmp_path / "nothing").mkdir()
    assert run(tmp_path / "nothing", "--warehouse", book).exit_code == 1


def test_a_document_that_crashes_its_worker_is_set_aside_and_tried_again(
    inputs: Path, book: Path, simple_extractor: Callable[[str], None]
) -> None:
    (inputs / "poison.txt").write_text("CRASH here.")
    simple_extractor("Poisoned")
    result = run(inputs, "--warehouse", book)
    assert result.exit_code == 3
    assert "3 new, 0 unchanged, 0 changed, 0 duplicate, 1 quarantined" in result.stdout
    assert query(book, "SELECT source_name, stage, reason FROM quarantine").rows == (
        ("poison.txt", "extract", "extractor_failed"),
    )
    simple_extractor("FirstWords")
    assert run(inputs, "--warehouse", book).exit_code == 0
    assert len(query(book, "SELECT * FROM commitments").rows) == 4


def test_an_extractor_that_cannot_load_leaves_the_book_as_it_was(
    inputs: Path, book: Path, simple_extractor: Callable[[str], None]
) -> None:
    run(inputs, "--warehouse", book)
    before = rows_of(book)
    (inputs / "d.txt").write_text("Delta will act.")
    simple_extractor("Unloadable")
    result = run(inputs, "--warehouse", book)
    assert result.exit_code == 1
    assert (
        result.stderr.splitlines()[-1] == "pledgebook: the extractor can't be loaded: OSError: no such model"
    )
    assert rows_of(book) == before


def test_a_warehouse_that_is_being_written_is_left_alone(inputs: Path, book: Path) -> None:
    with sole_writer(book, "run_other"):
        result = run(inputs, "--warehouse", book)
    assert result.exit_code == 1
    assert f"run_other (process {os.getpid()} on " in result.stderr
    assert not book.exists()


def test_words_of_a_document_do_not_steer_the_terminal(inputs: Path, book: Path) -> None:
    (inputs / "\x1b[31mred.txt").write_text("\x1b[2J")
    (inputs / "bidi.txt").write_text("\u202ereversed\u202c will act.")
    result = run(inputs, "--warehouse", book)
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output
    assert "[31mred.txt" in result.stdout


@pytest.mark.parametrize("lost", ["removed", "overwritten"])
def test_a_lost_build_file_is_made_from_the_published_one(inputs: Path, book: Path, lost: str) -> None:
    run(inputs, "--warehouse", book)
    before = rows_of(book)
    if lost == "removed":
        build_file(book).unlink()
    else:
        build_file(book).write_bytes(b"not a database " * 1000)
    result = run(inputs, "--warehouse", book)
    assert "0 new, 3 unchanged" in result.stdout
    assert rows_of(book) == before


@pytest.mark.parametrize("step", ["ingest", "plan", "extract", "validate", "load", "link", "check"])
def test_a_run_that_is_killed_loses_nothing_and_doubles_nothing(inputs: Path, book: Path, step: str) -> None:
    run(inputs, "--warehouse", book)
    before = rows_of(book)
    (inputs / "d.txt").write_text("Delta will act.")
    _kill_after(step, inputs, book)
    after = rows_of(book)
    assert all(row in after[view] for view in before for row in before[view])
    assert run(inputs, "--warehouse", book).exit_code == 0
    assert {view: len(rows) for view, rows in rows_of(book).items()} == {
        "documents": 4, "mentions": 4, "entities": 1, "commitments": 4, "requests": 0, "fulfilments": 0,
    }  # fmt: skip
    assert CliRunner().invoke(app, ["check", "--warehouse", str(book)]).exit_code == 0


@pytest.mark.parametrize("closed_by", ["exec 2>&-", "exec 2> >(exec true); sleep 0.2"])
def test_a_run_goes_on_where_nobody_reads_what_it_says(inputs: Path, book: Path, closed_by: str) -> None:
    program = f"{closed_by}; exec {sys.executable} -c 'from flows.cli import main; main()' \"$@\""
    command = ["bash", "-c", program, "bash", "run", "--direct", str(inputs), "--warehouse", str(book)]
    assert subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0
    assert len(rows_of(book)["documents"]) == 3


def _kill_after(step: str, inputs: Path, book: Path) -> None:
    """Start a run in a process of its own and kill it as soon as it tells that ``step`` is over."""
    arguments = ["run", "--direct", str(inputs), "--warehouse", str(book)]
    command = [sys.executable, "-c", "from flows.cli import main; main()", *arguments]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if line.startswith(step):
                process.send_signal(signal.SIGKILL)
                break
        process.communicate()
    assert process.returncode == -signal.SIGKILL


def test_a_pattern_names_its_files(inputs: Path, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (inputs / "note.md").write_text("Delta will act.")
    monkeypatch.chdir(inputs.parent)
    assert run("inputs/**/[bc].txt", "--warehouse", book).exit_code == 0
    assert query(book, "SELECT source_name FROM documents ORDER BY 1").rows == (("b.txt",), ("c.txt",))


def test_what_is_piped_in_takes_no_other_place(book: Path) -> None:
    for text in ("Alpha will act.", "Beta will act.", "Alpha will act."):
        arguments = ["run", "--direct", "-", "--warehouse", str(book)]
        assert CliRunner().invoke(app, arguments, input=text).exit_code == 0
    assert query(book, "SELECT text FROM documents ORDER BY 1").rows == (
        ("Alpha will act.",),
        ("Beta will act.",),
    )
    assert query(book, "SELECT unchanged FROM runs ORDER BY started_at").rows == ((0,), (0,), (1,))


def test_a_web_address_is_fetched_and_its_later_version_takes_its_place(tmp_path: Path, book: Path) -> None:
    page = tmp_path / "site" / "note.txt"
    page.parent.mkdir()
    with serving(page.parent) as site:
        for text in ("Alpha will act.", "Beta will act."):
            page.write_text(text)
            assert run(f"{site}/note.txt", "--warehouse", book).exit_code == 0
        assert run(f"{site}/nowhere.txt", "--warehouse", book).exit_code == 1
    assert query(book, "SELECT uri, text FROM documents").rows == ((f"{site}/note.txt", "Beta will act."),)
    assert query(book, "SELECT text FROM store.document_versions").rows == (("Alpha will act.",),)
    ((reason, detail),) = query(book, "SELECT reason, detail FROM quarantine").rows
    assert (reason, "404" in detail) == ("unreadable", True)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A web server of this machine that serves a folder; gives its address."""
    handler = partial(SilentHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


class SilentHandler(SimpleHTTPRequestHandler):
    """Serves files without a word on standard error."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def test_a_build_file_that_was_cut_short_is_put_aside_and_made_anew(inputs: Path, book: Path) -> None:
    run(inputs, "--warehouse", book)
    (inputs / "d.txt").write_text("Delta will act.")
    os.truncate(build_file(book), build_file(book).stat().st_size // 2)
    first, second = (run(inputs, "--warehouse", book) for _ in range(2))
    assert first.exit_code == 0 or "is broken" in first.stderr
    assert second.exit_code == 0
    assert len(rows_of(book)["commitments"]) == 4
    assert list(book.parent.glob("*.broken-*"))
