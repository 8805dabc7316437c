"""The lexicon of force, polarity and certainty: ``lexicons/force.toml``, and what genres it tells apart."""

from __future__ import annotations

from flows.extract.lexicon import Lemmas, LexiconModel, read_once
from models.vocabulary import Certainty, Genre

TOLD_TO_COME = "modal.will"
WILL = frozenset({TOLD_TO_COME, "modal.would"})


class Harm(LexiconModel):
    """Verbs that harm, and objects that do with a plain verb ("impose sanctions")."""

    id: str
    lemmas: frozenset[str]
    objects: frozenset[str]
    object_verbs: frozenset[str]


class Answering(Lemmas):
    """Verbs by which one answers another, and what of another (``nouns``) one answers with harm."""

    nouns: frozenset[str]


class Meeting(Lemmas):
    """Verbs, and the ``nouns`` with which they harm or press: "any raid will be met with force"."""

    nouns: frozenset[str]


class Punishing(Lemmas):
    """Verbs that punish people, and words for any of these (``anyone``)."""

    anyone: frozenset[str]


class Deciding(Lemmas):
    """Verbs by which several settle something, and nouns in the plural for them all (``parties``)."""

    parties: frozenset[str]


class Coercion(Lemmas):
    """What presses another (``nouns``), and verbs that say that it will go on.

    ``with_objects``: verbs of which it is the object or stands behind "with"; ``easing``: those that end it.
    """

    nouns: frozenset[str]
    with_objects: frozenset[str]
    easing: frozenset[str]


class Genres(LexiconModel):
    """Genres under one rule id."""

    id: str
    genres: frozenset[Genre]


class Rules(LexiconModel):
    """Rules of ``cues.toml`` under one rule id."""

    id: str
    rules: frozenset[str]


class Sought(LexiconModel):
    """Words behind which an agreement is still to come: by lemma, prepositions as written."""

    id: str
    lemmas: frozenset[str]
    prepositions: frozenset[str]


class Denial(Lemmas):
    """Verbs that deny a clause, nouns of what others tell, and verbs that deny such."""

    hearsay: frozenset[str]
    dismissing: frozenset[str]


class Drafts(Lemmas):
    """Texts that are no law yet, and what else one would act "under" (``ideas``)."""

    ideas: frozenset[str]


class Hedge(LexiconModel):
    """Adverbs that lower the certainty of an act."""

    id: str
    certainty: Certainty
    words: frozenset[str]


class Tentative(Rules):
    """Rules, and modals, that leave open whether an act will be done."""

    modals: frozenset[str]


class Terms(Rules):
    """Rules by which the terms of ``deals`` are told, and words before a deal that is still to come.

    ``drafted``: those of them by which it is written already. ``parts``: what of a deal is told as itself.
    ``laws``: texts under which an act is a duty. ``barring``: modals that with "not" forbid under either.
    """

    deals: frozenset[str]
    not_settled: frozenset[str]
    drafted: frozenset[str]
    parts: frozenset[str]
    laws: frozenset[str]
    barring: frozenset[str]


class Warnings(Rules):
    """Rules by which somebody warns of an act, and the modals that say that it will be done."""

    modals: frozenset[str]


class ForceLexicon(LexiconModel):
    """All of ``force.toml``."""

    harm: Harm
    against: Lemmas
    striking: Meeting
    answering: Answering
    assuring: Lemmas
    meeting: Meeting
    punishing: Punishing
    fining: Meeting
    going: Meeting
    leaving: Meeting
    pressing: Lemmas
    coercion: Coercion
    unmet: Lemmas
    yielding: Lemmas
    treating: Meeting
    consequences: Lemmas
    ultimatum: Lemmas
    litotes: Lemmas
    drafts: Drafts
    going_on: Lemmas
    proposing: Lemmas
    no_plan: Lemmas
    denial: Denial
    kept_right: Lemmas
    disowning: Lemmas
    word_given: Rules
    legal_words: Rules
    deciding: Deciding
    readiness: Lemmas
    hinting: Lemmas
    asking_for: Lemmas
    settling: Lemmas
    word_passed: Lemmas
    unwilling: Lemmas
    refusing: Lemmas
    turning_down: Lemmas
    keeping_open: Lemmas
    unhesitating: Lemmas
    unresting: Lemmas
    sparing: Lemmas
    in_no_way: Lemmas
    abstaining: Lemmas
    averting: Rules
    legal: Genres
    speaking: Genres
    itinerary: Lemmas
    stopping: Lemmas
    sought: Sought
    terms: Terms
    tentative: Tentative
    pondering: Lemmas
    warning: Warnings
    binding_texts: Lemmas
    hedge: tuple[Hedge, ...]


force_lexicon = read_once("force", ForceLexicon)


def text_speaks(genre: Genre | None) -> bool:
    """Whether a document of this genre speaks for those whose text it is, rather than reports."""
    return genre in force_lexicon().speaking.genres
