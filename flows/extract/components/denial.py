"""Denial: what makes an act one that will not be done, and what denies that anybody binds themselves."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index, only_says_no
from flows.extract.components.force_lexicon import WILL, force_lexicon
from flows.extract.components.noun_cues import is_that_clause
from flows.extract.parse import Token

OFFERING = "offer.verb"
NEW_TO_TEXT = frozenset({"a", "an", "something"})


def negation_of_act(candidate: Candidate) -> Token | None:
    """The word that makes an act one that will not be done, on a verb or on what a noun names."""
    act = candidate.act
    if candidate.rule_id in force_lexicon().averting.rules:
        return act.head
    if (no := _denied_by_lead(candidate)) is not None:
        return no
    if syntax.is_verb(act):
        lexicon, lemma = force_lexicon(), act.lemma_.lower()
        if lemma in lexicon.unhesitating.lemmas and syntax.child(act, "xcomp") is not None:
            return None
        if lemma in lexicon.unresting.lemmas or litotes(act) is not None:
            return None
        return act if lemma in lexicon.abstaining.lemmas else negated_by(act) or _denied_of_thing(act)
    if candidate.shape not in {"object", "preposition"}:
        return None
    clauses = (
        clause
        for clause in syntax.children(act, "acl", "ccomp", "relcl")
        if syntax.modal_of(clause) is not None and (clause.dep_ != "relcl" or is_that_clause(clause))
    )
    return no_of(act) or next(filter(None, map(negated_by, clauses)), None)


def _denied_by_lead(candidate: Candidate) -> Token | None:
    """What denies every item of a list: "not" of "Peru shall not:"."""
    lead = candidate.lead if candidate.shape == "bullet" else None
    no = syntax.neighbour(lead) if lead is not None else None
    denies = no is not None and no.dep_ == "neg" and syntax.word_at(no, 1) == ":"
    return no if denies else None


def litotes(verb: Token) -> Token | None:
    """What says, denied, that something will be answered: "will not go unpunished"."""
    words = syntax.children(verb, "acomp", "oprd", "advcl", "dobj", "advmod")
    found = next((word for word in words if word.lower_ in force_lexicon().litotes.lemmas), None)
    return found if found is not None and syntax.negation(verb) is not None else None


def _denied_of_thing(act: Token) -> Token | None:
    """What denies an act that a clause tells of some thing: "that is not a price we will pay".

    So with "a price that Peru is ready to pay".
    """
    clause = act
    while clause.dep_ in {"xcomp", "acomp"}:
        clause = clause.head
    thing = clause.head
    if clause.dep_ != "relcl" or thing.dep_ != "attr" or thing.left_edge.lower_ not in NEW_TO_TEXT:
        return None
    subject = syntax.child(thing.head, "nsubj")
    pointing = subject is not None and subject.lower_ in {"that", "this", "it"}
    return syntax.negation(thing.head) if pointing else None


def negated_by(verb: Token) -> Token | None:
    """The word that negates a verb, on itself or in a phrase beside it ("no talks", "in no way")."""
    lexicon = force_lexicon()
    found = syntax.negation(verb)
    if found is not None:
        return found
    objects = syntax.children(verb, "dobj", "attr", "nsubjpass")
    objects += [who for clause in syntax.children(verb, "ccomp") for who in _whom_it_lets_act(clause)]
    for phrase in syntax.children(verb, "prep", "dative"):
        noun = syntax.child(phrase, "pobj")
        if noun is None:
            continue
        no = no_of(noun)
        if no is not None and (noun.lemma_.lower() in lexicon.in_no_way.lemmas or no.lower_ == "neither"):
            return no
        if phrase.lower_ == "to" or (phrase.lower_ == "for" and verb.lemma_ in lexicon.asking_for.lemmas):
            objects.append(noun)
    if verb.lemma_.lower() in lexicon.sparing.lemmas:
        return None
    return next((no for noun in objects if (no := no_of(noun)) is not None), None)


def will_not_be(verb: Token) -> bool:
    """Whether an act is denied or refused: "will not disarm", "refuses to disarm"."""
    above = verb.head
    refused = verb.dep_ == "xcomp" and above.lemma_ in force_lexicon().refusing.lemmas
    return negated_by(verb) is not None or (refused and negated_by(above) is None)


def _whom_it_lets_act(clause: Token) -> list[Token]:
    """The subject of a clause without a tense, which is also an object: "will let nobody pass"."""
    bare = clause.tag_ == "VB" and syntax.modal_of(clause) is None  # not "agreed that nobody shall pass"
    return syntax.children(clause, "nsubj") if bare and clause.i > clause.head.i else []


def no_of(noun: Token) -> Token | None:
    """The "no" of a phrase ("no boats", "no more boats"), or the word itself that means none."""
    if noun.lower_ in syntax.NEGATING_NOUNS and noun.lower_ != "no":  # "will vote no"
        return noun
    before = (noun, *syntax.children(noun, "amod"))
    words = (word for head in before for word in syntax.children(head, "det", "advmod", "neg"))
    return next((word for word in words if word.lower_ in {"no", "neither"}), None)


def denial_of_cue(candidate: Candidate) -> Token | None:
    """What negates the words that commit to an act: "does not plan to", "has no plans to"."""
    binder = candidate.binder
    if candidate.shape == "noun" and not syntax.is_verb(binder):
        return binder.head if binder.head.lower_ == "without" else no_of(binder) or _not_passed(binder)
    if binder.i == candidate.act.i or not syntax.is_verb(binder):
        return None
    denied_by = negated_by(binder) or _denied_above(binder)
    return None if denied_by is not None and _refuses_itself(denied_by, candidate) else denied_by


def _refuses_itself(no: Token, candidate: Candidate) -> bool:
    """Whether a "no" is a part of the words that refuse: "sees no reason to pay", "no question of paying"."""
    words = f"{no.lower_} {syntax.word_at(no, 1)}"
    return candidate.force == "refusal" and words in cue_index().with_no


def _denied_above(binder: Token) -> Token | None:
    """What denies that somebody gives their word at all: "was not in a position to promise to pay"."""
    if not syntax.has_to(binder) or binder.dep_ not in {"xcomp", "acl", "relcl"}:
        return None
    noun = binder.head
    if noun.pos_ == "NOUN":
        above = noun.head.head if noun.dep_ == "pobj" else noun.head
        return no_of(noun) or (syntax.negation(above) if noun.dep_ in {"pobj", "dobj"} else None)
    return syntax.negation(noun.head if noun.dep_ == "acomp" else noun)


def _not_passed(noun: Token) -> Token | None:
    """What denies that a promise was given or got: "did not obtain its promise that he would lead"."""
    verb = noun.head
    if noun.dep_ == "attr":  # "what they have not got is a promise"
        verb = syntax.child(verb, "csubj") or verb
    passed = syntax.is_verb(verb) and verb.lemma_.lower() in force_lexicon().word_passed.lemmas
    return syntax.negation(verb) if passed and noun.dep_ in {"dobj", "attr", "nsubjpass"} else None


def may_be_unwilling(candidate: Candidate) -> bool:
    """Whether who denies a cue refuses the act: having no plan to sell, but not having no attempt to.

    Who "did not offer to pay" has only said nothing.
    """
    did = {candidate.binder, *syntax.auxiliaries(candidate.binder)}
    if candidate.rule_id == OFFERING and any(word.tag_ in {"VBD", "VBN"} for word in did):
        return False
    return candidate.shape != "noun" or candidate.cue.lemma_.lower() in force_lexicon().unwilling.lemmas


def keeps_open(candidate: Candidate, negated_by: Token) -> bool:
    """Whether what somebody will not do is to refuse: "would not rule out sending boats".

    Who "will not veto" or "will not oppose" something has said what they will not do.
    """
    act = candidate.act
    refuses = act.lemma_.lower() in force_lexicon().keeping_open.lemmas and only_says_no(act)
    return candidate.shape == "modal" and negated_by != act and refuses and not syntax.is_passive(act)


def will_refuse(candidate: Candidate) -> bool:
    """Whether what somebody will do is to refuse: "will refuse to pay", "bids will be rejected"."""
    act, lexicon = candidate.act, force_lexicon()
    refusing = lexicon.turning_down if syntax.is_passive(act) else lexicon.refusing
    return candidate.shape == "modal" and act.lemma_.lower() in refusing.lemmas


def said_of(candidate: Candidate) -> Token:
    """The verb of what is done, or refused, below one that only says so: "will not hesitate to | pay".

    Else the act itself: "will refuse | the gift".
    """
    act, lexicon = candidate.act, force_lexicon()
    if act.lemma_.lower() not in lexicon.unhesitating.lemmas | lexicon.refusing.lemmas or not syntax.is_verb(
        act
    ):
        return act
    below = next(filter(syntax.has_to, syntax.children(act, "xcomp")), None)
    return below if below is not None and below.i > act.i else act


def denies_own_act(candidate: Candidate) -> bool:
    """Whether somebody denies that they will do something: "denied it would sell", "that it will be sold"."""
    act = candidate.act
    denies = act.dep_ == "ccomp" and act.head.lemma_.lower() in force_lexicon().disowning.lemmas
    subject = syntax.child(act, "nsubj", "nsubjpass")
    if not denies or candidate.rule_id not in WILL or subject is None:
        return False
    return syntax.is_passive(act) or subject.pos_ == "PRON"


def is_denied(candidate: Candidate) -> bool:
    """Whether somebody denies or doubts the clause ("denied that it will close the port").

    So with what others are said to have told: "denied reports that it will close the port".
    """
    clauses = (candidate.act, candidate.binder)
    return any(_denies(clause) or _denies_hearsay(clause) for clause in clauses)


def _denies(clause: Token) -> bool:
    return clause.dep_ == "ccomp" and clause.head.lemma_.lower() in force_lexicon().denial.lemmas


def _denies_hearsay(clause: Token) -> bool:
    noun, denial = clause.head, force_lexicon().denial
    told = clause.dep_ in syntax.CLAUSES_ON_NOUNS and noun.lemma_.lower() in denial.hearsay
    return told and noun.dep_ == "dobj" and noun.head.lemma_.lower() in denial.lemmas | denial.dismissing
