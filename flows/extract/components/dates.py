"""From the parts of a time expression to calendar dates: pure arithmetic, no text and no parse.

Ranges are pairs of dates, both inclusive; None is an open or unknown end. What is relative needs
``published_on``, the day that it is counted from; without one only absolute dates resolve.
"""

from __future__ import annotations

import calendar
import datetime as dt
import math
from dataclasses import dataclass, replace
from typing import Literal

from dateutil.easter import easter

Tense = Literal["past", "future"]
DateRange = tuple[dt.date | None, dt.date | None]
Bound = Literal["inside", "span", "last", "until", "end", "before", "start", "after"]
Part = Literal["end", "start", "middle", "first_half", "second_half", "first_quarter", "later", "earlier"]
Which = Literal["this", "next", "coming", "last", "past"]

OPEN: DateRange = (None, None)
SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
HOURS_A_DAY = 24
DAYS_OF_WORK = 5  # in a week
NEAR = frozenset({1, 2})  # days to a weekday that is not yet "next" one: it is tomorrow, or the day after


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


def date_range(value: TimeValue, published_on: dt.date | None, tense: Tense) -> DateRange:
    """The days that ``value`` allows for the act; ``tense`` says whether it looks back or ahead.

    An impossible date ("February 30") or one that cannot be counted gives (None, None).
    """
    try:
        if value.number is not None and value.unit is not None:
            return _duration(value, published_on)
        period = _period(value, published_on, tense)
    except (ValueError, OverflowError):  # no such day, or a year that no calendar has
        return OPEN
    if period is None:
        return OPEN
    start, end = _narrow(period, value, published_on)
    if tense == "future":
        start, end = _not_over(start, end, value, published_on)
    if value.which == "this" and tense == "future" and start and published_on and start < published_on:
        start = None  # the period has begun already
    first, last = bounded((start, end), value, published_on)
    if first is not None and last is not None and first > last:
        return OPEN  # "earlier this Monday": parts that exclude one another
    return first, last


def _not_over(
    start: dt.date | None, end: dt.date | None, value: TimeValue, today: dt.date | None
) -> DateRange:
    """A part of "the year" that is over already, of an act ahead: the same part of the next."""
    of_year = value.part is not None and value.which in {"this", None} and value.unit == "year"
    if not of_year or today is None or end is None or end >= today:
        return start, end
    return (None if start is None else add(start, 1, "year")), add(end, 1, "year")


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


def _duration(value: TimeValue, today: dt.date | None) -> DateRange:
    """The range of a number of units counted from today."""
    assert value.number is not None and value.unit is not None
    if today is None:
        return OPEN
    if value.which in {"last", "past"}:
        return add(today, -value.number, value.unit), today
    start = _day_it_begins(value, today)
    if start is not None:  # "for ten days from May 5"
        return start, add(start, value.number, value.unit)
    end = (
        _after_work(today, value.number)
        if value.working and value.unit == "day"
        else add(today, value.number, value.unit)
    )
    if value.bound in {"start", "after"}:
        return end, None
    return (today if value.bound in {"last", "until"} else None), end


def _day_it_begins(value: TimeValue, today: dt.date) -> dt.date | None:
    """The first day of a duration that names it, None of one that is counted from today."""
    named = replace(value, number=None, unit=None)
    if all(part is None for part in (named.month, named.from_easter, named.weekday, named.offset, named.day)):
        return None
    period = _period(named, today, "future")
    return None if period is None else period[0]


def _after_work(today: dt.date, days: int) -> dt.date:
    """The day on which a number of working days is over, Monday to Friday."""
    weeks, rest = divmod(days, DAYS_OF_WORK)
    day = today + dt.timedelta(weeks=weeks)
    while rest:
        day += dt.timedelta(days=1)
        rest -= int(day.weekday() < DAYS_OF_WORK)
    return day


def _period(value: TimeValue, today: dt.date | None, tense: Tense) -> tuple[dt.date, dt.date] | None:
    """The calendar period that the value names, whatever its preposition; None if it cannot be told."""
    if value.fiscal is not None:
        return dt.date(value.fiscal - 1, 10, 1), dt.date(value.fiscal, 9, 30)
    if value.decade is not None:
        return dt.date(value.decade, 1, 1), dt.date(value.decade + 9, 12, 31)
    if value.month is not None or value.from_easter is not None:
        return _calendar_period(value, today, tense)
    if value.year is not None and (value.quarter is not None or value.unit is not None):
        return _quarter_of_year(value, value.year)
    if value.year is not None:
        return dt.date(value.year, 1, 1), dt.date(value.last_year or value.year, 12, 31)
    if today is None:
        return None
    if value.quarter is not None:
        return _near_quarter(value, today, tense)
    if value.day is not None:
        return _day_of_month(value.day, today, tense)
    if value.offset is not None:
        day = today + dt.timedelta(days=value.offset)
        return day, day
    if value.weekday is not None:
        return _weekdays(value, today, tense)
    return _unit_period(value, today, tense) if value.unit is not None else None


