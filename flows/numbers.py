"""Numbers as people write them."""

from __future__ import annotations


def readable_number(value: float, digits: int = 10) -> str:
    """A number with its thousands parted, of so many digits at most; a whole part of more is written out."""
    if abs(value) >= 10 ** (digits - 1):
        return f"{value:,.0f}"
    return f"{value:,.{digits}g}"
