"""Parties: whom a noun or pronoun of a document stands for, under canonical names.

The lexicon is ``lexicons/parties.toml``. Names are taken as ``components/names.py`` found them; institutions
stand for their state or organisation ("the Dutch government"), offices for their holder, descriptions
("the alliance") and pronouns for a party named before; "we" is the speaker's side, or the side whose text it
is. A collective without a proper name keeps its words ("Western allies").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.attribution import Attribution, Attributor, attribution_lexicon
from flows.extract.components.beneficiary_lexicon import beneficiary_lexicon
from flows.extract.components.compound import is_part_of_word
from flows.extract.components.counterpart import counterpart
from flows.extract.components.description import (
    described_party,
    is_class_of_parties,
    is_kind_of_body,
    of_whom,
    phrase,
    tells_which,
)
from flows.extract.components.home import Home
from flows.extract.components.institution import (
    acts_through,
    behind_name,
    body_by_last_word,
    body_of_members,
    city_before,
    is_business,
    is_common,
    is_of_region,
    is_own_body,
    is_set_apart,
    legislature_of,
    may_be_business,
    of_other_state,
    owners_of,
    place_behind,
)
from flows.extract.components.joined import (
    beside_appositive,
    called,
    group_named_before,
    in_list,
    included,
    listed,
    named_before_dash,
    named_by_apposition,
    one_of,
    place_named_before,
    taken_for_modifier,
)
from flows.extract.components.named import Named
from flows.extract.components.names import Names
from flows.extract.components.office import (
    are_office_holders,
    is_of_person,
    name_after_title,
    named_before_verb,
    named_behind_place,
    office_holder,
    one_holds,
)
from flows.extract.components.pair import (
    coordinated_before,
    each_of_list,
    how_many,
    is_all_leaders,
    is_all_participants,
    is_bare,
    is_bare_plural,
    is_pair,
    list_before,
    states_beside,
    states_together,
    two_before,
    two_described_before,
    two_who_deal,
)
from flows.extract.components.party import Party, party_of
from flows.extract.components.party_lexicon import Description, means_speaker, party_lexicon
from flows.extract.components.pronoun import Pronouns
from flows.extract.components.scene import Scene
from flows.extract.components.side import DEEPEST, Sides
from flows.extract.components.subject import subjects_before
from flows.extract.parse import Doc, Token
from flows.extract.reference import Reference
from models.vocabulary import EntityKind

ACTING_KINDS: tuple[EntityKind, ...] = ("organisation", "state", "person", "group")
BETWEEN = ("between", "among", "by")  # whose a deal is
BODY_REACH = 200  # tokens back in which a body is described that "the commission" stands for
NAMING = ("amod", "compound", "nmod", "poss")  # what tells by name of whom a noun is
POSSESSIVES = frozenset({"PRP$", "WP$"})
PLACE_REACH = 60  # tokens back in which a place is named that "the city" stands for
TREATY_PARTIES = frozenset({"party", "parties"})


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
    ) -> None:
        self._scene = Scene(doc, names, reference, published_on, authors, participants, is_treaty, voice)
        self._sides = Sides(self._scene, attributor, self._of_one, title)
        self._pronouns = Pronouns(self._scene, self._sides, self._of_one)
        self._home = Home(self._scene)
        self._known: dict[int, tuple[Party, ...]] = {}

    def speakers(self, attribution: Attribution) -> tuple[Party, ...]:
        """The parties whom an attribution cites; empty where it cites nobody."""
        return self._sides.speakers(attribution)

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
        if token is None:
            return ()
        found: dict[str, Party] = {}
        for head in (*in_list(token, self._scene.names), *beside_appositive(token, self._scene.names)):
            if head.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X"} or self._scene.names.at(head):
                for party in (*self._of_one(head, 0), *map(party_of, included(head, self._scene.names))):
                    found.setdefault(party.name, party)
        return tuple(found.values())

    def counterpart(self, asking: Token) -> Token | None:
        """The word for whom a verb or noun of asking means where it names nobody."""
        return counterpart(asking, self._of_one, self._scene.names)

    def of_one(self, token: Token) -> tuple[Party, ...]:
        """The parties that one word and its modifiers stand for, without what is coordinated with it."""
        return self._of_one(token, 0)

    def sides_of(self, deal: Token) -> tuple[Party, ...]:
        """The parties between whom a deal is, by its phrase: "a pact between Fiji and Peru"."""
        found = self.of(syntax.noun_after(deal, BETWEEN))
        return tuple(party for party in found if party.kind != "other")

    def sides_before(self, token: Token) -> tuple[Party, ...]:
        """The two parties that stood side by side last, shortly before a word: "Fiji and Peru met"."""
        return coordinated_before(self._scene, token)

    def in_words(self, token: Token) -> tuple[Party, ...]:
        """The phrase of a noun as a party of its own, by the name of whose they are: "Peru's citizens"."""
        return self._with_owner(token, 0)

    def receiver(self, token: Token, givers: tuple[str, ...]) -> tuple[Party, ...]:
        """Whom a word stands for as the one to whom ``givers`` give or do something.

        As ``of_one``, but "the country" and "the city" are never who gives: "Norway will send the country
        40 trucks" helps the state named before. Nor is its people: "Norway will pay all Norwegians" helps
        them, under these words. A people that is described is not its state: "Peruvians in need".
        """
        found = self._people(token, givers) or self._who_gains(token)
        determiner = syntax.child(token, "det")
        if determiner is None or determiner.lower_ != "the" or self._scene.names.at(token) is not None:
            return found
        if self._scene.is_treaty or any(
            party.kind != "other" and party.name not in givers for party in found
        ):
            return found
        return self._place_before(token, givers) or found

    def _who_gains(self, token: Token) -> tuple[Party, ...]:
        """Whom a word stands for; "them" for no things."""
        plural = token.lower_ in party_lexicon().pronouns.plural
        return self._pronouns.several_who_gain(token) if plural else self.of_one(token)

    def _people(self, token: Token, givers: tuple[str, ...]) -> tuple[Party, ...]:
        """A people that is described, or that of a state that gives or whose office holder does."""
        named = self._scene.names.at(token)
        if named is None or token.tag_ not in {"NNS", "NNPS"} or named.via != "demonym":
            return ()
        gives = named.name in givers or named.iso3 in self._states_of(givers)
        gives = gives or phrase(token, whole=False) in givers  # "Peruvians" whom their state asks
        set_apart = gives or syntax.child(token, "nummod") is not None  # "300 Peruvians"
        words = _words_of_described(token) or (phrase(token, whole=False) if set_apart else "")
        return (Party(words, "group"),) if words else ()

    def _place_before(self, token: Token, givers: tuple[str, ...]) -> tuple[Party, ...]:
        lemma = syntax.noun_lemma(token)
        kinds = next((word.kinds for word in party_lexicon().receiving_place if lemma in word.lemmas), None)
        if kinds is None or token.tag_ in {"NNS", "NNPS"}:
            return ()
        for named in self._scene.names.before(token.left_edge.i, "state", "place"):
            if named.end <= token.i - PLACE_REACH:
                break
            city = named.via == "seat"
            party = Party(self._scene.doc[named.start : named.end].text, "place") if city else party_of(named)
            if party.kind in kinds and named.name not in givers and named.iso3 not in self._states_of(givers):
                return (party,)
        return ()

    def served_by(self, promisors: tuple[Party, ...]) -> frozenset[str]:
        """The names of the states and bodies that persons among the promisors speak for."""
        persons = (party for party in promisors if party.kind == "person")
        served = (self._scene.served_by(person) for person in persons)
        return frozenset(party.name for party in served if party is not None)

    def _states_of(self, givers: tuple[str, ...]) -> set[str]:
        """The codes of the states of those of ``givers`` who are known people."""
        people = (self._scene.reference.people.get(name) for name in givers)
        return {person.iso3 for person in people if person is not None and person.iso3 is not None}

    def _of_one(self, token: Token, depth: int) -> tuple[Party, ...]:
        if token.i in self._known:
            return self._known[token.i]
        if depth > DEEPEST:
            return ()
        if (token.pos_ == "PRON" and token.text != "US") or means_speaker(token):
            found = self._pronouns.of(token, depth)
        else:
            found = self._noun(token, depth)
        self._known[token.i] = found
        return found

    def _noun(self, token: Token, depth: int) -> tuple[Party, ...]:
        together = states_together(self._scene, token)
        if together:
            return together
        named = self._scene.names.at(token)
        if self._scene.is_treaty and syntax.noun_lemma(token) in TREATY_PARTIES:
            return described_party(token) if is_class_of_parties(token) else self._scene.authors
        body = body_of_members(self._scene, token) or body_by_last_word(self._scene, token)
        if body is not None:
            return (body,)
        if named is not None and not is_common(self._scene, named):
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
        return (
            self._named_beside(token, depth)
            or self._counted(token, depth)
            or self._of_body(token, depth)
            or (self._of_text(token, depth) if self._is_scheme(token) else self._of_words(token, depth))
        )

    def _of_words(self, token: Token, depth: int) -> tuple[Party, ...]:
        """A body under the words that it was described with before, else the phrase itself."""
        return self._described_before(token, depth) or self._owned(token, depth)

    def _named_beside(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Whom the words beside a noun name: "the chancellor, Ada Berg", "envoy to NATO Ada Berg"."""
        several = self._appositives(token)
        if several:
            return several
        beside = (
            self._appositive(token)
            or named_by_apposition(token, self._scene.names)
            or called(token, self._scene.names)
            or place_named_before(token, self._scene.names)
            or named_behind_place(self._scene, token)
            or named_before_verb(self._scene, token)
            or name_after_title(self._scene, token)
            or group_named_before(token, self._scene.names)
            or named_before_dash(token, self._scene.names)
        )
        if beside is not None:
            return (party_of(beside),)
        first = taken_for_modifier(token)
        return self._two_in_one(*first, token, depth) if first is not None else ()

    def _counted(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Those before whom a plural stands for: "both sides", "the foreign ministers", "the leaders"."""
        participants = self._scene.participants
        if len(participants) > 1 and is_all_leaders(token):
            return participants
        listed_states = each_of_list(self._scene, token)
        if listed_states:
            return listed_states
        if is_pair(token):
            states = states_beside(self._scene, token)
            if states:
                return states
            if len(participants) == how_many(token):
                return participants
            pair = two_before(self._scene, self._of_one, token, depth)
            if pair:
                return pair
            two = two_described_before(self._words_before(token), token)
            if two is not None:
                return self._of_one(two, depth + 1)
        if are_office_holders(token):
            holders = coordinated_before(self._scene, token)
            if holders and all(party.kind == "person" for party in holders):
                return holders
        if len(participants) > 2 and how_many(token) == len(participants):
            return participants
        if how_many(token) > 2:
            return list_before(self._scene, token, how_many(token))
        if len(participants) > 1 and is_all_participants(token):
            return participants
        return two_who_deal(self._scene, self._of_one, token) if not self._scene.is_treaty else ()

    def _of_body(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Who acts through an office, an institution or a description of a place or body."""
        place = place_behind(self._scene, token)
        if place is not None:
            return (place,)
        lemma = syntax.noun_lemma(token)
        owners = self._organs_home(token, owners_of(self._scene, self._of_one, token, depth))
        opening = self._home.opening(token) if not owners else None
        owners = (opening,) if opening is not None else owners
        if lemma in one_holds() and token.tag_ not in {"NNS", "NNPS"}:
            holder = office_holder(self._scene, token, owners)
            if holder is not None:
                return (holder,)
        if token.tag_ in {"NNS", "NNPS"} and lemma in party_lexicon().fighters.lemmas:
            bodies = tuple(party for party in owners if party.kind == "organisation")
            if bodies or any(party.kind == "person" for party in owners):
                return bodies  # a person's fighters are no state's
        of_region = is_of_region(token)
        if lemma in party_lexicon().institutions.lemmas and not is_set_apart(self._scene, token):
            acting = acts_through(self._scene, token, owners)
            if acting and not of_region:
                return acting
        if of_region and lemma in party_lexicon().governing.lemmas:
            return ()
        if self._scene.authors and is_own_body(token):
            return self._scene.authors
        fuller = self._fuller_before(token, depth)
        if fuller:
            return fuller
        introduced = self._introduced(token, depth)
        if introduced:
            return introduced
        home = self._home.of(token) if not owners else None
        if home is not None:
            dated = self._scene.published_on is not None  # else no holder of the office is known
            holds = dated and lemma in party_lexicon().offices.lemmas and token.tag_ not in {"NNS", "NNPS"}
            return ((office_holder(self._scene, token, (home,)) if holds else None) or home,)
        described = self._described(token)
        return (described,) if described is not None else ()

    def _organs_home(self, token: Token, owners: tuple[Party, ...]) -> tuple[Party, ...]:
        """``owners``, or the state whose organ that is where it is bare: "Foreign Ministry officials"."""
        organs = (word for word in syntax.children(token, "compound", "poss") if self._scene.names.at(word))
        organ = next((word for word in organs if self._home.of(word) is not None), None)
        other = syntax.child(token, "poss") not in {None, organ}  # "his party's Cabinet ministers"
        home = self._home.of(organ) if organ is not None and not other and len(owners) == 1 else None
        return (home,) if home is not None else owners

    def _introduced(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Whom "a" introduced last for whom "the company" or "the general" stands: "a Finnish brewer".

        Bodies, and people whose office no state is known by.
        """
        lemma = syntax.noun_lemma(token)
        bodies = party_lexicon().introduced.lemmas | (one_holds() - party_lexicon().organs.lemmas)
        if lemma not in bodies or not (is_bare(token) or _is_of_spokesman(token)):
            return ()
        same = {lemma} | (party_lexicon().businesses.lemmas if is_business(lemma) else set())
        for before in self._words_before(token):
            determiner = syntax.child(before, "det")
            new = determiner is not None and determiner.lower_ in {"a", "an"} and before.tag_ == "NN"
            if new and before.lemma_.lower() in same & bodies:
                told_of = self._told_of(before)
                return self._of_one(told_of, depth + 1) if told_of is not None else ()
        return ()

    def _told_of(self, body: Token) -> Token | None:
        """The name of which a description tells ("Karhula, a brewer", "Karhula is a brewer"), else itself."""
        if body.dep_ == "appos":
            return body.head
        if body.dep_ == "attr":
            return syntax.subject_of(body.head)
        return body

    def _owned(self, token: Token, depth: int) -> tuple[Party, ...]:
        """The phrase itself, with the name of whoever "its" or "his" is: "its ships" are "Peru's ships".

        Those of whom a body consists act for it; those whom a person has ("his followers") for themselves.
        """
        owners = self._owners_by_pronoun(token, depth)
        of_them = syntax.noun_lemma(token) in party_lexicon().belonging.lemmas
        of_one = token.tag_ in {"NNS", "NNPS"} and any(party.kind == "person" for party in owners)
        if of_them and token.dep_ != "conj" and not of_one:  # no members of "the council and its members"
            return owners or described_party(token)
        return self._with_owner(token, depth)

    def _with_owner(self, token: Token, depth: int) -> tuple[Party, ...]:
        described, owners = described_party(token), self._owners_by_pronoun(token, depth)
        if not owners or not described or not _may_have(owners[0], token):
            return described
        name = re.sub(r"^\w+", of_whom(owners[0].name), described[0].name, count=1)
        return (replace(described[0], name=name),)

    def _owners_by_pronoun(self, token: Token, depth: int) -> tuple[Party, ...]:
        """The one party whose a noun is by "its", "his" or "whose"; nobody for several."""
        pronoun = next((word for word in syntax.children(token, "poss") if word.tag_ in POSSESSIVES), None)
        several = party_lexicon().pronouns.plural | party_lexicon().pronouns.hearer
        if pronoun is None or means_speaker(pronoun) or pronoun.lower_ in several:
            return ()
        owners = self._of_whom(pronoun, depth)
        return owners if len(owners) == 1 else ()

    def _of_whom(self, pronoun: Token, depth: int) -> tuple[Party, ...]:
        """Whose "its" or "his" makes something; of who speaks for a body, that body's."""
        beside = syntax.conjunction_head(pronoun.head)
        if pronoun.tag_ == "WP$":
            found = self._of_one(pronoun.head.head.head, depth + 1)
        elif beside.i < pronoun.i and beside.i != pronoun.head.i:  # "Peru and its envoys"
            found = self._of_one(beside, depth + 1)
        else:
            found = self._side_of_whom(pronoun, depth) or self._of_one(pronoun, depth + 1)
        return tuple(party for party in found if party.kind != "other")

    def _side_of_whom(self, pronoun: Token, depth: int) -> tuple[Party, ...]:
        """The body for which the one speaks who is "he": "a spokesman for the Front said his men …"."""
        subject = next(iter(subjects_before(pronoun)), None)
        if subject is not None and pronoun.lower_ in party_lexicon().pronouns.person:
            speaks_for = owners_of(self._scene, self._of_one, subject, depth + 1)
            if all(party.kind in {"organisation", "group"} for party in speaks_for):
                return speaks_for
        return ()

    def _described_before(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Whom a body stands for that was described with more words before: "the commission" of "Peru's labor
        commission"."""
        lemma = syntax.noun_lemma(token)
        bodies = actor_nouns().bodies.lemmas & party_lexicon().institutions.lemmas
        if token.tag_ != "NN" or lemma not in bodies or not is_bare(token):
            return ()
        for before in self._words_before(token):
            if (
                before.tag_ == "NN"
                and before.lemma_.lower() == lemma
                and syntax.children(before, "poss", "amod")
            ):
                return tuple(party for party in self._of_one(before, depth + 1) if party.kind != "other")
        return ()

    def _fuller_before(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Whom a bare plural stands for that more words told of before: "the leaders" of "NATO leaders"."""
        if not is_bare_plural(token) or syntax.noun_lemma(token) not in party_lexicon().institutions.lemmas:
            return ()
        for before in self._words_before(token):
            same = before.tag_ == "NNS" and before.lemma_.lower() == token.lemma_.lower()
            if same and any(map(self._scene.names.at, _naming(before))):
                return tuple(party for party in self._of_one(before, depth + 1) if party.kind != "other")
        return ()

    def _words_before(self, token: Token) -> Iterator[Token]:
        """The words before a phrase in which what it stands for may be described, the nearest first."""
        return reversed(self._scene.doc.tokens[max(0, token.i - BODY_REACH) : token.left_edge.i])

    def _of_text(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Whoever is behind a text, plan or law; nobody where it tells of none."""
        owners = owners_of(self._scene, self._of_one, token, depth)
        schemes, lemma = party_lexicon().schemes, syntax.noun_lemma(token)
        return (
            tuple(party for party in owners if party.kind != "other")
            or self._makers(token, schemes.made_by)
            or self._scene.authors
            or (self._makers(token, schemes.made_with) if _is_document(token) else ())
            or (() if lemma in schemes.only_told else self._pronouns.earlier(token, depth, ACTING_KINDS))
        )

    def _two_in_one(self, first: Token, joined: Token, second: Token, depth: int) -> tuple[Party, ...]:
        """Two parties of which the parse makes one: "Mali's government and northern traders"."""
        acting = acts_through(self._scene, first, owners_of(self._scene, self._of_one, second, depth))
        words = " ".join(self._scene.doc[joined.i + 1 : second.i + 1].text.split())
        return (*(acting or described_party(first)), Party(words, "group"))

    def _makers(self, token: Token, prepositions: frozenset[str]) -> tuple[Party, ...]:
        """Whose a plan, accord or text is: "the truce between Chad and the rebels", "a letter by Peru"."""
        makes = (word for word in syntax.children(token, "prep") if word.lower_ in prepositions)
        found = (self.of(maker) for word in makes for maker in syntax.children(word, "pobj"))
        return tuple(party for parties in found for party in parties if party.kind != "other")

    def _is_scheme(self, token: Token) -> bool:
        """Whether a noun is of a text, plan or law, which binds whoever is behind it."""
        lemma = syntax.noun_lemma(token)
        if _is_document(token) or lemma in party_lexicon().schemes.lemmas:
            return True
        return token.pos_ == "PROPN" and lemma in party_lexicon().laws.lemmas

    def _appositive(self, token: Token) -> Named | None:
        """Who is named in apposition to a title, to what kind of body it is, or to one of several.

        "The chancellor, Ada Berg"; "a trade body, Karhula", whatever kind of name that is taken for.
        """
        any_kind = token.lower_ == "one" or is_kind_of_body(token)
        several = one_of(token)
        for child in (
            head for noun in filter(None, (token, several)) for head in syntax.children(noun, "appos")
        ):
            named = self._scene.names.at(child)
            if named is not None and (named.kind in {"person", "organisation"} or any_kind):
                return named
        return None

    def _appositives(self, token: Token) -> tuple[Party, ...]:
        """The several people named in apposition to a plural ("the envoys, Ada Berg and Ole Lund")."""
        first = syntax.child(token, "appos") if token.tag_ in {"NNS", "NNPS"} else None
        named = [self._scene.names.at(head) for head in syntax.conjuncts(first)] if first is not None else []
        people = [item for item in named if item is not None and item.kind == "person"]
        return tuple(map(party_of, people)) if len(people) == len(named) > 1 else ()

    def _described(self, token: Token) -> Party | None:
        """The last party that a definite description can stand for."""
        determiner = syntax.child(token, "det", "poss")
        definite = determiner is not None and determiner.lower_ in {"the", "this", "that", "his", "her"}
        capitalised = self._scene.names.at(token) is not None  # "a Council official"
        if not definite and not _is_of_spokesman(token) and not (capitalised and token.dep_ == "compound"):
            return None
        if _is_told_apart(token) or _are_counted(token) or self._are_named(token):
            return None
        place = syntax.noun_after(token, ("in",))
        in_place = place is not None and self._scene.names.at(place) is not None
        lemma = syntax.noun_lemma(token)
        plural = token.tag_ in {"NNS", "NNPS"}
        for description in party_lexicon().description:
            if plural and not description.plural:
                continue
            if lemma in description.lemmas and not (self._scene.is_treaty and description.by_name):
                if in_place and description.kinds == ("organisation",):
                    continue  # "the agency in Oslo" is none named before
                named = self._fitting_before(token, description)
                if named is not None:
                    return None if self._names_kind(token) else self._with_noun(named)
        return None

    def _are_named(self, token: Token) -> bool:
        """Whether a name tells which several are, who were not named before: "the Gulf states"."""
        several = token.tag_ in {"NNS", "NNPS"}
        return several and any(map(self._scene.names.at, syntax.children(token, *NAMING)))

    def _with_noun(self, named: Named) -> Party:
        """Whom a name names; of a creed or people that only modifies a noun, both: "Sunni rebels"."""
        last = self._scene.doc[named.end - 1]
        modifies = last.dep_ in {"amod", "compound"} and last.head.tag_ == "NNS"
        if named.kind == "group" and named.via == "recognised" and modifies:
            return described_party(last.head)[0]
        return party_of(named)

    def _fitting_before(self, token: Token, description: Description) -> Named | None:
        """The last name before a noun that a description fits, those that act before others."""
        lemma = syntax.noun_lemma(token)
        fitting = [
            named
            for named in self._scene.names.before(token.i, *description.kinds)
            if (not description.by_name or lemma in named.name.casefold())
            and (not description.names or named.name in description.names)
            and (not description.business or may_be_business(self._scene, named))
        ]
        start = token.sent.start
        if description.placed and self._scene.doc[start].lower_ == "in":  # "In Lima, the ministry said …"
            opening = next((named for named in fitting if named.start == start + 1), None)
            if opening is not None:
                return opening
        acting = next(filter(self._scene.acts, fitting), None)
        others = description.placed or description.by_name
        return acting or (fitting[0] if fitting and others else None)

    def _names_kind(self, token: Token) -> bool:
        """Whether a name before a noun only tells of what kind it is: "the Norway-led force"."""
        doc, names = self._scene.doc, self._scene.names
        words = doc.tokens[token.left_edge.i : token.i]
        inside = (named for word in words if (named := names.at(word)) is not None)
        return any(is_part_of_word(doc, names, named) and not _is_seat(doc, named) for named in inside)


def _is_seat(doc: Doc, named: Named) -> bool:
    """Whether a name tells where somebody sits: "the Lima-based court"."""
    return named.end + 1 < len(doc) and doc[named.end + 1].lower_ == "based"


def _words_of_described(people: Token) -> str:
    """The words of a people where they set some of it apart from its state; empty where none do.

    "Ethnic Serbs", "Syrians who fled", and "Peruvians in need", where the parse may hang "in" on a verb.
    """
    counting = beneficiary_lexicon().counting.words
    if tells_which(people) or any(
        word.i < people.i and word.lower_ not in counting for word in syntax.children(people, "amod")
    ):
        return phrase(people, whole=True)
    behind = people.doc.tokens[people.i + 1 : people.i + 3]
    states = beneficiary_lexicon().in_state.words
    if len(behind) == 2 and behind[0].lower_ == "in" and behind[1].lower_ in states:
        return f"{phrase(people, whole=False)} in {behind[1].text}"
    return ""


def _may_have(owner: Party, noun: Token) -> bool:
    """Whether a noun can be somebody's: only people have a family."""
    return owner.kind == "person" or syntax.noun_lemma(noun) not in party_lexicon().relatives.lemmas


def _is_of_spokesman(body: Token) -> bool:
    """Whether a noun tells for what body one speaks, a certain one: "a company spokesman"."""
    return body.dep_ == "compound" and is_of_person(body.head.lemma_.lower())


def _are_counted(token: Token) -> bool:
    """Whether a number says that several are meant, and not one: "the six states"."""
    return token.tag_ in {"NNS", "NNPS"} and syntax.child(token, "nummod") is not None


def _is_told_apart(token: Token) -> bool:
    """Whether a clause without a comma tells which of many are meant: "the states that signed the treaty"."""
    clauses = syntax.children(token, "relcl") if token.tag_ in {"NNS", "NNPS"} else []
    joined = syntax.child(token, "conj")
    return any(
        clause.left_edge.i
        and clause.left_edge.nbor(-1).text != ","
        and (joined is None or clause.i < joined.i)
        for clause in clauses
    )


def _naming(noun: Token) -> list[Token]:
    """The words that may tell by name of whom a noun is: "NATO leaders", "leaders of NATO"."""
    of_whom = syntax.noun_after(noun, ("of",))
    inside = [of_whom, *syntax.children(of_whom, *NAMING)] if of_whom is not None else []
    return [*syntax.children(noun, *NAMING), *inside]


def _is_document(token: Token) -> bool:
    """Whether a noun is of a text, which may speak: "the agreement", "a letter"."""
    return syntax.noun_lemma(token) in attribution_lexicon().documents.lemmas
