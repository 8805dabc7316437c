"""A Prefect server of our own on loopback: Prefect's embedded one does not schedule runs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 300  # importing it on a busy machine takes minutes; one that fails ends at once
STOP_SECONDS = 15


class ServerError(Exception):
    """The Prefect server did not start; the message names its log."""


def api_address(port: int) -> str:
    """Where a server on ``port`` is spoken to."""
    return f"{_page(port)}/api"


@contextmanager
def prefect_server(home: Path, port: int) -> Iterator[None]:
    """Run a server on ``port``, stopped at the end; one that answers there is shared.

    Its database and log lie in ``home``. Raises ServerError where it does not answer in time.
    """
    page = _page(port)
    if _answers(page):
        yield
        return
    process = _start(home, port)
    try:
        _await(page, process, home)
        yield
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()


def _page(port: int) -> str:
    return f"http://127.0.0.1:{port}"


def _start(home: Path, port: int) -> subprocess.Popen[bytes]:
    """Start the server in a session of its own, so that Ctrl-C reaches it last."""
    home.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    environment = os.environ | {
        "PREFECT_HOME": str(home),
        "PREFECT_API_URL": api_address(port),
        "PREFECT_LOGGING_TO_API_ENABLED": "False",  # what it says itself goes to its log
    }
    with _log(home).open("ab") as log:
        return subprocess.Popen(
            command, env=environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )


def _await(page: str, process: subprocess.Popen[bytes], home: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not _answers(page):
        if process.poll() is not None or time.monotonic() > deadline:
            raise ServerError(f"the Prefect server did not start at {page}; see {_log(home)}")
        time.sleep(0.5)


def _answers(page: str) -> bool:
    try:
        with urllib.request.urlopen(f"{page}/api/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _log(home: Path) -> Path:
    return home / "server.log"
