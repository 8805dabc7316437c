"""The lexicon of commissive cues, ``lexicons/cues.toml``, and the acts that its rules propose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pydantic import Field, model_validator

from flows.extract import syntax
from flows.extract.lexicon import LexiconModel, load_lexicon
from flows.extract.parse import Token
from models.vocabulary import Certainty, Force

PARTY_LABELS = syntax.NAMED_LABELS

BINDING_TEXTS = ("instrument", "edict", "budget")  # the lists of nouns for them
# the lists for which code asks by name, besides those that rules name
BESIDE = frozenset({"prep", "advmod", "prt", "acomp", "oprd", "ccomp"})  # as what a phrase stands with a verb
ASKED_FOR = frozenset(
    {
        *BINDING_TEXTS, "asking", "choice", "commitment", "concluded", "convened", "informing", "judging",
        "leaving", "making", "minding", "pointing", "terms", "refuge", "ruling_out", "settled", "standing",
        "unsettled", "wishing", "worded",
    }
)  # fmt: skip

Complement = Literal[
    "infinitive", "gerund", "gerund_behind", "clause", "object", "preposition", "itself", "within_period",
]  # fmt: skip
Asked = Literal[
    "object", "preposition", "clause", "thing", "noun", "beside_object", "refuge", "given", "period",
    "source", "leave", "turned_to",
]  # fmt: skip
Shape = Literal[
    "modal", "infinitive", "gerund", "clause", "object", "preposition", "itself", "noun", "bullet",
    "progressive", "request", "fulfilment", "predicate",
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
    particles: dict[str, str] = Field(default_factory=dict)
    not_with: frozenset[str] = frozenset()
    beside: tuple[str, ...] = ()
    sums: bool = False
    bare: str | None = None
    active: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    enacts: bool = False
    done: bool = False
    speech: bool = False


class IdiomCue(LexiconModel):
    """Verbs that with one of ``objects`` say what those of the rule ``like`` say ("gave its blessing to").

    An object of two words is one with a modifier ("green light").
    """

    like: str
    lemmas: tuple[str, ...]
    objects: frozenset[str]
    prepositions: tuple[str, ...] = ()
    particle: str | None = None


class AdjectiveCue(LexiconModel):
    """A predicative adjective or participle that binds its subject ("ready to", "committed to").

    ``phrases`` stand for one between a form of "be" and the act ("on the verge of").
    """

    id: str
    lemmas: tuple[str, ...]
    force: Force
    certainty: Certainty
    prepositions: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    apart: frozenset[str] = frozenset()
    sums: bool = False


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


class FulfilmentCue(LexiconModel):
    """Verbs of acts reported as done; ``gives`` marks those that hand something to somebody."""

    id: str
    lemmas: tuple[str, ...]
    gives: bool = False


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
    """Verbs that say no to what was said before; ``particles`` are what some must stand with ("said no")."""

    id: str
    lemmas: frozenset[str]
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
    """All of ``cues.toml``; rule ids are unique and every named list of nouns exists."""

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
    def _consistent(self) -> CueLexicon:
        groups = (
            self.verb, self.adjective, self.noun, self.modal, self.request, self.fulfilment, self.predicate,
        )  # fmt: skip
        ids = [rule.id for rules in groups for rule in rules]
        ids += [rule.id for rule in self.accepted]
        ids += [self.visit.id, self.bare.id, self.stance.id, self.standing.id]
        plain = self.plain
        ids += [each.id for each in (plain.performative, plain.term, plain.progressive)]
        ids += [plain.scheduled.id, plain.headline.id, plain.added.id]
        twice = sorted({rule_id for rule_id in ids if ids.count(rule_id) > 1})
        if twice:
            raise ValueError(f"rule ids used twice: {', '.join(twice)}")
        if missing := sorted(ASKED_FOR - set(self.nouns)):
            raise ValueError(f"there is no list of nouns {missing[0]!r}")
        for rule in self.verb:
            lists = (rule.objects, rule.not_objects, rule.bare, *rule.subjects, *rule.objects_of.values())
            for name in lists:
                if name is not None and name not in self.nouns:
                    raise ValueError(f"{rule.id} names the unknown list of nouns {name!r}")
        standing_apart = [(cue.id, cue.apart - set(cue.lemmas)) for cue in self.verb]
        standing_apart += [(cue.id, cue.apart - set(cue.lemmas)) for cue in self.adjective]
        for rule_id, foreign in standing_apart:
            if foreign:
                raise ValueError(f"{rule_id} has no lemma {min(foreign)!r} that could stand apart")
        known = {rule.id for rule in self.verb}
        if unlike := sorted(idiom.like for idiom in self.idiom if idiom.like not in known):
            raise ValueError(f"an idiom is like the unknown rule {unlike[0]!r}")
        return self


@dataclass(frozen=True)
class Candidate:
    """An act that might be committed to: ``act`` heads it, ``cue`` is the word that says so.

    ``binder`` is the token whose subject binds itself (the act itself under a modal, "pledged" in
    "pledged to send"); ``asked`` is the party that a request addresses, ``holder`` the noun to which a
    nominal cue belongs ("Germany" in "Germany's promise") or on which a list hangs, ``lead`` the word that
    leads to that list ("will" of "Germany will:"), each where the parse shows one. ``until`` is the token at
    which an item of a list inside a sentence ends, ``share_end`` the one at which a party's share does where
    several share a verb; ``alone`` tells that who is coordinated with the holder has another share.
    """

    act: Token
    cue: Token
    binder: Token
    rule_id: str
    force: Force
    certainty: Certainty
    shape: Shape
    speech: bool = False
    asked: Token | None = None
    holder: Token | None = None
    lead: Token | None = None
    until: int | None = None
    share_end: int | None = None
    alone: bool = False

    @property
    def is_item(self) -> bool:
        """Whether the act is that of an item or heading, or of a list inside a sentence."""
        return self.shape == "bullet" or self.lead is not None


@dataclass(frozen=True)
class CueIndex:
    """The lexicon's rules by the lemma or word that triggers them.

    ``phrases`` are the adjectives' rules that have any; ``longest_phrase`` is how many words a phrase of
    theirs or of ``predicates`` has at most. ``with_no`` are "no" and the word behind it that open a phrase or
    an idiom's object ("no question", of "no question of"), and deny nothing.
    """

    verbs: dict[str, list[VerbCue]]
    idioms: dict[str, list[tuple[IdiomCue, VerbCue]]]
    adjectives: dict[str, list[AdjectiveCue]]
    nouns: dict[str, list[NounCue]]
    modals: dict[str, ModalCue]
    modals_before_to: dict[str, ModalCue]
    requests: dict[str, list[RequestCue]]
    fulfilments: dict[str, FulfilmentCue]
    plain: PlainCues
    predicates: tuple[PredicateCue, ...]
    phrases: tuple[AdjectiveCue, ...]
    longest_phrase: int
    with_no: frozenset[str]
    visit: VisitCue
    accepted: tuple[AcceptedCue, ...]
    bare: BareCue
    stance: StanceCue
    standing: StandingCue
    noun_lists: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def cue_index() -> CueIndex:
    """The index over ``lexicons/cues.toml``; raises LexiconError where that file breaks its model."""
    lexicon = load_lexicon("cues", CueLexicon)
    phrases = [phrase for predicate in lexicon.predicate for phrase in predicate.phrases]
    phrases += [phrase for adjective in lexicon.adjective for phrase in adjective.phrases]
    objects = [words for idiom in lexicon.idiom for words in idiom.objects]
    return CueIndex(
        verbs=_by_lemma(lexicon.verb),
        idioms=_idioms(lexicon),
        adjectives=_by_lemma(lexicon.adjective),
        nouns=_by_lemma(lexicon.noun),
        modals={word: rule for rule in lexicon.modal for word in rule.words},
        modals_before_to={lemma: rule for rule in lexicon.modal for lemma in rule.before_to},
        requests=_by_lemma(lexicon.request),
        fulfilments={lemma: rule for rule in lexicon.fulfilment for lemma in rule.lemmas},
        plain=lexicon.plain,
        predicates=lexicon.predicate,
        phrases=tuple(rule for rule in lexicon.adjective if rule.phrases),
        longest_phrase=max((len(phrase.split()) for phrase in phrases), default=0),
        with_no=frozenset(_opening_with_no((*phrases, *objects))),
        visit=lexicon.visit,
        accepted=lexicon.accepted,
        bare=lexicon.bare,
        stance=lexicon.stance,
        standing=lexicon.standing,
        noun_lists=lexicon.nouns,
    )


def ways_to_ask(word: Token) -> frozenset[Asked]:
    """Where those stand whom a verb or noun asks to act, by all rules for it; none where it asks nobody."""
    rules = cue_index().requests.get(word.lemma_.lower(), ())
    return frozenset(way for rule in rules for way in rule.asked)


def is_directed(word: Token) -> bool:
    """Whether a verb or noun asks somebody who is there: "asked for a road", not "called for calm"."""
    lemma = word.lemma_.lower()
    return any(lemma in rule.directed for rule in cue_index().requests.get(lemma, ()))


def is_one_of_lists(noun: Token, names: Iterable[str]) -> bool:
    """Whether a noun, capitalised or not, is in one of the named lists of nouns: "the Budget"."""
    lists = cue_index().noun_lists
    return any(syntax.noun_lemma(noun) in lists[name] for name in names)


def allowed_objects(rule: VerbCue) -> frozenset[str] | None:
    """The nouns of which a verb's object must be by a rule; None where it may be any."""
    return cue_index().noun_lists[rule.objects] if rule.objects is not None else None


