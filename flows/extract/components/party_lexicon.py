"""The lexicon of parties, ``lexicons/parties.toml``: how noun phrases that are not names stand for them."""

from __future__ import annotations

from flows.extract.lexicon import Lemmas, LexiconModel, Phrases, read_once
from flows.extract.parse import Token
from models.vocabulary import EntityKind


class TreatyRoles(Lemmas):
    """Words for parts in the matter of a treaty, and the ``nouns`` before which they tell who is meant."""

    nouns: frozenset[str]


class Introducing(LexiconModel):
    """Words behind which a text says what it calls somebody."""

    id: str
    words: frozenset[str]


class Ordered(LexiconModel):
    """Short names under one rule id, the likeliest first."""

    id: str
    names: tuple[str, ...]


class PlaceWords(Lemmas):
    """Nouns that, with an article, stand for the last place of one of ``kinds``."""

    kinds: tuple[EntityKind, ...]


class Description(Lemmas):
    """Nouns that, with an article, stand for the last party of one of ``kinds``.

    ``by_name``: only for one whose own name has the noun ("the council": the Security Council).
    ``plural``: also for the noun's plural ("the rebels"), which of others means several ("the companies").
    ``names``: only for these, where any are given; ``name_words``: only for a name with one of these words.
    ``business``: only for a body that can be one, and no ministry or alliance.
    ``known``: of bodies of the reference only for those of these kinds, where any are given.
    ``placed``: also for one that is only where something happens, where none acts ("miners in Peru").
    """

    kinds: tuple[EntityKind, ...]
    by_name: bool = False
    plural: bool = False
    names: frozenset[str] = frozenset()
    name_words: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    placed: bool = False
    business: bool = False


class Advocates(Lemmas):
    """Who speaks for others before a court, and ``clients``: what these are to them."""

    clients: frozenset[str]


class Retold(Lemmas):
    """Nouns that tell again of a body or people whom other nouns told of first.

    ``plural``: in the plural alone ("the rebels"), else in the singular. ``first`` are singular nouns that
    tell of them first, behind one of ``told_as`` where any are given ("a guerrilla movement"), ``several``
    plural ones. ``known`` are the kinds of bodies of the reference that may be meant where named nearer.
    """

    first: frozenset[str]
    plural: bool = False
    told_as: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()


class Organs(Lemmas):
    """Offices and organs that every state has, and the words that may stand before them where they are bare.

    ``fields`` may stand before all of them; ``with_field`` are nouns of such only behind one of these,
    ``whole`` are nouns of such with the word before them. ``without_article`` need none, and of ``several``
    the plural is of one state. ``of_government`` are the fields that also "a" leaves bare. ``of_others`` are
    the nouns of what provinces, cities and bodies have too, ``of_part`` those of a part of a state alone.
    """

    with_field: frozenset[str]
    whole: frozenset[str]
    without_article: frozenset[str]
    several: frozenset[str]
    fields: frozenset[str]
    of_government: frozenset[str]
    of_others: frozenset[str]
    of_part: frozenset[str]


class OwnSide(Lemmas):
    """Nouns for bodies, and the kinds of known bodies for which they stand.

    Those are of ``known``, else ``known_of_others``. ``tell`` are verbs by which one speaks of one's own.
    An unknown body whose name ends in one of them is of that kind, unless it is ``of_any_kind``.
    """

    known: dict[str, frozenset[str]]
    known_of_others: frozenset[str]
    of_any_kind: frozenset[str]
    tell: frozenset[str]


class Called(Lemmas):
    """Verbs whose participle behind a description gives the name.

    ``themselves`` are those by which somebody gives their own: "a group calling itself …".
    """

    themselves: frozenset[str]


class Pairs(LexiconModel):
    """Quantifiers and nouns that together stand for the two parties named before.

    ``states`` and ``people`` are the nouns among them that stand for these alone, ``persons`` those of people
    who stand for no state, ``leaders`` those for all who met, ``sides`` those for whoever acts or speaks, a
    person too, ``opposing`` those that mean the two who deal with each other also without a number ("the
    sides").
    """

    id: str
    words: frozenset[str]
    lemmas: frozenset[str]
    states: frozenset[str]
    people: frozenset[str]
    persons: frozenset[str]
    leaders: frozenset[str]
    sides: frozenset[str]
    opposing: frozenset[str]


