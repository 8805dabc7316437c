"""The comparison of two subjects: features, and the probability that they are one commitment."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

from rapidfuzz import fuzz

from flows.link.amounts import amount_likeness, are_other_sums, is_deed_of_other_amount, is_one_amount
from flows.link.apart import dues_differ
from flows.link.lexicon import Weights, load_lexicon
from flows.link.meaning import likeness
from flows.link.subject import Matter, Subject, days_apart
from flows.link.wording import Wording
from models.vocabulary import Category

LEAST_PROMISORS = 0.3  # share of the smaller group's promisors that two standing supports have in common
LIKE_SENTENCES = 0.5  # cosine of sentences from which the same bare sum in both may be one
LEAST_COSINE = 0.2  # below it no other feature can join two actions
DAYS_A_YEAR = 365.25
MANY_DAYS = math.log1p(4 * DAYS_A_YEAR)  # a day more says less the more days there are
OPENING_STEMS = 5
OBJECT = slice(1, 4)  # the stems behind the verb that tell on what it acts
OF_AMOUNTS = frozenset(
    {"amount", "amount_alone", "one_amount", "other_numbers", "swapped"}
)  # a share has other ones than the whole
LONG_NUMBER = 4  # digits of a number that is no round figure of everyday texts
MANY_NUMBERS = 2  # shared numerals that are as good as any more
MANY_NAMES = 3  # and names
MUCH_UNSHARED = 1.5  # weight of words of its own from which an action says something else


@dataclass(frozen=True, slots=True)
class Comparison:
    """How surely two subjects are one commitment, 0 to 1, and the features, by name, that say so."""

    score: float
    features: dict[str, float]


def compare(one: Subject, other: Subject, weights: Weights, least: float = 0.0) -> Comparison | None:
    """Compare two subjects of the same parties; None where they can't be one commitment.

    None too where they are sure to score less than ``least``, so that no sentence is worded in vain.
    """
    features = _features_of_acts(one, other)
    if features is None or _score(features | {"context": 1.0}, weights) < least:
        return None
    return _scored(features | _context(one, other), weights)


def features_of(one: Subject, other: Subject) -> dict[str, float] | None:
    """The features of two subjects, by name; None where they can't be one commitment."""
    features = _features_of_acts(one, other)
    return None if features is None else features | _context(one, other)


def _features_of_acts(one: Subject, other: Subject) -> dict[str, float] | None:
    """The same without that of the sentences."""
    both_standing = one.matter.is_standing and other.matter.is_standing
    promisors = _common_promisors(one.matter, other.matter, joint=both_standing)
    apart = promisors < LEAST_PROMISORS if both_standing else _bind_others(one.matter, other.matter)
    if apart or not _mean_alike(one, other):
        return None
    acts = compare_acts(one, other)
    if acts is None:
        return None
    return acts | {"promisors": promisors, "other_voices": float(_other_voices(one, other))}


def _other_voices(one: Subject, other: Subject) -> bool:
    """Whether two different people or bodies speak for the promisors, as two candidates do for one state."""
    first, second = (frozenset(subject.records[0].promisors) for subject in (one, other))
    principals = one.matter.promisors | other.matter.promisors
    return first.isdisjoint(second) and principals.isdisjoint(first | second)


def _bind_others(one: Matter, other: Matter) -> bool:
    """Whether each of two matters binds somebody whom the other does not, as two partners' agreements do."""
    return bool(one.promisors - other.promisors) and bool(other.promisors - one.promisors)


def _common_promisors(one: Matter, other: Matter, *, joint: bool) -> float:
    """The share of the promisors that two matters have in common, where ``joint`` of the smaller group's."""
    if not joint:
        return share_of(one.promisors, other.promisors)
    return len(one.promisors & other.promisors) / min(len(one.promisors), len(other.promisors))


def _mean_alike(one: Subject, other: Subject) -> bool:
    """Whether the words of two acts can mean the same where they stand.

    Words that each document fills anew do within one; words that say little, in a repeated sentence; a bare
    sum, in sentences much alike.
    """
    first, second = one.matter, other.matter
    if first.scope != second.scope:
        return bool(first.told_as) and first.told_as == second.told_as
    if first.scope or not (first.told_as or second.told_as) or one.documents & other.documents:
        return True
    return _cosine(one.context, other.context) >= LIKE_SENTENCES


def compare_share(group: Subject, member: Subject, weights: Weights) -> Comparison | None:
    """Compare a group's subject with a member's, whose amount may be a part of the group's."""
    acts = compare_acts(group, member, amounts=False)
    if acts is None:
        return None
    compared = acts | _context(group, member)
    told = {name: value for name, value in compared.items() if name not in OF_AMOUNTS}
    return _scored(told | {"promisors": 1.0}, weights)


