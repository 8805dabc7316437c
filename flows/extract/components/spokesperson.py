"""Spokespeople of whom no word says for whom they speak: the body that the sentence before tells of.

"The ministry denied it. “We will pay,” a spokesman said": the ministry.
"""

from __future__ import annotations

from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.attribution import Attribution
from flows.extract.components.party import Party, Resolve
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.subject import sentences_before
from flows.extract.parse import Token


def body_before(attribution: Attribution, resolve: Resolve, depth: int) -> Party | None:
    """The body for which a bare "a spokesman" speaks: what the sentence before the words is about.

    None where that is about people, or about several.
    """
    speaker, quotation = attribution.speaker, attribution.quotation
    if speaker is None or not _is_bare(speaker):
        return None
    said = (
        speaker.sent.start_char if quotation is None else min(quotation.start_char, speaker.sent.start_char)
    )
    before = next((item for item in sentences_before(speaker) if item.start_char < said), None)
    subject = syntax.child(before.root, "nsubj") if before is not None else None
    if subject is None or len(syntax.conjuncts(subject)) > 1:
        return None
    found = resolve(subject, depth + 1)
    if len(found) != 1:
        return None
    (party,) = found
    if party.kind in {"state", "organisation"}:
        return party
    return replace(party, kind="group") if _is_body(subject) else None


def _is_bare(speaker: Token) -> bool:
    """Whether only "a" or a name stands beside a noun for who speaks for others: "a spokeswoman".

    So may several speak, beside whom stands nothing: "officials".
    """
    lemma = syntax.noun_lemma(speaker)
    beside = [word.lower_ for word in speaker.children if word.dep_ not in {"punct", "appos"}]
    several = syntax.is_plural(speaker) and lemma in party_lexicon().speaking_for.several
    return (not beside and several) or (beside == ["a"] and lemma in party_lexicon().spokespeople.lemmas)


def _is_body(noun: Token) -> bool:
    """Whether a noun without a name is of one body, and of no person: "the ministry", "a rail company"."""
    bodies = actor_nouns().bodies.lemmas | party_lexicon().businesses.lemmas | party_lexicon().seated.lemmas
    return noun.tag_ == "NN" and syntax.noun_lemma(noun) in bodies
