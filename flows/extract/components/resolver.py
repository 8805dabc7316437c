"""Parties: whom a noun or pronoun of a document stands for, under canonical names.

Here the rooms that hold the rules are asked in order; the first that finds somebody answers.

The lexicon is ``lexicons/parties.toml``. Names are taken as ``components/name_finder.py`` found them;
institutions stand for their state or organisation ("the Dutch government"), offices for their holder,
descriptions ("the alliance") and pronouns for a party named before; "we" is the speaker's side, or the side
whose text it is. A collective without a proper name keeps its words ("Western allies").
"""

from __future__ import annotations

import datetime as dt

from flows.extract import syntax
from flows.extract.components.attribution import Attribution, Attributor
from flows.extract.components.bodies_of_owner import body_by_last_word, body_of_members, legislature_of
from flows.extract.components.body import behind_body
from flows.extract.components.counted_parties import counted
from flows.extract.components.counterpart import counterpart
from flows.extract.components.home import Home
from flows.extract.components.institution import behind_name, is_common, is_portfolio, of_other_state
from flows.extract.components.joined import listed
from flows.extract.components.named import Named
from flows.extract.components.named_beside import named_beside
from flows.extract.components.named_together import coordinated_before
from flows.extract.components.names import Names
from flows.extract.components.own_body import own_body
from flows.extract.components.owned import owned, with_owner
from flows.extract.components.pair import states_together
from flows.extract.components.partitive import partitive
from flows.extract.components.party import Party, without_things
from flows.extract.components.party_lexicon import means_speaker
from flows.extract.components.people_of_region import people_of_region
from flows.extract.components.place_beside import city_before
from flows.extract.components.pronoun import Pronouns
from flows.extract.components.receiver import receiver
from flows.extract.components.scene import Scene
from flows.extract.components.side import DEEPEST, Sides
from flows.extract.components.text_makers import behind_text, is_scheme
from flows.extract.components.told_before import described_before
from flows.extract.components.treaty_party import introduced_roles, party_of_joint_text, treaty_party
from flows.extract.components.whole_phrase import of_phrase
from flows.extract.parse import Doc, Token
from flows.extract.reference import Reference

BETWEEN = ("between", "among", "by")  # whose a deal is


