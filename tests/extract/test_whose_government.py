"""Of which state a government is, where a report tells of several."""

from __future__ import annotations

import pytest

from tests.extract.documents import who


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
