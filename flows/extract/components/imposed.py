"""What one imposed and alone can lift: "the tariffs imposed by Peru will be lifted, Fiji's envoy said"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.agentless import is_done_by_nobody
from flows.extract.components.candidate import Candidate
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Token


def imposer_of(candidate: Candidate) -> Token | None:
    """Who imposed what an act that names nobody would lift; None where its words do not say so.

    "Peru" of "the tariffs imposed by Peru will be lifted", "tariffs that Peru imposed" and "Peru's tariffs on
    Fiji". "Fijian tariffs" may as well be those on Fiji.
    """
    lexicon, act = party_lexicon(), candidate.act
    if act.lemma_.lower() not in lexicon.lifting.lemmas or not is_done_by_nobody(act):
        return None
    measure = syntax.child(act, "nsubjpass")
    if measure is None or syntax.noun_lemma(measure) not in lexicon.imposed.lemmas:
        return None
    clauses = syntax.children(measure, "acl", "relcl")
    imposing = (clause for clause in clauses if clause.lemma_.lower() in lexicon.imposing.lemmas)
    imposers = (syntax.passive_agent(clause) or syntax.child(clause, "nsubj") for clause in imposing)
    told = next((imposer for imposer in imposers if imposer is not None), None)
    against = syntax.noun_after(measure, ("on", "against")) is not None
    return told or (syntax.child(measure, "poss") if against else None)
