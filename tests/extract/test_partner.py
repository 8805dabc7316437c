"""Partners: sentences in which one acts or makes a deal with another in, who is bound and who gains out."""

from __future__ import annotations

import pytest

from tests.extract.documents import records


@pytest.mark.parametrize(
    ("text", "promisors"),
    [
        ("Together with Norway, Fiji will dredge the bay.", ("Fiji", "Norway")),
        ("Fiji will dredge the bay together with Norway.", ("Fiji", "Norway")),
        ("Fiji plans to stage a regatta jointly with Norway.", ("Fiji", "Norway")),
        # things go along with what is given, and who is brought together gives nothing
        ("Fiji will send 40 stoves together with pans.", ("Fiji",)),
        ("Fiji will bring Peru together with Chad.", ("Fiji",)),
        ("Fiji will dredge the bay together with local fishermen.", ("Fiji",)),
        # with whom one works, and for whom others say "we", has promised nothing
        ("Fiji will work together with Norway to dredge the bay.", ("Fiji",)),
    ],
)
def test_who_acts_together_with_another_is_bound_too(text: str, promisors: tuple[str, ...]) -> None:
    (found,) = records(text)
    assert found.promisors == promisors
    assert not set(found.promisors) & set(found.beneficiaries)


def test_who_is_to_do_what_is_asked_is_joined_by_nobody() -> None:
    (found,) = records("Norway asked Fiji to dredge the bay together with Peru.")
    assert found.promisors == ("Fiji",)


@pytest.mark.parametrize(
    ("text", "promisors"),
    [
        ("The envoy announced the truce agreed by the weavers and the dyers.", ("weavers", "dyers")),
        ("The envoy announced the truce reached between Fiji and Norway.", ("Fiji", "Norway")),
        # who signs it makes it too
        ("Peru signed the pact reached by Fiji and Norway.", ("Peru",)),
        ("The envoy announced the truce brokered by Fiji and Norway.", ("envoy",)),
    ],
)
def test_a_deal_of_which_another_tells_binds_those_who_made_it(text: str, promisors: tuple[str, ...]) -> None:
    assert records(text)[-1].promisors == promisors


@pytest.mark.parametrize(
    ("text", "promisors"),
    [
        ("Fiji has agreed with Norway to share a lighthouse.", ("Fiji", "Norway")),
        ("Fiji agreed to a truce with Norway.", ("Fiji", "Norway")),
        ("Fiji agreed to a fisheries programme with the World Bank.", ("Fiji", "World Bank")),
        # a meeting with somebody is the act itself
        ("Fiji agreed to hold talks with Norway.", ("Fiji",)),
    ],
)
def test_with_whom_something_is_agreed_is_bound_too(text: str, promisors: tuple[str, ...]) -> None:
    (found,) = records(text)
    assert found.promisors == promisors
    assert not set(found.promisors) & set(found.beneficiaries)
