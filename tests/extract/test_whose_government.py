"""Of which state a government is, where a report tells of several."""

from __future__ import annotations

import pytest

from tests.extract.documents import records, who


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Peru will shut a base unless Chile pays more, the interim government said.",
            "government",
            ["Peru"],
        ),
        (
            "Reed Lane, Peru's envoy, said the Fijian mediator sang and that his government would go.",
            "government",
            ["Peru"],
        ),
        (
            "Peru sang. Fiji and Chad are giving trams. The interior ministry said it would pay.",
            "ministry",
            ["Peru"],
        ),
        (
            "LIMA — Peru will shut a base. A Fijian firm asked for help. Chad would keep to its deal. "
            "The new authorities would pay.",
            "authorities",
            ["Peru"],
        ),
        (
            "LIMA, Peru - Chad is selling tents. Miners want to meet Lima. The government will not pay.",
            "government",
            ["Peru"],
        ),
        (
            "Chad sang. Dutch Lake Transport Minister Reed Lane said his government would pay.",
            "government",
            ["Netherlands"],
        ),
    ],
)
def test_a_government_is_of_the_state_that_acts(text: str, words: str, expected: list[str]) -> None:
    assert who(text, words) == expected


def test_a_government_of_some_state_is_none_told_of_before() -> None:
    text = "Peru sang. A court gave the government of an island state ten days to pay."
    assert who(text, "government") == ["government of an island state"]


def test_where_somebody_only_is_tells_of_no_army() -> None:
    text = "Rebels sang. They sat. The order was for Reed Lane, who was in Lima. The army will go."
    assert who(text, "The army") == ["army"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Fiji will open its ports. Fiji is glad. A baker in Lima said the government would buy a boat.",
            "the government",
            ["Peru"],
        ),
        (
            "Fiji will open its ports. Fiji is glad. One, speaking from Lima, said the army would go home.",
            "the army",
            ["Peru"],
        ),
        (
            "Fiji will open its ports. Fiji is glad. A Fijian baker in Lima said the government would pay.",
            "the government",
            ["Fiji"],
        ),
        (
            "A ferry firm is short of crews. Fares are dear. Rain fell. It asks the Finnish state for a loan."
            " Minister Ada Berg said that the government would pay.",
            "the government",
            ["Finland"],
        ),
        (
            "QUITO, May 4 - A court in Ecuador met. Men from Chad sang. It ordered the state to pay.",
            "the state",
            ["Ecuador"],
        ),
    ],
)  # fmt: skip
def test_who_tells_of_a_government_tells_whose_it_is(text: str, words: str, expected: list[str]) -> None:
    assert who(text, words) == expected


GHANA = "Ministry of Finance, Republic of Ghana"


@pytest.mark.parametrize(
    ("text", "publisher", "expected"),
    [
        ("Rain fell. Government will build ten clinics by May.", GHANA, ("Ghana",)),
        ("A promise by government and mills to build quays is new.", GHANA, ("government", "mills")),
        ("Rain fell in Kenya and Fiji. The Government will buy rice.", "Central Bank of Kenya", ("Kenya",)),
        ("Rain fell in Chad and Fiji. The Government will buy rice.", "Central Bank of Kenya",
         ("Government",)),
    ],
)  # fmt: skip
def test_a_text_tells_of_the_government_of_whose_it_is(
    text: str, publisher: str, expected: tuple[str, ...]
) -> None:
    found = records(text, genre="press_release", publisher=publisher)
    assert [record.promisors for record in found] == [expected]
