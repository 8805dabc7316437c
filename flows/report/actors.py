"""The pages of actors: what each promised and was promised, to whom, and what became of it."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from typing import Any

from flows.report.charts import read_chart
from flows.report.merging import Follower, Row
from flows.report.render import Renderer, sheet_of
from flows.report.shares import WHOLE, Share
from warehouse import ReportReader

LISTED = 500  # actors in the list of all; the ledger finds the others


def write_actors(reader: ReportReader, renderer: Renderer, today: dt.date, share: Share) -> int:
    """Write the pages of a share of the actors; returns how many actors there are."""
    ids = share.bounds("act")
    streams = ("actor_lines", "actor_years", "actor_pairs")
    followers = {name: Follower(reader.stream(name, **ids), "actor_id") for name in streams}
    n_actors = 0
    for sheet, group in groupby(
        reader.stream("actors", today=today, **ids), key=lambda actor: sheet_of(actor["actor_id"])
    ):
        members = [_member(actor, followers) for actor in group]
        renderer.write(f"actors/{sheet}.html", "actors.html.jinja", "Actors", sheet=sheet, members=members)
        n_actors += len(members)
    return n_actors


def write_actor_list(reader: ReportReader, renderer: Renderer, today: dt.date) -> None:
    """Write the list of the most frequent actors."""
    actors = reader.rows("actors", today=today, **WHOLE.bounds("act"))
    actors.sort(key=lambda actor: (-actor["n_promised"] - actor["n_received"], actor["name"]))
    renderer.write(
        "actors.html",
        "actor_list.html.jinja",
        "Actors",
        listed=actors[:LISTED],
        n_actors=len(actors),
        who_whom=read_chart(reader, "who_whom"),
    )


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