class PartyResolver:
    """Resolves the tokens of one parsed document to parties."""

    def __init__(
        self,
        doc: Doc,
        names: Names,
        attributor: Attributor,
        reference: Reference,
        published_on: dt.date | None,
        authors: tuple[Party, ...],
        participants: tuple[Party, ...],
        title: str,
        is_treaty: bool,
        voice: Party | None,
        publishers: tuple[Party, ...],
    ) -> None:
        self._scene = Scene(
            doc, names, reference, published_on, authors, participants, is_treaty, voice, publishers
        )
        self._sides = Sides(self._scene, attributor, self._of_one, title)
        self._pronouns = Pronouns(self._scene, self._sides, self._of_one)
        self._home = Home(self._scene)
        self._roles = introduced_roles(doc, names) if is_treaty else {}
        self._known: dict[int, tuple[Party, ...]] = {}

    def speakers(self, attribution: Attribution) -> tuple[Party, ...]:
        """The parties whom an attribution cites; empty where it cites nobody."""
        return self._sides.speakers(attribution)

    def bound_by(self, attribution: Attribution) -> tuple[Party, ...]:
        """Whom the words of an attribution bind: who is cited, or the body for which they only speak."""
        return self._sides.bound(attribution, self._home)

    @property
    def authors(self) -> tuple[Party, ...]:
        """The parties whose text the document is; empty for a news report."""
        return self._scene.authors

    @property
    def participants(self) -> tuple[Party, ...]:
        """Those who took part in what the document tells, its authors first."""
        return self._scene.participants

    def legislatures_of(self, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """The legislatures of the states among some parties, which vote the money that these request."""
        found = (legislature_of(self._scene, party) for party in parties if party.kind == "state")
        return tuple(body for body in found if body is not None)

    def of(self, token: Token | None) -> tuple[Party, ...]:
        """The parties that the phrase headed by ``token`` stands for, coordination included."""
        return of_phrase(self._scene, self._of_one, token) if token is not None else ()

    def counterpart(self, asking: Token) -> Token | None:
        """The word for whom a verb or noun of asking means where it names nobody."""
        return counterpart(asking, self._of_one, self._scene.names)

    def reported_on(self, token: Token) -> tuple[Party, ...]:
        """The state that a report is about up to the sentence of a word, if that is clear."""
        return self._home.reported_on(token)

    def of_one(self, token: Token) -> tuple[Party, ...]:
        """The parties that one word and its modifiers stand for, without what is coordinated with it."""
        return self._of_one(token, 0)

    def sides_of(self, deal: Token) -> tuple[Party, ...]:
        """The parties between whom a deal is, by its phrase: "a pact between Fiji and Peru"."""
        return without_things(self.of(syntax.noun_after(deal, BETWEEN)))

    def sides_before(self, token: Token) -> tuple[Party, ...]:
        """The two parties that stood side by side last, shortly before a word: "Fiji and Peru met"."""
        return coordinated_before(self._scene, token)

    def in_words(self, token: Token) -> tuple[Party, ...]:
        """The phrase of a noun as a party of its own, by the name of whose they are: "Peru's citizens"."""
        return with_owner(self._scene, self._of_one, token, 0)

    def receiver(self, token: Token, givers: tuple[str, ...]) -> tuple[Party, ...]:
        """Whom a word stands for as the one to whom ``givers`` give or do something.

        As ``of_one``, but "the country" and "the city" are never who gives, nor a described people its state.
        """
        return receiver(self._scene, self._pronouns, self._of_one, token, givers)

    def served_by(self, promisors: tuple[Party, ...]) -> frozenset[str]:
        """The names of the states and bodies that persons among the promisors speak for."""
        persons = (party for party in promisors if party.kind == "person")
        served = (self._scene.served_by(person) for person in persons)
        return frozenset(party.name for party in served if party is not None)

    def _of_one(self, token: Token, depth: int) -> tuple[Party, ...]:
        if token.i in self._known:
            return self._known[token.i]
        if depth > DEEPEST:
            return ()
        part = partitive(self._of_one, token, depth)
        if part:
            found = named_beside(self._scene, self._of_one, token, depth) or part
        elif (token.pos_ == "PRON" and token.text != "US") or means_speaker(token):
            found = self._pronouns.of(token, depth)
        else:
            found = self._noun(token, depth)
        self._known[token.i] = found
        return found

    def _noun(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Whom a noun stands for, with or without a name."""
        scene = self._scene
        together = states_together(scene, token) or people_of_region(scene, token)
        if together:
            return together
        bound = treaty_party(scene, self._roles, token) if scene.is_treaty else None
        if bound is not None:
            return bound
        side = party_of_joint_text(scene, token)
        if side is not None:
            return (side,)
        body = own_body(scene, token) or body_of_members(scene, token) or body_by_last_word(scene, token)
        if body is not None:
            return (body,)
        named = scene.names.at(token)
        if named is not None and not is_common(scene, named):
            return self._named(token, named, depth) if not is_portfolio(scene, named) else ()
        return (
            named_beside(scene, self._of_one, token, depth)
            or counted(scene, self._of_one, token, depth)
            or behind_body(scene, self._of_one, self._home, token, depth)
            or self._in_other_words(token, depth)
        )

    def _named(self, token: Token, named: Named, depth: int) -> tuple[Party, ...]:
        """Whom a name stands for: what it names, with a list before it, or who acts through that."""
        city = city_before(self._scene, token, named)
        if city is not None:
            return (city,)
        home = self._home.of(token)
        return (
            of_other_state(self._scene, self._of_one, token, named, depth)
            or ((home,) if home is not None else ())
            or behind_name(self._scene, named)
            or listed(self._scene, named)
        )

    def _in_other_words(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Whoever is behind a text; a body by the words that described it before, else the phrase itself."""
        if is_scheme(token):
            return behind_text(self._scene, self._of_one, self._pronouns, self._home, token, depth)
        before = described_before(self._scene, self._of_one, token, depth)
        return before or owned(self._scene, self._of_one, token, depth)
