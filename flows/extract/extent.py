"""The words of an act that is proposed: where it begins and ends."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.analysis import Analysis
from flows.extract.components.action import action_span, span_from
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.candidate import Candidate
from flows.extract.components.coordination import PLAIN_TAGS
from flows.extract.components.denial import said_of
from flows.extract.components.given import gains, is_allowed
from flows.extract.components.no_act import is_event
from flows.extract.components.party import Party
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.relative import is_told_before
from flows.extract.components.spared import is_spared
from flows.extract.parse import Span, Token

GONE_BY = frozenset({"last", "yesterday"})  # words that open a time gone by


def extent_of(candidate: Candidate, promisors: tuple[Party, ...], sentence: Span, analysis: Analysis) -> Span:
    """The words of an act by ``promisors`` in a sentence: "dig six wells" of "Peru will dig six wells".

    Of a clause about something else its subject is part: "promised that the base will stay".
    """
    action = _without_time_of_words(action_span(said_of(candidate)), candidate)
    if candidate.shape == "clause" or (candidate.shape == "predicate" and says_itself(candidate)):
        action = _with_subject(action, candidate, promisors, analysis)
    if candidate.share_end is not None:
        action = action.doc[action.start : min(action.end, candidate.share_end)]
    if is_told_before(candidate):
        return _without_clause(action, candidate.binder)
    if candidate.until is not None:
        return span_from(candidate.act, candidate.until)
    if is_spared(candidate):
        return action.doc[candidate.act.i : action.end]
    top = syntax.conjunction_head(candidate.act)
    if candidate.is_item and (top.head.i != top.i or _is_verb_taken_for_name(top)):
        return span_from(candidate.act, sentence.end)
    return action


def _without_time_of_words(action: Span, candidate: Candidate) -> Span:
    """The action without what tells when it was promised: "undertook to train | last year"."""
    last, act = action[-1], candidate.act
    told = candidate.binder.tag_ == "VBD" and syntax.has_to(act) and candidate.binder != act
    if not told or last.head != act or last.dep_ != "npadvmod" or last.left_edge.lower_ not in GONE_BY:
        return action
    first = last.left_edge.i
    return action.doc[action.start : first] if first > action.start else action


def _without_clause(action: Span, clause: Token) -> Span:
    """What is promised, without the clause that says so: "the aid" of "the aid, which Norway promised"."""
    end = min(action.end, clause.left_edge.i)
    return action.doc[action.start : end - (action.doc[end - 1].text == ",")]


def _is_verb_taken_for_name(first: Token) -> bool:
    """Whether a capitalised word that opens an item shares a verb's object: "Repair and widen the quay"."""
    named = first.tag_ in {"NN", "NNP"}
    return named and any(verb.tag_ in PLAIN_TAGS for verb in syntax.children(first, "conj"))


def _with_subject(
    action: Span, candidate: Candidate, promisors: tuple[Party, ...], analysis: Analysis
) -> Span:
    """The action with its subject, where a clause says what will become of something.

    "promised that the base will stay": the base binds nobody, and "stay" alone says little. In "warned that
    his men would fight on" the men act.
    """
    subject = syntax.child(candidate.act, "nsubj", "nsubjpass")
    if subject is None or subject.tag_ == "PRP" or subject.left_edge.i >= action.start:
        return action
    if _acts_of_itself(candidate, subject) or analysis.resolver.of(subject) == promisors:
        return action
    return action.doc[subject.left_edge.i : action.end]


def _acts_of_itself(candidate: Candidate, subject: Token) -> bool:
    """Whether people or bodies without a name do what a clause tells: "his men would fight on".

    So does what is a party's own to another thing: "their boats will carry the mail".
    """
    act = candidate.act
    passive = syntax.is_passive(act) or is_allowed(candidate)
    if passive or gains(act) or act.lemma_ in party_lexicon().being.lemmas:
        return False
    return subject.pos_ == "NOUN" and (
        is_actor(subject) or is_people(subject) or _acts_for_owner(subject, act)
    )


def _acts_for_owner(subject: Token, act: Token) -> bool:
    """Whether what belongs to somebody does something to a thing, and no event takes place."""
    owner = syntax.child(subject, "poss")
    owned = owner is not None and owner.tag_ == "PRP$" and not is_event(subject)
    return owned and syntax.child(act, "dobj") is not None


def says_itself(candidate: Candidate) -> bool:
    """Whether an act is the clause that tells of it, and not its subject: "a truce is off the table"."""
    return candidate.shape != "predicate" or candidate.cue == candidate.act
