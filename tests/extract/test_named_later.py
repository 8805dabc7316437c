"""Whom a report describes before it names them."""

from __future__ import annotations

import pytest

from tests.extract.documents import who


@pytest.mark.parametrize(
    "later",
    [
        "The port is shut. The mayor, Reed Lane, wrote a letter.",
        "The port is shut. Reed Lane, the mayor, wrote a letter.",
        "Reed Lane has slept in the harbour since May.",
    ],
)
def test_a_later_name_is_of_whom_an_office_describes(later: str) -> None:
    assert who(f"The mayor of Vantaa says he will sell the trams. {later}", "mayor") == ["Reed Lane"]


@pytest.mark.parametrize(
    "later",
    ["The minister, Reed Lane, wrote a letter.", "Minister Reed Lane wrote a letter."],
)
def test_a_later_name_has_the_last_word_of_a_longer_title(later: str) -> None:
    assert who(f"The harbour minister says he will sell the trams. It rains. {later}", "minister") == [
        "Reed Lane"
    ]


def test_a_later_name_behind_another_office_is_of_somebody_else() -> None:
    later = "The tram minister left. The minister, Reed Lane, wrote a letter."
    assert who(f"The harbour minister will sell the trams. It rains. {later}", "minister") != ["Reed Lane"]


@pytest.mark.parametrize(
    "later",
    [
        "Reed Lane, a baker, has slept in the harbour since May.",
        "The baker Reed Lane has slept in the harbour since May.",
        "Nobody knew. Reed Lane has slept in the harbour since May.",
        "The port is shut. The envoy, Reed Lane, wrote a letter.",
        "Donald Trump has been there since May.",
    ],
)
def test_a_name_of_somebody_else_is_not(later: str) -> None:
    assert who(f"The mayor of Vantaa says he will sell the trams. {later}", "mayor") == ["mayor of Vantaa"]


def test_two_people_of_one_title_are_neither() -> None:
    later = "It rains. The mayor, Reed Lane, left. Ada Berg, the mayor, came."
    assert who(f"The mayor of Vantaa will sell the trams. {later}", "mayor") == ["mayor of Vantaa"]


POLE = "Fiji will sell its trams, its harbour minister said on Monday. "


@pytest.mark.parametrize("said", ["Reed Lane told the crews.", "Reed Lane said."])
def test_who_says_the_next_quotation_by_name_alone_was_described_before(said: str) -> None:
    assert who(f'{POLE}"The rails have sunk," {said}', "minister") == ["Reed Lane"]


@pytest.mark.parametrize(
    "later",
    [
        '"The rails have sunk," said Reed Lane, a baker in Lima.',
        '"The rails have sunk," the baker Reed Lane said.',
        '"Reed Lane has left," he said.',
        "The rails have sunk. Reed Lane said so.",
    ],
)
def test_who_says_something_else_or_is_somebody_else_was_not(later: str) -> None:
    assert who(POLE + later, "minister") != ["Reed Lane"]


@pytest.mark.parametrize(
    "before",
    [
        "Reed Lane, the tram minister of Fiji, said the rails had sunk.",
        "Fiji's tram minister left on Monday. Reed Lane said the rails had sunk.",
    ],
)
def test_a_bare_office_is_of_whom_the_text_gave_it_to(before: str) -> None:
    assert who(f"{before} The depot is shut, the minister said.", "the minister") == ["Reed Lane"]


def test_a_former_office_is_nobodys_now() -> None:
    before = "Reed Lane, the former tram minister of Fiji, said the rails had sunk."
    assert who(f"{before} The depot is shut, the minister said.", "the minister") != ["Reed Lane"]
