"""`pledgebook explain`, with the real extractor."""

from __future__ import annotations

from typer.testing import CliRunner, Result

from flows.cli import app


def explain(sentence: str) -> Result:
    return CliRunner().invoke(app, ["explain", sentence])


def test_each_rule_is_shown_with_its_words() -> None:
    result = explain("Norway will send 40 trucks to Ukraine if parliament agrees.")
    assert result.exit_code == 0
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["promisors", "Norway"] in lines
    assert ["beneficiaries", "Ukraine"] in lines
    assert ["force", "modal.will", "will"] in lines
    assert [line[2:] for line in lines if line[:1] == ["condition"] and len(line) > 4] == [
        ["if", "parliament", "agrees"]
    ]


def test_a_sentence_without_a_commitment_says_so() -> None:
    result = explain("The museum has three floors.")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "no record"


def test_an_empty_sentence_is_wrong_usage() -> None:
    assert explain("  ").exit_code == 2


def test_a_sentence_does_not_steer_the_terminal() -> None:
    assert "\x1b" not in explain("Norway will send \x1b[31m40 trucks\x1b[0m to Ukraine.").output
