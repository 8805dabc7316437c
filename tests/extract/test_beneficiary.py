"""Beneficiaries: which phrases may be one, how they stand to the act, and which are kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pytest

from flows.extract.analysis import Analysis
from flows.extract.components.action import action_span
from flows.extract.components.beneficiary import (
    Standing,
    beneficiaries_of,
    recipient_features,
    standings,
)
from flows.extract.components.beneficiary_lexicon import BeneficiaryLexicon, beneficiary_lexicon
from flows.extract.components.party import Party
from flows.extract.components.recipients import recipients
from flows.extract.judge import load_judge
from flows.extract.parse import Token
from flows.extract.proposals import propose
from tests.extract.documents import analysis, token_at

JUDGE = load_judge()


def parties(names: Iterable[str]) -> tuple[Party, ...]:
    """States of these names, who bind themselves."""
    return tuple(Party(name, "state") for name in names)


def possible(text: str, head: str, promisors: tuple[str, ...] = ()) -> list[str]:
    """Everybody in the sentence who may be a beneficiary."""
    found = analysis(text)
    act = token_at(found, head)
    phrases = recipients(act, act.sent, parties(promisors), found.resolver, found.names)
    return [party.name for phrase in phrases for party in phrase.parties]


def standings_of(found: Analysis, act: Token) -> list[Standing]:
    """How every phrase that may be a beneficiary of Norway's act stands to it."""
    phrases = recipients(act, act.sent, parties(["Norway"]), found.resolver, found.names)
    return standings(phrases, act, action_span(act))


def kept(text: str, act: str) -> tuple[str, ...]:
    """The beneficiaries of the record whose act begins with ``act``."""
    found = analysis(text)
    chosen = [
        JUDGE.beneficiaries(proposal, found, proposal.qualified.force)
        for proposal in propose(found)
        if proposal.action.text.startswith(act)
    ]
    (beneficiaries,) = chosen
    return beneficiaries


