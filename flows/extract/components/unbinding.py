"""Clauses in which nobody binds itself: rumours, forecasts, habits, conditions, definitions, headings.

The lexicon is ``lexicons/no_acts.toml``. "It was rumoured that Norway would pay", "polls show that most want
to leave", "usually guarantees a seat".
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.answers import is_answer_of_share
from flows.extract.components.attitude import (
    is_enacted,
    is_less_wanted,
    is_lost_hope,
    is_seen_to,
    may_come_of_thing,
    praises_trait,
    ties_to_people,
)
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.defined import rules_above_duty, rules_of_sentence
from flows.extract.components.force_lexicon import force_lexicon
from flows.extract.components.no_act import is_of_thing
from flows.extract.components.no_act_lexicon import Picked, Supposed, Trusting, no_act_lexicon
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.promisor import tells_of_others
from flows.extract.components.put_off import is_called_off, is_condition, is_marked, is_ruled
from flows.extract.components.without_act import names_no_act
from flows.extract.parse import Token
from models.vocabulary import Force

PICKING: frozenset[Force] = frozenset({"plan", "offer", "refusal"})  # what those do who are picked out
UNABLE = frozenset({"can", "could", "ca"})  # with "not"
WARNING = "threat.warn"
WOULD = frozenset({"would"})
ONLY_IF = frozenset({"if"})  # before what is wanted: "must sell the port if it is to pay its debts"
OWNERS = ("by", "from")  # behind a noun, before whose it is


def unbinding_clause(candidate: Candidate) -> str | None:
    """The rule by which the clause of an act binds nobody; None where none applies."""
    return next(_rules_of_clause(candidate), None)


def _rules_of_clause(candidate: Candidate) -> Iterator[str]:
    """The rules by which the clause of an act binds nobody, each tried only when the next is asked for."""
    yield from rules_of_sentence(candidate)
    yield from _rules_of_hearsay(candidate)
    yield from _rules_of_custom(candidate)
    yield from _rules_of_attitude(candidate)
    yield from _rules_of_others(candidate)
    yield from _rules_of_clauses_above(candidate)
    yield from rules_above_duty(candidate)


def _rules_of_hearsay(candidate: Candidate) -> Iterator[str]:
    """The rules by which an act is only told or thought of: rumours, forecasts, polls, warnings."""
    lexicon = no_act_lexicon()
    above = tuple(syntax.ancestors(candidate.act))
    if any(_tells(word, lexicon.rumour.lemmas) for word in (candidate.act, *above)):
        yield lexicon.rumour.id
    if _is_foreseen(candidate, lexicon.forecast.lemmas):
        yield lexicon.forecast.id
    if _is_supposed(candidate, lexicon.supposed):
        yield lexicon.supposed.id
    if (without := names_no_act(candidate)) is not None:
        yield without
    if any(_is_counted(word, lexicon.polled.lemmas) for word in above):
        yield lexicon.polled.id
    if is_answer_of_share(candidate, lexicon.answering):
        yield lexicon.answering.id
    if _only_follows(candidate, lexicon.warned.lemmas):
        yield lexicon.warned.id


def _rules_of_custom(candidate: Candidate) -> Iterator[str]:
    """The rules by which an act is nearly done, trusted in, done as a rule, or passed over for another."""
    lexicon, act = no_act_lexicon(), candidate.act
    if _is_nearly_done(candidate, lexicon.nearly.lemmas):
        yield lexicon.nearly.id
    if _is_trusted(candidate, lexicon.trusting):
        yield lexicon.trusting.id
    if _is_habit(candidate.binder, lexicon.habit.lemmas):
        yield lexicon.habit.id
    if _is_share(candidate.binder, lexicon.shares.lemmas):
        yield lexicon.shares.id
    if act.dep_ == "conj" and syntax.word_at(act, -1) in lexicon.passed_over.lemmas:
        yield lexicon.passed_over.id
    if is_less_wanted(candidate, lexicon.passed_over.sooner):
        yield lexicon.passed_over.id


def _rules_of_attitude(candidate: Candidate) -> Iterator[str]:
    """The rules by which words that promise tell what somebody is like, hopes, sees to or judges."""
    lexicon = no_act_lexicon()
    if praises_trait(candidate, lexicon.trait):
        yield lexicon.trait.id
    if ties_to_people(candidate, lexicon.bond.lemmas):
        yield lexicon.bond.id
    if may_come_of_thing(candidate):
        yield lexicon.warned.id
    if is_enacted(candidate, lexicon.enacted.lemmas):
        yield lexicon.enacted.id
    if is_lost_hope(candidate, lexicon.lost_hope.lemmas):
        yield lexicon.lost_hope.id
    if is_seen_to(candidate, lexicon.seen_to.lemmas):
        yield lexicon.seen_to.id
    if _is_judged(candidate, lexicon.judging.lemmas):
        yield lexicon.judging.id


def _rules_of_others(candidate: Candidate) -> Iterator[str]:
    """The rules by which an act is that of those picked out, awaited of another, called off or ruled."""
    lexicon = no_act_lexicon()
    if _picks_out(candidate, lexicon.picked):
        yield lexicon.picked.id
    if _is_awaited(candidate, lexicon.awaited.lemmas):
        yield lexicon.awaited.id
    if is_called_off(candidate, lexicon.called_off.lemmas):
        yield lexicon.called_off.id
    if is_ruled(candidate, lexicon.ruled.lemmas):
        yield lexicon.ruled.id


def _rules_of_clauses_above(candidate: Candidate) -> Iterator[str]:
    """The rules by which an act stands in a condition, or below what unsays it or gives thanks for it."""
    lexicon, act = no_act_lexicon(), candidate.act
    above = (act, *syntax.ancestors(act))
    if not tells_of_others(candidate) and any(is_condition(word, lexicon.conditional) for word in above):
        yield lexicon.conditional.id
    if any(_is_depended_on(word, lexicon.depended.lemmas) for word in above):
        yield lexicon.depended.id
    if any(_is_unsaid(word, lexicon.unsaid.lemmas) for word in (act, candidate.binder)):
        yield lexicon.unsaid.id
    if any(_is_disowned(word, act, lexicon.disowned.lemmas) for word in above):
        yield lexicon.disowned.id
    if candidate.rule_id == "plan.be_to" and is_marked(candidate.binder, ONLY_IF):
        yield lexicon.conditional.id
    if candidate.shape == "noun" and any(_thanks_hearer(word, candidate) for word in above):
        yield lexicon.thanks.id


def _tells(word: Token, lemmas: frozenset[str]) -> bool:
    """Whether a word, or a verb's subject, is one of ``lemmas``: "rumour has it", "it is rumoured"."""
    subject = syntax.child(word, "nsubj") if syntax.is_verb(word) else None
    return word.lemma_.lower() in lemmas or (subject is not None and subject.lemma_.lower() in lemmas)


