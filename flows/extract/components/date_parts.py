"""The parts that a time expression names, and days counted by units."""

from __future__ import annotations

import calendar
import datetime as dt
import math
from dataclasses import dataclass
from typing import Literal

Tense = Literal["past", "future"]
DateRange = tuple[dt.date | None, dt.date | None]
Bound = Literal["inside", "span", "last", "until", "end", "before", "start", "after"]
Part = Literal["end", "start", "middle", "first_half", "second_half", "first_quarter", "later", "earlier"]
Which = Literal["this", "next", "coming", "last", "past"]
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
HOURS_A_DAY = 24


@dataclass(frozen=True, slots=True)
class TimeValue:
    """The parts that a time expression names; what it does not name is None.

    ``bound`` says how the preposition limits the act, ``which`` and ``unit`` name a period beside the
    present one ("next month"), ``number`` and ``unit`` a duration. ``weekday`` counts from Monday = 0,
    ``offset`` is a number of days from today, ``fiscal`` the year in which a fiscal year ends, ``quarter``
    one of a year's four, or which of a month's such weekdays, ``years_ahead`` the years from this one to
    that of a month. Days of a month below zero are counted from its end. ``and_next`` adds the next unit to
    a period, ``working`` leaves weekends out of a duration. ``from_easter`` counts the days of a feast from
    Easter Sunday, ``lasts`` those for which it goes on.
    """

    bound: Bound = "inside"
    part: Part | None = None
    which: Which | None = None
    unit: str | None = None
    and_next: bool = False
    number: int | None = None
    working: bool = False
    offset: int | None = None
    weekday: int | None = None
    last_weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    last_day: int | None = None
    last_month: int | None = None
    last_year: int | None = None
    fiscal: int | None = None
    decade: int | None = None
    quarter: int | None = None
    years_ahead: int | None = None
    from_easter: int | None = None
    lasts: int = 1


def add(day: dt.date, number: int, unit: str) -> dt.date | None:
    """The date ``number`` units after ``day`` (before it where negative), None for an unknown unit."""
    if unit in DAYS_IN:
        return day + dt.timedelta(days=number * DAYS_IN[unit])
    if unit == "hour":
        return day + dt.timedelta(days=math.ceil(number / HOURS_A_DAY))
    if unit not in MONTHS_IN:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + number * MONTHS_IN[unit], 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
