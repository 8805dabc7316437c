"""The choice of a name: whom a form means that several bear or that ordinary English shares.

The recogniser's label decides, and what else the document names.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor, is_person
from flows.extract.components.known_people import latest_office
from flows.extract.components.name_forms import NameForms, Readings
from flows.extract.components.named import Named, Via
from flows.extract.components.native_peoples import is_of_native_people
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.whole_names import with_second_surname
from flows.extract.parse import Span
from flows.extract.reference import Name, Reference
from flows.extract.words import forms_of_address, load_words
from models.vocabulary import EntityKind

SUPPORTED_KINDS: dict[str, frozenset[EntityKind]] = {
    "PERSON": frozenset({"person"}),
    "ORG": frozenset({"organisation"}),
    "GPE": frozenset({"state", "place"}),
    "LOC": frozenset({"state", "place"}),
    "NORP": frozenset({"state", "group", "organisation", "place"}),
}
SHARED_BODIES = frozenset({"legislature", "court"})  # kinds that every state has, under the same few names
# How a seat of power stands in its clause where it acts, rather than being where something happens.
ACTING_DEPENDENCIES = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "dative"})
ACTING_PREPOSITIONS = frozenset({"by", "with", "between", "against"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What decides between readings of one form: the states and bodies of a document, and its day.

    ``at_home`` holds who is named of each state, the state itself included, by its code; ``ways`` holds how
    each state is named: by its name, its people's, its capital. At the first look only the day is known.
    """

    states: Counter[str]
    organisations: frozenset[str]
    at_home: Mapping[str, frozenset[str]]
    ways: Mapping[str, frozenset[Via]]
    day: dt.date | None
    is_first_look: bool = False


def first_look(day: dt.date | None) -> Setting:
    """What is known of a document of ``day`` before its names are."""
    return Setting(Counter(), frozenset(), {}, {}, day, is_first_look=True)


def setting_of(unsettled: Iterator[Named], day: dt.date | None) -> Setting:
    """What a first reading of a document's names tells about it."""
    states: Counter[str] = Counter()
    organisations = set()
    at_home: defaultdict[str, set[str]] = defaultdict(set)
    ways: defaultdict[str, set[Via]] = defaultdict(set)
    for named in unsettled:
        if named.iso3:
            at_home[named.iso3].add(named.name)
        if named.kind == "state" and named.iso3:
            states[named.iso3] += 1
            ways[named.iso3].add(named.via)
        elif named.kind == "organisation" and named.via == "name":
            organisations.add(named.name)
    homes = {code: frozenset(names) for code, names in at_home.items()}
    told = {code: frozenset(by) for code, by in ways.items()}
    return Setting(states, frozenset(organisations), homes, told, day)


class NameChoice:
    """Chooses between the readings of forms by one reference."""

    def __init__(self, reference: Reference, forms: NameForms) -> None:
        self._reference = reference
        self._forms = forms

    def named(self, span: Span, readings: Readings, setting: Setting) -> Named | None:
        """What a form names in its ``setting``; None where it names nothing there."""
        label = span.root.ent_type_
        longer = self._ends_longer_name(span)
        for via, names in _likelier_first(span, readings):
            chosen = self._choose(names, span, setting)
            if chosen is None or (chosen.ambiguous and _goes_on_with_of(span)):
                continue
            if longer and via == "name" and chosen.kind in {"organisation", "place"}:
                continue
            if chosen.kind == "organisation" and self._is_of_other_region(span, chosen):
                continue
            if chosen.kind == "person" and _goes_on_with_hyphen(span):
                continue
            if via == "demonym" and is_of_native_people(span, chosen, setting.ways):
                continue
            alone = label == "PERSON" and (
                _is_lone_seat(via, chosen, span, setting) or _is_origin(via, span) or _is_of_people(via, span)
            )
            if via == "name" or label != "PERSON" or alone:
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
                or _is_acronym_of_named(names[0], span, setting)
                or _governs(names[0], span)
                or _is_it(names[0], span)
                or _acts_for_named_state(names[0], span, setting)
            )
            return names[0] if stands else None
        return names[0]

    def _ranked(self, names: tuple[Name, ...], span: Span, setting: Setting) -> tuple[Name, ...]:
        """The readings of a form, the likeliest first: whom the document speaks of, who is in office."""
        if all(name.kind == "person" for name in names):
            return tuple(sorted(names, key=lambda name: self._last_office(name, setting.day), reverse=True))
        if _share_a_seat(names):
            acting = _acts_as_body(span) or _holds_officials(names, span, setting)
            bodies = [name for name in names if (name.kind == "organisation") == acting]
            return tuple(sorted(bodies, key=lambda name: name.canonical not in setting.organisations))
        return tuple(sorted(names, key=lambda name: self._remoteness(name, setting)))

    def _ends_longer_name(self, span: Span) -> bool:
        """Whether a name ends one of more words, known to nobody: "Democratic Party" in "Reform Democratic
        Party", "Fukushima" behind a first name."""
        before = span.doc[span.start - 1] if span.start > span.sent.start else None
        if before is None or before.tag_ != "NNP" or before.dep_ != "compound" or before.head != span.root:
            return False
        within = before.ent_type_ == span.root.ent_type_
        titled = before.lower_ in party_lexicon().offices.lemmas
        known = self._reference.by_surname(before.text, None) or any(
            names for _, names in self._forms.lookup(before.text)
        )
        return within and before.text.istitle() and before.is_alpha and not titled and not known

    def _is_of_other_region(self, span: Span, body: Name) -> bool:
        """Whether a region or state before a state's body tells of another one: "Chad Congress Party"."""
        before = span.doc[span.start - 1] if span.start > span.sent.start and body.iso3 else None
        if before is None or before.head != span.root or before.ent_type_ != span.root.ent_type_:
            return False
        told = [name for _, names in self._forms.lookup(before.text) for name in names]
        if any(name.kind == "place" and name.iso3 is None for name in told):
            return True
        states = {name.iso3 for name in told if name.kind == "state"}
        return bool(states) and body.iso3 not in states

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
        return day is not None and person.in_office(day), latest_office(person)

    def _remoteness(self, name: Name, setting: Setting) -> tuple[bool, int, bool]:
        """How far a reading lies from a document: states near, then whose state it speaks of most.

        Of bodies as near, those of a state come before its parties.
        """
        body = self._reference.organisations.get(name.canonical)
        spoken_of = setting.states[name.iso3] if name.iso3 else 0
        return name.kind != "state", -spoken_of, body is not None and body.kind == "party"


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


