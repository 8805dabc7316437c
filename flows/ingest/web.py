"""Documents from web addresses, fetched politely and without being led to private hosts."""

from __future__ import annotations

import io
import ipaddress
import socket
import time
from functools import partial
from typing import NamedTuple

import httpx
from protego import Protego

from flows.ingest.addresses import name_of_address
from flows.ingest.limits import IngestLimits
from flows.ingest.source import Refusal, RefusedError, Source

AGENT = "pledgebook"
_HEADERS = {"User-Agent": f"{AGENT}/0.1 (reads single documents)", "Accept": "*/*"}
_SCHEMES = ("http", "https")
_MOST_REDIRECTS = 5
_SECONDS_A_STEP = 10.0  # to connect, and from one piece of an answer to the next
_LARGEST_ROBOTS = 512 * 2**10


class _Answer(NamedTuple):
    """What an address gave in the end: after redirects, at ``url``."""

    url: httpx.URL
    status: int
    body: bytes


def web_source(address: str, limits: IngestLimits) -> Source | Refusal:
    """The document at an address, held in memory; a refusal where it cannot or must not be had.

    robots.txt is heeded. A private host, one that only this machine or its network reaches, is asked
    where ``address`` itself names it, and refused as ``unsafe`` where a redirect leads there. Proxies
    of the environment are not used, as they would hide which host answers.
    """
    try:
        answer = _Visit(address, limits).fetch()
    except RefusedError as error:
        return Refusal(name_of_address(address), address, error.reason, error.detail)
    except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as error:
        detail = f"{address}: {error or type(error).__name__}"
        return Refusal(name_of_address(address), address, "unreadable", detail)
    url = str(answer.url.copy_with(fragment=None))
    return Source(name_of_address(url), url, url, partial(io.BytesIO, answer.body))


class _Visit:
    """One address being fetched: its redirects, their hosts, their robots.txt, and the time left."""

    def __init__(self, address: str, limits: IngestLimits) -> None:
        self._url = httpx.URL(address)
        self._limits = limits
        self._ends_at = time.monotonic() + limits.fetch_seconds
        self._timeout = httpx.Timeout(min(_SECONDS_A_STEP, limits.fetch_seconds))

    def fetch(self) -> _Answer:
        """The answer of the address; raises RefusedError, and httpx's errors where there is none."""
        with httpx.Client(headers=_HEADERS, timeout=self._timeout, trust_env=False) as client:
            answer = self._follow(client, self._url, self._limits.document_bytes, heed_robots=True)
        if answer.status != httpx.codes.OK:
            raise RefusedError("unreadable", f"{self._url}: the server answered {answer.status}")
        return answer

    def _follow(self, client: httpx.Client, url: httpx.URL, limit: int, *, heed_robots: bool) -> _Answer:
        for _ in range(_MOST_REDIRECTS + 1):
            self._check_host(url)
            if heed_robots:
                self._check_robots(client, url)
            with client.stream("GET", url) as response:
                self._check_peer(response)
                if response.next_request is None:
                    return _Answer(url, response.status_code, self._body(response, limit))
                url = response.next_request.url
        raise RefusedError("unreadable", f"{self._url}: more than {_MOST_REDIRECTS} redirects")

    def _body(self, response: httpx.Response, limit: int) -> bytes:
        parts: list[bytes] = []
        size = 0
        for part in response.iter_bytes():
            size += len(part)
            if size > limit:
                raise RefusedError("too_large", f"{self._url} is larger than {limit:,} bytes")
            if time.monotonic() > self._ends_at:
                raise RefusedError("unreadable", f"{self._url}: not done in {self._limits.fetch_seconds} s")
            parts.append(part)
        return b"".join(parts)

    def _check_robots(self, client: httpx.Client, url: httpx.URL) -> None:
        """Raise RefusedError where the site's robots.txt asks robots to stay away, or is out of order."""
        robots = self._follow(
            client, url.copy_with(raw_path=b"/robots.txt"), _LARGEST_ROBOTS, heed_robots=False
        )
        if robots.status >= httpx.codes.INTERNAL_SERVER_ERROR:
            raise RefusedError("unreadable", f"{url}: its robots.txt is out of order ({robots.status})")
        if robots.status == httpx.codes.OK:
            rules = Protego.parse(robots.body.decode("utf-8", "replace"))
            if not rules.can_fetch(str(url), AGENT):
                raise RefusedError("unreadable", f"{url}: its robots.txt asks robots not to fetch it")

    def _check_host(self, url: httpx.URL) -> None:
        """Raise RefusedError(unsafe) where a redirect leads off the web or to a private host."""
        if url.scheme not in _SCHEMES:
            raise RefusedError("unsafe", f"{self._url} leads to {url.scheme}:, which is no web address")
        if self._was_asked_for(url):
            return
        for *_, address in socket.getaddrinfo(url.host, url.port or url.scheme, type=socket.SOCK_STREAM):
            self._check_address(str(address[0]), url.host)

    def _check_peer(self, response: httpx.Response) -> None:
        """As ``_check_host``, of the host that did answer: a name may mean another the second time."""
        if not self._was_asked_for(response.url):
            peer = response.extensions["network_stream"].get_extra_info("server_addr")
            self._check_address(str(peer[0]), response.url.host)

    def _was_asked_for(self, url: httpx.URL) -> bool:
        return (url.host, url.port) == (self._url.host, self._url.port)

    def _check_address(self, text: str, host: str) -> None:
        address = ipaddress.ip_address(text.partition("%")[0])
        if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
            address = address.ipv4_mapped
        if not address.is_global or address.is_multicast:
            raise RefusedError("unsafe", f"{self._url} leads to {host}, a private host")
