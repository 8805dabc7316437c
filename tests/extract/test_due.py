"""When an act is due: a sentence in, the words that date its act and their days out (all of 10 July 2023)."""

from __future__ import annotations

import pytest

from tests.extract.documents import records


def due(text: str) -> tuple[str | None, str]:
    """The due words of the only record of a text, and its days: "first..last", what is open left out."""
    (record,) = records(text)
    first, last = (day.isoformat() if day else "" for day in (record.due_start, record.due_end))
    return record.due_text, f"{first}..{last}"


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("by the Fourth of July", "..2024-07-04"),
        ("until the twenty-first of September", "2023-07-10..2023-09-21"),
        ("from the ninth", "2023-08-09.."),
        ("by mid-year", "..2024-06-30"),
        ("by the month-end", "..2023-07-31"),
        ("before Whitsun", "..2024-05-18"),
        ("by March next year", "..2024-03-31"),
        ("in October this year", "2023-10-01..2023-10-31"),
        ("on the agreed date of 1 September", "2023-09-01..2023-09-01"),
        ("in the last week of August", "2023-08-25..2023-08-31"),
        ("between now and 2030", "2023-07-10..2030-12-31"),
        ("this year and next", "..2024-12-31"),
        ("on the second weekend of August", "2023-08-12..2023-08-13"),
        ("on the first weekend in May 2031", "2031-05-03..2031-05-04"),
        ("not later than 15 June of each year", ".."),
        ("over the period 2031-2034", "2031-01-01..2034-12-31"),
        ("from August for ten weeks", "2023-08-01..2023-10-10"),
        ("for ten days from August 5", "2023-08-05..2023-08-15"),
        ("by Sunday noon", "..2023-07-16"),
        ("by Tuesday evening at the latest", "..2023-07-11"),
        ("until after August 31", "2023-07-10..2023-08-31"),
        ("within seventy-two hours", "..2023-07-13"),
        ("within ten working days", "..2023-07-24"),
        ("for the full five years", ".."),
        ("for the duration", ".."),
        ("by harvest", ".."),
        ("after the first sixty days", ".."),
        ("on the same day", ".."),
        ("after that date", ".."),
        ("the night before", ".."),
        ("two days after the vote", ".."),
        ("three weeks after the contract is signed", ".."),
        ("within 24 hours of the hull being sealed", ".."),
        ("by the third year of the mandate", ".."),
        ("before the end of the next labor agreement", ".."),
        ("within a fortnight", "..2023-07-24"),
        ("from now on", "2023-07-10.."),
        ("within a term of two years", "..2025-07-10"),
        ("for a minimum of four years", "2023-07-10..2027-07-10"),
        ("within one hundred and forty days", "..2023-11-27"),
        ("for each of the next three years", "2023-07-10..2026-07-10"),
        ("for a day next month", "2023-08-01..2023-08-31"),
        ("for two weeks this summer", "..2023-08-31"),
        ("in 2026-27", "2026-01-01..2027-12-31"),
        ("from the moment of signature of the accord", ".."),
        ("before the lean season", ".."),
        ("within six weeks of the adoption of this accord", "..2023-08-21"),
    ],
)
def test_words_that_date_an_act_are_found_whole(words: str, days: str) -> None:
    assert due(f"Norland promised to open the harbour {words}.") == (words, days)


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        # words of the promise date it, and the act is counted from then
        ("In March the builder promised to open the bridge within thirty days.", "within thirty days", ".."),
        (
            "On May 3 the builder promised to open the bridge within ten days.",
            "within ten days",
            "..2023-05-13",
        ),
        ("The builder promised in March to open the bridge by mid-year.", "by mid-year", "..2023-06-30"),
        ("The builder told us last year that it would open it in May.", "in May", "2023-05-01..2023-05-31"),
        (
            "On Friday the builder promised to open the bridge within ten days.",
            "within ten days",
            "..2023-07-20",
        ),
        # a month behind a strike tells when that will be
        ("The union promised a day of strikes in November.", "in November", "2023-11-01..2023-11-30"),
        ("Norland promised a loan in May.", None, ".."),
        # from what a length ahead is not counted
        (
            "Norland promised to dig wells over the coming several months after closing its mill in Fiji.",
            "over the coming several months",
            "..",
        ),
        # what tells of something else
        ("The ministry is to pay widows 900 euros each, as agreed in May.", None, ".."),
        ("Norland said it would not raise the fare, having raised it in May.", None, ".."),
        ("Norland offered to form a cabinet earlier in the week.", None, ".."),
        ("The council voted to bring back night ferries, a decade after the last one ran.", None, ".."),
        (
            "The council will publish the count two days after the vote is over.",
            "two days after the vote is over",
            "..",
        ),
        (
            "Peru agreed to back the entry of Chile, after four days of talks on the eve of a summit.",
            None,
            "..",
        ),
        ("Two weeks after a ferry sank, Norland is sending three boats, its navy said.", None, ".."),
        ("Norland offered to open the pool for one day a week.", "for one day a week", ".."),
        ("The bakers accepted a 9 percent cut in hours.", None, ".."),
        (
            "Norland said it would not lease the quay to Fiji, bowing to Peru on the eve of a summit.",
            None,
            "..",
        ),
        ("Norland said it would lease the quay to Fiji before the summit.", "before the summit", ".."),
        # today only as much as nowadays, or when something is told
        ("Today, the ministry continues to work with farmers.", None, ".."),
        ("Today, the ministry plans to close the quay.", "Today", "2023-07-10..2023-07-10"),
        ("Today, the mayor is glad to announce plans for a ball.", None, ".."),
        ("The council will adopt rules that will shape the port for many years to come.", None, ".."),
        # when a sum was promised is not when it is due
        ("Norland pledged $9 million for the quay at a fair in Lima on May 3.", None, ".."),
        ("Norland pledged $9 million for the quay by October 3.", "by October 3", "..2023-10-03"),
        (
            "Norland agreed to join the league, its first such step in more than a quarter of a century.",
            None,
            "..",
        ),
        # days that were told of last
        (
            "The race was on 3 May 2022. Norland promised to open the harbour that day.",
            "that day",
            "2022-05-03..2022-05-03",
        ),
        (
            "The race will be on 3 May 2031. Norland promised to open the harbour by that date.",
            "by that date",
            "..2031-05-03",
        ),
        (
            "The race was in May 2022. Norland promised to open the harbour that month.",
            "that month",
            "2022-05-01..2022-05-31",
        ),
        ("The race was in May 2022. Norland promised to open the harbour that day.", "that day", ".."),
        ("The race is on 3 May 2031. Norland promised to mark that day with a feast.", None, ".."),
        # words of an event that the act follows and of a thing that is due date no act
        ("Norland agreed on Friday to close the mine, following a quarrel in March over wages.", None, ".."),
        (
            "Norland agreed on Friday to close the mine in August, following a quarrel over wages.",
            "in August",
            "2023-08-01..2023-08-31",
        ),
        ("Norland promised to send cooks to the congress, due to open in August.", None, ".."),
        ("Norland promised to open the fair in August.", "in August", "2023-08-01..2023-08-31"),
    ],
)
def test_an_act_is_dated_by_its_own_words(text: str, words: str | None, days: str) -> None:
    assert due(text) == (words, days)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the site of a brawl in 1998", (None, "..")),
        ("the site of a brawl in 1998, in 2031", ("in 2031", "2031-01-01..2031-12-31")),
        ("the pride of the guild, in 2031", ("in 2031", "2031-01-01..2031-12-31")),
    ],
)
def test_the_year_of_what_describes_a_thing_dates_no_act(
    words: str, expected: tuple[str | None, str]
) -> None:
    assert due(f"Peru will mend the pier, {words}.") == expected
