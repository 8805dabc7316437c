"""The lexicon of commissive cues, ``lexicons/cues.toml``, by the words that trigger its rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from flows.extract import syntax
from flows.extract.components.cue_rules import (
    BINDING_TEXTS,
    AcceptedCue,
    AdjectiveCue,
    Asked,
    BareCue,
    CueLexicon,
    FulfilmentCue,
    IdiomCue,
    ModalCue,
    NounCue,
    PlainCues,
    PredicateCue,
    RequestCue,
    StanceCue,
    StandingCue,
    VerbCue,
    VisitCue,
)
from flows.extract.lexicon import by_lemma, load_lexicon
from flows.extract.parse import Token

BESIDE = frozenset({"prep", "advmod", "prt", "acomp", "oprd", "ccomp"})  # as what a phrase stands with a verb


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


@cache
def cue_index() -> CueIndex:
    """The index over ``lexicons/cues.toml``; raises LexiconError where that file breaks its model."""
    lexicon = load_lexicon("cues", CueLexicon)
    phrases = [phrase for predicate in lexicon.predicate for phrase in predicate.phrases]
    phrases += [phrase for adjective in lexicon.adjective for phrase in adjective.phrases]
    objects = [words for idiom in lexicon.idiom for words in idiom.objects]
    return CueIndex(
        verbs=by_lemma(lexicon.verb),
        idioms=_idioms(lexicon),
        adjectives=by_lemma(lexicon.adjective),
        nouns=by_lemma(lexicon.noun),
        modals={word: rule for rule in lexicon.modal for word in rule.words},
        modals_before_to={lemma: rule for rule in lexicon.modal for lemma in rule.before_to},
        requests=by_lemma(lexicon.request),
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


def ways_to_ask(word: Token) -> frozenset[Asked]:
    """Where those stand whom a verb or noun asks to act, by all rules for it; none where it asks nobody."""
    rules = cue_index().requests.get(word.lemma_.lower(), ())
    return frozenset(way for rule in rules for way in rule.asked)


def leaves_time(verb: Token) -> bool:
    """Whether a verb tells how long somebody has to act, by a rule for it: "has ten days to leave"."""
    rules = cue_index().verbs.get(verb.lemma_.lower(), ()) if syntax.is_verb(verb) else ()
    return any("within_period" in rule.complements for rule in rules)


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
