"""Pronouns: for whom the clauses around them let them stand."""

from __future__ import annotations

import pytest

from tests.extract.documents import parties_at, records


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A lawyer for the weavers said they would sue.", "they", ["weavers"]),
        ("A source close to the guild said they would sue.", "they", ["guild"]),
        ("Reed Lane, the head of the guild, said they would sue.", "they", ["guild"]),
        ("The guild met. Its head said they would sue.", "they", ["guild"]),
        ("Tents came. For the weavers, dyer Reed Lane said they would sue.", "they", ["weavers"]),
        ("Ten of them met. The twelve, led by Peru and Chad, will cap tolls. They pay.", "They", ["twelve"]),
        (
            "Reed Lane owns a mill. In Lima, anyone who sails says they will pay.",
            "they",
            ["anyone who sails"],
        ),
        ("The agencies met. Peru has agreed to pay them and their crews.", "crews", ["their crews"]),
        ("The guild’s members met. It will sue.", "It", ["guild"]),
        ("The mayor met the weavers. He said they would leave.", "they", ["mayor", "weavers"]),
        ("The weavers struck. Their guild will pay.", "guild", ["weavers' guild"]),
        ("The weavers’ lease ends in May and they have said they will leave.", "they", ["weavers"]),
        ("The weavers met. The lease ends in May. They will leave.", "They", ["weavers"]),
        ("Reed Lane owns a mill. “They will close us down,” Lane said.", "They", []),
        ("Peru sent an envoy. Jordan said it would pay.", "it", ["Jordan"]),
        ("Weavers met. They regret the decision by Peru that it will close the pass.", "it", ["Peru"]),
        ("The council met. It has set up a panel. It will report in May.", "It", ["panel"]),
        ("The council met. It has named a task force. It will report in May.", "It", ["task force"]),
        ("The council met. Reed Lane asked the navy for a tug. It will send two.", "It", ["navy"]),
        # whose answer or reaction it was, but not whose other things
        ("Fiji’s reaction was swift. Within hours it recalled its envoy.", "hours it", ["Fiji"]),
        ("Fiji’s economy shrank in May. On Monday it grew.", "Monday it", ["Fiji’s economy"]),
        # whom the sentence before tells of, rather than any name
        ("The monk of Fiji said he would see all sides in May. He begged them to wait.", "them", ["sides"]),
        ("Guards left. The mayor met the bakers. He has appealed to them to wait.", "them", ["bakers"]),
        ("Guards left. The monks met bakers. The mayor appealed to them to wait.", "them", ["monks"]),
        (
            "Envoys from Europe, Peru and the Arab countries met. Fiji has asked them for rice.",
            "them",
            ["Europe", "Peru", "Arab countries"],
        ),
    ],
)
def test_they_and_it_are_bodies_and_people_told_of(text: str, words: str, expected: list[str]) -> None:
    assert parties_at(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Reed Lane left. An aide said he would sign a lease.", "he", ["Reed Lane"]),
        ("The shop is shut. An aide said he would sign a lease.", "he", ["aide"]),
        ("Reed Lane left. A baker sat down. He wept.", "He", ["baker"]),
        ("The mayor’s spokeswoman said he would sue.", "he", ["mayor"]),
        ("Reed Lane left. The crew was told by a clerk that he would wait.", "he", ["clerk"]),
        ("It rained. Asked by Reed Lane for a date, he said he would call.", "he", []),
        ("Reed Lane left. The editor, Bo Lund, left on Friday. He has a boat.", "He", ["Bo Lund"]),
        ("Reed Lane left. The judge was firm: she would wait, she announced.", "she", ["judge"]),
        ("Ada Berg came. Mr. Bo Lund left. She wept.", "She", ["Ada Berg"]),
        ("The mayor spoke. A man left. She wept.", "She", ["mayor"]),
        ("A baker left. The monk quoted him as saying it was late.", "him", ["baker"]),
        ("Juan Perez left on Friday. Reed Lane’s niece begged him to call.", "him", ["Reed Lane"]),
        ("Ada Berg is a nun. Reed Lane’s niece said he would call.", "he", ["Reed Lane"]),
        ("Reed Lane wept. Bo Lund left on Friday. He hired Bo Lund.", "He", ["Reed Lane"]),
        ("Reed Lane wept. Bo Lund left on Friday. A nun urged him to call Bo Lund.", "him", ["Reed Lane"]),
    ],
)
def test_he_and_she_are_people_whom_the_clauses_allow(text: str, words: str, expected: list[str]) -> None:
    assert parties_at(text, words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guild met. No one should lose a boat because they were late.", []),
        ("The guild met. Nobody knew why the weavers said they would sue.", ["weavers"]),
    ],
)
def test_they_are_whoever_nobody_or_anybody_is(text: str, expected: list[str]) -> None:
    assert parties_at(text, "they") == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Skarn Guild has helped bring sailors to their families.", "families", ["sailors' families"]),
        ("The Skarn Guild told sailors that their cooks would wait.", "cooks", ["Skarn Guild's cooks"]),
    ],
)
def test_their_is_of_people_rather_than_a_body(text: str, words: str, expected: list[str]) -> None:
    assert parties_at(text, words) == expected


def test_who_speaks_a_quotation_does_not_do_what_they_do_there() -> None:
    assert not records("The baker wept. “They have promised us a new oven,” the baker said.")
