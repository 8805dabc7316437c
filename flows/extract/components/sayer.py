"""Sayers: who is the subject of a verb of saying, also where the parse takes another word for it."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import attribution_lexicon, saying_verbs
from flows.extract.parse import Token

QUOTING = "say.cite"  # the rule of verbs whose object speaks


def sayer(verb: Token) -> Token | None:
    """Who says what a verb of saying tells; None where nobody is named."""
    if syntax.is_passive(verb):
        agent = syntax.passive_agent(verb)
        by_means = agent is not None and agent.lemma_.lower() in attribution_lexicon().channels.lemmas
        return None if by_means else agent
    if _quotes(verb):
        return syntax.child(verb, "dobj")
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and _quotes(verb.head.head):
        return syntax.child(verb.head.head, "dobj", "nsubjpass")  # "quoted an envoy as saying"
    own = syntax.child(verb, "nsubj") or _behind_quotation(verb)
    if own is not None:
        return syntax.antecedent(own)
    return _described_by_participle(verb) or syntax.subject_of(verb)


def _quotes(verb: Token) -> bool:
    return saying_verbs().get(verb.lemma_) == QUOTING


def _described_by_participle(verb: Token) -> Token | None:
    """Who speaks where the parse takes a participle behind them for the verb: "miners held there said …"."""
    taken = verb.head
    if verb.dep_ not in {"dep", "ccomp"} or taken.tag_ not in {"VBD", "VBN"} or taken.i > verb.i:
        return None
    subject = syntax.child(taken, "nsubj")
    within = subject is not None and subject.i < taken.i and not syntax.auxiliaries(taken)
    apart = any(token.is_punct for token in verb.doc[taken.i : verb.i])
    return subject if within and not apart else None


def _behind_quotation(verb: Token) -> Token | None:
    """Who stands behind a verb that closes a quotation, taken for its object: "“…,” asserted Ada Berg"."""
    said = syntax.child(verb, "dobj")
    before = syntax.neighbour(verb, -1)
    if said is None or said.i < verb.i or before is None:
        return None
    return said if before.is_quote else None