@pytest.mark.parametrize(
    ("text", "head", "promisors", "expected"),
    [
        ("Norway will send Peru boats.", "send", ("Norway",), ["Peru"]),
        ("Norway will send boats to Peru and Chile.", "send", ("Norway",), ["Peru", "Chile"]),
        ("Norway offered Bright Lane Books a loan.", "offered", ("Norway",), ["Bright Lane Books"]),
        ("Norway signed a truce with Peru.", "truce", ("Norway", "Peru"), ["Norway"]),
        ("Norway signed a truce to help Peru.", "truce", ("Norway", "Peru"), ["Norway", "Peru"]),
        ("Norway will feed the refugees.", "feed", ("Norway",), ["refugees"]),
        ("Norway will repair the old boats.", "repair", ("Norway",), []),
        ("Norway will aid people hit by floods.", "aid", ("Norway",), ["people hit by floods"]),
        ("Norway will rebuild the refugees' huts.", "rebuild", ("Norway",), ["refugees"]),
        ("Norway will feed anyone hit by floods.", "feed", ("Norway",), ["anyone hit by floods"]),
        ("Norway will treat the injured.", "treat", ("Norway",), ["injured"]),
        ("Norway will rebuild its national museum.", "rebuild", ("Norway",), []),
        ("Norway will pay all voters and spouses.", "pay", ("Norway",), ["voters", "spouses"]),
        ("Norway will pay 40,000 young Norwegians.", "pay", ("Norway",), ["40,000 young Norwegians"]),
        ("Peru will pay all Norwegians.", "pay", ("Peru",), ["Norway"]),
        ("Peru will feed Norwegians.", "feed", ("Peru",), ["Norway"]),
        ("Peru will ship rice to Norwegians in need.", "ship", ("Peru",), ["Norwegians in need"]),
        ("Peru will help Syrians who fled the war.", "help", ("Peru",), ["Syrians who fled the war"]),
        ("Peru will train young Chadians.", "train", ("Peru",), ["young Chadians"]),
        ("Norway will treat the more than 70 wounded.", "treat", ("Norway",), ["more than 70 wounded"]),
        ("Norway will care for the wounded and displaced.", "care", ("Norway",), ["wounded", "displaced"]),
        ("Norway will build huts for the 300 homeless.", "build", ("Norway",), ["300 homeless"]),
        ("Norway will pay the 300 bills.", "pay", ("Norway",), []),
        (
            "Norway will fine those who damage or block a quay or pier of the harbour, or its only road.",
            "fine",
            ("Norway",),
            ["those who damage or block a quay or pier of the harbour"],
        ),
        ("Peru will pay most Chadians.", "pay", ("Peru",), ["Chad"]),
        ("Peru will house 300 Chadians.", "house", ("Peru",), ["300 Chadians"]),
        ("Norway will pay, but Peru prefers to wait.", "pay", ("Norway",), []),
        ("Norway will sell boats under the Lima Accord.", "sell", ("Norway",), []),
        ("A mill wrote on Twitter that Norway will pay.", "pay", ("Norway",), []),
        ("Norway will pay people hit by floods — all of it.", "pay", ("Norway",), ["people hit by floods"]),
        ("Chad met the farmers. Norway will work with them.", "work", ("Norway",), ["farmers", "Chad"]),
        ("Norway honors the farmers. We will pay them.", "pay", ("Norway",), ["farmers"]),
        ("Norway will train policymakers.", "train", ("Norway",), ["policymakers"]),
        (
            "Norway will treat farmers as guests and help them.",
            "help",
            ("Norway",),
            ["farmers", "guests", "farmers"],
        ),
        (
            "Chad thanked farmers to whom Norway will send boats.",
            "send",
            ("Norway",),
            ["Chad", "farmers", "farmers"],
        ),
        (
            "Peru and Fiji fell out. The league threatened both with fines.",
            "fines",
            (),
            ["Peru", "Fiji"],
        ),
        ("Norway will work both with farmers and with miners.", "work", ("Norway",), ["farmers", "miners"]),
        ("The league threatened late ferries with closure.", "closure", (), ["late ferries"]),
        ("Norway will take $5 million from Peru.", "take", ("Norway",), ["Peru"]),
        ("Norway will accept $5 million from Peru.", "accept", ("Norway",), []),
        ("Norway will cancel the $5 million owed to Peru by Chad.", "cancel", ("Norway",), ["Chad"]),
        ("Norway will send boats for business.", "send", ("Norway",), []),
        ("Norway will send boats for local business.", "send", ("Norway",), ["local business"]),
        ("Norway will burn less for each unit of output.", "burn", ("Norway",), []),
        (
            "Norway will send boats for each unit of marines.",
            "send",
            ("Norway",),
            ["unit of marines", "marines"],
        ),
    ],
)
def test_names_pronouns_and_words_for_people_may_be_a_beneficiary(
    text: str, head: str, promisors: tuple[str, ...], expected: list[str]
) -> None:
    assert possible(text, head, promisors) == expected


@pytest.mark.parametrize(
    ("text", "act", "expected"),
    [
        ("Norway will provide boats to Peru, the envoy said.", "provide", ("Peru",)),
        ("Norway vowed to give Peru a loan.", "give", ("Peru",)),
        ("Norway pledged to provide $9 million to Peru and Chile.", "provide", ("Peru", "Chile")),
        ("Norway will help Peru, the envoy said.", "help", ("Peru",)),
    ],
)
def test_those_whom_an_act_is_for_are_kept(text: str, act: str, expected: tuple[str, ...]) -> None:
    assert kept(text, act) == expected


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway will raise its own taxes, a paper in Peru reported.", "raise"),
        ("Norway will buy more boats, Chile said.", "buy"),
    ],
)
def test_those_who_only_stand_beside_the_act_are_not(text: str, act: str) -> None:
    assert kept(text, act) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Under the Treaty, Norway will send boats.",
        "Interior Minister Ada Berg spoke. Norway will send boats.",
        "Norway will send boats under the Harbour Renewal Programme.",
    ],
)
def test_words_that_name_no_party_are_none(text: str) -> None:
    assert set(possible(text, "send", ("Norway",))) <= {"Ada Berg"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farmers, we will pay your debts.", ["farmers"]),
        ("Members of the European Parliament, I will pay you soon.", ["European Parliament"]),
        ("The teenagers came late. We will pay your debts.", []),
    ],
)
def test_you_are_those_addressed_by_name(text: str, expected: list[str]) -> None:
    found = possible(text, "pay")
    assert {name.casefold() for name in found} == {name.casefold() for name in expected}


