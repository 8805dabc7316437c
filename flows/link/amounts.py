"""The comparison of two amounts: how much the same one says, and what rules two acts out."""

from __future__ import annotations

from flows.link.lexicon import load_lexicon
from flows.link.subject import Matter, Subject

SAME_AMOUNT = 0.02  # share by which two amounts may differ: rounding
ROUND_AMOUNT = 0.5  # many acts are of 20 billion dollars


def amount_likeness(one: Matter, other: Matter) -> float:
    """How much the same amount of both says: 1, or ROUND_AMOUNT where both give it as a round one.

    0 where they have none.
    """
    if one.amount is None or other.amount is None or one.unit != other.unit or amounts_differ(one, other):
        return 0.0
    return ROUND_AMOUNT if _is_round(one.amount) and _is_round(other.amount) else 1.0


def is_one_amount(one: Matter, other: Matter) -> bool:
    """Whether only one gives an amount, and the other's words don't hold it as a numeral either."""
    if one.amount is None:
        return other.amount is not None and not _gives(one, other.amount)
    return other.amount is None and not _gives(other, one.amount)


def amounts_differ(one: Matter, other: Matter) -> bool:
    """Whether both give an amount in one unit, not the same one, and the other's words don't give it too."""
    if one.amount is None or other.amount is None or one.unit != other.unit:
        return False
    if abs(one.amount - other.amount) <= SAME_AMOUNT * max(one.amount, other.amount):
        return False
    return not _gives(one, other.amount) and not _gives(other, one.amount)


def is_deed_of_other_amount(one: Subject, other: Subject) -> bool:
    """Whether one tells, later, of a deed of somewhat more or of less than the other promises."""
    promise, deed = (other, one) if one.is_deed else (one, other)
    if promise.is_deed or not deed.is_deed or not amounts_differ(promise.matter, deed.matter):
        return False
    if promise.first_day is None or deed.first_day is None or deed.first_day <= promise.first_day:
        return False
    promised, done, lexicon = promise.matter.amount or 0.0, deed.matter.amount or 0.0, load_lexicon()
    return lexicon.least_deed * promised <= done <= lexicon.largest_deed * promised


def are_other_sums(one: Subject, other: Subject) -> bool:
    """Whether the amounts of two acts, of which one may be the other's deed, say that they are two."""
    return amounts_differ(one.matter, other.matter) and not is_deed_of_other_amount(one, other)


def _is_round(amount: float) -> bool:
    return len(_numeral(amount).replace(".", "").strip("0")) == 1


def _gives(matter: Matter, amount: float) -> bool:
    """Whether an act's words hold an amount as a numeral: "between 50 and 52 percent" gives both."""
    return _numeral(amount) in matter.wording.numbers


def _numeral(amount: float) -> str:
    return f"{amount:f}".rstrip("0").rstrip(".")
