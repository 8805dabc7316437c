"""Partners: with whom a deal is made, and who does an act together with those who promise it.

"Fiji signed an accord with Peru", "agreed with Peru to dredge the bay", "will dredge it together with Peru".
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.agentless import agent_of, partner_of
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index, is_binding_text
from flows.extract.components.party_lexicon import means_speaker
from flows.extract.parse import Token

SIGNING = "agreement.sign"
AGREEING = "agreement.agree"
BETWEEN = ("between", "among")
TOGETHER = frozenset({"together", "jointly"})  # before "with"


def deal_partner(candidate: Candidate) -> Token | None:
    """The word for whom a deal is made with, by its verb: "signed an accord with Peru", "agreed to one with".

    So is who is agreed with to do something: "agreed with Peru to dredge the bay".
    """
    if candidate.rule_id == AGREEING and candidate.shape == "infinitive":
        beside = syntax.noun_after(candidate.binder, ("with",))
        return beside if beside is not None and beside.i < candidate.act.i else None
    shapes = {SIGNING: "object", AGREEING: "preposition"}
    makes = shapes.get(candidate.rule_id) == candidate.shape and is_binding_text(candidate.act)
    return partner_of(candidate) if makes else None


def only_tells(candidate: Candidate) -> bool:
    """Whether a verb only has its say on a deal, which its subject need not make: "welcomed the pact"."""
    judges = candidate.binder.lemma_.lower() in cue_index().noun_lists["judging"]
    return candidate.rule_id != SIGNING or judges


def side_that_made(deal: Token) -> Token | None:
    """The word for who made a deal, by a participle: "Fiji" of "the pact signed by Fiji and Peru"."""
    for clause in syntax.children(deal, "acl"):
        rules = cue_index().verbs.get(clause.lemma_.lower(), ()) if clause.tag_ == "VBN" else ()
        if any(rule.force == "agreement" for rule in rules):
            return syntax.noun_after(clause, BETWEEN) or agent_of(clause)
    return None


def companion(candidate: Candidate) -> Token | None:
    """The word for who does an act with its subject: "together with Peru, Fiji will …", "jointly with Peru".

    Not whom the act itself brings together with others ("will bring Fiji together with Peru"), nor with whom
    it is to work ("will work together with Peru"). "We" speak for nobody else.
    """
    act, subject = candidate.act, syntax.subject_of(candidate.binder)
    if candidate.shape == "request" or not syntax.is_verb(act) or syntax.is_passive(act):
        return None
    works = act.lemma_.lower() in cue_index().noun_lists["working"]
    if works or (subject is not None and means_speaker(subject)):
        return None
    for verb in (act, candidate.binder):
        for preposition in syntax.children(verb, "prep"):
            if preposition.lower_ == "with" and syntax.word_at(preposition, -1) in TOGETHER:
                objects = [word for word in syntax.children(verb, "dobj") if word.i < preposition.i]
                brought = any(is_people(word) or word.pos_ in {"PROPN", "PRON"} for word in objects)
                return None if brought else syntax.child(preposition, "pobj")
    return None
