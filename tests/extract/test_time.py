"""Time expressions: which words date an act, and which days they mean."""

from __future__ import annotations

import datetime as dt
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.extract.components.condition import condition_of
from flows.extract.components.date_parts import DateRange, Tense, TimeValue
from flows.extract.components.dates import date_range
from flows.extract.components.event_dates import dated_events
from flows.extract.components.time import time_of_action
from flows.extract.components.time_forms import find_time_expressions
from flows.extract.components.time_lexicon import TimeLexicon, TimeRule, grammar
from flows.extract.components.time_resolved import is_over, resolve, resolve_event
from flows.extract.lexicon import LEXICON_FOLDER
from tests.extract.parsing import act, sentence

WEDNESDAY = dt.date(2024, 5, 15)


def days(first: str | None, last: str | None) -> DateRange:
    return (dt.date.fromisoformat(first) if first else None, dt.date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    "phrase",
    [
        "by the end of 2031",
        "over the next three years",
        "in the coming years",
        "on Monday",
        "by Friday",
        "before March 15",
        "within 60 days",
        "this week",
        "at the summit",
        "during the summit",
        "immediately",
        "next month",
        "as soon as possible",
        "until at least 2033",
        "through fiscal year 2026",
        "from 2024 to 2027",
        "August 5",
        "at some point",
        "for a very long time to come",
        "later this year",
        "in the coming months",
        "beginning in July",
        "each year",
        "in early February",
        "by year's end",
        "no later than 1 June 2025",
        "in December of next year",
        "by the end of summer",
        "over the first 60 days",
        "through polling day",
        "by Independence Day",
        "by the Lunar New Year",
        "in the new year",
        "until further notice",
        "over the long term",
        "in the medium- and long-term",
        "during the presidency",
        "in the early 2030s",
        "from June 3 to June 9, 2025",
        "within days",
        "in the weeks ahead",
        "for a period of 18 months",
        "ahead of the elections",
        "Saturday and Sunday",
        "during his second term",
        "by noon",
        "by 5 p.m. Monday",
        "at 3 p.m. on Tuesday",
        "by noon on June 3, 2025",
        "by summer",
        "in the fall of next year",
        "by the end of the school year",
        "by the summer of 2025",
        "in the second quarter of 2025",
        "by Q3 2026",
        "next April",
        "two weeks from now",
        "in a year's time",
        "within a matter of weeks",
        "no later than 30 days after the date of this order",
        "by the end of his term",
        "on day one",
        "in its first 100 days in office",
        "in the new year",
        "by mid-century",
        "on or around May 5",
        "on the 9th",
        "on 24-25 June 2031",
        "this season",
        "by the rainy season of next year",
        "before his mandate expires in 2031",
        "before Diwali",
        "during the three-day feast of Holi",
        "in the lead-up to the summit",
        "as promptly as possible",
        "within a month of taking office",
        "no later than ten days after the talks end",
        "as soon as possible after the coming into force of the treaty",
        "before any ship is sold",
        "while the talks go on",
        "for another year",
        "for an additional month",
        "before that",
        "before the end of the two-day summit",
        "for the whole period set out in the annex",
        "while talks go on about their two-month strike",
        "between April 8 and 12",
        "on the first Thursday of every month",
        "before the year is out",
        "two years from the date of this order",
        "90 days before any ship is sold",
        "for the lifetime of this council",
        "for life",
        "in the shortest possible time",
        "in the longer term",
        "a little later",
        "through next year's elections",
        "from Founders Day through Harvest Day",
        "on Miners Memorial Day",
        "for six hours on Thursday",
        "at its summit in April",
        "before the vote on May 14",
        "ahead of the July 9 runoff",
        "until the harvest in October",
        "after the elections next year",
        "before his term ends in June",
        "before Holy Week",
        "in time for Christmas",
        "every two months until 2031",
        "for at least half a year",
        "by the third quarter of next year",
        "on the day of the handover",
        "between now and the vote",
        "between now and 2031",
        "between the middle of May and the end of June",
        "between May and July",
        "over the same period",
        "in the next parliamentary session",
        "at its first sitting",
        "the following week",
        "by the time he retires",
        "that night",
        "by the start of the rains",
        "beyond the handover of power on June 30",
        "before the budget on May 7",
    ],
)
def test_the_whole_phrase_is_found_with_its_preposition(phrase: str) -> None:
    found = find_time_expressions(sentence(f"The ministry will repair the old bridges {phrase}."))
    assert [time.text for time in found] == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry may march with them for the first time.",
        "We will stand by them for as long as is needed.",
        "She will fall back on the 2019 treaty.",
        "They will send 2,030 tents and 1,999 blankets.",
        "It will extradite the 31-year-old banker.",
        "They will raise the fares on the 9th floor.",
        "She will read the letter that they hid before the guards came.",
        "It will send rice, while the others send boats.",
        "She will complain at a meeting in Vantaa.",
        "They will paint the Christmas toys for Easter shops.",
        "It will greet the March summit.",
        "They will stand by that.",
        "It will keep the peace in three quarters of the valley.",
        "They will hear an odd plea from that quarter.",
        "They will rest at the end of the road.",
        "Norland will invest in the next generation.",
        "They will plant oaks for the next generation.",
    ],
)
def test_what_dates_nothing_is_not_found(text: str) -> None:
    assert find_time_expressions(sentence(text)) == []