def test_you_of_a_speech_are_those_whom_it_opens_with() -> None:
    text = "Madam President, members of the European Parliament,\nTeenagers wait. We will send you a bill."
    found = analysis(text, "speech", "Remarks by the President", "The White House")
    act = token_at(found, "send")
    (hearer,) = [
        each
        for each in recipients(act, act.sent, (), found.resolver, found.names)
        if each.token.text == "you"
    ]
    assert [party.name for party in hearer.parties] == ["European Parliament"]


def test_them_are_no_things() -> None:
    text = "Shots fell in the bay. The fishermen saw turbines on the quays. Norway will pay them."
    assert possible(text, "pay", ("Norway",)) == ["fishermen"]
    assert "turbines" not in possible("The turbines rust. Norway will pay them.", "pay", ("Norway",))


def test_an_agreement_with_somebody_promises_in_their_name() -> None:
    found = analysis("Ada Berg said on Sunday that an agreement with Norway promised her the post.")
    (proposal,) = [each for each in propose(found) if each.action.text == "the post"]
    assert [party.name for party in proposal.promisors] == ["Norway"]
    assert possible(found.doc.text, "post", ("Norway",)) == ["Ada Berg"]


def test_a_promisor_is_never_its_own_beneficiary() -> None:
    assert possible("Norway will help Norway.", "help", ("Norway",)) == []


def test_the_threshold_decides() -> None:
    found = analysis("Norway will send boats to Peru, which Chile envies.")
    act = token_at(found, "send")
    phrases = standings_of(found, act)
    assert [phrase.recipient.parties[0].name for phrase in phrases] == ["Peru", "Chile"]
    for threshold, expected in ((0.3, ("Peru", "Chile")), (0.5, ("Peru",)), (0.7, ())):
        assert beneficiaries_of(phrases, (0.6, 0.4), threshold) == expected


def test_what_would_go_on_cites_nobody_and_persons_can_gain() -> None:
    text = "Norway promised that inspectors would go on being paid."
    assert possible(text, "paid", ("Norway",)) == ["inspectors"]
    assert possible("Norway will pay persons hurt in the flood.", "pay", ("Norway",)) == [
        "persons hurt in the flood"
    ]


def test_one_of_a_list_is_asked_for_less_beside_another() -> None:
    found = analysis("Norway will send boats to Peru and Chad before Chile orders any.")
    phrases = standings_of(found, token_at(found, "send"))
    assert [phrase.recipient.parties[0].name for phrase in phrases] == ["Peru", "Chad", "Chile"]
    assert beneficiaries_of(phrases, (0.6, 0.4, 0.4), 0.5) == ("Peru", "Chad")
    assert beneficiaries_of(phrases, (0.6, 0.1, 0.4), 0.5) == ("Peru",)
    assert beneficiaries_of(phrases, (0.4, 0.4, 0.4), 0.5) == ()


def test_a_party_that_is_named_twice_is_found_once() -> None:
    found = analysis("Norway will send Peru boats, which Peru wants before Chile orders any.")
    phrases = standings_of(found, token_at(found, "send"))
    assert len(phrases) == 3
    assert beneficiaries_of(phrases, (0.9, 0.9, 0.9), 0.5) == ("Peru", "Chile")
    assert beneficiaries_of(phrases, (0.1, 0.9, 0.1), 0.5) == ("Peru",)


def features_of_all(text: str, head: str) -> dict[str, list[str]]:
    """The features of the phrases that may be a beneficiary of Norway's act, by the words they head."""
    found = analysis(text)
    act = token_at(found, head)
    beside = standings_of(found, act)
    return {
        f"{each.recipient.token.text}.{each.place}": recipient_features(each, beside, act, "pledge")
        for each in beside
    }


def test_features_tell_the_relation_and_no_name() -> None:
    (features,) = features_of_all("Norway will send boats to Peru.", "send").values()
    assert {"place=inside", "relation=pobj:to|inside", "act+place=send|inside"} <= set(features)
    assert len(features) == len(set(features))
    assert not any("peru" in feature.casefold() for feature in features)


def test_features_tell_who_stands_nearer_to_the_act() -> None:
    features = features_of_all("As Chile watched, Norway vowed to send boats to Peru.", "send")
    assert "rival=taken:pobj:to|before" in features["Chile.before"]
    assert "rival=some|inside" in features["Peru.inside"]
    (alone,) = features_of_all("Norway vowed to send boats to Peru.", "send").values()
    assert "rival=none|inside" in alone


