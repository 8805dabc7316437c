"""The days, weeks and months that a document proclaims: "do proclaim May 15, 2031, as Miners Day".

"This week", "that day" and "on Miners Day" mean those then, whatever the day of publication.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from flows.extract.components.date_parts import DateRange, add
from flows.extract.components.dates import date_range
from flows.extract.components.time_forms import TimeExpression, find_time_expressions
from flows.extract.components.time_lexicon import grammar
from flows.extract.parse import Span

# What stands behind the dates that are given a name: ", as National Miners Week".
NAMED = re.compile(
    r"(?: of (?:each|every) year)?,? as (?P<name>(?:[\w'’.-]+ ){1,7}(?P<unit>Day|Week|Month|Year))\b"
)
ONE_DAY = dt.timedelta(days=1)


class Proclaimed(NamedTuple):
    """A period with its name ("Miners Day"), its unit ("day"), and its first and last day."""

    name: str
    unit: str
    start: dt.date
    end: dt.date


def proclaimed(sentences: Iterable[Span], published_on: dt.date | None) -> list[Proclaimed]:
    """The periods to which the sentences give a name, in the order of the text."""
    naming = grammar().naming
    found: list[Proclaimed] = []
    for sentence in sentences:
        if not any(token.lemma_ in naming for token in sentence):
            continue
        for time in find_time_expressions(sentence):
            named = name_behind(time, sentence)
            start, end = date_range(time.value, published_on, "future")
            if named is None or start is None:
                continue
            unit = named["unit"].lower()
            after = add(start, 1, unit)
            last = end or (after - ONE_DAY if after is not None else start)
            found.append(Proclaimed(named["name"], unit, start, last))
    return found


def name_behind(time: TimeExpression, sentence: Span) -> re.Match[str] | None:
    """The name that the words behind an expression give to its days; None where they give none."""
    return NAMED.match(sentence.doc.text, time.end_char, sentence.end_char)


def days_proclaimed(time: TimeExpression, periods: Sequence[Proclaimed]) -> DateRange | None:
    """The days that an expression means by a proclaimed period, by its unit or name; None for no such."""
    value = time.value
    pointing = value.which == "this" and value.part is None and value.number is None
    for period in periods:
        if (pointing and value.unit == period.unit) or period.name in time.text:
            return period.start, period.end
    return None
