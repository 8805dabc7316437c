"""Telling somebody outside: a command or a webhook that is given an event as JSON.

An event is an object with ``event`` (``failure`` or ``commitments``), ``warehouse`` and what belongs to
it. Words of documents go into it as data only: the command line and the URL never change.
"""

from __future__ import annotations

import json
import logging
import shlex
import subprocess
import urllib.request
from pathlib import Path
from typing import Any

from pydantic import HttpUrl

from models.base import Contract
from warehouse import query

ALERT_SECONDS = 30

log = logging.getLogger("pledgebook")


class Alerts(Contract):
    """Who is told: ``command`` gets the event on standard input, ``webhook`` in a POST.

    ``saved_query`` is a file with one SELECT, in which ``$documents`` is the list of document ids that
    the run read anew; where it finds rows, they are told as event ``commitments``.
    """

    command: str | None = None
    webhook: HttpUrl | None = None
    saved_query: Path | None = None


def tell_failure(alerts: Alerts, published: Path, error: BaseException) -> None:
    """Tell that a scheduled run failed."""
    _tell(
        alerts, {"event": "failure", "warehouse": str(published), "error": f"{type(error).__name__}: {error}"}
    )


def tell_matches(alerts: Alerts, published: Path, run_id: str, documents: list[str]) -> int:
    """Tell of what the saved query finds in ``documents``; returns how many rows it found.

    Raises WarehouseError where the saved query is not a query, OSError where it can't be read.
    """
    if alerts.saved_query is None:
        return 0
    result = query(published, alerts.saved_query.read_text(encoding="utf-8"), {"documents": documents})
    names = [column.name for column in result.columns]
    rows = [dict(zip(names, row, strict=True)) for row in result.rows]
    if rows:
        event = {"event": "commitments", "warehouse": str(published), "run_id": run_id, "commitments": rows}
        _tell(alerts, event)
    return len(rows)


def _tell(alerts: Alerts, event: dict[str, Any]) -> None:
    """Send the event to whoever is named; a failing alert is logged and fails nothing else."""
    body = json.dumps(event, default=str).encode()
    try:
        if alerts.command:
            subprocess.run(shlex.split(alerts.command), input=body, timeout=ALERT_SECONDS, check=True)
        if alerts.webhook:
            headers = {"Content-Type": "application/json"}
            request = urllib.request.Request(str(alerts.webhook), data=body, headers=headers)
            urllib.request.urlopen(request, timeout=ALERT_SECONDS).close()
    except (OSError, subprocess.SubprocessError) as error:
        log.error("an alert could not be delivered: %s", error)
