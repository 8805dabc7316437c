"""Requests by nouns: "its call on Peru to leave", "a deadline for the rebels"."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index, refuses
from flows.extract.components.cue_rules import RequestCue
from flows.extract.components.request import asked_candidate
from flows.extract.components.requested_things import act_called_for
from flows.extract.parse import Token

ASKING_THROUGH = frozenset({"on", "to", "for"})  # behind a noun that asks, before whom it asks
BARE_TAGS = frozenset(
    {"VB", "VBP", "NN"}
)  # of a bare verb behind a name, which the tagger may take for a noun


def requesting_noun_candidates(noun: Token, rule: RequestCue) -> Iterator[Candidate]:
    """The acts that a noun asks for ("its call on Peru to …"); none where somebody rejects what is asked."""
    if "noun" not in rule.asked or _is_rejected(noun):
        return
    if rule.stressed_by and not (noun.dep_ == "dobj" and noun.head.lemma_.lower() in rule.stressed_by):
        return
    if noun.lemma_.lower() in rule.said_to_be:
        yield from (asked_candidate(act, noun, rule, own) for act, own in _acts_said_to_be_due(noun))
        return
    yield from (asked_candidate(act, noun, rule, own) for act, own in _acts_it_is_for(noun))
    given = "given" in rule.asked
    if given and any(word.lower_ == "no" for word in syntax.children(noun, "det")):  # "was given no deadline"
        return
    asked = _whom_it_is_given(noun) if given else None
    asked = asked or syntax.noun_after(noun, ("on", "to")) or _who_faces(noun)
    acts = list(_acts_below(noun, given))
    for act, own in acts:
        yield asked_candidate(act, noun, rule, own or asked)
    for act in syntax.complements_of(noun, ("for",)):
        own = act_called_for(act)
        addressed = act if own is not None or given else asked
        yield asked_candidate(own or (noun if given else act), noun, rule, addressed)
    threatens = noun.lemma_.lower() in cue_index().nouns
    if given and not (acts or threatens) and asked is not None:  # "gave the miners a noon deadline"
        yield asked_candidate(noun, noun, rule, asked)


def _acts_below(noun: Token, given: bool) -> Iterator[tuple[Token, Token | None]]:
    """The verbs that say what a noun asks for, each with its own subject, if that is who is asked.

    What is ``given`` to somebody may leave its act to the verb: "issued an ultimatum to Peru to leave".
    """
    found = syntax.children(noun, "acl", "xcomp", "relcl", "ccomp", "advcl")
    if given and noun.dep_ in {"dobj", "nsubjpass"}:
        found += [act for act in syntax.children(noun.head, "advcl", "xcomp") if act.i > noun.i]
    elif noun.dep_ == "dobj" and (
        syntax.word_at(noun, 1) in ASKING_THROUGH or _who_faces(noun) is not None
    ):  # "repeated his call on Peru to leave"
        beside = syntax.children(noun.head, "advcl", "xcomp")
        found += [act for act in beside if act.left_edge.i in {noun.i + 1, noun.right_edge.i + 1}]
    for act in found:
        own = syntax.child(act, "nsubj", "nsubjpass")
        # "its demand that Peru open the border", which the parser may take for a statement
        demanded = act.tag_ in BARE_TAGS and own is not None and syntax.child(act, "aux") is None
        if syntax.has_to(act) or demanded:
            for_whom = syntax.child(act, "mark") is not None  # "a deadline for Peru to leave"
            yield act, own if demanded or for_whom else None


def _acts_said_to_be_due(noun: Token) -> Iterator[tuple[Token, Token]]:
    """The acts for which it is said to be time, each with who is to act: "it is time for Peru to pay"."""
    be = noun.head
    empty = syntax.child(be, "nsubj", "expl")
    if noun.dep_ != "attr" or empty is None or empty.lower_ != "it":
        return
    for act in (*syntax.clauses_on(noun), *syntax.children(be, "advcl", "xcomp", "ccomp")):
        own = syntax.child(act, "nsubj", "nsubjpass")
        if syntax.has_to(act) and own is not None and act.i > noun.i:
            yield act, own


def _acts_it_is_for(noun: Token) -> Iterator[tuple[Token, Token | None]]:
    """The acts that, as somebody says, are what they ask for: "the union's demand is for the mill to reopen".

    Each with who is to act; nobody where it is only to be done: "the demand is for the mill to be reopened".
    """
    be = noun.head
    if noun.dep_ != "nsubj" or be.lemma_ != "be":
        return
    for act in filter(syntax.is_for_whom, syntax.children(be, "advcl", "xcomp", "ccomp")):
        yield act, syntax.passive_agent(act) if syntax.is_passive(act) else syntax.child(act, "nsubj")


def _who_faces(noun: Token) -> Token | None:
    """Who faces what others ask of them: "the mayor faces calls from miners to resign"."""
    faces = noun.dep_ == "dobj" and noun.head.lemma_.lower() in cue_index().noun_lists["facing"]
    return syntax.subject_of(noun.head) if faces else None


def _whom_it_is_given(noun: Token) -> Token | None:
    """Who gets what a noun names: "gave the rebels a deadline", "an ultimatum to the rebels"."""
    verb = noun.head
    if noun.dep_ not in {"dobj", "nsubjpass"}:
        return None
    given = next(
        (other for other in syntax.children(verb, "dative", "dobj", "nsubjpass") if other != noun), None
    )
    if given is not None and given.pos_ != "ADP":
        return given
    return syntax.noun_after(verb, ("to", "for"))


def _is_rejected(noun: Token) -> bool:
    """Whether whoever hears what is asked will not have it: "rejected a call to resign"."""
    return noun.dep_ in {"dobj", "nsubjpass"} and refuses(noun.head)
