"""Known people: whom a surname or a title means, by the document or by the reference.

A person is linked by surname to the full name given earlier in the document, else to the reference.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.named import Named
from flows.extract.components.whole_names import TWO_SYLLABLES, as_people
from flows.extract.parse import Doc, Token
from flows.extract.reference import Person, Reference
from flows.extract.words import forms_of_address

# Offices whose holders texts name by the bare surname.
HEADSHIPS = frozenset(
    {"President", "Prime Minister", "Chancellor", "Premier", "Supreme Leader", "Secretary General"}
)
# Years around an office in which a bare surname means its holder: "Carter" of 2022 is a county.
FAMOUS_YEARS = 10


class KnownPeople:
    """Links people to one reference."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference

    def linked(self, doc: Doc, found: list[Named], day: dt.date | None) -> list[Named]:
        """Give people known by surname their full name, from earlier in the document or the reference."""
        full: dict[str, Named] = {}
        linked = []
        for named in sorted(as_people(doc, found), key=lambda item: item.start):
            if named.kind == "person":
                named = self._link_person(doc, named, full, day)
                _remember(full, named.name.split()[-1], named)
                _remember(full, doc[named.end - 1].text, named)
                if TWO_SYLLABLES.fullmatch(named.name.split()[-1]):
                    _remember(full, named.name.split()[0], named)  # "Han" of "Han Ki-won"
            elif named.via == "recognised" and named.end - named.start == 1:
                named = self._as_surname(doc, named, full, day)
            linked.append(named)
        linked = [_before_full_name(doc, named, full) for named in linked]
        return [*linked, *_missed_surnames(doc, linked, full)]

    def by_title(
        self, doc: Doc, named: Named, day: dt.date | None, *, certain: bool = False
    ) -> Person | None:
        """The person whom a title and a surname name ("Chancellor Merkel"); the latest where several fit.

        ``certain``: only one who has held what the title says.
        """
        people = self._reference.by_surname(named.name, day)
        if day is not None:
            people = tuple(person for person in people if person.in_office(day)) or tuple(
                person for person in people if _is_famous(person, day) or _keeps_title(person)
            )
        titles = [*_words_before(doc, named.start), *_government_after(doc, named.end)]
        fitting = [
            person
            for person in people
            if any(
                (row := self._reference.title(title)) and _holds(person, row.offices, certain)
                for title in titles
            )
        ]
        if not certain:
            fitting = fitting or ([people[0]] if len(people) == 1 and titles else [])
        return max(fitting, key=latest_office, default=None)

    def _as_surname(self, doc: Doc, named: Named, full: dict[str, Named], day: dt.date | None) -> Named:
        """The person whose surname the recogniser took for another name, by the document or by fame."""
        token = doc[named.start]
        governs = bool(_government_after(doc, named.end))
        if not _has_person_context(token) and not governs:
            return named
        earlier = full.get(token.text.casefold())
        if earlier is not None:
            return replace(earlier, start=named.start, end=named.end)
        acts = token.text.istitle() and (token.dep_ == "nsubj" or governs)
        person = self._by_fame(token.text, day) if acts else None
        return named if person is None else as_person(replace(named, kind="person", label="PERSON"), person)

    def _link_person(self, doc: Doc, named: Named, full: dict[str, Named], day: dt.date | None) -> Named:
        if named.via == "name" and len(named.name.split()) > 1:
            return named
        words = named.name.split()
        earlier = full.get(words[-1].casefold())
        if earlier is not None and f" {earlier.name}".endswith(f" {named.name}"):
            return replace(earlier, start=named.start, end=named.end)
        if len(words) == 1 and earlier is not None:
            return replace(earlier, start=named.start, end=named.end)
        if len(words) == 1 and not _is_thing_with_article(doc, named):
            person = self.by_title(doc, named, day) or self._by_fame(named.name, day)
            if person is not None:
                return as_person(named, person)
        return named

    def _by_fame(self, surname: str, day: dt.date | None) -> Person | None:
        """Whom a bare surname means: the head of a state, government or body, of one party only.

        On a known day one who held an office then, else one who held it not long before or after.
        """
        people = self._reference.by_surname(surname, day)
        heads = [person for person in people if any(row.office in HEADSHIPS for row in person.offices)]
        if day is not None:
            heads = [person for person in heads if person.in_office(day)] or [
                person for person in heads if _is_famous(person, day)
            ]
        if len({person.iso3 for person in heads}) != 1:
            return None
        return max(heads, key=latest_office)


def as_person(named: Named, person: Person) -> Named:
    """The same words as the name of a person of the reference."""
    return replace(named, name=person.name, via="name", iso3=person.iso3, wikidata_id=person.wikidata_id)