def test_features_tell_where_else_the_same_party_is_named() -> None:
    features = features_of_all("After Peru lost its fleet, Norway vowed to send boats to Peru.", "send")
    assert "also=inside|before" in features["Peru.before"]
    assert {"also=before|inside", "parties=1|inside"} <= set(features["Peru.inside"])
    (alone,) = features_of_all("Norway vowed to send boats to Peru.", "send").values()
    assert "also=none|inside" in alone


def features_for(text: str, words: str) -> list[str]:
    """The features of how the phrase at ``words`` stands to what Norway "will send"."""
    found = analysis(text)
    act = token_at(found, "send")
    beside = standings_of(found, act)
    (standing,) = [each for each in beside if each.token == token_at(found, words)]
    return recipient_features(standing, beside, act, "pledge")


def test_features_tell_whose_people_are_in_which_clause_and_who_is_told() -> None:
    text = "Norway told farmers it will send boats to our miners if Peru pays."
    assert "told=tell" in features_for(text, "farmers")
    assert "own=our|pobj:to" in features_for(text, "miners")
    assert "clause=advcl|if" in features_for(text, "Peru")


def test_the_lexicon_refuses_unknown_keys() -> None:
    with pytest.raises(ValueError, match="colour"):
        BeneficiaryLexicon.model_validate({**beneficiary_lexicon().model_dump(), "colour": "red"})


def test_people_and_parties_named_just_before_are_looked_at() -> None:
    found = analysis("Peru asked for help.\nNorway will rescue tourists and repair bridges.")
    act = token_at(found, "rescue")
    seen = [
        party.name
        for recipient in recipients(act, act.sent, parties(["Norway"]), found.resolver, found.names)
        for party in recipient.parties
    ]
    assert seen == ["tourists", "Peru"]


@pytest.mark.parametrize(
    ("text", "act", "expected"),
    [
        (
            "Norway offered the Amber Lakes Group full access to its quays.",
            "full access",
            ("Amber Lakes Group",),
        ),
        ("Chile vowed to prosecute those responsible.", "prosecute", ("those responsible",)),
        # whom a verb names beside what they are given, also those who are no people
        ("Norway has offered the east of Fiji 40 extra cooks.", "40 extra cooks", ("east of Fiji",)),
        ("Norway has offered each of the crews a boat.", "a boat", ("crews",)),
        ("The union had been offered a new oven by Peru.", "a new oven", ("union",)),
        (
            "A ministry told the Red Heron Club it will be given a berth.",
            "given a berth",
            ("Red Heron Club",),
        ),
        (
            "Chad pledged $4 million to the widows of the miners who drowned.",
            "$4 million",
            ("widows of the miners",),
        ),
        ("Norway said that each of the cooks will be given a stove.", "given a stove", ("cooks",)),
        ("Norway has offered the world a truce.", "a truce", ("world",)),
        # to whom one gives one's word
        ("Norway assured the bakers’ union in writing that the fee would stay.", "stay", ("bakers’ union",)),
        ("Norway assured its bank that fees will be raised.", "fees will be raised", ("Norway's bank",)),
        # one of a people is not its state
        ("Norway will bring cheap bread to every Norwegian.", "bring", ("Norwegian",)),
        # nor is whichever fits a clause everybody
        ("Norway will feed any village that lost its harvest.", "feed", ("village that lost its harvest",)),
        ("Norway will feed the village that lost its harvest.", "feed", ("village",)),
        ("Chad will attack any Peruvian troops that stay.", "attack", ("Peru",)),
        # those who are let go say nothing
        ("Norway will allow the crew to go home.", "allow", ("crew",)),
        # who is taken on gives their work, and a power to do something is given to nobody else
        ("Norway will recruit 90 cooks.", "recruit", ()),
        ("Norway will feed 90 cooks.", "feed", ("90 cooks",)),
        ("Norway will give guards the power to fine crews.", "give", ("guards",)),
        ("Norway will hand power to the crews.", "hand", ("crews",)),
        # what is promised to happen gains nothing by it
        ("Norway promised relief is near.", "is near", ()),
    ],
)
def test_a_receiver_and_those_only_described_are_beneficiaries(
    text: str, act: str, expected: tuple[str, ...]
) -> None:
    assert kept(text, act) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway spoke about the drought in Chad.\nIt will send the country 40 trucks.", ["Chad"]),
        ("Floods hit Lima on Sunday.\nNorway will send the city 40 boats.", ["Lima", "Peru"]),
        ("A storm hit Tonga.\nNorway will send the island nation 40 boats.", ["Tonga"]),
        ("Norway lost the match.\nIt will send the country 40 boats.", ["Norway"]),
        ("Norway will send boats to the Chad-led force.", ["Chad-led force"]),
        ("Norway will send boats to a Rheinfeld-Chad venture.", ["Rheinfeld", "Rheinfeld-Chad venture"]),
    ],
)
def test_a_place_that_receives_is_the_last_one_named_that_does_not_give(
    text: str, expected: list[str]
) -> None:
    found = possible(text, "send", ("Norway",))
    assert [name for name in found if name != "Norway"] == [name for name in expected if name != "Norway"]