class OwnBodies(Lemmas):
    """Nouns for an author's own body, and the words that may stand before them."""

    modifiers: frozenset[str]


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


class Founding(Lemmas):
    """Verbs by which a body comes to be, and nouns that are of a body behind these alone."""

    bodies: frozenset[str]


class Addresses(Phrases):
    """Phrases that tell who is spoken to, and the short names that such a body may have."""

    bodies: tuple[str, ...]


class Titles(LexiconModel):
    """Offices, by the names that the reference gives them, under one rule id."""

    id: str
    titles: frozenset[str]


class Granted(Lemmas):
    """Things that one has by another's leave or help, behind ``verbs``; what else tells of such leave."""

    verbs: frozenset[str]
    states: frozenset[str]
    modals: frozenset[str]


class Undergone(Lemmas):
    """Verbs of what is done to their subject, with the ``lemmas`` that are then their object.

    By those of what is ``witnessed`` others act in a clause; what is ``paid`` others set, where one of
    ``bounds`` tells how much.
    """

    verbs: frozenset[str]
    witnessed: frozenset[str]
    paid: frozenset[str]
    bounds: frozenset[str]


class Schemes(Lemmas):
    """Things that bind whoever is behind them; the prepositions before those, and before the other side.

    Those ``only_told`` stand for nobody who was named before, where nothing tells whose they are, those
    ``of_state`` for the state that a report is about.
    """

    made_by: frozenset[str]
    made_with: frozenset[str]
    only_told: frozenset[str]
    of_state: frozenset[str]


class NamedGroups(Lemmas):
    """Nouns that may follow a group's name, and the words that may stand between the two and before both."""

    described_as: frozenset[str]
    parts: frozenset[str]


class ShortBodies(LexiconModel):
    """By the name of a body, the names of others by the word that alone stands for them beside it."""

    id: str
    of: dict[str, dict[str, str]]


class Agencies(LexiconModel):
    """Nouns for agencies, and by the name of a body and a field the name of its agency for that."""

    id: str
    lemmas: frozenset[str]
    of: dict[str, dict[str, str]]


class Members(LexiconModel):
    """The capitalised plural for the members of one body, and its adjective, by the body's name."""

    id: str
    word: str
    adjective: str
    body: str


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


class Membership(Lemmas):
    """Those of whom a body consists, and nouns of bodies ``without`` such."""

    without: frozenset[str]


class PartyLexicon(LexiconModel):
    """All of ``parties.toml``."""

    institutions: Lemmas
    states: Lemmas
    places: Lemmas
    counted_members: Lemmas
    offices: Lemmas
    shared_offices: Lemmas
    binding_nobody: Titles
    only_ones: Phrases
    inner_bodies: Lemmas
    captives: Lemmas
    sending: Lemmas
    trials: Lemmas
    forces: Lemmas
    set_apart: Lemmas
    beside: Lemmas
    belonging: Lemmas
    own_side: OwnSide
    treaty_parties: Lemmas
    any_parties: Lemmas
    treaty_roles: TreatyRoles
    introducing: Introducing
    members: Members
    short_bodies: ShortBodies
    agencies: Agencies
    posts: Lemmas
    aides: Lemmas
    negotiating: Lemmas
    advocates: Advocates
    heads: Lemmas
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
    everybody: Lemmas
    description: tuple[Description, ...]
    receiving_place: tuple[PlaceWords, ...]
    pairs: Pairs
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
    undergone: Undergone
    sent: Lemmas
    relatives: Lemmas
    being: Lemmas
    onlookers: Lemmas
    typical: Lemmas


party_lexicon = read_once("parties", PartyLexicon)


def means_speaker(token: Token) -> bool:
    """Whether a word is "we", "I" or another pronoun of whoever speaks, and not the "US"."""
    return token.lower_ in party_lexicon().pronouns.speaker and token.text != "US"
