"""The lexicon of parties, ``lexicons/parties.toml``: how noun phrases that are not names stand for them."""

from __future__ import annotations

from flows.extract.components.body_words import (
    Agencies,
    Belonging,
    Founding,
    Heads,
    Members,
    Membership,
    Organs,
    OwnBodies,
    OwnSide,
    Places,
    Schemes,
    Sending,
    Sent,
    ShortBodies,
    Trials,
)
from flows.extract.components.description_words import (
    Called,
    Description,
    Introducing,
    NamedGroups,
    Pairs,
    PlaceWords,
    Retold,
    ToldBehind,
)
from flows.extract.lexicon import Lemmas, LexiconModel, Phrases, read_once
from flows.extract.parse import Token
from flows.extract.syntax import noun_lemma


class TreatyRoles(Lemmas):
    """Words for parts in the matter of a treaty, and the ``nouns`` before which they tell who is meant."""

    nouns: frozenset[str]


class TreatyOrgans(Lemmas):
    """Nouns for organs that each party of a treaty has, with or without one of ``modifiers``."""

    modifiers: frozenset[str]


class Ordered(LexiconModel):
    """Short names under one rule id, the likeliest first."""

    id: str
    names: tuple[str, ...]


class Advocates(Lemmas):
    """Who speaks for others before a court, what these are to them (``clients``), and how: "representing"."""

    clients: frozenset[str]
    speaking: frozenset[str]


class SpeakingFor(Lemmas):
    """Who speaks for a body and not for themselves, under a name too by the nouns of ``by_name``.

    ``several`` are those whose bare plural speaks for the body of the sentence before.
    """

    by_name: frozenset[str]
    several: frozenset[str]


class Onlookers(Lemmas):
    """Who only tells of others, ``of_nobody`` where nothing tells whose they are."""

    of_nobody: frozenset[str]


class Pronouns(LexiconModel):
    """Pronouns by what they can stand for, ``one`` those of the speaker alone.

    ``told`` are the verbs whose object hears what is said. ``all`` mean all of those that "of" puts behind
    them, ``some`` stand alone for people whom nothing names, ``single`` for one of several, ``anybody`` for
    nobody who is known.
    """

    id: str
    speaker: frozenset[str]
    one: frozenset[str]
    hearer: frozenset[str]
    told: frozenset[str]
    person: frozenset[str]
    thing: frozenset[str]
    plural: frozenset[str]
    all: frozenset[str]
    some: frozenset[str]
    single: frozenset[str]
    anybody: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]


class Genders(LexiconModel):
    """Titles and nouns, in the singular and without a full stop, that tell the gender of whom they are of."""

    id: str
    female: frozenset[str]
    male: frozenset[str]


class Addresses(Phrases):
    """Phrases that tell who is spoken to, and the short names that such a body may have."""

    bodies: tuple[str, ...]


class Titles(LexiconModel):
    """Offices, by the names that the reference gives them, under one rule id."""

    id: str
    titles: frozenset[str]


class Granted(Lemmas):
    """Things that one has by another's leave or help, behind ``verbs``; what else tells of such leave.

    ``consenting`` are verbs by which somebody gives it in a clause: "accepted that Peru may fish".
    """

    verbs: frozenset[str]
    states: frozenset[str]
    modals: frozenset[str]
    consenting: frozenset[str]


class CarriedOut(Lemmas):
    """Verbs of what whoever is behind a measure has it do, what it takes and is, and what only follows."""

    taken: frozenset[str]
    states: frozenset[str]
    following: frozenset[str]


class Undergone(Lemmas):
    """Verbs of what is done to their subject, with the ``lemmas`` that are then their object.

    By those of what is ``witnessed`` others act in a clause; what is ``paid`` others set, where one of
    ``bounds`` tells how much.
    """

    verbs: frozenset[str]
    witnessed: frozenset[str]
    paid: frozenset[str]
    bounds: frozenset[str]