def test_whom_a_promisor_speaks_for_is_told_apart() -> None:
    found = analysis(
        "Jens Stoltenberg promised to send Norwegian boats to Peru.", published_on=dt.date(2012, 5, 2)
    )
    (proposal,) = propose(found)
    phrases = recipients(
        proposal.candidate.act, proposal.sentence.span, proposal.promisors, found.resolver, found.names
    )
    assert {name.name: phrase.served for phrase in phrases for name in phrase.parties} == {
        "Norway": True,
        "Peru": False,
    }


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Norway will dismiss all who left the quay.", "dismiss", "all who left the quay"),
        ("Norway will house 40 ferrymen. They will be paid in May.", "paid", "40 ferrymen"),
        ("Norway will pay. The poor will be fed by the town.", "fed", "poor"),
        ("Norway passed an amnesty for tax dodgers.", "passed", "tax dodgers"),
    ],
)
def test_those_who_are_done_something_may_be_beneficiaries(text: str, head: str, expected: str) -> None:
    assert expected in possible(text, head)


def test_they_are_the_plural_that_acted_before_others() -> None:
    text = "The bakers met the ferrymen. They will be paid in May."
    assert "ferrymen" not in possible(text, "paid")


@pytest.mark.parametrize(
    ("text", "act", "missing"),
    [
        ("Norway will import gas from Peru by ship.", "import", "Peru"),
        ("Norway will buy boats from Peru and Fiji.", "buy", "Fiji"),
        ("Norway will upgrade its office in Lima to an embassy.", "upgrade", "embassy"),
    ],
)
def test_who_sells_and_what_is_made_gain_nothing(text: str, act: str, missing: str) -> None:
    assert missing not in possible(text, act, ("Norway",))


@pytest.mark.parametrize(
    ("text", "act", "missing"),
    [
        ("Norway will lend 300 million Danish kroner.", "lend", "Denmark"),
        ("Norway will freeze wages, except for nurses and cooks.", "freeze", "nurses"),
        ("Norway will freeze wages, except for nurses and cooks.", "freeze", "cooks"),
    ],
)
def test_whose_money_it_is_and_who_is_left_out_gain_nothing(text: str, act: str, missing: str) -> None:
    assert missing not in possible(text, act, ("Norway",))


def test_a_state_whose_boats_are_mended_may_gain() -> None:
    assert "Denmark" in possible("Norway will mend 300 Danish boats.", "mend", ("Norway",))


def test_who_is_sold_an_embassy_may_gain() -> None:
    assert "Peru" in possible("Norway will sell gas to Peru.", "sell", ("Norway",))


@pytest.mark.parametrize(
    ("text", "act", "found"),
    [
        ("Norway will work with Peru to open the strait.", "work", False),
        ("Norway will keep working with Peru to open the strait.", "keep", False),
        ("Norway will work with Peru.", "work", True),
        ("Norway will speak with Peru to open the strait.", "speak", True),
    ],
)
def test_with_whom_something_is_done_for_another_end_gains_nothing(text: str, act: str, found: bool) -> None:
    assert ("Peru" in possible(text, act, ("Norway",))) == found


