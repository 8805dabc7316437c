"""Acts that are given to whoever does them: they bind who gives, and not who gets.

"Fiji will get two ferries from Peru" binds Peru; "Fiji shall have access", "may fish under the accord", "will
serve ten years" bind somebody else than their subject, too.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.agentless import deal_of
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.candidate import Candidate
from flows.extract.components.moved import DUTIES
from flows.extract.components.party import Party
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.promisor import is_arranged
from flows.extract.components.resolver import PartyResolver
from flows.extract.parse import Token

PERMITTING = "modal.may"
TERM = "agreement.term"  # of what a party gets under a deal


def is_given(candidate: Candidate) -> bool:
    """Whether a subject is told to gain some thing, rather than to let somebody in or to want it.

    "Fiji will get two ferries from Peru", not "Fiji will receive the envoys" or "Fiji hopes to get ferries".
    """
    act = candidate.act
    told = is_arranged(candidate) or candidate.shape in {"modal", "progressive"} or candidate.rule_id == TERM
    if told and candidate.force != "request" and (_is_granted(act) or _is_undergone(act)):
        return True
    permitted = candidate.rule_id == PERMITTING and syntax.negation(act) is None
    if permitted and deal_of(candidate) is not None:
        return True
    if not (told and gains(act)) or candidate.rule_id in DUTIES:
        return False
    gained = syntax.child(act, "dobj")
    return gained is not None and gained.pos_ != "PRON" and not is_people(gained)


def givers(act: Token, resolver: PartyResolver) -> tuple[Party, ...]:
    """From whom an act is that somebody gains by: "get two ferries from Peru", "have the support of Peru".

    What is done to somebody tells nobody: "will serve their sentences".
    """
    if _is_undergone(act):
        return ()
    gained = syntax.child(act, "dobj")
    sources = ("from", "of") if _is_granted(act) else ("from",)
    for head in (act, *(syntax.conjuncts(gained) if gained is not None else ())):
        giver = syntax.noun_after(head, sources) or syntax.child(head, "poss")
        found = tuple(party for party in resolver.of(giver) if party.kind not in {"other", "place"})
        if found:
            return found
    return ()


def gains(act: Token) -> bool:
    """Whether an act is something given to whoever does it: "receive", "enjoy"."""
    return act.lemma_.lower() in party_lexicon().receiving.lemmas


def is_allowed(act: Token) -> bool:
    """Whether a clause tells what somebody may do by leave of who tells it: "said that Peru may fish"."""
    return any(word.lower_ in party_lexicon().granted.modals for word in syntax.children(act, "aux"))


def _is_granted(act: Token) -> bool:
    """Whether an act is a right or a favour that whoever has it was given: "be exempt", "have access"."""
    granted = party_lexicon().granted
    state, had = syntax.child(act, "acomp"), syntax.child(act, "dobj")
    if act.lemma_ == "be" and state is not None:
        return state.lower_ in granted.states
    return act.lemma_ in granted.verbs and had is not None and syntax.noun_lemma(had) in granted.lemmas


def _is_undergone(act: Token) -> bool:
    """Whether an act is done to whoever does it: "serve a sentence", "stand trial"."""
    undergone = party_lexicon().undergone
    objects = syntax.children(act, "dobj", "npadvmod")
    return act.lemma_.lower() in undergone.verbs and any(
        syntax.noun_lemma(noun) in undergone.lemmas for noun in objects
    )
