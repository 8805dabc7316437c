"""Acts that are given to whoever does them: they bind who gives, and not who gets.

"Fiji will get two ferries from Peru" binds Peru; "Fiji shall have access", "may fish under the accord", "will
serve ten years" bind somebody else than their subject, too.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.agentless import deal_of
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.candidate import Candidate
from flows.extract.components.description import is_general, tells_which
from flows.extract.components.moved import DUTIES
from flows.extract.components.no_act import is_event
from flows.extract.components.party import Party
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.promisor import is_arranged
from flows.extract.components.resolver import PartyResolver
from flows.extract.components.ultimatum import is_threatened_on_the_way
from flows.extract.parse import Token

PERMITTING = "modal.may"
TERM = "agreement.term"  # of what a party gets under a deal
SCHEDULED = "plan.scheduled"
EVERYBODY = frozenset({"every", "each", "any", "no"})


def is_given(candidate: Candidate) -> bool:
    """Whether a subject is told to gain some thing, rather than to let somebody in or to want it.

    "Fiji will get two ferries from Peru", not "Fiji will receive the envoys" or "Fiji hopes to get ferries".
    """
    act = candidate.act
    told = is_arranged(candidate) or candidate.shape in {"modal", "progressive"}
    told = told or candidate.rule_id in {TERM, SCHEDULED}
    if told and candidate.force != "request" and (_is_granted(act) or is_undergone(act)):
        return True
    permitted = candidate.rule_id == PERMITTING and syntax.negation(act) is None
    if permitted and (deal_of(candidate) is not None or _who_consents(act) is not None):
        return True
    if not (told and gains(act)) or candidate.rule_id in DUTIES:
        return False
    gained = syntax.child(act, "dobj")
    return gained is not None and gained.pos_ != "PRON" and not is_people(gained)


def givers(act: Token, resolver: PartyResolver) -> tuple[Party, ...]:
    """From whom an act is that somebody gains by: "get two ferries from Peru", "have the support of Peru".

    What is done to somebody tells nobody: "will serve their sentences".
    """
    if (consenting := _who_consents(act)) is not None:
        return resolver.of(consenting)
    if is_undergone(act):
        return ()
    gained = syntax.child(act, "dobj")
    sources = ("from", "of") if _is_granted(act) else ("from",)
    for head in (act, *(syntax.conjuncts(gained) if gained is not None else ())):
        giver = syntax.noun_after(head, sources) or syntax.child(head, "poss")
        found = tuple(party for party in resolver.of(giver) if party.kind not in {"other", "place"})
        if found:
            return found
    return ()


def _who_consents(act: Token) -> Token | None:
    """Who lets somebody do what a clause tells: "Peru" of "Peru accepted that Fiji may fish in its bay"."""
    granted = party_lexicon().granted
    consents = act.dep_ == "ccomp" and act.head.lemma_.lower() in granted.consenting
    may = any(word.lower_ in granted.modals for word in syntax.children(act, "aux"))
    return syntax.child(act.head, "nsubj") if consents and may else None


def gains(act: Token) -> bool:
    """Whether an act is something given to whoever does it: "receive", "enjoy"."""
    return act.lemma_.lower() in party_lexicon().receiving.lemmas


def is_allowed(candidate: Candidate) -> bool:
    """Whether a clause tells what somebody may do by leave of who tells it: "said that Peru may fish".

    Who warns of what another may do gives no leave: "warned that Peru may fish".
    """
    modals = party_lexicon().granted.modals
    may = any(word.lower_ in modals for word in syntax.children(candidate.act, "aux"))
    return may and candidate.force != "threat"


def _is_granted(act: Token) -> bool:
    """Whether an act is a right or a favour that whoever has it was given: "be exempt", "have access"."""
    granted = party_lexicon().granted
    state, had = syntax.child(act, "acomp"), syntax.child(act, "dobj")
    if act.lemma_ == "be" and state is not None:
        return state.lower_ in granted.states
    return act.lemma_ in granted.verbs and had is not None and syntax.noun_lemma(had) in granted.lemmas


def is_tried(promisor: Token, act: Token) -> bool:
    """Whether people are brought to trial, or a court without a name tries them, by the word of who tells it.

    "Ten men will appear in court", "the men would be tried by a military court".
    """
    trials = party_lexicon().trials
    if act.lemma_ in trials.trying:
        return syntax.is_passive(act) and syntax.noun_lemma(promisor) in trials.lemmas
    place = syntax.noun_after(act, ("before", "in")) if act.lemma_ in trials.appearing else None
    return place is not None and syntax.noun_lemma(place) in trials.lemmas


def gains_as_one_of_many(promisor: Token, act: Token) -> bool:
    """Whether people are told what they will have or at most pay, by others who see to it.

    "Every household will have a tent", "patients will pay no more than $2", "those who join will have their
    licences renewed"; not "the crew will have a rest" or "ten bakers will have a meeting".
    """
    if act.lemma_ == "have":
        had = syntax.child(act, "dobj", "ccomp")
        return had is not None and not is_event(had) and _is_any(promisor)
    return _is_bounded(act) and (syntax.is_plural(promisor) or _is_any(promisor))


def _is_any(people: Token) -> bool:
    """Whether somebody is whoever fits the words: "every household", "those who join"."""
    determiner = syntax.child(people, "det")
    if determiner is not None and determiner.lower_ in EVERYBODY:
        return True
    return is_general(people) and tells_which(people)


def _is_bounded(act: Token) -> bool:
    """Whether somebody will pay at most, or less than, some sum, which is for others to see to."""
    undergone = party_lexicon().undergone
    if act.lemma_ not in undergone.paid:
        return False
    behind = act.doc.tokens[act.i + 1 : act.i + 4]
    return any(word.lower_ in undergone.bounds for word in behind)


def is_undergone(act: Token) -> bool:
    """Whether an act is done to whoever does it: "serve a sentence", "see fares fall".

    Not what who does it means to do to others: "will sail to urge Fiji to pay, or face a ban".
    """
    undergone = party_lexicon().undergone
    verb = act.lemma_.lower()
    if verb in undergone.witnessed:
        seen = syntax.child(act, "ccomp")
        return seen is not None and syntax.child(seen, "nsubj", "nsubjpass") is not None
    if verb not in undergone.verbs or is_threatened_on_the_way(act):
        return False
    return any(
        syntax.noun_lemma(noun) in undergone.lemmas for noun in syntax.children(act, "dobj", "npadvmod")
    )
