"""The finding of names: which words of a document name which state, organisation, person, place or people.

Reference names, demonyms and seats of power come from ``seeds/reference`` (``flows/extract/reference``),
everything else from spaCy's named-entity recogniser.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from flows.extract.components.described_people import with_described_people
from flows.extract.components.known_people import KnownPeople
from flows.extract.components.name_choice import NameChoice, Setting, first_look, setting_of
from flows.extract.components.name_forms import KnownForms, NameForms
from flows.extract.components.named import Named
from flows.extract.components.names import Names
from flows.extract.components.own_names import settle
from flows.extract.components.recognised_names import RecognisedNames
from flows.extract.components.shared_heads import with_shared_heads
from flows.extract.components.whole_bodies import bodies_for, with_regions_before
from flows.extract.parse import Doc
from flows.extract.reference import Reference


class NameFinder:
    """Finds the names of documents by one reference; remembers only what forms it has looked up."""

    def __init__(self, reference: Reference) -> None:
        self._forms = NameForms(reference)
        self._choice = NameChoice(reference, self._forms)
        self._people = KnownPeople(reference)
        self._recognised = RecognisedNames(reference, self._people)
        bodies = reference.organisations.items()
        self._parties = frozenset(name for name, body in bodies if body.kind == "party")

    def find(self, doc: Doc, published_on: dt.date | None) -> Names:
        """The names of ``doc``, longest first where they overlap; they never do in the result."""
        taken: dict[int, Named] = {}
        known = list(self._forms.of(doc))
        setting = setting_of(self._by_reference(doc, known, first_look(published_on)), published_on)
        _take(taken, self._by_reference(doc, known, setting))
        _take(taken, self._recognised.of(doc, taken, published_on))
        _take(taken, self._recognised.titled(doc, taken, published_on))
        _take(taken, bodies_for(doc, taken))
        found = with_regions_before(doc, list(dict.fromkeys(taken.values())), self._parties)
        found = with_shared_heads(doc, found, self._forms)
        found = with_described_people(doc, found)
        linked = sorted(self._people.linked(doc, found, published_on), key=lambda named: named.start)
        return Names(settle(doc, linked))

    def _by_reference(
        self, doc: Doc, forms: list[tuple[int, KnownForms]], setting: Setting
    ) -> Iterator[Named]:
        """Names of the reference; of readings that share a form, the one that the ``setting`` supports."""
        reached = 0
        for start, known in forms:
            if start < reached:
                continue
            named = self._longest(doc, start, known, setting)
            if named is not None:
                yield named
                reached = named.end

    def _longest(self, doc: Doc, start: int, known: KnownForms, setting: Setting) -> Named | None:
        named = (self._choice.named(doc[start:end], readings, setting) for end, readings in known)
        return next((found for found in named if found is not None), None)


def _take(taken: dict[int, Named], found: Iterable[Named]) -> None:
    """Add names by their tokens, each before the next is looked for."""
    for named in found:
        taken.update(dict.fromkeys(range(named.start, named.end), named))
