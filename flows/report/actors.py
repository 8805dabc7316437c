"""The pages of actors: what each promised and was promised, to whom, and what became of it."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from typing import Any

from flows.report.charts import read_chart
from flows.report.merging import Follower, Row
from flows.report.render import Renderer, sheet_of
from warehouse import ReportReader

LISTED = 500  # actors in the list of all; the ledger finds the others


def write_actors(reader: ReportReader, renderer: Renderer, today: dt.date) -> int:
    """Write every actor's page and the list of the most frequent; returns how many actors there are."""
    followers = {name: Follower(reader.stream(name), "actor_id") for name in ("actor_lines", "actor_years", "actor_pairs")}
    actors = reader.rows("actors", today=today)
    for sheet, group in groupby(actors, key=lambda actor: sheet_of(actor["actor_id"])):
        members = [_member(actor, followers) for actor in group]
        renderer.write(f"actors/{sheet}.html", "actors.html.jinja", "Actors", sheet=sheet, members=members)
    listed = sorted(actors, key=lambda actor: (-actor["n_promised"] - actor["n_received"], actor["name"]))
    renderer.write(
        "actors.html",
        "actor_list.html.jinja",
        "Actors",
        listed=listed[:LISTED],
        n_actors=len(actors),
        who_whom=read_chart(reader, "who_whom"),
    )
    return len(actors)


def _member(actor: Row, followers: dict[str, Follower]) -> dict[str, Any]:
    """An actor with its lines, years and pairs."""
    rows = {name: follower.take(actor["actor_id"]) for name, follower in followers.items()}
    years = rows["actor_years"]
    return actor | {
        "promised": [line for line in rows["actor_lines"] if line["side"] == "promisor"],
        "received": [line for line in rows["actor_lines"] if line["side"] == "beneficiary"],
        "years": years,
        "most_in_a_year": max((year["n_promised"] for year in years), default=1),
        "to": [pair for pair in rows["actor_pairs"] if pair["direction"] == "to"],
        "from": [pair for pair in rows["actor_pairs"] if pair["direction"] == "from"],
    }
