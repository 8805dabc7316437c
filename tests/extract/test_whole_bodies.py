"""Names of bodies of which the recogniser finds a part, or nothing: texts in, names and parties out."""

from __future__ import annotations

import pytest

from flows.extract.components.whole_bodies import with_words_before
from flows.extract.parse import Span
from tests.extract.documents import analysis, name_at, parties_at


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        # what "and" joins to the first word that was found
        (
            "The Lakeside Dock and Ferry Workers' Union vowed to strike.",
            "Union",
            "Lakeside Dock and Ferry Workers' Union",
        ),
        ("Norway and Karhula Energy will build a mill.", "Energy", "Karhula Energy"),
        # small words of other languages, also before a state
        (
            "The Banco Nacional de Bolivia will lend more to bakers.",
            "Bolivia",
            "Banco Nacional de Bolivia",
        ),
        (
            "The ministry and the Banco Rural do Brasil said today that they will lend more.",
            "Brasil",
            "Banco Rural do Brasil",
        ),
        ("The minister of Brasil said that they will lend more.", "Brasil", "Brazil"),
        # a cause behind a body that was not found
        ("Calls upon the Movement for Dignity to free its captives;", "Dignity", "Movement for Dignity"),
        ("Calls upon the Movement for Monday to free its captives;", "Movement", None),
        # a region's word before a party, and before a name of one word
        (
            "The Scottish Liberal Democrats pledged to mend the pier.",
            "Democrats",
            "Scottish Liberal Democrats",
        ),
        ("The British Liberal Democrats pledged to mend the pier.", "Democrats", "Liberal Democrats"),
        ("Norway's Bavarian Rondell has said it could lend ten tugs.", "Rondell", "Bavarian Rondell"),
    ],
)
def test_a_bodys_name_is_read_whole(text: str, words: str, whole: str | None) -> None:
    assert name_at(text, words) == whole


def test_a_capitalised_word_before_a_small_one_opens_a_name() -> None:
    doc = analysis("The baker Panes del Arroyo has agreed to wait.").doc
    assert with_words_before(Span(doc, 4, 5, "GPE"), {}).text == "Panes del Arroyo"
    assert with_words_before(Span(doc, 2, 3, "GPE"), {}).text == "Panes"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # two bodies, as a word for several or the text elsewhere tells
        ("The firms Lyft and Uber will carry nurses.\nLyft and Uber will pay.", "Lyft", ["Lyft", "Uber"]),
        ("Lyft and Uber will carry nurses.", "Lyft", ["Lyft and Uber"]),
        # a board and an office
        ("The Board of Directors of Boeing will meet in May.", "Board", ["Boeing"]),
        ("The Executive Board of the World Bank met in May.", "Board", ["World Bank"]),
        ("The Board of Trade of Norway will meet in May.", "Board", ["Board of Trade"]),
        ("Peace Corps Volunteers will leave in May.", "Volunteers", ["Peace Corps Volunteers"]),
        ("An aide to the Auditor General, Ada Berg, said no.", "General", ["Ada Berg"]),
        ("An aide to the Auditor General, a lawyer, said no.", "General", ["Auditor General"]),
    ],
)
def test_a_name_for_two_or_for_a_part_of_a_body_is_no_body(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties_at(text, words) == expected
