"""Linking: which records join, under which ids, and why; the same in any order and step by step."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from flows.link import link, link_all, link_reached, load_membership
from flows.link.blocking import BlockIndex
from flows.link.comparison import features_of
from flows.link.keys import Numbers
from flows.link.linking import Asker, LikelyPairs
from flows.link.subject import subjects_of
from models.ledger import LedgerLine, LedgerRecord, Linking, LinkRecord
from tests.link.records import WORLD, by_line, partition, pledge

TANKS = pledge("send Ukraine 18 Leopard battle tanks", "2023-01-25")
TANKS_AGAIN = pledge("deliver 18 Leopard battle tanks to Ukraine by the spring", "2023-02-10")
HARBOUR = pledge("rebuild the grain harbour of Odesa", "2023-02-10", category="reconstruction")


def joined(one: LinkRecord, other: LinkRecord) -> bool:
    """Whether two records, linked alone, stand in one line."""
    return len(partition(link([one, other], WORLD))) == 1


def features(one: LinkRecord, other: LinkRecord) -> dict[str, float]:
    """What the comparison of two records weighs."""
    first, second = (subjects_of([record], WORLD)[0] for record in (one, other))
    found = features_of(first, second)
    assert found is not None
    return found


def test_the_same_act_in_other_words_joins() -> None:
    assert joined(TANKS, TANKS_AGAIN)


def test_another_act_for_the_same_party_stays_apart() -> None:
    assert not joined(TANKS, HARBOUR)


def test_a_promise_told_twice_in_one_document_joins() -> None:
    first = pledge("finance a field hospital in Lviv", document="speech")
    second = pledge(
        "help finance the field hospital in Lviv", document="speech", start_char=400, end_char=439
    )
    assert joined(first, second)


def test_an_act_of_many_words_is_near_another_such_by_more_than_two_of_them() -> None:
    acts = [
        "send twelve mobile bakeries and forty field kitchens to Odesa before winter",
        "send twelve mobile bakeries with flour, yeast and fuel for the northern coast",
        "repaint twelve bakeries, two chapels and a bridge along the northern coast",
        "repaint bakeries",
    ]
    found = subjects_of([pledge(act, f"2023-01-0{day}") for day, act in enumerate(acts, start=1)], WORLD)
    index = BlockIndex(found)
    assert [sorted(index.near_own(place)) for place in range(4)] == [[0, 1], [0, 1, 2], [1, 2, 3], [2, 3]]


def test_the_same_words_of_another_party_stay_apart() -> None:
    assert not joined(TANKS, pledge(TANKS.action, promisors=("Norway",)))


@pytest.mark.parametrize("name", ["Bundeswehr", "Olaf Scholz"])
def test_a_body_or_office_holder_promises_for_its_state(name: str) -> None:
    assert joined(TANKS, pledge(TANKS.action, "2023-03-01", promisors=(name,)))


def test_the_same_words_of_the_next_government_are_its_own() -> None:
    first = pledge("double the loans for barns and mills in the east", "2024-09-10", category="economic")
    again = "double loans for mills and barns of the eastern valleys"
    assert joined(first, pledge(again, "2025-03-10", category="economic"))
    assert not joined(first, pledge(again, "2025-07-10", category="economic"))


def test_the_reference_tables_tell_who_governed_on_a_day() -> None:
    world = load_membership()
    first, second, third = (
        world.governments(["United States"], dt.date(year, 6, 1)) for year in (2019, 2023, 2025)
    )
    assert len({first, second, third}) == 3  # who comes back heads another government
    assert world.governments(["United States"], None) == frozenset()
    assert world.governments(["Skarn Rail"], dt.date(2023, 6, 1)) == frozenset()


def test_two_agreements_of_one_party_with_two_others_are_two() -> None:
    deal = "negotiate a framework for the trade in timber"
    first = pledge(deal, promisors=("Germany", "Chile"), force="agreement")
    assert joined(first, pledge(deal, "2023-03-01", promisors=("Germany", "Chile"), force="agreement"))
    assert not joined(first, pledge(deal, "2023-03-01", promisors=("Germany", "Peru"), force="agreement"))


def test_the_same_words_for_another_state_are_another_commitment() -> None:
    quota = "admit 4,000 tonnes of walnuts a year free of duty"
    first, other, descriptive = (
        pledge(quota, day, beneficiaries=(name,))
        for name, day in (
            ("Ukraine", "2023-01-25"),
            ("Moldova", "2023-02-20"),
            ("walnut growers", "2023-02-20"),
        )
    )
    assert not joined(first, other)
    assert joined(first, descriptive)


def test_what_is_asked_of_a_party_speaks_against_its_own_promise() -> None:
    asked = pledge("ratify the border treaty", force="request")
    for other, differs in ((pledge("ratify the treaty on the border"), 1.0), (asked, 0.0)):
        first, second = subjects_of([asked], WORLD) + subjects_of([other], WORLD)
        features = features_of(first, second)
        assert features is not None
        assert features["one_asked"] == differs


def test_a_person_out_of_office_promises_for_nobody_else() -> None:
    assert not joined(
        pledge(TANKS.action, "2025-05-01"),
        pledge(TANKS.action, "2025-09-01", promisors=("Olaf Scholz",)),
    )


def test_other_amounts_in_one_currency_are_other_commitments() -> None:
    first = pledge("provide EUR 500 million for the repair of power plants", amount=5e8, unit="EUR")
    other = pledge("provide EUR 700 million for the repair of power plants", amount=7e8, unit="EUR")
    rounded = pledge("provide EUR 502 million for the repair of power plants", amount=5.02e8, unit="EUR")
    assert not joined(first, other)
    assert joined(first, rounded)


def barges(action: str, day: str, number: float, **fields: Any) -> LinkRecord:
    """An act of a number of barges."""
    return pledge(action, day, amount=number, unit="barges", **fields)


PROMISED_BARGES = barges("deliver 40 grain barges to Izmail", "2023-01-25", 40)


@pytest.mark.parametrize(("number", "is_its_deed"), [(18, True), (45, True), (3, False), (90, False)])
def test_a_deed_of_another_amount_is_that_of_its_promise_unless_far_off(
    number: int, is_its_deed: bool
) -> None:
    deed = barges(f"delivered {number} grain barges to Izmail", "2023-05-02", number, force="fulfilment")
    assert joined(PROMISED_BARGES, deed) == is_its_deed


def test_a_sum_that_both_give_as_a_round_one_says_less() -> None:
    exact, rounded = (
        pledge("lend Izmail tugs", "2023-02-01", amount=number, unit="tugs") for number in (198, 200)
    )
    assert features(exact, exact)["amount"] == features(exact, rounded)["amount"] == 1
    assert features(rounded, rounded)["amount"] == 0.5


def test_another_amount_of_no_later_deed_is_another_commitment() -> None:
    action = "deliver 30 grain barges to Izmail"
    assert not joined(PROMISED_BARGES, barges(action, "2023-05-02", 30))
    assert not joined(PROMISED_BARGES, barges(action, "2023-01-11", 30, force="fulfilment"))
    fulfilled = replace(PROMISED_BARGES, force="fulfilment")
    assert not joined(fulfilled, barges(action, "2023-05-02", 30, force="fulfilment"))


def test_a_deed_joins_its_promise_and_not_two_promises_of_other_amounts_to_each_other() -> None:
    first, second = PROMISED_BARGES, barges("deliver 60 grain barges to Izmail", "2023-03-01", 60)
    part, rest = (
        barges(f"delivered {number} grain barges to Izmail", day, number, force="fulfilment")
        for number, day in ((22, "2023-05-02"), (17, "2023-06-02"))
    )
    assert len(partition(link([first, part, rest], WORLD))) == 1
    lines = partition(link([first, second, part], WORLD))
    assert len(lines) == 2
    assert not any({first.record_id, second.record_id} <= line for line in lines)


def test_acts_on_other_near_days_stay_apart_where_a_third_is_like_both() -> None:
    action = "send a convoy of dredgers to Izmail"
    first = due(action, "2023-03-07", "2023-03-06", "2023-03-12")
    second = due(action, "2023-03-21", "2023-03-20", "2023-03-26")
    lines = partition(link([first, second, pledge(action, "2023-03-14")], WORLD))
    assert not any({first.record_id, second.record_id} <= line for line in lines)


def test_a_sum_that_the_others_words_hold_is_no_sum_of_one_alone() -> None:
    told = pledge("lend 300 harvesters to cooperatives", amount=300, unit="harvesters")
    in_words = pledge("lend cooperatives 300 harvesters and 40 balers")
    without = pledge("lend harvesters to cooperatives")
    assert features(told, in_words)["one_amount"] == features(in_words, told)["one_amount"] == 0
    assert features(told, without)["one_amount"] == features(without, told)["one_amount"] == 1


def test_an_amount_that_the_other_words_give_too_is_no_other_one() -> None:
    goal = "cut emissions from ships by 40 to 45 percent below the level of 2008"
    first = pledge(goal, amount=45, unit="percent")
    again = pledge(
        "cut emissions from ships by 40 percent below the level of 2008", amount=40, unit="percent"
    )
    other = pledge(
        "cut emissions from ships by 60 percent below the level of 2008", amount=60, unit="percent"
    )
    assert joined(first, again)
    assert not joined(first, other)


def test_other_years_are_other_commitments() -> None:
    aim = "cut greenhouse gas emissions by 55 percent below the level of 1990"
    first = pledge(aim, due_end=dt.date(2030, 12, 31))
    assert not joined(first, pledge(aim, "2023-06-01", due_end=dt.date(2040, 12, 31)))
    assert joined(first, pledge(aim, "2023-06-01", due_end=dt.date(2030, 12, 31)))


def test_a_period_counted_from_each_document_does_not_part_them() -> None:
    aim = "train 9,000 Ukrainian gunners over five years"
    assert joined(
        pledge(aim, "2023-01-25", due_end=dt.date(2028, 1, 25)),
        pledge(aim, "2024-01-25", due_end=dt.date(2029, 1, 25)),
    )


def due(action: str, day: str, first: str, last: str) -> LinkRecord:
    """A pledge told on ``day`` that is due from the ``first`` to the ``last`` day."""
    return pledge(action, day, due_start=dt.date.fromisoformat(first), due_end=dt.date.fromisoformat(last))


def test_an_act_that_is_near_again_when_its_days_are_over_is_another_one() -> None:
    loads = "send 90 loads of seed potatoes to Kherson this week"
    first = due(loads, "2023-03-07", "2023-03-06", "2023-03-12")
    assert not joined(first, due(loads, "2023-03-15", "2023-03-13", "2023-03-19"))
    assert not joined(first, due(f"{loads} by rail", "2023-03-15", "2023-03-13", "2023-03-19"))


def test_a_near_day_that_slips_or_is_told_again_is_that_of_one_act() -> None:
    loads = "send 90 loads of seed potatoes to Kherson"
    first = due(loads, "2023-03-07", "2023-03-10", "2023-03-10")
    for other in (
        due(loads, "2023-03-09", "2023-03-14", "2023-03-14"),  # slipped before it had passed
        due(f"{loads} by rail", "2023-03-09", "2023-03-14", "2023-03-14"),
        due(loads, "2023-03-13", "2023-03-10", "2023-03-10"),  # told of afterwards
        due(loads, "2023-03-13", "2023-04-01", "2023-06-30"),  # no longer near
        pledge(loads, "2023-03-13"),
    ):
        assert joined(first, other)


def test_an_event_of_another_season_is_another_commitment() -> None:
    visit = "travel to Kyiv for talks on grain exports"
    assert joined(pledge(visit, "2023-01-25"), pledge(visit, "2023-02-01"))
    assert not joined(pledge(visit, "2023-01-25"), pledge(visit, "2023-07-01"))


def test_a_later_event_is_likelier_another_one_than_later_words_of_a_lasting_act() -> None:
    def lost_in_three_weeks(action: str) -> float:
        first, soon, later = (
            pledge(action, day, amount=None) for day in ("2023-01-25", "2023-01-27", "2023-02-17")
        )
        return features(first, later)["later_event"] - features(first, soon)["later_event"]

    assert lost_in_three_weeks("visit the dike builders of Kherson") > 0
    assert lost_in_three_weeks("pay the dike builders of Kherson") == 0


@pytest.mark.parametrize(("voice", "differs"), [("Germany", 0), ("Olaf Scholz", 0), ("Bundeswehr", 1)])
def test_two_who_speak_for_one_state_are_two_voices_but_the_state_is_none(voice: str, differs: int) -> None:
    told = pledge("lease 40 ferries to Ukraine", promisors=("Olaf Scholz",))
    assert (
        features(told, pledge("lease 40 ferries to Ukraine", promisors=(voice,)))["other_voices"] == differs
    )


def test_another_voice_for_a_state_speaks_against_one_commitment() -> None:
    told = pledge("lower the tolls for lorries on the Danube", promisors=("Olaf Scholz",))
    state, body = (
        pledge("bring down tolls for lorries", "2023-02-20", promisors=(name,))
        for name in ("Germany", "Bundeswehr")
    )
    assert link([told, state], WORLD).records[-1].score > link([told, body], WORLD).records[-1].score


def test_a_rare_word_in_common_says_more_than_several_that_many_acts_have() -> None:
    rare = features(pledge("widen the quays of Izmail"), pledge("strengthen quays on the lower river"))
    common = features(
        pledge("support new jobs for people"), pledge("create new jobs with people in the country")
    )
    assert rare["rarest_shared"] > common["rarest_shared"]


def test_what_is_acted_on_is_told_by_the_words_behind_the_verb() -> None:
    sluices = pledge("repair sluice gates near Nikopol")
    assert features(sluices, pledge("replace sluice gates near Nikopol"))["same_object"] == 1
    assert features(sluices, pledge("repair roads that lead to sluice gates"))["same_object"] < 0.5


def test_that_before_a_clause_is_no_pronoun() -> None:
    clause = "ensure that all orchard keepers can insure their harvest"
    assert joined(pledge(clause, beneficiaries=()), pledge(clause, "2023-02-20", beneficiaries=()))
    assert not joined(
        pledge("sell that to all of them", beneficiaries=()),
        pledge("sell that to all of them", "2023-02-20", beneficiaries=()),
    )


def test_an_act_that_recurs_each_year_is_another_one_each_year() -> None:
    renewal = "continue the national emergency declared in Order 14065 with respect to Wagner"
    assert joined(pledge(renewal, "2023-02-10"), pledge(renewal, "2023-02-20"))
    assert not joined(pledge(renewal, "2023-02-10"), pledge(renewal, "2024-02-09"))


@pytest.mark.parametrize(
    ("action", "other"),
    [
        ("bring down energy prices for Ukrainian households", "lower energy prices for Ukrainian families"),
        ("expand rural broadband in Ukraine", "increase rural internet in Ukraine"),
        ("do everything we can to clear mines from the fields", "clearing mines from the fields"),
        ("use every lever at our disposal to clear mines from the fields", "clearing mines from the fields"),
        ("do it all to shield beekeepers from frost in May", "shield beekeepers from frost in May"),
        ("keep the supply chain for seed potatoes open", "keep seed potato supply chains open"),
        ("fight crime by gangs in the ports", "fight criminal gangs in ports"),
        ("survey European dikes for the climate crisis", "survey dikes of Europe for climate change"),
        (
            "reach 2,450 Ukrainian villages with mobile clinics",
            "send mobile clinics to 2,450 Ukrainian villages",
        ),
    ],
)
def test_words_that_mean_the_same_join(action: str, other: str) -> None:
    assert joined(pledge(action), pledge(other, "2023-02-20"))


def test_the_duty_of_a_legal_text_is_its_own() -> None:
    duty = "notify in writing, before each transfer of seized assets, every creditor entered in the register"
    first = pledge(duty, document="a", force="obligation")
    again = pledge(duty, document="a", start_char=90, end_char=90 + len(duty), force="obligation")
    assert joined(first, again)
    assert not joined(first, pledge(duty, document="b", force="obligation"))


def test_the_same_long_duty_with_names_in_two_texts_is_two_commitments() -> None:
    duty = "file with the Harbour Board of Odesa sworn statements on every cargo of Crimean grain"
    first = pledge(duty, document="a", force="obligation")
    assert not joined(first, pledge(duty, document="b", force="obligation"))


def test_likeness_of_the_sentences_around_counts() -> None:
    first = pledge(
        "strengthen the response to outbreaks",
        sentence="In Ghana we will strengthen the response to outbreaks of malaria in the north.",
    )

    def score(sentence: str) -> float:
        other = pledge("boost the response to outbreaks", "2023-02-20", sentence=sentence)
        return link([first, other], WORLD).records[1].score

    same_matter = score("Ghana counts on us: we boost the response to outbreaks of malaria in the north.")
    assert same_matter > score("Kenya's poultry farmers asked us to boost the response to outbreaks.")


def test_acts_that_undo_each_other_stay_apart() -> None:
    impose = pledge("impose sanctions on Belarusian potash exports", category="sanctions")
    lift = pledge("lift sanctions on Belarusian potash exports", category="sanctions")
    keep = pledge("maintain sanctions on Belarusian potash exports", category="sanctions")
    assert not joined(impose, lift)
    assert not joined(lift, keep)


def test_a_refusal_of_the_act_stands_in_its_line() -> None:
    refusal = pledge(TANKS.action, "2023-04-01", force="refusal", polarity="negative")
    assert joined(TANKS, refusal)


@pytest.mark.parametrize(
    ("action", "fields"),
    [
        ("extend their fisheries accord by two years", {"promisors": ("both sides",)}),
        ("provide more support", {"beneficiaries": ()}),
        ("adopt the following measures against tax evasion", {}),
        ("submit a report to the ministry", {"force": "obligation"}),
    ],
)
def test_words_that_each_document_fills_anew_join_within_one_alone(
    action: str, fields: dict[str, Any]
) -> None:
    here = pledge(action, document="a", **fields)
    again = pledge(action, document="a", start_char=90, end_char=90 + len(action), **fields)
    elsewhere = pledge(action, document="b", **fields)
    assert partition(link([here, again, elsewhere], WORLD)) == {
        frozenset({here.record_id, again.record_id}),
        frozenset({elsewhere.record_id}),
    }


def test_an_act_without_words_of_its_own_stands_alone() -> None:
    assert not joined(pledge("do that", document="a"), pledge("do that", document="a", start_char=90))


@pytest.mark.parametrize(
    "action",
    ["move forward", "get back to you soon", "sign it into law", "step up and win", "fix it quickly"],
)
def test_an_act_that_names_no_matter_joins_only_in_its_document_or_a_repeated_sentence(action: str) -> None:
    bare: dict[str, Any] = {"beneficiaries": ()}
    quoted = f"Once the Harbour Fund Act is through parliament, Germany will {action}, the minister said."
    here = pledge(action, document="a", sentence=quoted, **bare)
    again = pledge(action, document="a", start_char=90, end_char=120, sentence=f"We {action}.", **bare)
    repeated = pledge(action, document="b", sentence=quoted, **bare)
    elsewhere = pledge(action, document="c", sentence=f"On fish quotas they {action} too.", **bare)
    assert joined(here, again)
    assert joined(here, repeated)
    assert not joined(here, elsewhere)


def test_a_pronoun_that_stands_for_a_known_party_points_nowhere_else() -> None:
    assert joined(
        pledge("equip them with demining robots"), pledge("equip them with demining robots", "2023-02-20")
    )


def test_a_bare_sum_joins_where_the_sentences_are_alike() -> None:
    def told(sentence: str, document: str) -> LinkRecord:
        return pledge(
            "a $40 million investment",
            document=document,
            beneficiaries=(),
            amount=4e7,
            unit="USD",
            sentence=sentence,
        )

    first = told("Berlin announced a $40 million investment in the locks of the Elbe canal.", "a")
    assert joined(first, told("A $40 million investment in the locks of the Elbe canal was announced.", "b"))
    assert not joined(first, told("It made a $40 million investment in nurses' pay.", "b"))


@pytest.mark.parametrize(
    "action",
    [
        "stand with the Ukrainian people for as long as it takes",
        "our unwavering commitment to Ukraine's independence",
        "be there for Ukraine",
        "stand with them for as long as it takes",
        "help Ukraine as it defends itself against invaders",
        "underscore our long-term commitment to Ukraine",
        "support Ukraine for as long as it takes, including with 40 generators for its hospitals",
    ],
)
def test_standing_support_is_one_commitment_in_whatever_words(action: str) -> None:
    support = pledge("support Ukraine", category="diplomatic")
    assert joined(support, pledge(action, "2023-09-01"))
    assert joined(support, pledge(action, "2023-09-01", promisors=("Germany", "Norway", "Japan", "Chad")))
    assert not joined(support, pledge(action, "2023-09-01", promisors=("Norway",)))


def test_a_sum_behind_what_support_includes_leaves_it_standing_one_elsewhere_does_not() -> None:
    def is_standing(action: str) -> float:
        with_sum = pledge(action, "2023-09-01", amount=9e6, unit="EUR")
        return features(pledge("support Ukraine"), with_sum)["standing"]

    assert is_standing("stand with Ukraine, including with 9 million euros") == 1
    assert is_standing("stand with Ukraine") == 0


def test_one_matter_of_a_party_that_is_supported_is_told_from_the_support() -> None:
    support = pledge("stand with Ukraine")
    matter = pledge("support Ukraine's beekeepers", "2023-02-20")
    assert features(support, matter)["one_standing"] == 1
    assert features(support, pledge("help Ukraine", "2023-02-20"))["one_standing"] == 0
    assert not joined(support, matter)


def test_not_to_abandon_a_party_is_to_support_it() -> None:
    loyal = pledge("abandon Ukraine", "2023-03-01", force="refusal", polarity="negative")
    linking = link([pledge("support Ukraine"), loyal], WORLD)
    assert len(linking.lines) == 1
    assert not joined(pledge("support Ukraine"), pledge("abandon Ukraine", "2023-03-01"))


def test_numbers_in_words_part_acts_as_numerals_do() -> None:
    assert not joined(
        pledge("rebuild two bridges over the Dnipro"), pledge("rebuild five bridges over the Dnipro")
    )


def test_the_same_words_with_another_name_are_another_commitment() -> None:
    for order in (
        "declare a state of emergency for the district of {} and send federal engineers",
        "a Major Flood Declaration for {}",
    ):
        first, other = (pledge(order.format(place), beneficiaries=()) for place in ("Ahrweiler", "Passau"))
        assert not joined(first, other)


def test_to_meet_a_challenge_is_no_meeting() -> None:
    assert joined(
        pledge("meet the challenge of drought in the south"),
        pledge("meet the challenge of drought in the south", "2024-02-20"),
    )
    assert not joined(
        pledge("meet the farmers of the south"), pledge("meet the farmers of the south", "2024-02-20")
    )


def test_linking_a_whole_book_tells_nothing_that_it_looked_up() -> None:
    records = [pledge("train soldiers in artillery", promisors=(name,)) for name in ("NATO", "Germany")]
    part = link_all(records, WORLD, (), ())
    assert [line.parent_id is not None for line in part.linking.lines].count(True) == 1
    assert not len(part.asked)


def test_a_members_share_is_a_child_of_the_groups_line() -> None:
    whole = pledge("train 30,000 Ukrainian soldiers in artillery", promisors=("NATO",))
    share = pledge("train 5,000 Ukrainian soldiers in artillery", "2023-02-01", amount=5000, unit="soldiers")
    other = pledge("train 5,000 Ukrainian soldiers in artillery", "2023-02-01", promisors=("Japan",))
    linking = link([whole, share, other], WORLD)
    line_of = {record.record_id: record.ledger_id for record in linking.records}
    parents = {line.ledger_id: line.parent_id for line in linking.lines}
    assert parents == {
        line_of[whole.record_id]: None,
        line_of[share.record_id]: line_of[whole.record_id],
        line_of[other.record_id]: None,
    }


def test_every_record_but_the_first_says_why_it_is_there() -> None:
    linking = link([TANKS, TANKS_AGAIN, pledge(TANKS.action, "2023-03-01")], WORLD)
    opener, again, same = linking.records
    assert (opener.record_id, opener.joined_by, opener.score) == (TANKS.record_id, (), 1)
    assert "promisors 1.00" in again.joined_by
    assert again.joined_to == same.joined_to == TANKS.record_id
    assert 0.5 <= again.score < 1
    assert (same.joined_by, same.score) == (("same words 1.00",), 1)


def test_a_later_document_joins_the_line_and_leaves_its_id() -> None:
    first = link([TANKS, HARBOUR], WORLD)
    second = link([TANKS, HARBOUR, TANKS_AGAIN], WORLD, first.lines, first.records, {TANKS_AGAIN.document_id})
    (line,) = second.lines
    assert line.ledger_id in {before.ledger_id for before in first.lines}
    assert line.n_linked == 2
    assert [record.record_id for record in second.records] == [TANKS.record_id, TANKS_AGAIN.record_id]
    assert second.gone == ()


def test_an_older_document_that_comes_late_leaves_the_id_too() -> None:
    first = link([TANKS_AGAIN], WORLD)
    second = link([TANKS, TANKS_AGAIN], WORLD, first.lines, first.records, {TANKS.document_id})
    assert [line.ledger_id for line in second.lines] == [line.ledger_id for line in first.lines]


def test_of_two_lines_that_meet_the_older_ones_id_stays() -> None:
    known = [
        LedgerRecord(ledger_id="led_late", record_id=TANKS_AGAIN.record_id, score=1),
        LedgerRecord(ledger_id="led_early", record_id=TANKS.record_id, score=1),
    ]
    lines = [LedgerLine(ledger_id="led_late"), LedgerLine(ledger_id="led_early")]
    linking = link([TANKS, TANKS_AGAIN], WORLD, lines, known)
    assert [line.ledger_id for line in linking.lines] == ["led_early"]
    assert linking.gone == ("led_late",)


def test_a_line_that_parts_gives_its_id_to_its_first_record() -> None:
    known = [LedgerRecord(ledger_id="led_one", record_id=r.record_id, score=1) for r in (TANKS, HARBOUR)]
    linking = link([TANKS, HARBOUR], WORLD, [LedgerLine(ledger_id="led_one")], known)
    lines = by_line(linking)
    assert [record.record_id for record in lines.pop("led_one")] == [TANKS.record_id]
    assert [record.record_id for (record,) in lines.values()] == [HARBOUR.record_id]


def test_a_line_without_records_is_gone() -> None:
    first = link([TANKS, HARBOUR], WORLD)
    second = link([HARBOUR], WORLD, first.lines, first.records, set())
    (tanks,) = (record.ledger_id for record in first.records if record.record_id == TANKS.record_id)
    assert second == Linking(gone=(tanks,))


def test_nothing_new_changes_nothing() -> None:
    first = link([TANKS, TANKS_AGAIN, HARBOUR], WORLD)
    assert link([TANKS, TANKS_AGAIN, HARBOUR], WORLD, first.lines, first.records) == Linking()


ACTIONS = (
    "send Ukraine 18 Leopard battle tanks",
    "deliver 18 Leopard battle tanks to Ukraine",
    "supply Leopard battle tanks and spare parts",
    "supply spare parts for howitzers",
    "repair howitzers and supply spare parts",
    "host a conference on the reconstruction of Ukraine in Berlin",
    "attend a conference on the reconstruction of Ukraine",
    "support Ukraine",
    "help the Ukrainian people",
    "do that",
)


DAYS_DUE = (  # near days that are over before others, or open, and a year
    (None, None),
    (dt.date(2023, 1, 30), dt.date(2023, 1, 30)),
    (dt.date(2023, 2, 21), dt.date(2023, 2, 24)),
    (None, dt.date(2025, 12, 31)),
)


def act(
    action: str,
    day: str | None,
    document: str,
    due: tuple[dt.date | None, dt.date | None],
    **fields: Any,
) -> LinkRecord:
    """A pledge that is due on some days."""
    return pledge(action, day, document, due_start=due[0], due_end=due[1], **fields)


acts = st.builds(
    act,
    st.sampled_from(ACTIONS),
    st.sampled_from(["2023-01-25", "2023-02-20", "2024-02-01", None]),
    st.sampled_from(["a", "b", "c", "d", "e"]),
    st.sampled_from(DAYS_DUE),
    promisors=st.sampled_from([("Germany",), ("Germany", "Norway"), ("NATO",), ("Bundeswehr",)]),
    start_char=st.integers(0, 3),
    force=st.sampled_from(["pledge", "refusal", "fulfilment", "obligation"]),
    amount=st.sampled_from([None, None, 18, 20, 60]),
    unit=st.sampled_from(["tanks", "EUR"]),
    sentence=st.sampled_from(["", "We will do so.", "Germany will send tanks to Ukraine, she said."]),
)
books = st.lists(acts, max_size=14, unique_by=lambda record: record.record_id)


@given(acts, acts)
@example(*(pledge("lend Izmail 48 to 50 tugs", amount=number, unit="tugs") for number in (48, 50)))
@settings(max_examples=60, deadline=None)
def test_what_two_acts_have_in_common_is_the_same_whichever_comes_first(
    one: LinkRecord, other: LinkRecord
) -> None:
    first, second = (subjects_of([record], WORLD)[0] for record in (one, other))
    assert features_of(first, second) == features_of(second, first)


@given(books, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_records_changes_nothing(records: list[LinkRecord], chance: random.Random) -> None:
    shuffled = list(records)
    chance.shuffle(shuffled)
    assert link(shuffled, WORLD) == link(records, WORLD)


@given(books, st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=3))
@settings(max_examples=60, deadline=None)
def test_document_by_document_joins_what_all_at_once_joins(
    records: list[LinkRecord], withdrawn: list[str]
) -> None:
    book = Book()
    for name in "abcde":
        document = pledge("x", document=name).document_id
        book.take([record for record in records if record.document_id == document], document)
    for name in withdrawn:
        book.take([], pledge("x", document=name).document_id)
    whole = link(book.records, WORLD)
    assert partition(Linking(records=tuple(book.placed()))) == partition(whole)
    assert shares(book.lines.values(), book.placed()) == shares(whole.lines, whole.records)


PARENTS = [  # the Germans' line is a share of that of document c, and once c is withdrawn of that of b
    pledge(ACTIONS[0], document="a"),
    pledge(ACTIONS[0], document="b", promisors=("NATO",)),
    pledge(ACTIONS[2], document="d"),
    pledge(ACTIONS[3], document="b"),
    pledge(ACTIONS[3], document="c", promisors=("NATO",)),
]
ONE_PLACE = [  # 20 tanks leave their line, and NATO's has the name of the place where they stand
    pledge(ACTIONS[0], document="a", start_char=0, amount=60, unit="tanks"),
    pledge(ACTIONS[0], document="b", start_char=0, promisors=("NATO",)),
    act(ACTIONS[0], "2023-01-25", "b", DAYS_DUE[1], start_char=0, amount=20, unit="tanks"),
    pledge(ACTIONS[0], document="c"),
    act(ACTIONS[0], "2023-01-25", "d", DAYS_DUE[3]),
]
BARGES = "repair grain barges and howitzers"
GROWN = [  # d asks again what c asked, which then counts twice: c's promise leaves their line for b's
    pledge(BARGES, "2023-01-25", "a", start_char=2, category="economic"),
    pledge(BARGES, "2024-09-01", "b", category="humanitarian", amount=18, unit="tanks"),
    pledge(BARGES, "2023-01-25", "c", start_char=2, category="economic", force="request"),
    pledge(BARGES, "2024-02-01", "c"),
    pledge(BARGES, "2023-01-25", "d", start_char=2, category="economic", force="request"),
]


@given(books, st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=3))
@example(PARENTS, ["a", "c"])
@example(ONE_PLACE, [])
@example(GROWN, [])
@settings(max_examples=60, deadline=None)
def test_what_new_records_reach_gives_what_the_whole_book_gives(
    records: list[LinkRecord], withdrawn: list[str]
) -> None:
    book = ReachedBook()
    for name in [*"abcde", *withdrawn]:
        document = pledge("x", document=name).document_id
        coming = [] if name in withdrawn and book.has(document) else records
        book.take([record for record in coming if record.document_id == document], document)


def test_two_records_of_the_same_words_get_the_same_ids_in_a_part_of_the_book() -> None:
    place: dict[str, Any] = {"document": "c", "start_char": 2, "sentence": "", "promisors": ("Germany",)}
    book = ReachedBook()
    for name, records in (
        ("a", [pledge("supply Leopard battle tanks and spare parts", document="a")]),
        (
            "c",
            [
                pledge("supply spare parts for howitzers", force="refusal", **place),
                pledge("supply spare parts for howitzers", force="obligation", **place),
            ],
        ),
    ):
        book.take(records, pledge("x", document=name).document_id)


def test_of_a_book_no_more_is_read_than_new_records_reach() -> None:
    book = ReachedBook()
    for record in (TANKS, HARBOUR, pledge("open a consulate in Thessaloniki", promisors=("Norway",))):
        book.take([record], record.document_id)
    book.read.clear()
    book.take([TANKS_AGAIN], TANKS_AGAIN.document_id)
    assert book.read == {TANKS.record_id, TANKS_AGAIN.record_id}


def test_what_reaches_much_of_a_book_is_left_to_linking_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.link.reaching.LEAST_WORTH", 1)
    book = ReachedBook()
    book.take([TANKS], TANKS.document_id)
    book.records.append(TANKS_AGAIN)
    book.read.clear()
    assert link_reached(book, WORLD, [TANKS_AGAIN.record_id]) is None
    assert book.read == {TANKS_AGAIN.record_id}


def in_order(linking: Linking) -> Linking:
    """The same with records by line and id: a line that only got another parent keeps its order."""
    by_name = sorted(linking.records, key=lambda record: (record.ledger_id, record.record_id))
    return linking.model_copy(update={"records": tuple(by_name)})


class Book:
    """The records and lines of documents that came one by one; a record that is gone leaves its line."""

    def __init__(self) -> None:
        self.records: list[LinkRecord] = []
        self.lines: dict[str, LedgerLine] = {}
        self.members: dict[str, list[LedgerRecord]] = {}

    def take(self, records: list[LinkRecord], document: str) -> None:
        """Put a document's records in the place of those it had, and link what they touch."""
        lost = {record.record_id for record in self.records if record.document_id == document}
        self.records = [record for record in self.records if record.document_id != document] + records
        kept = {
            line: [record for record in members if record.record_id not in lost]
            for line, members in self.members.items()
        }
        self.members = {line: members for line, members in kept.items() if members}
        linking = self.link(document)
        for gone in linking.gone:
            del self.lines[gone]
            self.members.pop(gone, None)
        self.lines |= {line.ledger_id: line for line in linking.lines}
        self.members |= by_line(linking)

    def link(self, document: str) -> Linking:
        """Link what a document touches."""
        return link(self.records, WORLD, self.lines.values(), self.placed(), {document})

    def placed(self) -> list[LedgerRecord]:
        """The records in their lines."""
        return [record for members in self.members.values() for record in members]


