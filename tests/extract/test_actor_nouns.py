"""Nouns for who can act: a phrase that one of them heads is a party, one that a thing heads is none."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from flows.extract.components.actor_nouns import ActorNouns, actor_nouns
from flows.extract.components.attribution_lexicon import attribution_lexicon
from flows.extract.components.description import described_party
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.proposals import propose
from tests.extract.documents import analysis
from tests.extract.parsing import parsed


def bound(text: str) -> list[tuple[str, ...]]:
    """The promisors of each proposal in a report."""
    found = propose(analysis(text))
    return [tuple(party.name for party in proposal.promisors) for proposal in found]


@pytest.mark.parametrize(
    ("text", "promisor"),
    [
        # people
        ("The purchaser undertakes to hire 40 bakers.", "purchaser"),
        ("The landlord is prepared to lower the rent.", "landlord"),
        ("Each shepherd is to tag a hundred sheep.", "shepherd"),
        ("The awardee shall train 200 nurses.", "awardee"),
        ("The assignee shall pay the fee.", "assignee"),
        # what another tells of what they will do is theirs
        ("Ada Berg said the fisherman would return the nets.", "fisherman"),
        # bodies
        ("A regiment will guard the pass.", "regiment"),
        ("The jury is to visit the harbour on Monday.", "jury"),
        # houses that stand for whoever runs them
        ("A Danish laboratory is to supply the serum.", "Danish laboratory"),
        # territories
        ("The prefecture must pay the crews within a week.", "prefecture"),
        ("Ada Berg said the canton would feed the herds.", "canton"),
    ],
)
def test_who_has_no_name_is_bound_under_its_own_words(text: str, promisor: str) -> None:
    assert (promisor,) in bound(text)


@pytest.mark.parametrize(
    "text",
    [
        "The chapel will stay cold.",
        "A ladder is to reach the roof.",
        "The harvest must last until spring.",
    ],
)
def test_things_bind_nobody(text: str) -> None:
    assert bound(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # what somebody promises of others binds whoever promises it
        "Ada Berg promised that the village would get a well.",
        "Ada Berg promised that every farmer would have a pump.",
        # so does what it says that they will be or have
        "Ada Berg said the village would have a new well.",
        # and what things will do
        "Ada Berg said the chapel would stay open.",
    ],
)
def test_what_others_are_told_to_be_or_gain_binds_who_tells_it(text: str) -> None:
    assert bound(text) == [("Ada Berg",)]


def test_a_body_is_a_group_and_a_person_or_house_is_not() -> None:
    doc = parsed("The platoon, the welder and the clinic will stay.")
    kinds = {word.text: described_party(word)[0].kind for word in doc if word.tag_ == "NN"}
    assert kinds == {"platoon": "group", "welder": "other", "clinic": "other"}


def test_all_who_are_told_of_as_people_elsewhere_can_act() -> None:
    persons = actor_nouns().persons.lemmas
    assert attribution_lexicon().unnamed.lemmas <= persons
    assert party_lexicon().relatives.lemmas | party_lexicon().offices.lemmas <= persons


@pytest.mark.parametrize(
    ("lemmas", "complaint"),
    [(["baker"], "used twice: baker"), (["Jury"], "in capitals: Jury")],
)
def test_a_noun_is_of_one_kind_and_in_lower_case(lemmas: list[str], complaint: str) -> None:
    lexicon = actor_nouns().model_dump()
    lexicon["bodies"] = {"id": "noun.body", "lemmas": lemmas}
    with pytest.raises(ValidationError, match=complaint):
        ActorNouns.model_validate(lexicon)
