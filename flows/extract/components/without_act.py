"""Words of promising that name no act which anybody could do, or that tell of one which nobody promises.

"That is what we aim to do" leaves the act to another sentence, "has no credible plan" rules out nothing, "the
pact is open to challenge" offers nothing. The lexicon is ``lexicons/no_acts.toml``.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.candidate import Candidate
from flows.extract.components.no_act_lexicon import no_act_lexicon
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Token

PROMISING = "pledge.verb"
PROPOSING = "offer.verb"
PLANNING = "plan.noun"
READY = "offer.ready"
KNOWN = frozenset({"the", "these", "those"})  # before those whom one speaks to


def names_no_act(candidate: Candidate) -> str | None:
    """The rule by which the words of a candidate name no act that binds; None where none applies."""
    lexicon = no_act_lexicon()
    if _is_exposed(candidate, lexicon.exposed.lemmas):
        return lexicon.exposed.id
    if _is_lacked(candidate, lexicon.lacked.lemmas):
        return lexicon.lacked.id
    if _points(candidate, lexicon.pointer.lemmas):
        return lexicon.pointer.id
    if _is_hearer(candidate, lexicon.hearers.lemmas):
        return lexicon.hearers.id
    if _is_advised(candidate, lexicon.advising.lemmas):
        return lexicon.advising.id
    if _had_time(candidate, lexicon.time_had.lemmas):
        return lexicon.time_had.id
    return lexicon.on_average.id if _is_usual(candidate, lexicon.on_average.phrases) else None


def _is_exposed(candidate: Candidate, nouns: frozenset[str]) -> bool:
    """Whether something only may befall what is "open" to it: "the pact is open to challenge"."""
    may = candidate.rule_id == READY and candidate.cue.lower_ == "open"
    return may and syntax.noun_lemma(candidate.act) in nouns


def _is_lacked(candidate: Candidate, adjectives: frozenset[str]) -> bool:
    """Whether somebody lacks a plan that is good enough, and rules out nothing: "has no credible plan to"."""
    noun = candidate.binder
    if candidate.rule_id != PLANNING or candidate.shape != "noun" or noun.dep_ != "dobj":
        return False
    judged = any(word.lower_ in adjectives for word in syntax.children(noun, "amod"))
    none = any(word.lower_ in syntax.NEGATING_NOUNS for word in syntax.children(noun, "det"))
    return judged and (none or _is_denied(noun.head))


def _is_denied(verb: Token) -> bool:
    """Whether a verb is denied, by a word of its own or by its subject: "neither Peru nor Fiji has"."""
    subject = syntax.subject_of(verb)
    neither = subject is not None and syntax.child(subject, "preconj") is not None
    return neither or syntax.negation(verb) is not None


def _points(candidate: Candidate, verbs: frozenset[str]) -> bool:
    """Whether an act is only pointed at: "do" of "that is what we aim to do"."""
    act = candidate.act
    thing = syntax.child(act, "dobj") if act.lemma_.lower() in verbs else None
    if thing is None or thing.lower_ != "what":
        return False
    # "what we will do is lend boats" goes on to tell it
    return not any(word.dep_ in {"csubj", "nsubj"} for word in (act, *syntax.ancestors(act)))


def _is_hearer(candidate: Candidate, verbs: frozenset[str]) -> bool:
    """Whether what is promised is who hears it: "crews" of "let me promise the crews of the bay"."""
    act, verb = candidate.act, candidate.binder
    heard = candidate.rule_id == PROMISING and candidate.shape == "object" and act.dep_ == "dobj"
    if not heard or verb.lemma_.lower() not in verbs or verb.dep_ == "relcl" or not is_people(act):
        return False  # "a boat that it promised the crews"
    known = any(word.lower_ in KNOWN for word in syntax.children(act, "det"))
    return known and syntax.child(act, "nummod", "relcl", "acl") is None  # "the teachers whom schools need"


def _is_advised(candidate: Candidate, nouns: frozenset[str]) -> bool:
    """Whether a study proposes something, which is advice: "a review that proposed a cut"."""
    subject = syntax.subject_of(candidate.binder) if candidate.rule_id == PROPOSING else None
    return subject is not None and syntax.noun_lemma(syntax.antecedent(subject)) in nouns


def _had_time(candidate: Candidate, nouns: frozenset[str]) -> bool:
    """Whether somebody only had time for what others might agree: "had nine years to sign a pact"."""
    binder = candidate.binder
    if candidate.shape != "object" or not syntax.has_to(binder):
        return False
    span = syntax.child(binder.head, "dobj") if syntax.is_verb(binder.head) else binder.head
    if span is None or syntax.noun_lemma(span) not in nouns:
        return False
    return span.dep_ == "dobj" and span.head.lemma_ == "have"


def _is_usual(candidate: Candidate, phrases: tuple[str, ...]) -> bool:
    """Whether an act is told of anybody of a kind, as often as they do it: "a couple will visit on average".

    What such would receive somebody gives.
    """
    subject = syntax.subject_of(candidate.act) if candidate.shape == "modal" else None
    if subject is None or not syntax.begins_with_a(subject):
        return False
    if candidate.act.lemma_.lower() in party_lexicon().receiving.lemmas:
        return False
    behind = candidate.act.doc[candidate.act.i : candidate.act.right_edge.i + 1].text.lower()
    return any(phrase in behind for phrase in phrases)
