"""What somebody is like, would sooner do or has at hand, which binds nobody though its words promise.

"Has shown her commitment to peace" praises, "our commitment to them" names no act, "would leave before she
would vote for it" votes for nothing. The lexicon is ``lexicons/no_acts.toml``.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_person
from flows.extract.components.candidate import Candidate
from flows.extract.components.force_lexicon import WILL
from flows.extract.components.no_act import is_of_thing
from flows.extract.components.no_act_lexicon import Trait
from flows.extract.components.party import Party
from flows.extract.components.party_lexicon import means_speaker, party_lexicon
from flows.extract.parse import Token

THREATENING = "threat.verb"
READY = "offer.ready"
WOULD = frozenset({"would", "'d", "’d"})


def praises_trait(candidate: Candidate, trait: Trait) -> bool:
    """Whether a noun is a trait that somebody shows: "her commitment" of "has shown her commitment to"."""
    noun = candidate.cue if candidate.shape == "noun" else candidate.act
    owner = syntax.child(noun, "poss")
    if noun.dep_ != "dobj" or owner is None or owner.lower_ not in trait.owners:
        return False
    return candidate.rule_id in {"pledge.noun", "pledge.reaffirm"} and noun.head.lemma_ in trait.lemmas


def ties_to_people(candidate: Candidate, nouns: frozenset[str]) -> bool:
    """Whether a noun names no act but those to whom somebody is bound: "our commitment to them".

    So with people who are only described, where nobody does anything about it: "our commitment to the crews".
    What it is may be told behind it: "our commitment to them is that nobody will pay".
    """
    noun = candidate.act
    if candidate.shape not in {"noun", "object"} or noun.lemma_.lower() not in nouns:
        return False
    whom, pronouns = syntax.noun_after(noun, ("to",)), party_lexicon().pronouns
    told = noun.dep_ == "nsubj" and syntax.child(noun.head, "ccomp", "xcomp", "advcl") is not None
    people = pronouns.person | pronouns.plural | pronouns.hearer
    if whom is None or told:
        return False
    described = candidate.shape == "noun" and noun.dep_ != "dobj" and whom.pos_ == "NOUN"
    return whom.lower_ in people or (described and is_person(whom))


def is_less_wanted(candidate: Candidate, marks: frozenset[str]) -> bool:
    """Whether an act would only be done after one that would be: "would leave before she would vote"."""
    act = candidate.act
    if candidate.cue.lower_ not in WOULD or act.dep_ != "advcl":
        return False
    modal = syntax.modal_of(act.head)
    marked = any(mark.lower_ in marks for mark in syntax.children(act, "mark"))
    return marked and modal is not None and modal.lower_ in WOULD


def may_come_of_thing(candidate: Candidate) -> bool:
    """Whether what threatens is a thing, of which something may come: "a strike that threatened to cut"."""
    subject = syntax.subject_of(candidate.binder)
    if candidate.rule_id != THREATENING or candidate.shape != "infinitive" or subject is None:
        return False
    thing = syntax.antecedent(subject)
    return thing.pos_ == "NOUN" and is_of_thing(thing)


def is_enacted(candidate: Candidate, nouns: frozenset[str]) -> bool:
    """Whether somebody only signs what others passed: "the premier signed the bill".

    What is to come of it may be told: "signed a bill that will require crews to report".
    """
    signs = candidate.rule_id == "agreement.sign" and candidate.binder.lemma_ == "sign"
    told = syntax.child(candidate.act, "relcl", "acl") is not None
    return signs and not told and candidate.shape == "object" and syntax.noun_lemma(candidate.act) in nouns


def is_lost_hope(candidate: Candidate, verbs: frozenset[str]) -> bool:
    """Whether what somebody hoped for is not to be: "has given up hope of being invited"."""
    noun = candidate.cue
    hopes = candidate.shape == "noun" and noun.lemma_.lower() == "hope"
    return hopes and noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in verbs


def is_alleged(
    candidate: Candidate, promisors: tuple[Party, ...], authors: tuple[Party, ...], verbs: frozenset[str]
) -> bool:
    """Whether a text accuses others than its ``authors`` of an act to come: "the Reds will wreck our ports".

    So with what goes with it: "will cut wages and wreck our ports"; but not "will destroy its mines".
    """
    subject = syntax.subject_of(candidate.act)
    own = subject is not None and means_speaker(subject)
    told = candidate.shape == "modal" and candidate.rule_id in WILL and not own
    if not (told and authors) or any(party in authors for party in promisors):
        return False
    act = syntax.conjunction_head(candidate.act)
    acts = [verb for each in syntax.conjuncts(act) for verb in (each, *syntax.children(each, "xcomp"))]
    return any(verb.lemma_.lower() in verbs and not _is_to_own(verb) for verb in acts)


def who_lacks_plan(candidate: Candidate) -> Token | None:
    """Of whom it is told that they have no plan for something: "Reds" of "the Reds have no plan to mend it".

    Whose text it is says so of others to accuse them; "no plans to sell it" are a denial, whoever tells them.
    """
    noun = candidate.binder
    if (
        candidate.rule_id != "plan.noun"
        or noun.tag_ != "NN"
        or noun.dep_ != "dobj"
        or noun.head.lemma_ != "have"
    ):
        return None
    lacked = any(word.lower_ == "no" for word in syntax.children(noun, "det"))
    return syntax.subject_of(noun.head) if lacked else None


def _is_to_own(verb: Token) -> bool:
    """Whether somebody does something to what is their own: "will destroy its mines"."""
    thing = syntax.child(verb, "dobj")
    owner = syntax.child(thing, "poss") if thing is not None else None
    return owner is not None and owner.lower_ in {"its", "their", "his", "her"}


def is_seen_to(candidate: Candidate, words: frozenset[str]) -> bool:
    """Whether being ready is what somebody sees to, and no offer: "makes sure that its navy is ready"."""
    binder = candidate.binder
    return (
        candidate.rule_id == READY
        and binder.dep_ in {"ccomp", "advcl"}
        and binder.head.lemma_.lower() in words
    )
