"""Words for a state's people that others share: texts in, parties out."""

from __future__ import annotations

import pytest

from tests.extract.documents import parties_at


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Peru raised the fare. Indian leaders agreed to lift the blockade.", "leaders", ["Indian leaders"]),
        ("Chile raised the fare. Many Indian groups agreed to wait.", "groups", ["Many Indian groups"]),
        # the namesake is named, or nobody else can be meant
        ("Peru wrote to India. Indian leaders agreed to pay.", "leaders", ["India"]),
        ("Peru raised the fare. The Indian government will pay.", "government", ["India"]),
        ("Nepal raised the fare. Indian leaders agreed to pay.", "leaders", ["India"]),
    ],
)
def test_a_people_is_no_namesakes(text: str, words: str, expected: list[str]) -> None:
    assert parties_at(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A customs official in Brussels said no.", "official", ["European Union"]),
        ("Belgian bakers marched. A customs official in Brussels said no.", "official", ["Belgium"]),
        ("The dairy ministry in Brussels said no.", "ministry", ["Belgium"]),
    ],
)
def test_people_in_a_shared_seat_act_for_a_body_where_nothing_is_of_its_state(
    text: str, words: str, expected: list[str]
) -> None:
    assert parties_at(text, words) == expected
