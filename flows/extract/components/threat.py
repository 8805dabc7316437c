"""Threats: acts that harm another side, answer harm, or press it to give way."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.denial import negated_by
from flows.extract.components.force_lexicon import force_lexicon
from flows.extract.parse import Token

IF = "if"


def is_harmful(act: Token) -> bool:
    """Whether the act harms another side: "retaliate", "impose sanctions"."""
    harm = force_lexicon().harm
    lemma = act.lemma_.lower()
    if lemma in harm.lemmas:
        return True
    objects = [found.lemma_.lower() for found in syntax.children(act, "dobj", "nsubjpass", "attr")]
    return lemma in harm.object_verbs and any(found in harm.objects for found in objects)


def threatens(act: Token) -> bool:
    """Whether an act is to make another give way: harm on a condition, or pressure unless they do."""
    clauses = [
        (clause, IF if syntax.is_inverted(clause) else mark.lower_) for clause, mark in _marked_clauses(act)
    ]
    unless = any(mark == "unless" or (mark == IF and negated_by(clause)) for clause, mark in clauses)
    presses = answers_harm(act) or (unless and act.lemma_.lower() in force_lexicon().pressing.lemmas)
    depends = any(mark in {IF, "unless", "until"} for _, mark in clauses)
    return presses or (depends and (is_harmful(act) or _presses_on(act)))


def answers_harm(act: Token) -> bool:
    """Whether an act answers what another does with harm: "will respond to any attack"."""
    answering = force_lexicon().answering
    if _meets_with_harm(act):
        return True
    if act.lemma_.lower() not in answering.lemmas or syntax.is_passive(act):
        return False
    answered = (*syntax.children(act, "dobj"), *syntax.complements_of(act, ("to", "against", "for")))
    return any(syntax.noun_lemma(noun) in answering.nouns for noun in answered)


def _meets_with_harm(act: Token) -> bool:
    """Whether an act is that something will be met with harm: "any raid would be met with force"."""
    meeting = force_lexicon().meeting
    harm = syntax.complements_of(act, ("with",)) if act.lemma_.lower() in meeting.lemmas else ()
    return any(syntax.noun_lemma(noun) in meeting.nouns for noun in harm)


def _presses_on(act: Token) -> bool:
    """Whether an act is that what presses another goes on: "the strike would resume"."""
    coercion = force_lexicon().coercion
    subject = syntax.child(act, "nsubj")
    return (
        act.lemma_.lower() in coercion.lemmas
        and subject is not None
        and syntax.noun_lemma(subject) in coercion.nouns
    )


def _marked_clauses(act: Token) -> Iterator[tuple[Token, Token]]:
    """The adverbial clauses of an act, each with the word that opens it: "should" of "should talks fail"."""
    for clause in syntax.children(act, "advcl", "ccomp"):
        if syntax.is_inverted(clause):
            yield clause, clause.left_edge
        elif clause.dep_ == "advcl":
            yield from ((clause, mark) for mark in syntax.children(clause, "mark"))
