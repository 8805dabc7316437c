"""Who belongs to whom: members of groups, and the bodies and office holders that act for a party."""

from __future__ import annotations

import csv
import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from flows.link.lexicon import load_lexicon

DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "seeds" / "reference"

ACTING_KINDS = frozenset({"ministry", "agency", "military", "government"})


@dataclass(frozen=True)
class Term:
    """A time in an office: from ``start`` to ``end``, texts of ISO dates cut to year or month; "" is open."""

    principal: str
    start: str = ""
    end: str = ""

    def holds_on(self, day: dt.date | None) -> bool:
        """Whether the office was held on ``day``; always, where the day is unknown."""
        if day is None:
            return True
        text = day.isoformat()
        return text[: len(self.start)] >= self.start and (not self.end or text[: len(self.end)] <= self.end)


@dataclass(frozen=True)
class Membership:
    """Groups with their members, and for whom bodies and people act, all by canonical name.

    ``members`` maps a group to its members. ``acts_for`` maps a body to its state or union, ``terms`` a
    person to the offices in which they spoke for one, ``heads`` a state to those who headed it or its
    government, as the principals of terms that are named by head and first day: who comes back heads another
    government. ``adjectives`` maps a lower-case adjective or
    name of inhabitants to the state's name.
    """

    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    acts_for: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    adjectives: Mapping[str, str] = field(default_factory=dict)
    heads: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)

    def governments(self, parties: Iterable[str], day: dt.date | None) -> frozenset[str]:
        """The governments of the states among ``parties`` on ``day``; none, where the day is unknown."""
        if day is None:
            return frozenset()
        return frozenset(
            term.principal for party in parties for term in self.heads.get(party, ()) if term.holds_on(day)
        )

    def principal(self, name: str, day: dt.date | None) -> str:
        """The party that ``name`` binds on ``day``: its own, where it acts for nobody."""
        for term in self.terms.get(name, ()):
            if term.holds_on(day):
                return self.acts_for.get(term.principal, term.principal)
        return self.acts_for.get(name, name)

    @functools.cached_property
    def states(self) -> frozenset[str]:
        """The names of the states, which are what has inhabitants."""
        return frozenset(self.adjectives.values())

    @functools.cached_property
    def groups(self) -> Mapping[str, frozenset[str]]:
        """The groups of each member."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for group, members in self.members.items():
            for member in members:
                found[member].add(group)
        return {member: frozenset(groups) for member, groups in found.items()}


def load_membership(folder: Path = DEFAULT_FOLDER) -> Membership:
    """Read the reference tables of ``folder``: states.csv, organisations.csv and people.csv.

    Raises OSError or KeyError where a table or one of its columns is missing.
    """
    states = list(_rows(folder / "states.csv"))
    organisations = list(_rows(folder / "organisations.csv"))
    names = {row["iso3"]: row["name"] for row in states}
    people = list(_rows(folder / "people.csv"))
    return Membership(
        members=_members(organisations, names),
        acts_for=_bodies(organisations, names) | load_lexicon().acts_for,
        terms=_terms(people, names),
        heads=_heads(people, names),
        adjectives={
            form.lower(): row["name"] for row in states for form in row["demonyms"].split("|") if form
        },
    )


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as handle:
        yield from csv.DictReader(handle)


def _members(
    organisations: Iterable[Mapping[str, str]], names: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    return {
        row["name"]: frozenset(names[code] for code in row["members"].split() if code in names)
        for row in organisations
        if row["members"]
    }


def _bodies(organisations: Iterable[Mapping[str, str]], names: Mapping[str, str]) -> dict[str, str]:
    return {
        row["name"]: names[row["iso3"]]
        for row in organisations
        if row["kind"] in ACTING_KINDS and row["iso3"] in names
    }


def _terms(people: Iterable[Mapping[str, str]], names: Mapping[str, str]) -> dict[str, tuple[Term, ...]]:
    """The terms of the offices that bind a state or organisation, the latest first."""
    own_voice = load_lexicon().offices_of_own_voice
    found: defaultdict[str, list[Term]] = defaultdict(list)
    for row in people:
        principal = row["organisation"] or names.get(row["iso3"], "")
        if principal and row["office"] not in own_voice:
            found[row["name"]].append(Term(principal, row["from"], row["to"]))
    return {
        name: tuple(sorted(terms, key=lambda term: (term.start, term.principal), reverse=True))
        for name, terms in found.items()
    }


def _heads(people: Iterable[Mapping[str, str]], names: Mapping[str, str]) -> dict[str, tuple[Term, ...]]:
    """The governments of each state by their heads, in the order of the table."""
    offices = load_lexicon().offices_of_heads
    found: defaultdict[str, list[Term]] = defaultdict(list)
    for row in people:
        if row["office"] in offices and not row["organisation"] and row["iso3"] in names:
            found[names[row["iso3"]]].append(Term(f"{row['name']} {row['from']}", row["from"], row["to"]))
    return {state: tuple(terms) for state, terms in found.items()}