class ReachedBook(Book):
    """The same, of which only what is reached is read; each time that must give what the whole gives."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: dict[str, set[int]] = {}
        self.pairs: dict[tuple[str, str], float] = {}
        self.read: set[str] = set()

    @property
    def n_records(self) -> int:
        """How many records it holds."""
        return len(self.records)

    def has(self, document: str) -> bool:
        """Whether it holds records of the document."""
        return any(record.document_id == document for record in self.records)

    def link(self, document: str) -> Linking:
        """Link by reaching, and hold it against the whole."""
        present = {record.record_id: record for record in self.records}
        self.keys = {
            name: keys
            for name, keys in self.keys.items()
            if name in present and present[name].document_id != document
        }
        placed = {line: len(members) for line, members in self.members.items()}
        self.lines = {
            name: line
            if line.parent_id is None or line.parent_id in placed
            else replace(line, parent_id=None, n_linked=0)
            for name, line in self.lines.items()
            if name in placed
        }
        lessened = [name for name, line in self.lines.items() if line.n_linked != placed[name]]
        part = link_reached(self, WORLD, sorted(present.keys() - self.keys.keys()), lessened)
        assert part is not None
        self.keys |= {name: set(keys.tolist()) for name, keys in part.keys.items()}
        self.keep(part.pairs, part.keys)
        whole = link(self.records, WORLD, self.lines.values(), self.placed())
        assert in_order(part.linking) == in_order(whole)
        return part.linking

    def keep(self, pairs: LikelyPairs, replaced: Collection[str]) -> None:
        """Keep the pairs that linking found in the place of those of the same records."""
        self.pairs = {ends: score for ends, score in self.pairs.items() if not {*ends} & {*replaced}}
        names = pairs.record_ids
        self.pairs |= {(names[one], names[other]): score for one, other, score in pairs.edges.rows()}

    def pairs_of(self, record_ids: Collection[str]) -> list[tuple[str, str, float]]:
        """The pairs that one of these records is in."""
        return [(*ends, score) for ends, score in self.pairs.items() if not {*ends}.isdisjoint(record_ids)]

    def records_of(self, record_ids: Collection[str]) -> list[LinkRecord]:
        """The records of these ids."""
        self.read.update(record_ids)
        return [record for record in self.records if record.record_id in record_ids]

    def near(self, askers: Sequence[Asker], neighbours: int, many_keys: int, standing: int) -> list[str]:
        """The records that share enough keys with an asker, however far away."""
        found: set[str] = set()
        for asker in askers:
            wanted = set(asker.keys.tolist())
            for name, own in self.keys.items():
                both_rich = min(len(wanted), len(own)) >= many_keys and standing not in own | wanted
                if len(own & wanted) > both_rich:
                    found.add(name)
        return self._with_repeats(found)

    def with_keys(self, keys: Numbers) -> list[str]:
        """The records that have one of the keys, and those that repeat them."""
        return self._with_repeats(
            [name for name, own in self.keys.items() if not own.isdisjoint(keys.tolist())]
        )

    def _with_repeats(self, found: Collection[str]) -> list[str]:
        repeats = [
            place.record_id
            for place in self.placed()
            if place.joined_to in found and not self.keys.get(place.record_id, {0})
        ]
        return [*found, *repeats]

    def places(self, record_ids: Collection[str]) -> list[LedgerRecord]:
        """Where the records stand."""
        return [place for place in self.placed() if place.record_id in record_ids]

    def members_of(self, lines: Collection[str]) -> list[str]:
        """The records of lines."""
        return [place.record_id for place in self.placed() if place.ledger_id in lines]

    def lines_with_children(self, lines: Collection[str]) -> list[LedgerLine]:
        """The lines and their children."""
        return [line for line in self.lines.values() if line.ledger_id in lines or line.parent_id in lines]


def shares(lines: Iterable[LedgerLine], placed: Iterable[LedgerRecord]) -> set[tuple[frozenset[str], ...]]:
    """The lines with a parent, each as the records of both."""
    members = by_line(Linking(records=tuple(placed)))
    sets = {line: frozenset(record.record_id for record in records) for line, records in members.items()}
    return {(sets[line.ledger_id], sets[line.parent_id]) for line in lines if line.parent_id}
