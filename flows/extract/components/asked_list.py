"""Those whom a verb asks to act, and what a list of them is asked, which the parse hangs on its last."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.cue_rules import RequestCue
from flows.extract.components.party_lexicon import is_institution
from flows.extract.parse import Token

UNASKED = frozenset(
    {"expect", "need", "want"}
)  # of which the passive, or what somebody is for, is no request


def addressed_by(verb: Token, rule: RequestCue) -> Token | None:
    """The first of those whom a verb asks to act, by a rule: "urged Peru", "called on Peru", "Peru is urged".

    The parse may take "upon" for a part of the verb.
    """
    if "object" in rule.asked:
        return syntax.subject_of(verb) if syntax.is_passive(verb) else syntax.child(verb, "dobj", "dative")
    if "preposition" not in rule.asked:
        return None
    particle = syntax.child(verb, "prt")
    upon = particle is not None and particle.lower_ in rule.prepositions
    if particle is not None and upon:
        return syntax.child(verb, "dobj") or syntax.child(particle, "pobj")
    return syntax.noun_after(verb, rule.prepositions)


def acts_behind_list(asked: Token) -> Iterator[Token]:
    """The infinitives that stand below the last of several who are asked: "urged parents and shops to close".

    ``asked`` is the first of them; nothing where it stands alone, as what it is to do may then be what it is
    for: "asked for a guide to lead them".
    """
    last = _last_of_list(asked)
    if last.i == asked.i or not may_be_asked(last):
        return
    for act in syntax.clauses_on(last):
        if syntax.has_to(act) and syntax.child(act, "nsubj", "nsubjpass") is None:
            yield act


def acts_below_asked(verb: Token, asked: Token) -> Iterator[Token]:
    """The infinitive that says what somebody is asked to do, which the parse hangs on them.

    "Called on the opposition to leave"; also on what is told of them: "asked all who own a boat to sell it".
    Who "needs a guide to lead them" asks nobody. Nothing where the verb has an infinitive itself.
    """
    own = any(map(syntax.has_to, syntax.children(verb, "xcomp", "ccomp", "advcl")))
    body = is_institution(asked)
    if own or not (body or may_be_asked(asked)):
        return
    for clause in syntax.clauses_on(asked):
        acts = [clause] if syntax.has_to(clause) else _behind_object(clause)
        wants = syntax.has_to(clause) and verb.lemma_.lower() in UNASKED
        yield from (act for act in acts if not wants and syntax.child(act, "nsubj", "nsubjpass") is None)


def _behind_object(clause: Token) -> list[Token]:
    """The infinitives behind what else a clause tells: "sell" of "all who own a boat to sell it"."""
    acts = filter(syntax.has_to, syntax.children(clause, "advcl"))
    return [act for act in acts if act.left_edge.i > clause.i + 1]


def _last_of_list(asked: Token) -> Token:
    """The last member of a list, also of one whose second member the parse takes for an apposition."""
    beside = syntax.child(asked, "appos")
    return syntax.conjuncts(asked if beside is None else beside)[-1]


def may_be_asked(noun: Token) -> bool:
    """Whether a noun names somebody who can act, or a pronoun stands for them."""
    named = noun.ent_type_ in syntax.NAMED_LABELS or noun.pos_ in {"PROPN", "PRON"}
    return named or is_actor(noun) or is_people(noun)