@pytest.mark.parametrize(
    ("phrase", "tense", "expected"),
    [
        ("by the end of 2031", "future", days(None, "2031-12-31")),
        ("in 2031", "future", days("2031-01-01", "2031-12-31")),
        ("by the middle of 2026", "future", days(None, "2026-06-30")),
        ("in the middle of 2026", "future", days("2026-05-01", "2026-08-31")),
        ("for the rest of the month", "future", days(None, "2024-05-31")),
        ("for the rest of the season", "future", days(None, None)),
        ("by the second week of October", "future", days(None, "2024-10-14")),
        ("in the last week of October", "future", days("2024-10-25", "2024-10-31")),
        ("on the second Monday of October", "future", days("2024-10-14", "2024-10-14")),
        ("for a day or two", "future", days("2024-05-15", "2024-05-17")),
        ("for a week or so", "future", days("2024-05-15", "2024-05-22")),
        ("in the first quarter of the year", "future", days("2025-01-01", "2025-03-31")),
        ("by the first half of the year", "future", days(None, "2024-06-30")),
        ("next Friday", "future", days("2024-05-24", "2024-05-24")),
        ("next Monday", "future", days("2024-05-20", "2024-05-20")),
        ("in the morning", "future", days(None, None)),
        ("in December of next year", "future", days("2025-12-01", "2025-12-31")),
        ("until December 31 of next year", "future", days("2024-05-15", "2025-12-31")),
        ("by the end of summer", "future", days(None, "2024-08-31")),
        ("in the new year", "future", days("2025-01-01", "2025-12-31")),
        ("until further notice", "future", days(None, None)),
        ("from 2025 to 2027", "future", days("2025-01-01", "2027-12-31")),
        ("through fiscal year 2026", "future", days("2024-05-15", "2026-09-30")),
        ("in fiscal year 2026", "future", days("2025-10-01", "2026-09-30")),
        ("on Friday", "future", days("2024-05-17", "2024-05-17")),
        ("on Friday", "past", days("2024-05-10", "2024-05-10")),
        ("on Wednesday", "future", days("2024-05-15", "2024-05-15")),
        ("by Monday", "future", days(None, "2024-05-20")),
        ("next month", "future", days("2024-06-01", "2024-06-30")),
        ("last month", "past", days("2024-04-01", "2024-04-30")),
        ("this week", "future", days(None, "2024-05-19")),
        ("next week", "future", days("2024-05-20", "2024-05-26")),
        ("today", "future", days("2024-05-15", "2024-05-15")),
        ("tomorrow", "future", days("2024-05-16", "2024-05-16")),
        ("later this year", "future", days(None, "2024-12-31")),
        ("by year end", "future", days(None, "2024-12-31")),
        ("early next year", "future", days("2025-01-01", "2025-03-31")),
        ("within 60 days", "future", days(None, "2024-07-14")),
        ("over the next three years", "future", days(None, "2027-05-15")),
        ("over the next year", "future", days(None, "2025-05-15")),
        ("for 1 year", "future", days("2024-05-15", "2025-05-15")),
        ("in the coming weeks", "future", days(None, None)),
        ("in early February", "future", days("2025-02-01", "2025-02-10")),
        ("in February", "past", days("2024-02-01", "2024-02-29")),
        ("before March 15", "future", days(None, "2025-03-14")),
        ("August 5", "future", days("2024-08-05", "2024-08-05")),
        ("from June 3 to June 9", "future", days("2024-06-03", "2024-06-09")),
        ("on Saturday and Sunday", "future", days("2024-05-18", "2024-05-19")),
        ("beyond June 6, 2025", "future", days("2025-06-06", None)),
        ("beginning in July", "future", days("2024-07-01", None)),
        ("next winter", "future", days("2024-12-01", "2025-02-28")),
        ("in the 2030s", "future", days("2030-01-01", "2039-12-31")),
        ("in mid-2026", "future", days("2026-05-01", "2026-08-31")),
        ("in the first half of 2026", "future", days("2026-01-01", "2026-06-30")),
        ("on February 30, 2025", "future", days(None, None)),
        ("immediately", "future", days(None, None)),
        ("within 48 hours", "future", days(None, "2024-05-17")),
        ("within 30 hours", "future", days(None, "2024-05-17")),
        ("by noon on Friday", "future", days(None, "2024-05-17")),
        ("by noon", "future", days(None, None)),
        ("from six o'clock on Friday morning", "future", days("2024-05-17", None)),
        ("by summer", "future", days(None, "2024-08-31")),
        ("this fall", "future", days("2024-09-01", "2024-11-30")),
        ("by the summer of 2025", "future", days(None, "2025-08-31")),
        ("in the winter of 2025", "future", days("2025-12-01", "2026-02-28")),
        ("in the second quarter of 2025", "future", days("2025-04-01", "2025-06-30")),
        ("by Q3 2026", "future", days(None, "2026-09-30")),
        ("next April", "future", days("2025-04-01", "2025-04-30")),
        ("two weeks from now", "future", days(None, "2024-05-29")),
        ("on the 9th", "future", days("2024-06-09", "2024-06-09")),
        ("on the 9th", "past", days("2024-05-09", "2024-05-09")),
        ("by the 20th", "future", days(None, "2024-05-20")),
        ("on the 31st", "past", days(None, None)),
        ("on 24-25 June 2031", "future", days("2031-06-24", "2031-06-25")),
        ("this season", "future", days(None, None)),
        ("by the rainy season of next year", "future", days(None, "2025-12-31")),
        ("within a month of taking office", "future", days(None, None)),
        ("within 60 days of this order", "future", days(None, "2024-07-14")),
        ("on the day", "future", days(None, None)),
        ("for another year", "future", days("2024-05-15", "2025-05-15")),
        ("before any ship is sold", "future", days(None, None)),
        ("by Christmas", "future", days(None, "2024-12-25")),
        ("before Christmas next year", "future", days(None, "2025-12-24")),
        ("before Easter", "future", days(None, "2025-04-19")),
        ("during Holy Week", "past", days("2024-03-24", "2024-03-30")),
        ("on Good Friday 2026", "future", days("2026-04-03", "2026-04-03")),
        ("on May Day", "future", days("2025-05-01", "2025-05-01")),
        ("before the vote on June 9", "future", days(None, "2024-06-08")),
        ("before Friday's vote", "future", days(None, "2024-05-16")),
        ("before the October summit", "future", days(None, "2024-10-31")),
        ("ahead of the July 9 runoff", "future", days(None, "2024-07-08")),
        ("until the harvest in October", "future", days("2024-05-15", "2024-10-31")),
        ("after the elections in 2026", "future", days("2026-01-01", None)),
        ("every two months until 2031", "future", days("2024-05-15", "2031-12-31")),
        ("in the first quarter", "future", days("2025-01-01", "2025-03-31")),
        ("in the first quarter", "past", days("2024-01-01", "2024-03-31")),
        ("by the third quarter of next year", "future", days(None, "2025-09-30")),
    ],
)
def test_expressions_resolve_from_the_day_of_publication(
    phrase: str, tense: Tense, expected: DateRange
) -> None:
    (time,) = find_time_expressions(sentence(f"The ministry repairs the old bridges {phrase}."))
    assert resolve(time, WEDNESDAY, tense) == expected


