"""Acts told without who acts: in a passive that names no agent, or from the side of whoever receives.

"Two clinics will be built", "a survey had been promised for May", "owners are to receive a calf": who acts
has to be told elsewhere, and is none of those who get something by it.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor, is_person
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import is_binding_text
from flows.extract.components.no_act_lexicon import no_act_lexicon
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.time_events import is_holiday
from flows.extract.parse import Token
from models.vocabulary import Force

# What is told in the passive of these may be anybody's: "visas were refused", "three men were dismissed".
TOLD_OF: frozenset[Force] = frozenset({"pledge", "offer", "agreement", "plan", "threat"})
BETWEEN_PARTICIPLES = frozenset({"cc", "punct", "advmod", "acomp", "oprd"})
UNDER = frozenset({"under", "by"})


def agent_of(verb: Token) -> Token | None:
    """Who acts in a passive: "mayor" of "built by the mayor".

    No holiday by which something is done, no law by which it is governed, no means ("by lot"), and nobody who
    only brings others to a deal ("brokered by Peru").
    """
    if verb.lemma_.lower() in party_lexicon().brokering.lemmas:
        return None
    agent = syntax.passive_agent(verb) or _people_behind_by(verb) or _agent_of_next(verb)
    if agent is None or is_holiday(agent) or is_binding_text(agent) or _is_one_after_another(agent):
        return None
    lexicon = party_lexicon()
    return None if syntax.noun_lemma(agent) in lexicon.laws.lemmas | lexicon.means.lemmas else agent


def _is_one_after_another(noun: Token) -> bool:
    """Whether a noun stands on both sides of "by": "lifted island by island"."""
    return syntax.word_at(noun, -1) == "by" and syntax.word_at(noun, -2) == noun.lower_


def _agent_of_next(verb: Token) -> Token | None:
    """Who acts in both of two participles side by side: "collected and published by the port".

    Also where the first has what it makes something beside it: "made public and sent out by the port".
    """
    following = syntax.child(verb, "conj")
    if following is None or verb.tag_ != "VBN" or following.tag_ not in {"VBN", "VBD"}:
        return None
    if syntax.children(following, "auxpass", "aux", "nsubjpass"):
        return None
    between = verb.doc.tokens[verb.i + 1 : following.i]
    beside = all(word.dep_ in BETWEEN_PARTICIPLES for word in between)
    return syntax.passive_agent(following) if beside else None


def _people_behind_by(verb: Token) -> Token | None:
    """Who acts in a passive where the parse takes "by" for one of place: "led through the ice by pilots"."""
    noun = syntax.noun_after(verb, ("by",)) if syntax.is_passive(verb) else None
    return noun if noun is not None and (is_actor(noun) or noun.ent_type_ == "PERSON") else None


def promising_agent_of(candidate: Candidate) -> Token | None:
    """Who promises in a passive; the parse may hang them on what is promised: "was promised aid by Peru"."""
    agent, act = agent_of(candidate.binder), candidate.act
    if agent is not None or act.dep_ != "dobj":
        return agent
    within = syntax.noun_after(act, ("of", "to"))  # "was offered the use of a pier by Peru"
    return syntax.noun_after(act, ("by",)) or (_somebody_behind_by(within) if within is not None else None)


def _somebody_behind_by(thing: Token) -> Token | None:
    """Who stands behind "by" on a thing, and no place or means: "a pier by Peru", not "by the sea"."""
    agent = syntax.noun_after(thing, ("by",))
    acts = agent is not None and (agent.ent_type_ in syntax.NAMED_LABELS or is_actor(agent))
    return agent if acts else None


def is_done_by_nobody(act: Token) -> bool:
    """Whether an act stands in a passive that leaves open who acts ("the money will be spent")."""
    return syntax.is_verb(act) and syntax.is_passive(act) and agent_of(act) is None


def is_done_to_somebody(act: Token) -> bool:
    """Whether something is to be done to people or to who wants it: "wants them freed", "wants to be paid".

    What somebody wants to be done, in these words, is also another's to do: "wants the fees to be cut".
    """
    subject = syntax.child(act, "nsubj", "nsubjpass")
    if subject is None or (subject.dep_ == "nsubjpass" and syntax.is_infinitive(act)):
        return True
    return subject.pos_ == "PRON" or subject.ent_type_ == "PERSON" or is_person(subject)


def is_promised_by_nobody(candidate: Candidate) -> bool:
    """Whether the promise itself stands in such a passive: "a survey had been promised", "the accord signed
    in May"; no event that is scheduled ("the vote planned for June"), and nobody who is sworn in."""
    binder, act = candidate.binder, candidate.act
    if candidate.shape != "object" or candidate.force not in TOLD_OF or not syntax.is_verb(binder):
        return False
    if not (is_told_in_participle(candidate) or syntax.is_passive(binder)) or _is_somebody(act):
        return False
    if act.dep_ == "nsubjpass" and syntax.child(binder, "dobj") is not None:  # who gets what is promised
        return False
    scheduled = candidate.force == "plan" and syntax.noun_lemma(act) in no_act_lexicon().events.lemmas
    return not scheduled and promising_agent_of(candidate) is None


