"""Publication dates: lines in, date with source and precision out."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.ingest.dating import Dated, date_from_lines, dateline_length, find_date, is_date_line, more_exact
from models.vocabulary import PublishedPrecision

DAY = dt.date(2023, 7, 9)


@pytest.mark.parametrize(
    ("lines", "source", "precision", "date"),
    [
        (["VILNIUS, July 9, 2023 — Leaders met."], "dateline", "day", DAY),
        (["A headline", "KYIV, Ukraine, July 9, 2023 (AP) - Leaders met."], "dateline", "day", DAY),
        (["Geneva, 9 July 2023 – Leaders met."], "dateline", "day", DAY),
        (["A headline", "Sunday, July 9, 2023", "Leaders met."], "text", "day", DAY),
        (["Published: 2023-07-09 10:31 GMT"], "text", "day", DAY),
        (["Elsborg, 9th July 2023"], "text", "day", DAY),
        (["Posted on 9 July, 2023 at 10:30 AM"], "text", "day", DAY),
        (["Address to the Congress. July 9, 2023"], "text", "day", DAY),
        (["July 2023"], "text", "month", dt.date(2023, 7, 1)),
    ],
)
def test_dates_that_date_the_text(lines: list[str], source: str, precision: str, date: dt.date) -> None:
    assert date_from_lines(lines) == (date, source, precision)


@pytest.mark.parametrize(
    "lines",
    [
        ["Tuesday"],
        ["BRUSSELS, Tuesday — Leaders met."],
        ["Leaders met on July 9, 2023, in Vilnius and agreed on a plan."],
        ["July 9"],
        ["February 31, 2023"],
        ["Article 5", "The treaty of 1949", "Leaders met."],
        ["x"] * 8 + ["Sunday, July 9, 2023"],
        [],
    ],
)
def test_lines_that_do_not_date_the_text(lines: list[str]) -> None:
    assert date_from_lines(lines) is None


def test_dateline_comes_before_a_date_line() -> None:
    lines = ["July 10, 2023", "VILNIUS, July 9, 2023 — Leaders met."]
    assert date_from_lines(lines) == (DAY, "dateline", "day")


@pytest.mark.parametrize(
    "line",
    [
        "WASHINGTON – Today, leaders met.",
        "PARIS (Reuters) - Leaders met.",
        "MÁLAGA — Leaders met.",
        "ŁÓDŹ, Poland — Today, leaders met.",
    ],
)
def test_datelines_without_a_date_are_seen(line: str) -> None:
    assert line[dateline_length(line) :].startswith(("Today", "Leaders"))


@given(st.dates(min_value=dt.date(1800, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_written_dates_are_read_back(date: dt.date) -> None:
    for written in (
        f"{date:%A}, {date:%B} {date.day}, {date.year}",
        f"{date.day} {date:%B} {date.year}",
        f"{date}",
    ):
        found = find_date(written)
        assert found is not None
        assert found[:2] == (date, "day")
        assert is_date_line(written)


@given(st.text(max_size=200))
def test_any_line_is_read_without_error(line: str) -> None:
    assert dateline_length(line) <= len(line)
    assert is_date_line(line) in (True, False)


@pytest.mark.parametrize(
    ("stated", "precision", "line", "date"),
    [
        ("2024-05-01", "month", "PORT SABLE, May 3, 2024 — Ships will sail.", "2024-05-03"),
        ("2024-01-01", "year", "PORT SABLE, May 3, 2024 — Ships will sail.", "2024-05-03"),
        ("2024-01-01", "year", "Published: May 2024", "2024-05-01"),
        ("2024-04-01", "month", "PORT SABLE, May 3, 2024 — Ships will sail.", "2024-04-01"),
        ("2023-01-01", "year", "PORT SABLE, May 3, 2024 — Ships will sail.", "2023-01-01"),
        ("2024-05-04", "day", "PORT SABLE, May 3, 2024 — Ships will sail.", "2024-05-04"),
        ("2024-05-01", "month", "Ships will sail on May 3, 2024, from Port Sable.", "2024-05-01"),
        ("2024-05-04", "day", "May 3, 1961", "1961-05-03"),
        ("2024-05-04", "day", "December 3, 2023", "2024-05-04"),
        ("2024-05-04", "day", "May 1961", "2024-05-04"),
        ("2024-05-04", "day", "May 3, 2027", "2024-05-04"),
    ],
)
def test_a_day_in_the_stated_month_or_year_is_more_exact(
    stated: str, precision: PublishedPrecision, line: str, date: str
) -> None:
    known = Dated(dt.date.fromisoformat(stated), "metadata", precision)
    found = more_exact(known, date_from_lines([line]))
    assert found.date.isoformat() == date
    assert (found.source == "metadata") == (date == stated)
