"""Lists of those who are asked to act, and what they are asked, which the parse hangs on the last of them."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.cue_lexicon import PARTY_LABELS
from flows.extract.parse import Token

TELLING_MORE = ("relcl", "acl")


def acts_behind_list(asked: Token) -> Iterator[Token]:
    """The infinitives that stand below the last of several who are asked: "urged parents and shops to close".

    ``asked`` is the first of them; nothing where it stands alone, as what it is to do may then be what it is
    for: "asked for a guide to lead them".
    """
    last = _last_of_list(asked)
    if last.i == asked.i or not _may_be_asked(last):
        return
    for act in syntax.children(last, *TELLING_MORE):
        if syntax.has_to(act) and syntax.child(act, "nsubj", "nsubjpass") is None:
            yield act


def _last_of_list(asked: Token) -> Token:
    """The last member of a list, also of one whose second member the parse takes for an apposition."""
    beside = syntax.child(asked, "appos")
    return syntax.conjuncts(asked if beside is None else beside)[-1]


def _may_be_asked(noun: Token) -> bool:
    """Whether a noun names somebody who can act."""
    return noun.ent_type_ in PARTY_LABELS or noun.pos_ == "PROPN" or is_actor(noun) or is_people(noun)
