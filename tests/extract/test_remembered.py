"""What is remembered of words is what would be worked out anew."""

from __future__ import annotations

from spacy.tokens import Token

from flows.extract.remembered import Remembered
from tests.extract.parsing import parsed


def test_the_answers_are_those_of_every_token() -> None:
    doc = parsed("The mayor will open the bridge, and the mayor will close the road.")
    asked: list[str] = []

    def answer(token: Token) -> str:
        asked.append(token.text)
        return f"{token.lower_}/{token.tag_}"

    words = Remembered(["LOWER", "TAG"], answer)
    assert words.of(doc) == [f"{token.lower_}/{token.tag_}" for token in doc]
    assert words.of(parsed("The mayor will")) == ["the/DT", "mayor/NN", "will/MD"]
    assert asked == ["The", "mayor", "will", "open", "bridge", ",", "and", "close", "road", "."]


def test_one_attribute_is_enough() -> None:
    doc = parsed("Peru helps Chile, Chile helps Peru.")
    names = Remembered(["ORTH"], lambda token: token.text.istitle())
    assert names.of(doc) == [True, False, True, False, True, False, True, False]
    assert names.of(parsed("")) == []
