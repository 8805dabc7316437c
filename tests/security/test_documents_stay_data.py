"""A run of documents that would rather be SQL, a command, a path or an escape sequence: they stay words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.alerts import Alerts, tell_matches
from flows.cli import app
from flows.settings import Settings
from flows.steps import new_job, run_steps
from warehouse import query

HOSTILE = (
    "'; DROP TABLE store.documents; --",
    "$(touch {canary}) `touch {canary}` ; touch {canary} | touch {canary}",
    "../../../../{canary}",
    "\x1b]0;title\x07\x1b[2J\x9b31m",
    "{{7*7}} %s %(name)s ${{jndi:ldap://127.0.0.1/x}}",
    "=HYPERLINK(\"http://127.0.0.1/\"; \"look\")",
    "<script>fetch('http://127.0.0.1/')</script>",
)  # fmt: skip

# Refuses every connection and every program; whatever asks for one anyway is printed and ends the run.
GUARD = """
import sys

def refuse(event, arguments):
    wanted = event in ("socket.connect", "socket.getaddrinfo", "os.system", "os.exec")
    if wanted and not (arguments and getattr(arguments[0], "family", None) == 1):
        print("REFUSED", event, arguments, flush=True)
        raise PermissionError(event)

sys.addaudithook(refuse)
"""


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A file that only an executed document would make."""
    return tmp_path / "canary"


@pytest.fixture
def hostile_inputs(tmp_path: Path, canary: Path) -> Path:
    """A file of documents whose text and every metadatum is hostile."""
    file = tmp_path / "hostile.jsonl"
    lines = []
    for number, words in enumerate(HOSTILE):
        words = words.replace("{canary}", str(canary))
        line = {
            "id": f"{number} {words}",
            "text": f"Word{number} {words}",
            "title": words,
            "publisher": words,
        }
        lines.append(json.dumps(line | {"url": f"https://example.org/{number}?{words}"}))
    file.write_text("\n".join(lines))
    return file


@pytest.fixture
def hostile_book(hostile_inputs: Path, book: Path, simple_extractor: object) -> Path:
    """The book of those documents."""
    run_steps(new_job([hostile_inputs], book, 1, False, Settings()))
    return book


def test_hostile_words_are_loaded_as_words(hostile_book: Path, canary: Path) -> None:
    actions = query(hostile_book, "SELECT action FROM commitments ORDER BY action").rows
    assert actions == tuple((f"Word{number}",) for number in range(len(HOSTILE)))
    (title,) = query(hostile_book, "SELECT title FROM documents WHERE title LIKE '%DROP TABLE%'").rows
    assert title == (HOSTILE[0],)
    assert not canary.exists()


def test_no_file_is_written_but_beside_the_book_and_no_name_comes_from_a_document(
    hostile_book: Path, tmp_path: Path
) -> None:
    made = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    names = {"pledgebook.duckdb", "pledgebook.build.duckdb", "pledgebook.duckdb.lock"}
    assert made == {"hostile.jsonl", *(f"book/{name}" for name in names)}


def test_an_alert_hands_hostile_words_over_as_data(hostile_book: Path, tmp_path: Path, canary: Path) -> None:
    saved = tmp_path / "saved.sql"
    saved.write_text("SELECT title FROM documents d WHERE list_contains($documents::TEXT[], d.document_id)")
    kept = tmp_path / "event.json"
    keep = tmp_path / "keep.py"
    keep.write_text(f"import sys; open({str(kept)!r}, 'w').write(repr(sys.argv[1:]) + sys.stdin.read())")
    documents = [str(row[0]) for row in query(hostile_book, "SELECT document_id FROM documents").rows]
    alerts = Alerts(command=f"{sys.executable} {keep}", saved_query=saved)
    assert tell_matches(alerts, hostile_book, "run_x", documents) == len(HOSTILE)
    told = kept.read_text()
    assert told.startswith("[]{")
    titles = [row["title"] for row in json.loads(told.removeprefix("[]"))["commitments"]]
    assert any("touch" in title for title in titles)
    assert not canary.exists()


@pytest.mark.parametrize(
    "command",
    [
        ["sql", "SELECT title, source_name, uri FROM documents"],
        ["sql", "SELECT title, source_name, uri FROM documents", "--format", "json"],
        ["check"],
    ],
)
def test_nothing_that_is_printed_steers_a_terminal(hostile_book: Path, command: list[str]) -> None:
    printed = _pledgebook([*command, "--warehouse", str(hostile_book)])
    assert printed.returncode == 0
    assert not set(printed.stdout + printed.stderr) & {"\x1b", "\x07", "\x9b"}


def test_no_command_that_shows_documents_steers_a_terminal(
    hostile_book: Path, hostile_inputs: Path, tmp_path: Path
) -> None:
    sheet, gold = tmp_path / "sheet.csv", tmp_path / "gold.jsonl"
    records = query(hostile_book, "SELECT commitment_id, source_name FROM commitments").rows
    gold.write_text("".join(json.dumps({"doc": name, "empty": True}) + "\n" for _, name in records))
    printed = [_shown("inspect", hostile_inputs, "--text")]
    printed += [_shown("trace", record, "--warehouse", hostile_book) for record, _ in records]
    printed += [_shown("score", gold, "--misses", 9, "--warehouse", hostile_book)]
    printed += [_shown("review", "export", sheet, "--all", "--warehouse", hostile_book)]
    sheet.write_text(sheet.read_text().replace("Word3", "\x1b[2JWord3").replace(",,", ",\x1b]0;t\x07,", 9))
    printed += [_shown("review", "import", sheet, "--by", "Ann", "--warehouse", hostile_book)]
    assert "Word3" in printed[0] and any("Word3" in each for each in printed[1:-3])
    assert not set("".join(printed)) & {"\x1b", "\x07", "\x9b"}


def _shown(*arguments: object) -> str:
    """What a command printed, on both streams."""
    return CliRunner().invoke(app, list(map(str, arguments))).output


def test_a_run_on_files_asks_for_no_network_and_no_shell(
    hostile_inputs: Path, book: Path, simple_extractor: object
) -> None:
    ended = _pledgebook(["run", "--direct", str(hostile_inputs), "--warehouse", str(book)], GUARD)
    assert "REFUSED" not in ended.stdout
    assert ended.returncode == 0, ended.stderr
    assert not set(ended.stdout + ended.stderr) & {"\x1b", "\x07", "\x9b"}


def test_the_guard_sees_a_run_that_asks_for_a_web_address(book: Path, simple_extractor: object) -> None:
    ended = _pledgebook(["run", "--direct", "http://192.0.2.1/page.html", "--warehouse", str(book)], GUARD)
    assert "REFUSED socket" in ended.stdout


def _pledgebook(arguments: list[str], before: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own, after the code ``before``."""
    code = f"{before}\nimport sys\nfrom flows.cli import app\napp(sys.argv[1:])"
    environment = {**os.environ, "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
