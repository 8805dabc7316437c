"""Treaties: whom the words for their parties stand for, and what their lists lay down."""

from __future__ import annotations

import pytest

from models import Record
from models.vocabulary import Genre
from tests.extract.documents import document, extraction

PEACE = "The Kingdom of Norway and the Republic of Fiji,\nHave agreed as follows:\n"
WORKS = (
    'The Ministry of Works of Peru (hereinafter "the Client") and the Larkin Dredging Company (hereinafter '
    'referred to as "LDC"), collectively "the Parties", have agreed as follows:\n'
)


def records(text: str, title: str = "Treaty on Ports", genre: Genre = "treaty") -> list[Record]:
    return list(extraction(document(text, genre, title)).records)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("FJ-US Memorandum on Tuna", ("Fiji", "United States")),
        ("QX-US Memorandum on Tuna", ("Parties",)),
    ],
)
def test_a_treatys_title_may_name_its_parties_by_their_codes(title: str, expected: tuple[str, ...]) -> None:
    (record,) = records("The Parties shall open their ports.", title)
    assert record.promisors == expected


def test_a_form_behind_a_treaty_makes_no_letter_of_it() -> None:
    form = f"Fiji sings.{' Rain falls.' * 120}\nI hereby vow to sing."
    found = records(f"{PEACE}Each Party shall open its ports.\n{form}")
    assert found[0].promisors == ("Norway", "Fiji")


def test_a_treaty_that_opens_as_a_letter_is_its_writers() -> None:
    found = records("I have the honour to write. Fiji proposes a port. It shall pay half of it.")
    assert {record.promisors for record in found} == {("Fiji",)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Fijian Party shall lend two tugs.", ("Fiji",)),
        ("The Norwegian Party shall pay half.", ("Norway",)),
        ("Each Contracting Party shall open its ports.", ("Norway", "Fiji")),
        ("The sending State shall insure its crews.", ("sending State",)),
        ("All fees shall be borne by the receiving State.", ("receiving State",)),
        ("The host State designates the harbour master as its agent.", ("host State",)),
        ("The designated agency shall reply.", ("designated agency",)),
        ("The Government of Fiji shall lend two tugs.", ("Fiji",)),
        ("The competent authorities shall swap lists.", ("Norway", "Fiji")),
        ("The authorities shall swap lists.", ("Norway", "Fiji")),
        ("The competent authorities of Fiji shall pay half.", ("Fiji",)),
    ],
)
def test_a_party_of_a_treaty_is_told_by_its_people_or_its_part(
    sentence: str, expected: tuple[str, ...]
) -> None:
    (record,) = records(PEACE + sentence)
    assert (record.force, record.promisors, record.speaker_type) == ("obligation", expected, "document")


def test_who_does_the_second_of_two_things_side_by_side_does_the_first() -> None:
    found = records(PEACE + "Charts shall be made public and kept by the Secretariat.")
    assert {record.promisors for record in found} == {("Secretariat",)}
    found = records(PEACE + "Charts shall be made public, and the Secretariat shall keep a copy.")
    assert [record.promisors for record in found] == [("Norway", "Fiji"), ("Secretariat",)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Client shall open the port.", ("Peru",)),
        ("LDC shall dredge the harbour.", ("Larkin Dredging Company",)),
        ("Each Party will bear its own costs.", ("Peru", "Larkin Dredging Company")),
    ],
)
def test_a_treatys_own_names_stand_for_those_to_whom_it_gives_them(
    sentence: str, expected: tuple[str, ...]
) -> None:
    (record,) = records(WORKS + sentence, "Memorandum of Understanding on dredging")
    assert record.promisors == expected


def test_a_treatys_name_for_itself_or_for_all_is_none_of_a_party() -> None:
    text = 'Norway and Fiji (hereinafter "the Parties") have made this pact. Each Party shall open its ports.'
    (record,) = records(text)
    assert record.promisors == ("Norway", "Fiji")


LIST = "The Fijian Party will use every effort to:\n- send twelve pilots to Suva;\n- lend two tugs."


def test_a_list_of_a_treaty_lays_down_what_its_lead_in_only_opens() -> None:
    found = [(record.force, record.promisors, record.action) for record in records(PEACE + LIST)]
    assert found == [
        ("obligation", ("Fiji",), "send twelve pilots to Suva"),
        ("obligation", ("Fiji",), "lend two tugs"),
    ]


def test_a_list_under_will_elsewhere_is_of_pledges() -> None:
    text = "Norway will:\n- send twelve pilots to Suva;\n- lend two tugs."
    assert {record.force for record in records(text, "Statement on ports", "press_release")} == {"pledge"}


def test_a_verb_that_does_not_itself_open_a_list_tells_its_own_act() -> None:
    text = "Norway will buy two tugs that are designed to:\n- break ice;\n- carry fuel."
    found = records(text, "Statement on ports", "press_release")
    assert "buy two tugs that are designed" in {record.action for record in found}