@pytest.mark.parametrize(
    ("text", "act", "missing"),
    [
        ("Norway's king will travel to Lima in May.", "travel", "Peru"),
        ("Norway's king will fly to Peru and to Chile.", "fly", "Chile"),
        ("Norway will lead a delegation to Fiji.", "lead", "Fiji"),
        ("Norway's rebels will become a guard of 300 farmers.", "become", "300 farmers"),
        (
            "Norway will free two Fijians in return for nine Peruvian sailors.",
            "free",
            "nine Peruvian sailors",
        ),
        ("Norway will seek access to Peru for its fish.", "seek", "Peru"),
        ("Norway will build a wall along its border with Peru.", "build", "Peru"),
        ("Norway will go on with this work alongside Peru.", "go", "Peru"),
        ("Norway will extend its ban with respect to Peru.", "extend", "Peru"),
        ("Norway will replace a unit that has guarded miners.", "replace", "miners"),
        ("Norway thanked Peru and said it would accept tents.", "accept", "Peru"),
        ("Norway thanked the people of Peru and agreed to meet in Lima.", "meet", "Peru"),
        ("Norway expressed its thanks to Peru and agreed to leave.", "leave", "Peru"),
        ("Norway will fine families with small children.", "fine", "small children"),
        ("Norway will send an observer mission of 200 nurses.", "send", "200 nurses"),
        ("Norway will meet the mayors in Peru.", "meet", "Peru"),
        ("Norway will hold talks with the miners in Lima.", "hold", "Peru"),
        ("Norway will let the monitors enter Peru.", "let", "Peru"),
        ("Norway will move its farmers to Peru.", "move", "Peru"),
        ("Norway has agreed to accept Peruvian tents.", "accept", "Peru"),
        ("Norway will work with the board of the Baltic League to mend piers.", "work", "Baltic League"),
    ],
)
def test_where_one_goes_and_what_is_told_besides_gain_nothing(text: str, act: str, missing: str) -> None:
    assert missing not in possible(text, act, ("Norway",))


@pytest.mark.parametrize(
    ("text", "act", "expected"),
    [
        ("Norway said $9 million will go to Peru.", "go", "Peru"),
        ("Norway will return the boats to Peru.", "return", "Peru"),
        ("Norway will send 40 trucks to Lima.", "send", "Peru"),
        ("Norway will become a partner of Peru.", "become", "Peru"),
        ("Norway will send an envoy to Lima.", "send", "Peru"),
        ("Norway's king will travel to Lima to meet the mayors.", "travel", "Peru"),
        ("Norway will let trucks enter Peru.", "let", "Peru"),
        ("Norway will keep the vow that it gave Peru.", "keep", "Peru"),
        ("Norway will pay a team of 200 nurses.", "pay", "200 nurses"),
        ("Norway will hold talks with Peru in Lima.", "hold", "Peru"),
        ("Norway will mend roads in Peru.", "mend", "Peru"),
        ("Norway will move its boats to Peru.", "move", "Peru"),
        ("Norway will grant access to Peru.", "grant", "Peru"),
        ("Norway will close its border with Peru.", "close", "Peru"),
        ("Norway will fund a unit that guards miners.", "fund", "miners"),
        ("Norway thanked Peru and said it would send tents.", "send", "Peru"),
        ("Norway will accept Peruvian nurses.", "accept", "Peru"),
        ("Norway will mend Peruvian piers.", "mend", "Peru"),
        ("Norway will work with the board of the Baltic League.", "work", "Baltic League"),
    ],
)
def test_what_is_given_to_a_place_may_be_for_it(text: str, act: str, expected: str) -> None:
    assert expected in possible(text, act, ("Norway",))


@pytest.mark.parametrize(
    ("text", "act", "expected"),
    [
        (
            "Norway said its crews will stay in Peru to protect foreign monitors.",
            "stay",
            ("foreign monitors",),
        ),
        ("Norway said it will send a ferry to help the islanders leave.", "send", ("islanders",)),
        ("Norway said that Delta Corp. would be compensated in full.", "compensated", ("Delta Corp.",)),
        # "them" are never those who do it
        ("The dockers say the mills must do more to protect them.", "do", ("dockers",)),
        ("The dockers say the mills must bring their own lamps with them.", "bring", ()),
    ],
)
def test_who_is_helped_by_an_acts_purpose_or_made_good_is_a_beneficiary(
    text: str, act: str, expected: tuple[str, ...]
) -> None:
    assert kept(text, act) == expected


def test_a_list_may_repeat_its_preposition() -> None:
    found = analysis("Norway will send boats to Peru and to Chile.")
    act = token_at(found, "send")
    assert [phrase.relation for phrase in standings_of(found, act)] == ["pobj:to", "pobj:to"]
    assert len({phrase.path for phrase in standings_of(found, act)}) == 1