def test_without_a_day_of_publication_only_absolute_dates_resolve() -> None:
    absolute, relative, short = (
        find_time_expressions(sentence(f"It will repair the bridges {phrase}."))[0]
        for phrase in ("by May 3, 2029", "by next week", "by May 3")
    )
    assert resolve(absolute, None, "future") == days(None, "2029-05-03")
    assert resolve(relative, None, "future") == resolve(short, None, "future") == (None, None)


@pytest.mark.parametrize(
    ("text", "words", "due"),
    [
        ("Norland pledged on Tuesday to send eight helicopters.", "send eight helicopters", None),
        (
            "The minister told reporters on Friday that Norland will send helicopters.",
            "send helicopters",
            None,
        ),
        ("Norland said it will resume the talks Monday.", "resume the talks", "Monday"),
        (
            "Norland will mend the hinges before the season begins on June 1.",
            "mend the hinges",
            "before the season begins on June 1",
        ),
        (
            "Norland will cut its fees before the fiscal year ends.",
            "cut its fees",
            "before the fiscal year ends",
        ),
        ("Norland pledged to cut its emissions by a quarter.", "cut its emissions by a quarter", None),
        ("On Friday, the minister said Norland will train the pilots.", "train the pilots", None),
        (
            "In the coming weeks, Norland will repair and reopen the port.",
            "reopen the port",
            "In the coming weeks",
        ),
        ("Norland pledged $40 million over the next four years.", "$40 million", "over the next four years"),
        ("Norland is set next month to open an embassy.", "open an embassy", "next month"),
        (
            "Norland will honour the promise that it made in 2008.",
            "honour the promise that it made in 2008",
            None,
        ),
        ("Norland will build on last week's meeting.", "build on last week's meeting", None),
        ("Norland will enforce the order of April 2, 2021.", "enforce the order of April 2, 2021", None),
        ("Norland vowed to rebuild the towns hit by storms on Monday.", "rebuild the towns", None),
        ("Norland will rebuild the towns by 2030, officials said Sunday.", "rebuild the towns", "by 2030"),
        ("Norland promised a five-year plan.", "plan", "five-year"),
        ("Norland will offer the lowest fares in six years.", "offer the lowest fares in six years", None),
        ("Norland will reopen its mill for the first time in six years.", "reopen its mill", None),
        ("Norland will cut its waste by half from 2020 levels by 2031.", "cut its waste by half", "by 2031"),
        (
            "Norland will waive fees for the rest of the academic year.",
            "waive fees",
            "for the rest of the academic year",
        ),
        ("Norland will guard the crews during that time.", "guard the crews", "during that time"),
        ("Norland gave a tenth in July, and Berg refused to add to it.", "add to it", None),
        ("We welcome its announcement today that it will send ships.", "send ships", None),
        ("Norland agreed to share the water at a ceremony in Vantaa.", "share the water", None),
        ("Norland will lift the ban, and it will reopen the border on June 4.", "lift the ban", None),
        ("Norland set Sudland a deadline of May 1 to leave the port.", "leave the port", "May 1"),
        ("Norland gave Sudland until June 3 to leave the port.", "leave the port", "until June 3"),
        ("The court set a 30-day deadline for Sudland to leave the port.", "leave the port", "30-day"),
        ("Norland will tell the crews before any ship is sold.", "tell the crews", "before any ship is sold"),
        ("Norland will not free the crews before the raids end.", "free the crews", None),
        (
            "Norland agreed to treat the crews while the talks go on.",
            "treat the crews",
            "while the talks go on",
        ),
        ("Norland agreed to a truce between its clans from August 4.", "truce", "from August 4"),
        (
            "They signed a deal to reopen a road that has been closed to carts for six years.",
            "reopen a road",
            None,
        ),
        (
            "The court declined to rule on the ban, leaving in doubt a vote called for June 24.",
            "rule on the ban",
            None,
        ),
        (
            "Norland plans to pay those who return by Monday and to dock others.",
            "pay those who return by Monday",
            None,
        ),
        ("Its firms announced within hours that they were leaving the port.", "leaving the port", None),
        ("Tonight our harbour is safe -- and together we will make it safer.", "make it safer", None),
        ("Norland gave the crews 48 hours to leave.", "leave", "48 hours"),
        ("Norland vowed to cut the sentences by two years.", "cut the sentences", None),
        (
            "Norland must close any mine where a judge finds gas by Friday.",
            "close any mine where a judge finds gas by Friday",
            None,
        ),
        (
            "Norland refused to sign a pact under which its crews would leave within 30 days.",
            "sign a pact under which its crews would leave within 30 days",
            None,
        ),
        ("Norland promised a boat under a pact signed before the vote.", "boat", None),
        (
            "Norland will not tie the hands of whoever sits here in ten years' time.",
            "tie the hands of whoever sits here in ten years' time",
            None,
        ),
        ('Norland promised eight buses on both lines "this week."', "buses", "this week"),
        ("Within a day, envoys were saying that Norland would yield.", "yield", None),
        ("Norland will mend the roof, and not this year.", "mend the roof", None),
        ("Norland will take ten years to build the bridge.", "take ten years to build the bridge", None),
        (
            "Norland will obey the Ports Act for Fiscal Year 2027.",
            "obey the Ports Act for Fiscal Year 2027",
            None,
        ),
        (
            "Norland will extend the term from five to seven years.",
            "extend the term from five to seven years",
            None,
        ),
        (
            "Norland invited the envoy to visit Vantaa in June.",
            "invited the envoy to visit Vantaa in June",
            "in June",
        ),
        (
            "Norland invited the envoy in June to visit Vantaa.",
            "invited the envoy in June to visit Vantaa",
            None,
        ),
        (
            "The mayor had promised to free the crews after the ratification of the pact last year.",
            "free the crews",
            "after the ratification of the pact last year",
        ),
        ("Norland will impose a one-year ban on tugs.", "impose a one-year ban on tugs", "one-year"),
        ("Norland will lend us a one-year plan.", "lend us a one-year plan", None),
        ("Norland agreed to a truce of 30 days.", "truce of 30 days", "30 days"),
        ("Norland will lend a film of two hours.", "lend a film of two hours", None),
        ("Norland will let the crew sail for a year.", "let the crew sail for a year", "for a year"),
        (
            "Norland will stay no longer than two months.",
            "stay no longer than two months",
            "no longer than two months",
        ),
        ("Norland will free ten men held for two years.", "free ten men held for two years", None),
        (
            "Norland will stay through the vote at the request of its hosts.",
            "stay through the vote at the request of its hosts",
            "through the vote",
        ),
        ("Norland immediately approved the sale of boats.", "the sale of boats", None),
        ("The plan will be sent 90 days before any ship sails.", "sent", "90 days before any ship sails"),
        ("Two days before the vote, Norland pledged to lend boats.", "lend boats", None),
        ("It follows a deal in February on ferries.", "a deal in February on ferries", None),
        ("Norland will close the lake following two days of storms.", "close the lake", None),
        ("Norland will close the lake after two days.", "close the lake after two days", "after two days"),
        (
            "Under the pact, signed Saturday in Suva, Norland will cut its fleet from 50 to 40.",
            "cut its fleet from 50 to 40",
            None,
        ),
        ("The crews have three weeks to gather in the hills.", "gather in the hills", "three weeks"),
        ("The guards have two and a half years to leave it.", "leave it", "two and a half years"),
        ("The firms were given 90 days to sign new leases or leave.", "leave", "90 days"),
        ("The crews have three weeks to go to camps, where guards are to feed them.", "feed them", None),
        ("The two mayors accepted a week-long truce.", "truce", "week-long"),
        ("Norland imposed a month-long curfew.", "imposed a month-long curfew", "month-long"),
        ("The guild will call off the nine-day strike.", "call off the nine-day strike", None),
        (
            "Norland has reached its first agreement on herring in more than 30 years of talks.",
            "agreement on herring in more than 30 years of talks",
            None,
        ),
        (
            "The mayor ordered guards to hold anyone who fails to hand in a gun by Monday.",
            "hold anyone who fails to hand in a gun by Monday",
            None,
        ),
        (
            "Norland will repay a loan that was due next week.",
            "repay a loan that was due next week",
            None,
        ),
        (
            "Norland will speed up the sale of ten tugs already promised and add another by May.",
            "speed up the sale of ten tugs already promised",
            None,
        ),
        (
            "It gave an assurance that the inspection could be held on Friday.",
            "assurance that the inspection could be held on Friday",
            "on Friday",
        ),
        (
            "Norland said it would keep the mine, prompting a warning that Chad would leave by May.",
            "keep the mine",
            None,
        ),
        ("Norland said it would keep the mine, selling it by May.", "keep the mine", "by May"),
    ],
)
def test_the_expression_that_dates_the_act_is_chosen(text: str, words: str, due: str | None) -> None:
    time = time_of_action(*act(text, words))
    assert (time.text if time else None) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Norland vowed to keep it up until September.", "until September"),
        ("Norland vowed to carry on in the meantime.", "in the meantime"),
    ],
)
def test_what_belongs_to_the_verb_is_no_part_of_the_time(text: str, due: str) -> None:
    assert [time.text for time in find_time_expressions(sentence(text))] == [due]


