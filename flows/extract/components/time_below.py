"""Whether a time expression that hangs below an act dates that, or something else told there."""

from __future__ import annotations

from itertools import takewhile

from flows.extract.components.time_ahead import looks_ahead
from flows.extract.components.time_forms import TimeExpression
from flows.extract.components.time_lexicon import grammar
from flows.extract.parse import Token
from flows.extract.syntax import COMMISSIVE_LINKS, ancestors, child, children, has_to, is_verb

# Links below which an expression dates something else than the act.
FOREIGN_LINKS = frozenset({"relcl", "poss", "ccomp", "parataxis", "nsubj", "nsubjpass", "csubj"})


def dates_other_act(token: Token, time: TimeExpression, verb: Token) -> bool:
    """Whether what hangs below ``token`` dates something else than the act of ``verb``."""
    if token.dep_ == "relcl" and token.tag_ in {"VB", "VBN"} and child(token, "nsubj", "nsubjpass") is None:
        return False  # "steps to be taken before the summit"
    if token.head.i == verb.i and _completes(token, verb):
        return False
    if token.dep_ in FOREIGN_LINKS or (token.tag_ == "VBD" and child(token, "nsubj") is not None):
        return True
    if _is_told_in_aside(token, verb):
        return True
    if token.dep_ == "conj":
        return is_verb(token) and (token.head.i <= verb.i or child(token, "nsubj") is not None)
    if _recalls(token):
        return True
    participle = token.tag_ in {"VBN", "VBD"} and child(token, "nsubj", "nsubjpass") is None
    if token.dep_ == "advcl" and participle and token.i < verb.i and time.kind == "day":
        return not looks_ahead(time)  # "under the pact, signed Friday, they will"
    if token.dep_ == "acl" and token.tag_ == "VBN":  # "hit by storms on Monday", "a vote called for June 24"
        if time.value.bound in {"before", "after"} and token.lemma_ in grammar().saying:
            return True  # "under a pact signed before the vote"
        lasts = time.value.bound == "last" and (time.kind != "duration" or token.head.i != verb.i)
        return lasts or not looks_ahead(time)  # "held for years", but "a truce agreed for a year"
    if token.dep_ == "advcl" and child(token, "nsubj", "nsubjpass") is not None:
        return not any(mark.lower_ in grammar().dating.conjunctions for mark in token.lefts)
    return False


def _is_told_in_aside(clause: Token, verb: Token) -> bool:
    """Whether a clause tells what somebody does in a remark behind an act.

    "Will not sign, leading to a promise that Peru would leave by May".
    """
    if child(clause, "nsubj", "nsubjpass") is None or clause.dep_ not in {"acl", "ccomp"}:
        return False
    above = takewhile(lambda token: token != verb, ancestors(clause))
    return any(token.dep_ == "advcl" and token.tag_ == "VBG" and token.i > verb.i for token in above)


def _recalls(clause: Token) -> bool:
    """Whether a clause tells what was said or done before: "as agreed in May", "having risen in May"."""
    if any(helper.lower_ == "having" for helper in children(clause, "aux")):
        return True
    mark = child(clause, "mark")
    as_before = mark is not None and mark.lower_ == "as" and child(clause, "nsubj", "nsubjpass") is None
    return as_before and clause.tag_ in {"VBN", "VBD"} and clause.lemma_ in grammar().saying


def _completes(clause: Token, verb: Token) -> bool:
    """Whether a clause tells what its head is about: "a promise that it would join", "let it stay"."""
    if verb.pos_ == "NOUN":
        that = child(clause, "mark")
        return clause.dep_ == "ccomp" or (that is not None and that.lower_ == "that")
    return verb.lemma_ == "let" and clause.dep_ == "ccomp" and clause.tag_ == "VB"


def dates_act_below(time: TimeExpression, path: list[Token], verb: Token) -> bool:
    """Whether an expression in the act's own subtree dates the act."""
    if time.orientation == "past" and not (time.value.bound == "after" and has_to(verb)):
        return len(path) == 1 and verb.tag_ in {"VBD", "VBN"} and verb.lemma_ not in grammar().saying
    that = child(verb, "mark")
    if that is not None and path[0].i < that.i and not looks_ahead(time):
        return False  # "its announcement today that it will help"
    if _at_the_saying(time, verb) or _tells_when_made(time, path, verb):
        return False
    if any(token.dep_ == "xcomp" and has_to(token) for token in path):
        return True  # "invited her to visit in May"
    told = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and child(verb, "auxpass") is None)
    return not (told and verb.lemma_ in grammar().saying) or looks_ahead(time)


def _tells_when_made(time: TimeExpression, path: list[Token], verb: Token) -> bool:
    """Whether a month or day right behind a deal tells when it was made: "a deal in May on ferries"."""
    inside = time.value.bound == "inside" and time.kind in {"month", "date", "day", "year"}
    deal = verb.pos_ == "NOUN" and verb.lemma_.lower() in grammar().made
    return inside and deal and not looks_ahead(time) and path[-1].dep_ == "prep"


def _at_the_saying(time: TimeExpression, verb: Token) -> bool:
    """Whether the expression, though parsed below the act, dates the past words that commit to it.

    "Pledged to end the war at a ceremony Sunday", "pledged the assistance in Beijing on Tuesday".
    """
    told = verb.head.tag_ == "VBD" and verb.head.lemma_ in grammar().saying and verb.dep_ in COMMISSIVE_LINKS
    if not told or time.value.bound != "inside" or looks_ahead(time):
        return False
    if time.kind == "event":
        return time.text.split()[1] in {"a", "an"}
    return verb.pos_ == "NOUN" and time.kind == "day"
