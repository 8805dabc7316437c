"""What a cell of the reference tables may hold: forms, codes, days, each read from its text."""

from __future__ import annotations

import datetime as dt
import functools
import re
from calendar import monthrange
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

Gender = Literal["female", "male"]

_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _none_if_empty(cell: str) -> str | None:
    return cell.strip() or None


def _day(cell: str, *, last: bool) -> dt.date | None:
    """The first or last day of a date given as year, month or day; None for an empty cell."""
    if not cell.strip():
        return None
    match = _PARTIAL_DATE.fullmatch(cell.strip())
    if match is None:
        raise ValueError(f"{cell!r} is neither YYYY nor YYYY-MM nor YYYY-MM-DD")
    year = int(match[1])
    month = int(match[2] or (12 if last else 1))
    if not 1 <= month <= 12:
        raise ValueError(f"{cell!r} has no such month")
    return dt.date(year, month, int(match[3] or (monthrange(year, month)[1] if last else 1)))


Forms = Annotated[tuple[str, ...], BeforeValidator(_split)]
Optional = Annotated[str | None, BeforeValidator(_none_if_empty)]
WikidataId = Annotated[Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None, BeforeValidator(_none_if_empty)]
Iso2 = Annotated[Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None, BeforeValidator(_none_if_empty)]
Iso3 = Annotated[Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None, BeforeValidator(_none_if_empty)]
FirstDay = Annotated[dt.date | None, BeforeValidator(functools.partial(_day, last=False))]
LastDay = Annotated[dt.date | None, BeforeValidator(functools.partial(_day, last=True))]
OptionalGender = Annotated[Gender | None, BeforeValidator(_none_if_empty)]
