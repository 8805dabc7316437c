"""Words before a list that ask somebody to do what its items tell: "We call on Peru to:", "urged that:"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flows.extract import syntax
from flows.extract.components.asked_list import addressed_by, may_be_asked
from flows.extract.components.candidate import Candidate
from flows.extract.components.coordination import PLAIN_TAGS, coordinated_verbs, with_coordinated
from flows.extract.components.cue_lexicon import cue_index, ways_to_ask
from flows.extract.components.cue_rules import RequestCue
from flows.extract.components.request import request_candidates
from flows.extract.components.requested_things import asked_through
from flows.extract.parse import Span, Token

TAKEN_FOR_NOUNS = frozenset({"NN", "NNP"})  # what the tagger may make of a bare verb that opens an item


@dataclass(frozen=True)
class Asking:
    """What asks for the items of a list: its ``verb``, by a rule, and who is ``asked``.

    ``by_clause`` tells that each item names who is asked ("recommends that:"), ``by_noun`` that it is a thing
    ("calls for:"), ``by_object`` that it names who is asked to do what ("by directing:").
    """

    verb: Token
    rule_id: str
    asked: Token | None = None
    by_clause: bool = False
    by_noun: bool = False
    by_object: bool = False


def asking_of(span: Span) -> Asking | None:
    """Who is asked, and by what word, to do what follows a sentence that ends before a list; None by none."""
    words = [token for token in span if not token.is_punct and not token.is_space]
    if not words:
        return None
    last = words[-1]
    verb = next((word for word in (last, *syntax.ancestors(last)) if ways_to_ask(word)), None)
    if verb is None or not syntax.is_verb(verb):
        return None
    for rule in cue_index().requests[verb.lemma_.lower()]:
        asking = _by_rule(verb, rule, last)
        if asking is not None:
            return asking
    return None


def _by_rule(verb: Token, rule: RequestCue, last: Token) -> Asking | None:
    if last.lower_ == "to":
        asked = addressed_by(verb, rule) if last.head == verb else _asked_for_act(verb, rule, last.head)
        return Asking(verb, rule.id, asked) if asked is not None and may_be_asked(asked) else None
    if last.lower_ == "for" and last.head == verb:
        by_noun = "preposition" in rule.asked or ("thing" in rule.asked and "for" in rule.prepositions)
        return Asking(verb, rule.id, by_noun=True) if by_noun else None
    if last == verb:
        return Asking(verb, rule.id, by_object=True) if "object" in rule.asked else None
    if "clause" not in rule.asked:
        return None
    if last.lower_ == "that":
        return Asking(verb, rule.id, by_clause=True)
    first = last.left_edge
    opens_clause = "that" in {first.lower_, syntax.word_at(first, -1)}  # the parse may hang it on the noun
    return Asking(verb, rule.id, last) if opens_clause and last.pos_ in {"NOUN", "PROPN"} else None


def _asked_for_act(verb: Token, rule: RequestCue, act: Token) -> Token | None:
    """Who is asked to do what is there before the list: "recommends that ministries take steps to:"."""
    found = (candidate.asked for candidate in request_candidates(verb, rule) if candidate.act == act)
    return next(found, None)


def asked_items(span: Span, first: Token, asking: Asking) -> Iterator[Candidate]:
    """The acts that an item, whose first word that counts is ``first``, tells, each as asked of somebody."""
    subject = syntax.child(span.root, "nsubj")
    if asking.by_noun:
        yield _asked(span.root, asking, asked_through(span.root))
    elif asking.by_object:
        yield from _told_to_act(span.root, asking)
    elif asking.by_clause and subject is not None:
        for act in with_coordinated(span.root):
            yield _asked(act, asking, subject)
    elif asking.asked is not None and first.tag_ in PLAIN_TAGS | TAKEN_FOR_NOUNS:
        for act in with_coordinated(first):
            yield _asked(act, asking, asking.asked)


def _told_to_act(root: Token, asking: Asking) -> Iterator[Candidate]:
    """The acts of an item that opens with who is told to do them: "Crews to mend nets and lend boats"."""
    asked = syntax.child(root, "nsubj")
    told = [root] if asked is not None else syntax.children(root, "acl", "relcl", "xcomp", "advcl")
    act = next(filter(syntax.has_to, told), None)
    if act is None or not may_be_asked(asked or root):
        return
    for verb in (act, *coordinated_verbs(act)):
        yield _asked(verb, asking, asked or root)


def _asked(act: Token, asking: Asking, asked: Token | None) -> Candidate:
    verb = asking.verb
    return Candidate(
        act, verb, verb, asking.rule_id, "request", "possible", "request",
        speech=True, asked=asked, lead=verb,
    )  # fmt: skip
