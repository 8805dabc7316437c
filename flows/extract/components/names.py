"""Names: which words of a document name which state, organisation, person, place or people.

Reference names, demonyms and seats of power come from ``seeds/reference`` (``flows/extract/reference.py``),
everything else from spaCy's named-entity recogniser. A person is linked by surname to the full name given
earlier in the document, else to the reference.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.named import Named, Via
from flows.extract.components.no_names import NoNames
from flows.extract.components.own_names import is_headline, settle
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.whole_names import (
    as_people,
    with_first_name,
    with_second_surname,
    without_title,
)
from flows.extract.parse import Doc, Span, Token
from flows.extract.reference import Name, Person, Reference
from flows.extract.remembered import Remembered
from flows.extract.words import load_words
from models.vocabulary import EntityKind

Readings = tuple[tuple[Via, tuple[Name, ...]], ...]
ARTICLES_OF_NAMES = frozenset({"al", "el"})  # written small before names that the reference knows
MOST_REMEMBERED = 200_000  # forms; bounds the memory of long runs
LONGEST_NAME = 8  # tokens; longer names of the reference are found by their acronyms and aliases
LINKING_WORDS = frozenset(
    {"of", "the", "and", "for", "in", "on", "de", "des", "du", "to", "against", "al", "bin", "'s", "’s"}
)
RECOGNISED_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
SUPPORTED_KINDS: dict[str, frozenset[EntityKind]] = {
    "PERSON": frozenset({"person"}),
    "ORG": frozenset({"organisation"}),
    "GPE": frozenset({"state", "place"}),
    "LOC": frozenset({"state", "place"}),
    "NORP": frozenset({"state", "group", "organisation", "place"}),
}
SHARED_BODIES = frozenset({"legislature", "court"})  # kinds that every state has, under the same few names
BREAKS = frozenset({"(", ")", "[", "]", ":", ";", "—", "–"})  # inside no body's name
NAME_TAGS = frozenset({"NNP", "NNPS", "JJ", "IN", "DT", "CC", "HYPH", "POS"})  # inside a body's name
LONGEST_SURNAME = 4  # tokens: "López Obrador", "von der Leyen"
# Offices whose holders texts name by the bare surname.
HEADSHIPS = frozenset(
    {"President", "Prime Minister", "Chancellor", "Premier", "Supreme Leader", "Secretary General"}
)
# Years around an office in which a bare surname means its holder: "Carter" of 2022 is a county.
FAMOUS_YEARS = 10
# How a seat of power stands in its clause where it acts, rather than being where something happens.
ACTING_DEPENDENCIES = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "dative"})
ACTING_PREPOSITIONS = frozenset({"by", "with", "between", "against"})
HONORIFICS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "sen.", "rep.", "gov."})
OPENING_NO_NAME = HONORIFICS | {"the", "this", "only"}  # before a name, no part of it
ENDING_NO_NAME = frozenset({"'s", "’s", "'", "’", "of"})  # behind a name, no part of it


class Names:
    """All names of one document, by token."""

    def __init__(self, found: list[Named]) -> None:
        self.found = sorted(found, key=lambda named: named.start)
        self._ends = [named.end for named in self.found]
        self._by_token = {i: named for named in self.found for i in range(named.start, named.end)}
        self._counts = Counter(named.name for named in found)
        self._last_words = frozenset(name.split()[-1] for name in self._counts if " " in name)

    def at(self, token: Token) -> Named | None:
        """The name that ``token`` is part of, or None."""
        return self._by_token.get(token.i)

    def count(self, name: str) -> int:
        """How often the document names whom ``name`` names."""
        return self._counts[name]

    def any_ends_with(self, word: str) -> bool:
        """Whether the last of several words of a name is ``word``."""
        return word in self._last_words

    def before(self, position: int, *kinds: EntityKind) -> Iterator[Named]:
        """The names of ``kinds`` that end at or before token ``position``, the nearest first."""
        for number in range(bisect_right(self._ends, position) - 1, -1, -1):
            if not kinds or self.found[number].kind in kinds:
                yield self.found[number]

    def after(self, position: int) -> Iterator[Named]:
        """The names that begin behind token ``position``, the nearest first."""
        first = bisect_right(self.found, position, key=lambda named: named.start)
        return islice(self.found, first, None)


@dataclass(frozen=True, slots=True)
class Setting:
    """What decides between readings of one form: the states and bodies of a document, and its day.

    ``at_home`` holds who is named of each state, the state itself included, by its code. At the first look
    nothing is known but the day.
    """

    states: Counter[str]
    organisations: frozenset[str]
    at_home: Mapping[str, frozenset[str]]
    day: dt.date | None
    is_first_look: bool = False


class NameFinder:
    """Finds the names of documents by one reference; remembers only what forms it has looked up."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._readings: dict[str, Readings] = {}
        self._openers = Remembered(self._may_open)
        self._title_words = Remembered(self._may_end_title)
        self._title_ends = frozenset(title.split()[-1] for title in reference.titles)

    def find(self, doc: Doc, published_on: dt.date | None) -> Names:
        """The names of ``doc``, longest first where they overlap; they never do in the result."""
        taken: dict[int, Named] = {}
        nothing = Setting(Counter(), frozenset(), {}, published_on, is_first_look=True)
        openers = [
            (start, known)
            for start, opens in enumerate(self._openers.of(doc))
            if opens and (known := self._known_from(doc, start))
        ]
        setting = _setting(self._by_reference(doc, openers, nothing), published_on)
        for named in self._by_reference(doc, openers, setting):
            taken.update(dict.fromkeys(range(named.start, named.end), named))
        for named in self._recognised(doc, taken, published_on):
            taken.update(dict.fromkeys(range(named.start, named.end), named))
        for named in self._titled(doc, taken, published_on):
            taken.update(dict.fromkeys(range(named.start, named.end), named))
        found = list(dict.fromkeys(taken.values()))
        linked = sorted(self._link_people(doc, found, published_on), key=lambda named: named.start)
        return Names(settle(doc, linked))

    def _known_from(self, doc: Doc, start: int) -> list[tuple[int, Readings]]:
        """The ends of the forms from ``start`` on that the reference knows, with what they can name, the
        longest first."""
        forms = [(end, self._lookup(text)) for end, text in reversed(_possible_forms(doc, start))]
        return [(end, readings) for end, readings in forms if any(names for _, names in readings)]

    def _by_reference(
        self, doc: Doc, openers: list[tuple[int, list[tuple[int, Readings]]]], setting: Setting
    ) -> Iterator[Named]:
        """Names of the reference; of readings that share a form, the one that the ``setting`` supports.

        ``openers`` are the positions at which the reference knows a form, with ``_known_from`` there.
        """
        reached = 0
        for start, known in openers:
            if start < reached:
                continue
            named = self._longest(doc, start, known, setting)
            if named is not None:
                yield named
                reached = named.end

    def _longest(
        self, doc: Doc, start: int, known: list[tuple[int, Readings]], setting: Setting
    ) -> Named | None:
        named = (self._named(doc[start:end], readings, setting) for end, readings in known)
        return next((found for found in named if found is not None), None)

    def _named(self, span: Span, readings: Readings, setting: Setting) -> Named | None:
        label = span.root.ent_type_
        longer = self._ends_longer_name(span)
        for via, names in _likelier_first(span, readings):
            chosen = self._choose(names, span, setting)
            if chosen is None or (chosen.ambiguous and _goes_on_with_of(span)):
                continue
            if longer and via == "name" and chosen.kind in {"organisation", "place"}:
                continue
            if chosen.kind == "person" and _goes_on_with_hyphen(span):
                continue
            if via == "name" or label != "PERSON" or _is_lone_seat(via, chosen, span, setting):
                return Named(
                    start=span.start,
                    end=span.end,
                    name=chosen.canonical,
                    kind=chosen.kind,
                    label=chosen.label,
                    via=via,
                    iso3=chosen.iso3,
                    wikidata_id=chosen.wikidata_id,
                )
        return None

    def _choose(self, names: tuple[Name, ...], span: Span, setting: Setting) -> Name | None:
        """The reading that the recogniser's label and the setting support; else the first.

        A form that ordinary English shares counts only where the recogniser sees a name at all.
        """
        if len(names) > 1:
            names = self._ranked(names, span, setting)
            if _is_undecided(names, span, setting) or self._is_foreign_body(names[0], setting):
                return None
        elif names and (
            self._is_foreign_acronym(names[0], span, setting)
            or self._is_foreign_party(names[0], setting)
            or self._is_foreign_body(names[0], setting)
        ):
            return None
        label = span.root.ent_type_
        agreeing = [name for name in names if name.kind in SUPPORTED_KINDS.get(label, ())]
        if agreeing and not _share_a_seat(names):
            return agreeing[0]
        if not names or (names[0].ambiguous and (not label or label == "PERSON")):
            stands = names and (
                self._is_acronym_nearby(names[0], span, setting)
                or _governs(names[0], span)
                or _acts_for_named_state(names[0], span, setting)
            )
            return names[0] if stands else None
        return names[0]

    def _ranked(self, names: tuple[Name, ...], span: Span, setting: Setting) -> tuple[Name, ...]:
        """The readings of a form, the likeliest first: whom the document speaks of, who is in office."""
        if all(name.kind == "person" for name in names):
            return tuple(sorted(names, key=lambda name: self._last_office(name, setting.day), reverse=True))
        if _share_a_seat(names):
            acting = _acts_as_body(span)
            bodies = [name for name in names if (name.kind == "organisation") == acting]
            return tuple(sorted(bodies, key=lambda name: name.canonical not in setting.organisations))
        return tuple(sorted(names, key=lambda name: self._remoteness(name, setting)))

    def _ends_longer_name(self, span: Span) -> bool:
        """Whether a name ends one of more words, known to nobody: "Democratic Party" in "Reform Democratic
        Party", "Fukushima" behind a first name."""
        before = span.doc[span.start - 1] if span.start > span.sent.start else None
        if before is None or before.tag_ != "NNP" or before.dep_ != "compound" or before.head != span.root:
            return False
        within = before.ent_type_ == span.root.ent_type_ != ""
        titled = before.lower_ in party_lexicon().offices.lemmas
        known = self._reference.by_surname(before.text, None) or any(
            names for _, names in self._lookup(before.text)
        )
        return within and before.text.istitle() and before.is_alpha and not titled and not known

    def _is_foreign_acronym(self, name: Name, span: Span, setting: Setting) -> bool:
        """Whether a shared acronym is that of a body whose state a document that names states never names."""
        return _is_shared_acronym(name, span) and bool(setting.states) and not setting.states[name.iso3 or ""]

    def _is_foreign_party(self, name: Name, setting: Setting) -> bool:
        """Whether parties of several states are called so, and a document that names states names nobody
        else of this one's: "the Greens" of Australia are not Germany's."""
        body = self._reference.organisations.get(name.canonical)
        if not name.ambiguous or name.iso3 is None or body is None or body.kind != "party":
            return False
        return bool(setting.states) and setting.at_home.get(name.iso3, frozenset()) <= {name.canonical}

    def _is_foreign_body(self, name: Name, setting: Setting) -> bool:
        """Whether many states have a body called so, and a document that names states names nobody else of
        this one's: "the Senate" of a report from Bolivia is not the United States'."""
        if not (name.ambiguous and name.iso3 and setting.states and self._is_shared_body(name.canonical)):
            return False
        return all(map(self._is_shared_body, setting.at_home.get(name.iso3, ())))

    def _is_shared_body(self, name: str) -> bool:
        body = self._reference.organisations.get(name)
        if body is None:
            return False
        return body.kind in SHARED_BODIES or (body.kind == "ministry" and bool(body.ambiguous))  # "Treasury"

    def _is_acronym_nearby(self, name: Name, span: Span, setting: Setting) -> bool:
        """Whether a shared acronym is that of a body whose state the document names."""
        return _is_shared_acronym(name, span) and setting.states[name.iso3 or ""] > 0

    def _last_office(self, name: Name, day: dt.date | None) -> tuple[bool, dt.date]:
        """Whether a person is in office on ``day``, and when the last office began."""
        person = self._reference.people[name.canonical]
        return day is not None and person.in_office(day), _latest_office(person)

    def _remoteness(self, name: Name, setting: Setting) -> tuple[bool, int, bool]:
        """How far a reading lies from a document: states near, then whose state it speaks of most.

        Of bodies as near, those of a state come before its parties.
        """
        body = self._reference.organisations.get(name.canonical)
        spoken_of = setting.states[name.iso3] if name.iso3 else 0
        return name.kind != "state", -spoken_of, body is not None and body.kind == "party"

    def _may_open(self, token: Token) -> bool:
        written = token.text[:1].isupper() or token.text in ARTICLES_OF_NAMES
        return written and self._reference.opens_name(token.text)

    def _lookup(self, text: str) -> Readings:
        """What a form can name, by name, then demonym, then seat of power."""
        known = self._readings.get(text)
        if known is not None:
            return known
        readings: Readings = (
            ("name", self._reference.names(text)),
            ("demonym", self._reference.demonym(text)),
            ("seat", self._reference.seat(text)),
        )
        if len(self._readings) < MOST_REMEMBERED:
            self._readings[text] = readings
        return readings

    def _recognised(self, doc: Doc, taken: dict[int, Named], day: dt.date | None) -> Iterator[Named]:
        no_names = NoNames(doc)
        for entity in doc.ents:
            body = self._of_known_body(entity, taken) or _around_known_body(entity, taken)
            if body is not None:
                yield body
                continue
            span = _clean_name(entity, {} if _is_named_after_place(entity, taken) else taken)
            if span is not None and _is_named_after_place(span, taken):
                yield Named(span.start, span.end, _plain(span.text), "organisation", "ORG", "recognised")
                continue
            span = with_second_surname(without_title(span)) if span is not None else None
            kind = RECOGNISED_KINDS.get(span.label_) if span is not None else None
            if kind is None or span is None or any(i in taken for i in range(span.start, span.end)):
                continue
            if not any(token.text[:1].isupper() for token in span) or no_names.has(span):
                continue
            if kind == "person":
                before = taken.get(span.start - 1)
                if before is not None and before.kind == "person":
                    continue  # what a headline says that person does
                span = with_first_name(self._without_headline(span, day), taken)
            yield Named(span.start, span.end, _plain(span.text), kind, span.label_, "recognised")

    def _of_known_body(self, entity: Span, taken: dict[int, Named]) -> Named | None:
        """The body whose name opens with a known one: "Boeing Co." is that one, "NATO Studio" its own."""
        if entity.label_ != "ORG":
            return None
        span = entity[1:] if len(entity) > 1 and entity[0].lower_ == "the" else entity
        known = taken.get(span.start)
        if known is None or known.kind != "organisation" or known.via != "name":
            return None
        behind = span.doc[known.end : span.end]
        if any(token.text in BREAKS for token in behind):
            return None
        tail = [token for token in behind if _is_word(token)]
        if known.start != span.start or not tail or any(token.i in taken for token in tail):
            return None
        if tail[-1].tag_ != "NNP" or tail[-1].text.casefold() in self._title_ends:
            return None
        if all(token.text.casefold().rstrip(".") in load_words().company_words for token in tail):
            return replace(known, end=tail[-1].i + 1)
        if any(token.tag_ != "NNP" for token in tail) or is_headline(entity):
            return None
        return Named(span.start, tail[-1].i + 1, _plain(span.text), "organisation", "ORG", "recognised")

    def _without_headline(self, span: Span, day: dt.date | None) -> Span:
        """A person's name without the verb of a headline behind it: "President Biden Visiting Peru"."""
        if len(span) < 2 or not span[-1].text.endswith("ing"):
            return span
        first = Named(span.start, span.start + 1, span[0].text, "person", "PERSON", "recognised")
        return span[:1] if self._by_title(span.doc, first, day, certain=True) is not None else span

    def _titled(self, doc: Doc, taken: dict[int, Named], day: dt.date | None) -> Iterator[Named]:
        """Surnames after a title ("President Lula") that the recogniser overlooked."""
        for start, ends_title in enumerate(self._title_words.of(doc), start=1):
            if not ends_title or start in taken or start == len(doc):
                continue
            for end in range(min(start + LONGEST_SURNAME, len(doc)), start, -1):
                if not doc[end - 1].text[:1].isupper() or any(i in taken for i in range(start, end)):
                    continue
                named = Named(start, end, doc[start:end].text, "person", "PERSON", "recognised")
                person = self._by_title(doc, named, day, certain=True)
                if person is not None:
                    yield _as_person(named, person)
                    break

    def _may_end_title(self, token: Token) -> bool:
        return token.text[:1].isupper() and token.text.casefold() in self._title_ends

    def _link_people(self, doc: Doc, found: list[Named], day: dt.date | None) -> list[Named]:
        """Give people known by surname their full name, from earlier in the document or the reference."""
        full: dict[str, Named] = {}
        linked = []
        for named in sorted(as_people(doc, found), key=lambda item: item.start):
            if named.kind == "person":
                named = self._link_person(doc, named, full, day)
                _remember(full, named.name.split()[-1], named)
                _remember(full, doc[named.end - 1].text, named)
            elif named.via == "recognised" and named.end - named.start == 1:
                named = self._as_surname(doc, named, full, day)
            linked.append(named)
        linked = [_before_full_name(doc, named, full) for named in linked]
        return [*linked, *_missed_surnames(doc, linked, full)]

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
        return named if person is None else _as_person(replace(named, kind="person", label="PERSON"), person)

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
            person = self._by_title(doc, named, day) or self._by_fame(named.name, day)
            if person is not None:
                return _as_person(named, person)
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
        return max(heads, key=_latest_office)

    def _by_title(
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
        return max(fitting, key=_latest_office, default=None)


def _is_thing_with_article(doc: Doc, named: Named) -> bool:
    """Whether "the" stands before a name that is no modifier: "the Moon", but not "the Moon government"."""
    before = doc[named.start - 1].lower_ if named.start else ""
    return before == "the" and doc[named.end - 1].dep_ not in {"compound", "nmod", "amod", "poss"}


def _goes_on_with_of(span: Span) -> bool:
    """Whether a name goes on behind what several bodies may be called: "House of Keys"."""
    behind = span.doc[span.end : span.end + 2]
    return len(behind) == 2 and behind[0].lower_ == "of" and behind[1].ent_type_ == span.root.ent_type_ != ""


def _goes_on_with_hyphen(span: Span) -> bool:
    """Whether a hyphen joins one more name to a full one: "Ada Berg-Lund" is not Ada Berg."""
    return with_second_surname(Span(span.doc, span.start, span.end, "PERSON")).end > span.end


def _is_undecided(names: tuple[Name, ...], span: Span, setting: Setting) -> bool:
    """Whether a form could be one of several states that a document names as often: "Korea", "Koreans".

    Where one of them is meant unless a text says otherwise ("Congo"), only the first look leaves it open,
    which is to tell whom the document names.
    """
    if len(names) < 2 or any(name.kind != "state" for name in names):
        return False
    first, second = (setting.states[name.iso3 or ""] for name in names[:2])
    return first == second and (setting.is_first_look or span.text in load_words().of_none)


def _is_shared_acronym(name: Name, span: Span) -> bool:
    return name.kind == "organisation" and name.ambiguous and span.text.isupper() and name.iso3 is not None


def _setting(unsettled: Iterator[Named], day: dt.date | None) -> Setting:
    """What a first reading of a document's names tells about it."""
    states: Counter[str] = Counter()
    organisations = set()
    at_home: defaultdict[str, set[str]] = defaultdict(set)
    for named in unsettled:
        if named.iso3:
            at_home[named.iso3].add(named.name)
        if named.kind == "state" and named.iso3:
            states[named.iso3] += 1
        elif named.kind == "organisation" and named.via == "name":
            organisations.add(named.name)
    homes = {code: frozenset(names) for code, names in at_home.items()}
    return Setting(states, frozenset(organisations), homes, day)


def _likelier_first(span: Span, readings: Readings) -> Readings:
    """A place whose name a seat of power shares ("Washington") is read as the seat, but in "… State"."""
    (_, named), demonyms, (_, seats) = readings
    if not named or not seats or any(name.kind != "place" for name in named):
        return readings
    doc = span.doc
    after = doc[span.end].lower_ if span.end < len(doc) else ""
    before = doc[max(0, span.start - 2) : span.start].text.lower()
    if after == "state" or before.endswith("state of"):
        return readings
    return ("seat", seats), demonyms, ("name", named)


def _governs(name: Name, span: Span) -> bool:
    """Whether a state that a first name shares has a government here: "Chad's government"."""
    behind = span.doc[span.end : span.end + 2]
    owns = len(behind) == 2 and behind[0].tag_ == "POS"
    return name.kind == "state" and owns and behind[1].lemma_.lower() in party_lexicon().governing.lemmas


def _share_a_seat(names: tuple[Name, ...]) -> bool:
    """Whether a state and bodies have one seat: "Brussels"."""
    return {name.kind for name in names} == {"state", "organisation"} and len(names) > 1


def _is_lone_seat(via: Via, name: Name, span: Span, setting: Setting) -> bool:
    """Whether a capital that the recogniser takes for a person has no name or title of one beside it.

    One that is also a first name acts as its state's where the document names that state ("Santiago").
    """
    if name.ambiguous and not _acts_for_named_state(name, span, setting):
        return False
    doc = span.doc
    beside = [doc[i] for i in (span.start - 1, span.end) if 0 <= i < len(doc)]
    titles = HONORIFICS | party_lexicon().offices.lemmas
    titled = span.start > 0 and doc[span.start - 1].lower_ in titles
    alone = not titled and all(token.ent_type_ != "PERSON" for token in beside)
    return via == "seat" and alone


def _acts_for_named_state(name: Name, span: Span, setting: Setting) -> bool:
    """Whether an ambiguous capital is a subject in a document that names its state."""
    acts = name.kind == "state" and span.root.dep_ in {"nsubj", "nsubjpass"}
    return acts and not setting.is_first_look and setting.states[name.iso3 or ""] > 0


def _acts_as_body(span: Span) -> bool:
    """Whether a seat stands in its clause as one who acts or is acted on, not as a place."""
    root = syntax.conjunction_head(span.root)
    if root.dep_ == "pobj":
        return root.head.lower_ in ACTING_PREPOSITIONS
    return root.dep_ in ACTING_DEPENDENCIES


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


def _latest_office(person: Person) -> dt.date:
    return max((office.start for office in person.offices if office.start), default=dt.date.min)


def _as_person(named: Named, person: Person) -> Named:
    """The same words as the name of a person of the reference."""
    return replace(named, name=person.name, via="name", iso3=person.iso3, wikidata_id=person.wikidata_id)


def _possible_forms(doc: Doc, start: int) -> list[tuple[int, str]]:
    """The ends of what may be a name from ``start`` on, each with the words up to there."""
    forms = []
    words = ""
    for end, last in enumerate(doc.tokens[start : start + LONGEST_NAME], start=start + 1):
        text = last.text
        if end > start + 1 and last.is_sent_start:
            break
        if text[:1].isupper() or text[:1].isdigit():
            forms.append((end, words + text))
        elif text.lower() not in LINKING_WORDS and text not in {"-", "–", "&", "/", ".", ","}:
            break
        words += text + last.whitespace_
    return forms


def _is_named_after_place(entity: Span, taken: dict[int, Named]) -> bool:
    """Whether an organisation's own name opens with a state or place ("Vietnam Airlines")."""
    if entity.label_ != "ORG":
        return False
    if len(entity) > 1 and entity[0].lower_ == "the":
        entity = entity[1:]
    tags = [token.tag_ for token in entity]
    if not set(tags) <= NAME_TAGS or tags[-1] not in {"NNP", "NNPS"}:
        return False
    inside = {taken[i] for i in range(entity.start, entity.end) if i in taken}
    if len(inside) != 1:
        return False
    named = inside.pop()
    behind = entity.doc[named.end : entity.end]
    if len(behind) and behind[0].tag_ == "POS":
        return False  # "Peru's Labor Council", but "the Swiss People's Party"
    if len(behind) == 1 and entity[-1].lower_ in party_lexicon().governing.lemmas:
        return False  # "the Peru Government"
    proper = sum(tag in {"NNP", "NNPS"} for tag in tags)
    opens = named.start == entity.start or proper == len(entity)
    return named.kind in {"state", "place"} and opens and proper > named.end - named.start


def _around_known_body(entity: Span, taken: dict[int, Named]) -> Named | None:
    """A body in whose name a known one stands: "National Karhula Brewers Union" is not Karhula."""
    span = entity[1:] if len(entity) > 1 and entity[0].lower_ == "the" else entity
    if entity.label_ != "ORG" or any(token.tag_ not in {"NNP", "NNPS"} for token in span):
        return None
    inside = [taken[token.i] for token in span if token.i in taken]
    apart = span[0].i not in taken and span[-1].i not in taken
    body = syntax.noun_lemma(span[-1]) in actor_nouns().bodies.lemmas
    if not (apart and body and inside and all(named.kind == "organisation" for named in inside)):
        return None
    return Named(span.start, span.end, _plain(span.text), "organisation", "ORG", "recognised")


def _clean_name(entity: Span, taken: dict[int, Named]) -> Span | None:
    """The entity without article, titles, possessive, white space and known names at its ends.

    None if nothing is left.
    """
    start, end = entity.start, entity.end
    doc = entity.doc
    while start < end and (
        start in taken or doc[start].lower_ in OPENING_NO_NAME or not _is_word(doc[start])
    ):
        start += 1
    while end > start and (doc[end - 1].lower_ in ENDING_NO_NAME or not _is_word(doc[end - 1])):
        end -= 1
    return Span(doc, start, end, entity.label_) if end > start else None


def _is_word(token: Token) -> bool:
    return any(char.isalnum() for char in token.text)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _words_before(doc: Doc, start: int) -> list[str]:
    """The one, two and three words before token ``start``, as titles to look up."""
    words = [doc[max(0, start - length) : start].text for length in (3, 2, 1) if start >= length]
    return [word for word in words if word]


def _government_after(doc: Doc, end: int) -> list[str]:
    """The title that "the Bush administration" implies."""
    following = doc[end].lower_ if end < len(doc) else ""
    return ["President"] if following == "administration" else []


def _has_person_context(token: Token) -> bool:
    before = syntax.word_at(token, -1)
    return before in HONORIFICS or token.dep_ in {"nsubj", "nsubjpass", "pobj", "dobj", "poss", "conj"}
