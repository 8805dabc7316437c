"""Labels of a transcript's turns: which person "MS. BERG:", "SECRETARY DIAZ:" or "THE VICE PRESIDENT:" names.

A label gives a title and a surname in capitals. Whom it names is looked for where it is surest: the holder
of an office, who in that office bears the surname, a person whom the document or its title names in full,
the reference by surname, at last the surname alone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from flows.extract.components.attribution_lexicon import describes_nobody
from flows.extract.components.names import Names
from flows.extract.reference import Person, Reference, TitleRow, surface_key

LONGEST_SURNAME = 4  # words: "BIN ZAYED AL NAHYAN"
_ARTICLE = re.compile(r"^THE ", re.I)
_FIRST_NAME = r"(?P<first>[A-Z][\w'.-]*)"
_INITIAL = r"(?: [A-Z]\.)?"


class Labelled(NamedTuple):
    """The person whom a label names, and the state of one whom the reference knows."""

    name: str
    iso3: str | None


class Labels:
    """Reads the labels of one document by its title, its names and the reference.

    ``bodies`` are the ISO codes or names of those whose text the document is: "THE PRESIDENT" is theirs.
    """

    def __init__(
        self,
        reference: Reference,
        names: Names,
        title: str,
        bodies: tuple[str, ...],
        published_on: dt.date | None,
    ) -> None:
        self._reference = reference
        self._names = names
        self._title = surface_key(title)
        self._bodies = bodies
        self._published_on = published_on
        self._known: dict[str, Labelled | None] = {}

    def person(self, label: str) -> Labelled | None:
        """The person whom ``label`` names; None where it describes somebody without a name."""
        if label not in self._known:
            self._known[label] = self._read(label)
        return self._known[label]

    def _read(self, label: str) -> Labelled | None:
        words = _ARTICLE.sub("", label).split()
        holder = self.holder(" ".join(words))
        if holder is not None:
            return holder
        for length in range(min(LONGEST_SURNAME, len(words)), 0, -1):
            before, surname = words[:-length], " ".join(words[-length:])
            if length == 1 or self._reference.by_surname(surname):
                found = self._surnamed(before, surname)
                if found is not None:
                    return found
        titles = [self._reference.is_title_word(word) for word in words]
        is_surname = not titles[-1] and not describes_nobody(words[-1])
        return Labelled(_written(words[-1]), None) if any(titles) and is_surname else None

    def holder(self, title: str) -> Labelled | None:
        """Who holds, for one whose text it is, an office that the text gives alone."""
        for body in self._bodies:
            holders = self._reference.holders(title, body, self._published_on)
            if len(holders) == 1:
                return Labelled(holders[0].name, holders[0].iso3)
        return None

    def _surnamed(self, before: list[str], surname: str) -> Labelled | None:
        title = self._title_of(before)
        people = [
            person
            for person in self._reference.by_surname(surname, self._published_on)
            if self._fits(person, before, title)
        ]
        offices = set(title.offices) if title is not None else set()
        in_that = [person for person in people if offices & {row.office for row in person.offices}]
        for person in in_that:
            return Labelled(person.name, person.iso3)
        in_document = (found for found in self._in_document(surname, title) if self._may_be(found, before))
        return next(in_document, None) or self._in_office(people)

    def _may_be(self, person: Labelled, before: list[str]) -> bool:
        """Whether a title, or the person's own given names, stand before the surname of a label."""
        given = surface_key(person.name).casefold().split()
        words = [surface_key(word).casefold() for word in before]
        return any(self._reference.is_title_word(word) or word in given for word in words) or not words

    def _in_office(self, people: list[Person]) -> Labelled | None:
        """The first of ``people`` who holds any office on the document's day, of no day the only one."""
        day = self._published_on
        serving = [person for person in people if day is not None and person.in_office(day)]
        chosen = serving or (people if len(people) == 1 else [])
        return Labelled(chosen[0].name, chosen[0].iso3) if chosen else None

    def _in_document(self, surname: str, title: TitleRow | None) -> Iterator[Labelled]:
        """The people of a surname whom the document's title or text names in full."""
        key = surface_key(surname).casefold()
        pattern = rf"\b{_FIRST_NAME}{_INITIAL} (?P<surname>(?i:{re.escape(key)}))(?!\w)"
        for match in re.finditer(pattern, self._title):
            if not self._reference.is_title_word(match["first"]) and not match["first"].isupper():
                known = self._reference.person(match[0])
                yield Labelled(match[0], known[0].iso3 if known else None)
        people = [named for named in self._names.found if named.kind == "person" and not named.name.isupper()]
        for named in sorted(people, key=lambda named: " " not in named.name):
            called = f" {surface_key(named.name).casefold()}"
            if called.endswith(f" {key}") and self._is_called(named.name, title):
                yield Labelled(named.name, named.iso3)

    def _is_called(self, name: str, title: TitleRow | None) -> bool:
        """Whether a person of the reference can have a title of one gender; others always can."""
        people = self._reference.person(name)
        return not people or title is None or title.gender in {None, people[0].gender}

    def _fits(self, person: Person, before: list[str], title: TitleRow | None) -> bool:
        """Whether what stands before a surname is a title that the person can have, or a given name."""
        if title is not None:
            return title.gender in {None, person.gender}
        given = set(surface_key(person.name).casefold().split())
        return all(
            surface_key(word).casefold() in given or self._reference.is_title_word(word) for word in before
        )

    def _title_of(self, words: list[str]) -> TitleRow | None:
        return self._reference.title(" ".join(words)) if words else None


def _written(surname: str) -> str:
    """A surname in capitals as it is written: "O'HARA" as "O'Hara", "MCKAY" as "McKay"."""
    return re.sub(r"\bMc([a-z])", lambda match: "Mc" + match[1].upper(), surname.title())