def modal_over(verb: Token) -> tuple[Token, ModalCue] | None:
    """The modal of a verb, with its rule: "will" of "will pay"; None where no rule has it."""
    modal = syntax.modal_of(verb)
    rule = cue_index().modals.get(modal.lower_) if modal is not None else None
    return (modal, rule) if modal is not None and rule is not None else None


def is_binding_text(noun: Token) -> bool:
    """Whether a noun is of a text that binds: a deal, a plan or a law ("the accord", "the Order")."""
    return is_one_of_lists(noun, BINDING_TEXTS)


def gives(act: Token) -> bool:
    """Whether a past act hands something to somebody, by the verb that heads it ("has sent 40 trucks")."""
    rule = cue_index().fulfilments.get(act.lemma_.lower())
    return rule is not None and rule.gives


def _by_lemma[Cue: (VerbCue, NounCue, AdjectiveCue, RequestCue)](
    rules: tuple[Cue, ...],
) -> dict[str, list[Cue]]:
    found: dict[str, list[Cue]] = {}
    for rule in rules:
        for lemma in rule.lemmas:
            found.setdefault(lemma, []).append(rule)
    return found


def _idioms(lexicon: CueLexicon) -> dict[str, list[tuple[IdiomCue, VerbCue]]]:
    """The idioms by the lemma of their verb, each with the rule that it is like."""
    rules = {rule.id: rule for rule in lexicon.verb}
    found: dict[str, list[tuple[IdiomCue, VerbCue]]] = {}
    for idiom in lexicon.idiom:
        for lemma in idiom.lemmas:
            found.setdefault(lemma, []).append((idiom, rules[idiom.like]))
    return found