def _scored(features: dict[str, float], weights: Weights) -> Comparison:
    return Comparison(_score(features, weights), features)


def _score(features: dict[str, float], weights: Weights) -> float:
    known = vars(weights)  # quicker than asking for each
    odds = weights.intercept + sum([known[name] * value for name, value in features.items()])
    return 1 / (1 + math.exp(-odds))


def compare_acts(one: Subject, other: Subject, *, amounts: bool = True) -> dict[str, float] | None:
    """The features of two acts, whoever binds themselves; None where something rules them out.

    That of their sentences is not among them (``_context``).
    """
    first, second = one.matter, other.matter
    if first.obliged_by and second.obliged_by and first.obliged_by != second.obliged_by:
        return None  # duties of two texts are two, whatever their words
    if first.for_states and second.for_states and first.for_states.isdisjoint(second.for_states):
        return None  # what is promised one state is not what is promised another in the same words
    if (amounts and are_other_sums(one, other)) or dues_differ(one, other):
        return None
    years = _years_between(one, other)
    if years is None:
        return None
    words = _compare_words(first.wording, second.wording, numbers=not is_deed_of_other_amount(one, other))
    if words is None:
        return None
    setting = _compare_setting(first, second)
    days = min(1.0, math.log1p(years * DAYS_A_YEAR) / MANY_DAYS)
    return (
        words
        | setting
        | {
            "meaning": max(0.0, likeness(one.meaning, other.meaning)),
            "amount_alone": setting["amount"] * (1 - words["containment"]),
        }
        | _compare_places(one, other)
        | {
            "years_apart": years,
            "days_apart": days,
            "later_event": days * (first.wording.is_event or second.wording.is_event),
        }
    )


def _context(one: Subject, other: Subject) -> dict[str, float]:
    """The feature of how alike the sentences are, 0 to 1."""
    return {"context": _cosine(one.context, other.context)}


def _compare_places(one: Subject, other: Subject) -> dict[str, float]:
    """The features of where two acts stand: in one document, and as duties of one or of several."""
    same_document = bool(one.documents & other.documents)
    duty = bool(one.matter.obliged_by or other.matter.obliged_by)
    return {
        "same_document": float(same_document),
        "duty_here": float(duty and same_document),
        "duty_elsewhere": float(duty and not same_document),
    }


def _shared_weight(one: Wording, other: Wording) -> float:
    """The weight of the stems that both have."""
    mine, theirs = one.weight_of, other.weight_of
    return sum([min(mine[stem], theirs[stem]) for stem in one.stems if stem in theirs])


def _cosine(one: Wording, other: Wording) -> float:
    """How alike two wordings are, 0 to 1."""
    if not one.stems or not other.stems:
        return 0.0
    return min(1.0, _shared_weight(one, other) / math.sqrt(one.information * other.information))


def _compare_words(one: Wording, other: Wording, *, numbers: bool) -> dict[str, float] | None:
    """The features of two wordings; None where they share too little or undo each other.

    Other ``numbers`` speak against one commitment or, where a deed has its own, say nothing.
    """
    shared = _shared_weight(one, other)
    if not shared:
        return None
    cosine = min(1.0, shared / math.sqrt(one.information * other.information))
    if cosine < LEAST_COSINE or (one.verb, other.verb) in _opposites():
        return None
    return {
        "action": cosine,
        "containment": min(1.0, shared / min(one.information, other.information)),
        "spelling": fuzz.ratio(" ".join(one.stems), " ".join(other.stems)) / 100,
        "rarest_shared": _rarest_shared(one, other),
        "opening": _opening_likeness(one, other),
        "same_object": _same_object(one, other),
        "unshared": min(1.0, max(0.0, min(one.information, other.information) - shared) / MUCH_UNSHARED),
        **_compare_names(one, other, numbers=numbers),
    }


def _compare_names(one: Wording, other: Wording, *, numbers: bool) -> dict[str, float]:
    """The features of what the wordings name: proper names and numbers."""
    shared_numbers = one.numbers & other.numbers
    telling = sum(is_telling(number) for number in shared_numbers)
    other_numbers = numbers and bool(one.numbers - other.numbers and other.numbers - one.numbers)
    other_names = not one.names <= other.weight_of.keys() and not other.names <= one.weight_of.keys()
    return {
        "no_names": float(not one.names and not other.names),
        "shared_names": min(len(one.names & other.names), MANY_NAMES) / MANY_NAMES,
        "swapped": _swapped(one, other) if other_names or other_numbers else 0.0,
        "same_numbers": min(telling, MANY_NUMBERS) / MANY_NUMBERS,
        "other_numbers": float(other_numbers),
    }


