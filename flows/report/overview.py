"""The overview: what the book holds, what is new, and charts."""

from __future__ import annotations

from flows.numbers import readable_number
from flows.report.charts import read_chart
from flows.report.render import Renderer
from warehouse import ReportReader

CHARTS = (
    *("by_month", "by_category", "promisors", "beneficiaries"),
    *("by_status", "sourcing", "amounts", "over_years"),
)
OUTCOMES = {
    "new": "documents new",
    "changed": "changed",
    "unchanged": "unchanged",
    "duplicate": "repeating others",
    "quarantined": "set aside",
}


def write_overview(reader: ReportReader, renderer: Renderer) -> None:
    """Write index.html."""
    runs = reader.rows("runs")
    is_first = len(runs) < 2
    renderer.write(
        "index.html",
        "index.html.jinja",
        "Overview",
        last_run=runs[0],
        outcomes=[
            f"{readable_number(runs[0][name])} {words}" for name, words in OUTCOMES.items() if runs[0][name]
        ],
        is_first_run=is_first,
        new_lines=reader.rows("new_lines", run="" if is_first else runs[1]["run_id"]),
        quarantine=reader.rows("quarantine"),
        charts=[read_chart(reader, name) for name in CHARTS],
    )
