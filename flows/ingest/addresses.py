"""Web addresses, and the names of documents that have no file name but an address."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit


def is_address(text: str) -> bool:
    """Whether an input is a web address."""
    return text.lower().startswith(("http://", "https://"))


def name_of_address(url: str) -> str:
    """The last part of an address's path, else its host: ``https://a.example/b/c.pdf`` gives ``c.pdf``."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or url
    except ValueError:
        return url
    return unquote(parts.path.rstrip("/").rpartition("/")[2]) or host
