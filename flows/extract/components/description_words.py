"""The parts of ``lexicons/parties.toml`` for descriptions: nouns that stand for a party named before."""

from __future__ import annotations

from flows.extract.lexicon import Lemmas, LexiconModel
from models.vocabulary import EntityKind


class Introducing(LexiconModel):
    """Words behind which a text says what it calls somebody."""

    id: str
    words: frozenset[str]


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


class ToldBehind(Lemmas):
    """Nouns that keep what stands right behind them, and the prepositions by which it may begin."""

    prepositions: frozenset[str]


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
    sides"), ``retelling`` those that so mean the states that acted together last ("the countries").
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
    retelling: frozenset[str]


class NamedGroups(Lemmas):
    """Nouns that may follow a group's name, and the words that may stand between the two and before both."""

    described_as: frozenset[str]
    parts: frozenset[str]