def _is_acronym_of_named(name: Name, span: Span, setting: Setting) -> bool:
    """Whether a shared acronym is that of a body which the document names: "the AU" of the African Union."""
    known = not setting.is_first_look and name.canonical in setting.organisations
    return known and span.text.isupper() and span.text != name.canonical


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


def _is_it(name: Name, span: Span) -> bool:
    """Whether a state that a first name shares acts here as "it": "Chad said it would close its border"."""
    if name.kind != "state" or span.root.dep_ != "nsubj" or span.end - span.start > 1:
        return False
    beside = [span.doc[i] for i in (span.start - 1, span.end) if 0 <= i < len(span.doc)]
    if any(token.ent_type_ == "PERSON" or token.lower_ in forms_of_address() for token in beside):
        return False
    told, pronouns = {word.lower_ for word in span.root.head.subtree}, party_lexicon().pronouns
    return bool(told & pronouns.thing) and told.isdisjoint(pronouns.person)


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
    titles = forms_of_address() | party_lexicon().offices.lemmas
    titled = span.start > 0 and doc[span.start - 1].lower_ in titles
    alone = not titled and all(token.ent_type_ != "PERSON" for token in beside)
    return via == "seat" and alone


def _is_origin(via: Via, span: Span) -> bool:
    """Whether a demonym tells from where the person of the whole name behind it is: ", Latvian Ada Berg,"."""
    doc, behind = span.doc, span.doc[span.end : span.end + 2]
    told = via == "demonym" and span.start > 0 and doc[span.start - 1].lower_ in {",", "the"}
    return told and len(behind) == 2 and all(word.ent_type_ == "PERSON" for word in behind)


def _is_of_people(via: Via, span: Span) -> bool:
    """Whether a demonym alone tells of whom a small noun behind it is: "Fijian and Abkhaz officials"."""
    behind = syntax.neighbour(span[-1])
    several = behind is not None and behind.tag_ == "NNS" and behind.is_lower and is_actor(behind)
    return via == "demonym" and len(span) == 1 and several


def _acts_for_named_state(name: Name, span: Span, setting: Setting) -> bool:
    """Whether an ambiguous capital is a subject in a document that names its state."""
    acts = name.kind == "state" and span.root.dep_ in {"nsubj", "nsubjpass"}
    return acts and not setting.is_first_look and setting.states[name.iso3 or ""] > 0


def _holds_officials(names: tuple[Name, ...], span: Span, setting: Setting) -> bool:
    """Whether people in a shared seat act for a body: "an official in Brussels", where nothing is Belgian."""
    place = syntax.conjunction_head(span.root).head
    people = place.lower_ == "in" and is_person(place.head) and place.head.dep_ in syntax.NAMED_SUBJECTS
    ways = [setting.ways.get(name.iso3 or "", frozenset()) for name in names if name.kind == "state"]
    return people and not setting.is_first_look and all(by <= {"seat"} for by in ways)


def _acts_as_body(span: Span) -> bool:
    """Whether a seat stands in its clause as one who acts or is acted on, not as a place."""
    root = syntax.conjunction_head(span.root)
    if root.dep_ == "pobj":
        return root.head.lower_ in ACTING_PREPOSITIONS
    return root.dep_ in ACTING_DEPENDENCIES
