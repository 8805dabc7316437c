"""The calendar period that the parts of a time expression name: a day, month, season, year or span."""

from __future__ import annotations

import calendar
import datetime as dt

from dateutil.easter import easter

from flows.extract.components.date_parts import Tense, TimeValue, add

SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
SATURDAY = 5  # counted from Monday
NEAR = frozenset({1, 2})  # days to a weekday that is not yet "next" one: it is tomorrow, or the day after


def calendar_period(value: TimeValue, today: dt.date | None, tense: Tense) -> tuple[dt.date, dt.date] | None:
    """The calendar period that the value names, whatever its preposition; None if it cannot be told."""
    if value.fiscal is not None:
        return dt.date(value.fiscal - 1, 10, 1), dt.date(value.fiscal, 9, 30)
    if value.decade is not None:
        return dt.date(value.decade, 1, 1), dt.date(value.decade + 9, 12, 31)
    if value.month is not None or value.from_easter is not None:
        return _month_or_feast(value, today, tense)
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


def _month_or_feast(value: TimeValue, today: dt.date | None, tense: Tense) -> tuple[dt.date, dt.date] | None:
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
    if value.unit == "weekend" and value.quarter is not None:
        saturday = _nth_weekday(SATURDAY, value.quarter, year, value.month)
        return saturday, saturday + dt.timedelta(days=1)
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