def _quarter_of_year(value: TimeValue, year: int) -> tuple[dt.date, dt.date] | None:
    """A quarter or season of a year; winter is the one that begins in it."""
    month = SEASON_STARTS.get(value.unit or "") if value.quarter is None else 3 * value.quarter - 2
    if month is None:
        return None
    start = dt.date(year, month, 1)
    after = add(start, 1, "quarter")
    return None if after is None else (start, after - dt.timedelta(days=1))


def _near_quarter(value: TimeValue, today: dt.date, tense: Tense) -> tuple[dt.date, dt.date] | None:
    """A quarter of this or a neighbouring year; the nearest that the tense allows where no year is said."""
    if value.years_ahead is not None:
        return _quarter_of_year(value, today.year + value.years_ahead)
    near = (today.year + step for step in ((0, -1) if tense == "past" else (0, 1)))
    periods = (period for year in near if (period := _quarter_of_year(value, year)) is not None)
    return next(
        (each for each in periods if (each[0] <= today if tense == "past" else each[1] >= today)), None
    )


def _calendar_period(value: TimeValue, today: dt.date | None, tense: Tense) -> tuple[dt.date, dt.date] | None:
    """A month, a day, a feast, or a range of days; without a year the nearest one that the tense allows."""
    year = value.year or value.last_year
    if year is not None:
        return _month_or_day(value, year)
    if today is None:
        return None
    if value.years_ahead is not None:
        return _month_or_day(value, today.year + value.years_ahead)
    candidates = []
    for near in (today.year - 1, today.year, today.year + 1):
        if value.month == 2 and value.day == 29 and not calendar.isleap(near):
            continue
        candidates.append(_month_or_day(value, near))
    if value.which == "last" or (tense == "past" and value.which is None):
        earlier = [period for period in candidates if period[0] <= today]
        return earlier[-1] if earlier else None
    floor = today + dt.timedelta(days=1) if value.which == "next" else today
    later = [period for period in candidates if (period[0] if value.which == "next" else period[1]) >= floor]
    return later[0] if later else None


def _day_of_month(number: int, today: dt.date, tense: Tense) -> tuple[dt.date, dt.date] | None:
    """The nearest day of that number, this month or in the one that the tense looks to."""
    first = today.replace(day=1)
    beside = add(first, -1 if tense == "past" else 1, "month")
    for month in (first, beside):
        if month is None or number > calendar.monthrange(month.year, month.month)[1]:
            continue
        day = month.replace(day=number)
        if (day <= today) if tense == "past" else (day >= today):
            return day, day
    return None


def _month_or_day(value: TimeValue, year: int) -> tuple[dt.date, dt.date]:
    """The month, day, feast or range of days of a year."""
    if value.from_easter is not None:
        first = easter(year) + dt.timedelta(days=value.from_easter)
        return first, first + dt.timedelta(days=value.lasts - 1)
    assert value.month is not None
    if value.weekday is not None and value.quarter is not None:
        day = _nth_weekday(value.weekday, value.quarter, year, value.month)
        return day, day
    last_month = value.last_month or value.month
    last_year = value.last_year or (year + 1 if last_month < value.month else year)
    last_day = value.last_day or value.day or -1
    return _day_in(year, value.month, value.day or 1), _day_in(last_year, last_month, last_day)


def _day_in(year: int, month: int, day: int) -> dt.date:
    """A day of a month; -1 is its last."""
    return dt.date(year, month, day if day > 0 else calendar.monthrange(year, month)[1] + 1 + day)


def _nth_weekday(weekday: int, number: int, year: int, month: int) -> dt.date:
    """The first, second, third or fourth such weekday of a month."""
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def _weekdays(value: TimeValue, today: dt.date, tense: Tense) -> tuple[dt.date, dt.date]:
    """The nearest such weekday ahead or back; today counts as itself unless "next" or "last" is said."""
    assert value.weekday is not None
    if value.which in {"last", "past"} or (tense == "past" and value.which is None):
        back = (today.weekday() - value.weekday) % 7
        start = today - dt.timedelta(days=back or (7 if value.which else 0))
    else:
        ahead = (value.weekday - today.weekday()) % 7
        if value.which == "next" and ahead in NEAR:
            ahead += 7
        start = today + dt.timedelta(days=ahead or (7 if value.which in {"next", "coming"} else 0))
    if value.last_weekday is None:
        return start, start
    return start, start + dt.timedelta(days=(value.last_weekday - value.weekday) % 7)


