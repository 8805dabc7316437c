"""`pledgebook inspect` on files, as a user runs it."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from flows.cli import app

PROSE = "Norhaven will send twelve ships to the strait before the year is out."


def run(*arguments: str) -> tuple[int, list[str]]:
    result = CliRunner().invoke(app, ["inspect", *arguments])
    return result.exit_code, result.output.splitlines()


def test_a_document_with_its_metadata_and_blocks(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: Ships\npublished: 2024-05\n---\n# Ships\n\n{PROSE} {PROSE}\n")
    code, lines = run(str(path))
    assert code == 0
    assert lines == [
        "a.md",
        "  read as    Markdown",
        f"  uri        {path.as_uri()}",
        "  title      Ships",
        "  language   en",
        "  published  2024-05-01 (month, from metadata)",
        "  length     146 characters",
        "        0 title       Ships",
        f"        7 prose       {(PROSE + ' ' + PROSE)[:89]}…",
        "",
    ]
    assert f"        7 prose       {PROSE} {PROSE}" in run(str(path), "--text")[1]


def test_a_refusal_says_why_and_steers_no_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m.txt"
    path.write_bytes(b"\x89PNG")
    code, lines = run(str(path))
    assert code == 1
    assert "  refused    binary" in lines
    assert not any("\x1b" in line for line in lines)


def test_several_inputs_are_shown_and_what_one_repeats_of_another(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_text(f"{PROSE} {PROSE}")
    code, lines = run(*map(str, paths))
    assert code == 0
    assert [line for line in lines if "same as" in line] == ["  same as    a.txt"]


def test_the_first_documents_of_many(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(f"{PROSE} {number}.")
    code, lines = run(str(tmp_path), "--most", "2")
    assert code == 0
    assert [line for line in lines if line.endswith(".txt") and not line.startswith(" ")] == [
        "0.txt",
        "1.txt",
    ]
    assert lines[-1] == "... and more; --most 20 shows them"
