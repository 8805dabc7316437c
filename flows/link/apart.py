"""What parts two acts however like their words are: when they are due, and their sums."""

from __future__ import annotations

from flows.link.amounts import are_other_sums
from flows.link.subject import Subject


def dues_differ(one: Subject, other: Subject) -> bool:
    """Whether both are due, and by what is said of that can't be one act."""
    return _years_differ(one, other) or _is_over_before(one, other) or _is_over_before(other, one)


def never_in_one_line(one: Subject, other: Subject) -> bool:
    """Whether two acts are two whatever a third, like both, says: the near days or the sums say so.

    Two deeds of other sums may both be parts of what a third promises.
    """
    if _is_over_before(one, other) or _is_over_before(other, one):
        return True
    return are_other_sums(one, other) and not (one.is_deed and other.is_deed)


def _years_differ(one: Subject, other: Subject) -> bool:
    """Whether both are due by a year, not the same one, nor as many years after their documents."""
    first, second = one.matter.due_year, other.matter.due_year
    if first is None or second is None or first == second:
        return False
    if one.first_day is None or other.first_day is None:
        return True
    return first - one.first_day.year != second - other.first_day.year


def _is_over_before(one: Subject, other: Subject) -> bool:
    """Whether both are near when told, and the days of the one were over before the other's."""
    first, second = one.matter.near_term, other.matter.near_term
    if first is None or second is None or other.first_day is None:
        return False
    return first.is_over_before(second, other.first_day)
