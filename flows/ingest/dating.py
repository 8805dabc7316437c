"""When a document was published: full dates in datelines and date lines, never a weekday alone."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from models.vocabulary import PublishedPrecision, PublishedSource

_MONTHS = {
    **{name.lower(): number for number, name in enumerate(calendar.month_name) if name},
    **{name.lower(): number for number, name in enumerate(calendar.month_abbr) if name},
    "sept": 9,
}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:18|19|20)\d\d)\b"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_DATES = tuple(
    re.compile(rf"\b{_WEEKDAY}{form}", re.IGNORECASE)
    for form in (
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_DAY}(?: of)? {_MONTH},? {_YEAR}",
        r"(?P<year>(?:18|19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b",
    )
)
_FOUR_DIGITS = re.compile(r"\d{4}")  # much cheaper to look for than a month
_WHOLE_MONTH = re.compile(rf"{_MONTH},? {_YEAR}", re.IGNORECASE)
# What may stand beside the date in a line that is there to date the text: a label, a place, a time.
_LABEL = re.compile(
    r"(?:first |last )?(?:published|updated|posted|issued|released|date|for release|dated)(?: on| at)?:?",
    re.IGNORECASE,
)
_PLACE_OR_TIME = re.compile(
    r"[(|/–—-]*(?:\d{1,2}[:.]\d\d|[AaPp]\.?[Mm]\.?|of|the|and|at|in|[A-Z][\w’'.-]*)?[),.;:|/–—-]*"
)
_CAPITAL = "A-ZÀ-ÖØ-ÞĆČĎĐĘĚĞĪİĶŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽ"  # of languages in Latin letters: "SÃO PAULO", "ŁÓDŹ"
_CITY = rf"[{_CAPITAL}][{_CAPITAL}.’' /-]{{2,30}}(?:, [A-Z][\w.’' -]{{1,30}}){{0,2}}"
_SMALL_CITY = rf"[{_CAPITAL}][\w.’' -]{{2,30}}(?:, [A-Z][\w.’' -]{{1,30}}){{0,2}}"
_AGENCY = r"(?: ?\([A-Z][\w /.&-]{1,30}\))?"
_DATE_WORDS = r"(?:,? (?:\d{1,2} )?(?:[A-Z][a-z]{2,8}\.?)(?: \d{1,2})?(?:,? \d{4})?)?"
_FULL_DATE = r"(?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2},?)? \d{4}"
_DATELINE = re.compile(
    rf"(?:{_CITY}{_DATE_WORDS}{_AGENCY}{_DATE_WORDS}|{_SMALL_CITY},? {_FULL_DATE}{_AGENCY}) ?(?:—|–|--?)+ "
)
LINES_LOOKED_AT = 6
_PRECISIONS: tuple[PublishedPrecision, ...] = ("year", "month", "day")
_LONGEST_DATE_LINE = 120
_LONG_BEFORE = dt.timedelta(days=365)


class Dated(NamedTuple):
    """A publication date with what told it and how much of it is known."""

    date: dt.date
    source: PublishedSource
    precision: PublishedPrecision


def find_date(text: str) -> tuple[dt.date, PublishedPrecision, int, int] | None:
    """The first full date of ``text``, its precision and place, or None; "July 2023" is a month's."""
    if not _FOUR_DIGITS.search(text):
        return None
    matches = [match for pattern in _DATES if (match := pattern.search(text))]
    for match in sorted(matches, key=lambda match: match.start()):
        if date := _date(match["year"], match["month"], match["day"]):
            return date, "day", match.start(), match.end()
    month = _WHOLE_MONTH.search(text)
    if month and (date := _date(month["year"], month["month"], "1")):
        return date, "month", month.start(), month.end()
    return None


def is_month(word: str) -> bool:
    """Whether a word is the name of a month or short for it."""
    return word.lower().rstrip(".") in _MONTHS


def more_exact(stated: Dated, told: Dated | None) -> Dated:
    """The date that a text tells, where it gives the day or month of the stated month or year.

    So does a day that its first lines tell and that lies long before the stated one, which is then that of a
    copy: a speech of 1954 put online in 2013.
    """
    if told is not None and told.precision == "day" and stated.date - told.date >= _LONG_BEFORE:
        return told
    if told is None or _PRECISIONS.index(told.precision) <= _PRECISIONS.index(stated.precision):
        return stated
    known = 4 if stated.precision == "year" else 7  # as many characters of the ISO form
    return told if told.date.isoformat()[:known] == stated.date.isoformat()[:known] else stated


def dateline_length(line: str) -> int:
    """How many characters of ``line`` are a dateline such as "OSLO, May 3, 2022 — ", else 0."""
    match = _DATELINE.match(line)
    return match.end() if match else 0


def date_from_lines(lines: Sequence[str]) -> Dated | None:
    """The date that the first lines give: in a dateline first, else in a line that only dates the text.

    A day or month named within a sentence is not the publication date, and a weekday never is.
    """
    opening = lines[:LINES_LOOKED_AT]
    for line in opening:
        if length := dateline_length(line):
            found = find_date(line[:length])
            if found and found[1] == "day":
                return Dated(found[0], "dateline", "day")
    for line in opening:
        if dated := _date_of_date_line(line):
            return dated
    return None


def is_date_line(line: str) -> bool:
    """Whether ``line`` holds a date and nothing but labels, places and times beside it."""
    found = find_date(line) if len(line) <= _LONGEST_DATE_LINE else None
    if not found:
        return False
    rest = _LABEL.sub("", line[: found[2]] + " " + line[found[3] :], count=1)
    words = rest.split()
    return len(words) <= 8 and all(_PLACE_OR_TIME.fullmatch(word) for word in words)


def _date_of_date_line(line: str) -> Dated | None:
    """The date of a date line, or of a headline that ends with its date and no full stop."""
    if len(line) > 2 * _LONGEST_DATE_LINE or not (found := find_date(line)):
        return None
    date, precision, start, end = found
    ends_headline = end == len(line) and precision == "day" and not line[:start].rstrip()[-1:].isalpha()
    return Dated(date, "text", precision) if is_date_line(line) or ends_headline else None


def _date(year: str, month: str, day: str) -> dt.date | None:
    """The date of its written parts, or None where there is no such day."""
    number = _MONTHS.get(month.lower().rstrip(".")) or (int(month) if month.isdigit() else 0)
    try:
        return dt.date(int(year), number, int(day))
    except ValueError:
        return None
