"""`pledgebook serve`: runs by the clock on one machine."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.options import DEFAULT_WAREHOUSE, WarehouseOption, buildable_warehouse
from flows.cli.run import prepare_prefect
from flows.cli.terminal import short_failures

if TYPE_CHECKING:
    from flows.alerts import Alerts


def serve(
    cron: Annotated[
        str,
        typer.Option(
            metavar="CRON",
            help='When to read the inbox, e.g. "0 * * * *".',
            show_default=False,
        ),
    ],
    inbox: Annotated[
        Path, typer.Option(metavar="DIR", file_okay=False, help="Where documents arrive.", show_default=False)
    ],
    warehouse: WarehouseOption = DEFAULT_WAREHOUSE,
    workers: Annotated[int | None, typer.Option(min=1, max=256, help="Worker processes.")] = None,
    alert_command: Annotated[
        str | None, typer.Option(metavar="COMMAND", help="Is given each event as JSON on standard input.")
    ] = None,
    alert_webhook: Annotated[
        str | None, typer.Option(metavar="URL", help="Is sent each event as JSON.")
    ] = None,
    alert_query: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", exists=True, dir_okay=False, help="A SELECT over $documents, the new ones."
        ),
    ] = None,
    port: Annotated[
        int,
        typer.Option(min=1024, max=65535, help="Of the Prefect server that is started where none is set."),
    ] = 4200,
) -> None:
    """Read an inbox by the clock, until interrupted.

    Files go to done/ or failed/ inside the inbox once their run is committed. Alerts tell of failures,
    and of new commitments that the saved query finds.
    """
    from flows.server import ServerError

    buildable_warehouse(warehouse)
    alerts = _alerts(alert_command, alert_webhook, alert_query)
    server = _server(port)
    from flows.schedule import is_cron
    from flows.schedule import serve as serve_inbox

    if not is_cron(cron):
        raise typer.BadParameter(f'{cron!r} is no cron expression such as "0 * * * *"', param_hint="--cron")
    with short_failures(ServerError), server:
        api = os.environ["PREFECT_API_URL"]
        typer.echo(f"pledgebook: reading {inbox} at {cron!r} into {warehouse}", err=True)
        typer.echo(f"pledgebook: runs are shown at {api.removesuffix('/api')}; stop with Ctrl-C", err=True)
        serve_inbox(cron, inbox.absolute(), warehouse, workers, alerts)


def _alerts(command: str | None, webhook: str | None, query: Path | None) -> Alerts:
    """Where events go; wrong usage where that is no web address."""
    from pydantic import ValidationError

    from flows.alerts import Alerts

    try:
        return Alerts.model_validate(
            {"command": command, "webhook": webhook, "saved_query": query and query.absolute()}
        )
    except ValidationError as error:
        raise typer.BadParameter(str(error), param_hint="--alert-webhook") from None


def _server(port: int) -> AbstractContextManager[object]:
    """What runs a server while the inbox is read; nothing is to be run where the user has one.

    Prefect must not be imported before: it is then that it reads where the server is.
    """
    has_one = "PREFECT_API_URL" in os.environ
    prepare_prefect()
    if has_one:
        return nullcontext()
    from flows.server import api_address, prefect_server

    os.environ["PREFECT_API_URL"] = api_address(port)
    os.environ["PREFECT_LOGGING_TO_API_ENABLED"] = "True"
    return prefect_server(Path(os.environ["PREFECT_HOME"]), port)
