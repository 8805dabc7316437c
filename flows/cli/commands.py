"""The commands of `pledgebook`, each importing what is heavy only when it is called."""

from __future__ import annotations

import typer

from flows.cli.backup import backup, restore
from flows.cli.check import check
from flows.cli.explain import explain
from flows.cli.export import export
from flows.cli.inspect import inspect
from flows.cli.report import report
from flows.cli.review import review
from flows.cli.run import run
from flows.cli.score import score
from flows.cli.serve import serve
from flows.cli.sql import sql
from flows.cli.trace import trace

app = typer.Typer(
    name="pledgebook",
    help="An open, rebuildable ledger of political commitments.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (run, sql, report, check, explain, inspect, trace, export, score, serve, backup, restore):
    app.command()(command)
app.add_typer(review, name="review")
