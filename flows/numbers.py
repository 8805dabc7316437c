"""Numbers and counts as people write them."""

from __future__ import annotations


def readable_number(value: float, digits: int = 10) -> str:
    """A number with its thousands parted, of so many digits at most; a whole part of more is written out."""
    if abs(value) >= 10 ** (digits - 1):
        return f"{value:,.0f}"
    return f"{value:,.{digits}g}"


def counted(number: int, thing: str) -> str:
    """How many of what: ``1 row``, ``2 rows``."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
