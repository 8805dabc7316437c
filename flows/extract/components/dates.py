"""From the parts of a time expression to the days that it allows: pure arithmetic, no text and no parse.

Ranges are pairs of dates, both inclusive; None is an open or unknown end. What is relative needs
``published_on``, the day that it is counted from; without one only absolute dates resolve.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from flows.extract.components.calendar_periods import calendar_period
from flows.extract.components.date_parts import DateRange, Part, Tense, TimeValue, add

OPEN: DateRange = (None, None)
DAYS_OF_WORK = 5  # in a week


def date_range(value: TimeValue, published_on: dt.date | None, tense: Tense) -> DateRange:
    """The days that ``value`` allows for the act; ``tense`` says whether it looks back or ahead.

    An impossible date ("February 30") or one that cannot be counted gives (None, None).
    """
    try:
        if value.number is not None and value.unit is not None:
            return _duration(value, published_on)
        period = calendar_period(value, published_on, tense)
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
    period = calendar_period(named, today, "future")
    return None if period is None else period[0]


def _after_work(today: dt.date, days: int) -> dt.date:
    """The day on which a number of working days is over, Monday to Friday."""
    weeks, rest = divmod(days, DAYS_OF_WORK)
    day = today + dt.timedelta(weeks=weeks)
    while rest:
        day += dt.timedelta(days=1)
        rest -= int(day.weekday() < DAYS_OF_WORK)
    return day


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
        case "span" if value.last_year is not None:
            return start, end
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
