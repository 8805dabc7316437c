"""Alerts, told to a real command and a real server on loopback."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from pydantic import HttpUrl, ValidationError

from flows.alerts import Alerts, tell_failure, tell_matches
from flows.settings import Settings
from flows.steps import Loaded, new_job, run_steps


@pytest.fixture
def command(tmp_path: Path) -> tuple[str, Path]:
    """A command that keeps what it is given, and the file it keeps it in."""
    kept = tmp_path / "events.jsonl"
    script = tmp_path / "keep.py"
    script.write_text(f"import sys; open({str(kept)!r}, 'a').write(sys.stdin.read() + '\\n')")
    return f"{sys.executable} {script}", kept


@pytest.fixture
def webhook() -> Iterator[tuple[HttpUrl, list[Any]]]:
    """A server that keeps the bodies it is sent."""
    bodies: list[Any] = []

    class Keeper(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

    server = HTTPServer(("127.0.0.1", 0), Keeper)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield HttpUrl(f"http://127.0.0.1:{server.server_port}/"), bodies
    server.shutdown()
    server.server_close()


@pytest.fixture
def loaded(inputs: Path, book: Path, simple_extractor: object) -> Loaded:
    """A run of three documents."""
    return run_steps(new_job([inputs], book, 1, False, Settings()))


def saved_query(folder: Path, action: str) -> Path:
    file = folder / "saved.sql"
    file.write_text(
        "SELECT source_name, action FROM commitments"
        f" WHERE list_contains($documents::TEXT[], document_id) AND action = '{action}'"
    )
    return file


def test_a_failure_is_told(command: tuple[str, Path], webhook: tuple[HttpUrl, list[Any]], book: Path) -> None:
    tell_failure(Alerts(command=command[0], webhook=webhook[0]), book, ValueError("$(boom) \x1b"))
    event = {"event": "failure", "warehouse": str(book), "error": "ValueError: $(boom) \x1b"}
    assert json.loads(command[1].read_text()) == event
    assert webhook[1] == [event]


def test_new_commitments_that_the_saved_query_finds_are_told(
    command: tuple[str, Path], loaded: Loaded, book: Path, tmp_path: Path
) -> None:
    alerts = Alerts(command=command[0], saved_query=saved_query(tmp_path, "Beta"))
    assert tell_matches(alerts, book, loaded.summary.run_id, list(loaded.extracted)) == 1
    told = json.loads(command[1].read_text())
    assert told["event"] == "commitments"
    assert told["commitments"] == [{"source_name": "b.txt", "action": "Beta"}]


def test_commitments_of_earlier_runs_are_not_told_again(
    command: tuple[str, Path], loaded: Loaded, book: Path, tmp_path: Path
) -> None:
    alerts = Alerts(command=command[0], saved_query=saved_query(tmp_path, "Beta"))
    assert tell_matches(alerts, book, "run_next", []) == 0
    assert not command[1].exists()


@pytest.mark.parametrize("broken", ["/no/such/program", f"{sys.executable} -c 'raise SystemExit(3)'"])
def test_an_alert_that_fails_is_logged_and_fails_nothing(
    broken: str, book: Path, caplog: pytest.LogCaptureFixture
) -> None:
    tell_failure(Alerts(command=broken), book, ValueError("a failure"))
    assert "could not be delivered" in caplog.text


def test_a_webhook_must_be_a_web_address() -> None:
    with pytest.raises(ValidationError):
        Alerts.model_validate({"webhook": "file:///etc/passwd"})
