"""Stated receivers: whom a verb names beside what they are given or promised, which leaves no doubt.

"Norway offered the north two boats", "the crews were promised a rest", "each baker will be given an oven",
"will stay to protect the miners".
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.addressee import gives_word, is_sum, thing_in_apposition
from flows.extract.components.beneficiary_lexicon import beneficiary_lexicon, is_people
from flows.extract.parse import Token

RECEIVING = frozenset({"dobj", "dative", "nsubjpass"})
CONTENT = frozenset({"ccomp", "xcomp"})
PEOPLE_PRONOUNS = frozenset({"them", "him", "her", "us"})


def is_stated_receiver(token: Token, act: Token) -> bool:
    """Whether a word names who is given what ``act`` is, or to whom ``act`` gives something."""
    if syntax.is_verb(act):
        given = token.head == act and (_is_given_by(token, act) or _is_made_good(token, act))
        return given or _is_promised_act(token, act) or _is_helped_by(token, act)
    if token == act.head and token.dep_ == "dobj":
        return thing_in_apposition(token, token.head) == act
    verb = act.head
    if token.head != verb or act.dep_ != "dobj" or token.i >= act.i or act in syntax.conjuncts(token):
        return False
    if token.dep_ == "nsubjpass":
        return True
    receives = token.dep_ == "dative" or (token.dep_ == "dobj" and gives_word(verb))
    return receives and token.i > verb.i and token.pos_ != "ADP" and not is_sum(token)


def _is_promised_act(token: Token, act: Token) -> bool:
    """Whether a word names to whom somebody promises an act: "assured the union that the pier would stay"."""
    verb = token.head
    if verb.lemma_ not in beneficiary_lexicon().assuring.words or token.dep_ not in RECEIVING:
        return False
    clause = syntax.conjunction_head(act)
    if token.pos_ == "ADP" or clause.dep_ not in CONTENT or clause.i < token.i:
        return False
    if clause.dep_ == "ccomp" and syntax.child(clause, *syntax.SUBJECTS) is None:
        return False  # "promised hope would prevail": the parse takes the clause's own subject for an object
    above = clause.head
    return above == verb or (
        above.dep_ == "pcomp" and above.head.head == verb
    )  # "assured them in writing that"


def _is_helped_by(token: Token, act: Token) -> bool:
    """Whether an act's own purpose tells whom it helps: "will stay to help the miners", "… help them pay"."""
    helped = token.head.head if token.dep_ == "nsubj" and token.head.dep_ == "ccomp" else token.head
    people = is_people(token) or token.ent_type_ in {"GPE", "NORP", "PERSON"}  # not "to protect the law"
    people = people or token.lower_ in PEOPLE_PRONOUNS
    if (
        not people
        or token.dep_ not in {"dobj", "nsubj"}
        or helped.lemma_ not in beneficiary_lexicon().saving.words
    ):
        return False
    purpose = helped.dep_ in {"advcl", "xcomp"} and helped.head == act and act.i < helped.i < token.i
    return purpose and syntax.is_infinitive(helped) and syntax.negation(helped) is None


def _is_made_good(token: Token, act: Token) -> bool:
    """Whether a passive tells who gets something back or is let off: "the bakers will be compensated"."""
    return token.dep_ == "nsubjpass" and act.lemma_ in beneficiary_lexicon().making_good.words


def _is_given_by(token: Token, verb: Token) -> bool:
    """Whether a verb names its receiver: "will give Peru a boat", "Peru will be given a boat".

    Of a passive the parse may take what is given for the receiver.
    """
    if token.dep_ == "nsubjpass":
        given = syntax.child(verb, "dobj", "dative")
        return given is not None and given.pos_ != "ADP"
    return token.dep_ == "dative" and token.pos_ != "ADP" and syntax.child(verb, "dobj") is not None