def _is_somebody(act: Token) -> bool:
    """Whether what a verb seems to promise is who promises: "the crew, who had a map, promised to sail"."""
    return act.ent_type_ == "PERSON" or is_actor(act)


def is_told_in_participle(candidate: Candidate) -> bool:
    """Whether a participle behind a noun tells what was promised: "the reforms promised in May".

    Behind a comma and with an act it is a verb that the parse takes for one: "the crew, …, offered to pay".
    """
    binder = candidate.binder
    reduced = binder.dep_ == "acl" and binder.tag_ == "VBN" and binder.head == candidate.act
    apart = reduced and syntax.word_at(binder, -1) == ","
    return reduced and not (
        apart
        and any(syntax.is_infinitive(verb) for verb in syntax.children(binder, "xcomp", "ccomp", "advcl"))
    )


def is_told_aside(candidate: Candidate) -> bool:
    """Whether a participle or clause on a noun tells what was done: "a clinic paid for by Peru"."""
    return candidate.shape == "fulfilment" and candidate.act.dep_ in {"acl", "relcl"}


def receivers(candidate: Candidate) -> list[Token]:
    """Who gets what an act without an agent gives: its subject, or whom it is promised "to"."""
    binder = candidate.binder
    given = syntax.child(binder, "dobj") is not None or not syntax.is_passive(binder)
    subject = syntax.subject_of(binder) if given else None
    found = [subject, syntax.noun_after(binder, ("to",)), syntax.noun_after(candidate.act, ("to",))]
    return [token for token in found if token is not None]


def hearer_of(act: Token) -> Token | None:
    """To whom others tell of an act, in a passive: "he" of "he was told that the roof would be mended"."""
    told = party_lexicon().pronouns.told
    for head in syntax.ancestors(act):
        if syntax.is_verb(head) and head.lemma_.lower() in told and syntax.is_passive(head):
            hearer = syntax.child(head, "nsubjpass")
            return hearer if hearer != act else None  # "boats had been promised"
    return None


def deal_of(candidate: Candidate) -> Token | None:
    """The deal under which an act stands, that tells it, or that is the act: "accord" of "under the accord".

    So does a statement that several make: "announced in a joint statement".
    """
    if candidate.force == "agreement" and is_binding_text(candidate.act):
        return candidate.act
    for head in (candidate.act, *syntax.ancestors(candidate.act)):
        for preposition in syntax.children(head, "prep"):
            noun = syntax.child(preposition, "pobj")
            if (
                noun is not None
                and is_binding_text(noun)
                and (preposition.lower_ in UNDER or _is_joint(noun))
            ):
                return noun
    return None


def partner_of(candidate: Candidate) -> Token | None:
    """With whom a deal was made: "Fiji" of "the pact signed with Fiji"."""
    return syntax.noun_after(candidate.act, ("with",)) or syntax.noun_after(candidate.binder, ("with",))


def _is_joint(text: Token) -> bool:
    return any(modifier.lower_ == "joint" for modifier in syntax.children(text, "amod"))
