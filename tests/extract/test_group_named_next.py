"""Groups that a report describes before it names them."""

from __future__ import annotations

import pytest

from tests.extract.documents import parties_at

LEAD = "A small rebel group in Chad will not attend the talks."


@pytest.mark.parametrize(
    "behind",
    [
        "A spokesman for the Lund Front said its camps were full.",
        "Snow fell. The announcement by the Lund Front came late.",
    ],
)
def test_a_group_is_who_speaks_in_the_sentences_behind_the_lead(behind: str) -> None:
    assert parties_at(f"{LEAD} {behind}", "group") == ["Lund Front"]
    assert parties_at(f"{LEAD} {behind} He said the group would wait.", "group") == ["Lund Front"]


@pytest.mark.parametrize(
    "behind",
    [
        "The mayor of Lund thanked the Skarn Front.",
        "A spokesman for the United Nations said it was sad.",
        "A spokesman for the Lund Front sang. A spokesman for the Skarn Front did not.",
        "Snow fell. Rain fell. Hail fell. A spokesman for the Lund Front said its camps were full.",
    ],
)
def test_other_bodies_behind_the_lead_are_not_the_group(behind: str) -> None:
    assert parties_at(f"{LEAD} {behind}", "small rebel group") == ["small rebel group"]
