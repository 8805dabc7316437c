"""Bare refusals: verbs that say no to what was asked or offered just before, and do not say it again.

A pronoun may stand for it: "Peru turned that down".

"Norway asked Peru to free the crew. Peru refused.", "The minister said that was out of the question."
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index, has_particle
from flows.extract.parse import Span, Token

# What a verb may have beside it and say no more than no.
BESIDE = frozenset(
    {
        "nsubj",
        "aux",
        "punct",
        "cc",
        "conj",
        "advmod",
        "mark",
        "npadvmod",
        "prt",
        "intj",
        "preconj",
        "dep",
        "advcl",
    }
)


def bare_refusals(sentence: Span) -> Iterator[Candidate]:
    """The verbs of a sentence that refuse without a word of what: "Peru refused", "both have said no"."""
    for verb in sentence:
        if syntax.is_verb(verb) and _refuses(verb) and not any(map(_says_more, _beside(verb))):
            yield Candidate(verb, verb, verb, cue_index().bare.id, "refusal", "certain", "itself")


def _beside(verb: Token) -> list[Token]:
    """What stands beside a verb, without the pronoun for what it refuses, if it may have one.

    "Peru turned that down", "the mill rejected it".
    """
    refused = syntax.child(verb, "dobj")
    said_before = refused is not None and refused.lower_ in cue_index().bare.pronouns
    return [word for word in verb.children if not (said_before and word == refused)]


def _refuses(verb: Token) -> bool:
    """Whether a verb tells that somebody said no, once or by now."""
    rule = cue_index().bare
    lemma = verb.lemma_.lower()
    if lemma not in (rule.of_pronoun if syntax.child(verb, "dobj") is not None else rule.lemmas):
        return False
    if not has_particle(verb, rule.particles.get(lemma)):
        return False
    told = verb.tag_ in {"VBD", "VBZ", "VBP"} or syntax.is_perfect(verb)
    return (
        told and not syntax.is_passive(verb) and syntax.modal_of(verb) is None and not syntax.negation(verb)
    )


def _says_more(beside: Token) -> bool:
    """Whether what stands beside a verb tells what is refused, or how much something fell."""
    if beside.dep_ == "prep":
        noun = syntax.child(beside, "pobj")
        return noun is None or noun.ent_type_ not in syntax.TIME_LABELS
    return beside.dep_ not in BESIDE
