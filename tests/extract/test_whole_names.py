"""Whole names of people of which the recogniser cut something off."""

from __future__ import annotations

import pytest

from flows.extract.components.named import Named
from flows.extract.components.whole_names import (
    as_people,
    before_bracket,
    with_second_surname,
    without_title,
)
from flows.extract.parse import Span
from tests.extract.documents import analysis, name_at, records


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("Moussa Sagna, whose boat sank, said he would build a new one.", "Sagna", "Moussa Sagna"),
        ("The fishermen met on Monday. Captain Sagna said he would sail.", "Sagna", "Sagna"),
    ],
)
def test_a_first_name_that_was_cut_off_is_part_of_the_name(text: str, words: str, whole: str) -> None:
    assert name_at(text, words) == whole


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("“We shall mend the mill,” said Archbishop Reed Lane.", "Lane", "Reed Lane"),
        ("Treasurer Reed Lane promised to cut the fee.", "Lane", "Reed Lane"),
        ("They will be mended by June, according to First Lady Ana Sol.", "Sol", "Ana Sol"),
        ("Speaker McCarthy and his caucus have refused to pay the bakers.", "McCarthy", "Kevin McCarthy"),
        ("King Harald has promised to open the mill.", "Harald", "King Harald"),
    ],
)
def test_a_title_is_no_part_of_a_name_but_a_kings(text: str, words: str, whole: str) -> None:
    assert name_at(text, words) == whole


@pytest.mark.parametrize(
    ("name", "whole"),
    [("Tilda Skarn-Lund left.", "Tilda Skarn-Lund"), ("Tilda Skarn - Lund left.", "Tilda Skarn")],
)
def test_a_second_surname_that_was_cut_off_is_part_of_the_name(name: str, whole: str) -> None:
    doc = analysis(f"On Monday {name}").doc
    assert with_second_surname(Span(doc, 2, 4, "PERSON")).text == whole


@pytest.mark.parametrize(
    ("end", "whole"), [(7, "Lake Survey Office"), (8, "Lake Survey Office (LSO)"), (5, "Lake Survey Office")]
)
def test_half_a_bracket_is_no_part_of_a_name(end: int, whole: str) -> None:
    doc = analysis("Peru's Lake Survey Office (LSO) will sail.").doc
    assert before_bracket(Span(doc, 2, end, "ORG")).text == whole


def test_what_stands_behind_a_form_of_address_is_a_persons_name() -> None:
    doc = analysis("In Lima, Ms de Souza said no. The Souza Trust said no.").doc
    assert without_title(Span(doc, 4, 6, "ORG")).label_ == "PERSON"
    assert without_title(Span(doc, 10, 12, "ORG")).label_ == "ORG"


def test_a_surname_with_a_hyphen_is_not_the_known_one() -> None:
    text = "The trade minister, Foday Sankoh-Lund, left on Monday."
    assert name_at(text, "Lund") == "Foday Sankoh-Lund"


def test_a_second_surname_alone_is_the_one_named_in_full_before() -> None:
    text = "The port hired Ottilie Berg Lund as its pilot.\nBerg Lund will lead the work on the quay."
    assert name_at(text, "Berg Lund") == "Ottilie Berg Lund"


def test_a_name_is_a_persons_where_it_is_mostly_taken_for_one() -> None:
    doc = analysis("Tilda Skarn will come. Tilda Skarn said so. Tilda Skarn left.").doc
    person = Named(5, 7, "Tilda Skarn", "person", "PERSON", "recognised")
    body = Named(0, 2, "Tilda Skarn", "organisation", "ORG", "recognised")
    other = Named(10, 12, "Tilda Skarn", "organisation", "ORG", "recognised")
    assert [named.kind for named in as_people(doc, [body, person])] == ["person", "person"]
    kinds = [named.kind for named in as_people(doc, [body, person, other])]
    assert kinds == ["organisation", "person", "organisation"]


def test_a_name_whose_last_word_is_somebodys_surname_is_a_persons() -> None:
    doc = analysis("Tilda Skarn will come. Ms. Skarn said so.").doc
    body = Named(0, 2, "Tilda Skarn", "organisation", "ORG", "recognised")
    assert [named.kind for named in as_people(doc, [body])] == ["person"]


def test_a_capital_that_is_a_first_name_acts_where_its_state_is_named() -> None:
    text = "Chile reopened the road.\nThe herders heard that Santiago would pay for the fences."
    assert name_at(text, "Santiago") == "Chile"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Peru's defence minister, Adm. Hugo Sarn,", "Hugo Sarn"),
        ("The army chief, Gen. Paul Biyo,", "Paul Biyo"),
        ("The guild's envoy in Chad, Fatou Diallo,", "Fatou Diallo"),
        ("Its representative in Cameroon, Aminata Gueye,", "Aminata Gueye"),
    ],
)
def test_who_is_named_behind_a_post_bears_no_rank_and_is_no_place(words: str, name: str) -> None:
    (record,) = records(f"{words} said the guild would send tents.")
    assert (record.speaker, record.speaker_type) == (name, "named")
