"""What is remembered of words is what would be worked out anew."""

from __future__ import annotations

from flows.extract.parse import Token
from flows.extract.remembered import Remembered
from tests.extract.parsing import parsed


def test_the_answers_are_those_of_every_token() -> None:
    doc = parsed("The mayor will open the bridge, and the mayor will close the road.")
    asked: list[str] = []

    def answer(token: Token) -> str:
        asked.append(token.text)
        return f"{token.lower_}/{token.tag_}"

    words = Remembered(answer)
    assert words.of(doc) == [f"{token.lower_}/{token.tag_}" for token in doc]
    assert sorted(asked) == sorted({token.form: token.text for token in doc}.values())
    assert len(asked) < len(doc)
    asked.clear()
    assert words.of(parsed("The mayor will open the bridge.")) == [
        "the/DT", "mayor/NN", "will/MD", "open/VB", "the/DT", "bridge/NN", "./.",
    ]  # fmt: skip
    assert asked == []


def test_no_document_is_too_short() -> None:
    doc = parsed("Peru helps Chile, Chile helps Peru.")
    names = Remembered(lambda token: token.text.istitle())
    assert names.of(doc) == [True, False, True, False, True, False, True, False]
    assert names.of(parsed("")) == []