def _is_foreseen(candidate: Candidate, lemmas: frozenset[str]) -> bool:
    """Whether a verb tells what another than its subject is thought to do: "they predict that Peru will"."""
    clause = syntax.conjunction_head(candidate.act)
    subject = syntax.subject_of(candidate.act)
    told = candidate.shape == "modal" and clause.dep_ == "ccomp" and clause.head.lemma_.lower() in lemmas
    return told and (subject is None or subject.pos_ != "PRON")


def _is_supposed(candidate: Candidate, supposed: Supposed) -> bool:
    """Whether a noun before "that" tells what an act only is: "the fact that the port will be sold".

    So with what is feared: "the risk is that the port will be sold".
    """
    clause = syntax.conjunction_head(candidate.act)
    told = candidate.shape == "modal" and clause.dep_ in {"acl", "ccomp", "relcl"}
    if not told or clause.left_edge.lower_ != "that":
        return False
    feared = syntax.child(clause.head, "nsubj") if clause.head.lemma_ == "be" else None
    if feared is not None:
        return syntax.noun_lemma(feared) in supposed.feared
    return syntax.noun_lemma(clause.head) in supposed.lemmas


def _is_counted(verb: Token, polls: frozenset[str]) -> bool:
    """Whether a survey is the subject of a verb that tells what people wish: "polls show that most want"."""
    subject = syntax.child(verb, "nsubj") if syntax.is_verb(verb) else None
    return subject is not None and syntax.noun_lemma(subject) in polls