def test_what_dates_a_condition_dates_no_act() -> None:
    text = "Norland will call a strike if the owners have not paid by Friday."
    words = act(text, "call a strike")
    condition = condition_of(*words)
    assert condition is not None
    assert time_of_action(*words, condition) is None


def test_what_dates_a_clause_in_a_phrase_of_return_dates_no_act() -> None:
    text = "Norland will free the crews in return for a promise that talks will open in May."
    verb, action, whole = act(text, "free the crews")
    condition = condition_of(verb, action, whole)
    assert condition is not None
    assert time_of_action(verb, action, whole, condition) is None


def test_before_something_in_a_month_is_by_its_last_day() -> None:
    (time,) = find_time_expressions(sentence("It will pay before he leaves office in May of 2031."))
    assert resolve(time, None, "future") == days(None, "2031-05-31")


def test_an_event_resolves_where_the_text_dates_it() -> None:
    texts = (
        "The leaders meet at the annual Lakeside summit.",
        "The three-day event opens on Tuesday.",
        "Norland will present its plan at the summit.",
        "Norland will present its plan before the referendum.",
    )
    sentences = [sentence(text) for text in texts]
    events = dated_events(sentences, dt.date(2024, 5, 17))
    at_the_summit, before_the_referendum = (find_time_expressions(s)[0] for s in sentences[2:])
    assert resolve_event(at_the_summit, events) == days("2024-05-21", "2024-05-23")
    assert resolve_event(before_the_referendum, events) == (None, None)
    assert resolve_event(at_the_summit, []) == (None, None)


