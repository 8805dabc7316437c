"""What the words of a time expression mean: the parts that a rule's match names, as a ``TimeValue``."""

from __future__ import annotations

import re

from flows.extract.components.date_parts import Part, TimeValue
from flows.extract.components.time_lexicon import grammar

MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)}
WEEKDAYS = {name: number for number, name in enumerate(DAY_NAMES)}
LAST_WEEK = 5


def value_of(match: re.Match[str], preposition: str) -> TimeValue:
    """The parts that the named groups of a match hold, bounded by the preposition before it."""
    groups = {name: re.sub(r"\s+", " ", text) for name, text in match.groupdict().items() if text}
    words = grammar()
    number = _number(groups.get("or_number")) or _number(groups.get("number"))
    week = _week_of_month(groups.get("week"))
    feast = words.feasts.get(groups.get("feast", "").lower().replace("’", "'"))
    return TimeValue(
        bound=words.bounds.get(" ".join(preposition.lower().split()), "inside"),
        part=_part(groups.get("part", "").lower()),
        which=words.which.get(groups.get("which", "").lower()),
        unit=_unit(groups.get("unit", "").lower(), number is not None),
        and_next="and_next" in groups,
        number=number,
        working="working" in groups,
        offset=words.offset.get(groups.get("deictic", "").lower()),
        weekday=WEEKDAYS.get(groups.get("weekday", "").lower()[:3]),
        last_weekday=WEEKDAYS.get(groups.get("last_weekday", "").lower()[:3]),
        day=feast.day if feast is not None else _day(groups.get("day")) or _first_day(week),
        month=(feast.month if feast is not None else None)
        or _integer(groups.get("month_number"))
        or MONTHS.get(groups.get("month", "").lower()[:3]),
        year=_integer(groups.get("year")),
        last_day=_integer(groups.get("last_day")) or _last_day(week),
        last_month=MONTHS.get(groups.get("last_month", "").lower()[:3]),
        last_year=_last_year(groups.get("year", ""), groups.get("last_year")),
        fiscal=_fiscal(groups.get("fiscal")),
        decade=_integer(groups.get("decade")),
        from_easter=feast.from_easter if feast is not None else None,
        lasts=feast.lasts if feast is not None else 1,
        years_ahead=words.years_ahead.get(groups.get("of_year", "").lower()),
        quarter=words.quarter.get(groups.get("quarter", groups.get("quarter_number", "")).lower()),
    )


def _week_of_month(text: str | None) -> int | None:
    """Which week of a month a word names, the last one as 5; None without a word."""
    if text is None:
        return None
    return LAST_WEEK if text.lower() in {"last", "final"} else grammar().quarter.get(text.lower())


def _first_day(week: int | None) -> int | None:
    """The first day of a week of a month, of the last one counted from the month's end."""
    if week is None:
        return None
    return -7 if week == LAST_WEEK else 7 * week - 6


def _last_day(week: int | None) -> int | None:
    if week is None:
        return None
    return -1 if week == LAST_WEEK else 7 * week


def _day(text: str | None) -> int | None:
    """A day of the month in digits or as an ordinal: 21 for "twenty-first"."""
    tens, _, last = (text or "").lower().rpartition("-")
    ordinal = grammar().ordinals.get(last)
    return _integer(text) if ordinal is None else grammar().numbers.get(tens, 0) + ordinal


def _integer(text: str | None) -> int | None:
    """The digits at the beginning of ``text`` ("3rd" gives 3)."""
    digits = re.match(r"\d+", text or "")
    return int(digits.group()) if digits else None


def _last_year(first: str, text: str | None) -> int | None:
    """The second of two years, the century that it leaves out taken from the first: 2029 of "2028-29"."""
    return _integer(first[:-2] + text if text is not None and len(text) == 2 else text)


def _number(text: str | None) -> int | None:
    """A count in digits or words ("one hundred and twenty"); None for "several" and its like."""
    plain = (text or "").replace(",", "").lower()
    before, hundred, rest = plain.partition("hundred")
    if hundred:
        tens_and_ones = _number(rest.removeprefix(" and").strip()) or 0
        return 100 * grammar().numbers.get(before.strip(), 1) + tens_and_ones
    tens, _, last = plain.rpartition("-")
    units = grammar().numbers.get(last)
    if plain.isdigit() or units is None:
        return int(plain) if plain.isdigit() else None
    return grammar().numbers.get(tens, 0) + units


def _fiscal(text: str | None) -> int | None:
    year = _integer(text)
    return year + 2000 if year is not None and year < 100 else year


def _part(text: str) -> Part | None:
    for word, meaning in grammar().part.items():
        if re.search(rf"\b{word}\b", text):
            return meaning
    return None


def _unit(text: str, counted: bool) -> str | None:
    """The unit in the singular; None for an uncounted plural ("in the coming weeks" has no end)."""
    if text == "fall":
        return "autumn"
    plural = text.endswith("s")
    if plural and not counted:
        return None
    return re.sub("ie$", "y", text.removesuffix("s")) if plural else text or None