def _unit_period(value: TimeValue, today: dt.date, tense: Tense) -> tuple[dt.date, dt.date] | None:
    """This, the next or the last week, month, quarter, season, year or decade."""
    unit = value.unit or ""
    if value.which in {"coming", "past"}:
        edge = add(today, 1 if value.which == "coming" else -1, unit)
        if edge is None:
            return None
        return (today, edge) if value.which == "coming" else (edge, today)
    step = {"next": 1, "last": -1}.get(value.which or "this", 0)
    if unit == "weekend":
        saturday = today - dt.timedelta(days=today.weekday()) + dt.timedelta(days=5 + 7 * step)
        return saturday, saturday + dt.timedelta(days=1)
    if unit in SEASON_STARTS:
        return _season(unit, today, step, tense)
    start = _start_of(unit, today)
    moved = add(start, step, unit) if start is not None else None
    after = add(moved, 1 + value.and_next, unit) if moved is not None else None
    return (moved, after - dt.timedelta(days=1)) if moved is not None and after is not None else None


def _season(unit: str, today: dt.date, step: int, tense: Tense) -> tuple[dt.date, dt.date]:
    """A meteorological season of the northern hemisphere: the one not yet over, the next or the last."""
    start = dt.date(today.year, SEASON_STARTS[unit], 1)
    if step == 0 and unit == "winter" and today.month <= 2:
        start = start.replace(year=today.year - 1)
    if (step == 1 and start <= today) or (step == -1 and start > today):
        start = start.replace(year=start.year + step)
    after = add(start, 1, "quarter")
    assert after is not None
    if step == 0 and tense == "future" and after <= today:
        start, after = start.replace(year=start.year + 1), after.replace(year=after.year + 1)
    return start, after - dt.timedelta(days=1)


def _start_of(unit: str, today: dt.date) -> dt.date | None:
    """The first day of the unit that today lies in."""
    starts = {
        "day": today,
        "week": today - dt.timedelta(days=today.weekday()),
        "month": today.replace(day=1),
        "quarter": today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1),
        "year": today.replace(month=1, day=1),
        "decade": today.replace(year=today.year // 10 * 10, month=1, day=1),
        "century": today.replace(year=today.year // 100 * 100, month=1, day=1),
    }
    return starts.get(unit)


def _narrow(period: tuple[dt.date, dt.date], value: TimeValue, today: dt.date | None) -> DateRange:
    """The part of a period that "early", "the end of" and their like name.

    Of a month the thirds are days 1-10, 11-20 and the rest; of a year its first quarter, the middle
    third and the last month. Periods of under a month are not divided.
    """
    start, end = period
    days = (end - start).days
    if value.part == "middle" and value.bound in {"end", "before"}:
        value = replace(value, part="first_half")  # by the middle of a year half of it is over
    if value.part is None or (days < 27 and value.part not in {"later", "earlier"}):
        return start, end
    if value.part == "later":
        return None, end
    if value.part == "earlier":
        return start, today if today is not None and today <= end else end
    return _third_of_month(start, end, value.part) if days < 32 else _part_of_year(start, end, value.part)


def _third_of_month(start: dt.date, end: dt.date, part: Part) -> DateRange:
    if part == "start":
        return start, start.replace(day=10)
    if part == "middle":
        return start.replace(day=11), start.replace(day=20)
    if part in {"first_half", "first_quarter"}:
        return start, start.replace(day=15)
    return start.replace(day=21 if part == "end" else 16), end


def _part_of_year(start: dt.date, end: dt.date, part: Part) -> DateRange:
    """The part of a year; of a longer or shorter period the same shares, counted in days."""
    shares = {
        "start": (0, 1 / 4), "first_quarter": (0, 1 / 4), "middle": (1 / 3, 2 / 3), "first_half": (0, 1 / 2),
        "second_half": (1 / 2, 1), "end": (11 / 12, 1),
    }  # fmt: skip
    low, high = shares[part]
    months = round(((end - start).days + 1) / (365.25 / 12))
    first = add(start, round(low * months), "month")
    after = add(start, max(1, round(high * months)), "month")
    return first, (after - dt.timedelta(days=1) if after is not None and high < 1 else end)


def bounded(period: DateRange, value: TimeValue, today: dt.date | None) -> DateRange:
    """What the preposition makes of the period: "by" leaves its end, "from" its start."""
    start, end = period
    one_day = dt.timedelta(days=1)
    has_two_ends = value.last_day or value.last_month or value.last_year or value.last_weekday
    match value.bound:
        case "before" if value.part is None and start is not None:
            return None, start - one_day
        case "before" | "end" | "span":
            return None, end
        case "until":
            lasting = today is not None and end is not None and today <= end
            return (today if lasting else None), end
        case "start" if not has_two_ends:
            return start, None
        case "after":
            return end, None
    return start, end