def _swapped(one: Wording, other: Wording) -> float:
    """How much two acts look like one form with other names in it, 0 to 1: from half of the rest on."""
    return max(0.0, 2 * _likeness_without_names(one, other) - 1)


def _likeness_without_names(one: Wording, other: Wording) -> float:
    """The share of the words but names and numbers that both wordings have, by weight, 0 to 1."""
    mine, theirs = (
        {
            stem: weight
            for stem, weight in wording.weight_of.items()
            if stem not in wording.names and stem not in wording.numbers
        }
        for wording in (one, other)
    )
    shared = sum([min(weight, theirs[stem]) for stem, weight in mine.items() if stem in theirs])
    return min(1.0, 2 * shared / max(LEAST_COSINE, sum(mine.values()) + sum(theirs.values())))


@functools.lru_cache(maxsize=1 << 14)
def is_telling(number: str) -> bool:
    """Whether few other acts have a number: it is long, or has two digits before its zeros ("52")."""
    return len(number) >= LONG_NUMBER or len(number.replace(".", "").rstrip("0")) > 1


def _rarest_shared(one: Wording, other: Wording) -> float:
    """The weight of the heaviest stem that both have: what is said of a rare thing is seldom said of two."""
    theirs = other.weight_of
    return min(
        1.0, max([min(weight, theirs[stem]) for stem, weight in one.weight_of.items() if stem in theirs])
    )


def _same_object(one: Wording, other: Wording) -> float:
    """The share of the first stems behind the verb that both have."""
    return len(set(one.stems[OBJECT]) & set(other.stems[OBJECT])) / (OBJECT.stop - OBJECT.start)


def _opening_likeness(one: Wording, other: Wording) -> float:
    """The cosine of the first stems alone: the act and its object, without lists and side clauses."""
    mine, theirs = one.stems[:OPENING_STEMS], other.stems[:OPENING_STEMS]
    shared = sum([min(one.weight_of[stem], other.weight_of[stem]) for stem in mine if stem in theirs])
    both = sum(one.weights[:OPENING_STEMS]) * sum(other.weights[:OPENING_STEMS])
    return min(1.0, shared / math.sqrt(both))


def _compare_setting(one: Matter, other: Matter) -> dict[str, float]:
    """The features of all but the words: beneficiaries, category, amount, date and stance."""
    both_named = bool(one.beneficiaries and other.beneficiaries)
    shared = share_of(one.beneficiaries, other.beneficiaries) if both_named else 0.0
    return {
        "beneficiaries": shared,
        "other_beneficiaries": float(both_named and not shared),
        "category": category_likeness(one.category, other.category),
        "amount": amount_likeness(one, other),
        "one_amount": float(is_one_amount(one, other)),
        "opposite_stance": float(one.refused != other.refused),
        "standing": float(one.is_standing and other.is_standing),
        "one_standing": float(one.is_standing != other.is_standing),
        "one_asked": float(one.is_asked != other.is_asked),
        "other_government": float(
            bool(one.governments and other.governments) and one.governments.isdisjoint(other.governments)
        ),
    }


def share_of(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of all names that both hold, 0 to 1 (Jaccard's); 1 for two empty sets."""
    return len(one & other) / len(one | other) if one or other else 1.0


@functools.cache
def category_likeness(one: Category, other: Category) -> float:
    """1 for the same category, 0.5 for related ones or where one is ``other``, else 0."""
    if one == other:
        return 1.0
    related = any({one, other} <= group for group in load_lexicon().related_categories)
    return 0.5 if related or "other" in (one, other) else 0.0


def _years_between(one: Subject, other: Subject) -> float | None:
    """The years between the nearest ends of two subjects, 0 where unknown; None where too many."""
    if not (one.first_day and one.last_day and other.first_day and other.last_day):
        return 0.0
    days = max(0, (other.first_day - one.last_day).days, (one.first_day - other.last_day).days)
    allowed = min(days_apart(one.matter.wording), days_apart(other.matter.wording))
    return days / DAYS_A_YEAR if days <= allowed else None


@functools.cache
def _opposites() -> frozenset[tuple[str, str]]:
    pairs = load_lexicon().opposite_acts
    return frozenset(pairs) | frozenset((second, first) for first, second in pairs)
