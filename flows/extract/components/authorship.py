"""Authorship: whose text a document is, who took part in what it tells, and whose voice it carries.

Metadata say most: a joint title ("Joint Statement of Japan and France"), a body's own ("G7 Leaders'
Statement"), the person whose statement it is, the publisher. Where they name nobody, a text that speaks of
itself as "we" belongs to the party that it names as acting most often.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.language import Language

from flows.extract import syntax
from flows.extract.components.force_lexicon import text_speaks
from flows.extract.components.introductions import ends_list, introductions
from flows.extract.components.name_finder import NameFinder
from flows.extract.components.named import Named
from flows.extract.components.names import Names
from flows.extract.components.parties_among import ARTICLE, are_among, opening_names, parties_among, resolving
from flows.extract.components.party import Party, are_state_and_organ, party_of
from flows.extract.components.quotation import Quotations
from flows.extract.components.self_named import says_i, self_named
from flows.extract.components.treaty_party import introduced_roles, states_of_codes
from flows.extract.components.voice import ABOUT, STATEMENT_BY, VoiceFinder, title_tokens, title_words
from flows.extract.parse import Doc
from flows.extract.reference import Reference
from models import Document

PUBLISHERS = 256  # whose names are remembered
OWN_SIDE = frozenset({"party", "company", "ngo", "armed_group"})  # of a state, but no body of its own
FEW_MEMBERS = 3  # of a body that texts mean as its members
MOST_SIGNATORIES = 6  # of a treaty that "the Parties" stands for by their names
_OWN_TEXT = re.compile(r"\b(?:statement|declaration|communiqu[eé]|vision|principles|pledge)\b", re.I)
_ENCOUNTER = re.compile(r"\b(?:meetings?|calls?|visit|trip|summit|dialogue|talks|consultations?)\b", re.I)
_HELD_THERE = re.compile(
    r"(?:\w+ )?(?:summit|conference|forum|round ?table|meeting|declaration|talks)\b", re.IGNORECASE
)
_CENTRAL_BANK = re.compile(
    r"(?:The )?(?P<name>(?:Central|National|Reserve) Bank of (?:the )?\w+(?: [A-Z]\w+)*)"
)
_COMMA_STATE = re.compile(r"^[^,(]+, (?:the )?[^,(]+(?:\(|$)")  # "BODY, STATE", with a remark behind
_BESIDE = frozenset({",", "and", "&", "-", "–", "—", "the", "of", "/", "governments", "leaders"})
OPENING_OF_LETTER = 300  # tokens in which its writer says "I", as the forms behind a treaty do later
_TREATY = (Party("Parties", "group"),)


@dataclass(frozen=True)
class Authorship:
    """The parties whose text a document is (none for news), those who took part in what it tells, the
    person whose speech or statement it is, and who published what a party says."""

    authors: tuple[Party, ...]
    participants: tuple[Party, ...]
    voice: Party | None
    publishers: tuple[Party, ...] = ()


class AuthorFinder:
    """Finds the authors of documents by one reference and name finder."""

    def __init__(self, nlp: Language, reference: Reference, name_finder: NameFinder) -> None:
        self._nlp = nlp
        self._reference = reference
        self._name_finder = name_finder
        self._published_by = lru_cache(maxsize=PUBLISHERS)(self._parties_in)  # many texts have the same
        self._title_words = title_words(reference)
        self._voices = VoiceFinder(nlp, reference, name_finder)

    def find(self, document: Document, doc: Doc, names: Names, quotations: Quotations) -> Authorship:
        """The authorship of ``document``, whose text ``doc`` parses."""
        if document.genre == "treaty":
            bound = self._bound_by_treaty(document, doc, names, quotations)
            return Authorship(bound, bound, None)
        if not text_speaks(document.genre):
            authors = self_named(doc, names, quotations) if document.genre is None else ()
            return Authorship(authors, authors, None)
        publisher = self._published_by(document.publisher or "")
        titled = self._known_in(document.title or "", document.published_on)
        titled = [named for named in titled if not self._is_venue(named, document.title or "")]
        first_person = says_i(doc, quotations)
        authors = self._authors(document, titled, names, publisher, first_person)
        authors = authors or self._behind_speaker(document, titled, first_person)
        authors = authors or self_named(doc, names, quotations)
        if document.genre == "communique":
            authors = self._introduced(doc, names, quotations, document.published_on, authors)
            authors = resolving(document, doc, names) or authors
        participants = self._participants(document, titled, names, authors)
        alone = len(authors) < 2 or self._is_by_one_side(document, titled)
        voice = self._voices.find(document, authors, first_person) if alone else None
        return Authorship(authors, participants, voice, publisher)

    # ------------------------------------------------------------------ authors

    def _authors(
        self,
        document: Document,
        titled: list[Named],
        names: Names,
        publisher: tuple[Party, ...],
        first_person: bool,
    ) -> tuple[Party, ...]:
        """Whose a text is: of one party where it says "I" and is no joint text, whoever its title names."""
        title = document.title or ""
        joint = self._joint(titled, title, document.published_on)
        by_all = not first_person and are_among(publisher, joint)
        if len(joint) > 1 and (document.genre == "communique" or by_all):
            return joint
        first = self._before_topic(titled, title)
        if document.genre == "communique" or (first and _OWN_TEXT.search(title) and first[0].start == 0):
            sides = self._sides(first, document.published_on)
            of_body = len(sides) == 1 and sides[0].kind == "organisation"
            if sides and (sides != publisher or of_body or document.genre != "communique"):
                return sides
        if document.genre != "communique":
            return publisher
        every = self._sides(titled, document.published_on)
        topics = tuple(party for party in every if party not in publisher)
        opening = tuple(
            side for side in self._sides(opening_names(names), document.published_on) if side not in topics
        )
        if len(opening) > 1:
            return publisher if len(publisher) > 1 and are_among(publisher, opening) else opening
        return every if are_among(publisher, every) else (*publisher, *topics) if not every else publisher

    def _behind_speaker(
        self, document: Document, titled: list[Named], first_person: bool
    ) -> tuple[Party, ...]:
        """Whom somebody speaks for whose speech or statement a text is by its title.

        The state or body of an office that is known, else the only one that the title names before its
        topic: "Remarks by Finance Minister Ada Berg of Norway".
        """
        title, day = document.title or "", document.published_on
        voice = self._voices.find(document, (), first_person)
        side = self.side_of_person(voice.name, day) if voice is not None else None
        if side is not None:
            return (side,)
        sides = self._sides(self._before_topic(titled, title), day)
        return sides if len(sides) == 1 and STATEMENT_BY.search(title) else ()

    def _introduced(
        self,
        doc: Doc,
        names: Names,
        quotations: Quotations,
        day: dt.date | None,
        authors: tuple[Party, ...],
    ) -> tuple[Party, ...]:
        """Whom a joint text says that "we" is: "We, the ministers of Peru and Chad, agree"; else ``authors``.

        A list that is shorter than what is known otherwise has lost a name, unless only the text goes on.
        """
        for of in (of for token in doc for of in introductions(token)):
            if quotations.at(of.idx) is not None:
                continue
            run = next(self._side_by_side(names.after(of.i), doc), [])
            sides = self._sides(run, day) if run and run[0].start <= of.i + ARTICLE else ()
            one_body = len(sides) == 1 and sides[0].kind == "organisation"
            longer = len(sides) >= len(authors) or (sides == authors[: len(sides)] and ends_list(doc, run))
            if one_body or (len(sides) > 1 and longer):
                return sides
        return authors

    def _joint(self, titled: list[Named], title: str, day: dt.date | None) -> tuple[Party, ...]:
        """The parties that a title names side by side: "U.S.-Japan Framework", "Japan, Korea and Peru"."""
        for run in self._side_by_side(titled, self._tokens_of(title)):
            sides = self._sides(run, day)
            if len(sides) > 1:
                return sides
        return ()

    def _side_by_side(self, found: Iterable[Named], doc: Doc) -> Iterator[list[Named]]:
        """Runs of names of ``doc`` with only "and", commas, dashes and titles of office between them."""
        beside = _BESIDE | self._title_words
        run: list[Named] = []
        for named in found:
            between = syntax.outside_brackets(doc[run[-1].end : named.start]) if run else ()
            if not all(token.lower_ in beside for token in between):
                yield run
                run = []
            run.append(named)
        if run:
            yield run

    def _is_venue(self, named: Named, title: str) -> bool:
        """Whether a title tells by a seat of power where a meeting was held: "the Lima Round Table"."""
        behind = self._tokens_of(title)[named.end :]
        return named.via == "seat" and _HELD_THERE.match(behind.text) is not None

    def _before_topic(self, titled: list[Named], title: str) -> list[Named]:
        """The names of a title that stand before what it is about."""
        topic = ABOUT.search(title)
        end = len(self._tokens_of(title[: topic.start()])) if topic else None
        return [named for named in titled if end is None or named.end <= end]

    def _sides(self, found: Iterable[Named], day: dt.date | None) -> tuple[Party, ...]:
        """The states and bodies that names stand for: a person's, a national body's state."""
        sides: dict[str, Party] = {}
        for named in found:
            for side in self._side(named, day):
                sides.setdefault(side.name, side)
        return tuple(sides.values())

    def _side(self, named: Named, day: dt.date | None) -> tuple[Party, ...]:
        if named.kind == "place" or named.kind == "group":
            return ()
        if named.kind == "person":
            side = self.side_of_person(named.name, day)
            return (side,) if side is not None else ()
        state = self._reference.states.get(named.iso3 or "")
        body = self._reference.organisations.get(named.name)
        if state is not None and (body is None or body.kind not in OWN_SIDE):
            return (Party(state.name, "state", state.iso3),)
        return self._few_members(named.name) or (party_of(named),)

    def _few_members(self, body: str) -> tuple[Party, ...]:
        """The members of a body of very few ("AUKUS"), empty for any other."""
        members = self._reference.members(body)
        states = [self._reference.states[code] for code in members if len(members) <= FEW_MEMBERS]
        return tuple(Party(state.name, "state", state.iso3) for state in states)

    def side_of_person(self, name: str, day: dt.date | None) -> Party | None:
        """Whom a person of the reference speaks for: the state, or the body whose office is held."""
        person = self._reference.people.get(name)
        if person is None:
            return None
        offices = [row for row in person.offices if row.held_on(day)] or list(person.offices)
        latest = max(offices, key=lambda row: row.start or dt.date.min)
        if latest.organisation is not None and latest.iso3 is None:
            return Party(latest.organisation, "organisation")
        state = self._reference.states.get(latest.iso3 or "")
        return Party(state.name, "state", state.iso3) if state is not None else None

    def _bound_by_treaty(
        self, document: Document, doc: Doc, names: Names, quotations: Quotations
    ) -> tuple[Party, ...]:
        """Whom a treaty binds: who writes it where it is a letter, the few to whom it gives names of their
        own, or whom its title or opening joins, else "the Parties", whoever they are."""
        if says_i(doc, quotations, OPENING_OF_LETTER):
            return self_named(doc, names, quotations) or _TREATY
        introduced = tuple(dict.fromkeys(introduced_roles(doc, names).values()))
        if 1 < len(introduced) <= MOST_SIGNATORIES:
            return introduced
        title = document.title or ""
        titled = self._known_in(title, document.published_on)
        joint = self._joint(titled, title, document.published_on) or states_of_codes(self._reference, title)
        return joint or self._joined_in_opening(doc, names, document.published_on) or _TREATY

    def _joined_in_opening(self, doc: Doc, names: Names, day: dt.date | None) -> tuple[Party, ...]:
        """The few parties whom a treaty joins first: "We, Fiji, Peru and Chad", "between Fiji and Peru"."""
        for run in self._side_by_side(
            [named for named in opening_names(names) if named.kind != "place"], doc
        ):
            sides = self._sides(run, day)
            if 1 < len(sides) <= MOST_SIGNATORIES:
                return sides
        return ()

    # ------------------------------------------------------------------ participants

    def _participants(
        self, document: Document, titled: list[Named], names: Names, authors: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """Whom "the leaders" or "both sides" means: a readout's title or opening names the other side.

        A body's own text means by "the ministers" those of the body, wherever and under whomever they met.
        """
        title = document.title or ""
        encounter = _ENCOUNTER.search(title)
        if len(authors) > 1 or (document.genre != "readout" and encounter is None):
            return authors
        if encounter is not None:
            topic = ABOUT.search(title, encounter.end())
            end = len(self._tokens_of(title[: topic.start()])) if topic else len(title)
            titled = [named for named in titled if named.end <= end]
        own = {author.iso3 for author in authors if author.iso3}
        if document.genre == "communique":
            own |= {code for author in authors for code in self._reference.members(author.name)}
        for found in (titled, opening_names(names)):
            people = [party for party in parties_among(found, {"person"}) if party.iso3 not in own]
            others = people or self._members([name for name in found if name.iso3 not in own], authors)
            if others:
                return (*authors, *others)
        return authors

    def _members(self, found: list[Named], authors: tuple[Party, ...]) -> list[Party]:
        """The other states and bodies named, a small body as its members."""
        others: dict[str, Party] = {}
        for party in parties_among(found, {"state", "organisation"}):
            members = self._few_members(party.name)
            if members:
                others.update({state.name: state for state in members})
            elif party.iso3 is None or party.kind == "state":
                others[party.name] = party
        names = {author.name for author in authors}
        return [party for name, party in others.items() if name not in names]

    def _is_by_one_side(self, document: Document, titled: list[Named]) -> bool:
        """Whether a title gives a statement to one side, whoever else it is about."""
        title = document.title or ""
        if document.genre == "communique" or STATEMENT_BY.search(title) is None:
            return False
        return len(self._sides(self._before_topic(titled, title), document.published_on)) < 2

    # ------------------------------------------------------------------ names of metadata

    def _parties_in(self, text: str) -> tuple[Party, ...]:
        """The states and organisations that a publisher names; unknown ones where it names none.

        A central bank that no list knows is itself, and not its state: "Central Bank of Kenya". A state
        behind a body and a comma is where that is: "Social Democratic Party, Finland".
        """
        known = parties_among(self._known_in(text, None), {"state", "organisation"})
        at_home = [party.kind for party in known] == ["organisation", "state"] and _COMMA_STATE.search(text)
        if at_home or are_state_and_organ(known):
            known = known[:1]
        bank = _CENTRAL_BANK.match(text)
        if bank is not None and len(known) == 1 and known[0].kind == "state":
            return (Party(bank["name"], "organisation"),)
        if known or not text:
            return known
        found = self._name_finder.find(Doc(self._nlp(text)), None).found
        return parties_among(found, {"place", "organisation"})

    def _known_in(self, text: str, day: dt.date | None) -> list[Named]:
        """The names of the reference in a title, whose capitals mislead the recogniser."""
        return self._name_finder.find(self._tokens_of(text), day).found

    def _tokens_of(self, text: str) -> Doc:
        return title_tokens(self._nlp, self._reference, text)
