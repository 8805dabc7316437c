"""Idioms: verbs that bind together with an object: "gave its blessing to the sale"."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.candidate import Candidate, Shape
from flows.extract.components.cue_lexicon import cue_index, has_particle
from flows.extract.components.cue_rules import IdiomCue, VerbCue
from flows.extract.components.noun_cues import is_that_clause
from flows.extract.components.object_acts import names_act
from flows.extract.parse import Token


def idiom_candidates(verb: Token) -> Iterator[Candidate]:
    """The acts behind a verb with an object that together commit: "gave its blessing to the sale": "sale"."""
    for idiom, rule in cue_index().idioms.get(verb.lemma_.lower(), ()):
        for act, shape in _acts_behind(verb, idiom, rule):
            left_out = cue_index().noun_lists[idiom.not_before] if idiom.not_before is not None else ()
            names = names_act(act) and act.lemma_.lower() not in left_out
            if names and act.ent_type_ not in syntax.NAMED_LABELS | syntax.TIME_LABELS:
                yield Candidate(
                    act, verb, verb, rule.id, rule.force, rule.certainty, shape, speech=rule.speech
                )


def _acts_behind(verb: Token, idiom: IdiomCue, rule: VerbCue) -> Iterator[tuple[Token, Shape]]:
    said = next((noun for noun in syntax.children(verb, "dobj") if _is_one_of(noun, idiom.objects)), None)
    if said is None or syntax.is_passive(verb) or not has_particle(verb, idiom.particle):
        return
    for head in (verb, said):
        if not idiom.prepositions:
            infinitives = filter(
                syntax.is_infinitive, syntax.children(head, "xcomp", "advcl", "acl", "relcl")
            )
            yield from ((act, "infinitive") for act in infinitives if act.i > said.i)
        yield from ((act, "object") for act in syntax.complements_of(head, idiom.prepositions))
        if "for" in idiom.prepositions:  # "left the door open for Peru to return"
            below = syntax.children(head, "advcl", "ccomp", "xcomp")
            yield from ((act, "infinitive") for act in below if syntax.is_for_whom(act))
        if "clause" in rule.complements and not idiom.prepositions:  # "gave his word that nobody would pay"
            clauses = syntax.children(head, "acl", "ccomp", "relcl", "advcl")
            yield from ((act, "clause") for act in clauses if act.i > said.i and _tells_act(act))
    if (to := syntax.child(verb, "dative")) is not None and to.lower_ in idiom.prepositions:
        yield from ((act, "object") for act in syntax.children(to, "pobj"))


def _tells_act(clause: Token) -> bool:
    """Whether a clause says what will be done, or is being done: "gave notice that it was leaving"."""
    goes_on = clause.left_edge.lower_ == "that" and syntax.progressive_of(clause) is not None
    return is_that_clause(clause) or goes_on


def _is_one_of(noun: Token, objects: frozenset[str]) -> bool:
    """Whether a noun, by itself or with its modifier, is one of ``objects``: "blessing", "green light"."""
    lemma = noun.lemma_.lower()
    modifiers = syntax.children(noun, "amod", "compound", "det")
    return lemma in objects or any(f"{modifier.lower_} {lemma}" in objects for modifier in modifiers)
