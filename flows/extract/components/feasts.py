"""The days of feasts that move with the moon: pure arithmetic, no text."""

from __future__ import annotations

import datetime as dt


def easter(year: int) -> dt.date:
    """The Western Easter Sunday of a year, by the Gregorian computus."""
    golden, (century, in_century) = year % 19, divmod(year, 100)
    leaps, rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    quarters, left = divmod(in_century, 4)
    to_sunday = (32 + 2 * rest + 2 * quarters - epact - left) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)