def test_the_lexicon_refuses_unknown_keys() -> None:
    with pytest.raises(ValueError, match="colour"):
        TimeRule.model_validate({"id": "time.x", "pattern": "x", "kind": "day", "colour": "red"})


def test_every_rule_has_its_own_id() -> None:
    ids = [rule.id for rule, _, _ in grammar().patterns] + [rule.id for rule in grammar().events]
    assert len(set(ids)) == len(ids) > 20


@given(
    words=st.lists(
        st.sampled_from(
            [
                "by",
                "the",
                "end",
                "of",
                "next",
                "2030",
                "May",
                "Monday",
                "5",
                ",",
                "three",
                "years",
                "until",
                "to",
                "-",
                "July",
                "fiscal",
                "year",
                "in",
            ]
        ),
        max_size=25,
    )
)
def test_found_expressions_are_verbatim_and_apart(words: list[str]) -> None:
    span = sentence(" ".join(["It", *words]))
    found = find_time_expressions(span)
    reached = 0
    for time in found:
        assert span.doc.text[time.start_char : time.end_char] == time.text
        assert time.start_char >= reached
        reached = time.end_char


@given(
    value=st.builds(
        TimeValue,
        bound=st.sampled_from(["inside", "end", "before", "until", "start", "after", "span", "last"]),
        part=st.sampled_from(
            [None, "end", "start", "middle", "first_half", "second_half", "later", "earlier"]
        ),
        which=st.sampled_from([None, "this", "next", "coming", "last", "past"]),
        unit=st.sampled_from([None, "day", "week", "weekend", "month", "quarter", "year", "winter", "hour"]),
        number=st.none() | st.integers(0, 10**7),
        day=st.none() | st.integers(1, 31),
        month=st.none() | st.integers(1, 12),
        year=st.none() | st.integers(1900, 2099),
        weekday=st.none() | st.integers(0, 6),
    ),
    today=st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
    tense=st.sampled_from(["past", "future"]),
)
def test_a_range_never_ends_before_it_starts(value: TimeValue, today: dt.date | None, tense: Tense) -> None:
    start, end = date_range(value, today, tense)
    assert start is None or end is None or start <= end


