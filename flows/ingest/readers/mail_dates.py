"""Dates as e-mails and feeds write them."""

from __future__ import annotations

import datetime as dt
from email.utils import parsedate_to_datetime


def day_written(text: str) -> dt.date | None:
    """The day of a date such as ``Fri, 03 May 2024 23:30:00 -0500`` or ``2024-05-03T23:30:00Z``.

    It is the day in the time zone that the text gives; None where the text is no such date.
    """
    try:
        return dt.date.fromisoformat(text.strip()[:10])
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
