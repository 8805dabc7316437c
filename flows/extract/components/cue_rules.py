"""The rules of the lexicon of commissive cues, ``lexicons/cues.toml``, each kind under its model."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import Field, model_validator

from flows.extract.lexicon import LexiconModel
from models.vocabulary import Certainty, Force

BINDING_TEXTS = ("instrument", "edict", "budget")  # the lists of nouns for them
# The lists of nouns for which code asks by name, besides those that rules name.
ASKED_FOR = frozenset(
    {
        *BINDING_TEXTS, "adding", "aid", "all", "asking", "aspect", "choice", "commitment", "concluded",
        "convened", "facing", "finding", "help", "informing", "judging", "leaving", "making", "minding",
        "pointing", "preferring", "proposed", "putting_forward", "refuge", "ruling_out",
        "same_text", "settled", "spoken_to", "standing", "terms", "unsettled", "winning_over", "wishing",
        "worded", "working",
    }
)  # fmt: skip

Complement = Literal[
    "infinitive", "gerund", "gerund_behind", "clause", "object", "preposition", "itself", "within_period",
    "for_whom",
]  # fmt: skip
Asked = Literal[
    "object", "preposition", "clause", "thing", "noun", "beside_object", "refuge", "given", "period",
    "source", "leave", "turned_to",
]  # fmt: skip


class VerbCue(LexiconModel):
    """A verb that binds its subject to an act in its complement."""

    id: str
    lemmas: tuple[str, ...]
    force: Force
    certainty: Certainty
    complements: tuple[Complement, ...]
    prepositions: tuple[str, ...] = ()
    passive: Literal["promisor", "act"] | None = None
    objects: str | None = None
    not_objects: str | None = None
    objects_of: dict[str, str] = Field(default_factory=dict)
    subjects: tuple[str, ...] = ()
    subjects_of: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    particles: dict[str, str] = Field(default_factory=dict)
    not_particles: dict[str, frozenset[str]] = Field(default_factory=dict)
    prepositions_of: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    not_with: frozenset[str] = frozenset()
    beside: tuple[str, ...] = ()
    sums: bool = False
    bare: str | None = None
    active: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    enacts: bool = False
    done: bool = False
    unfinished: bool = False
    speech: bool = False
    fronted: bool = False
    of_things: frozenset[str] = frozenset()
    idle_with: frozenset[str] = frozenset()


class IdiomCue(LexiconModel):
    """Verbs that with one of ``objects`` say what those of the rule ``like`` say ("gave its blessing to").

    An object of two words is one with a modifier ("green light"). The act is none of those in ``not_before``.
    """

    like: str
    lemmas: tuple[str, ...]
    objects: frozenset[str]
    prepositions: tuple[str, ...] = ()
    particle: str | None = None
    not_before: str | None = None


class AdjectiveCue(LexiconModel):
    """A predicative adjective or participle that binds its subject ("ready to", "committed to").

    ``phrases`` stand for one between a form of "be" and the act ("on the verge of"). It counts only
    ``behind`` some verbs, if any are named, and ``not_behind`` others ("gets ready").
    """

    id: str
    lemmas: tuple[str, ...]
    force: Force
    certainty: Certainty
    prepositions: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    apart: frozenset[str] = frozenset()
    sums: bool = False
    behind: frozenset[str] = frozenset()
    not_behind: frozenset[str] = frozenset()


class NounCue(LexiconModel):
    """A noun that names a commitment; ``light`` nouns count only as objects of a commissive verb.

    What is done must be a verb where ``needs_verb``: "talks to buy jets", not "talks in May"; and the text
    must tell whose they are where ``owned``: "Peru's gift of boats".
    """

    id: str
    lemmas: tuple[str, ...]
    force: Force
    certainty: Certainty
    light: bool = False
    needs_verb: bool = False
    owned: bool = False


class ModalCue(LexiconModel):
    """A modal, by its written forms; lemmas ``before_to`` do the same for an infinitive ("has to pay")."""

    id: str
    words: tuple[str, ...]
    before_to: frozenset[str] = frozenset()
    force: Force
    certainty: Certainty


class RequestCue(LexiconModel):
    """A verb or noun by which somebody asks another party to act."""

    id: str
    lemmas: tuple[str, ...]
    asked: tuple[Asked, ...]
    prepositions: tuple[str, ...] = ()
    particles: dict[str, str] = Field(default_factory=dict)
    said_to_be: frozenset[str] = frozenset()
    stressed_by: frozenset[str] = frozenset()
    for_itself: frozenset[str] = frozenset()
    directed: frozenset[str] = frozenset()
    things: str | None = None


class FulfilmentCue(LexiconModel):
    """Verbs of acts reported as done; ``gives`` marks those that hand something to somebody.

    Of those marked ``receives`` whoever stands behind "from" gave what their subject got.
    """

    id: str
    lemmas: tuple[str, ...]
    gives: bool = False
    receives: bool = False


class PredicateCue(LexiconModel):
    """Words behind a form of "be" that rule out what its subject names ("is out of the question")."""

    id: str
    phrases: tuple[str, ...]
    force: Force
    certainty: Certainty


class PlainCue(LexiconModel):
    """A way of telling an act without a commissive word; ``words`` are what it needs beside the verb."""

    id: str
    force: Force
    certainty: Certainty
    words: frozenset[str] = frozenset()


class ScheduledCue(PlainCue):
    """What the present tells of days to come; ``not_verbs`` tell how things stand and no act."""

    not_verbs: frozenset[str]


class PlainCues(LexiconModel):
    """What is done by its own words ("hereby"), a term of a deal, what is under way, to come, and added.

    ``headline`` is what a heading tells with "to" alone.
    """

    performative: PlainCue
    term: PlainCue
    progressive: PlainCue
    scheduled: ScheduledCue
    headline: PlainCue
    added: PlainCue


class VisitCue(LexiconModel):
    """Verbs that with ``prepositions`` tell of a visit, and the acts for which one visits.

    ``objects`` are the nouns that make a courtesy of a verb ("pay his respects"); ``talks`` are also asked.
    """

    id: str
    verbs: frozenset[str]
    prepositions: tuple[str, ...]
    courtesies: frozenset[str]
    objects: dict[str, frozenset[str]]
    talks: frozenset[str]


class BareCue(LexiconModel):
    """Verbs that say no to what was said before; ``particles`` are what some must stand with ("said no").

    Those ``of_pronoun`` say no to what one of ``pronouns`` stands for: "rejected it".
    """

    id: str
    lemmas: frozenset[str]
    of_pronoun: frozenset[str]
    pronouns: frozenset[str]
    particles: dict[str, str]


class AcceptedCue(LexiconModel):
    """Verbs by which one takes up what ``nouns`` name, and so means to do it or agrees to it."""

    id: str
    force: Force
    verbs: frozenset[str]
    nouns: frozenset[str]


class StanceCue(LexiconModel):
    """Verbs with ``prepositions`` of what somebody does not do on principle; ``nouns`` name the principle."""

    id: str
    lemmas: frozenset[str]
    prepositions: tuple[str, ...]
    nouns: frozenset[str]


class StandingCue(LexiconModel):
    """Nouns of what may still be taken up, and the words that say so behind a verb or copula.

    ``doors`` are ``open``; the other ``nouns`` stand by one of ``verbs`` or are in one of ``states``.
    """

    id: str
    nouns: frozenset[str]
    doors: frozenset[str]
    verbs: frozenset[str]
    copulas: frozenset[str]
    states: frozenset[str]
    open: frozenset[str]


class CueLexicon(LexiconModel):
    """All of ``cues.toml``; every named list of nouns exists."""

    verb: tuple[VerbCue, ...]
    idiom: tuple[IdiomCue, ...]
    adjective: tuple[AdjectiveCue, ...]
    noun: tuple[NounCue, ...]
    modal: tuple[ModalCue, ...]
    request: tuple[RequestCue, ...]
    fulfilment: tuple[FulfilmentCue, ...]
    predicate: tuple[PredicateCue, ...]
    plain: PlainCues
    visit: VisitCue
    accepted: tuple[AcceptedCue, ...]
    bare: BareCue
    stance: StanceCue
    standing: StandingCue
    nouns: dict[str, frozenset[str]]

    @model_validator(mode="after")
    def _known_lists(self) -> CueLexicon:
        if missing := sorted(ASKED_FOR - set(self.nouns)):
            raise ValueError(f"there is no list of nouns {missing[0]!r}")
        for rule in self.verb:
            lists = (rule.objects, rule.not_objects, rule.bare, *rule.subjects, *rule.objects_of.values())
            self._know(rule.id, (*lists, *(name for names in rule.subjects_of.values() for name in names)))
        for request in self.request:
            self._know(request.id, (request.things,))
        for idiom in self.idiom:
            self._know(idiom.like, (idiom.not_before,))
        return self

    def _know(self, rule_id: str, names: Iterable[str | None]) -> None:
        """Raise ValueError where a rule names a list of nouns that there is none of."""
        for name in names:
            if name is not None and name not in self.nouns:
                raise ValueError(f"{rule_id} names the unknown list of nouns {name!r}")

    @model_validator(mode="after")
    def _known_lemmas(self) -> CueLexicon:
        rules: tuple[VerbCue | AdjectiveCue, ...] = (*self.verb, *self.adjective)
        for rule in rules:
            if foreign := rule.apart - set(rule.lemmas):
                raise ValueError(f"{rule.id} has no lemma {min(foreign)!r} that could stand apart")
        return self

    @model_validator(mode="after")
    def _known_likenesses(self) -> CueLexicon:
        known = {rule.id for rule in self.verb}
        if unlike := sorted(idiom.like for idiom in self.idiom if idiom.like not in known):
            raise ValueError(f"an idiom is like the unknown rule {unlike[0]!r}")
        return self
