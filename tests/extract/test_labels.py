"""Labels of a transcript's turns: whom they name."""

from __future__ import annotations

import datetime as dt

import pytest

from flows.extract.components.labels import Labels
from flows.extract.reference import load_reference
from tests.extract.documents import analysis

DAY = dt.date(2023, 7, 10)


def named(
    label: str, text: str = "The sea was calm.", title: str = "", day: dt.date | None = DAY
) -> str | None:
    """Whom ``label`` names in a text of the United States."""
    labels = Labels(load_reference(), analysis(text).names, title, ("USA",), day)
    found = labels.person(label)
    return found.name if found is not None else None


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("THE PRESIDENT", "Joe Biden"),
        ("THE VICE PRESIDENT", "Kamala Harris"),
        ("THE FIRST LADY", "Jill Biden"),
        ("PRESIDENT BIDEN", "Joe Biden"),
        ("SECRETARY BLINKEN", "Antony Blinken"),
        ("MR. SULLIVAN", "Jake Sullivan"),
        ("MS. JEAN-PIERRE", "Karine Jean-Pierre"),
        ("PRESIDENT VON DER LEYEN", "Ursula von der Leyen"),
    ],
)
def test_a_label_names_who_holds_the_office_or_bears_the_surname(label: str, expected: str) -> None:
    assert named(label) == expected


@pytest.mark.parametrize("label", ["MODERATOR", "SENIOR OFFICIAL", "Q", "LONGER NIGHTS FOR BOTH HARBOURS"])
def test_a_label_without_a_name_names_nobody(label: str) -> None:
    assert named(label) is None


def test_the_title_or_the_text_gives_the_first_name() -> None:
    assert (
        named("MS. HALVORSEN", title="Press Gaggle by Deputy Spokesperson Ada Halvorsen") == "Ada Halvorsen"
    )
    assert named("MR. QUILL", "Later Rufus Quill spoke to the sailors.") == "Rufus Quill"


def test_a_surname_that_nothing_completes_is_written_as_a_name() -> None:
    assert named("MS. O’BRANNIGAN") == "O’Brannigan"
    assert named("DR. MCTAVEY") == "McTavey"


def test_a_title_of_the_other_gender_is_nobody_of_the_reference() -> None:
    assert named("MS. SULLIVAN") == "Sullivan"


def test_another_first_name_is_another_person() -> None:
    assert named("ROWAN SULLIVAN") is None


def test_who_is_in_the_text_comes_before_who_held_an_office_long_ago() -> None:
    assert named("MR. BROWN", "Prime Minister Orlando Brown came by ship.") == "Orlando Brown"


def test_a_heading_in_capitals_is_nobody_of_the_title() -> None:
    assert named("HARNESSING THE TIDES", title="President Biden Prioritizes Harnessing the Tides") is None
