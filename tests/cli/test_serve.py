"""`pledgebook serve`: what is refused before a server is started."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

from flows.cli import app

if TYPE_CHECKING:
    from collections.abc import Iterator

WRONG_USAGE = 2


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The ports of the servers that were started; none of them is a real one."""
    ports: list[int] = []

    @contextmanager
    def server(home: Path, port: int) -> Iterator[None]:
        ports.append(port)
        yield

    without_prefect = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    monkeypatch.setattr(os, "environ", without_prefect)
    monkeypatch.setattr("flows.server.prefect_server", server)
    monkeypatch.setattr("flows.schedule.serve", lambda *given: None)
    return ports


SERVER_THAT_TELLS_THE_ADDRESS = """
from contextlib import contextmanager
import flows.server

@contextmanager
def server(home, port):
    from prefect.settings import PREFECT_API_URL, PREFECT_LOGGING_TO_API_ENABLED
    print(PREFECT_API_URL.value(), PREFECT_LOGGING_TO_API_ENABLED.value())
    raise flows.server.ServerError("no server in this test")
    yield

flows.server.prefect_server = server
from flows.cli import main; main()
"""


def serve(cron: str, inbox: Path) -> Result:
    warehouse = str(inbox / "book.duckdb")
    return CliRunner().invoke(app, ["serve", "--cron", cron, "--inbox", str(inbox), "--warehouse", warehouse])


@pytest.mark.parametrize("cron", ["banana", "* * *", "61 * * * *", ""])
def test_no_cron_expression_is_wrong_usage(cron: str, tmp_path: Path, started: list[int]) -> None:
    result = serve(cron, tmp_path)
    assert result.exit_code == WRONG_USAGE
    assert "no cron expression" in result.stderr
    assert not started


@pytest.mark.parametrize("cron", ["0 * * * *", "@hourly", "*/5 8-18 * * MON-FRI"])
def test_a_cron_expression_is_taken(cron: str, tmp_path: Path, started: list[int]) -> None:
    assert serve(cron, tmp_path).exit_code == 0
    assert started


def test_a_file_of_another_kind_is_no_warehouse(tmp_path: Path, started: list[int]) -> None:
    (tmp_path / "book.duckdb").write_text("a,b\n")
    result = serve("@daily", tmp_path)
    assert (result.exit_code, "is no warehouse" in result.stderr, started) == (1, True, [])


def test_prefect_knows_the_server_that_is_started(tmp_path: Path) -> None:
    options = {"--cron": "@daily", "--inbox": str(tmp_path), "--port": "4321"}
    options["--warehouse"] = str(tmp_path / "book.duckdb")
    command = [sys.executable, "-c", SERVER_THAT_TELLS_THE_ADDRESS, "serve", *chain(*options.items())]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    environment["PREFECT_HOME"] = str(tmp_path / "prefect")
    told = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert told.stdout == "http://127.0.0.1:4321/api True\n"
