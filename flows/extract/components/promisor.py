"""Who stands for the promisor of an act by the syntax: its subject, its agent, its holder, or who is asked.

"Peru will pay" and "the sum pledged by Peru": Peru. "Commits Peru to paying": Peru, and not who commits it.
"It is the policy of Peru to pay": Peru, and not "it".
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.agentless import agent_of, is_promised_by_nobody, promising_agent_of
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index, is_binding_text
from flows.extract.components.denial import negation_of_act
from flows.extract.components.description import is_kind_of_body
from flows.extract.components.gapping import shares_cue
from flows.extract.components.noun_cues import is_of_others, is_received
from flows.extract.components.party_lexicon import is_institution, party_lexicon
from flows.extract.components.relative import person_before_who
from flows.extract.components.scene import LOCATIVES
from flows.extract.components.spared import is_spared
from flows.extract.components.terms import text_meant
from flows.extract.components.verb_cues import is_decided
from flows.extract.parse import Token

BARRING = "obligation.bar"
# Verbs whose object is bound: "committed both sides to …".
BINDING_OTHERS = frozenset({"pledge.commit", "obligation.oblige", "pledge.decide_passive", BARRING})
# What these tell is arranged for a subject in the passive by others: "the suspects are to be handed over".
ARRANGING = frozenset({"plan.be_to", "plan.expect", "plan.due", "plan.set"})
WANTING = "plan.hope"


def promisor_token(candidate: Candidate) -> Token | None:
    """The token that stands for who binds itself: subject, agent, holder, or the party asked.

    "Peru" of "Peru will pay" and of "aid sent by Peru", "firm" of "asked the firm to pay"; None of "the money
    will be spent", where nothing in the sentence tells.
    """
    if candidate.force == "request" and candidate.shape == "request":
        return candidate.asked
    if candidate.shape == "predicate":  # "a truce is out of the question": whoever says so will not make it
        return candidate.holder
    if is_of_others(candidate):
        return None
    if is_received(candidate):
        return syntax.child(candidate.act, "nsubj", "nsubjpass")
    if is_spared(candidate):
        return binder_subject(candidate) if candidate.shape == "clause" else None
    if candidate.holder is not None:
        return candidate.holder
    if (owner := _owner_of_commitment(candidate)) is not None:
        return owner
    act = candidate.act
    if candidate.shape == "infinitive" and shares_cue(act):
        return syntax.child(act, "nsubj")
    if is_wanted_of_others(candidate):
        return syntax.passive_agent(act) or binder_subject(candidate)
    if candidate.shape in {"clause", "modal", "itself", "progressive", "fulfilment"} and syntax.is_verb(act):
        if syntax.is_passive(act):
            agent = agent_of(act)
            return agent or binder_subject(candidate)
        if syntax.is_passive(done := syntax.acting_verb(act)):  # "the oven is going to be mended"
            return agent_of(done)
        if act.dep_ == "acl" and (agent := agent_of(act)) is not None:  # "aid sent by Peru"
            return agent
        own = syntax.subject_of(candidate.binder if _goes_on_elsewhere(candidate) else act)
        if own is not None:
            return text_meant(candidate) or _body_at(own, act) or person_before_who(own)
    if _is_done_by_others(candidate):
        return agent_of(act)
    subject = binder_subject(candidate)
    of_clause_behind = candidate.shape == "bullet" and subject is not None and subject.i > act.i
    return subject if not of_clause_behind else None  # "Build a pier, so crews will be safe"


def _owner_of_commitment(candidate: Candidate) -> Token | None:
    """Whose commitment another subject tells of: "the grant shows the mayor's commitment to peace"."""
    act = candidate.act
    rules = cue_index().nouns.get(act.lemma_.lower(), ()) if candidate.shape == "object" else ()
    owner = syntax.child(act, "poss")
    promised = candidate.force == "pledge" and any(rule.force == "pledge" for rule in rules)
    return owner if promised and owner is not None and owner.pos_ != "PRON" else None


def _goes_on_elsewhere(candidate: Candidate) -> bool:
    """Whether the parse hangs a further act of a modal on what is told within the first.

    "will sell the boats that the port owns and mend the rest": who sells them mends the rest.
    """
    act, first = candidate.act, candidate.binder
    if candidate.shape != "modal" or act == first or first.tag_ == "MD" or act in syntax.conjuncts(first):
        return False
    clause = syntax.conjunction_head(act)
    return clause != act and first in syntax.ancestors(clause) and clause.dep_ in {"relcl", "acl"}


def is_wanted_of_others(candidate: Candidate) -> bool:
    """Whether somebody wants something done and says not by whom: "wants fees cut", "wants to be paid"."""
    act = candidate.act
    if candidate.rule_id == WANTING and candidate.shape == "infinitive":
        return syntax.is_passive(act)
    done = act.tag_ in {"VBN", "VBD"} and not syntax.auxiliaries(act)
    wanted = candidate.rule_id == WANTING and candidate.shape == "clause" and done
    return wanted and syntax.child(act, "nsubj", "nsubjpass") is not None


def tells_of_others(candidate: Candidate) -> bool:
    """Whether a phrase tells what another than its clause's subject promised: "the sum pledged by Peru"."""
    binder = candidate.binder
    return candidate.shape == "object" and binder.dep_ == "acl" and binder.tag_ == "VBN"


