"""Kinds of names that an apposition tells."""

from __future__ import annotations

import pytest

from flows.extract.proposals import propose
from tests.extract.documents import analysis, name_at, parties_at, records


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Skarn Rail, the country's largest operator, said it plans to hire cooks.", "organisation"),
        ("Skarn Rail, an airline in the north, said it plans to hire cooks.", "organisation"),
        ("Ada Berg, a radio operator, said on Friday that she plans to hire cooks.", "person"),
        ("Peru, the largest exporter of flour, said it plans to hire cooks.", "state"),
    ],
)
def test_who_an_apposition_calls_a_body_is_one(text: str, kind: str) -> None:
    assert {named.kind for named in analysis(text).names.found} == {kind}


def test_it_is_the_body_that_speaks_and_the_company_too() -> None:
    text = (
        "The government will cover the losses. Skarn Rail, the country's largest operator, said it plans to "
        "hire cooks. The company threatened to pull out."
    )
    acts = {proposal.action.text: proposal for proposal in propose(analysis(text))}
    for act in ("hire cooks", "pull out"):
        assert [party.name for party in acts[act].promisors] == ["Skarn Rail"]


def test_who_stands_behind_the_body_that_one_leads_is_a_person() -> None:
    text = "The leader of the Kamo Front, Wallis Poyg, asked his supporters to stay at home."
    assert parties_at(text, "leader") == ["Wallis Poyg"]


def test_who_an_apposition_gives_an_office_is_no_place() -> None:
    text = "Tora Fukushima, its leader and a lawyer, refused to sign the paper."
    assert name_at(text, "Fukushima") == "Tora Fukushima"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("A lawyer for a group of bakers, Mary Dupont,", "Mary Dupont"),
        ("The leader of the group, Ada Berg,", "Ada Berg"),
    ],
)
def test_a_person_who_is_named_behind_those_they_speak_for_is_no_body(words: str, name: str) -> None:
    (record,) = records(f"{words} said the mill would close in May.")
    assert (record.speaker, record.speaker_type) == (name, "named")


def test_what_is_named_behind_nobody_but_a_group_is_that_group() -> None:
    found = analysis("The bakers joined a group, Reed Lane, in May.").names.found
    assert [(named.name, named.kind) for named in found] == [("Reed Lane", "organisation")]
