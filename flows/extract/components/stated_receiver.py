"""Stated receivers: whom a verb names beside what they are given or promised, which leaves no doubt.

"Norway offered the north two boats", "the crews were promised a rest", "each baker will be given an oven".
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.addressee import gives_word, is_sum, thing_in_apposition
from flows.extract.parse import Token


def is_stated_receiver(token: Token, act: Token) -> bool:
    """Whether a word names who is given what ``act`` is, or to whom ``act`` gives something."""
    if syntax.is_verb(act):
        return token.head == act and _is_given_by(token, act)
    if token == act.head and token.dep_ == "dobj":
        return thing_in_apposition(token, token.head) == act
    verb = act.head
    if token.head != verb or act.dep_ != "dobj" or token.i >= act.i or act in syntax.conjuncts(token):
        return False
    if token.dep_ == "dobj":
        return gives_word(verb) and not is_sum(token) and token.tag_ not in syntax.RELATIVE_TAGS
    return token.dep_ in {"dative", "nsubjpass"} and token.pos_ != "ADP"


def _is_given_by(token: Token, verb: Token) -> bool:
    """Whether a verb names its receiver: "will give Peru a boat", "Peru will be given a boat".

    Of a passive the parse may take what is given for the receiver.
    """
    if token.dep_ == "nsubjpass":
        given = syntax.child(verb, "dobj", "dative")
        return given is not None and given.pos_ != "ADP"
    return token.dep_ == "dative" and token.pos_ != "ADP" and syntax.child(verb, "dobj") is not None
