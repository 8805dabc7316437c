"""Subjects: what linking compares, one for all records that say the same thing of the same parties."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from flows.link.dues import NearTerm, due_year, near_term
from flows.link.lexicon import load_lexicon
from flows.link.meaning import Meaning, meaning_of
from flows.link.membership import Membership
from flows.link.standing import standing_support
from flows.link.thin import acts_on_a_pronoun, is_bare_sum, names_no_matter
from flows.link.wording import Wording, one_object, without_frames, word_the_text
from models.ledger import LinkRecord
from models.vocabulary import Category

# How much an action's words must say (Wording.information).
LEAST_INFORMATION = 0.9  # below it an action ("do that") means something else in every document
BRIEF_INFORMATION = 1.4  # up to it an action ("help Ukraine") is known by whom it is for
TELLING_SENTENCE = 3.0  # from it on a sentence, repeated, gives an act that says little its meaning
FORMULA_INFORMATION = 3.0  # below it a duty's words are a formula that each legal text fills anew

SENTENCES_AT_HAND = 1 << 14  # that stay worded; those of neighbours are asked for again and again

_UNDATED = dt.date.max


@dataclass(frozen=True, slots=True)
class Matter:
    """What a record says, without who said it when: equal matters are the same words of the same parties.

    ``scope`` is a document's id where the promisors or the act are words that each document fills anew
    ("both sides", "do more"), a record's where there are no words, else empty. ``told_as`` is the sentence of
    an act that needs it to mean something ("do more", "$4 million"), as its stems, else empty.
    ``for_states`` are the states among the beneficiaries. ``governments`` are those of the promisors' states
    on the record's day: the same words of the next government are its own. ``is_asked`` marks what another
    asks of the promisors.
    ``is_standing`` marks support that says no more than that (``standing``): its wording is the same whatever
    its words. ``refused`` marks the stance: a promise not to act, or a refusal. ``obliged_by`` is the
    document that lays the act down as a duty, empty where none does: legal texts repeat the words of others
    for duties of their own. ``near_term`` are the days of what is due within days of its document: the same
    words ("this week") mean others elsewhere.
    """

    promisors: frozenset[str]
    beneficiaries: frozenset[str]
    wording: Wording
    category: Category
    refused: bool
    obliged_by: str
    amount: float | None
    unit: str | None
    due_year: int | None
    near_term: NearTerm | None
    scope: str
    told_as: str
    for_states: frozenset[str]
    governments: frozenset[str]
    is_asked: bool
    is_standing: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """A matter with its records in the order of publication, no two further apart than it may last.

    ``documents`` are those of all records, ``last_day`` is the last day on which one tells of it, None where
    nothing dates any, ``meaning`` is that of the matter's words. ``word_the_sentence`` words a
    sentence when it is asked for: most subjects meet no other that is like enough for that.
    """

    matter: Matter
    records: tuple[LinkRecord, ...]
    documents: frozenset[str]
    last_day: dt.date | None
    meaning: Meaning = field(compare=False, repr=False)
    word_the_sentence: Callable[[str], Wording] = field(compare=False, repr=False)

    @property
    def context(self) -> Wording:
        """The wording of the first record's sentence."""
        return self.word_the_sentence(self.records[0].sentence)

    @property
    def first_day(self) -> dt.date | None:
        """The first day on which a document tells of it; None where nothing dates any."""
        return self.records[0].published_on

    @property
    def is_deed(self) -> bool:
        """Whether all of its records tell that the act is done."""
        return all(record.force == "fulfilment" for record in self.records)


def order_of(record: LinkRecord) -> tuple[dt.date, str, int, int, str]:
    """The order of publication, undated documents last; a total one."""
    day = record.published_on or _UNDATED
    return day, record.document_id, record.start_char, record.end_char, record.record_id


class Subjects:
    """Makes subjects of records; where ``kept``, each once: the same records give the same object again."""

    def __init__(self, membership: Membership, *, kept: bool) -> None:
        self._membership = membership
        self._kept = kept
        self._matters: dict[str, Matter] = {}
        self._made: dict[tuple[str, ...], Subject] = {}
        self._context_of = functools.lru_cache(maxsize=SENTENCES_AT_HAND)(
            lambda sentence: word_the_text(sentence, membership.adjectives)
        )

    def of(self, records: Iterable[LinkRecord]) -> list[Subject]:
        """The subjects of records, in the order of their first ones, whatever the order of the records."""
        same: defaultdict[Matter, list[LinkRecord]] = defaultdict(list)
        for record in records:
            same[self._matter(record)].append(record)
        found = [
            self._subject(matter, run)
            for matter, members in same.items()
            for run in _runs(sorted(members, key=order_of), days_apart(matter.wording))
        ]
        return sorted(found, key=lambda subject: order_of(subject.records[0]))

    def _matter(self, record: LinkRecord) -> Matter:
        if not self._kept:
            return matter_of(record, self._membership)
        known = self._matters.get(record.record_id)
        if known is None:
            known = self._matters[record.record_id] = matter_of(record, self._membership)
        return known

    def _subject(self, matter: Matter, run: list[LinkRecord]) -> Subject:
        if not self._kept:
            return self._new_subject(matter, run)
        name = tuple(record.record_id for record in run)
        if name not in self._made:
            self._made[name] = self._new_subject(matter, run)
        return self._made[name]

    def _new_subject(self, matter: Matter, run: list[LinkRecord]) -> Subject:
        return Subject(
            matter,
            tuple(run),
            one_object(frozenset(record.document_id for record in run)),
            max((record.published_on for record in run if record.published_on), default=None),
            meaning_of(matter.wording.stems),
            self._context_of,
        )