def _only_follows(candidate: Candidate, verbs: frozenset[str]) -> bool:
    """Whether who warns tells what would come of something, or what they are unable to do.

    "Warned that this would break the law", "that it cannot pay"; of ``verbs``, and of what harms, a thing may
    be threatened: "warned that sanctions would follow".
    """
    act = candidate.act
    if candidate.rule_id != WARNING or candidate.shape != "clause":
        return False
    # the last: the parse may take the "that" of the clause for another
    subject = next(iter(reversed(syntax.children(act, "nsubj", "csubj"))), None)
    if subject is None:
        return False
    modal = syntax.modal_of(act)
    if modal is not None and modal.lower_ in UNABLE and syntax.negation(act) is not None:
        return True
    coercive = force_lexicon().coercion.nouns | force_lexicon().harm.objects
    harms = syntax.noun_lemma(subject) in coercive or act.lemma_.lower() in verbs
    common = subject.is_lower  # no "Lima", and no "MEPs", which the recogniser does not know
    return not harms and (subject.dep_ == "csubj" or (common and is_of_thing(subject)))


def _is_nearly_done(candidate: Candidate, words: frozenset[str]) -> bool:
    """Whether somebody only came close to an act: "came close to offering half of it", "nearly sold it"."""
    binder = candidate.binder
    if not syntax.is_verb(binder) or candidate.shape in {"modal", "noun"}:
        return False
    by_gerund = binder.dep_ == "pcomp" and binder.head.dep_ == "prep" and binder.head.head.lower_ in words
    return by_gerund or any(
        word.lower_ in words for word in syntax.children(binder, "advmod") if word.i + 1 == binder.i
    )


def _is_trusted(candidate: Candidate, trusting: Trusting) -> bool:
    """Whether somebody trusts, fears or doubts that another will act: "is sure that Peru will pay".

    What one fears may befall oneself: "was worried that it would be left out".
    """
    clause = syntax.conjunction_head(candidate.act)
    if candidate.shape == "progressive" and clause.dep_ == "xcomp":  # "not clear that it was going to pay"
        clause = clause.head
    subject = syntax.subject_of(candidate.act)
    told = candidate.shape in {"modal", "progressive"} and clause.dep_ == "ccomp"
    if not told or subject is None:
        return False
    said = (clause.head, *syntax.children(clause.head, "acomp", "oprd"))
    if any(word.lower_ in trusting.fearing for word in said):
        return True
    if subject.pos_ == "PRON":
        return False
    done = syntax.is_passive(candidate.act) and syntax.passive_agent(candidate.act) is None
    adjectives = trusting.lemmas | trusting.pleased if done else trusting.lemmas
    return any(word.lower_ in adjectives or _is_unclear(word) for word in said)


def _is_unclear(adjective: Token) -> bool:
    """Whether something is said not to be clear: "it was not clear that Peru would pay"."""
    sure = no_act_lexicon().trusting.sure
    return adjective.lower_ in sure and syntax.negation(adjective.head) is not None


def _is_habit(binder: Token, adverbs: frozenset[str]) -> bool:
    """Whether a verb in the present tells what is done as a rule: "usually guarantees a seat"."""
    present = binder.tag_ in syntax.PRESENT_TAGS and syntax.modal_of(binder) is None
    return present and any(word.lower_ in adverbs for word in syntax.children(binder, "advmod"))


def _is_share(binder: Token, shares: frozenset[str]) -> bool:
    """Whether a verb in the present tells of a share, and so how things stand: "pays 12 percent of it"."""
    told = binder.tag_ in syntax.PRESENT_TAGS and not syntax.auxiliaries(binder)
    return told and any(word.lemma_.lower() in shares for word in syntax.children(binder, "dobj"))


