"""Commissive cues: which words say that somebody binds itself, and to what.

The lexicon is ``lexicons/cues.toml``. ``find_candidates`` reads it against a parsed sentence and gives
every act that might be a commitment, a request or a fulfilment; what is kept is decided later
(``flows/extract/judge.py``). Each kind of cue has a room of its own: ``modal_cues``, ``verb_cues`` (with
``complements`` and ``object_acts``), ``idiom_cues``, ``adjective_cues``, ``predicate_cues``, ``noun_cues``,
``request``, ``requesting_nouns``, ``stance``, ``standing`` and ``plain_acts``. Here their candidates are
gathered and ranked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from flows.extract import syntax
from flows.extract.components.adjective_cues import adjective_candidates
from flows.extract.components.candidate import Candidate, Shape
from flows.extract.components.coordination import JOINS, coordinated_verbs, is_of_aspect, joining_word
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.gapping import bound_beside, shares_behind
from flows.extract.components.headline import headline_candidates
from flows.extract.components.idiom_cues import idiom_candidates
from flows.extract.components.left_open import leaves_open
from flows.extract.components.modal_cues import is_wish, modal_candidates, stands_apart
from flows.extract.components.noun_cues import noun_candidates
from flows.extract.components.plain_acts import plain_candidates
from flows.extract.components.predicate_cues import predicate_candidates
from flows.extract.components.promisor import BINDING_OTHERS
from flows.extract.components.relative import is_told_before
from flows.extract.components.request import request_candidates
from flows.extract.components.requesting_nouns import requesting_noun_candidates
from flows.extract.components.scheduled import scheduled_candidates
from flows.extract.components.stance import stances
from flows.extract.components.standing import standing_offers
from flows.extract.components.ultimatum import as_threat
from flows.extract.components.verb_cues import promises_itself, verb_candidates
from flows.extract.parse import Doc, Span, Token
from flows.extract.remembered import Remembered

PLAIN_SHAPES: frozenset[Shape] = frozenset({"modal", "itself", "fulfilment", "progressive"})
SELF_CUED: frozenset[Shape] = frozenset({"itself", "fulfilment", "progressive"})
STRENGTH: dict[Shape, int] = {
    "request": 6, "predicate": 6, "infinitive": 5, "clause": 5, "gerund": 5, "noun": 4, "object": 4,
    "preposition": 4, "modal": 3, "bullet": 2, "itself": 2, "progressive": 1, "fulfilment": 1,
}  # fmt: skip


def find_candidates(sentence: Span) -> list[Candidate]:
    """Every act of ``sentence`` that a rule proposes, the outermost alone, in the text's order, each once.

    Where several rules propose the same act, the one whose cue is a commissive word of its own is
    kept before a bare modal ("promised that it will send": the promise). What a relative clause tells of a
    noun stands beside what else is done with it: "Peru rejected the aid that Norway promised".
    """
    headed = {
        act.act.i: act for candidate in headline_candidates(sentence) for act in _coordinated_acts(candidate)
    }
    found = dict(headed)
    told_before: dict[int, Candidate] = {}
    proposing = _proposing_words(sentence.doc)
    for token in sentence:
        for candidate in _candidates_at(token) if proposing[token.i] else ():
            if candidate.act.sent.start != sentence.start or _asks_nobody(candidate):
                continue
            if leaves_open(candidate.act):  # what may be done stands below it
                continue
            for act in _coordinated_acts(candidate):
                if act.act.i in headed:
                    continue
                group = told_before if is_told_before(act) else found
                rival = group.get(act.act.i)
                if rival is None or _rank(act) > _rank(rival):
                    group[act.act.i] = act
    for act in told_before.values():  # "the tax that Norway proposed": the tax
        found.pop(act.binder.i, None)
    acts = [*_outermost(found), *told_before.values()]
    return sorted(_with_shares(acts), key=lambda candidate: candidate.act.i)


def _candidates_at(token: Token) -> Iterator[Candidate]:
    """What a word proposes by the rules of every kind; of equals the first one found is kept."""
    yield from modal_candidates(token)
    if syntax.is_verb(token) and not is_wish(token):
        yield from verb_candidates(token)
        yield from idiom_candidates(token)
        for rule in cue_index().requests.get(token.lemma_.lower(), ()):
            yield from request_candidates(token, rule)
        yield from plain_candidates(token)
        yield from scheduled_candidates(token)
        yield from stances(token)
        yield from standing_offers(token)
    yield from predicate_candidates(token)
    yield from adjective_candidates(token)
    if _is_noun(token):
        yield from noun_candidates(token)
        for rule in cue_index().requests.get(token.lemma_.lower(), ()):
            yield from requesting_noun_candidates(token, rule)


@lru_cache(maxsize=1)  # the sentences of a document ask one after the other
def _proposing_words(doc: Doc) -> list[bool]:
    return _proposing().of(doc)


@lru_cache(maxsize=1)
def _proposing() -> Remembered[bool]:
    return Remembered(_may_propose)


def _may_propose(token: Token) -> bool:
    """Whether any rule could be about a token, by its form and tags alone."""
    index, lemma = cue_index(), token.lemma_.lower()
    if syntax.is_verb(token) or token.lower_ in index.adjectives or stands_apart(token):
        return True
    return _is_noun(token) and (lemma in index.nouns or lemma in index.requests)


def _is_noun(token: Token) -> bool:
    return token.pos_ == "NOUN" or token.tag_ in {"NN", "NNS"}


def _asks_nobody(candidate: Candidate) -> bool:
    """Whether a thing is asked of nobody who is named, by a verb that offers: "proposed a budget"."""
    if candidate.shape != "request" or candidate.asked is not None or syntax.is_verb(candidate.act):
        return False
    rules = cue_index().verbs.get(candidate.cue.lemma_.lower(), ())
    return any(rule.force == "offer" for rule in rules)


def _rank(candidate: Candidate) -> tuple[int, int]:
    weak = candidate.rule_id == "plan.be_to"  # "the intention is to …": the noun says more than the copula
    return 2 if weak else STRENGTH[candidate.shape], -candidate.cue.i


def _coordinated_acts(candidate: Candidate) -> Iterator[Candidate]:
    """The candidate and one more for every verb coordinated with its act, where those are distinct acts.

    Below a verb that only leads to what is done they stand beside that: "is going to rent it and sell it".
    Verbs that the parse coordinates with one that a modal governs have that modal themselves; what it hangs
    elsewhere stands behind "and" at least.
    """
    yield candidate
    act = syntax.acting_verb(candidate.act)
    leads = act != candidate.act or (candidate.shape == "modal" and candidate.cue == act.head)  # "ought to"
    if not syntax.is_verb(act):
        return
    plain = candidate.shape in PLAIN_SHAPES and not leads
    found = syntax.conjuncts(act) if plain else []
    for verb in coordinated_verbs(act):
        if verb in found or (plain and joining_word(verb) not in {*JOINS, "to"}):
            continue
        if not (candidate.shape == "noun" and promises_itself(verb)) and not _does_so(verb):
            yield from as_threat(replace(candidate, act=verb), act)


def _does_so(verb: Token) -> bool:
    """Whether a verb only stands for the act before it: "to pay, and to do so by May"."""
    return verb.lemma_ == "do" and any(word.lower_ == "so" for word in syntax.children(verb, "advmod"))


def _outermost(found: dict[int, Candidate]) -> Iterator[Candidate]:
    """Leave out acts of a cue that is itself an act ("will continue to work to ensure": one act).

    What is coordinated below such a cue is an act of its own and has the cue's own rule: "will continue to
    fund schools and build roads".
    """
    for candidate in found.values():
        if any(
            _is_given_up(candidate, other)
            or _only_offers(candidate, other)
            or _is_means(candidate, other)
            or _goes_on_asking(candidate, other)
            for other in found.values()
        ):
            continue
        outer = _outer(candidate, found)
        if outer is candidate or _is_of_another(candidate, outer):
            yield candidate
        elif candidate.act.i != _first_below(candidate.cue, found) and is_of_aspect(outer.act):
            yield replace(outer, act=candidate.act)


def _only_offers(candidate: Candidate, other: Candidate) -> bool:
    """Whether an act is only the offering of another: "is offering to host the fair"."""
    if candidate.shape not in {"itself", "progressive"} or other.cue.i != candidate.act.i != other.act.i:
        return False
    return other.force == "offer" and other.act.i > other.cue.i


def _goes_on_asking(candidate: Candidate, other: Candidate) -> bool:
    """Whether an act is that somebody goes on asking for another: "continues to urge Fiji to pay"."""
    asks = other.shape == "request" and other.cue.i == candidate.act.i
    finite = not syntax.has_to(candidate.binder) and syntax.modal_of(candidate.binder) is None
    told = candidate.shape == "infinitive" and finite
    return asks and told and candidate.cue == candidate.binder and is_of_aspect(candidate.cue)


def _is_given_up(candidate: Candidate, other: Candidate) -> bool:
    """Whether an act is what the same party goes back on: "backed out of a deal to buy wheat".

    So is the giving up itself, where what is given up is an act: "withdrew an offer to sell wheat".
    """
    if candidate.shape == "fulfilment":
        return other.force == "refusal" and other.cue.i == candidate.act.i != other.act.i
    if other.force != "refusal" or other.shape != "itself" or candidate.shape != "noun":
        return False
    holder = candidate.holder
    own = holder is None or holder.pos_ == "PRON" or holder == syntax.subject_of(other.act)
    verb = syntax.verb_above(candidate.cue)
    return own and verb is other.act and verb.dep_ != "advcl"  # "if Peru reneges on its promise"


def _is_means(candidate: Candidate, other: Candidate) -> bool:
    """Whether an act only tells how another is done: "announced a new front by announcing ten rules"."""
    by = syntax.conjunction_head(candidate.binder.head)  # "by mending boats and by committing to lend them"
    means = candidate.binder.dep_ == "pcomp" and by.lower_ == "by" and candidate.binder != candidate.act
    return means and candidate is not other and by.head in (other.binder, other.act)


def _is_of_another(candidate: Candidate, outer: Candidate) -> bool:
    """Whether an act is that of another party than the one that names it.

    A plan that somebody rejects ("rejected Kenya's offer to mediate"), what an ultimatum asks of its hearer.
    """
    if candidate.shape == "request":
        return outer.force == "threat"
    return outer.force == "refusal" and outer.shape == "object" and candidate.holder is not None


def _outer(candidate: Candidate, found: dict[int, Candidate]) -> Candidate:
    """The candidate whose act holds the cue of this one, as far out as there is one; itself at the top."""
    seen: set[int] = set()
    while candidate.act.i not in seen:
        seen.add(candidate.act.i)
        holding = found.get(candidate.cue.i) or _request_to_be(candidate, found)
        if holding is None or candidate.cue.i == candidate.act.i or holding.shape in SELF_CUED:
            break
        if _goes_on_asking(holding, candidate):
            break
        candidate = holding
    return candidate


def _request_to_be(candidate: Candidate, found: dict[int, Candidate]) -> Candidate | None:
    """What asks somebody to be as an adjective says: "asked the bakers to be ready to wait"."""
    asked = found.get(candidate.binder.i) if candidate.cue.head == candidate.binder else None
    return asked if asked is not None and asked.shape == "request" and asked.act.lemma_ == "be" else None


def _first_below(cue: Token, found: dict[int, Candidate]) -> int:
    """The first act that a cue governs, which belongs to the cue's own act."""
    return min(candidate.act.i for candidate in found.values() if candidate.cue.i == cue.i)


def _with_shares(found: list[Candidate]) -> Iterator[Candidate]:
    """The acts, and those of further parties that share their verb: "Norway pledged $5 million, Peru $3"."""
    shared: dict[int, Candidate] = {}
    for candidate in found:
        shares = shares_behind(candidate)
        for share in shares:
            shared[share.number.i] = replace(
                candidate,
                act=share.number,
                holder=share.party,
                shape="object",
                share_end=share.end,
                until=share.end if share.counts else None,
                alone=True,
            )
        beside = bound_beside(candidate) if candidate.rule_id in BINDING_OTHERS else None
        if beside is not None and beside.holder is not None:
            shared[beside.act.i] = beside
            yield replace(candidate, share_end=beside.holder.left_edge.i - 1)
        elif not any(share.number.i == candidate.act.i for share in shares):
            yield replace(candidate, share_end=shares[0].start) if shares else candidate
    yield from shared.values()
