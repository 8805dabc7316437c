"""Parts of a book, by the first digit of their ids, that are written independently of one another."""

from __future__ import annotations

from typing import NamedTuple

DIGITS = "0123456789abcdef"


class Share(NamedTuple):
    """What has an id whose first hexadecimal digit is ``first`` to ``last``."""

    first: str
    last: str

    def bounds(self, prefix: str) -> dict[str, str]:
        """The ids of this share that begin with ``prefix``: from ``first`` to before ``end``."""
        after = chr(ord(self.last) + 1)  # of 9 the colon, of f the g: both sort behind it
        return {"first": f"{prefix}_{self.first}", "end": f"{prefix}_{after}"}


WHOLE = Share("0", "f")


def shares(n: int) -> list[Share]:
    """The whole in ``n`` shares, a divisor of 16."""
    width = len(DIGITS) // n
    return [Share(DIGITS[at], DIGITS[at + width - 1]) for at in range(0, len(DIGITS), width)]


def number_for(workers: int) -> int:
    """In how many shares processes divide the whole: two each or more, so that none idles long at the end.

    Not more than that, as each share asks the book anew.
    """
    return next((n for n in (4, 8) if n >= 2 * workers), len(DIGITS))
