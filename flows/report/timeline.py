"""The timeline: what passed without a report of delivery, and what is due next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from flows.report.charts import read_chart
from flows.report.commitments import due_state
from flows.report.merging import Row
from flows.report.render import Renderer
from warehouse import ReportReader

LISTED = 60  # lines of each part; the ledger has them all


def write_timeline(reader: ReportReader, renderer: Renderer, today: dt.date) -> None:
    """Write timeline.html as of ``today``: what passed, latest first; what is ahead, nearest first."""
    states: dict[str | None, list[Row]] = {"ahead": [], "passed": [], "settled": []}
    for line in reader.stream("timeline"):
        states[due_state(line, today)].append(line)
    delivered = [line for line in states["settled"][::-1] if line["status"] == "delivered"]
    context: dict[str, Any] = {
        "passed": by_year(states["passed"][::-1][:LISTED]),
        "ahead": by_year(states["ahead"][:LISTED]),
        "delivered": by_year(delivered[:LISTED]),
        "n_passed": len(states["passed"]),
        "n_ahead": len(states["ahead"]),
        "over_years": read_chart(reader, "over_years"),
    }
    renderer.write("timeline.html", "timeline.html.jinja", "Timeline", today=today, listed=LISTED, **context)


def by_year(lines: Sequence[Row]) -> list[tuple[int, list[Row]]]:
    """Lines that are in the order of their last days, a list a year."""
    return [(year, list(some)) for year, some in groupby(lines, key=lambda line: int(line["due_end"].year))]