def _opening_with_no(phrases: Iterable[str]) -> Iterator[str]:
    """The first two words of those of ``phrases`` that begin with "no"."""
    return (" ".join(phrase.split()[:2]) for phrase in phrases if phrase.startswith("no "))


def has_particle(verb: Token, particle: str | None) -> bool:
    """Whether a verb stands with the particle that a rule wants, if it wants one ("turned down")."""
    return particle is None or any(
        word.lower_ == particle for word in syntax.children(verb, "prt", "advmod", "intj")
    )


def has_beside(verb: Token, phrases: tuple[str, ...]) -> bool:
    """Whether a verb stands with a phrase that a rule wants, if it wants any: "put it on the table"."""
    firsts = [word.i for word in verb.children if word.dep_ in BESIDE]
    return not phrases or any(
        verb.doc[first : first + len(phrase.split())].text.lower() == phrase
        for first in firsts
        for phrase in phrases
    )


def refuses(verb: Token) -> bool:
    """Whether what is a verb's object is what its subject will not have: "rejected", "turned down"."""
    return any(_refusals(verb))


def only_says_no(verb: Token) -> bool:
    """Whether a verb refuses in words alone, and does nothing itself: "rule out", but not "withdraw"."""
    return any("itself" not in rule.complements for rule in _refusals(verb))


def _refusals(verb: Token) -> Iterator[VerbCue]:
    lemma = verb.lemma_.lower()
    for rule in cue_index().verbs.get(lemma, ()):
        told = has_particle(verb, rule.particles.get(lemma)) and has_beside(verb, rule.beside)
        if rule.force == "refusal" and told:
            yield rule
