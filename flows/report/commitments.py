"""The pages of commitments: ledger lines with all their records, those on a sheet whose ids begin alike."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import cache
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from flows.report.marking import marked, paragraph_of
from flows.report.merging import Follower, Row
from flows.report.render import Renderer, sheet_of
from flows.report.shares import Share
from warehouse import ReportReader

OVER = ("delivered", "withdrawn", "refused", "contradicted")


def due_state(line: Row, today: dt.date) -> str | None:
    """What a ledger line's last day means on ``today``: ahead, or passed, or met where the matter is over.

    None for a line without such a day.
    """
    if line["due_end"] is None:
        return None
    if line["status"] in OVER:
        return "settled"
    return "passed" if line["due_end"] < today else "ahead"


def write_commitments(reader: ReportReader, renderer: Renderer, today: dt.date, share: Share) -> int:
    """Write the ledger lines of a share with their records; returns how many lines there are."""
    ids = share.bounds("led")
    evidence = Follower(reader.stream("evidence", by_line=True, **ids), "ledger_id")
    verdicts = read_verdicts(reader)
    n_lines = 0
    for sheet, group in groupby(reader.stream("lines", **ids), key=lambda line: sheet_of(line["ledger_id"])):
        lines = [
            line
            | {
                "due_state": due_state(line, today),
                "history": [told(record, verdicts) for record in evidence.take(line["ledger_id"])],
            }
            for line in group
        ]
        renderer.write(
            f"commitments/{sheet}.html", "commitments.html.jinja", "Ledger", sheet=sheet, lines=lines
        )
        n_lines += len(lines)
    return n_lines


def read_verdicts(reader: ReportReader) -> dict[str, list[Row]]:
    """What analysts said of each record, the last first."""
    found: dict[str, list[Row]] = defaultdict(list)
    for verdict in reader.stream("verdicts"):
        found[verdict["record_id"]].append(verdict)
    return dict(found)


def told(record: Row, verdicts: dict[str, list[Row]]) -> dict[str, Any]:
    """A record with its marked paragraph, the words of its rules, and its verdicts."""
    return record | {
        "marked": marked(paragraph_of(record)),
        "rules": _rules(record),
        "verdicts": verdicts.get(record["record_id"], []),
    }


def _rules(record: Row) -> Markup:
    """The rows of the table of rules that fired, each with the words that it fired on."""
    words, start = record["paragraph"], record["paragraph_start"]
    return Markup(
        "".join(
            f"{_rule(cue['role'], cue['rule_id'])}"
            f"{escape(words[max(cue['start'] - start, 0) : max(cue['end'] - start, 0)])}</bdi></td></tr>\n"
            for cue in record["cues"]
        )
    )


@cache
def _rule(role: str, rule_id: str) -> str:
    """A row of that table up to the words: the rules are few, and every record has several."""
    return f"<tr><td>{escape(role)}</td><td><code>{escape(rule_id)}</code></td><td><bdi>"
