"""Beneficiaries: which phrases may be one, how they stand to the act, and which are kept."""

from __future__ import annotations

import pytest

from flows.extract.components.action import action_span
from flows.extract.components.beneficiary import (
    BeneficiaryLexicon,
    beneficiaries_of,
    beneficiary_lexicon,
    recipient_features,
    recipients,
)
from flows.extract.judge import load_weights
from tests.extract.documents import analysis, token_at

MODEL = load_weights().beneficiary
THRESHOLD = load_weights().thresholds["beneficiary"]


def possible(text: str, head: str, promisors: tuple[str, ...] = ()) -> list[str]:
    """Everybody in the sentence who may be a beneficiary."""
    found = analysis(text)
    act = token_at(found, head)
    phrases = recipients(act, act.sent, promisors, found.resolver, found.names)
    return [party.name for phrase in phrases for party in phrase.parties]


def kept(
    text: str, head: str, promisors: tuple[str, ...], force: str = "pledge", threshold: float = THRESHOLD
) -> tuple[str, ...]:
    found = analysis(text)
    act = token_at(found, head)
    return beneficiaries_of(
        act, action_span(act), act.sent, force, promisors, found.resolver, found.names, MODEL, threshold
    )


@pytest.mark.parametrize(
    ("text", "head", "promisors", "expected"),
    [
        ("Norway will send Peru boats.", "send", ("Norway",), ["Peru"]),
        ("Norway will send boats to Peru and Chile.", "send", ("Norway",), ["Peru", "Chile"]),
        ("Norway will feed the refugees.", "feed", ("Norway",), ["refugees"]),
        ("Norway will repair the old boats.", "repair", ("Norway",), []),
    ],
)
def test_names_pronouns_and_words_for_people_may_be_a_beneficiary(
    text: str, head: str, promisors: tuple[str, ...], expected: list[str]
) -> None:
    assert possible(text, head, promisors) == expected


@pytest.mark.parametrize(
    ("text", "head", "promisors", "expected"),
    [
        ("Norway will provide boats to Peru, the envoy said.", "provide", ("Norway",), ("Peru",)),
        ("Norway vowed to give Peru a loan.", "give", ("Norway",), ("Peru",)),
        (
            "Norway pledged to provide $9 million to Peru and Chile.",
            "provide",
            ("Norway",),
            ("Peru", "Chile"),
        ),
        ("Norway will help Peru, the envoy said.", "help", ("Norway",), ("Peru",)),
    ],
)
def test_those_whom_an_act_is_for_are_kept(
    text: str, head: str, promisors: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert kept(text, head, promisors) == expected


@pytest.mark.parametrize(
    ("text", "head", "promisors"),
    [
        ("Norway will raise its own taxes, a paper in Peru reported.", "raise", ("Norway",)),
        ("Norway will buy more boats, Chile said.", "buy", ("Norway",)),
    ],
)
def test_those_who_only_stand_beside_the_act_are_not(
    text: str, head: str, promisors: tuple[str, ...]
) -> None:
    assert kept(text, head, promisors) == ()


def test_a_promisor_is_never_its_own_beneficiary() -> None:
    assert kept("Norway will help Norway.", "help", ("Norway",), threshold=0.0) == ()


def test_the_threshold_decides() -> None:
    text = "Norway will send boats to Peru, and Chile waits."
    assert kept(text, "send", ("Norway",), threshold=0.0) == ("Peru", "Chile")
    assert kept(text, "send", ("Norway",), threshold=1.1) == ()


def test_features_tell_the_relation_and_no_name() -> None:
    found = analysis("Norway will send boats to Peru.")
    act = token_at(found, "send")
    (recipient,) = recipients(act, act.sent, ("Norway",), found.resolver, found.names)
    features = recipient_features(recipient, act, action_span(act), "pledge")
    assert {"place=inside", "relation=pobj:to|inside", "act+place=send|inside"} <= set(features)
    assert len(features) == len(set(features))
    assert not any("peru" in feature.casefold() for feature in features)


def test_the_lexicon_refuses_unknown_keys() -> None:
    with pytest.raises(ValueError, match="colour"):
        BeneficiaryLexicon.model_validate({**beneficiary_lexicon().model_dump(), "colour": "red"})


def test_people_and_parties_named_just_before_are_looked_at() -> None:
    found = analysis("Peru asked for help.\nNorway will rescue tourists and repair bridges.")
    act = token_at(found, "rescue")
    seen = [
        party.name
        for recipient in recipients(act, act.sent, ("Norway",), found.resolver, found.names)
        for party in recipient.parties
    ]
    assert seen == ["tourists", "Peru"]