def is_told_by_another(candidate: Candidate) -> bool:
    """Whether who speaks of a promise did not make it: "said that the tents had been pledged in May"."""
    binder = candidate.binder
    had = any(word.lower_ == "had" for word in syntax.auxiliaries(binder))
    before = had and is_promised_by_nobody(candidate) and syntax.is_passive(binder)
    return before or tells_of_others(candidate)


def is_arranged(candidate: Candidate) -> bool:
    """Whether it is arranged that somebody do an act: "the firm is expected to pay", "due to be paid"."""
    return candidate.shape == "infinitive" and candidate.rule_id in ARRANGING


def _is_done_by_others(candidate: Candidate) -> bool:
    """Whether an act is what others will do to the subject of the words that govern it.

    A text or plan stands for whose it is: "the accord between Fiji and Japan is to be signed".
    """
    act = candidate.act
    if not (is_arranged(candidate) and syntax.is_verb(act) and syntax.is_passive(act)):
        return False
    subject = syntax.subject_of(candidate.binder)
    return subject is None or not is_binding_text(subject)


def binder_subject(candidate: Candidate) -> Token | None:
    """Who binds itself by the word that does so: "Peru" of "Peru promised that the dam will stay".

    Of a verb that binds its object this is the object: "Fiji" of "the accord commits Fiji to paying".
    """
    binder = candidate.binder
    if candidate.rule_id in BINDING_OTHERS and candidate.shape in {"infinitive", "preposition"}:
        bound = syntax.child(binder, "dobj")
        if bound is not None and _may_be_bound(bound, candidate):
            return bound
        if candidate.rule_id == BARRING and not is_binding_text(syntax.subject_of(binder) or binder):
            return None  # no court is bound by what it forbids
    if syntax.child(binder, "expl") is not None:  # "the crews were told that there would be a ferry"
        return _under_whom(candidate)
    if tells_of_others(candidate):
        return agent_of(binder)
    if binder.dep_ == "acl" and (agent := agent_of(binder)) is not None:  # "the plan unveiled by Peru to …"
        return agent
    if syntax.is_verb(binder) and syntax.is_passive(binder):
        agent = promising_agent_of(candidate) if candidate.shape == "object" else agent_of(binder)
        if agent is not None:
            return agent
        binds_others = candidate.rule_id in BINDING_OTHERS  # "Peru is committed to peace"
        is_bound = candidate.shape == "infinitive" or (binds_others and candidate.shape == "preposition")
        return syntax.subject_of(binder) if is_bound else None
    subject = syntax.subject_of(binder)
    if subject is None:
        return None
    told = _whose_it_is(subject) or text_meant(candidate) or _body_at(subject, binder)
    return told or person_before_who(subject)


def _under_whom(candidate: Candidate) -> Token | None:
    """Who rules out what will not be under them: "under a Centre Party government there will be no cuts"."""
    ruling = syntax.noun_after(candidate.binder, ("under",)) if candidate.shape == "modal" else None
    if ruling is None or negation_of_act(candidate) is None:
        return None
    body = syntax.noun_lemma(ruling) in party_lexicon().governing.lemmas
    return ruling if body or ruling.ent_type_ in syntax.NAMED_LABELS else None


def _may_be_bound(bound: Token, candidate: Candidate) -> bool:
    """Whether an object is who is bound: "commits Norway to paying", not "commits itself", "$5"."""
    if bound.lower_.endswith(("self", "selves")):
        return False
    body = is_institution(bound)
    party = bound.ent_type_ in syntax.NAMED_LABELS or bound.pos_ == "PRON" or is_people(bound) or body
    return candidate.shape == "infinitive" or party


def _body_at(subject: Token, verb: Token) -> Token | None:
    """The body of which a clause tells that the parse hangs on its place: "a mill in Oslo, which is to …"."""
    place = (
        subject.dep_ == "pobj" and subject.head.lower_ in LOCATIVES and subject.ent_type_ in {"GPE", "LOC"}
    )
    body = subject.head.head
    relative = any(
        clause == verb or clause in syntax.ancestors(verb) for clause in syntax.children(subject, "relcl")
    )
    return body if place and relative and body.tag_ == "NN" and is_kind_of_body(body) else None


def _whose_it_is(subject: Token) -> Token | None:
    """Whose policy, aim or decision an empty "it" announces: "it is the policy of Norway to …"."""
    if subject.lower_ != "it":
        return None
    be = subject.head
    if is_decided(be):
        return syntax.subject_of(be.head)
    named = syntax.child(be, "attr")
    if named is None:
        return None
    of = next((found for found in syntax.children(named, "prep") if found.lower_ == "of"), None)
    return syntax.child(of, "pobj") if of is not None else syntax.child(named, "poss")
