"""Official texts: whose they are, who acts in them, and who is cited inside them."""

from __future__ import annotations

import pytest

from models import Record
from models.vocabulary import Genre
from tests.extract.documents import analysis, extraction, parties_at
from tests.extract.documents import document as document_of

FIJI_AND_PERU = "Joint Statement of the Republic of Fiji and the Republic of Peru on ports"


def last(text: str, title: str, publisher: str, genre: Genre = "communique") -> Record:
    return extraction(document_of(text, genre, title, publisher)).records[-1]


def authors(text: str, title: str, publisher: str = "", genre: Genre = "communique") -> list[str]:
    return [party.name for party in analysis(text, genre, title, publisher).resolver.authors]


@pytest.mark.parametrize(
    "we",
    [
        "We, the Ministers responsible for fisheries of Peru, Chile and Ecuador, met on Monday.",
        "We, the Ministers of Foreign Affairs of Peru, Chile and Ecuador, met on Monday.",
        "We, the harbour ministers of Peru, Chile and Ecuador, together with shipowners, met on Monday.",
    ],
)
def test_we_are_the_states_whose_ministers_speak_whatever_they_are_over(we: str) -> None:
    assert authors(we, "Communiqué of the Quito Round Table on Nets") == ["Peru", "Chile", "Ecuador"]


def test_who_agree_on_something_introduce_nobody() -> None:
    text = "We support the boats of Chile and Ecuador. We will ban deep nets."
    assert authors(text, "Joint Statement by Fiji and Peru") == ["Fiji", "Peru"]


def test_a_seat_of_power_that_names_a_meeting_makes_no_author() -> None:
    text = "The delegates met. We will ban deep nets by 2030."
    assert authors(text, "Communiqué of the Lima Conference on Nets", "World Bank") == ["World Bank"]
    assert authors(text, "Joint Statement of Moscow and Beijing on nets") == ["Russia", "China"]


def test_the_nordic_ministers_council_is_another_body_than_the_parliaments() -> None:
    text = "The delegates met. We will lend two tugs."
    assert authors(text, "Statement on Tugs", "Nordic Council of Ministers", "press_release") == [
        "Nordic Council of Ministers"
    ]
    assert authors(text, "Statement on Tugs", "Nordic Council", "press_release") == ["Nordic Council"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Fijian Party shall repair the pier.", ("Fiji",)),
        ("The Peruvian Side will lend two tugs.", ("Peru",)),
        ("The Parties agreed to repair the pier.", ("Fiji", "Peru")),
    ],
)
def test_a_party_of_a_joint_text_is_the_state_of_its_demonym(
    sentence: str, expected: tuple[str, ...]
) -> None:
    assert last(sentence, FIJI_AND_PERU, "Fiji").promisors == expected


def test_a_body_is_the_side_that_its_name_begins_with() -> None:
    text = "The European side urged Morocco to mend its piers."
    record = last(text, "Joint statement on piers", "European Commission and Government of Morocco")
    assert record.requested_by == ("European Commission",)


def test_a_party_in_a_report_keeps_its_name() -> None:
    assert parties_at("The Scottish Party will pay.", "Party") == ["Scottish Party"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Fijian Party stated that it would repair the pier.", ("Fiji", "named")),
        ("The World Bank indicated that it would lend 40 million dollars.", ("World Bank", "named")),
        ("The two sides stated that they would repair the pier.", (None, "document")),
        ("Fiji and Peru confirmed that they would repair the pier.", (None, "document")),
        ("Ada Berg and Bo Lind announced that they would repair the pier.", (None, "document")),
        ("Fiji will repair the pier.", (None, "document")),
    ],
)
def test_what_one_side_said_in_a_joint_text_it_says_by_name(
    sentence: str, expected: tuple[str | None, str]
) -> None:
    record = last(sentence, FIJI_AND_PERU, "Fiji")
    assert (record.speaker, record.speaker_type) == expected


def test_whose_text_it_is_says_nothing_by_name() -> None:
    record = last("The World Bank announced that it would lend two tugs.", "Fact Sheet", "World Bank")
    assert (record.speaker, record.speaker_type) == ("World Bank", "document")


def test_of_those_who_publish_a_text_together_no_body_beside_them_is_an_author() -> None:
    text = "The European Commission and Fiji met.\nThe European Union has lent two tugs.\nWe will go on."
    joint = "European Commission and Government of Fiji"
    assert authors(text, "Joint statement on tugs", joint) == ["European Commission", "Fiji"]
    assert authors("Chad and Fiji met in Suva.", "Joint statement on tugs", "Peru") == ["Chad", "Fiji"]


def test_a_ministry_behind_its_state_is_no_second_author() -> None:
    publisher = "United Kingdom, Department for International Development"
    text = "The delegates met. The money will be spent on piers."
    assert authors(text, "Help for Fiji", publisher, "press_release") == ["United Kingdom"]


MET = "Ministers of Ports of the Caribbean Community met in Nassau, Bahamas."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ministers agreed to build two ferries.", ("Caribbean Community",)),
        ("Barbados and Guyana will build two ferries.", ("Barbados", "Guyana")),
        ("Four Member States have signed a pact on ferries.", ("Four Member States",)),
    ],
)
def test_the_ministers_of_a_bodys_text_are_of_the_body_alone(
    sentence: str, expected: tuple[str, ...]
) -> None:
    title = "Communiqué issued at the end of the meeting of Ministers of Ports of the Caribbean Community"
    assert last(f"{MET}\n{sentence}", title, "Caribbean Community").promisors == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Minister of Ports and Cooperation will visit Chile.", ("Minister of Ports and Cooperation",)),
        ("The Foreign Minister of Australia will visit Chile.", ("Penny Wong",)),
        ("The Minister of Foreign Affairs of the Republic of Fiji will visit Chile.", ("Fiji",)),
        ("The Minister for Ports of the Republic of Fiji will visit Chile.", ("Fiji",)),
    ],
)
def test_one_minister_of_a_joint_text_is_neither_all_nor_what_he_is_over(
    sentence: str, expected: tuple[str, ...]
) -> None:
    title = "Joint Statement of Australia and Fiji on ports"
    assert last(sentence, title, "Australia").promisors == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Remarks by Chancellor Angela Merkel", ["Germany"]),
        ("Speech by Harbours Minister Ada Berg of Norway", ["Norway"]),
        ("Address by Peruvian Finance Minister Rosa Quiroga on nets", ["Peru"]),
        ("Speech at the harbour", []),
        ("A word on Norway", []),
    ],
)
def test_a_speech_without_publisher_is_the_text_of_whom_the_speaker_speaks_for(
    title: str, expected: list[str]
) -> None:
    text = "Friends, thank you. We will build ten piers by 2030. I will visit the islands next month."
    assert authors(text, title, genre="speech") == expected


def test_what_the_speaker_of_a_title_promises_binds_his_state() -> None:
    text = "Friends, thank you. We will not raise the fees."
    record = last(text, "Remarks by Chancellor Angela Merkel", "", "speech")
    assert (record.promisors, record.speaker) == (("Germany",), "Angela Merkel")
