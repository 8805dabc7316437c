"""Text on its way to a terminal: words of documents must not steer it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

import typer

_BIDIRECTIONAL = {
    chr(code) for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


def printable(value: object) -> str:
    """``value`` as text that is safe to print on one line of a terminal.

    Line breaks and tabs become spaces; control characters (escape sequences begin with one) and
    marks that turn the writing direction are shown as ``\\xNN`` or ``\\uNNNN``.
    """
    return "".join(_shown(character) for character in str(value))


def _shown(character: str) -> str:
    if character in "\n\r\t":
        return " "
    if character in _BIDIRECTIONAL or unicodedata.category(character) in ("Cc", "Zl", "Zp", "Cs"):
        return f"\\x{ord(character):02x}" if ord(character) < 256 else f"\\u{ord(character):04x}"
    return character


@contextmanager
def short_failures(*expected: type[Exception]) -> Iterator[None]:
    """End the command with exit code 1 and a message where the block raises an expected error."""
    try:
        yield
    except expected as error:
        typer.echo("pledgebook: " + "\n".join(map(printable, _told(error).splitlines())), err=True)
        raise typer.Exit(1) from None


def _told(error: Exception) -> str:
    """What an error says; of one of the system, the file and why, without its number."""
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{error.filename}: {error.strerror}"
    return str(error)
