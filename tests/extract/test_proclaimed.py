"""Proclaimed days: what "this week" and a day's name mean in a text that gives the days their name."""

from __future__ import annotations

import datetime as dt

import pytest

from flows.extract.components.proclaimed import days_proclaimed, proclaimed
from flows.extract.components.time import time_of_action
from flows.extract.components.time_forms import find_time_expressions
from tests.extract.parsing import act, sentence

PUBLISHED = dt.date(2031, 5, 2)


@pytest.mark.parametrize(
    ("text", "name", "start", "end"),
    [
        ("I proclaim May 15, 2031, as Miners Day.", "Miners Day", "2031-05-15", "2031-05-15"),
        (
            "I proclaim May 18 through May 24, 2031, as National Miners Week.",
            "National Miners Week",
            "2031-05-18",
            "2031-05-24",
        ),
        (
            "I proclaim the week starting May 18, 2031, as Miners Week.",
            "Miners Week",
            "2031-05-18",
            "2031-05-24",
        ),
        ("I proclaim June 2031 as Great Miners Month.", "Great Miners Month", "2031-06-01", "2031-06-30"),
    ],
)
def test_a_proclamation_names_days(text: str, name: str, start: str, end: str) -> None:
    (period,) = proclaimed([sentence(text)], PUBLISHED)
    assert period.name == name
    assert (period.start, period.end) == (dt.date.fromisoformat(start), dt.date.fromisoformat(end))


def test_only_verbs_that_name_proclaim() -> None:
    assert proclaimed([sentence("We met on May 15, 2031, as Miners Day began.")], PUBLISHED) == []
    assert proclaimed([sentence("I proclaim that the port will open on May 15, 2031.")], PUBLISHED) == []


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("this week", "2031-05-18"),
        ("on Miners Memorial Day", "2031-05-15"),
        ("on that day", "2031-05-15"),
        ("next week", None),
        ("on Bakers Day", None),
    ],
)
def test_what_points_to_a_proclaimed_period_means_its_days(words: str, start: str | None) -> None:
    text = "I proclaim May 15, 2031, as Miners Memorial Day and May 18 through May 24, 2031, as Miners Week."
    periods = proclaimed([sentence(text)], PUBLISHED)
    (time,) = find_time_expressions(sentence(f"I urge all bakers to fly the flag {words}."))
    days = days_proclaimed(time, periods)
    assert (days[0].isoformat() if days and days[0] else None) == start


def test_a_day_that_is_given_a_name_dates_no_act() -> None:
    text = "The council will designate May 15 of each year as Miners Day."
    assert time_of_action(*act(text, "designate May 15 of each year as Miners Day")) is None
