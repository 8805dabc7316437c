"""Web addresses in, documents out; the server is one of this machine."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import ClassVar

import pytest

from flows.ingest import IngestLimits, read_inputs
from models import Document, Quarantined

PROSE = b"Norhaven will send twelve ships to the strait before the year is out."
BOMB = gzip.compress(bytes(30_000_000))


class Handler(BaseHTTPRequestHandler):
    """Answers by path; ``robots`` is the site's robots.txt, or the status that it answers with."""

    robots: str | int = 404
    asked: ClassVar[list[str]]
    closing: Event

    def do_GET(self) -> None:
        self.asked.append(self.path)
        port = self.headers["Host"].partition(":")[2]
        match self.path.partition("?")[0]:
            case "/robots.txt" if isinstance(self.robots, str):
                self.answer(200, self.robots.encode())
            case "/robots.txt":
                self.answer(int(self.robots))
            case "/note.txt" | "/private/note.txt":
                self.answer(200, PROSE)
            case "/moved":
                self.answer(302, b"", ("Location", "/note.txt"))
            case "/away":
                self.answer(302, b"", ("Location", f"http://localhost:{port}/note.txt"))
            case "/metadata":
                self.answer(302, b"", ("Location", "http://169.254.169.254/latest"))
            case "/file":
                self.answer(302, b"", ("Location", "file:///etc/passwd"))
            case "/round":
                self.answer(302, b"", ("Location", "/round"))
            case "/bomb":
                self.answer(200, BOMB, ("Content-Encoding", "gzip"))
            case "/endless":
                self.answer(200, b"", ("Content-Length", "9"))
                self.closing.wait(30)
            case _:
                self.answer(404, b"no such page")

    def answer(self, status: int, body: bytes = b"", *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if "Content-Length" not in dict(headers):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Site:
    """A running server: its address and the handler that tells what it was asked."""

    def __init__(self, address: str, handler: type[Handler]) -> None:
        self.address, self.handler = address, handler

    def read(self, path: str, **limits: float) -> Document | Quarantined:
        (found,) = read_inputs([self.address + path], IngestLimits.model_validate(limits))
        return found

    def refusal(self, path: str, **limits: float) -> Quarantined:
        found = self.read(path, **limits)
        assert isinstance(found, Quarantined), found
        return found


@pytest.fixture
def site() -> Iterator[Site]:
    class Fresh(Handler):
        asked: ClassVar[list[str]] = []
        closing = Event()

    with ThreadingHTTPServer(("127.0.0.1", 0), Fresh) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield Site(f"http://127.0.0.1:{server.server_address[1]}", Fresh)
        finally:
            Fresh.closing.set()
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("path", ["/note.txt", "/moved", "/note.txt#part"])
def test_a_document_is_called_by_where_it_was_found(site: Site, path: str) -> None:
    found = site.read(path)
    assert isinstance(found, Document)
    assert (found.text, found.source_name, found.uri) == (
        PROSE.decode(), "note.txt", f"{site.address}/note.txt",
    )  # fmt: skip


def test_robots_are_heeded(site: Site) -> None:
    site.handler.robots = "User-agent: *\nDisallow: /private/\nDisallow: /*?print\n"
    for path in ("/private/note.txt", "/note.txt?print=1"):
        refused = site.refusal(path)
        assert (refused.reason, "robots.txt" in refused.detail) == ("unreadable", True)
    assert isinstance(site.read("/note.txt"), Document)
    assert "/private/note.txt" not in site.handler.asked


def test_robots_out_of_order_forbid(site: Site) -> None:
    site.handler.robots = 503
    assert "503" in site.refusal("/note.txt").detail
    assert site.handler.asked == ["/robots.txt"]


@pytest.mark.parametrize("path", ["/away", "/metadata", "/file"])
def test_redirects_to_private_hosts_and_files_are_unsafe(site: Site, path: str) -> None:
    assert site.refusal(path).reason == "unsafe"
    assert "/note.txt" not in site.handler.asked


@pytest.mark.parametrize(
    ("path", "reason", "words"),
    [
        ("/nowhere", "unreadable", "404"),
        ("/round", "unreadable", "redirects"),
        ("/bomb", "too_large", "bomb"),
    ],
)
def test_what_cannot_be_had(site: Site, path: str, reason: str, words: str) -> None:
    refused = site.refusal(path, document_bytes=1_000_000)
    assert (refused.reason, words in refused.detail, refused.uri) == (reason, True, site.address + path)


def test_a_server_that_does_not_go_on_is_left(site: Site) -> None:
    assert site.refusal("/endless", fetch_seconds=0.2).reason == "unreadable"


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/x", "http://[::1", "https://", "http://a..b/"])
def test_addresses_at_which_nobody_answers(address: str) -> None:
    (found,) = read_inputs([address])
    assert isinstance(found, Quarantined)
    assert (found.reason, found.uri) == ("unreadable", address)