class PeopleOfRegion(LexiconModel):
    """The plural for the ``people`` of a region, the ``body`` of its states, and those ``beside`` it."""

    id: str
    people: str
    body: str
    beside: frozenset[str]


class Petitioners(Lemmas):
    """Nouns for those in a state who ask its government, and for what a state alone gives (``given``).

    What is ``ruled`` only a state changes: "the curfew will be lifted".
    """

    given: frozenset[str]
    ruled: frozenset[str]


class Workers(Lemmas):
    """Nouns for those who work for others, what they are paid (``pay``), and for who pays (``employers``)."""

    pay: frozenset[str]
    employers: frozenset[str]


class Answering(Lemmas):
    """Verbs that answer what was asked, but with what is ``only_said``; nouns and verbs of an answer "to" it.

    ``in_spite`` stand before what somebody acts against.
    """

    only_said: frozenset[str]
    answers: frozenset[str]
    in_spite: frozenset[str]


class PartyLexicon(LexiconModel):
    """All of ``parties.toml``."""

    institutions: Lemmas
    states: Lemmas
    places: Places
    counted_members: Lemmas
    offices: Lemmas
    portfolios: Lemmas
    shared_offices: Lemmas
    binding_nobody: Titles
    only_ones: Phrases
    inner_bodies: Lemmas
    captives: Lemmas
    sending: Sending
    trials: Trials
    imposed: Lemmas
    imposing: Lemmas
    lifting: Lemmas
    freeing: Lemmas
    forces: Lemmas
    set_apart: Lemmas
    beside: Lemmas
    belonging: Belonging
    own_side: OwnSide
    treaty_parties: Lemmas
    any_parties: Lemmas
    treaty_roles: TreatyRoles
    treaty_organs: TreatyOrgans
    introducing: Introducing
    members: Members
    short_bodies: ShortBodies
    agencies: Agencies
    posts: Lemmas
    spokespeople: Lemmas
    speaking_for: SpeakingFor
    aides: Lemmas
    negotiating: Lemmas
    advocates: Advocates
    heads: Heads
    membership: Membership
    governed: Lemmas
    fighters: Lemmas
    own_people: Lemmas
    organs: Organs
    regional: Lemmas
    called: Called
    bodies_for: Lemmas
    capitalised: Lemmas
    participants: Lemmas
    own_bodies: OwnBodies
    governing: Lemmas
    petitioners: Petitioners
    workers: Workers
    legislatures: Ordered
    seated: Lemmas
    schemes: Schemes
    laws: Lemmas
    means: Lemmas
    brokering: Lemmas
    things: Lemmas
    businesses: Lemmas
    retold: tuple[Retold, ...]
    named_groups: NamedGroups
    general: Lemmas
    told_behind: ToldBehind
    everybody: Lemmas
    description: tuple[Description, ...]
    receiving_place: tuple[PlaceWords, ...]
    pairs: Pairs
    people_of_region: tuple[PeopleOfRegion, ...]
    pronouns: Pronouns
    genders: Genders
    founding: Founding
    aiding: Lemmas
    addresses: Addresses
    briefings: Phrases
    meeting: Lemmas
    meetings: Lemmas
    addressing: Lemmas
    taking: Lemmas
    answering: Answering
    press: Lemmas
    receiving: Lemmas
    granted: Granted
    carried_out: CarriedOut
    undergone: Undergone
    sent: Sent
    relatives: Lemmas
    being: Lemmas
    onlookers: Onlookers
    typical: Lemmas


party_lexicon = read_once("parties", PartyLexicon)


def is_institution(noun: Token) -> bool:
    """Whether a noun is of a body or an office through which others act: "the ministry", "envoys"."""
    return noun_lemma(noun) in party_lexicon().institutions.lemmas


def means_speaker(token: Token) -> bool:
    """Whether a word is "we", "I" or another pronoun of whoever speaks, and not the "US"."""
    return token.lower_ in party_lexicon().pronouns.speaker and token.text != "US"
