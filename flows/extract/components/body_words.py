"""The parts of ``lexicons/parties.toml`` that tell bodies by their nouns, owners and members."""

from __future__ import annotations

from flows.extract.lexicon import Lemmas, LexiconModel


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


class OwnBodies(Lemmas):
    """Nouns for an author's own body, and the words that may stand before them."""

    modifiers: frozenset[str]


class Founding(Lemmas):
    """Verbs by which a body comes to be, and nouns that are of a body behind these alone."""

    bodies: frozenset[str]


class Schemes(Lemmas):
    """Things that bind whoever is behind them; the prepositions before those, and before the other side.

    Those ``only_told`` stand for nobody who was named before, where nothing tells whose they are, those
    ``of_state`` for the state that a report is about.
    """

    made_by: frozenset[str]
    made_with: frozenset[str]
    only_told: frozenset[str]
    of_state: frozenset[str]


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


class Membership(Lemmas):
    """Those of whom a body consists, nouns of bodies ``without`` such, and for members of an alliance."""

    without: frozenset[str]
    allied: frozenset[str]


class Belonging(Lemmas):
    """Those of whom a body consists, and nouns for people that are such where a body has them (``led``).

    The ``whole`` are nouns for all people of a body.
    """

    led: frozenset[str]
    whole: frozenset[str]


class Heads(Lemmas):
    """Nouns for who leads a body, and verbs that tell the same (``leading``)."""

    leading: frozenset[str]


class Sent(Lemmas):
    """People whom somebody sends, those of them who also come of ``themselves``, and ``vehicles``."""

    themselves: frozenset[str]
    vehicles: frozenset[str]


class Places(Lemmas):
    """Nouns for places, and those of them that act for themselves (``governing``)."""

    governing: frozenset[str]


class Sending(Lemmas):
    """Verbs of sending, those of ``giving`` that tell the same, and nouns for what is sent (``units``)."""

    giving: frozenset[str]
    units: frozenset[str]


class Trials(Lemmas):
    """Nouns for where people are tried, verbs of ``appearing`` there and of ``trying`` them there."""

    appearing: frozenset[str]
    trying: frozenset[str]
