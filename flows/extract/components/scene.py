"""The scene of a document: what the rules of parties read of it as a whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import saying_verbs
from flows.extract.components.named import Named
from flows.extract.components.names import Names
from flows.extract.components.party import Party
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Doc, Token
from flows.extract.reference import Reference

LOCATIVES = frozenset(
    {"in", "at", "from", "near", "inside", "outside", "around", "across", "throughout", "within"}
)


def is_medium(token: Token) -> bool:
    """Whether a name behind "on" is where somebody says something: "wrote on Facebook"."""
    on = token.head
    return token.dep_ == "pobj" and on.lower_ == "on" and on.head.lemma_.lower() in saying_verbs()


def tells_currency(token: Token) -> bool:
    """Whether a name only tells of what money a sum is: "90 Swiss francs"."""
    return token.ent_type_ == "MONEY" and token.dep_ in syntax.MODIFYING


@dataclass(frozen=True, slots=True)
class Scene:
    """One parsed document, its names, its day, and whose text it is.

    ``authors`` are the parties whose text it is (empty for a news report), ``participants`` those who took
    part in what it tells, its authors first. ``is_treaty``: whether it binds "the Parties".
    ``voice`` is the person whose speech or statement it is; ``publishers`` published what a party says.
    """

    doc: Doc
    names: Names
    reference: Reference
    published_on: dt.date | None
    authors: tuple[Party, ...]
    participants: tuple[Party, ...]
    is_treaty: bool
    voice: Party | None
    publishers: tuple[Party, ...]

    def acts(self, named: Named) -> bool:
        """Whether a name can be a party where it stands: not the place of something or where it is said."""
        if named.via == "dateline":
            return False
        head = syntax.conjunction_head(self.doc[named.end - 1])
        if is_medium(head) or tells_currency(head):
            return False
        if head.dep_ != "pobj" or head.head.lower_ not in LOCATIVES:
            return True
        told, lexicon = syntax.noun_lemma(head.head.head), party_lexicon()
        if head.head.lower_ == "from":
            return told in lexicon.institutions.lemmas  # "officials from Peru"
        sits = named.via == "seat" and head.head.lower_ == "in"  # "the government in Lima"
        return sits and told in lexicon.governing.lemmas | lexicon.seated.lemmas

    @property
    def speaks_for_itself(self) -> bool:
        """Whether whoever's text it is holds no office that binds a state or body: a president's spouse."""
        known = self.reference.people.get(self.voice.name) if self.voice is not None else None
        held = {office.office for office in known.offices} if known is not None else set()
        return bool(held) and held <= party_lexicon().binding_nobody.titles

    def served_by(self, person: Party) -> Party | None:
        """The body whose office a person of the reference holds on the document's day, else their state."""
        known = self.reference.people.get(person.name)
        for office in known.offices if known is not None and self.published_on is not None else ():
            if office.iso3 is None and office.organisation and office.held_on(self.published_on):
                return Party(office.organisation, "organisation")
        state = self.reference.states.get(person.iso3 or "")
        return Party(state.name, "state", state.iso3) if state is not None else self._state_beside(person)

    def _state_beside(self, person: Party) -> Party | None:
        """The one state that the text puts beside a person: "Fijian minister Ada Berg"."""
        beside = {
            state.name: Party(state.name, "state", state.iso3)
            for named in self.names.found
            if named.name == person.name and named.kind == "person"
            for word in self.doc[named.end - 1].subtree
            if word.i < named.start and (state := self.names.at(word)) is not None and state.kind == "state"
        }
        return next(iter(beside.values())) if len(beside) == 1 else None