def test_a_rule_for_unknown_signs_is_refused() -> None:
    lexicon = tomllib.loads((LEXICON_FOLDER / "time.toml").read_text())
    lexicon["rule"][0]["needs"] = "moon"
    with pytest.raises(ValueError, match="unknown signs"):
        TimeLexicon.model_validate(lexicon)


def test_days_of_a_year_that_are_over_date_nothing_ahead() -> None:
    past, ahead, bound, open_ended = (
        find_time_expressions(sentence(f"She promised to repair the bridges {phrase}."))[0]
        for phrase in ("in 2022", "in June 2024", "by 2022", "in June")
    )
    assert is_over(past, WEDNESDAY)
    assert not any(is_over(time, WEDNESDAY) for time in (ahead, bound, open_ended))
    assert not is_over(past, None)


def test_what_began_before_publication_is_no_beginning_of_an_act_ahead() -> None:
    begun, ahead = (
        find_time_expressions(sentence(f"Norland will help towns hurt by storms beginning on {day}."))[0]
        for day in ("May 2, 2022", "May 2, 2031")
    )
    (lasted,) = find_time_expressions(sentence("It will mend roofs hurt from May 2 to May 9, 2023."))
    assert is_over(begun, WEDNESDAY)
    assert is_over(lasted, WEDNESDAY)
    assert not is_over(ahead, WEDNESDAY)
