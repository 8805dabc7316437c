"""Parties: whom a noun or pronoun of a document stands for, under canonical names.

The lexicon is ``lexicons/parties.toml``. Names are taken as ``components/names.py`` found them; institutions
stand for their state or organisation ("the Dutch government"), offices for their holder, descriptions
("the alliance") and pronouns for a party named before; "we" is the speaker's side, or the side whose text it
is. A collective without a proper name keeps its words ("Western allies").
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from flows.extract import syntax
from flows.extract.components.attribution import Attribution, Attributor, attribution_lexicon
from flows.extract.components.description import TELLING_WHICH, person_words, phrase
from flows.extract.components.joined import group_named_before, included, taken_for_modifier
from flows.extract.components.labels import Labels
from flows.extract.components.named import Named
from flows.extract.components.names import Names
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Doc, Span, Token
from flows.extract.reference import Reference
from models.vocabulary import EntityKind

DEEPEST = 6  # steps from pronoun to pronoun before a chain is given up
OFFICE_REACH = 120  # tokens before a pronoun in which an office may tell who is meant
ACTING_KINDS: tuple[EntityKind, ...] = ("organisation", "state", "person", "group")
LOCATIVES = frozenset(
    {"in", "at", "from", "near", "inside", "outside", "around", "across", "throughout", "within"}
)


LONGEST_TITLE = 8  # words between an office and the name of who holds it
WITHIN_TITLE = frozenset({"to", "of", "for", "at", "the", "and"})
CAPITALISED_IN_TITLES = frozenset({"vice", "prime", "deputy", "foreign", "first", "former"})
FEWEST_LISTED = 3  # names of a list that is read from the words alone
COUNTS = {"both": 2, "two": 2, "either": 2, "each": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
TREATY_PARTIES = frozenset({"party", "parties"})


@dataclass(frozen=True, slots=True)
class Party:
    """A party under its canonical name; ``kind`` is "other" where only words describe it."""

    name: str
    kind: EntityKind
    iso3: str | None = None


def party_of(named: Named) -> Party:
    """The party that a name names."""
    return Party(named.name, named.kind, named.iso3)


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
    ) -> None:
        self._doc = doc
        self._names = names
        self._attributor = attributor
        self._reference = reference
        self._published_on = published_on
        self._authors = authors
        self._participants = participants
        bodies = tuple(author.iso3 or author.name for author in authors)
        self._labels = Labels(reference, names, title, bodies, published_on)
        words = title.casefold()
        self._is_briefing = any(phrase in words for phrase in party_lexicon().briefings.phrases)
        self._is_treaty = [author.name for author in authors] == ["Parties"]
        self._lexicon = party_lexicon()
        self._known: dict[int, tuple[Party, ...]] = {}

    @property
    def authors(self) -> tuple[Party, ...]:
        """The parties whose text the document is; empty for a news report."""
        return self._authors

    @property
    def participants(self) -> tuple[Party, ...]:
        """Those who took part in what the document tells, its authors first."""
        return self._participants

    def of(self, token: Token | None) -> tuple[Party, ...]:
        """The parties that the phrase headed by ``token`` stands for, coordination included."""
        if token is None:
            return ()
        found: dict[str, Party] = {}
        for head in syntax.conjuncts(token):
            if head.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X"} or self._names.at(head):
                for party in (*self._of_one(head, 0), *map(party_of, included(head, self._names))):
                    found.setdefault(party.name, party)
        return tuple(found.values())

    def of_one(self, token: Token) -> tuple[Party, ...]:
        """The parties that one word and its modifiers stand for, without what is coordinated with it."""
        return self._of_one(token, 0)

    def _of_one(self, token: Token, depth: int) -> tuple[Party, ...]:
        if token.i in self._known:
            return self._known[token.i]
        if depth > DEEPEST:
            return ()
        if token.pos_ == "PRON" or token.lower_ in self._lexicon.pronouns.speaker:
            found = self._pronoun(token, depth)
        else:
            found = self._noun(token, depth)
        self._known[token.i] = found
        return found

    # ------------------------------------------------------------------ nouns

    def _noun(self, token: Token, depth: int) -> tuple[Party, ...]:
        named = self._names.at(token)
        if self._is_treaty and syntax.noun_lemma(token) in TREATY_PARTIES:
            return self._authors
        if named is not None and not self._is_common(named):
            return (
                self._of_other_state(token, named, depth) or self._behind_name(named) or self._listed(named)
            )
        beside = (
            self._appositive(token) or self._name_after_title(token) or group_named_before(token, self._names)
        )
        if beside is not None:
            return (party_of(beside),)
        beside_it = taken_for_modifier(token)
        if beside_it is not None:
            return self._two_in_one(*beside_it, token, depth)
        if self._is_pair(token):
            if len(self._participants) == self._how_many(token):
                return self._participants
            pair = self._two_before(token, depth)
            if pair:
                return pair
        if self._are_office_holders(token):
            holders = self._coordinated_before(token)
            if holders and all(party.kind == "person" for party in holders):
                return holders
        if len(self._participants) > 2 and self._how_many(token) == len(self._participants):
            return self._participants
        if len(self._participants) > 1 and self._is_all_participants(token):
            return self._participants
        place = self._place_behind(token)
        if place is not None:
            return (place,)
        lemma = syntax.noun_lemma(token)
        owners = self._owners(token, depth)
        if lemma in self._lexicon.offices.lemmas and token.tag_ not in {"NNS", "NNPS"}:
            holder = self._office_holder(token, owners)
            if holder is not None:
                return (holder,)
        if lemma in self._lexicon.institutions.lemmas and not self._is_set_apart(token):
            acting = self._acting(token, owners)
            if acting:
                return acting
        if self._authors and self._is_own_body(token):
            return self._authors
        described = self._described(token)
        if described is not None:
            return (described,)
        if self._is_scheme(token):
            behind = tuple(party for party in owners if party.kind != "other")
            return behind or self._makers(token) or self._authors or self._earlier(token, depth, ACTING_KINDS)
        return self._words(token)

    def _two_in_one(self, first: Token, joined: Token, second: Token, depth: int) -> tuple[Party, ...]:
        """Two parties of which the parse makes one: "Mali's government and northern traders"."""
        acting = self._acting(first, self._owners(second, depth))
        words = " ".join(self._doc[joined.i + 1 : second.i + 1].text.split())
        return (*(acting or self._words(first)), Party(words, "group"))

    def _are_office_holders(self, token: Token) -> bool:
        """Whether a plural stands for people whose offices the document gave: "the foreign ministers"."""
        determiner = syntax.child(token, "det")
        told_more = syntax.children(token, "prep", "poss", "relcl", "acl", "nummod")
        named = determiner is not None and determiner.lower_ == "the" and not told_more
        return named and token.tag_ == "NNS" and syntax.noun_lemma(token) in self._lexicon.offices.lemmas

    def _makers(self, token: Token) -> tuple[Party, ...]:
        """Whose a plan, accord or text is: "the truce between Chad and the rebels", "a letter by Peru"."""
        makes = (word for word in syntax.children(token, "prep") if word.lower_ in {"between", "among", "by"})
        found = (self.of(maker) for word in makes for maker in syntax.children(word, "pobj"))
        return tuple(party for parties in found for party in parties if party.kind != "other")

    def _is_scheme(self, token: Token) -> bool:
        """Whether a noun is of a text, plan or law, which binds whoever is behind it."""
        lemma = syntax.noun_lemma(token)
        if lemma in attribution_lexicon().documents.lemmas or lemma in self._lexicon.schemes.lemmas:
            return True
        return token.pos_ == "PROPN" and lemma in self._lexicon.laws.lemmas

    def _appositive(self, token: Token) -> Named | None:
        """The person named in apposition to a title ("the chancellor, Olaf Scholz")."""
        for child in syntax.children(token, "appos"):
            named = self._names.at(child)
            if named is not None and named.kind in {"person", "organisation"}:
                return named
        return None

    def _place_behind(self, token: Token) -> Party | None:
        """What a description names right behind "of": "the island nation of Fiji", "the city of Accra".

        A city is itself there, even where its name alone stands for a state.
        """
        lemma = syntax.noun_lemma(token)
        is_place = lemma in self._lexicon.places.lemmas
        if token.tag_ in {"NNS", "NNPS"} or not (is_place or lemma in self._lexicon.states.lemmas):
            return None
        behind = self._doc[token.i + 1 : token.i + 3]
        if len(behind) < 2 or behind[0].lower_ != "of":
            return None
        named = self._names.at(behind[1])
        if named is None or named.kind not in {"state", "place"}:
            return None
        if is_place and named.via == "seat":
            return Party(self._doc[named.start : named.end].text, "place")
        return party_of(named)

    def _owners(self, token: Token, depth: int) -> tuple[Party, ...]:
        """The parties that modify or possess a noun: "Dutch", "NATO", "Russia's", "of the EU"."""
        owners: dict[str, Party] = {}
        modifiers = syntax.children(token, "amod", "compound", "nmod", "poss", "nummod", "npadvmod")
        for preposition in syntax.children(token, "prep"):
            if preposition.lower_ in {"of", "from"}:
                modifiers += syntax.children(preposition, "pobj")
        for modifier in modifiers:
            for part in syntax.conjuncts(modifier):
                for party in self._owner(part, depth):
                    owners.setdefault(party.name, party)
        return tuple(owners.values())

    def _owner(self, modifier: Token, depth: int) -> tuple[Party, ...]:
        named = self._names.at(modifier)
        if named is not None and not named.start <= modifier.head.i < named.end:
            return (party_of(named),)
        if modifier.dep_ == "poss" and modifier.pos_ == "PRON":
            return self._of_one(modifier, depth + 1)
        if modifier.dep_ in {"poss", "pobj"} and modifier.pos_ == "NOUN":
            return tuple(party for party in self._of_one(modifier, depth + 1) if party.kind != "other")
        return ()

    def _acting(self, token: Token, owners: tuple[Party, ...]) -> tuple[Party, ...]:
        """Who acts through an institution: its state or body, or its owner's state ("his troops")."""
        acting = {}
        for party in owners:
            if party.kind == "person":
                party = self._state_of(party) or party
            if party.kind in {"state", "organisation", "place"}:
                acting[party.name] = party
        if not acting and token.tag_ == "NNS":
            for preposition in syntax.children(token, "prep"):
                place = syntax.child(preposition, "pobj") if preposition.lower_ == "in" else None
                named = self._names.at(place) if place is not None else None
                if named is not None and named.kind == "state":
                    acting[named.name] = party_of(named)
        return tuple(acting.values())

    def _is_set_apart(self, token: Token) -> bool:
        """Whether an adjective tells a group from its state: "Afghan religious leaders", "rebel"."""
        apart = self._lexicon.set_apart.lemmas
        modifiers = syntax.children(token, "amod", "compound", "nmod")
        if any(modifier.lower_ in apart for modifier in modifiers):
            return True
        named = (self._names.at(modifier) for modifier in modifiers)
        return any(
            item is not None and item.label in {"LOC", "NORP"} and item.kind == "place" for item in named
        )

    def _of_other_state(self, token: Token, named: Named, depth: int) -> tuple[Party, ...]:
        """The state whose body a shared short name means: "Mexico's Congress", "Iran's Foreign Ministry"."""
        if (
            named.kind != "organisation"
            or syntax.noun_lemma(self._doc[named.end - 1]) not in self._lexicon.institutions.lemmas
        ):
            return ()
        if named.via != "recognised" and named.iso3 is None:
            return ()
        owners = self._owners(token, depth)
        return tuple(party for party in owners if party.kind == "state" and party.iso3 != named.iso3)

    def _behind_name(self, named: Named) -> tuple[Party, ...]:
        """Who acts where the recogniser took an office, an administration or a law for a name.

        "the Attorney General" is who holds the office, "the Obama Administration" the state; a law or plan
        binds those whose text it is.
        """
        if named.via != "recognised":
            return ()
        *first, last = (token.lower_ for token in self._doc[named.start : named.end])
        if self._reference.title(named.name) is not None:
            holders = [self._holder_of([named.name], author) for author in self._authors]
            return tuple(holder for holder in holders if holder is not None)
        if named.kind == "person":
            return ()
        if last == "administration":
            return self._state_administered(first)
        return self._authors if first and last in self._lexicon.laws.lemmas else ()

    def _state_administered(self, names: list[str]) -> tuple[Party, ...]:
        """The state whose heads a name for their time in office gives: "Biden-Harris Administration"."""
        for name in names:
            for person in self._reference.by_surname(name, self._published_on):
                state = self._state_of(Party(person.name, "person", person.iso3))
                if state is not None and person.headed_state:
                    return (state,)
        return ()

    def _listed(self, named: Named) -> tuple[Party, ...]:
        """A name with those that a list without gaps puts before it, where the parse may lose some.

        "Chad, Mali, Niger and Togo agreed": all four for the last.
        """
        members = [named]
        while (before := self._list_member_before(members[-1], len(members) == 1)) is not None:
            members.append(before)
        if len(members) < FEWEST_LISTED:
            return (party_of(named),)
        return tuple(party_of(member) for member in reversed(members))

    def _list_member_before(self, named: Named, is_last: bool) -> Named | None:
        """The name of the same kind that stands before "and", or a comma, right before a name."""
        position = named.start - 1
        while position >= 0 and self._doc[position].lower_ == "the":
            position -= 1
        marks = []
        while position >= 0 and self._doc[position].lower_ in {",", "and"}:
            marks.append(self._doc[position].lower_)
            position -= 1
        if not marks or (is_last and "and" not in marks) or position < 0:
            return None
        before = self._names.at(self._doc[position])
        same = before is not None and (before.kind, before.via) == (named.kind, named.via)
        return before if same and named.kind in {"state", "organisation"} else None

    def _is_common(self, named: Named) -> bool:
        """Whether the recogniser took a capitalised description for a name: "the Council"."""
        if named.via != "recognised" or named.kind == "person":
            return False
        words = self._doc[named.start : named.end]
        last = syntax.noun_lemma(words[-1])
        if len(words) == 1:
            return last in self._lexicon.capitalised.lemmas
        own = last in self._lexicon.own_bodies.lemmas and bool(self._authors)
        return own and all(word.lower_ in self._lexicon.own_bodies.modifiers for word in words[:-1])

    def _name_after_title(self, token: Token) -> Named | None:
        """The person whose title comes with a body or place between: "envoy to NATO Ada Berg"."""
        if syntax.noun_lemma(token) not in self._lexicon.offices.lemmas:
            return None
        for position in range(token.i + 1, min(token.i + LONGEST_TITLE, token.sent.end)):
            word = self._doc[position]
            named = self._names.at(word)
            if named is not None and named.kind == "person":
                return None if self._doc[named.start - 1].lower_ == "and" else named
            if syntax.noun_lemma(word) in self._lexicon.offices.lemmas and position > token.i + 1:
                return None  # another office: "the U.S. president and Prime Minister Ada Berg"
            if named is None and word.lower_ not in WITHIN_TITLE and word.pos_ != "PROPN":
                return None
        return None

    def _office_holder(self, token: Token, owners: tuple[Party, ...]) -> Party | None:
        """The person in an office that one holds at a time, from the document, else from the reference."""
        full = self._full_title(token)
        title = full or _title_words(token)
        determiner = syntax.child(token, "det")
        if determiner is not None and determiner.lower_ in {"a", "an", "another", "any", "every"}:
            return None
        shared = " ".join(title) in self._lexicon.shared_offices.lemmas
        if not owners and determiner is not None and len(self._authors) == 1 and not shared:
            holder = self._holder_of(title, self._authors[0])
            if holder is not None:
                return holder
        for named in self._names.before(token.i, "person"):
            before = self._doc[max(0, named.start - 4) : named.start].text.casefold()
            if token.lower_ in before.split() and (len(title) == 1 or title[-2] in before.split()):
                return party_of(named)
        behind = (*owners, *self._authors) if full else owners or self._authors
        for owner in () if shared else behind:
            holder = self._mentioned_holder(title, owner) or self._holder_of(title, owner)
            if holder is not None:
                return holder
        return None

    def _full_title(self, token: Token) -> list[str]:
        """The longest title of the reference that a word stands in: "Attorney General"; empty without one."""
        first, last = max(token.sent.start, token.i - 3), min(token.sent.end, token.i + LONGEST_TITLE)
        for length in range(LONGEST_TITLE, 1, -1):
            for start in range(max(first, token.i - length + 1), token.i + 1):
                words = self._doc[start : start + length]
                if start + length > last or words[0].tag_ == "DT":
                    continue
                if self._reference.title(words.text) is not None:
                    return words.text.casefold().split()
        return []

    def _holder_of(self, title: list[str], owner: Party) -> Party | None:
        """The one who, by the reference, holds an office of a party on the document's day."""
        party = owner.iso3 if owner.kind == "state" else owner.name
        holders = self._reference.holders(" ".join(title), party or "", self._published_on)
        return Party(holders[0].name, "person", holders[0].iso3) if len(holders) == 1 else None

    def _state_of(self, person: Party) -> Party | None:
        """The state of a person of the reference."""
        state = self._reference.states.get(person.iso3 or "")
        return Party(state.name, "state", state.iso3) if state is not None else None

    def _mentioned_holder(self, title: list[str], owner: Party) -> Party | None:
        """The one person named anywhere in the document who ever held the office for ``owner``."""
        party = owner.iso3 if owner.kind == "state" else owner.name
        holders = {person.name for person in self._reference.holders(" ".join(title), party or "")}
        people = (item for item in self._names.found if item.kind == "person")
        named = {item.name: item for item in people if item.name in holders}
        return party_of(next(iter(named.values()))) if len(named) == 1 else None

    def _described(self, token: Token) -> Party | None:
        """The last party that a definite description can stand for."""
        determiner = syntax.child(token, "det", "poss")
        if determiner is None or determiner.lower_ not in {"the", "this", "that", "his", "her"}:
            return None
        lemma = syntax.noun_lemma(token)
        plural = token.tag_ in {"NNS", "NNPS"}
        for description in self._lexicon.description:
            if plural and not description.plural:
                continue
            if lemma in description.lemmas and not (self._is_treaty and description.by_name):
                for named in self._names.before(token.i, *description.kinds):
                    fits = not description.by_name or lemma in named.name.casefold()
                    if fits and self._acts(named):
                        return party_of(named)
        return None

    def _is_own_body(self, token: Token) -> bool:
        """Whether a text speaks of its own author's body: "the Administration", "our government"."""
        determiner = syntax.child(token, "det", "poss")
        own = determiner is not None and determiner.lower_ in {"the", "my", "our", "this"}
        return own and syntax.noun_lemma(token) in self._lexicon.own_bodies.lemmas

    def _acts(self, named: Named) -> bool:
        """Whether a name can be a party where it stands: not the place of something."""
        head = syntax.conjunction_head(self._doc[named.end - 1])
        return not (head.dep_ == "pobj" and head.head.lower_ in LOCATIVES)

    def _is_pair(self, token: Token) -> bool:
        pairs = self._lexicon.pairs
        if token.lower_ in {"both", "two"}:
            return True
        counted = any(child.lower_ in pairs.words for child in token.children)
        return counted and syntax.noun_lemma(token) in pairs.lemmas

    def _how_many(self, token: Token) -> int:
        """How many parties a counted noun means: "both sides" two, "the three leaders" three."""
        if syntax.noun_lemma(token) not in self._lexicon.pairs.lemmas:
            return 2 if token.lower_ in {"both", "two"} else 0
        words = {child.lower_ for child in token.children}
        return next((COUNTS[word] for word in sorted(words & COUNTS.keys())), 0)

    def _is_all_participants(self, token: Token) -> bool:
        """Whether a joint text or a readout speaks of all who took part: "the leaders", "the sides"."""
        lemmas = self._lexicon.pairs.lemmas | self._lexicon.participants.lemmas
        modifiers = syntax.children(token, "amod", "compound", "poss", "prep", "relcl")
        return token.tag_ in {"NNS", "NNPS"} and syntax.noun_lemma(token) in lemmas and not modifiers

    def _two_before(self, token: Token, depth: int) -> tuple[Party, ...]:
        """The last two parties named side by side; else the last two people, states or organisations."""
        people = syntax.noun_lemma(token) in self._lexicon.pairs.people
        kinds: tuple[EntityKind, ...] = ("person",) if people else ("state", "organisation", "group")
        if syntax.noun_lemma(token) in self._lexicon.pairs.states:
            kinds = ("state",)
        coordinated = self._coordinated_before(token)
        speaking: tuple[EntityKind, ...] = ("person",) if syntax.noun_lemma(token) == "side" else ()
        if coordinated and (people or all(party.kind in {*kinds, *speaking} for party in coordinated)):
            return coordinated
        acted = self._two_that_acted(token, depth) if speaking else ()
        if acted:
            return acted
        found: dict[str, Party] = {}
        for named in self._names.before(token.i, *kinds):
            if people or self._acts(named):
                found.setdefault(named.name, party_of(named))
            if len(found) == 2:
                break
        if len(found) == 2:
            return tuple(reversed(found.values()))
        return self._participants if len(self._participants) == 2 else ()

    def _two_that_acted(self, token: Token, depth: int) -> tuple[Party, ...]:
        """The two parties that were last the subject together: "Peru and the main rebel group said …"."""
        for subject in self._subjects_before(token):
            found = self._of_subject(subject, depth) if len(syntax.conjuncts(subject)) == 2 else ()
            if len(found) == 2 and all(party.kind != "other" for party in found):
                return found
        return ()

    def _coordinated_before(self, token: Token) -> tuple[Party, ...]:
        """Exactly two parties joined by "and", in this sentence or the two before it."""
        reach = min((sentence.start for sentence in self._sentences_before(token)), default=token.sent.start)
        for named in self._names.before(token.i):
            if named.end <= reach:
                break
            last = self._doc[named.end - 1]
            if last.dep_ == "conj":
                members = [self._names.at(part) for part in syntax.conjuncts(syntax.conjunction_head(last))]
                parties = [party_of(member) for member in members if member is not None]
                if len(parties) == len(members) == 2 and all(self._acts(m) for m in members if m):
                    return tuple(parties)
        return ()

    def _words(self, token: Token) -> tuple[Party, ...]:
        """The phrase itself as the name of a collective without a proper one, or of a thing."""
        if token.ent_type_ == "PERSON":
            return (Party(person_words(token), "person"),)
        text = phrase(token, whole=self._is_general(token))
        several = (
            token.tag_ in {"NNS", "NNPS"} and syntax.noun_lemma(token) not in self._lexicon.things.lemmas
        )
        if text and self._is_unrecognised_name(token):
            return (Party(text, "organisation"),)
        collective = several or token.lemma_.lower() in self._lexicon.collectives.lemmas
        return (Party(text, "group" if collective else "other"),) if text else ()

    def _is_unrecognised_name(self, token: Token) -> bool:
        """Whether capitals alone tell a name of several words, of no law or plan: "Bright Lane Books"."""
        words = [*syntax.children(token, "compound"), token]
        if len(words) < 2 or any(word.pos_ != "PROPN" or not word.text.istitle() for word in words):
            return False
        if syntax.children(token, "det", "poss", "nummod", "amod"):
            return False
        lemma = syntax.noun_lemma(token)
        others = (self._lexicon.laws, self._lexicon.capitalised, self._lexicon.schemes, self._lexicon.things)
        return not any(lemma in nouns.lemmas for nouns in others)

    def _is_general(self, token: Token) -> bool:
        """Whether a word for people names nobody without what tells which: "people", "those"."""
        return token.lemma_.lower() in self._lexicon.general.lemmas

    # ------------------------------------------------------------------ pronouns

    def _pronoun(self, token: Token, depth: int) -> tuple[Party, ...]:
        word = token.lower_
        pronouns = self._lexicon.pronouns
        if word in pronouns.speaker:
            return self._speakers_side(token, depth)
        if word in pronouns.person:
            return self._earlier(token, depth, ("person",))
        if word in pronouns.thing:
            return self._earlier(token, depth, ("state", "organisation", "group", "other"))
        if word in pronouns.plural:
            return self._earlier(token, depth, ("state", "organisation", "group", "person", "other"))
        if word in {"both"}:
            return self._two_before(token, depth)
        if self._is_general(token) and syntax.children(token, *TELLING_WHICH):
            return (Party(phrase(token, whole=True), "group"),)
        if word in {"who", "which", "that"} and token.head.dep_ == "relcl":
            return self._of_one(token.head.head, depth + 1)
        return ()

    def _speakers_side(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Whom "we" or "I" stands for: the speaker's state or body for "we", the speaker for "I"."""
        attribution = self._attributor.of(token)
        speakers = self.speakers(attribution, depth + 1)
        if not speakers:
            return self._joint_subject(token, depth) or self._authors
        if token.lower_ in {"i", "me", "my", "mine", "myself"}:
            return speakers
        return tuple(self._side_of(attribution, party) for party in speakers)

    def _joint_subject(self, token: Token, depth: int) -> tuple[Party, ...]:
        """The parties that a joint text has just named together: "France and Italy agree … we will"."""
        names = {author.name for author in self._authors}
        for subject in self._subjects_before(token):
            found = self._of_subject(subject, depth) if subject.pos_ != "PRON" else ()
            if len(found) > 1 and any(party.name in names for party in found):
                return found
        return ()

    def _side_of(self, attribution: Attribution, party: Party) -> Party:
        """The state or organisation that a speaker speaks for, where the text or the reference says."""
        speaker = attribution.speaker
        if speaker is not None:
            for token in (speaker, *syntax.children(speaker, "appos", "compound", "nmod", "amod", "poss")):
                for owner in (*self._owners(token, DEEPEST), *self._named_parties(token)):
                    if owner.kind in {"state", "organisation"}:
                        return owner
        if party.kind == "person":
            return self._state_of(party) or self._briefed_for(attribution) or party
        return party

    def _briefed_for(self, attribution: Attribution) -> Party | None:
        """The one party for which whoever is not known otherwise speaks at its briefing."""
        briefs = attribution.label is not None and self._is_briefing and len(self._authors) == 1
        return self._authors[0] if briefs else None

    def _named_parties(self, token: Token) -> tuple[Party, ...]:
        named = self._names.at(token)
        return (party_of(named),) if named is not None and named.kind != "person" else ()

    def speakers(self, attribution: Attribution, depth: int = 0) -> tuple[Party, ...]:
        """The parties whom an attribution cites; empty where it cites nobody."""
        if attribution.speaker is not None:
            if attribution.speaker.lower_ in self._lexicon.pronouns.speaker:
                return self._authors
            found: dict[str, Party] = {}
            for head in syntax.conjuncts(attribution.speaker):
                found.update({party.name: party for party in self._of_one(head, depth + 1)})
            return tuple(found.values())
        if attribution.label is not None:
            return self._labelled(attribution.label)
        return ()

    def _labelled(self, label: str) -> tuple[Party, ...]:
        """The person whom the label of a transcript's turn names ("PRESIDENT BIDEN", "MS. PSAKI")."""
        person = self._labels.person(label)
        return (Party(person.name, "person", person.iso3),) if person is not None else ()

    def _earlier(self, token: Token, depth: int, kinds: tuple[EntityKind, ...]) -> tuple[Party, ...]:
        """The party of one of ``kinds`` that a word stands for: a governing or an earlier subject.

        For a pronoun, or a text such as "the statement", it may also be the last one that is merely named.
        """
        for subject in self._subjects_before(token):
            found = self._of_subject(subject, depth)
            if "person" in kinds and token.lower_ in self._lexicon.pronouns.person and _is_person(subject):
                return found
            fitting = tuple(party for party in found if party.kind in kinds and self._agrees(token, party))
            if len(fitting) == 1 and self._wants_several(token, fitting[0]):
                continue
            if fitting and (len(fitting) == 1 or token.lower_ not in self._lexicon.pronouns.person):
                return fitting
        if token.lower_ in self._lexicon.pronouns.plural and len(self._participants) > 1:
            return self._participants
        if token.lower_ in self._lexicon.pronouns.person:
            holder = self._office_before(token, depth)
            if holder is not None:
                return (holder,)
        if token.pos_ != "PRON" and syntax.noun_lemma(token) not in attribution_lexicon().documents.lemmas:
            return ()
        named_kinds = tuple(kind for kind in kinds if kind != "other")
        for named in self._names.before(token.i, *named_kinds):
            party = party_of(named)
            if self._acts(named) and self._agrees(token, party):
                return (party,)
        return ()

    def _office_before(self, pronoun: Token, depth: int) -> Party | None:
        """Who, named by the office alone ("the President"), stands nearer before "he" than any name."""
        start = max(0, pronoun.i - OFFICE_REACH)
        named = next(self._names.before(pronoun.i, "person"), None)
        start = max(start, named.end) if named is not None and self._is_told_of(named) else start
        for position in range(pronoun.i - 1, start - 1, -1):
            office = self._doc[position]
            if (
                syntax.noun_lemma(office) not in self._lexicon.offices.lemmas
                or self._names.at(office) is not None
            ):
                continue
            if syntax.child(office, "det") is not None:
                parties = self._of_one(office, depth + 1)
                if len(parties) == 1 and parties[0].kind == "person" and self._agrees(pronoun, parties[0]):
                    return parties[0]
        return None

    def _is_told_of(self, named: Named) -> bool:
        """Whether a person is spoken of: not addressed, nor the label of a transcript's turn."""
        behind = self._doc[named.end].text if named.end < len(self._doc) else ""
        before = self._doc[named.start - 1].text if named.start else ""
        return behind != ":" and not (behind == "," and before in {",", "—", ""})

    def _wants_several(self, pronoun: Token, party: Party) -> bool:
        """Whether "they" can't stand for one person or state, where a text tells of several parties."""
        plural = pronoun.lower_ in self._lexicon.pronouns.plural
        return plural and len(self._participants) > 1 and party.kind in {"person", "state"}

    def _of_subject(self, subject: Token, depth: int) -> tuple[Party, ...]:
        found: dict[str, Party] = {}
        for head in syntax.conjuncts(subject):
            found.update({party.name: party for party in self._of_one(head, depth + 1)})
        return tuple(found.values())

    def _subjects_before(self, token: Token) -> list[Token]:
        """Subjects that govern ``token``, then those of the two sentences before, main clauses first."""
        subjects = []
        for head in syntax.ancestors(token):
            subject = syntax.child(head, "nsubj", "nsubjpass")
            if subject is not None and subject.i < token.i and subject not in subjects:
                subjects.append(subject)
        for sentence in self._sentences_before(token):
            for verb in (sentence.root, *syntax.children(sentence.root, "ccomp", "conj", "advcl")):
                subject = syntax.child(verb, "nsubj", "nsubjpass")
                if subject is not None:
                    subjects.append(subject)
        return [subject for subject in subjects if token not in subject.subtree]

    def _sentences_before(self, token: Token) -> list[Span]:
        start = token.sent.start
        found: list[Span] = []
        while start > 0 and len(found) < 2:
            sentence = self._doc[start - 1].sent
            found.append(sentence)
            start = sentence.start
        return found

    def _agrees(self, pronoun: Token, party: Party) -> bool:
        """Whether gender allows a person for "he" or "she"; unknown gender allows both."""
        if party.kind != "person":
            return True
        people = self._reference.person(party.name)
        gender = people[0].gender if people else None
        if pronoun.lower_ in self._lexicon.pronouns.female:
            return gender != "male"
        if pronoun.lower_ in self._lexicon.pronouns.male:
            return gender != "female"
        return True


def _is_person(subject: Token) -> bool:
    """Whether a subject describes one person without a name: "a rebel commander", "the minister"."""
    people = attribution_lexicon().unnamed.lemmas | party_lexicon().offices.lemmas
    alone = syntax.child(subject, "conj") is None
    return subject.tag_ == "NN" and alone and subject.lemma_.lower() in people


def _title_words(token: Token) -> list[str]:
    """A title with the words that belong to it: "prime minister", "secretary of state"."""
    words = [
        child.lower_
        for child in syntax.children(token, "amod", "compound")
        if child.text.islower() or child.lower_ in CAPITALISED_IN_TITLES
    ]
    after = syntax.child(token, "prep")
    if token.lower_ == "secretary" and after is not None and after.lower_ == "of":
        what = syntax.child(after, "pobj")
        return [*words, token.lower_, "of", what.lower_] if what is not None else [*words, token.lower_]
    return [*words, token.lower_]