def latest_office(person: Person) -> dt.date:
    """When the last office of a person began, as far as is known."""
    return max((office.start for office in person.offices if office.start), default=dt.date.min)


def _is_thing_with_article(doc: Doc, named: Named) -> bool:
    """Whether "the" stands before a name that is no modifier: "the Moon", but not "the Moon government"."""
    before = doc[named.start - 1].lower_ if named.start else ""
    return before == "the" and doc[named.end - 1].dep_ not in {"compound", "nmod", "amod", "poss"}


def _missed_surnames(doc: Doc, linked: list[Named], full: dict[str, Named]) -> Iterator[Named]:
    """Surnames, and first names that act, of people named before that the recogniser overlooked."""
    covered = {i for named in linked for i in range(named.start, named.end)}
    firsts = _by_first_word(linked)
    for token in doc if full else ():
        if token.i in covered or not (token.pos_ == "PROPN" or _is_bare_subject(token)):
            continue
        known = full.get(token.text.casefold())
        if known is None and token.dep_ == "nsubj" and not syntax.children(token, "compound", "det"):
            known = firsts.get(token.text)
        if known is None or (token.i <= known.start and not _may_come_first(token)):
            continue
        if token.text.istitle() and known.kind == "person" and len(token) > 2:
            yield replace(known, start=token.i, end=token.i + 1)


def _remember(full: dict[str, Named], surname: str, named: Named) -> None:
    """Keep the first person of a surname, but a full name rather than a bare surname before it."""
    known = full.setdefault(surname.casefold(), named)
    if " " not in known.name and " " in named.name:
        full[surname.casefold()] = named


def _before_full_name(doc: Doc, named: Named, full: dict[str, Named]) -> Named:
    """The person whose surname alone stands before the full name, which the recogniser takes for any name."""
    person = full.get(named.name.casefold()) if named.via == "recognised" else None
    if person is None or person.kind != "person" or " " not in person.name:
        return named
    alone = named.end - named.start == 1 and _may_come_first(doc[named.start])
    return replace(person, start=named.start, end=named.end) if alone else named


def _may_come_first(token: Token) -> bool:
    """Whether a surname that acts may stand before the full name, as in a headline: "Berg opens the port"."""
    acts = token.tag_ == "NNP" and token.dep_ in {"nsubj", "nsubjpass", "poss"}
    return acts and not syntax.children(token, "det", "compound", "amod")


def _by_first_word(linked: list[Named]) -> dict[str, Named]:
    """The people of a document by the first word of their names, where one alone bears it."""
    bearers: defaultdict[str, dict[str, Named]] = defaultdict(dict)
    for named in linked:
        if named.kind == "person" and " " in named.name:
            bearers[named.name.split()[0]].setdefault(named.name, named)
    return {word: next(iter(people.values())) for word, people in bearers.items() if len(people) == 1}


def _is_bare_subject(token: Token) -> bool:
    """Whether one word that is tagged as a common noun is a subject: "Tamm left", not "The mill fell"."""
    return (
        token.tag_ == "NN"
        and token.dep_ in {"nsubj", "nsubjpass"}
        and not syntax.children(token, "det", "amod")
    )


def _holds(person: Person, offices: tuple[str, ...], certain: bool) -> bool:
    return (not offices and not certain) or any(office.office in offices for office in person.offices)


def _is_famous(person: Person, day: dt.date) -> bool:
    """Whether a person held an office within ``FAMOUS_YEARS`` of ``day``, before or after it."""
    return any(
        (row.start or day).year - FAMOUS_YEARS <= day.year <= (row.end or day).year + FAMOUS_YEARS
        for row in person.offices
    )


def _keeps_title(person: Person) -> bool:
    """Whether texts call a person by a title long after the office: "President Reagan"."""
    return any(row.office == "President" for row in person.offices)


def _words_before(doc: Doc, start: int) -> list[str]:
    """The one, two and three words before token ``start``, as titles to look up."""
    words = [doc[max(0, start - length) : start].text for length in (3, 2, 1) if start >= length]
    return [word for word in words if word]


def _government_after(doc: Doc, end: int) -> list[str]:
    """The title that "the Bush administration" implies."""
    following = doc[end].lower_ if end < len(doc) else ""
    return ["President"] if following == "administration" else []


def _has_person_context(token: Token) -> bool:
    acts = token.dep_ in {"nsubj", "nsubjpass", "pobj", "dobj", "poss", "conj"}
    return acts or syntax.word_at(token, -1) in forms_of_address()
