"""Which inputs are files and which are web addresses, and what a document from an address is called."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

STANDARD_INPUT = "-"  # how an input that means standard input is written


def is_address(text: str) -> bool:
    """Whether an input is a web address."""
    return text.lower().startswith(("http://", "https://"))


def is_file(given: Path | str) -> bool:
    """Whether an input means files of this machine, which can be read a second time."""
    return str(given) != STANDARD_INPUT and not (isinstance(given, str) and is_address(given))


def name_of_address(url: str) -> str:
    """The last part of an address's path, else its host: ``https://a.example/b/c.pdf`` gives ``c.pdf``."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or url
    except ValueError:
        return url
    return unquote(parts.path.rstrip("/").rpartition("/")[2]) or host
