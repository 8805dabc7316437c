"""What is asked of a token once need not be worked out again."""

from __future__ import annotations

from flows.extract.parse import Token
from flows.extract.syntax.once import once
from tests.extract.parsing import parsed


def test_a_token_is_asked_once_and_every_token_for_itself() -> None:
    asked: list[str] = []

    @once
    def before(token: Token) -> str | None:
        """The word before a token."""
        asked.append(token.text)
        return token.nbor(-1).text if token.i else None

    doc = parsed("Peru will help Peru.")
    assert [before(token) for token in doc] == [None, "Peru", "will", "help", "Peru"]
    assert [before(token) for token in doc] == [None, "Peru", "will", "help", "Peru"]
    assert asked == ["Peru", "will", "help", "Peru", "."]


def test_questions_are_kept_apart() -> None:
    length, letter = once(lambda token: len(token.text)), once(lambda token: token.text[0])
    token = parsed("Peru helps.")[0]
    assert (length(token), letter(token), length(token)) == (4, "P", 4)