def subjects_of(records: Iterable[LinkRecord], membership: Membership) -> list[Subject]:
    """The subjects of records that are looked at once."""
    return Subjects(membership, kept=False).of(records)


def matter_of(record: LinkRecord, membership: Membership) -> Matter:
    """The matter of one record."""
    day = record.published_on
    promisors = _promisors(record, membership)
    named = frozenset(membership.principal(name, day) for name in record.beneficiaries)
    beneficiaries = one_object(named - promisors)
    standing = _standing_matter(record, promisors, beneficiaries, membership)
    if standing is not None:
        return standing
    wording = word_the_text(record.action, membership.adjectives)
    scope, is_thin = _scope(record, promisors, wording)
    return Matter(
        promisors=promisors,
        beneficiaries=beneficiaries,
        wording=wording,
        category=record.category,
        refused=_is_refused(record),
        obliged_by=record.document_id if record.force == "obligation" else "",
        amount=record.amount,
        unit=record.unit,
        due_year=due_year(record),
        near_term=near_term(record),
        scope=scope,
        told_as=_told_as(record, membership) if is_thin or is_bare_sum(wording) else "",
        for_states=one_object(beneficiaries & membership.states),
        governments=one_object(membership.governments(promisors, day)),
        is_asked=record.force == "request",
    )


def _standing_matter(
    record: LinkRecord, promisors: frozenset[str], beneficiaries: frozenset[str], membership: Membership
) -> Matter | None:
    """The matter of a record that only says that a party is supported, in whatever words; else None."""
    parties = sorted(name for name in beneficiaries if not is_vague(name))
    if not parties or any(is_vague(name) for name in promisors):
        return None
    standing = standing_support(record.action, promisors, parties, membership.adjectives)
    if record.amount is not None and not word_the_text(record.action, membership.adjectives).numbers:
        return None  # the sum of the act itself: what support includes tells its sum in the act's tail
    if standing is None or (standing.denied and not _is_refused(record)):
        return None
    return Matter(
        promisors=promisors,
        beneficiaries=one_object(frozenset({standing.party})),
        wording=word_the_text(f"support {standing.party}", membership.adjectives),
        category="security_guarantee",
        refused=_is_refused(record) and not standing.denied,
        obliged_by="",
        amount=None,
        unit=None,
        due_year=None,
        near_term=None,
        scope="",
        told_as="",
        for_states=one_object(frozenset({standing.party}) & membership.states),
        governments=one_object(membership.governments(promisors, record.published_on)),
        is_asked=record.force == "request",
        is_standing=True,
    )


def _is_refused(record: LinkRecord) -> bool:
    return record.force == "refusal" or record.polarity == "negative"


def _told_as(record: LinkRecord, membership: Membership) -> str:
    """The stems of the record's sentence; empty where the sentence too says little."""
    sentence = word_the_text(record.sentence, membership.adjectives)
    return " ".join(sentence.stems) if sentence.information >= TELLING_SENTENCE else ""


def _promisors(record: LinkRecord, membership: Membership) -> frozenset[str]:
    """Those whom the record binds, without the vague names beside the names of parties."""
    names = frozenset(membership.principal(name, record.published_on) for name in record.promisors)
    return one_object(frozenset(name for name in names if not is_vague(name)) or names)


def _scope(record: LinkRecord, promisors: Iterable[str], wording: Wording) -> tuple[str, bool]:
    """Where the record's words mean what they say: in its document, by itself, or (empty) everywhere.

    With it whether that is so because the act's words say too little.
    """
    if not wording.stems:
        return record.record_id, False
    if (
        any(is_vague(name) for name in promisors)
        or any(phrase in record.action.lower() for phrase in load_lexicon().pointing_phrases)
        or (record.force == "obligation" and (wording.information < FORMULA_INFORMATION or not wording.names))
    ):
        return record.document_id, False
    is_thin = _is_thin(record, wording)
    return (record.document_id if is_thin else ""), is_thin


def _is_thin(record: LinkRecord, wording: Wording) -> bool:
    """Whether the act's words alone do not tell it from others."""
    known_party = any(not is_vague(name) for name in record.beneficiaries)
    return (
        (wording.information < LEAST_INFORMATION and not record.beneficiaries)
        or names_no_matter(wording)
        or acts_on_a_pronoun(without_frames(record.action).strip(), known_party=known_party)
    )


def days_apart(wording: Wording) -> int:
    """How many days apart two documents may tell of one commitment to such an act."""
    lexicon = load_lexicon()
    return lexicon.event_days if wording.is_event else lexicon.longest_days


def is_brief(matter: Matter) -> bool:
    """Whether the act is told in so few words that it takes the beneficiaries to know it."""
    return matter.wording.information <= BRIEF_INFORMATION


def is_vague(name: str) -> bool:
    """Whether a name stands for other parties in every document: "both sides", "the committee"."""
    plain = name.lower().removeprefix("the ")
    return plain in load_lexicon().vague_names or plain == name


def _runs(records: list[LinkRecord], days: int) -> Iterator[list[LinkRecord]]:
    """Part ordered records where more than ``days`` lie between two; undated ones go with the last."""
    run = [records[0]]
    for before, record in itertools.pairwise(records):
        if _days_between(before, record) > days:
            yield run
            run = []
        run.append(record)
    yield run


def _days_between(before: LinkRecord, after: LinkRecord) -> int:
    """The days between two records, 0 where one is undated."""
    if before.published_on is None or after.published_on is None:
        return 0
    return (after.published_on - before.published_on).days
