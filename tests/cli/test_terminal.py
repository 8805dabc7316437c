"""Words of documents must not steer the terminal, nor lose their letters."""

from __future__ import annotations

import csv
import io
import json
import logging
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.cli.rows import print_table, shown, write_csv, write_json
from flows.cli.terminal import printable
from flows.cli.watch import log_file, logged


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x9b2J", "\\x9b2J"),
        ("a\rb\nc\td", "a b c d"),
        ("\u202eevil", "\\u202eevil"),
        ("naïve “café” — 北京 👍", "naïve “café” — 北京 👍"),
    ],
)
def test_control_characters_are_shown_not_sent(text: str, safe: str) -> None:
    assert printable(text) == safe


@given(st.text())
def test_nothing_printable_is_a_control_character(text: str) -> None:
    assert not [character for character in printable(text) if unicodedata.category(character) == "Cc"]


def test_a_table_sends_no_escape_sequence_of_a_document(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(["a\x1b[1m"], [["x\x1b]0;title\x07"], [None]])
    printed = capsys.readouterr().out
    assert "\x1b" not in printed
    assert "\\x1b]0;title\\x07" in printed


def test_markup_in_a_document_is_only_text(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(["action"], [["[bold]send[/bold] :smile:"]])
    assert "[bold]send[/bold] :smile:" in capsys.readouterr().out


def test_many_columns_are_printed_one_below_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    print_table([f"c{number}" for number in range(30)], [list(range(30))])
    assert " c0  0\n" in capsys.readouterr().out


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_no_column_vanishes_on_a_narrow_screen(
    width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    names = ["who", "action", "sentence", "source"]
    print_table(names, [[f"{name}!" + f" {name}" * 20 for name in names]])
    printed = capsys.readouterr().out
    assert all(f"{name}!" in printed for name in names)
    assert all(printed.count(name) == 22 for name in names)


def test_a_table_without_rows_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    for count in (2, 60):
        print_table([f"c{number}" for number in range(count)], [])
        assert capsys.readouterr().out.endswith("no rows\n")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (["Germany", "France"], "Germany, France"),
        (True, "yes"),
        (1500000.0, "1,500,000"),
        (18.0, "18"),
        (2.5, "2.5"),
        (15e9, "15,000,000,000"),
        (2e15, "2,000,000,000,000,000"),
        (9_999_999_999.9, "10,000,000,000"),
        (-3e10, "-30,000,000,000"),
    ],
)
def test_values_read_well(value: object, text: str) -> None:
    assert shown(value) == text


def test_csv_gives_the_exact_text_to_a_program() -> None:
    out = io.StringIO()
    write_csv(["action", "promisors", "amount"], [["send\nit \x1b", ["Côte d’Ivoire"], None]], out)
    assert list(csv.reader(io.StringIO(out.getvalue(), newline=""))) == [
        ["action", "promisors", "amount"],
        ["send\nit \x1b", '["Côte d’Ivoire"]', ""],
    ]


class Terminal(io.StringIO):
    """A file that somebody reads on a screen."""

    def isatty(self) -> bool:
        """Whether it is one."""
        return True


def test_csv_on_a_screen_cannot_steer_it() -> None:
    out = Terminal()
    write_csv(["act\x1b[1mion"], [["send \x1b]0;title\x07"], [["\x9b2J"]]], out)
    assert not set(out.getvalue()) & {"\x1b", "\x07", "\x9b"}


def test_the_log_cannot_steer_the_screen_that_it_is_read_on(tmp_path: Path) -> None:
    with logged(tmp_path / "book.duckdb") as log:
        log.warning("%s", "set aside \x1b[2J")
        try:
            raise ValueError("no such file: \x1b]0;title\x07")
        except ValueError:
            log.exception("the run failed")
    written = log_file(tmp_path / "book.duckdb").read_text()
    assert "Traceback" in written and "title" in written
    assert not set(written) & {"\x1b", "\x07"}


def test_a_traceback_that_another_handler_put_into_words_is_made_safe_too(tmp_path: Path) -> None:
    other = logging.StreamHandler(io.StringIO())
    with logged(tmp_path / "book.duckdb") as log:
        log.handlers.insert(0, other)
        try:
            raise ValueError("no such file: \x1b]0;title\x07")
        except ValueError:
            log.exception("the run failed")
        finally:
            log.removeHandler(other)
    written = log_file(tmp_path / "book.duckdb").read_text()
    assert "Traceback" in written and "title" in written
    assert not set(written) & {"\x1b", "\x07"}


def test_json_reads_back_and_holds_no_control_character() -> None:
    out = io.StringIO()
    write_json(["action", "n"], [["\x1b \x9b é", 1], ["b", None]], out)
    assert json.loads(out.getvalue()) == [{"action": "\x1b \x9b é", "n": 1}, {"action": "b", "n": None}]
    assert out.getvalue().isascii()
    assert "\x1b" not in out.getvalue()