def _is_judged(candidate: Candidate, adjectives: frozenset[str]) -> bool:
    """Whether what "it" stands for is only judged: "said it would be unfair to close the port"."""
    act, subject = candidate.act, syntax.subject_of(candidate.act)
    if candidate.shape != "modal" or act.lemma_ != "be" or subject is None or subject.lower_ != "it":
        return False
    return any(word.lemma_.lower() in adjectives for word in syntax.children(act, "acomp"))


def _picks_out(candidate: Candidate, picked: Picked) -> bool:
    """Whether a clause tells which of many are meant: "wishes" of "any sailor who wishes to leave".

    So with what such would do, "anybody who would pay half", or may choose: "sailors who agree to leave".
    """
    binder, noun = candidate.binder, candidate.binder.head
    if (
        binder.dep_ not in {"relcl", "acl", "amod"}
        or binder.i < noun.i
        or syntax.word_at(binder.left_edge, -1) == ","
    ):
        return False
    before = (noun, *syntax.children(noun, "det"))
    if any(word.lower_ in picked.lemmas for word in before) and not syntax.has_to(binder):
        return candidate.force in PICKING or candidate.cue.lower_ in WOULD
    bare = noun.tag_ == "NNS" and noun.dep_ in {"dobj", "pobj"} and noun.left_edge == noun
    chosen = binder.dep_ == "relcl" and binder.tag_ == "VBP" and not syntax.auxiliaries(binder)
    return bare and chosen and binder.lemma_.lower() in picked.choosing


def _is_awaited(candidate: Candidate, words: frozenset[str]) -> bool:
    """Whether a noun names what another would first have to promise: "in return for a pledge that …".

    Whose it is may be told beside it: "in return for a pledge by Peru".
    """
    told = candidate.shape == "modal" and candidate.act.dep_ in syntax.CLAUSES_ON_NOUNS
    noun = candidate.act.head if told else candidate.cue
    behind = noun.head
    if not (told or candidate.shape == "noun") or noun.dep_ != "pobj" or behind.lower_ != "for":
        return False
    if noun.lemma_.lower() not in cue_index().nouns:
        return False
    owned = syntax.child(noun, "poss") is not None or syntax.noun_after(noun, OWNERS) is not None
    return behind.head.lemma_.lower() in words and not owned


def _is_depended_on(word: Token, lemmas: frozenset[str]) -> bool:
    """Whether a gerund tells what something hangs on: "the loan depends on both ports signing the pact"."""
    if word.tag_ != "VBG":
        return False
    below = word.dep_ == "acl" and word.head.dep_ == "pobj"  # by the parse, of "both ports"
    behind = word.head if below else word
    on = behind.head
    hangs = on.lower_ in {"on", "upon"} and on.head.lemma_.lower() in lemmas
    return hangs and behind.dep_ in {"pcomp", "pobj"}


def _is_unsaid(verb: Token, verbs: frozenset[str]) -> bool:
    """Whether somebody is told not to have said what a clause says: "did not say that it would pay"."""
    clause = syntax.conjunction_head(verb)
    told = clause.dep_ == "ccomp" and clause.i > clause.head.i and clause.head.lemma_.lower() in verbs
    return told and syntax.negation(clause.head) is not None


def _is_disowned(word: Token, act: Token, verbs: frozenset[str]) -> bool:
    """Whether somebody denies having done what a gerund tells: "denied promising a pier".

    What is denied of a promise leaves it standing: "denied that its promise of a pier was fading".
    """
    told = word.tag_ == "VBG" and word.dep_ in {"xcomp", "ccomp"} and word.i > word.head.i
    if not told or word.head.lemma_.lower() not in verbs:
        return False
    subject = syntax.child(word, "nsubj", "nsubjpass", "csubj")
    return subject is None or act not in subject.subtree


def _thanks_hearer(word: Token, candidate: Candidate) -> bool:
    """Whether a word thanks those who are spoken to for what a noun names: "thank you for your support"."""
    owner = candidate.holder
    owned = owner is not None and owner.lower_ in party_lexicon().pronouns.hearer
    return owned and word.lemma_.lower() in no_act_lexicon().thanks.lemmas
